import { columnNumber } from '../domain/table.js';
import type { Row } from './sheet.js';

const LINE = 12.5;
// A letter of nine points against the unit of column widths, on the careful side.
const CHARACTER = 0.66;
const PADDING = 4;
const ONE_LINE = 16;
// Joiners and direction marks take no room on the line.
const NO_WIDTH = /[\u200b-\u200f]/g;

/**
 * Heights for rows that have none, from the texts that wrap and the widths of their columns: programs differ in whether
 * they measure rows when they open a file, and a row of one line would hide the rest.
 */
export function withHeights(rows: readonly Row[], widths: readonly number[], merges: readonly string[] = []): Row[] {
  const merged = mergedWidths(widths, merges);
  return rows.map((row, index) =>
    row.height === undefined && row.cells.length > 0
      ? { ...row, height: heightOf(row, merged.get(index + 1) ?? widths) }
      : row,
  );
}

/** Widths of the columns as they are in rows with cells that run over several columns of one row. */
function mergedWidths(widths: readonly number[], merges: readonly string[]): Map<number, readonly number[]> {
  const rows = new Map<number, number[]>();
  for (const merge of merges) {
    const [, from = '', row, to = '', last] = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(merge) ?? [];
    if (row === undefined || row !== last) continue;
    const own = rows.get(Number(row)) ?? [...widths];
    const [first, end] = [columnNumber(from), columnNumber(to)];
    own[first - 1] = widths.slice(first - 1, end).reduce((sum, width) => sum + width, 0);
    rows.set(Number(row), own);
  }
  return rows;
}

/** Characters that take room on a line. */
export function shownLength(text: string): number {
  return text.replace(NO_WIDTH, '').length;
}

function heightOf({ cells }: Row, widths: readonly number[]): number {
  const lines = cells.map((cell, column) => {
    if ((cell?.style.name !== 'wrapped' && cell?.style.name !== 'remark') || typeof cell.value !== 'string') return 1;
    const width = Math.max(4, (widths[column] ?? 10) - 2 * (cell.style.indent ?? 0) - 2);
    return cell.value
      .split('\n')
      .reduce((sum, line) => sum + Math.max(1, Math.ceil((shownLength(line) * CHARACTER) / width)), 0);
  });
  // A cell of many lines must not fill the screen; the whole text stays in the cell.
  const most = Math.min(Math.max(1, ...lines), 8);
  return most === 1 ? ONE_LINE : PADDING + most * LINE;
}
