import { type Calendar, isPeriod, monthOf, yearOf } from '../../domain/calendar.js';
import type { Indicator, Plan, Target } from '../../domain/plan.js';

/** Targets of one indicator as points in time: `year` with fiscal month 12 for a yearly target. */
export interface Aim {
  year: number;
  month: number;
  target: Target;
}

/** Given targets in time order; a period stands for its month, a bare year for its end. */
export function aimsOf(targets: readonly Target[], calendar: Calendar): Map<string, Aim[]> {
  const aims = new Map<string, Aim[]>();
  for (const target of targets) {
    const period = isPeriod(target.periodOrYear);
    const year = period ? yearOf(calendar, target.periodOrYear) : Number(target.periodOrYear);
    const month = period ? Math.min(12, monthOf(calendar, target.periodOrYear)) : 12;
    const own = aims.get(target.indicator);
    if (own) own.push({ year, month, target });
    else aims.set(target.indicator, [{ year, month, target }]);
  }
  for (const own of aims.values()) own.sort((a, b) => a.year - b.year || a.month - b.month);
  return aims;
}

export interface Path {
  /** T of the scope. */
  target: number | null;
  /** Where the path stands at the date, and whether it was drawn between given targets. */
  at: number | null;
  assumed: boolean;
  /** Share of the scope that has passed at the date. */
  elapsed: number;
  band: { low: number; high: number; zeroBelow: number | null; zeroAbove: number | null } | null;
}

/** T of a year: its last given target, of a sum the one of its end (targets of months before are parts of it); null = none was given. */
export function yearTarget({ aggregation }: Indicator, aims: readonly Aim[], year: number): number | null {
  const own = aims.filter((aim) => aim.year === year && (aggregation !== 'sum' || aim.month === 12));
  return own.at(-1)?.target.target ?? null;
}

interface Question {
  indicator: Indicator;
  aims: readonly Aim[];
  plan: Plan;
  scope: 'year' | 'plan';
  /** Fiscal year and month (1..12) of the measurement. */
  year: number;
  month: number;
  opening: number | null;
}

/**
 * The path of an indicator from where the scope starts to its targets, straight between them.
 * Sum: what was to be done up to the date: a target given for the month, else T_y × month/12, finished years in full.
 */
export function pathOf(question: Question): Path {
  const { indicator, aims, plan, scope, year, month } = question;
  const first = scope === 'year' ? year : plan.firstYear;
  const last = scope === 'year' ? year : plan.lastYear;
  const inScope = aims.filter((aim) => aim.year >= first && aim.year <= last);
  const elapsed = ((year - first) * 12 + month) / ((last - first + 1) * 12);
  const base = { elapsed, band: bandAt(aims, year, month) };
  if (indicator.aggregation === 'sum') return { ...base, ...sumPath(inScope, { indicator, first, last, year, month }) };
  const end = inScope.at(-1);
  const target = end?.target.target ?? null;
  const exact = inScope.find((aim) => aim.year === year && aim.month === month);
  if (exact) return { ...base, target, at: exact.target.target, assumed: false };
  return { ...base, target, at: between(question, inScope, first), assumed: true };
}

/** The straight line from the last known point (the scope's start, a target) to the next target. */
function between({ opening, year, month }: Question, aims: readonly Aim[], first: number): number | null {
  const at = (aimYear: number, aimMonth: number) => (aimYear - first) * 12 + aimMonth;
  const now = at(year, month);
  const after = aims.find((aim) => at(aim.year, aim.month) > now);
  const before = aims.findLast((aim) => at(aim.year, aim.month) <= now);
  const to = after?.target.target ?? null;
  if (!after || to === null) return before?.target.target ?? null;
  const from = before ? before.target.target : opening;
  if (from === null) return null;
  const start = before ? at(before.year, before.month) : 0;
  return from + ((to - from) * (now - start)) / (at(after.year, after.month) - start);
}

function sumPath(
  aims: readonly Aim[],
  {
    indicator,
    first,
    last,
    year,
    month,
  }: Pick<Question, 'indicator' | 'year' | 'month'> & { first: number; last: number },
): Pick<Path, 'target' | 'at' | 'assumed'> {
  let total: number | null = 0;
  let due: number | null = 0;
  let assumed = false;
  for (let each = first; each <= last; each += 1) {
    const own = aims.filter((aim) => aim.year === each);
    const whole = yearTarget(indicator, own, each);
    total = total === null || whole === null ? null : total + whole;
    if (each > year) continue;
    const given = each === year ? own.find((aim) => aim.month === month)?.target.target : whole;
    const straight = whole === null ? null : (whole * month) / 12;
    if (each === year && given == null) assumed = true;
    const part: number | null = given ?? (each === year ? straight : null);
    due = due === null || part === null ? null : due + part;
  }
  return { target: total, at: due, assumed };
}

/** The band in force at a date: of the first target at or after it, else the last one. */
function bandAt(aims: readonly Aim[], year: number, month: number): Path['band'] {
  const aim = aims.find((each) => each.year * 12 + each.month >= year * 12 + month) ?? aims.at(-1);
  if (!aim || aim.target.low === null || aim.target.high === null) return null;
  const { low, high, zeroBelow, zeroAbove } = aim.target;
  return { low, high, zeroBelow, zeroAbove };
}
