import type { Table } from '../../domain/table.js';
import { LAST_COLUMN, LAST_ROW } from '../grid/address.js';
import type { Book, RawCell } from '../grid/cell.js';
import { SheetBuilder, type Spent } from '../grid/sheet-builder.js';
import type { Source } from '../reader.js';
import { attributeOf, type Element } from '../xml/xml.js';
import { type CellStart, count, rawCell, startCell } from './cell.js';
import { TABLE } from './names.js';
import { Paragraphs } from './paragraphs.js';
import type { OdsStyles } from './styles.js';

type Filled = { at: number; repeat: number; raw: Omit<RawCell, 'row' | 'column'> };

/** Puts one `table:table` together. Rows and cells that stand once for many are written out, as far as they are filled. */
export class OdsSheet {
  private readonly builder: SheetBuilder;
  private readonly paragraphs: Paragraphs;
  private filled: Filled[] = [];
  private spans: { at: number; columns: number; rows: number }[] = [];
  private row = 0;
  private rowRepeat = 1;
  private rowHidden = false;
  private column = 0;
  private tableColumn = 0;
  private rowStyle: string | null = null;
  private readonly columnStyles: { last: number; style: string }[] = [];
  private cell: CellStart | null = null;

  constructor(
    name: string,
    hidden: boolean,
    private readonly styles: OdsStyles,
    book: Book,
    spent: Spent,
    source: Source,
  ) {
    this.builder = new SheetBuilder({ name, hidden }, book, spent, source);
    this.paragraphs = new Paragraphs(source.limits.textChars);
  }

  open(element: Element): void {
    if (this.cell) this.paragraphs.open(element);
    else if (element.uri !== TABLE) return;
    else if (element.local === 'table-column') this.openColumn(element);
    else if (element.local === 'table-row') this.openRow(element);
    else if (element.local === 'table-cell' || element.local === 'covered-table-cell') {
      this.builder.countCell();
      this.cell = startCell(element);
    }
  }

  close(local: string): void {
    if (local === 'table-cell' || local === 'covered-table-cell') this.closeCell();
    else if (this.cell) this.paragraphs.close(local);
    else if (local === 'table-row') this.closeRow();
  }

  text(piece: string): void {
    if (this.cell) this.paragraphs.text(piece);
  }

  finish(): Table {
    return this.builder.finish();
  }

  private openColumn(element: Element): void {
    const first = this.tableColumn + 1;
    this.tableColumn += count(attributeOf(element, TABLE, 'number-columns-repeated'));
    const style = attributeOf(element, TABLE, 'default-cell-style-name') ?? '';
    this.columnStyles.push({ last: this.tableColumn, style });
    if (isHidden(element)) this.builder.hideColumns(first, this.tableColumn);
  }

  private openRow(element: Element): void {
    this.rowRepeat = count(attributeOf(element, TABLE, 'number-rows-repeated'));
    this.rowHidden = isHidden(element);
    this.rowStyle = attributeOf(element, TABLE, 'default-cell-style-name');
    this.column = 0;
    this.filled = [];
    this.spans = [];
  }

  private closeCell(): void {
    const { cell } = this;
    if (!cell) return;
    this.cell = null;
    const at = this.column + 1;
    const style = cell.style ?? this.rowStyle ?? this.columnStyles.find(({ last }) => last >= at)?.style ?? '';
    const raw = rawCell(cell, this.paragraphs.take(), this.styles.kindOf(style));
    if (raw) this.filled.push({ at, repeat: cell.repeat, raw });
    if (cell.columns > 1 || cell.rows > 1) this.spans.push({ at, columns: cell.columns, rows: cell.rows });
    this.column += cell.repeat;
  }

  private closeRow(): void {
    const first = this.row + 1;
    this.row += this.rowRepeat;
    if (this.filled.length > 0) {
      for (let row = first; row <= this.row; row += 1) {
        if (row > LAST_ROW) {
          this.builder.badAddress(`A${row}`);
          break;
        }
        this.builder.startRow(row, this.rowHidden);
        for (const each of this.filled) this.addRepeated(row, each);
      }
    }
    for (const { at, columns, rows } of this.spans) {
      this.builder.merge([first, at, first + rows - 1, at + columns - 1]);
    }
  }

  private addRepeated(row: number, { at, repeat, raw }: Filled): void {
    const last = at + repeat - 1;
    if (last > LAST_COLUMN) this.builder.badAddress('XFD+1');
    for (let column = at; column <= Math.min(last, LAST_COLUMN); column += 1) {
      if (column > at || row > this.row - this.rowRepeat + 1) this.builder.countCell();
      this.builder.add({ row, column, ...raw });
    }
  }
}

function isHidden(element: Element): boolean {
  const visibility = attributeOf(element, TABLE, 'visibility');
  return visibility === 'collapse' || visibility === 'filter';
}
