import { INDICATOR_FIELDS } from '../../domain/fact.js';
import type { RowQuestions } from './check.js';
import { deviation, median } from './robust.js';
import { ask, million, type RowView, spendingNow } from './row-view.js';

/** The least spread that is believed of an indicator, as a part of its middle value. */
const INDICATOR_FLOOR = 0.05;
/** And of the spending of one month, as a part of the budget. */
const SPENDING_FLOOR = 0.03;

/** An indicator far from what it has been: median and MAD of its own earlier values. */
export const indicatorHistory: RowQuestions = (row) => {
  const { deviations, ownFigures } = row.thresholds;
  if (!row.indicator) return [];
  return INDICATOR_FIELDS.filter((field) => field !== 'note').flatMap((field) => {
    const statement = row.stated(field);
    const past = row.past(field);
    if (statement?.value == null || past.length < ownFigures) return [];
    const middle = median(past) ?? 0;
    const far = deviation(statement.value, past, Math.max(Math.abs(middle) * INDICATOR_FLOOR, Number.MIN_VALUE));
    if (far === null || far < deviations) return [];
    const numbers = { value: statement.value, middle, count: past.length, far: Number(far.toFixed(1)) };
    return [ask(row, statement, 'SUB_INDICATOR_UNLIKE_HISTORY', { ...numbers, unit: row.indicator?.unit ?? '—' })];
  });
};

/** What was spent in each earlier month of the year that spent anything, where two months follow each other. */
function monthlySpending(row: RowView): number[] {
  const months = row.earlier('spent_rial');
  return months.flatMap(({ month, value }, index) => {
    const before = months[index - 1];
    return before && month - before.month === 1 && value > before.value ? [value - before.value] : [];
  });
}

/** A month that spends far more than this project's months do. */
export const spendingHistory: RowQuestions = (row) => {
  const { deviations, ownFigures } = row.thresholds;
  const statement = row.stated('spent_rial');
  const last = row.earlier('spent_rial').at(-1);
  if (statement?.value == null || !last || last.month !== row.month - 1 || !row.budget || spendingNow(row) === null)
    return [];
  const past = monthlySpending(row);
  if (past.length < ownFigures - 1) return [];
  const spent = statement.value - last.value;
  const far = deviation(spent, past, row.budget * SPENDING_FLOOR);
  if (far === null || far < deviations || spent <= 0) return [];
  const numbers = { value: million(spent), middle: million(median(past) ?? 0), count: past.length };
  return [ask(row, statement, 'SUB_SPENDING_UNLIKE_HISTORY', { ...numbers, far: Number(far.toFixed(1)) })];
};
