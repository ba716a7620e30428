import type { RowQuestions } from './check.js';
import { ask, onWhole } from './row-view.js';

/** Progress or spending in a month before the planned start; asked when it first appears. */
export const beforeStart: RowQuestions = (row) => {
  const start = row.project?.startMonth ?? null;
  if (start === null || row.month >= start) return [];
  return ([row.progressField, 'spent_rial'] as const).flatMap((field) => {
    const statement = row.stated(field);
    if (statement?.value == null || statement.value <= onWhole(row, field, 0.01)) return [];
    if (row.earlier(field).some(({ value }) => value > onWhole(row, field, 0.01))) return [];
    return [ask(row, statement, 'SUB_BEFORE_START', { start, month: row.month })];
  });
};
