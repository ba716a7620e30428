import type { Calendar, Period } from '../domain/calendar.js';
import type { FactField } from '../domain/fact.js';
import type { MeasureOptions } from '../domain/measure.js';
import type { PlanPackage } from '../domain/plan.js';

/** One figure in force: the latest accepted value of a code, fiscal year, fiscal month (1..13) and field. */
export interface Figure {
  code: string;
  field: FactField;
  year: number;
  month: number;
  value: number;
}

/** Everything that a measure depends on: no clock, no files, no store. */
export interface MeasureInput {
  package: PlanPackage;
  plan: string;
  calendar: Calendar;
  period: Period;
  figures: readonly Figure[];
  /** Budget as first approved, for `budget: original`; a project that is missing here has its own `approvedRial`. */
  firstApproved: ReadonlyMap<string, number>;
  options: MeasureOptions;
  /** Treats released projects as if they still held their weight: to print what a release changes. */
  ignoreReleases?: boolean;
  /** Projects of the period's year that stand where they stood in an earlier month of it; 0 = they have not begun. */
  held?: { month: number; codes: ReadonlySet<string> };
}
