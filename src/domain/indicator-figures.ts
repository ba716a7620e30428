import type { Period } from './calendar.js';
import type { Indicator } from './plan.js';

/** Why an indicator has no attainment. Texts stand in the catalogue of the command line and of the reports. */
export type IndicatorReason =
  | 'scope_month'
  | 'not_due'
  | 'never_reported'
  | 'no_target'
  | 'no_baseline'
  | 'target_zero'
  | 'no_denominator'
  | 'partial_sum';

/**
 * One indicator in a scope and basis. Values in the indicator's own unit; attainment is a ratio of the way from the start to
 * the target. Null = undefined or unknown, with its reason.
 */
export interface IndicatorFigure {
  code: string;
  title: string;
  department: string;
  /** Codes of nodes and projects to which it is linked, as the plan has them. */
  linked: string[];
  unit: string | null;
  direction: Indicator['direction'];
  aggregation: Indicator['aggregation'];
  frequency: Indicator['frequency'];
  weight: number | null;
  /** Baseline of the plan, and b: where the scope starts. */
  baseline: number | null;
  opening: number | null;
  /** T of the scope: the year's target, in scope plan the last one (a sum: all years together). */
  target: number | null;
  band: { low: number; high: number; zeroBelow: number | null; zeroAbove: number | null } | null;
  /** Where the path stood at the measurement date. */
  path: number | null;
  /** The path between given targets is drawn linearly: an assumption. */
  pathAssumed: boolean;
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  /** Of which month the value speaks, and which measurement was due. */
  measuredAt: Period | null;
  dueAt: Period | null;
  /** Measurements over which the value was taken (a sum's from the scope's start, another's of its year) up to its own, and those that came; null = no value, or a run that did not count them yet. */
  measuredParts: number | null;
  expectedParts: number | null;
  /** stale = a measurement that was due is missing and an earlier one stands. */
  state: 'reported' | 'stale' | 'missing' | 'not_due';
  attainmentRaw: number | null;
  /** Held within 0..cap. */
  attainment: number | null;
  reason: IndicatorReason | null;
  worseThanBaseline: boolean | null;
  /** The target of the next fiscal year as that year will have it (of no later one), and what is left to it from the value; of a sum, which begins at 0 again, all of it. */
  nextTarget: number | null;
  gapToFill: number | null;
}

type Counted = Pick<IndicatorFigure, 'aggregation' | 'measuredParts' | 'expectedParts'>;

/** Silent periods within the value of an indicator: what a sum, a mean, a maximum or a ratio over several reports does not speak of. */
export function silentParts({ aggregation, measuredParts, expectedParts }: Counted): number {
  if (aggregation === 'last' || measuredParts === null || expectedParts === null) return 0;
  return expectedParts - measuredParts;
}

/** The value is the sum of the periods that came, and therefore of less than its target speaks of. */
export function isPartialSum(figure: Counted): boolean {
  return figure.aggregation === 'sum' && silentParts(figure) > 0;
}

/** Indicators of a node, department or project together. */
export interface IndicatorRollup {
  code: string;
  /** Σ ω a / Σ ω over the defined ones; null = none is defined. */
  attainment: number | null;
  defined: number;
  undefined: number;
  worse: number;
  missing: number;
  notDue: number;
}
