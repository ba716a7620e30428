import type { Row, Table } from '../../domain/table.js';

/** The columns of one table of a sheet, both ends included. */
export interface Span {
  first: number;
  last: number;
}

const filled = (row: Row) => row.cells.filter((cell) => cell.text.trim() !== '');

/** Runs of columns with blank ones between them; lines of one cell are titles and bind nothing together. */
export function columnRuns(table: Table): Span[] {
  const used = new Set<number>();
  for (const row of table.rows) {
    const cells = filled(row);
    if (cells.length > 1) for (const { column } of cells) used.add(column);
  }
  for (const [, left, , right] of table.merges)
    if (used.has(left) && right - left < MOST_BRIDGED) for (let at = left; at <= right; at += 1) used.add(at);
  const columns = [...used].sort((a, b) => a - b);
  const runs: Span[] = [];
  for (const column of columns) {
    const run = runs.at(-1);
    if (run && column === run.last + 1) run.last = column;
    else runs.push({ first: column, last: column });
  }
  return runs;
}

/** A title merged over the whole sheet is no bridge between two tables. */
const MOST_BRIDGED = 4;

/** The part of a sheet that lies in some columns; addresses stay those of the sheet. */
export function slice(table: Table, { first, last }: Span): Table {
  const rows = table.rows
    .map((row) => ({ ...row, cells: row.cells.filter(({ column }) => column >= first && column <= last) }))
    .filter((row) => row.cells.length > 0);
  return { ...table, rows };
}

/** Runs that hold no table of their own belong to the table before them (or, at the start, after them). */
export function joinRuns(runs: readonly Span[], isTable: (run: Span) => boolean): Span[] {
  const joined: Span[] = [];
  let waiting: Span | null = null;
  for (const run of runs) {
    const last = joined.at(-1);
    if (isTable(run)) {
      joined.push({ first: waiting?.first ?? run.first, last: run.last });
      waiting = null;
    } else if (last) last.last = run.last;
    else waiting ??= { ...run };
  }
  return joined;
}
