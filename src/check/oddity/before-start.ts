import type { RowQuestions } from './check.js';
import { ask, progressBefore, progressNow, type RowView, spendingAt, spendingNow } from './row-view.js';

/** Written as nothing: at most one percent of the work or of the budget. */
const NOTHING = 0.01;

/** Progress of the year, or spending, in a month before the planned start; each asked when it first appears. */
export const beforeStart: RowQuestions = (row) => {
  const start = row.project?.startMonth ?? null;
  if (start === null || row.month >= start) return [];
  return [...begun(row, start), ...paid(row, start)];
};

function begun(row: RowView, start: number) {
  const statement = row.stated(row.progressField);
  if (!statement || (progressNow(row) ?? 0) <= NOTHING) return [];
  if (progressBefore(row).some(({ value }) => value > NOTHING)) return [];
  return [ask(row, statement, 'SUB_BEFORE_START', { start, month: row.month })];
}

function paid(row: RowView, start: number) {
  const statement = row.stated('spent_rial');
  const { budget } = row;
  if (!statement || !budget || (spendingNow(row) ?? 0) <= NOTHING * budget) return [];
  if ((spendingAt(row, row.month - 1) ?? 0) > NOTHING * budget) return [];
  return [ask(row, statement, 'SUB_BEFORE_START', { start, month: row.month })];
}
