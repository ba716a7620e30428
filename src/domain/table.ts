/** What one cell of a file says, before anybody interprets it. Absent cells are simply not in the row. */
export interface Cell {
  /** 1-based, as the sender sees it. */
  row: number;
  column: number;
  /** `C7`; in a text file the same, counted in fields. */
  address: string;
  kind: 'text' | 'number' | 'date' | 'boolean' | 'error';
  /** The text as typed or stored: csv field, shared string, the digits of a number (`0.59`), an error's name. */
  text: string;
  /** The number of a number cell, the serial of a date cell; null otherwise. */
  number: number | null;
  /** The cell's number format shows a percent sign, so 0.59 means 59%. */
  percentFormat: boolean;
  /** The value is the stored result of a formula. */
  formula: boolean;
}

export interface Row {
  /** 1-based line of the sheet, or line of the text file at which the record starts. */
  number: number;
  hidden: boolean;
  cells: Cell[];
}

/** One sheet of a workbook, or one text file (`sheet` null): rows in order, only those that hold a cell. */
export interface Table {
  sheet: string | null;
  hidden: boolean;
  rows: Row[];
  /** Inclusive merged areas, 1-based: [firstRow, firstColumn, lastRow, lastColumn]. */
  merges: [number, number, number, number][];
  /** Columns that the sender's screen does not show, 1-based, ascending; empty in a text file. */
  hiddenColumns: number[];
  /** The workbook counts dates from 1904. */
  date1904: boolean;
}

const ERROR_NAMES = /^#(?:DIV\/0!|REF!|VALUE!|NAME\?|NUM!|NULL!)$/i;

/** A cell that a spreadsheet could not calculate, or the name of such an error written as a text. */
export function isErrorCell({ kind, text }: Pick<Cell, 'kind' | 'text'>): boolean {
  return kind === 'error' || (kind === 'text' && ERROR_NAMES.test(text.trim()));
}

export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** The inverse: `AB` is 28. */
export function columnNumber(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}

export function cellAddress(row: number, column: number): string {
  return `${columnLetters(column)}${row}`;
}

/** Index of the first row with at least this number, by halving: rows of a table stand in order. */
export function firstAtOrAfter(rows: readonly Row[], number: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.number ?? 0) < number) low = middle + 1;
    else high = middle;
  }
  return low;
}
