import { cell, emptyRow, spread } from '../../src/report/cells.js';
import type { Cell, Row } from '../../src/report/sheet.js';

/** A small table inside a sheet of several: its heading, its header row, its rows, and where its data stand. */
export interface Section {
  rows: Row[];
  /** First and last row of data on the sheet; equal to the row of "none" where there are no data. */
  first: number;
  last: number;
}

/** Builds a section that begins at row `start` of its sheet; an empty one says so in words, without heads over nothing. */
export function section(
  start: number,
  title: string,
  headers: readonly string[],
  body: readonly Cell[][],
  empty: string,
  headerHeight = 30,
): Section {
  const heading = spread([[1, cell('section', title)]], 20);
  if (body.length === 0) {
    const none = spread([[1, cell('legend', empty)]], 16);
    return { rows: [heading, none, emptyRow(10)], first: start + 1, last: start + 1 };
  }
  const header: Row = { cells: headers.map((text) => cell('header', text)), height: headerHeight };
  const first = start + 2;
  return {
    rows: [heading, header, ...body.map((cells) => ({ cells })), emptyRow(10)],
    first,
    last: first + body.length - 1,
  };
}

/** A sheet that grows section by section; `none` stands where a table has no rows. */
export class SectionSheet {
  /** Rows of words that stand for a table: in the first column alone they would be cut. */
  readonly spoken: number[] = [];

  constructor(
    readonly rows: Row[],
    private readonly none: string,
  ) {}

  /** `body` is told the row in which it begins; `none` stands for this table's own absence of rows. */
  add(
    title: string,
    headers: readonly string[],
    body: (first: number) => readonly Cell[][],
    { headerHeight, none = this.none }: { headerHeight?: number; none?: string } = {},
  ): Section {
    const start = this.rows.length + 1;
    const rows = body(start + 2);
    if (rows.length === 0) this.spoken.push(start + 1);
    const added = section(start, title, headers, rows, none, headerHeight);
    this.rows.push(...added.rows);
    return added;
  }
}
