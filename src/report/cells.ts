import type { Cell, Row } from './sheet.js';
import type { CellStyle, StyleName } from './style.js';

type Extra = Omit<CellStyle, 'name'> & Pick<Cell, 'note' | 'link'>;

/** A plain cell: value and style; `extra` adds tone, assumption, indentation, a comment or a jump. */
export function cell(name: StyleName, value: string | number | null, { note, link, ...look }: Extra = {}): Cell {
  return {
    value,
    style: { name, ...look },
    ...(note === undefined ? {} : { note }),
    ...(link === undefined ? {} : { link }),
  };
}

/** A live cell: the formula and the result that we computed ourselves. */
export function live(name: StyleName, formula: string, value: string | number, extra: Extra = {}): Cell {
  return { ...cell(name, value, extra), formula };
}

/** A row whose cells span more columns than they fill: gives each text its first column, the rest stays empty. */
export function spread(entries: readonly (readonly [column: number, cell: Cell])[], height?: number): Row {
  const cells: (Cell | null)[] = [];
  for (const [column, entry] of entries) {
    while (cells.length < column - 1) cells.push(null);
    cells[column - 1] = entry;
  }
  return height === undefined ? { cells } : { cells, height };
}

export function emptyRow(height?: number): Row {
  return height === undefined ? { cells: [] } : { cells: [], height };
}
