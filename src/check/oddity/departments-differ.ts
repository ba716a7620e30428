import { isText } from '../submission/columns.js';
import type { RowQuestions } from './check.js';
import { onPaper } from './on-paper.js';
import { ask, type RowView } from './row-view.js';

/** Figures of different makers are compared to here, far below anything that people type. */
const SAME = 1e-9;

/** Two departments report one figure of one month, and not the same value. */
export const departmentsDiffer: RowQuestions = (row: RowView) =>
  row.statements.flatMap((statement) => {
    const { code, field, period, value } = statement;
    const { context, department } = row.sender;
    if (value === null || isText(field)) return [];
    const there = context.lastFigure(code, field, period);
    if (!there || there.period !== period || there.department === department.code) return [];
    if (there.value === null || Math.abs(there.value - value) <= SAME * Math.max(1, Math.abs(value))) return [];
    const numbers = { value: onPaper(field, value), other: onPaper(field, there.value) };
    return [ask(row, statement, 'SUB_DEPARTMENTS_DIFFER', { ...numbers, department: there.department })];
  });
