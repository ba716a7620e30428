import { type Cell, cellAddress } from '../../domain/table.js';
import type { Params } from '../refusal.js';
import { type CellText, decodeEscapes } from './cell-text.js';
import { isSerial, serialOfIso } from './dates.js';
import type { FormatKind } from './formats.js';

/** What a cell's meaning rests on outside its sheet. */
export interface Book {
  strings: CellText[];
  styles: FormatKind[];
  date1904: boolean;
  textChars: number;
}

/** A cell as the sheet's XML states it, before its type is interpreted. */
export interface RawCell {
  row: number;
  column: number;
  type: string;
  style: string;
  formula: boolean;
  /** Text of the stored value; null = the file stores none. */
  value: string | null;
  /** Text of an inline string; undefined = none there, null = too long. */
  inline: CellText | undefined;
}

export type CellFindingCode =
  | 'FILE_CELL_NUMBER'
  | 'FILE_CELL_STRING'
  | 'FILE_CELL_TYPE'
  | 'FILE_CELL_DATE'
  | 'FILE_CELL_STYLE'
  | 'FILE_CELL_TEXT_LONG'
  | 'FILE_FORMULA_EMPTY';

export type Note = (code: CellFindingCode, address: string, params?: Params) => void;

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;

/**
 * One stored cell as a `Cell`; null = blank. A value that cannot be what its type says becomes a cell of kind `error`
 * that keeps the stored text, with a note: it is neither dropped nor guessed.
 */
export function interpretCell(raw: RawCell, book: Book, note: Note): Cell | null {
  const cell = (kind: Cell['kind'], text: string, number: number | null = null, percentFormat = false): Cell => ({
    row: raw.row,
    column: raw.column,
    address: cellAddress(raw.row, raw.column),
    kind,
    text,
    number,
    percentFormat,
    formula: raw.formula,
  });
  const broken = (code: CellFindingCode, text: string, params: Params = {}): Cell => {
    const bad = cell('error', text);
    note(code, bad.address, { text, ...params });
    return bad;
  };
  const textCell = (text: CellText): Cell | null => {
    if (text === null) return broken('FILE_CELL_TEXT_LONG', '', { limit: book.textChars });
    return text === '' ? null : cell('text', text);
  };

  if (raw.inline !== undefined) return textCell(raw.inline);
  const value = raw.value;
  if (raw.formula && (value === null || (value.trim() === '' && raw.type !== 'str')))
    return broken('FILE_FORMULA_EMPTY', '');
  if (value === null) return null;

  switch (raw.type) {
    case 'str':
    // LibreOffice has written inline strings whose text stands in the value element.
    case 'inlineStr':
      return textCell(value.length > book.textChars ? null : decodeEscapes(value));
    case 's': {
      const index = value.trim();
      if (index === '') return null;
      const text = /^\d+$/.test(index) ? book.strings[Number(index)] : undefined;
      return text === undefined ? broken('FILE_CELL_STRING', index) : textCell(text);
    }
    case 'b': {
      const bit = value.trim();
      if (bit === '1' || bit === 'true') return cell('boolean', 'TRUE');
      return bit === '0' || bit === 'false' ? cell('boolean', 'FALSE') : broken('FILE_CELL_TYPE', bit, { type: 'b' });
    }
    case 'e':
      return cell('error', value.trim());
    case 'd': {
      const serial = serialOfIso(value.trim(), book.date1904);
      return serial === null ? broken('FILE_CELL_DATE', value.trim()) : cell('date', value.trim(), serial);
    }
    case 'n':
      return value.trim() === '' ? null : numberCell(value.trim());
    default:
      return broken('FILE_CELL_TYPE', value.slice(0, 100), { type: raw.type.slice(0, 20) });
  }

  function numberCell(digits: string): Cell {
    const number = Number(digits);
    if (!NUMBER.test(digits) || !Number.isFinite(number)) return broken('FILE_CELL_NUMBER', digits.slice(0, 100));
    const format = book.styles[Number(raw.style)];
    if (format === undefined && (book.styles.length > 0 || raw.style !== '0')) {
      note('FILE_CELL_STYLE', cellAddress(raw.row, raw.column), { text: digits });
    }
    if (format !== 'date') return cell('number', digits, number, format === 'percent');
    return isSerial(number) ? cell('date', digits, number) : broken('FILE_CELL_DATE', digits);
  }
}
