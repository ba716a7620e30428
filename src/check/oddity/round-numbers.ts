import { cellPlace, finding, shown } from '../submission/place.js';
import type { SheetQuestions } from './check.js';
import { percent } from './row-view.js';

/** A percentage that says nothing of how it was found: nothing is done, or all of it. */
const SETTLED: ReadonlySet<number> = new Set([0, 1]);

/** Nearly all percentages of a sheet are round tens: they may be guesses. Of measured figures one in ten is. */
export const roundNumbers: SheetQuestions = (rows, { sender, form }) => {
  const column = form.columns.find(({ fact }) => fact === 'physical');
  const [first] = rows;
  if (!column || !first) return [];
  const figures = rows.flatMap((row) => {
    const value = row.stated('physical')?.value ?? null;
    return value === null || SETTLED.has(value) ? [] : [value];
  });
  const round = figures.filter((value) => Math.abs(value * 10 - Math.round(value * 10)) < 1e-9).length;
  const { roundRows, roundPercent } = first.thresholds;
  if (figures.length < roundRows || round * 100 < roundPercent * figures.length) return [];
  const params = { code: sender.department.code, field: 'physical', header: shown(column.header) };
  const numbers = { rows: round, of: figures.length, share: Math.round(percent(round / figures.length)) };
  return [
    finding('SUB_ROUND_NUMBERS', cellPlace(sender.context.fileName, form.table, column.cell, column.header), {
      ...params,
      ...numbers,
    }),
  ];
};
