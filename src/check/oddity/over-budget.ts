import type { RowQuestions } from './check.js';
import { ask, million, percent, type RowView, spendingNow } from './row-view.js';

/** Spending, cash and not, above the approved budget in force by more than is ordinary. */
export function isOverBudget(row: RowView): boolean {
  const spent = spendingNow(row);
  const { budget, thresholds } = row;
  return spent !== null && budget !== null && budget > 0 && spent > budget * (1 + thresholds.overBudgetPercent / 100);
}

/** Worked example: 112 spent of 100 approved, with 10 percent allowed, is asked about as 12 percent over. */
export const overBudget: RowQuestions = (row) => {
  const statement = row.stated('spent_rial') ?? row.stated('spent_noncash_rial');
  const [spent, budget] = [spendingNow(row) ?? 0, row.budget ?? 0];
  if (!statement || !isOverBudget(row)) return [];
  const numbers = { value: million(spent), budget: million(budget), over: Math.round(percent(spent / budget - 1)) };
  return [ask(row, statement, 'SUB_OVER_BUDGET', numbers)];
};
