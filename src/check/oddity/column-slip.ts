import { type FactField, MONEY_FIELDS } from '../../domain/fact.js';
import { cellPlace, finding, shown } from '../submission/place.js';
import type { SheetQuestions } from './check.js';
import { median } from './robust.js';
import type { RowView } from './row-view.js';
import { AMOUNTS, powerNear, toldRatio, wholeOf } from './slip.js';

/** So many rows with a figure of last month tell a slip of the column from that of a row. */
const ENOUGH_ROWS = 5;
/** A whole column that rises to less of its budgets than this is no slip that matters. */
const MATTERS = 0.3;

function slipOf(rows: readonly RowView[], field: FactField): { factor: number; up: boolean; count: number } | null {
  const pairs = rows.flatMap((row) => {
    const [value, last] = [row.stated(field)?.value ?? null, row.earlier(field).at(-1)?.value ?? null];
    return value !== null && value > 0 && last !== null && last > 0 ? [{ row, value, ratio: value / last }] : [];
  });
  const [first] = pairs;
  if (!first || pairs.length < ENOUGH_ROWS) return null;
  const middle = median(pairs.map(({ ratio }) => ratio)) ?? 1;
  const up = middle >= 1;
  const ratio = up ? middle : 1 / middle;
  if (powerNear(ratio) === null || ratio < first.row.thresholds.slipRatio) return null;
  const shares = pairs.flatMap(({ row, value }) => {
    const whole = wholeOf(row, field);
    return whole ? [value / whole] : [];
  });
  const much = (median(shares) ?? 1) >= MATTERS;
  return up && !much ? null : { factor: toldRatio(ratio), up, count: pairs.length };
}

/** A whole column of money ten, a thousand or a million times last month's, or that part of it: is its unit right? */
export const columnSlip: SheetQuestions = (rows, { sender, form }) =>
  AMOUNTS.filter((field) => MONEY_FIELDS.has(field)).flatMap((field) => {
    const slip = slipOf(rows, field);
    const column = form.columns.find(({ fact }) => fact === field);
    if (!slip || !column) return [];
    const params = { code: sender.department.code, field, header: shown(column.header), rows: slip.count };
    const code = slip.up ? 'SUB_COLUMN_SLIP_UP' : 'SUB_COLUMN_SLIP_DOWN';
    const place = cellPlace(sender.context.fileName, form.table, column.cell, column.header);
    return [finding(code, place, { ...params, factor: slip.factor })];
  });
