/** What the records of a workbook say that it holds, counted without the library that reads it. */
export interface SheetCensus {
  /** False for charts and macros, which have a place among the sheets but no cells of data. */
  worksheet: boolean;
  hidden: boolean;
  /** Filled cells of each row, 1-based. */
  filled: Map<number, number>;
  /** Cells whose value is the result of a formula, by `cellKey`. */
  formulas: Set<number>;
  /** Of these, the ones that wait for a calculation and store only a nought until then. */
  uncalculated: Set<number>;
}

const COLUMNS = 16_384;

export function cellKey(row: number, column: number): number {
  return row * COLUMNS + column;
}

export function emptyCensus(worksheet: boolean, hidden: boolean): SheetCensus {
  return { worksheet, hidden, filled: new Map(), formulas: new Set(), uncalculated: new Set() };
}

/** Counts cells of a row; both numbers as the file writes them, from 0. */
export function countFilled({ filled }: SheetCensus, row: number, cells = 1): void {
  filled.set(row + 1, (filled.get(row + 1) ?? 0) + cells);
}
