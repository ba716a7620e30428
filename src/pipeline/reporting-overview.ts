import type { Period } from '../domain/calendar.js';
import { type Completeness, shareOf } from '../domain/completeness.js';
import { dayKey, deadlineDay, lastGraceDay } from '../domain/deadline.js';
import type { DepartmentReporting, SubmissionRecord } from '../domain/month.js';
import type { PlanPackage } from '../domain/plan.js';
import { completenessAt, reportingMatrix } from './completeness.js';
import type { Context } from './context.js';
import type { ReportingOverview } from './types.js';

/** Who reported of those due, how complete by content, who blocks the report, and the months before. */
export function reportingOverview(
  context: Context,
  period: Period,
  plan: PlanPackage,
  reporting: readonly DepartmentReporting[],
  records: readonly SubmissionRecord[],
): ReportingOverview {
  const complete = completenessAt(context, plan, period);
  const due = reporting.filter(({ state }) => state !== 'not_due');
  const onTime = due.filter(({ state }) => state === 'on_time').length;
  const late = due.filter(({ state }) => state === 'late').length;
  const departments = reporting.map(({ code, title }) => ({ code, title, ...(complete.get(code) ?? NOTHING_DUE) }));
  const sum = (of: (row: Completeness) => number) => departments.reduce((total, row) => total + of(row), 0);
  const [rows, filledRows] = [sum((row) => row.rows), sum((row) => row.filledRows)];
  const [fields, filledFields] = [sum((row) => row.fields), sum((row) => row.filledFields)];
  return {
    deadline: dayKey(deadlineDay(context.config, period)),
    graceEnd: dayKey(lastGraceDay(context.config, period)),
    ...{ due: due.length, onTime, late, rate: shareOf(onTime + late, due.length) },
    ...{ rows, filledRows, rowShare: shareOf(filledRows, rows) },
    ...{ fields, filledFields, fieldShare: shareOf(filledFields, fields) },
    departments,
    blocking: departments.filter(({ missing }) => missing.length > 0).sort(heaviestFirst),
    matrix: reportingMatrix(context, period, records),
  };
}

const NOTHING_DUE: Completeness = { rows: 0, filledRows: 0, fields: 0, filledFields: 0, missing: [], missingRial: 0n };

/** By the approved budget behind the missing rows, then by their number, then by code. */
function heaviestFirst(a: Completeness & { code: string }, b: Completeness & { code: string }): number {
  if (a.missingRial !== b.missingRial) return a.missingRial > b.missingRial ? -1 : 1;
  return b.missing.length - a.missing.length || (a.code < b.code ? -1 : 1);
}
