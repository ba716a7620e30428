import type { Calendar, Period } from '../../domain/calendar.js';
import type { FactField, Statement } from '../../domain/fact.js';
import type { Finding } from '../../domain/finding.js';
import type { PlanPackage } from '../../domain/plan.js';

/** A figure that was accepted earlier, with the period and the department that stated it. */
export interface EarlierFigure {
  value: number | null;
  period: Period;
  department: string;
}

/** All that the check needs to know beyond the file itself. Nothing here reads a clock, a disk or a database. */
export interface SubmissionContext {
  calendar: Calendar;
  /** Reference data in force for a period; null = no plan holds then. */
  planAt: (period: Period) => PlanPackage | null;
  /** From the inbox folder; null = the file lay in the inbox itself. */
  folderDepartment: string | null;
  fileName: string;
  /** The period whose month is running at receipt: later periods lie in the future; the running month itself may be reported. */
  currentPeriod: Period;
  closedPeriods: ReadonlySet<Period>;
  /** The last reported figure of a field before or at a period; null = none. */
  lastFigure: (code: string, field: FactField, period: Period) => EarlierFigure | null;
  /** Any error refuses the whole file. */
  atomic: boolean;
  /** From configuration; null = the unit must be stated. */
  defaultMoneyUnit: string | null;
}

export type SheetKind = 'project' | 'indicator';

/** How one sheet was understood, for the sender to compare with what was meant. */
export interface SheetUnderstanding {
  sheet: string | null;
  headerRow: number;
  kind: SheetKind;
  /** `field` is the contract's column name (null = not understood), `unit` the unit in which the column was read. */
  columns: { column: string; header: string; field: string | null; unit: string | null }[];
}

/**
 * What one file says. `refused` = nothing counts; `partly` = the good rows count and the others go back.
 * Rows that hold only a code are in neither count.
 */
export interface SubmissionReading {
  department: string | null;
  period: Period | null;
  status: 'accepted' | 'partly' | 'refused';
  statements: Statement[];
  acceptedRows: number;
  refusedRows: number;
  findings: Finding[];
  understanding: SheetUnderstanding[];
}
