import type { Cell, Row } from '../../domain/table.js';
import { isNoData } from '../../domain/text/normalise.js';
import { parseNumber } from '../../domain/text/number.js';
import { type Column, isFigure, isText } from './columns.js';
import { isWide, type MergeIndex } from './merges.js';

/** A cell under a column that we know. */
export interface Placed {
  cell: Cell;
  column: Column;
  /** A figure in an area merged over several lines or columns: nobody can tell whose it is. */
  spread?: boolean;
}

/** The cells of one line by the contract's column names. */
export type Cells = ReadonlyMap<string, Placed>;

/** A dash or an empty cell says nothing; «ندارد» under an obstacle is an answer, under a figure it is none. */
export function isBlank(cell: Cell, column: Pick<Column, 'fact'>): boolean {
  const text = cell.text.trim();
  if (text === '') return true;
  if (cell.kind !== 'text') return false;
  return isText(column.fact) ? !/[\p{L}\p{N}]/u.test(text) : isNoData(text);
}

/** Columns that hold for every line of an area merged downwards: names, codes and remarks, never figures. */
const carries = (column: Column): boolean => !isFigure(column.fact) && column.flowOf === null;

/** The cells of a line under known columns; names, codes and remarks reach down in their merged area. */
export function placedCells(row: Row, byNumber: ReadonlyMap<number, Column>, merges: MergeIndex): Cells {
  const cells = new Map<string, Placed>();
  const place = (cell: Cell, column: Column) => {
    if (column.field && !isBlank(cell, column) && !cells.has(column.field)) cells.set(column.field, { cell, column });
  };
  for (const cell of row.cells) {
    const column = byNumber.get(cell.column);
    if (column) place(cell, column);
  }
  if (!merges.any) return cells;
  for (const column of byNumber.values()) {
    if (!column.field || cells.has(column.field) || !carries(column)) continue;
    const merge = merges.covering(row.number, column.number);
    const master = merge && merge[0] < row.number && merge[1] === column.number ? merges.master(merge) : null;
    if (master) place(master, column);
  }
  for (const [field, placed] of cells)
    if (isFigure(placed.column.fact) && isSpread(placed, cells, byNumber, merges))
      cells.set(field, { ...placed, spread: true });
  return cells;
}

/** A figure merged over more lines than its code has, or over the columns of other figures. */
function isSpread({ cell, column }: Placed, cells: Cells, byNumber: ReadonlyMap<number, Column>, merges: MergeIndex) {
  const merge = merges.covering(cell.row, cell.column);
  if (!merge) return false;
  const code = [...cells.values()].find(
    (one) => one.column.field === 'project' || one.column.field === 'indicator',
  )?.cell;
  const [, , codeBottom] = (code && merges.covering(code.row, code.column)) ?? [0, 0, code?.row ?? cell.row];
  if (merge[2] > codeBottom) return true;
  for (let at = merge[1]; isWide(merge) && at <= merge[3]; at += 1) {
    const other = byNumber.get(at);
    if (other && other !== column && other.fact !== null) return true;
  }
  return false;
}

/** Whether a cell holds a figure that can be read as a number. */
export function holdsNumber({ cell, column }: Placed): boolean {
  if (!isFigure(column.fact)) return false;
  return cell.number !== null || parseNumber(cell.text, 'number').status === 'ok';
}
