import type { RowQuestions } from './check.js';
import { ask, million, progressBefore, progressNow, spendingAt, spendingNow, valueAt } from './row-view.js';

const DONE = 0.9999;

/** Spending that goes on after the work was reported done: final payments are expected, more is asked about, once. */
export const doneSpending: RowQuestions = (row) => {
  const { budget } = row;
  const statement = row.stated('spent_rial');
  const spent = spendingNow(row);
  if (!statement || spent === null || budget === null || budget <= 0) return [];
  const done = progressBefore(row).find(({ value }) => value >= DONE);
  if (!done || (progressNow(row) ?? 0) < DONE) return [];
  const paid = spendingAt(row, done.month);
  // Bills of work that was certified by then are still to be paid.
  const base = paid === null ? null : Math.max(paid, valueAt(row.earlier('certified_rial'), done.month + 1) ?? 0);
  const tolerance = (budget * row.thresholds.doneSpendingPercent) / 100;
  if (base === null || spent - base <= tolerance) return [];
  const before = spendingAt(row, row.month - 1);
  if (before !== null && before - base > tolerance) return [];
  return [
    ask(row, statement, 'SUB_DONE_STILL_SPENDING', { value: million(spent), before: million(base), month: done.month }),
  ];
};
