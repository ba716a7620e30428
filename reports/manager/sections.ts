import { cell, emptyRow, spread } from '../../src/report/cells.js';
import type { Cell, Row } from '../../src/report/sheet.js';

/** A small table inside a sheet of several: its heading, its header row, its rows, and where its data stand. */
export interface Section {
  rows: Row[];
  /** First and last row of data on the sheet; equal to the row of "none" where there are no data. */
  first: number;
  last: number;
}

/** Builds a section that begins at row `start` of its sheet; an empty one says so in words. */
export function section(
  start: number,
  title: string,
  headers: readonly string[],
  body: readonly Cell[][],
  empty: string,
  headerHeight = 30,
): Section {
  const rows: Row[] = [
    spread([[1, cell('section', title)]], 20),
    { cells: headers.map((text) => cell('header', text)), height: headerHeight },
    ...(body.length > 0 ? body.map((cells) => ({ cells })) : [spread([[1, cell('legend', empty)]], 16)]),
    emptyRow(10),
  ];
  const first = start + 2;
  return { rows, first, last: first + Math.max(body.length, 1) - 1 };
}

/** A sheet that grows section by section; `none` stands where a table has no rows. */
export class SectionSheet {
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
    const added = section(start, title, headers, body(start + 2), none, headerHeight);
    this.rows.push(...added.rows);
    return added;
  }
}
