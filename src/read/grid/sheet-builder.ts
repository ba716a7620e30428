import type { Table } from '../../domain/table.js';
import type { Source } from '../reader.js';
import { Refusal } from '../refusal.js';
import { type Book, interpretCell, type Note, type RawCell } from './cell.js';
import { applyMerges, type Merge } from './merges.js';
import { RowCollector } from './row-collector.js';

/** Cells used so far in the whole workbook. */
export interface Spent {
  cells: number;
  filled: number;
}

/** Puts one sheet together, whatever format it comes from, under the limits of the whole workbook. */
export class SheetBuilder {
  private readonly collector: RowCollector;
  private readonly merges: Merge[] = [];
  private readonly hiddenColumns = new Set<number>();
  private readonly note: Note;
  private row = 0;
  private beyond = 0;

  constructor(
    private readonly sheet: { name: string | null; hidden: boolean },
    private readonly book: Book,
    private readonly spent: Spent,
    private readonly source: Pick<Source, 'limits' | 'findings'>,
  ) {
    this.collector = new RowCollector(sheet.name, source.findings);
    this.note = (code, address, params = {}) => {
      source.findings.add(code, { sheet: sheet.name, row: this.row, cell: address }, params);
    };
  }

  startRow(number: number, hidden: boolean): void {
    this.row = number;
    this.collector.startRow(number, hidden);
  }

  /** Counts one cell of the file, filled or not. */
  countCell(): void {
    const { limits } = this.source;
    this.spent.cells += 1;
    if (this.spent.cells > limits.cells) throw new Refusal('FILE_CELLS_TOO_MANY', { limit: limits.cells });
  }

  /** Interprets a cell of the row that was started, and keeps it unless it is blank. */
  add(raw: RawCell): void {
    const { limits } = this.source;
    const cell = interpretCell(raw, this.book, this.note);
    if (!cell) return;
    if (cell.column > limits.columns) {
      this.beyond += 1;
      return;
    }
    this.spent.filled += 1;
    if (this.spent.filled > limits.filledCells) throw new Refusal('FILE_CELLS_TOO_MANY', { limit: limits.filledCells });
    this.collector.add(cell);
  }

  merge(area: Merge): void {
    if (this.merges.push(area) > this.source.limits.merges)
      throw new Refusal('FILE_MERGES_TOO_MANY', {}, { sheet: this.sheet.name });
  }

  hideColumns(first: number, last: number): void {
    const end = Math.min(last, this.source.limits.columns);
    for (let column = Math.max(1, first); column <= end; column += 1) this.hiddenColumns.add(column);
  }

  badAddress(text: string): void {
    const place = { sheet: this.sheet.name, ...(this.row > 0 ? { row: this.row } : {}) };
    this.source.findings.add('FILE_CELL_ADDRESS', place, { text: text.slice(0, 40) });
  }

  finish(): Table {
    const { limits, findings } = this.source;
    const { name, hidden } = this.sheet;
    if (this.beyond > 0)
      findings.add('FILE_COLUMNS_BEYOND', { sheet: name }, { count: this.beyond, limit: limits.columns });
    const rows = this.collector.finish();
    if (rows.length > limits.records)
      throw new Refusal('FILE_ROWS_TOO_MANY', { limit: limits.records }, { sheet: name });
    return {
      sheet: name,
      hidden,
      rows,
      merges: applyMerges(rows, this.merges, name, limits, findings),
      hiddenColumns: [...this.hiddenColumns].sort((a, b) => a - b),
      date1904: this.book.date1904,
    };
  }
}
