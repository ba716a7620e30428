import type { Table } from '../../domain/table.js';
import { cellPosition, LAST_COLUMN, rowNumber } from '../grid/address.js';
import type { Book, RawCell } from '../grid/cell.js';
import { parseMerge } from '../grid/merges.js';
import { SheetBuilder, type Spent } from '../grid/sheet-builder.js';
import type { Source } from '../reader.js';
import { attribute, type Element, isTrue, readXml, SHEET_NAMESPACES } from '../xml/xml.js';
import { TextGatherer } from './strings.js';

export interface SheetPart {
  name: string;
  hidden: boolean;
  part: string;
  bytes: Uint8Array;
}

/** Reads one worksheet into a table: filled cells only, by their addresses. Throws `Refusal` for damage of the whole. */
export function readSheet(sheet: SheetPart, book: Book, spent: Spent, source: Source): Table {
  const { limits, findings } = source;
  const builder = new SheetBuilder(sheet, book, spent, source);
  const inline = new TextGatherer(limits.textChars);
  let row = 0;
  let column = 0;
  let rowReadable = false;
  let columnRules = 0;
  let raw: RawCell | null = null;
  let value: string[] | null = null;

  /** A row or cell without an address follows the one before it. */
  function openRow(element: Element): void {
    const stated = attribute(element, 'r') ?? String(row + 1);
    const number = rowNumber(stated);
    column = 0;
    rowReadable = number !== null;
    if (number === null) {
      builder.badAddress(stated);
      return;
    }
    row = number;
    builder.startRow(row, isTrue(attribute(element, 'hidden')));
  }

  function openCell(element: Element): void {
    builder.countCell();
    raw = null;
    if (!rowReadable) return;
    const stated = attribute(element, 'r');
    const position = stated === null ? { row, column: column + 1 } : cellPosition(stated);
    if (!position || position.row !== row || position.column > LAST_COLUMN) {
      builder.badAddress(stated ?? 'XFD+1');
      return;
    }
    column = position.column;
    const type = attribute(element, 't') ?? 'n';
    const style = attribute(element, 's') ?? '0';
    raw = { row, column, type, style, formula: false, value: null, inline: undefined };
  }

  function openMerge(ref: string): void {
    const merge = parseMerge(ref);
    if (merge) builder.merge(merge);
    else findings.add('FILE_MERGE_REF', { sheet: sheet.name }, { text: ref.slice(0, 40) });
  }

  function hideColumns(element: Element): void {
    columnRules += 1;
    if (columnRules > LAST_COLUMN || !isTrue(attribute(element, 'hidden'))) return;
    builder.hideColumns(Number(attribute(element, 'min')), Number(attribute(element, 'max')));
  }

  const part = { name: sheet.part, bytes: sheet.bytes, root: 'worksheet', namespaces: SHEET_NAMESPACES };
  readXml(part, limits, {
    open(element, parent) {
      const { local } = element;
      if (local === 'row' && parent === 'sheetData') openRow(element);
      else if (local === 'c' && parent === 'row') openCell(element);
      else if (local === 'v' && parent === 'c') value = [];
      else if (local === 'f' && parent === 'c' && raw) raw.formula = true;
      else if (local === 'mergeCell') openMerge(attribute(element, 'ref') ?? '');
      else if (local === 'col' && parent === 'cols') hideColumns(element);
      else if (raw) inline.open(element);
    },
    close(local) {
      if (local === 'v' && value) {
        // A second value in one cell is no value: the join below is then refused by its type or shown as it stands.
        if (raw) raw.value = raw.value === null ? value.join('') : `${raw.value} ${value.join('')}`;
        value = null;
      } else if (local === 'c') {
        if (raw) builder.add(raw);
        raw = null;
      } else if (local === 'is' && raw) raw.inline = inline.take();
      else if (raw) inline.close(local);
    },
    text(piece) {
      if (value) value.push(piece);
      else if (raw) inline.text(piece);
    },
  });
  return builder.finish();
}
