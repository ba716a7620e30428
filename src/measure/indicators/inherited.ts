import { crosswalkShares, type InheritedBaseline } from '../../domain/crosswalk.js';
import type { Indicator, Plan, PlanPackage } from '../../domain/plan.js';
import type { Figure } from '../input.js';
import { wholeYearValue } from './parts.js';
import { reportsOf } from './values.js';

/**
 * Baselines that a plan takes from the one before: where an indicator has none, the value of the earlier plan's last year. The source is the one indicator
 * that the crosswalk maps to it as a whole; without a row of its own the same code. It is offered only where unit, direction and aggregation agree, and not to
 * bands. Null rule: no value in that year or a sum with silent months, several sources, or a part of one: no baseline. Worked example: 17 at the end of 1399 → 17 for 1400.
 */
export function inheritedBaselines(
  { crosswalk, indicators, plans }: PlanPackage,
  plan: Plan,
  figures: readonly Figure[],
): InheritedBaseline[] {
  const reports = reportsOf(figures);
  const known = new Map(indicators.map((indicator) => [indicator.code, indicator]));
  return indicators.flatMap((indicator) => {
    if (indicator.baseline !== null || indicator.direction === 'band') return [];
    const rows = crosswalk.filter(({ toPlan, toCode }) => toPlan === plan.code && toCode === indicator.code);
    const source = rows.length === 0 ? before(plans, plan, indicator.code) : mappedWhole(crosswalk, rows);
    const other = source && known.get(source.code);
    const earlier = plans.find(({ code }) => code === source?.plan);
    if (!source || !other || !earlier || !alike(other, indicator)) return [];
    const value = wholeYearValue(other, reports.get(other.code) ?? [], earlier.lastYear)?.value;
    if (value === undefined) return [];
    return [{ indicator: indicator.code, from: other.code, plan: earlier.code, year: earlier.lastYear, value }];
  });
}

interface Source {
  code: string;
  plan: string;
}

/** The plan that ended last before this one starts. */
function before(plans: readonly Plan[], plan: Plan, code: string): Source | null {
  const earlier = plans.filter(({ lastYear }) => lastYear < plan.firstYear);
  const [last] = earlier.sort((a, b) => b.lastYear - a.lastYear);
  return last ? { code, plan: last.code } : null;
}

function mappedWhole(all: PlanPackage['crosswalk'], rows: PlanPackage['crosswalk']): Source | null {
  const [row, ...others] = rows;
  if (!row || others.length > 0) return null;
  const siblings = all.filter(({ fromCode, toPlan }) => fromCode === row.fromCode && toPlan === row.toPlan);
  const share = crosswalkShares(siblings)[siblings.indexOf(row)] ?? 0;
  return share >= 1 - 1e-9 ? { code: row.fromCode, plan: row.fromPlan } : null;
}

function alike(a: Indicator, b: Indicator): boolean {
  return a.unit === b.unit && a.direction === b.direction && a.aggregation === b.aggregation;
}

/** The package with these baselines in it. */
export function withBaselines(pkg: PlanPackage, inherited: readonly InheritedBaseline[]): PlanPackage {
  if (inherited.length === 0) return pkg;
  const values = new Map(inherited.map((each) => [each.indicator, each]));
  const indicators = pkg.indicators.map((indicator) => {
    const found = values.get(indicator.code);
    return found ? { ...indicator, baseline: found.value, baselineYear: found.year } : indicator;
  });
  return { ...pkg, indicators };
}
