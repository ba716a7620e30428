import { isFigure } from '../submission/columns.js';
import { finding, sheetPlace } from '../submission/place.js';
import type { SheetQuestions } from './check.js';
import { percent, type RowView } from './row-view.js';

type Same = { row: RowView; same: boolean };

/** Whether every figure of the row is that of last month; null = there is no last month, or nothing that could move. */
function repeats(row: RowView): boolean | null {
  const figures = row.statements.filter(({ field, value }) => isFigure(field) && value !== null);
  const compared = figures.flatMap(({ field, value }) => {
    const last = row.earlier(field).at(-1);
    return last && last.month === row.month - 1 ? [{ value, last: last.value }] : [];
  });
  const done = figures.some(({ field, value }) => field === 'physical' && value === 1);
  if (compared.length === 0 || done || compared.every(({ value }) => value === 0)) return null;
  return compared.every(({ value, last }) => value === last);
}

/** A whole sheet of last month's figures: was the month's file sent, or the old one with a new name? */
export const copied: SheetQuestions = (rows, { sender, form }) => {
  const compared = rows.flatMap((row): Same[] => {
    const same = repeats(row);
    return same === null ? [] : [{ row, same }];
  });
  const [first] = rows;
  if (!first || compared.length < first.thresholds.copiedRows) return [];
  const same = compared.filter((one) => one.same).length;
  if (same * 100 < first.thresholds.copiedPercent * compared.length) return [];
  const params = { code: sender.department.code, field: '', rows: same, of: compared.length };
  const place = sheetPlace(sender.context.fileName, form.table, form.headerRow);
  return [finding('SUB_SHEET_COPIED', place, { ...params, share: Math.round(percent(same / compared.length)) })];
};
