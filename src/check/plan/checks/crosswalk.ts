import { crosswalkShares } from '../../../domain/crosswalk.js';
import type { Finding } from '../../../domain/finding.js';
import type { CrosswalkRow } from '../../../domain/plan.js';
import { findingAt, groupBy, type PlanCheck } from '../plan-context.js';

/** Binary fractions must not turn 100 into a fault: 0.01 points, and a hair. */
const TOLERANCE_POINTS = 0.01 + 1e-9;

/** The crosswalk leads from an earlier plan to a later one, between elements of one kind that belong to them, and shares no more than there is. */
export function checkCrosswalk(check: PlanCheck): Finding[] {
  const plansOf = planFinder(check);
  return [...check.pkg.crosswalk.flatMap((row) => faultsOfRow(check, row, plansOf)), ...faultsOfShares(check)];
}

function faultsOfRow(check: PlanCheck, row: CrosswalkRow, plansOf: (code: string) => ReadonlySet<string>): Finding[] {
  const { plans, nodes, indicators } = check;
  const [from, to] = [plans.get(row.fromPlan), plans.get(row.toPlan)];
  const known = (code: string) => nodes.has(code) || indicators.has(code);
  const findings: Finding[] = [];
  if (from && to && to.firstYear <= from.firstYear) {
    const params = { fromPlan: row.fromPlan, toPlan: row.toPlan };
    findings.push(findingAt(check, 'PLAN_CROSSWALK_ORDER', 'crosswalk', row, 'to_plan', params));
  }
  for (const [code, plan, column] of [
    [row.fromCode, from, 'from_code'],
    [row.toCode, to, 'to_code'],
  ] as const) {
    if (!plan || !known(code) || plansOf(code).has(plan.code)) continue;
    const params = { value: code, plan: plan.code };
    findings.push(findingAt(check, 'PLAN_CROSSWALK_ELSEWHERE', 'crosswalk', row, column, params));
  }
  if (known(row.fromCode) && known(row.toCode) && nodes.has(row.fromCode) !== nodes.has(row.toCode)) {
    const params = { fromCode: row.fromCode, toCode: row.toCode };
    findings.push(findingAt(check, 'PLAN_CROSSWALK_KINDS', 'crosswalk', row, 'to_code', params));
  }
  return findings;
}

/** Plans of a node, or of the nodes and projects to which an indicator is linked (its own node where it has no links). */
function planFinder({ pkg, nodes, projects }: PlanCheck): (code: string) => ReadonlySet<string> {
  const links = groupBy(pkg.links, ({ indicator }) => indicator);
  const planOf = (code: string) => nodes.get(projects.get(code)?.node ?? code)?.plan;
  const own = new Map(pkg.indicators.map(({ code, node }) => [code, node === null ? [] : [node]]));
  return (code) => {
    const node = nodes.get(code);
    if (node) return new Set([node.plan]);
    const places = links.get(code)?.map((link) => link.code) ?? own.get(code) ?? [];
    return new Set(places.map(planOf).filter((plan) => plan !== undefined));
  };
}

function faultsOfShares(check: PlanCheck): Finding[] {
  const groups = groupBy(check.pkg.crosswalk, ({ fromCode, toPlan }) => `${fromCode}\u001f${toPlan}`);
  return [...groups.values()].flatMap((rows) => {
    const [first] = rows;
    const sum = rows.reduce((total, { sharePercent }) => total + (sharePercent ?? 0), 0);
    const blank = rows.find(({ sharePercent }) => sharePercent === null);
    if (!first) return [];
    const { fromCode, toPlan } = first;
    if (sum > 100 + TOLERANCE_POINTS) {
      const params = { fromCode, toPlan, sum: Number(sum.toPrecision(6)) };
      return [findingAt(check, 'PLAN_CROSSWALK_ABOVE_100', 'crosswalk', first, 'share', params)];
    }
    if (!blank || rows.length === 1) return [];
    const share = Number(((crosswalkShares(rows)[rows.indexOf(blank)] ?? 0) * 100).toPrecision(6));
    const count = rows.filter(({ sharePercent }) => sharePercent === null).length;
    return [findingAt(check, 'PLAN_CROSSWALK_BLANK', 'crosswalk', blank, 'share', { fromCode, count, share })];
  });
}
