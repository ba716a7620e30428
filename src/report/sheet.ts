import type { Chart } from './chart.js';
import type { CellStyle } from './style.js';

/**
 * A workbook as pure data: what a report says, before any library turns it into a file.
 * The same figures give the same workbook, so that tests compare cells as text.
 */
export interface Workbook {
  title: string;
  language: 'fa' | 'en';
  font: string;
  /** Latin digits in a Persian workbook; absent = those of the language. */
  digits?: 'persian' | 'latin';
  /** Instant (UTC) written as the file's own date: that of the data, never of the clock. */
  instant: string;
  sheets: Sheet[];
  /** Names of key figures, valid in the whole workbook. */
  names: { name: string; sheet: string; cell: string }[];
}

export interface Sheet {
  name: string;
  tone: 'none' | 'good' | 'watch' | 'bad' | 'primary';
  /** Widths in characters, first column first. */
  widths: number[];
  /** Row 1 first; an empty row has no cells. */
  rows: Row[];
  merges: string[];
  /** Rows and columns that stand still while the rest scrolls. */
  freeze: { rows: number; columns: number } | null;
  /** Header row and columns for filter buttons (`A4:F90`); null = none. */
  filter: string | null;
  print: Print;
  conditions: Condition[];
  charts?: Chart[];
  picture?: Picture;
  /** Stands behind the charts; nobody has to see it. */
  hidden?: boolean;
  /** Only cells whose style is `open` take input. Without a password: a guard against slips, not against people. */
  locked?: boolean;
  validations?: Validation[];
}

/** What a sheet itself refuses while somebody types, with its own message. */
export interface Validation {
  /** `H7:H40` */
  range: string;
  /** A formula that must hold, for the first cell of the range; or the words of a drop-down. */
  rule: { kind: 'formula'; formula: string } | { kind: 'list'; words: string[]; others: 'allowed' | 'refused' };
  /** Excel shows 32 characters of a title and 255 of a message. */
  title: string;
  message: string;
  /** Shown beside the cell before anything is typed. */
  prompt: string;
}

/** A picture that lies over the cells: a logo. Column and row of its first corner are counted from 1, its size in points. */
export interface Picture {
  kind: 'png' | 'jpeg';
  bytes: Uint8Array;
  column: number;
  row: number;
  width: number;
  height: number;
  description: string;
}

export interface Row {
  /** null = nothing stands in this column. */
  cells: (Cell | null)[];
  /** In points; absent = the program's own. */
  height?: number;
  /** Depth of folding, 1..7; absent = never folded. */
  outline?: number;
  /** Folded away until the reader opens its group. */
  folded?: boolean;
}

export interface Cell {
  /** What is shown; of a formula, the stored result. Text is always text: never a formula, never a link. */
  value: string | number | null;
  /** Without the equals sign, English function names. */
  formula?: string;
  style: CellStyle;
  /** A comment that opens at the cell. */
  note?: string;
  /** A jump inside this workbook. */
  link?: { sheet: string; cell: string };
}

export interface Print {
  landscape: boolean;
  /** Pages in height; 0 = as many as needed. The width is always one page. */
  pagesHigh: number;
  /** The part that is printed (`A1:R90`): helper columns stay on the screen; null = everything. */
  area: string | null;
  /** First and last row repeated on each page; null = none. */
  titleRows: [number, number] | null;
  /** Rows after which a new page begins. */
  breaks?: number[];
  header: string;
  footer: string;
}

/** A rule that paints cells while the reader works: a bar in the cell, or a tone where the cell's word says so. */
export type Condition =
  | { kind: 'bar'; range: string; tone: 'primary' | 'good' | 'watch' | 'bad'; min: number; max: number }
  | { kind: 'word'; range: string; words: { text: string; tone: 'good' | 'watch' | 'bad' | 'ahead' | 'none' }[] };

/** Reference to a cell or range of another sheet, quoted. */
export function refTo(sheet: string, address: string): string {
  return `'${sheet.replaceAll("'", "''")}'!${address}`;
}

/** Text inside a formula, its quotes doubled. */
export function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
