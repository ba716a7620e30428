import type { FactField } from '../../domain/fact.js';
import type { Finding, FindingCode } from '../../domain/finding.js';
import type { RowQuestions } from './check.js';
import { isOverBudget } from './over-budget.js';
import { ask, million, percent, type RowView, spendingNow } from './row-view.js';

/** What should not pass what: the field at which it is asked, both amounts in rial, and how many percent more are ordinary. */
interface Order {
  code: FindingCode;
  field: FactField;
  amount: number | null;
  limit: number | null;
  allowedPercent: number;
}

/** What is spent was committed and allocated, what is allocated was approved. */
function above(row: RowView, { code, field, amount, limit, allowedPercent }: Order): Finding[] {
  const statement = row.stated(field);
  if (!statement || amount === null || limit === null || limit <= 0) return [];
  if (amount <= limit * (1 + allowedPercent / 100)) return [];
  return [
    ask(row, statement, code, {
      value: million(amount),
      limit: million(limit),
      over: Math.round(percent(amount / limit - 1)),
    }),
  ];
}

/** Where the money is spent already, that is what is asked about, and not that it was allocated and committed before. */
export const allocatedOverApproved: RowQuestions = (row) =>
  isOverBudget(row)
    ? []
    : above(row, {
        code: 'SUB_ALLOCATED_OVER_APPROVED',
        field: 'allocated_rial',
        amount: row.now('allocated_rial'),
        limit: row.budget,
        allowedPercent: row.thresholds.orderPercent,
      });

export const committedOverApproved: RowQuestions = (row) =>
  isOverBudget(row)
    ? []
    : above(row, {
        code: 'SUB_COMMITTED_OVER_APPROVED',
        field: 'committed_rial',
        amount: row.now('committed_rial'),
        limit: row.budget,
        allowedPercent: row.thresholds.committedPercent,
      });

/** Credit is released in cash: spending that is not cash needs none. */
export const spentOverAllocated: RowQuestions = (row) =>
  above(row, {
    code: 'SUB_SPENT_OVER_ALLOCATED',
    field: 'spent_rial',
    amount: row.now('spent_rial'),
    limit: row.now('allocated_rial'),
    allowedPercent: row.thresholds.orderPercent,
  });

export const spentOverCommitted: RowQuestions = (row) =>
  above(row, {
    code: 'SUB_SPENT_OVER_COMMITTED',
    field: 'spent_rial',
    amount: spendingNow(row),
    limit: row.now('committed_rial'),
    allowedPercent: row.thresholds.orderPercent,
  });
