import type { RowQuestions } from './check.js';
import { ask, million } from './row-view.js';

/** Spending of a project that has no approved budget. */
export const noBudget: RowQuestions = (row) => {
  if (!row.project || (row.budget ?? 0) > 0) return [];
  return (['spent_rial', 'spent_noncash_rial'] as const).flatMap((field) => {
    const statement = row.stated(field);
    if (statement?.value == null || statement.value <= 0) return [];
    return [ask(row, statement, 'SUB_SPENT_WITHOUT_BUDGET', { value: million(statement.value) })];
  });
};
