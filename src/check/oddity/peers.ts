import type { SheetQuestions } from './check.js';
import { deviation, median } from './robust.js';
import { ask, million, progressNow, type RowView, spendingNow } from './row-view.js';

/** The least spread that is believed, in powers of ten: bills are paid late, so half as much again or less is ordinary. */
const FLOOR = 0.2;
/** With less work done than this, money per work says nothing. */
const ENOUGH_WORK = 0.4;

/** Share of the budget spent for each share of the work done, in powers of ten; null = not to be told. */
function moneyPerWork(row: RowView): number | null {
  const [spent, progress] = [spendingNow(row), progressNow(row)];
  if (!row.budget || spent === null || spent <= 0 || progress === null || progress < ENOUGH_WORK) return null;
  return Math.log10(spent / row.budget / progress);
}

/** A project whose money for its work is far from that of the other projects of the sheet: median and MAD. */
export const peers: SheetQuestions = (rows) => {
  const known = rows.flatMap((row) => {
    const log = moneyPerWork(row);
    return log === null ? [] : [{ row, log }];
  });
  const [first] = rows;
  if (!first || known.length < first.thresholds.comparables) return [];
  const logs = known.map(({ log }) => log);
  const middle = median(logs) ?? 0;
  return known.flatMap(({ row, log }) => {
    const statement = row.stated('spent_rial');
    const far = deviation(log, logs, FLOOR);
    if (!statement || far === null || far < row.thresholds.deviations) return [];
    const numbers = {
      value: million(spendingNow(row) ?? 0),
      ratio: Number((10 ** log).toFixed(2)),
      middle: Number((10 ** middle).toFixed(2)),
      count: known.length,
      far: Number(far.toFixed(1)),
    };
    return [ask(row, statement, 'SUB_UNLIKE_PEERS', numbers)];
  });
};
