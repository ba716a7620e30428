import { addMonths, yearOf } from '../../domain/calendar.js';
import type { FactField } from '../../domain/fact.js';
import type { RowQuestions } from './check.js';
import { onPaper } from './on-paper.js';
import { ask } from './row-view.js';

/** Fields that only grow within a year; allocations may be taken back and advances are recovered. */
const NEVER_FALLS: ReadonlySet<FactField> = new Set([
  'physical',
  'quantity',
  'certified_rial',
  'spent_rial',
  'spent_noncash_rial',
]);
/** Far below anything that people type. */
const SAME = 1e-9;

/** A cumulative figure below that of an earlier month of the fiscal year. */
export const falling: RowQuestions = (row) =>
  row.statements.flatMap((statement) => {
    const { code, field, period, value } = statement;
    if (value === null || !NEVER_FALLS.has(field)) return [];
    const { calendar, lastFigure } = row.sender.context;
    const before = lastFigure(code, field, addMonths(calendar, period, -1));
    if (!before || before.value === null || value >= before.value - SAME) return [];
    if (yearOf(calendar, before.period) !== yearOf(calendar, period)) return [];
    const numbers = { value: onPaper(field, value), before: onPaper(field, before.value), period: before.period };
    return [ask(row, statement, 'SUB_FALLING', numbers)];
  });
