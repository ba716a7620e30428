import type { Cell, Row, Table } from '../../domain/table.js';
import { CODE_COLUMN, type Column, type Form, isText, readColumn } from './columns.js';
import type { SheetKind } from './submission.js';

/** People put titles, notes and logos above a table; further down than this is not a title any more. */
const HEADER_SEARCH_ROWS = 20;
/** A complete header below which so many lines hold none with more columns is the header; the rest are data. */
const LOOK_FURTHER_ROWS = 3;
/** No header is as long as this; the paragraphs of a cover page need no look-up. */
const LONGEST_HEADER = 120;

interface Candidate extends Form {
  score: number;
  hasCode: boolean;
  hasFigure: boolean;
}

/** Figures and paragraphs need no look-up, which is dear. */
const mayBeHeader = ({ kind, text }: Cell): boolean =>
  kind === 'text' && text.length <= LONGEST_HEADER && /[\p{L}#%٪]/u.test(text);

/**
 * «کد» alone may be the code of anything; where it is the only such column on a sheet of figures it is the code of what
 * the figures speak of. Every code is then looked up in the plan, so that a wrong reading cannot pass.
 */
function settleCode(columns: Column[], kind: SheetKind): Column[] {
  const code = CODE_COLUMN[kind];
  const vague = columns.filter((column) => column.likely === code);
  const figures = columns.some((column) => column.fact !== null && !isText(column.fact));
  if (vague.length !== 1 || !figures || columns.some((column) => column.field === code)) return columns;
  return columns.map((column) => (column.likely === code ? { ...column, field: code, suggestion: null } : column));
}

function candidate(table: Table, row: Row, kind: SheetKind): Candidate {
  const hidden = new Set(table.hiddenColumns);
  const read = row.cells
    .filter((cell) => cell.text.trim() !== '' && !hidden.has(cell.column))
    .map((cell) => (mayBeHeader(cell) ? readColumn(cell, kind) : null))
    .filter((column): column is Column => column !== null);
  const columns = settleCode(read, kind);
  const fields = new Set(columns.flatMap((column) => column.field ?? []));
  return {
    table,
    kind,
    headerRow: row.number,
    columns,
    score: fields.size,
    hasCode: fields.has(CODE_COLUMN[kind]),
    hasFigure: columns.some((column) => column.fact !== null && !isText(column.fact)),
  };
}

/** What a sheet turned out to be: a form, figures without a column of codes, or nothing that we know. */
export type HeaderReading =
  | { state: 'form'; form: Form }
  | { state: 'no_code' | 'unknown'; headerRow: number | null; columns: Column[] };

/**
 * The header row: the row among the first twenty with the most recognised headers. A form needs a column of codes and
 * one other column of facts; a sheet with figures and no codes is told apart, since its figures would be lost.
 */
export function findHeader(table: Table): HeaderReading {
  const kinds: SheetKind[] = ['project', 'indicator'];
  const complete = (one: Candidate) => one.hasCode && one.columns.some((column) => column.fact !== null);
  const candidates: Candidate[] = [];
  let left = HEADER_SEARCH_ROWS;
  for (const row of table.rows.slice(0, HEADER_SEARCH_ROWS).filter((one) => !one.hidden)) {
    if (left-- <= 0) break;
    const read = kinds.map((kind) => candidate(table, row, kind));
    if (left > LOOK_FURTHER_ROWS && read.some(complete)) left = LOOK_FURTHER_ROWS;
    candidates.push(...read);
  }
  const best = (from: Candidate[]) =>
    from.reduce<Candidate | null>((top, next) => (top === null || next.score > top.score ? next : top), null);

  const form = best(candidates.filter(complete));
  if (form) {
    const { table, kind, headerRow, columns } = form;
    return { state: 'form', form: { table, kind, headerRow, columns } };
  }
  // One recognised word is not a table yet: «مصوب» in a sentence must not make one.
  const figures = best(candidates.filter((one) => one.hasFigure && one.score > 1));
  if (figures) return { state: 'no_code', headerRow: figures.headerRow, columns: figures.columns };
  const nearest = best(candidates);
  return { state: 'unknown', headerRow: nearest?.headerRow ?? null, columns: nearest?.columns ?? [] };
}
