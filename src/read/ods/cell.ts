import type { RawCell } from '../grid/cell.js';
import type { CellText } from '../grid/cell-text.js';
import { serialOfDuration } from '../grid/dates.js';
import { type FormatKind, styleOf } from '../grid/formats.js';
import { attributeOf, type Element } from '../xml/xml.js';
import { CALC, OFFICE, TABLE } from './names.js';

/** What the file says of one cell, before its paragraphs are known. */
export interface CellStart {
  type: string;
  value: string | null;
  formula: boolean;
  /** The cell's own style; null = that of its row or column. */
  style: string | null;
  /** How often the cell stands side by side. */
  repeat: number;
  columns: number;
  rows: number;
}

export function startCell(element: Element): CellStart {
  const office = (name: string) => attributeOf(element, OFFICE, name);
  const table = (name: string) => attributeOf(element, TABLE, name);
  const error = attributeOf(element, CALC, 'value-type') === 'error';
  return {
    type: error ? 'error' : (office('value-type') ?? ''),
    value:
      office('value') ??
      office('date-value') ??
      office('time-value') ??
      office('boolean-value') ??
      office('string-value'),
    formula: table('formula') !== null,
    style: table('style-name'),
    repeat: count(table('number-columns-repeated')),
    columns: count(table('number-columns-spanned')),
    rows: count(table('number-rows-spanned')),
  };
}

/** How often something stands in a row; 1 unless a whole number says otherwise. */
export function count(text: string | null): number {
  return text !== null && /^\d{1,9}$/.test(text) ? Math.max(1, Number(text)) : 1;
}

/** The cell in the terms of the grid; null = an empty one. */
export function rawCell(start: CellStart, shown: CellText, format: FormatKind): Omit<RawCell, 'row' | 'column'> | null {
  const { type, value, formula } = start;
  const stored = (kind: string, style: string, text: string | null) => ({
    type: kind,
    style,
    formula,
    value: text,
    inline: undefined,
  });
  switch (type) {
    case 'float':
    case 'currency':
      return stored('n', styleOf(format), value ?? '');
    case 'percentage':
      return stored('n', styleOf('percent'), value ?? '');
    case 'date':
      return stored('d', '0', value ?? '');
    case 'time': {
      const serial = serialOfDuration(value ?? '');
      return serial === null ? stored('d', '0', value ?? '') : stored('n', styleOf('date'), String(serial));
    }
    case 'boolean':
      return stored('b', '0', value ?? '');
    case 'error':
      return stored('e', '0', shown ?? '');
    case 'string':
      return { ...stored('str', '0', null), inline: value ?? shown };
    default:
      if (formula && shown === '') return stored('n', '0', null);
      return shown === '' ? null : { ...stored('str', '0', null), inline: shown };
  }
}
