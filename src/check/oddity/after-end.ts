import type { RowQuestions } from './check.js';
import { ask, percent, progressBefore, progressNow, valueAt } from './row-view.js';

/** Work that moves on well after its planned end: has the end moved? Asked once, when it first passes the threshold. */
export const afterEnd: RowQuestions = (row) => {
  const end = row.project?.endMonth ?? null;
  const { lateMonths, latePoints } = row.thresholds;
  const statement = row.stated(row.progressField);
  const now = progressNow(row);
  if (end === null || !statement || now === null || row.month <= end + lateMonths || row.month > 12) return [];
  const before = progressBefore(row);
  const base = valueAt(before, end + lateMonths);
  if (base === null || now - base < latePoints / 100) return [];
  if (before.some(({ month, value }) => month > end + lateMonths && value - base >= latePoints / 100)) return [];
  return [ask(row, statement, 'SUB_AFTER_END', { end, value: percent(now), before: percent(base) })];
};
