import type { ReadLimits } from '../../src/read/limits.js';
import { xlsx } from './workbook-parts.js';

/** A file, the finding codes that it must have, and the limits under which it is read. */
export type Case = [name: string, bytes: Uint8Array, expected: string[], limits?: Partial<ReadLimits>];

export const utf8 = (text: string) => Buffer.from(text, 'utf8');
export const latin1 = (text: string) => Buffer.from(text, 'latin1');
export const good = '<row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="2"><c r="A2"><v>200</v></c></row>';
export const SHEET = 'xl/worksheets/sheet1.xml';
export const withSheet = (xml: string | Uint8Array) => xlsx('', { [SHEET]: xml });
export const cell = (inner: string, attributes = '') => `<row r="1"><c r="A1"${attributes}>${inner}</c></row>`;

/** Rows 1 to n with a 1 in column A. */
export function tall(rows: number): string {
  return Array.from({ length: rows }, (_, at) => `<row r="${at + 1}"><c r="A${at + 1}"><v>1</v></c></row>`).join('');
}
