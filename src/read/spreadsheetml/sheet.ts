import type { Table } from '../../domain/table.js';
import { LAST_COLUMN, LAST_ROW } from '../grid/address.js';
import type { Book, RawCell } from '../grid/cell.js';
import { styleOf } from '../grid/formats.js';
import { SheetBuilder, type Spent } from '../grid/sheet-builder.js';
import type { Source } from '../reader.js';
import { attributeOf, type Element } from '../xml/xml.js';
import { EXCEL, SS } from './names.js';
import type { StyleBook } from './styles.js';

const TYPES: Record<string, string> = { Number: 'n', String: 'str', Boolean: 'b', DateTime: 'd', Error: 'e' };

/** Puts one `Worksheet` together; `ss:Index` jumps ahead, what has none follows the one before it. */
export class XmlSheet {
  private readonly builder: SheetBuilder;
  private row = 0;
  /** Rows that the last one also stands for; they are formatted and empty. */
  private rowSpan = 0;
  private column = 0;
  private tableColumn = 0;
  private raw: RawCell | null = null;
  private data: string[] | null = null;
  private rowStyle: string | null = null;
  private tableStyle: string | null = null;
  private readonly columnStyles = new Map<number, string>();
  private visible = true;
  private readVisible = false;
  private stated: number | null = null;

  constructor(
    private readonly name: string,
    book: Book,
    spent: Spent,
    private readonly source: Source,
    private readonly styles: StyleBook,
  ) {
    this.builder = new SheetBuilder({ name, hidden: false }, book, spent, source);
  }

  open(element: Element, parent: string): void {
    const { local } = element;
    if (local === 'Table' && parent === 'Worksheet') this.openTable(element);
    else if (local === 'Column' && parent === 'Table') this.openColumn(element);
    else if (local === 'Row' && parent === 'Table') this.openRow(element);
    else if (local === 'Cell' && parent === 'Row') this.openCell(element);
    else if (local === 'Data' && parent === 'Cell' && this.raw) {
      this.data = [];
      const type = attributeOf(element, SS, 'Type') ?? 'String';
      this.raw.type = TYPES[type] ?? type;
    } else if (local === 'Visible' && element.uri === EXCEL) this.readVisible = true;
  }

  close(local: string): void {
    if (local === 'Data' && this.data && this.raw) {
      const text = this.data.join('');
      this.data = null;
      if (this.raw.type === 'str') this.raw.inline = text.length > this.source.limits.textChars ? null : text;
      else this.raw.value = text;
    } else if (local === 'Cell' && this.raw) {
      this.builder.add(this.raw);
      this.raw = null;
    } else if (local === 'Visible') this.readVisible = false;
  }

  text(piece: string): void {
    if (this.data) this.data.push(piece);
    else if (this.readVisible && piece.includes('Hidden')) this.visible = false;
  }

  finish(): Table {
    const { stated, name } = this;
    const row = this.row + this.rowSpan;
    if (stated !== null && row < stated)
      this.source.findings.add('FILE_ROWS_MISSING', { sheet: name }, { stated, read: row });
    return { ...this.builder.finish(), hidden: !this.visible };
  }

  private openTable(element: Element): void {
    const rows = attributeOf(element, SS, 'ExpandedRowCount');
    this.stated = rows === null ? null : Number(rows);
    this.tableStyle = attributeOf(element, SS, 'StyleID');
  }

  private openColumn(element: Element): void {
    const first = index(element) ?? this.tableColumn + 1;
    const last = Math.min(first + span(element, 'Span'), LAST_COLUMN);
    this.tableColumn = last;
    if (attributeOf(element, SS, 'Hidden') === '1') this.builder.hideColumns(first, last);
    const style = attributeOf(element, SS, 'StyleID');
    for (let column = first; style !== null && column <= last; column += 1) this.columnStyles.set(column, style);
  }

  private openRow(element: Element): void {
    this.row = index(element) ?? this.row + this.rowSpan + 1;
    this.rowSpan = span(element, 'Span');
    this.column = 0;
    this.rowStyle = attributeOf(element, SS, 'StyleID');
    if (this.row <= LAST_ROW) this.builder.startRow(this.row, attributeOf(element, SS, 'Hidden') === '1');
  }

  private openCell(element: Element): void {
    this.builder.countCell();
    const column = index(element) ?? this.column + 1;
    const across = span(element, 'MergeAcross');
    const down = span(element, 'MergeDown');
    this.column = column + across;
    this.raw = null;
    if (this.row > LAST_ROW || column > LAST_COLUMN) {
      this.builder.badAddress(`${this.row}:${column}`);
      return;
    }
    if (across > 0 || down > 0) this.builder.merge([this.row, column, this.row + down, column + across]);
    const style =
      attributeOf(element, SS, 'StyleID') ??
      this.rowStyle ??
      this.columnStyles.get(column) ??
      this.tableStyle ??
      'Default';
    const formula = attributeOf(element, SS, 'Formula') !== null;
    this.raw = {
      row: this.row,
      column,
      type: 'n',
      style: styleOf(this.styles.kindOf(style)),
      formula,
      value: null,
      inline: undefined,
    };
  }
}

function index(element: Element): number | null {
  const text = attributeOf(element, SS, 'Index');
  return text !== null && /^[1-9]\d{0,7}$/.test(text) ? Number(text) : null;
}

function span(element: Element, name: string): number {
  const text = attributeOf(element, SS, name);
  return text !== null && /^\d{1,7}$/.test(text) ? Number(text) : 0;
}
