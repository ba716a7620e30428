import type { Row } from '../../domain/table.js';
import { cleanText } from '../../domain/text/normalise.js';
import { CODE_COLUMN, type Form, isText } from './columns.js';
import { isNumbering, isSignatureLabel, isTotalLabel } from './labels.js';
import { isWide } from './merges.js';
import { type Cells, holdsNumber, placedCells } from './placed.js';

export type { Placed } from './placed.js';

/** One line that states something: its cells by the contract's column names, blank ones left out. */
export interface DataRow {
  form: Form;
  row: Row;
  cells: Cells;
  /** Titles of the groups in which the line stands, outermost first: «منطقه ۳», «طرح: …». */
  groups: readonly string[];
}

/** Why a line below the header holds no data. */
export type Skipped = 'hidden' | 'header' | 'numbering' | 'total' | 'group' | 'note' | 'signature' | 'below_signature';

export interface TotalRow {
  row: Row;
  label: string;
  cells: Cells;
  /** How many data lines stood above it, and since the last total or group title. */
  rowsBefore: number;
  groupFrom: number;
}

/** All lines of a sheet, told apart by its header. */
export interface FormRows {
  form: Form;
  rows: DataRow[];
  totals: TotalRow[];
  /** Titles above the header; group titles, notes and signatures among or below the data. */
  above: Row[];
  beside: Row[];
  /** Data lines that the sender's screen does not show. */
  hidden: DataRow[];
  hiddenRows: number[];
  /** Lines with figures and no code below the signatures: recaps, which nobody reads. */
  afterFooter: Row[];
  skipped: Partial<Record<Skipped, number>>;
}

/** Printed pages repeat the header, every row of it. */
function repeatsHeader(row: Row, form: Form): boolean {
  const texts = row.cells.filter((cell) => cell.text.trim() !== '');
  return form.headerRows.some((header) => {
    const named = new Map(header.cells.map((cell) => [cell.column, cleanText(cell.text)]));
    const known = texts.filter((cell) => named.has(cell.column));
    return known.length > 1 && known.every((cell) => cleanText(cell.text) === named.get(cell.column));
  });
}

function numbersColumns(row: Row, form: Form): boolean {
  const texts = row.cells.map((cell) => cell.text.trim()).filter((text) => text !== '');
  return isNumbering(texts, form.columns.length);
}

/** The total's own word, where a line is one: under the codes, or in its title when it has no code. */
function totalLabel(row: Row, cells: Cells, form: Form): string | undefined {
  const code = cells.get(CODE_COLUMN[form.kind])?.cell;
  if (code !== undefined && code.row === row.number) return isTotalLabel(code.text) ? code.text : undefined;
  const first = row.cells.find((cell) => cell.kind === 'text' && /\p{L}/u.test(cell.text))?.text;
  return [cells.get('title')?.cell.text, first].find((text) => text !== undefined && isTotalLabel(text));
}

function isSignature(row: Row, cells: Cells, form: Form): boolean {
  const code = cells.get(CODE_COLUMN[form.kind])?.cell.text;
  if (code !== undefined && !isSignatureLabel(code)) return false;
  return row.cells.some((cell) => isSignatureLabel(cell.text)) && ![...cells.values()].some(holdsNumber);
}

/** A line that is nothing but one text without a code opens a group: «منطقه ۳», «طرح: بهسازی معابر». */
function groupTitle(row: Row, form: Form): string | null {
  const cells = row.cells.filter((cell) => cell.text.trim() !== '');
  const [only] = cells;
  if (!only || cells.length > 1 || only.kind !== 'text' || !/\p{L}/u.test(only.text)) return null;
  const column = form.columns.find(({ number }) => number === only.column);
  const merge = form.merges.covering(row.number, only.column);
  // A lone remark or figure in its own column lacks its code; merged over the line it is a title.
  return column && column.fact !== null && !(merge && isWide(merge)) ? null : only.text.trim();
}

/** A blank stretch as long as this ends a table, as a line of signatures does. */
const ENDING_GAP = 3;

/** Tells data from totals, repeated headers, column numbers, group titles, notes and signatures. Hidden lines are not read. */
export function readRows(form: Form): FormRows {
  const byNumber = new Map(form.columns.map((column) => [column.number, column]));
  const result: FormRows = {
    form,
    rows: [],
    totals: [],
    above: [...new Set([...form.above, ...form.sheetAbove])],
    beside: [],
    hidden: [],
    hiddenRows: [],
    afterFooter: [],
    skipped: {},
  };
  const skip = (why: Skipped) => {
    result.skipped[why] = (result.skipped[why] ?? 0) + 1;
  };
  let group: string | null = null;
  let groupFrom = 0;
  let ended = false;
  let afterHeader = true;
  let last = form.headerRow;
  for (const row of form.body) {
    const cells = placedCells(row, byNumber, form.merges);
    const data: DataRow = { form, row, cells, groups: group === null ? [] : [group] };
    const code = cells.get(CODE_COLUMN[form.kind]);
    const title = code === undefined || code.cell.row === row.number ? groupTitle(row, form) : null;
    const states = [...cells.values()].some(
      ({ column }) => column.fact !== null || column.flowOf !== null || column.field === 'answer',
    );
    const own = states && title === null;
    if (form.table.sheet !== null && row.number - last > ENDING_GAP) ended = true;
    last = row.number;
    if (row.hidden) {
      if (cells.size === 0) continue;
      result.hiddenRows.push(row.number);
      if (own) result.hidden.push(data);
      skip('hidden');
      continue;
    }
    if (repeatsHeader(row, form)) {
      afterHeader = true;
      skip('header');
      continue;
    }
    if (afterHeader && numbersColumns(row, form)) {
      skip('numbering');
      continue;
    }
    afterHeader = false;
    const total = totalLabel(row, cells, form);
    if (total !== undefined) {
      result.totals.push({ row, label: total, cells, rowsBefore: result.rows.length, groupFrom });
      groupFrom = result.rows.length;
      skip('total');
    } else if (isSignature(row, cells, form)) {
      result.beside.push(row);
      ended = true;
      skip('signature');
    } else if (own && ended && code === undefined) {
      if ([...cells.values()].some(holdsNumber)) result.afterFooter.push(row);
      result.beside.push(row);
      skip('below_signature');
    } else if (own) {
      if (!joinsRecord(result.rows, data)) result.rows.push(data);
    } else {
      result.beside.push(row);
      if (title !== null && !ended) {
        group = title;
        groupFrom = result.rows.length;
      }
      skip(title === null ? 'note' : 'group');
    }
  }
  return result;
}

/**
 * Lines under one merged code are one record in several lines: what the later ones add belongs to it, and remarks go on.
 * A second figure for a field is left as a line of its own, so that the two are found to contradict each other.
 */
function joinsRecord(rows: DataRow[], data: DataRow): boolean {
  const code = data.cells.get(CODE_COLUMN[data.form.kind]);
  const first = rows.at(-1);
  if (!code || !first || code.cell.row >= data.row.number) return false;
  if (first.cells.get(CODE_COLUMN[data.form.kind])?.cell !== code.cell) return false;
  const joined = new Map(first.cells);
  for (const [field, placed] of data.cells) {
    const there = joined.get(field);
    if (!there) joined.set(field, placed);
    else if (there.cell === placed.cell) continue;
    else if (isText(placed.column.fact))
      joined.set(field, {
        ...there,
        cell: { ...there.cell, text: `${there.cell.text.trim()}\n${placed.cell.text.trim()}` },
      });
    else if (placed.column.fact !== null) return false;
  }
  rows[rows.length - 1] = { ...first, cells: joined };
  return true;
}
