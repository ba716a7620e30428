import { columnLetters } from '../../src/domain/table.js';
import { spread } from '../../src/report/cells.js';
import type { Cell, Row } from '../../src/report/sheet.js';

type Placed = readonly [column: number, cell: Cell];

/** Two halves of six columns with a gutter between them: A–F and H–M. */
export const HALVES = [1, 8] as const;
export const LAST_COLUMN = 13;
/** Last column of the first half. */
export const HALF = 6;
const WIDTH = 15;

/** First and last column of the five cards: time, physical, budget, indicators, gap. */
export const CARD_SPANS = [
  [1, 2],
  [3, 5],
  [6, 8],
  [9, 10],
  [11, 13],
] as const;

/** First and last column of one of four equal boxes across the page. */
export function quarter(index: number): [first: number, last: number] {
  const first = 1 + index * 3 + (index >= 2 ? 1 : 0);
  return [first, first + 2];
}

export const WIDTHS = Array.from({ length: LAST_COLUMN }, (_, index) => (index === 6 ? 1.5 : WIDTH));

/** A page filled from the top; remembers its merges. */
export class Grid {
  readonly rows: Row[] = [];
  readonly merges: string[] = [];

  add(row: Row): void {
    this.rows.push(row);
  }

  /** Adds a row of cells at their columns; returns its number. */
  row(cells: readonly Placed[], height?: number): number {
    this.rows.push(spread(cells, height));
    return this.rows.length;
  }

  /** Adds a row whose cells stretch from their first to their last column; returns its number. */
  wide(cells: readonly (readonly [first: number, last: number, cell: Cell])[], height?: number): number {
    const placed = cells.flatMap(([first, last, cell]) =>
      // A merged area shows its first cell; the others carry the look, so that fills and borders reach its end.
      Array.from(
        { length: last - first + 1 },
        (_, index): Placed => [first + index, index === 0 ? cell : { value: null, style: cell.style }],
      ),
    );
    const number = this.row(placed, height);
    for (const [first, last] of cells) this.merge(first, last, number, number);
    return number;
  }

  merge(firstColumn: number, lastColumn: number, firstRow: number, lastRow: number): void {
    if (firstColumn === lastColumn && firstRow === lastRow) return;
    this.merges.push(`${columnLetters(firstColumn)}${firstRow}:${columnLetters(lastColumn)}${lastRow}`);
  }
}
