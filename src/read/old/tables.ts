import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx';
import type { Table } from '../../domain/table.js';
import type { Book, RawCell } from '../grid/cell.js';
import { formatKind, MEANING_STYLES, styleOf } from '../grid/formats.js';
import { SheetBuilder, type Spent } from '../grid/sheet-builder.js';
import type { Source } from '../reader.js';
import { Refusal } from '../refusal.js';
import { cellKey, type SheetCensus } from './census.js';

/** The words of errors, which the library keeps as numbers. */
const ERRORS: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
  43: '#GETTING_DATA',
};

/** Turns what the library read into tables, sheet by sheet held against the census. Throws `Refusal`. */
export function toTables(book: WorkBook, census: readonly SheetCensus[], format: string, source: Source): Table[] {
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  const own: Book = { strings: [], styles: MEANING_STYLES, date1904, textChars: source.limits.textChars };
  const spent: Spent = { cells: 0, filled: 0 };
  if (book.SheetNames.length !== census.length) throw new Refusal('FILE_BOOK_DAMAGED', { format });
  const tables: Table[] = [];
  for (const [at, counted] of census.entries()) {
    const name = book.SheetNames[at] ?? '';
    const sheet = book.Sheets[name];
    if (!sheet || !counted.worksheet) continue;
    const builder = new SheetBuilder({ name, hidden: counted.hidden }, own, spent, source);
    fill(builder, sheet, counted, name, source);
    tables.push(builder.finish());
  }
  if (tables.length === 0) throw new Refusal('FILE_NO_SHEET');
  return tables;
}

function fill(builder: SheetBuilder, sheet: WorkSheet, census: SheetCensus, name: string, { limits }: Source): void {
  const data = sheet['!data'] ?? [];
  const read = new Map<number, number>();
  data.forEach((cells, index) => {
    const row = index + 1;
    builder.startRow(row, sheet['!rows']?.[index]?.hidden === true);
    cells?.forEach((cell, at) => {
      if (!cell || cell.t === 'z') return;
      builder.countCell();
      read.set(row, (read.get(row) ?? 0) + 1);
      const key = cellKey(row, at + 1);
      const raw = rawCell(cell, row, at + 1, census.formulas.has(key), limits.textChars);
      builder.add(census.uncalculated.has(key) ? { ...raw, value: null, inline: undefined } : raw);
    });
  });
  refuseLoss(census.filled, read, name);
  for (const { s, e } of sheet['!merges'] ?? []) builder.merge([s.r + 1, s.c + 1, e.r + 1, e.c + 1]);
  sheet['!cols']?.forEach((column, at) => {
    if (column?.hidden === true) builder.hideColumns(at + 1, at + 1);
  });
}

/** A row with fewer or more cells than its records hold: something was lost or read twice. */
function refuseLoss(stated: ReadonlyMap<number, number>, read: ReadonlyMap<number, number>, sheet: string): void {
  for (const row of new Set([...stated.keys(), ...read.keys()])) {
    const counts = { stated: stated.get(row) ?? 0, read: read.get(row) ?? 0 };
    if (counts.stated !== counts.read) throw new Refusal('FILE_NOT_ALL_READ', counts, { sheet, row });
  }
}

function rawCell(cell: CellObject, row: number, column: number, formula: boolean, textChars: number): RawCell {
  const raw: RawCell = { row, column, type: 'n', style: '0', formula, value: null, inline: undefined };
  switch (cell.t) {
    case 'n':
      return { ...raw, value: String(cell.v), style: styleOf(formatKind(String(cell.z ?? 'General'))) };
    case 'b':
      return { ...raw, type: 'b', value: cell.v === true ? '1' : '0' };
    case 'e':
      return { ...raw, type: 'e', value: ERRORS[Number(cell.v)] ?? String(cell.w ?? cell.v) };
    default: {
      const text = String(cell.v ?? '');
      return { ...raw, type: 'str', inline: text.length > textChars ? null : text };
    }
  }
}
