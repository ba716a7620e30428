import type { Cell, Row } from '../../domain/table.js';
import { cleanText, isNoData } from '../../domain/text/normalise.js';
import { parseNumber } from '../../domain/text/number.js';
import { CODE_COLUMN, type Column, type Form, isText } from './columns.js';
import { isNumbering, isSignatureLabel, isTotalLabel } from './labels.js';

/** A cell under a column that we know. */
export interface Placed {
  cell: Cell;
  column: Column;
}

type Cells = ReadonlyMap<string, Placed>;

/** One line that states something: its cells by the contract's column names, blank ones left out. */
export interface DataRow {
  form: Form;
  row: Row;
  cells: Cells;
}

/** All lines of a sheet, told apart by its header. */
export interface FormRows {
  form: Form;
  rows: DataRow[];
  totals: { row: Row; label: string }[];
  /** Titles above the header; group titles, notes and signatures among or below the data. */
  above: Row[];
  beside: Row[];
  hiddenRows: number[];
}

/** A dash or an empty cell says nothing; «ندارد» under an obstacle is an answer, under a figure it is none. */
export function isBlank(cell: Cell, column: Column): boolean {
  const text = cell.text.trim();
  if (text === '') return true;
  if (cell.kind !== 'text') return false;
  return isText(column.fact) ? !/[\p{L}\p{N}]/u.test(text) : isNoData(text);
}

function placedCells(row: Row, byNumber: ReadonlyMap<number, Column>): Cells {
  const cells = new Map<string, Placed>();
  for (const cell of row.cells) {
    const column = byNumber.get(cell.column);
    if (column?.field && !isBlank(cell, column) && !cells.has(column.field)) cells.set(column.field, { cell, column });
  }
  return cells;
}

/** Printed pages repeat the header; some forms number their columns below it. */
function repeatsHeader(row: Row, byNumber: ReadonlyMap<number, Column>): boolean {
  const known = row.cells.filter((cell) => byNumber.has(cell.column));
  const same = (cell: Cell) => cleanText(cell.text) === cleanText(byNumber.get(cell.column)?.header ?? '');
  return known.length > 1 && known.every(same);
}

function numbersColumns(row: Row, form: Form): boolean {
  const texts = row.cells.map((cell) => cell.text.trim()).filter((text) => text !== '');
  return isNumbering(texts, form.columns.length);
}

function holdsNumber({ cell, column }: Placed): boolean {
  if (column.fact === null || isText(column.fact)) return false;
  return cell.number !== null || parseNumber(cell.text, 'number').status === 'ok';
}

/** The total's own word, where a line is one: under the codes, or in its title when it has no code. */
function totalLabel(row: Row, cells: Cells, form: Form): string | undefined {
  const code = cells.get(CODE_COLUMN[form.kind])?.cell.text;
  if (code !== undefined) return isTotalLabel(code) ? code : undefined;
  const first = row.cells.find((cell) => cell.kind === 'text' && /\p{L}/u.test(cell.text))?.text;
  return [cells.get('title')?.cell.text, first].find((text) => text !== undefined && isTotalLabel(text));
}

function isSignature(row: Row, cells: Cells, form: Form): boolean {
  const code = cells.get(CODE_COLUMN[form.kind])?.cell.text;
  if (code !== undefined && !isSignatureLabel(code)) return false;
  return row.cells.some((cell) => isSignatureLabel(cell.text)) && ![...cells.values()].some(holdsNumber);
}

/** Tells data from totals, repeated headers, column numbers, notes and signatures. Hidden lines are not read. */
export function readRows(form: Form): FormRows {
  const byNumber = new Map(form.columns.map((column) => [column.number, column]));
  const result: FormRows = { form, rows: [], totals: [], above: [], beside: [], hiddenRows: [] };
  const below = form.table.rows.filter((row) => row.number > form.headerRow);
  result.above = form.table.rows.filter((row) => row.number < form.headerRow && !row.hidden);
  for (const [index, row] of below.entries()) {
    const cells = placedCells(row, byNumber);
    if (row.hidden) {
      if (cells.size > 0) result.hiddenRows.push(row.number);
      continue;
    }
    if ((index === 0 && numbersColumns(row, form)) || repeatsHeader(row, byNumber)) continue;
    const total = totalLabel(row, cells, form);
    if (total !== undefined) result.totals.push({ row, label: total });
    else if (isSignature(row, cells, form)) result.beside.push(row);
    else if ([...cells.values()].some(({ column }) => column.fact !== null)) result.rows.push({ form, row, cells });
    else result.beside.push(row);
  }
  return result;
}
