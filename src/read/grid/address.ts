import { columnNumber } from '../../domain/table.js';

export const LAST_ROW = 1_048_576;
export const LAST_COLUMN = 16_384;

/** A row number as a sheet may write it; null = not one. */
export function rowNumber(text: string): number | null {
  if (!/^[1-9]\d{0,6}$/.test(text)) return null;
  const row = Number(text);
  return row <= LAST_ROW ? row : null;
}

/** `C7` → row 7, column 3; null = not the address of a cell of a sheet. */
export function cellPosition(text: string): { row: number; column: number } | null {
  const match = /^\$?([A-Za-z]{1,3})\$?(\d+)$/.exec(text);
  if (!match?.[1] || !match[2]) return null;
  const row = rowNumber(match[2]);
  const column = columnNumber(match[1].toUpperCase());
  return row !== null && column <= LAST_COLUMN ? { row, column } : null;
}
