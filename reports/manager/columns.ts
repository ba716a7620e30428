import { invariant } from '../../src/domain/invariant.js';
import { columnLetters } from '../../src/domain/table.js';

/** One column of a table sheet. `title` and `note` are in the language of the report. */
export interface Column<Key extends string> {
  key: Key;
  title: string;
  /** In characters. */
  width: number;
  /** The definition, as a comment on the header. */
  note?: string;
}

/** Rows above the data of every table sheet: title, scope, legend, sample banner, header. */
export const HEADER_ROW = 5;
export const FIRST_ROW = HEADER_ROW + 1;

/** Letters of columns by key, so that formulas follow when a column moves. */
export function lettersOf<Key extends string>(keys: readonly Key[]): Record<Key, string> {
  const pairs = keys.map((key, index) => [key, columnLetters(index + 1)] as const);
  return Object.fromEntries(pairs) as Record<Key, string>;
}

/** A bounded absolute range of one column: `$K$6:$K$505`. An empty table still has its first row. */
export function columnRange(letter: string, rows: number): string {
  return `$${letter}$${FIRST_ROW}:$${letter}$${FIRST_ROW + Math.max(rows, 1) - 1}`;
}

/** Cells of a row in the order of the columns. */
export function inOrder<Key extends string, Cell>(keys: readonly Key[], cells: Record<Key, Cell>): Cell[] {
  return keys.map((key) => {
    const cell = cells[key];
    invariant(cell !== undefined, `a row lacks its column ${key}`);
    return cell;
  });
}
