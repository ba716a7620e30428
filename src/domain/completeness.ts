import type { Period } from './calendar.js';
import type { FactField } from './fact.js';
import type { DepartmentReporting } from './month.js';

/** A row that a department has to fill for a month: a project at work, or an indicator with a target in it. Money in rials. */
export interface DueRow {
  kind: 'project' | 'indicator';
  code: string;
  title: string;
  fields: readonly FactField[];
  /** Approved budget of a project; null = none is known, and of an indicator. */
  budgetRial: number | null;
}

/** How much of what is due has a figure for this very period, whatever file was sent or button pressed. */
export interface Completeness {
  rows: number;
  /** Rows with a figure in at least one due field. */
  filledRows: number;
  fields: number;
  filledFields: number;
  /** Rows without any figure, and the approved budget behind them. */
  missing: DueRow[];
  missingRial: bigint;
}

/** One cell of department × period: `partly` = it reported, in time or late, and due rows are without any figure. */
export type MatrixState = DepartmentReporting['state'] | 'partly';

export interface ReportingMatrix {
  periods: Period[];
  rows: { code: string; title: string; cells: MatrixState[] }[];
}

export const filledKey = (kind: DueRow['kind'], code: string, field: FactField): string => `${kind}\n${code}\n${field}`;

/**
 * Counts rows and fields of which `filled` holds a figure. Example: two projects with progress and spending due, one with
 * progress alone: rows 1 of 2, fields 1 of 4, and the other project is missing with its budget.
 */
export function completenessOf(due: readonly DueRow[], filled: ReadonlySet<string>): Completeness {
  const answer: Completeness = { rows: 0, filledRows: 0, fields: 0, filledFields: 0, missing: [], missingRial: 0n };
  for (const row of due) {
    const has = row.fields.filter((field) => filled.has(filledKey(row.kind, row.code, field))).length;
    answer.rows += 1;
    answer.fields += row.fields.length;
    answer.filledFields += has;
    if (has > 0) {
      answer.filledRows += 1;
      continue;
    }
    answer.missing.push(row);
    answer.missingRial += BigInt(row.budgetRial ?? 0);
  }
  return answer;
}

/** Parts of a whole as a ratio 0..1; null where nothing is due. */
export const shareOf = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

export function matrixState(state: DepartmentReporting['state'], { missing }: Completeness): MatrixState {
  return (state === 'on_time' || state === 'late') && missing.length > 0 ? 'partly' : state;
}
