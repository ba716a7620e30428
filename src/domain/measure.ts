import type { Period } from './calendar.js';

export type Scope = 'month' | 'year' | 'plan';
export type Basis = 'due' | 'full';
export type Spending = 'spent' | 'certified' | 'committed';
export type BudgetVersion = 'current' | 'original';
export type Denominator = 'approved' | 'allocated';

/** The choices that every percentage carries in print. */
export interface MeasureOptions {
  scope: Scope;
  basis: Basis;
  spending: Spending;
  budget: BudgetVersion;
  denominator: Denominator;
  /** Blank sibling weights: all equal, or by approved budget. */
  blankWeights: 'equal' | 'budget';
  /** Surplus of a quantity counts up to this ratio in roll-ups. */
  cap: number;
}

export const DEFAULT_OPTIONS: MeasureOptions = {
  scope: 'plan',
  basis: 'due',
  spending: 'spent',
  budget: 'current',
  denominator: 'approved',
  blankWeights: 'equal',
  cap: 1,
};

/**
 * Realization of one node, department, project or the whole plan. Ratios 0..1, rials whole; null = undefined, never 0.
 * `physical` is the low scenario; numerator and denominator stand beside every ratio.
 */
export interface Realization {
  kind: 'plan' | 'node' | 'department' | 'project' | 'slice';
  code: string;
  level: string;
  title: string;
  /** achieved / planned (due) or achieved (full). */
  physical: number | null;
  /** spentRial / budgetRial. */
  budget: number | null;
  /** budget − physical, a ratio (0.41 = 41 points). */
  gap: number | null;
  /** Indicator attainment; null until indicators are measured. */
  indicators: number | null;
  /** Σ w min(P, PP) / D; basis due only. */
  adherence: number | null;
  /** Share by weight of the leaves with a physical report for this very period. */
  coverage: number | null;
  /** Share by approved budget of the leaves with a spending report for this very period. */
  coverageBudget: number | null;
  /** Silent leaves stand where last known (0 if never): the printed value. */
  low: number | null;
  /** Silent leaves stand where the plan says, at least where last known. */
  high: number | null;
  /** Share of D (full: of the weight) that rests on an assumption. */
  assumed: number | null;
  /** Share of the budget denominator that rests on an assumption. */
  assumedBudget: number | null;
  /** Strategic share of this node that has projects at all. */
  activeWeight: number | null;
  /** A: Σ w P. */
  achieved: number | null;
  /** D: Σ w PP in either basis; the denominator of `physical` on basis due (on basis full it is 1). */
  planned: number | null;
  spentRial: bigint | null;
  budgetRial: bigint | null;
  silent: number;
  leaves: number;
}

/** (1 − mix) · physical + mix · indicators; null where one of them is, or nothing is mixed. The gap stays that of the projects. */
export function mixedPhysical({ physical, indicators }: Realization, mix: number): number | null {
  return mix === 0 || physical === null || indicators === null ? null : (1 - mix) * physical + mix * indicators;
}

export type OutsideKind = 'money_without_work' | 'work_without_budget' | 'not_due';

/** What one leaf (a project-year, or a scheme-year without projects) adds to the gap of the node that was asked. */
export interface Cause {
  code: string;
  title: string;
  year: number;
  /** The leaf node (scheme) above. */
  node: string;
  department: string | null;
  paidAhead: number;
  mix: number;
  outside: number;
  outsideKind: OutsideKind | null;
}

/** The gap of one node, explained exactly: paidAhead + mix + Σ outside = gap to 1e-9. Points as ratios. */
export interface GapExplained {
  code: string;
  title: string;
  level: string;
  physical: number | null;
  budget: number | null;
  gap: number | null;
  paidAhead: number | null;
  mix: number | null;
  mixBetweenYears: number | null;
  outside: { kind: OutsideKind; value: number }[];
  bridge: { step: string; value: number }[];
  /** Where reported: advances not yet recovered, certified above earned, and the rest; sums to paidAhead. */
  paidAheadParts: { kind: 'advances' | 'certified_above_earned' | 'rest'; value: number }[];
  /** Every leaf, largest first. */
  causes: Cause[];
  /** True where a weight inside rests on an assumption: no sentence about mix is printed. */
  weightsAssumed: boolean;
}

/** Which facts and plan a set of measures speaks of. */
export interface MeasureContext {
  period: Period;
  plan: string;
  options: MeasureOptions;
  /** Facts recorded up to this instant (UTC); null = all. */
  asOf: string | null;
}

export type ReportState = 'reported' | 'stale' | 'missing';

/**
 * One leaf of a scope: a project in a fiscal year, or (scope plan) a year of a scheme without projects.
 * All figures are those of the scope: in scope month they are the month's differences.
 */
export interface Leaf {
  /** Project code; the scheme's code for a year without projects. */
  code: string;
  title: string;
  year: number;
  kind: 'project' | 'empty_year';
  /** The leaf node (scheme) above. */
  node: string;
  department: string | null;
  /** w: share in the whole plan, summing to 1 over the leaves of a plan in full; 0 where there is no physical side. */
  weight: number;
  /** P, silent leaves where last known (0 if never reported); null = no planned work: the leaf has no physical side. */
  achieved: number | null;
  /** P if the silent are where the plan says. */
  achievedHigh: number | null;
  /** PP in either basis (basis full divides by 1 instead); null with `achieved`. */
  planned: number | null;
  /** S; null = never reported, or no budget to set it against. */
  spentRial: number | null;
  /** The budget denominator of the basis: BD, B or the credit released; null = none. */
  budgetRial: number | null;
  /** B, the approved budget in force; null = none. */
  approvedRial: number | null;
  physicalState: ReportState;
  moneyState: ReportState;
  /** Last period of the year with a physical or money report; null = never. */
  lastPhysical: string | null;
  lastMoney: string | null;
  plannedAssumed: boolean;
  budgetAssumed: boolean;
  weightAssumed: boolean;
}

/** Attributes of a project by which figures are cut. */
export const SLICE_KEYS = ['district', 'mission', 'kind', 'fundSource'] as const;
export type SliceKey = (typeof SLICE_KEYS)[number];

export type LeafType = 'money_ahead' | 'work_ahead' | 'both_behind' | 'on_plan' | 'finished' | 'unknown';
