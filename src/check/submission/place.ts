import type { Finding, FindingCode, Place } from '../../domain/finding.js';
import { type Cell, cellAddress, type Table } from '../../domain/table.js';

/** Where a fault stands: the sheet, and as much of row, column and cell as is known. */
export function sheetPlace(file: string, table: Table, row?: number): Place {
  return row === undefined ? { file, sheet: table.sheet } : { file, sheet: table.sheet, row };
}

export function cellPlace(file: string, table: Table, cell: Cell, header?: string): Place {
  const place: Place = { file, sheet: table.sheet, row: cell.row, cell: cell.address };
  return header === undefined ? place : { ...place, column: header };
}

/** The place of a cell that should hold something and does not exist in the file. */
export function emptyCellPlace(file: string, table: Table, row: number, column: number, header: string): Place {
  return { file, sheet: table.sheet, row, cell: cellAddress(row, column), column: header };
}

/** A place in one short word, the same in every language: `Sheet1!C7`, `C7` or the file's name. */
export function placeName(place: Place): string {
  const spot = place.cell ?? (place.row === undefined ? (place.file ?? '') : String(place.row));
  const bare = place.cell === undefined && place.row === undefined;
  if (place.sheet && bare) return place.sheet;
  return place.sheet ? `${place.sheet}!${spot}` : spot;
}

/** Typed text as a finding shows it: one line, and no longer than a person reads. */
export function shown(text: string): string {
  const line = text.trim().replace(/\s+/gu, ' ');
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}

export function finding(code: FindingCode, place: Place, params: Finding['params'] = {}): Finding {
  return { code, place, params };
}
