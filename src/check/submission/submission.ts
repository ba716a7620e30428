import type { AnswerGiven } from '../../domain/answer.js';
import type { Calendar, Period } from '../../domain/calendar.js';
import type { CheckThresholds } from '../../domain/check-thresholds.js';
import type { FactField, Statement } from '../../domain/fact.js';
import type { Finding, Place } from '../../domain/finding.js';
import type { PlanPackage } from '../../domain/plan.js';
import type { Question } from '../../domain/question.js';
import type { TemplateSettings } from '../dictionary/templates.js';
import type { Why } from './columns.js';
import type { Skipped } from './rows.js';

/** A figure that was accepted earlier, with the period and the department that stated it. */
export interface EarlierFigure {
  value: number | null;
  period: Period;
  department: string;
}

/** A figure in force of one field and period. */
export interface HistoryFigure {
  field: FactField;
  period: Period;
  value: number;
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
  /** Every figure in force of a code up to a period, of any year; absent = nothing was reported before. */
  history?: (code: string, period: Period) => readonly HistoryFigure[];
  /** From when on figures are asked about; absent = the defaults. */
  thresholds?: CheckThresholds;
  /** Any error refuses the whole file. */
  atomic: boolean;
  /** From configuration; null = the unit must be stated. */
  defaultMoneyUnit: string | null;
  /** What was asked of a department, of any state; absent = nothing was ever asked. */
  questions?: (department: string) => readonly Question[];
  /**
   * Whether a cell of a form of ours was only left standing while a newer file stated its figure: what is in force now, and by
   * which file; null = the cell counts as it is. `said` null = it could not be read. Absent = the file is no such form.
   */
  overtaken?: (
    at: { sheet: string | null; cell: string },
    figure: Pick<Statement, 'code' | 'period' | 'field'>,
    said: Pick<Statement, 'value' | 'text'> | null,
  ) => Overtaken | null;
  /** The workspace's own words and saved layouts (`data/templates`); absent = none. */
  templates?: TemplateSettings;
}

export interface Overtaken {
  /** As a person reads it; null = the figure was taken back. */
  now: string | null;
  file: string;
}

export type SheetKind = 'project' | 'indicator';

/** What said the unit of a column of money. */
export type UnitSource = 'header' | 'note' | 'layout' | 'department' | 'configuration';

/** How one column was understood. */
export interface ColumnUnderstanding {
  column: string;
  header: string;
  /** The contract's column name; null = not read. */
  field: string | null;
  /** The words that say the unit, such as a note «مبالغ به میلیون ریال است»; of money also the rials of one. */
  unit: string | null;
  unitRial: number | null;
  unitFrom: UnitSource | null;
  /** `exact` label, `pair` of parent and child, `context` of values and neighbours, saved `mapping`, own `synonym`; or why not. */
  why: Why;
  suggestion: string | null;
}

/** How one table of a file was understood, for the sender to compare with what was meant. */
export interface SheetUnderstanding {
  sheet: string | null;
  /** The last header row, and all of them. */
  headerRow: number;
  headerRows: number[];
  kind: SheetKind;
  columns: ColumnUnderstanding[];
  /** Month and sender of the file with the place that says so; null = not known. */
  period: Period | null;
  periodFrom: Place | null;
  department: string | null;
  departmentFrom: Place | null;
  /** Lines that were read as data, and how many others were left out for which reason. */
  rowsRead: number;
  rowsSkipped: Partial<Record<Skipped, number>>;
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
  /** Answers to questions that were asked before; they count whatever becomes of the figures. */
  answers: AnswerGiven[];
  understanding: SheetUnderstanding[];
}
