import type { RowQuestions } from './check.js';
import { ask, million, percent, progressNow, spendingNow } from './row-view.js';

/** Written as nothing: at most half a percent of the work. */
const NOTHING = 0.005;

/** Money spent, net of advances that are not yet recovered, and no work at all. */
export const idleSpending: RowQuestions = (row) => {
  const { budget } = row;
  const progress = progressNow(row);
  const spent = spendingNow(row);
  const statement = row.stated(row.progressField) ?? row.stated('spent_rial');
  if (!statement || progress === null || progress > NOTHING || spent === null || budget === null || budget <= 0)
    return [];
  const net = spent - (row.now('advance_rial') ?? 0);
  if (net < (budget * row.thresholds.idleSpendingPercent) / 100) return [];
  return [
    ask(row, statement, 'SUB_SPENDING_NO_PROGRESS', { value: million(net), share: Math.round(percent(net / budget)) }),
  ];
};
