import type { Cell, Row } from '../../domain/table.js';
import type { FindingList } from '../finding-list.js';

/** Gathers the filled cells of one sheet into rows by their addresses, whatever their order in the file. */
export class RowCollector {
  private readonly rows: Row[] = [];
  private readonly byNumber = new Map<number, Row>();
  private current: Row = { number: 0, hidden: false, cells: [] };
  private disordered = false;

  constructor(
    private readonly sheet: string | null,
    private readonly findings: FindingList,
  ) {}

  /** Turns to a row; a number that came before continues that row. */
  startRow(number: number, hidden: boolean): void {
    if (number <= this.current.number) this.disordered = true;
    this.current = this.byNumber.get(number) ?? { number, hidden, cells: [] };
  }

  add(cell: Cell): void {
    const { cells } = this.current;
    if (cells.length === 0 && !this.byNumber.has(cell.row)) {
      this.byNumber.set(cell.row, this.current);
      this.rows.push(this.current);
    }
    const last = cells.at(-1);
    if (last && last.column >= cell.column) {
      this.disordered = true;
      const before = cells.findIndex((other) => other.column === cell.column);
      const twin = cells[before];
      if (twin) {
        const text = `${twin.text} | ${cell.text}`.slice(0, 200);
        this.findings.add('FILE_CELL_TWICE', { sheet: this.sheet, row: cell.row, cell: cell.address }, { text });
        cells[before] = { ...cell, kind: 'error', text, number: null, percentFormat: false };
        return;
      }
    }
    cells.push(cell);
  }

  /** Rows and cells in the order of the sheet. */
  finish(): Row[] {
    if (this.disordered) {
      this.findings.add('FILE_CELL_ORDER', { sheet: this.sheet });
      this.rows.sort((a, b) => a.number - b.number);
      for (const row of this.rows) row.cells.sort((a, b) => a.column - b.column);
    }
    return this.rows;
  }
}
