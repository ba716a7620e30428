import { type Cell, firstAtOrAfter, type Table } from '../../domain/table.js';

type Merge = Table['merges'][number];

/** What lies over a cell of a sheet: looked up by row, since areas are few in any one row. */
export interface MergeIndex {
  any: boolean;
  covering(row: number, column: number): Merge | null;
  /** The cell that shows in the whole area; null = the area is blank. */
  master(merge: Merge): Cell | null;
}

/** Merged areas by the rows that exist; one index for each sheet. Titles over one cell alone are no areas. */
export function mergeIndex(table: Table): MergeIndex {
  const byRow = new Map<number, Merge[]>();
  for (const merge of table.merges) {
    if (merge[0] === merge[2] && merge[1] === merge[3]) continue;
    for (let index = firstAtOrAfter(table.rows, merge[0]); ; index += 1) {
      const row = table.rows[index];
      if (!row || row.number > merge[2]) break;
      const there = byRow.get(row.number);
      if (there) there.push(merge);
      else byRow.set(row.number, [merge]);
    }
  }
  return {
    any: byRow.size > 0,
    covering: (row, column) => byRow.get(row)?.find(([, left, , right]) => left <= column && column <= right) ?? null,
    master([top, left]) {
      const row = table.rows[firstAtOrAfter(table.rows, top)];
      const cell = row?.number === top ? row.cells.find((one) => one.column === left) : undefined;
      return cell && cell.text.trim() !== '' ? cell : null;
    },
  };
}

export const isWide = ([, left, , right]: Merge): boolean => right > left;
export const isTall = ([top, , bottom]: Merge): boolean => bottom > top;
