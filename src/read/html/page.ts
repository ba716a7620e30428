import type { Table } from '../../domain/table.js';
import { LAST_ROW } from '../grid/address.js';
import type { Book, RawCell } from '../grid/cell.js';
import { MEANING_STYLES, styleOf } from '../grid/formats.js';
import { SheetBuilder } from '../grid/sheet-builder.js';
import type { Source } from '../reader.js';
import { Refusal } from '../refusal.js';
import { SpanGrid, spanOf } from './grid.js';
import { ShownText } from './text.js';

export type Attributes = Readonly<Record<string, string>>;

/** Text of these is not shown. */
const UNSEEN: ReadonlySet<string> = new Set(['script', 'style', 'head', 'title', 'xml', 'template', 'noscript']);
const BLOCKS: ReadonlySet<string> = new Set([
  'p',
  'div',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'li',
  'center',
  'caption',
  'pre',
]);

/**
 * Lays a page out as Excel does when it opens one: one sheet, lines of text and rows of tables in the order of the page.
 * A table inside a cell gives rows of its own.
 */
export class Page {
  private readonly builder: SheetBuilder;
  private readonly shown = new ShownText();
  private readonly grids: SpanGrid[] = [];
  private row = 0;
  private tables = 0;
  private unseen = 0;
  private cell: { attributes: Attributes } | null = null;

  constructor(private readonly source: Source) {
    const book: Book = {
      strings: [],
      styles: MEANING_STYLES,
      date1904: false,
      textChars: source.limits.textChars,
    };
    const spent = { cells: 0, filled: 0 };
    this.builder = new SheetBuilder({ name: null, hidden: false }, book, spent, source);
  }

  open(name: string, attributes: Attributes): void {
    if (UNSEEN.has(name) || this.unseen > 0) this.unseen += UNSEEN.has(name) ? 1 : 0;
    else if (name === 'table') {
      this.closeText();
      this.grids.push(new SpanGrid());
      this.tables += 1;
      if (this.grids.length > this.source.limits.xmlDepth) throw new Refusal('FILE_XML_LIMIT', { part: 'HTML' });
    } else if (name === 'tr' && this.grids.length > 0) this.openRow(attributes);
    else if ((name === 'td' || name === 'th') && this.grids.length > 0) this.openCell(attributes);
    else if (name === 'br' || BLOCKS.has(name)) this.breakLine();
  }

  close(name: string): void {
    if (UNSEEN.has(name)) this.unseen = Math.max(0, this.unseen - 1);
    else if (this.unseen > 0) return;
    else if (name === 'table' && this.grids.length > 0) {
      this.closeText();
      this.grids.pop();
      this.breakRow();
    } else if (name === 'td' || name === 'th') this.closeText();
    else if (BLOCKS.has(name)) this.breakLine();
  }

  text(piece: string): void {
    if (this.unseen === 0) this.shown.add(piece);
  }

  /** The page as a table. A table that never ends is half a file; a page without one is no report. Throws `Refusal`. */
  finish(): Table {
    if (this.grids.length > 0) throw new Refusal('FILE_TRUNCATED');
    if (this.tables === 0) throw new Refusal('FILE_FORMAT_DOCUMENT', { format: 'HTML' });
    this.closeText();
    return this.builder.finish();
  }

  private openRow(attributes: Attributes): void {
    this.closeText();
    this.nextRow(/display\s*:\s*none/i.test(attributes.style ?? ''));
    this.grids.at(-1)?.startRow();
  }

  private openCell(attributes: Attributes): void {
    this.closeText();
    const grid = this.grids.at(-1);
    if (grid && !grid.rowOpen) {
      this.nextRow(false);
      grid.rowOpen = true;
    }
    this.builder.countCell();
    this.cell = { attributes };
  }

  private breakLine(): void {
    if (this.cell) this.shown.breakLine();
    else this.closeText();
  }

  private nextRow(hidden: boolean): void {
    this.row += 1;
    if (this.row > LAST_ROW) throw new Refusal('FILE_ROWS_TOO_MANY', { limit: LAST_ROW });
    this.builder.startRow(this.row, hidden);
  }

  private breakRow(): void {
    const grid = this.grids.at(-1);
    if (grid) grid.rowOpen = false;
  }

  /** Ends a cell, or a line of text that stands outside of all cells. */
  private closeText(): void {
    const text = this.shown.take();
    const { cell } = this;
    this.cell = null;
    if (cell) this.closeCell(cell.attributes, text);
    else if (text !== '') {
      this.breakRow();
      this.nextRow(false);
      this.builder.add(this.raw(1, text, undefined));
    }
  }

  private closeCell(attributes: Attributes, text: string): void {
    const place = this.grids.at(-1)?.place(this.row, spanOf(attributes.colspan), spanOf(attributes.rowspan));
    if (!place) {
      this.builder.badAddress('XFD+1');
      return;
    }
    if (place.merge) this.builder.merge(place.merge);
    if (text !== '') this.builder.add(this.raw(place.column, text, attributes['x:num']));
  }

  /** Excel writes the exact number of a rounded one into `x:num`; without it the text is what was typed. */
  private raw(column: number, text: string, exact: string | undefined): RawCell {
    const cell = { row: this.row, column, formula: false };
    if (exact !== undefined && exact !== '')
      return {
        ...cell,
        type: 'n',
        style: styleOf(text.includes('%') ? 'percent' : 'plain'),
        value: exact,
        inline: undefined,
      };
    const inline = text.length > this.source.limits.textChars ? null : text;
    return { ...cell, type: 'str', style: '0', value: null, inline };
  }
}
