import * as library from '@e965/xlsx';
import { readOds, readXls, readXlsb, readXlsx } from 'hucre';
import { cellAddress, type Table } from '../../src/domain/table.js';
import type { Format } from '../../src/read/format.js';

/** Stands for a cell that was refused with a finding of its own. */
export const REFUSED = '\u0000refused';

/** Each filled cell of a workbook as a comparable text: `Sheet1!B2` → `0.59`. */
export type Cells = Map<string, string>;

/** Dates are stored as days counted or as ISO text; both are one date. */
export function ourSerials(tables: readonly Table[]): Cells {
  const dates = tables.flatMap(({ sheet, rows }) =>
    rows.flatMap(({ cells }) => cells.map((cell) => ({ sheet, cell }))),
  );
  return new Map(
    dates.flatMap(({ sheet, cell }) =>
      cell.kind === 'date' ? [[`${sheet}!${cell.address}`, String(cell.number)] as const] : [],
    ),
  );
}

/** What our reader says, in the terms of the comparison. */
export function ourCells(tables: readonly Table[]): Cells {
  const cells: Cells = new Map();
  for (const { sheet, rows } of tables) {
    for (const cell of rows.flatMap((row) => row.cells)) {
      // Refused with a finding at the cell: there is no value to compare.
      if (cell.kind === 'error' && cell.text === '') cells.set(`${sheet}!${cell.address}`, REFUSED);
      else cells.set(`${sheet}!${cell.address}`, cell.text);
    }
  }
  return cells;
}

/**
 * What other readers say of the same bytes, those that can read the file. The library that we read old formats with is
 * asked only about new ones.
 */
export async function theirCells(bytes: Uint8Array, format: Format, tables: readonly Table[]): Promise<Cells[]> {
  const date1904 = tables.some((table) => table.date1904);
  const first = await byHucre(bytes, format, date1904);
  const second = format === 'xlsx' || format === 'ods' ? bySheetjs(bytes) : null;
  return [first, second].filter((cells) => cells !== null);
}

async function byHucre(bytes: Uint8Array, format: Format, date1904: boolean): Promise<Cells | null> {
  try {
    if (format === 'xls') return hucreCells(await readXls(bytes), date1904);
    if (format === 'xlsb') return hucreCells(await readXlsb(bytes), date1904);
    if (format === 'ods') return hucreCells(await readOds(bytes), date1904);
    return hucreCells(await readXlsx(bytes), date1904);
  } catch {
    return null;
  }
}

function bySheetjs(bytes: Uint8Array): Cells | null {
  try {
    return sheetjsCells(bytes);
  } catch {
    return null;
  }
}

function hucreCells({ sheets }: Awaited<ReturnType<typeof readXls>>, date1904: boolean): Cells {
  const cells: Cells = new Map();
  for (const { name, rows } of sheets) {
    for (const [row, values] of rows.entries()) {
      for (const [column, value] of (values ?? []).entries()) {
        if (value === null || value === undefined || value === '') continue;
        const shown = value instanceof Date ? String(serialOf(value, date1904)) : shownValue(value);
        cells.set(`${name}!${cellAddress(row + 1, column + 1)}`, shown);
      }
    }
  }
  return cells;
}

/** The serial of a day. Before March 1900 Excel counts a day that never was, which a real date has not. */
function serialOf(day: Date, date1904: boolean): number {
  const serial = day.getTime() / 86_400_000 + 25_569 - (date1904 ? 1462 : 0);
  return !date1904 && serial < 61 ? serial - 1 : serial;
}

function shownValue(value: unknown): string {
  return typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
}

function sheetjsCells(bytes: Uint8Array): Cells {
  const book = library.read(bytes, {
    type: 'buffer',
    dense: true,
    cellText: true,
    cellFormula: false,
    cellHTML: false,
  });
  const cells: Cells = new Map();
  for (const name of book.SheetNames) {
    for (const [row, values] of (book.Sheets[name]?.['!data'] ?? []).entries()) {
      for (const [column, cell] of (values ?? []).entries()) {
        if (!cell || cell.t === 'z' || cell.v === '' || cell.v === undefined) continue;
        const shown = cell.t === 'e' ? String(cell.w) : shownValue(cell.v);
        cells.set(`${name}!${cellAddress(row + 1, column + 1)}`, shown);
      }
    }
  }
  return cells;
}
