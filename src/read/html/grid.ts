import { LAST_COLUMN } from '../grid/address.js';
import type { Merge } from '../grid/merges.js';

/** Finds the column of each cell of a table whose cells may reach over several rows and columns. */
export class SpanGrid {
  /** Of each column, the last row that a cell from above still covers. */
  private readonly coveredTo: number[] = [];
  private column = 0;
  /** False before the first row, and after a table inside a cell or a stray text has taken rows of its own. */
  rowOpen = false;

  startRow(): void {
    this.column = 0;
    this.rowOpen = true;
  }

  /** Places the next cell of a row; null = beyond the last column of a sheet. */
  place(row: number, columns: number, rows: number): { column: number; merge: Merge | null } | null {
    let first = this.column + 1;
    while ((this.coveredTo[first] ?? 0) >= row) first += 1;
    const last = Math.min(first + columns - 1, LAST_COLUMN);
    this.column = last;
    if (first > LAST_COLUMN) return null;
    const bottom = row + rows - 1;
    if (rows > 1) for (let column = first; column <= last; column += 1) this.coveredTo[column] = bottom;
    return { column: first, merge: rows > 1 || last > first ? [row, first, bottom, last] : null };
  }
}

/** The value of `colspan` or `rowspan`: 1 unless it is a sound whole number. */
export function spanOf(text: string | undefined): number {
  return text !== undefined && /^\d{1,6}$/.test(text.trim()) ? Math.max(1, Number(text)) : 1;
}
