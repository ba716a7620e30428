import type { RowQuestions } from './check.js';
import { ask, percent, progressBefore, progressNow } from './row-view.js';

/** «Ninety percent done» for ever: the last part of a work is the hardest to report. */
export const ninety: RowQuestions = (row) => {
  const statement = row.stated(row.progressField);
  const now = progressNow(row);
  if (!statement || now === null) return [];
  const isNinety = (ratio: number) => ratio >= 0.9 && ratio < 0.9999;
  const { ninetyPeriods } = row.thresholds;
  const last = progressBefore(row).slice(1 - ninetyPeriods);
  if (!isNinety(now) || last.length < ninetyPeriods - 1 || !last.every(({ value }) => isNinety(value))) return [];
  return [
    ask(row, statement, 'SUB_NINETY_FOR_EVER', {
      value: percent(now),
      periods: ninetyPeriods,
      month: last[0]?.month ?? 0,
    }),
  ];
};
