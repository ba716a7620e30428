import type { Finding } from '../../../domain/finding.js';
import { findingAt, groupBy, type PlanCheck } from '../plan-context.js';

/** Binary fractions must not turn 99.99 into a fault: 0.01 points, and a hair. */
const SHARE_TOLERANCE_POINTS = 0.01 + 1e-9;

interface Weighted {
  weight: number | null;
}

/** Sibling weights: nodes under one parent, and the projects of one node and one year. */
export function checkWeights(check: PlanCheck): Finding[] {
  const nodes = groupBy(check.pkg.nodes, ({ plan, parent }) => `${plan}\u001f${parent ?? ''}`);
  const projects = groupBy(check.pkg.projects, ({ node, year }) => `${node}\u001f${year}`);
  return [
    ...[...nodes.values()].flatMap((group) =>
      faults(group).flatMap(({ code, params, at }) => {
        const under = at.parent ?? at.plan;
        return [findingAt(check, code, 'nodes', at, 'weight', { under, ...params })];
      }),
    ),
    ...[...projects.values()].flatMap((group) =>
      faults(group).flatMap(({ code, params, at }) => {
        const under = `${at.node}, ${at.year}`;
        return [findingAt(check, code, 'projects', at, 'weight', { under, ...params })];
      }),
    ),
  ];
}

/**
 * What is wrong with the weights of siblings. Weights are normalised, so any positive sum serves; only a sum of 0 is
 * an error. A sum near 1 or 100 that misses it looks like shares that were meant to add up: a warning.
 */
function faults<R extends Weighted>(
  group: readonly R[],
): { code: Finding['code']; params: Finding['params']; at: R }[] {
  const given = group.flatMap(({ weight }) => (weight === null ? [] : [weight]));
  const [first] = group;
  if (given.length === 0 || !first) return [];
  const sum = given.reduce((total, weight) => total + weight, 0);
  if (sum === 0) return [{ code: 'PLAN_WEIGHTS_ZERO', params: { count: group.length }, at: first }];
  if (given.length < group.length) {
    const at = group.find(({ weight }) => weight === null) ?? first;
    const params = { blank: group.length - given.length, mean: round(sum / given.length) };
    return [{ code: 'PLAN_WEIGHT_BLANK', params, at }];
  }
  const missed = group.length > 1 && (misses(sum, 1) || misses(sum, 100));
  return missed
    ? [{ code: 'PLAN_WEIGHTS_NOT_WHOLE', params: { sum: round(sum), count: group.length }, at: first }]
    : [];
}

/** Within a tenth of the whole, and yet not the whole. */
function misses(sum: number, whole: number): boolean {
  const points = Math.abs(sum / whole - 1) * 100;
  return points <= 10 && points > SHARE_TOLERANCE_POINTS;
}

function round(value: number): number {
  return Number(value.toPrecision(6));
}

/** Year shares: of schemes without nodes below, inside the plan's years, summing to 100. */
export function checkYearShares(check: PlanCheck): Finding[] {
  const findings: Finding[] = [];
  for (const share of check.pkg.yearShares) {
    const { node, year } = share;
    const plan = check.plans.get(check.nodes.get(node)?.plan ?? '');
    if (check.parents.has(node))
      findings.push(findingAt(check, 'PLAN_SHARE_ABOVE_LEAF', 'year_shares', share, 'node', { node }));
    if (plan && (year < plan.firstYear || year > plan.lastYear)) {
      const params = { node, year, plan: plan.code, firstYear: plan.firstYear, lastYear: plan.lastYear };
      findings.push(findingAt(check, 'PLAN_SHARE_YEAR_OUTSIDE', 'year_shares', share, 'year', params));
    }
  }
  for (const [node, shares] of groupBy(check.pkg.yearShares, ({ node }) => node)) {
    const sum = shares.reduce((total, { sharePercent }) => total + sharePercent, 0);
    const [first] = shares;
    if (!first || Math.abs(sum - 100) <= SHARE_TOLERANCE_POINTS) continue;
    findings.push(
      findingAt(check, 'PLAN_SHARES_NOT_100', 'year_shares', first, 'share_percent', { node, sum: round(sum) }),
    );
  }
  return findings;
}
