import type { RowQuestions } from './check.js';
import { ask, percent, plannedRatio, progressBefore, progressNow, valueAt } from './row-view.js';

/** How much faster than the schedule progress may run before it is asked about. */
const AHEAD = 1.5;

/** Progress that leaps in one month by more than the schedule plans. A gap of silent months allows a leap for each. */
export const jump: RowQuestions = (row) => {
  const statement = row.stated(row.progressField);
  const now = progressNow(row);
  if (!statement || now === null) return [];
  const before = progressBefore(row).at(-1);
  if (!before) return [];
  const rise = now - before.value;
  const months = Math.max(1, row.month - before.month);
  const planned = plannedRatio(row, row.month) - plannedRatio(row, before.month);
  if (rise < Math.max((row.thresholds.jumpPoints / 100) * months, AHEAD * planned)) return [];
  const earlier = valueAt(progressBefore(row), before.month) ?? before.value;
  return [ask(row, statement, 'SUB_JUMP', { value: percent(now), before: percent(earlier), month: before.month })];
};
