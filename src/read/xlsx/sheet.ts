import type { Table } from '../../domain/table.js';
import type { Source } from '../reader.js';
import { Refusal } from '../refusal.js';
import { cellPosition, LAST_COLUMN, LAST_ROW, rowNumber } from './address.js';
import { type Book, interpretCell, type Note, type RawCell } from './cell.js';
import { applyMerges, type Merge, parseMerge } from './merges.js';
import { RowCollector } from './row-collector.js';
import { TextGatherer } from './strings.js';
import { attribute, type Element, isTrue, readXml, SHEET_NAMESPACES } from './xml.js';

export interface SheetPart {
  name: string;
  hidden: boolean;
  part: string;
  bytes: Uint8Array;
}

/** Cells used so far in the whole workbook. */
export interface Spent {
  cells: number;
  filled: number;
}

/** Reads one worksheet into a table: filled cells only, by their addresses. Throws `Refusal` for damage of the whole. */
export function readSheet(sheet: SheetPart, book: Book, spent: Spent, { limits, findings }: Source): Table {
  const collector = new RowCollector(sheet.name, findings);
  const inline = new TextGatherer(limits.textChars);
  const merges: Merge[] = [];
  const hiddenColumns = new Set<number>();
  let row = 0;
  let column = 0;
  let rowReadable = false;
  let beyond = 0;
  let columnRules = 0;
  let raw: RawCell | null = null;
  let value: string[] | null = null;

  const note: Note = (code, address, params = {}) => {
    findings.add(code, { sheet: sheet.name, row, cell: address }, params);
  };
  const badAddress = (text: string) => {
    findings.add('FILE_CELL_ADDRESS', { sheet: sheet.name, ...(row > 0 ? { row } : {}) }, { text: text.slice(0, 40) });
  };

  /** A row or cell without an address follows the one before it. */
  function openRow(element: Element): void {
    const stated = attribute(element, 'r');
    const number = stated === null ? row + 1 : rowNumber(stated);
    column = 0;
    rowReadable = number !== null && number <= LAST_ROW;
    if (number === null || number > LAST_ROW) {
      badAddress(stated ?? String(number));
      return;
    }
    row = number;
    collector.startRow(row, isTrue(attribute(element, 'hidden')));
  }

  function openCell(element: Element): void {
    spent.cells += 1;
    if (spent.cells > limits.cells) throw new Refusal('FILE_CELLS_TOO_MANY', { limit: limits.cells });
    raw = null;
    if (!rowReadable) return;
    const stated = attribute(element, 'r');
    const position = stated === null ? { row, column: column + 1 } : cellPosition(stated);
    if (!position || position.row !== row || position.column > LAST_COLUMN) {
      badAddress(stated ?? 'XFD+1');
      return;
    }
    column = position.column;
    const type = attribute(element, 't') ?? 'n';
    const style = attribute(element, 's') ?? '0';
    raw = { row, column, type, style, formula: false, value: null, inline: undefined };
  }

  function closeCell(): void {
    const cell = raw && interpretCell(raw, book, note);
    raw = null;
    if (!cell) return;
    if (cell.column > limits.columns) {
      beyond += 1;
      return;
    }
    spent.filled += 1;
    if (spent.filled > limits.filledCells) throw new Refusal('FILE_CELLS_TOO_MANY', { limit: limits.filledCells });
    collector.add(cell);
  }

  function openMerge(ref: string): void {
    const merge = parseMerge(ref);
    if (!merge) findings.add('FILE_MERGE_REF', { sheet: sheet.name }, { text: ref.slice(0, 40) });
    else if (merges.push(merge) > limits.merges) throw new Refusal('FILE_MERGES_TOO_MANY', {}, { sheet: sheet.name });
  }

  function hideColumns(element: Element): void {
    columnRules += 1;
    if (columnRules > LAST_COLUMN || !isTrue(attribute(element, 'hidden'))) return;
    const last = Math.min(Number(attribute(element, 'max')), limits.columns);
    for (let hidden = Math.max(1, Number(attribute(element, 'min'))); hidden <= last; hidden += 1)
      hiddenColumns.add(hidden);
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
      } else if (local === 'c') closeCell();
      else if (local === 'is' && raw) raw.inline = inline.take();
      else if (raw) inline.close(local);
    },
    text(piece) {
      if (value) value.push(piece);
      else if (raw) inline.text(piece);
    },
  });

  if (beyond > 0) findings.add('FILE_COLUMNS_BEYOND', { sheet: sheet.name }, { count: beyond, limit: limits.columns });
  const rows = collector.finish();
  return {
    sheet: sheet.name,
    hidden: sheet.hidden,
    rows,
    merges: applyMerges(rows, merges, sheet.name, limits, findings),
    hiddenColumns: [...hiddenColumns].sort((a, b) => a - b),
    date1904: book.date1904,
  };
}
