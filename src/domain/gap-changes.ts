import type { Period } from './calendar.js';

/**
 * What may have changed between then and now, in the order in which it is put in: first what was known then is put right,
 * then the plan, then time. Each step starts where the one before it ended.
 */
export const CHANGE_KINDS = [
  'restated',
  'replanned',
  'budget_amended',
  'weight_released',
  'new_year',
  'not_reported',
  'reported',
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** Three figures, or what a step does to them; ratios (0.41 = 41 points). Null = undefined. */
export interface GapTriple {
  physical: number | null;
  budget: number | null;
  gap: number | null;
}

/** What one project-year adds to a step's effect on the gap of what was asked; all of them sum to it. */
export interface ChangeCause {
  code: string;
  title: string;
  year: number;
  node: string;
  department: string | null;
  gap: number;
}

/**
 * The effect of one step. A figure that is undefined after a step has null there, and the next step that defines it takes
 * the whole of it: the effects always sum to the change.
 */
export interface ChangeStep extends GapTriple {
  kind: ChangeKind;
  /** Project-years whose own figures this step moved; null = it moved the plan itself. */
  touched: number | null;
  causes: ChangeCause[];
}

/** A gap then and now. `change` is null where one of the ends is undefined; no steps then lead to it. */
export interface GapChanges {
  before: GapTriple;
  after: GapTriple;
  change: GapTriple;
  steps: ChangeStep[];
}

/** The same of a part of what was asked: a node directly below it, or (of the whole plan) a department; its own gap. */
export interface PartChanges {
  kind: 'node' | 'department';
  code: string;
  title: string;
  changes: GapChanges;
}

/** Then: the period, and what was known at an instant (null = everything known now). */
export interface Since {
  period: Period;
  asOf: string | null;
  /** The edition whose knowledge this is; null = an instant was asked for, or nothing was published. */
  edition: number | null;
}
