import type { RowQuestions } from './check.js';
import { ask, percent, progressBefore, progressNow, spendingAt, spendingNow } from './row-view.js';

/** An active work in its time whose progress and spending both stand still, report after report. */
export const unchanged: RowQuestions = (row) => {
  const { project } = row;
  const statement = row.stated(row.progressField);
  const now = progressNow(row);
  if (!project || !statement || now === null || now <= 0 || now >= 0.9999 || project.status !== 'active') return [];
  const { unchangedPeriods } = row.thresholds;
  const last = progressBefore(row).slice(1 - unchangedPeriods);
  if (last.length < unchangedPeriods - 1 || last.some(({ value }) => value !== now)) return [];
  const spent = spendingNow(row);
  if (spent !== null && last.some(({ month }) => spendingAt(row, month) !== spent)) return [];
  return [
    ask(row, statement, 'SUB_UNCHANGED', {
      value: percent(now),
      periods: unchangedPeriods,
      month: last[0]?.month ?? 0,
    }),
  ];
};
