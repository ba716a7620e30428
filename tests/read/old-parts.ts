import * as library from '@e965/xlsx';
import * as codePages from '@e965/xlsx/dist/cpexcel';
import { zip } from './workbook-parts.js';

library.set_cptable(codePages);

/** Hand-made files of the older formats, to say what no well-behaved writer would. */
const OASIS = 'urn:oasis:names:tc:opendocument:xmlns';
export const ODS_TYPE = 'application/vnd.oasis.opendocument.spreadsheet';

/** An ods of one sheet «برگه» with these rows; `styles` stand before the body. */
export function ods(rows: string, styles = '', extra: Record<string, string | Uint8Array> = {}): Uint8Array {
  return odsOf(`<table:table table:name="برگه" table:style-name="ta1">${rows}</table:table>`, styles, extra);
}

export function odsOf(tables: string, styles = '', extra: Record<string, string | Uint8Array> = {}): Uint8Array {
  const spaces = ['office', 'table', 'text', 'style'].map((name) => `xmlns:${name}="${OASIS}:${name}:1.0"`).join(' ');
  const content = `<office:document-content ${spaces} xmlns:number="${OASIS}:datastyle:1.0" xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`;
  return zip({ mimetype: ODS_TYPE, 'content.xml': content, ...extra });
}

export const odsRow = (cells: string, attributes = '') => `<table:table-row ${attributes}>${cells}</table:table-row>`;
export const odsText = (text: string, attributes = '') =>
  `<table:table-cell office:value-type="string" ${attributes}><text:p>${text}</text:p></table:table-cell>`;
export const odsNumber = (value: string, type = 'float', attributes = '') =>
  `<table:table-cell office:value-type="${type}" office:value="${value}" ${attributes}/>`;

/** An XML Spreadsheet 2003 of one sheet «برگه» with these rows. */
export function xml2003(rows: string, styles = '', after = '', table = ''): Buffer {
  return Buffer.from(
    `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:html="http://www.w3.org/TR/REC-html40"><Styles>${styles}</Styles><Worksheet ss:Name="برگه"><Table ${table}>${rows}</Table>${after}</Worksheet></Workbook>`,
  );
}

export const xmlCell = (type: string, value: string, attributes = '') =>
  `<Cell ${attributes}><Data ss:Type="${type}">${value}</Data></Cell>`;

export function html(body: string): Buffer {
  return Buffer.from(`<html><head><meta charset="utf-8"><title>x</title></head><body>${body}</body></html>`);
}

/** Records of Excel 2 to 4, which need no container: `[type, content]`. */
export function biff(...records: [type: number, content: number[]][]): Buffer {
  return Buffer.concat(
    records.map(([type, content]) =>
      Buffer.from([type & 0xff, type >> 8, content.length & 0xff, content.length >> 8, ...content]),
    ),
  );
}

export const BOF4: [number, number[]] = [0x0409, [0, 4, 0x10, 0, 0, 0]];
export const EOF4: [number, number[]] = [0x000a, []];

/** A number cell of Excel 4. */
export function number4(row: number, column: number, value: number): [number, number[]] {
  const content = Buffer.alloc(14);
  content.writeUInt16LE(row, 0);
  content.writeUInt16LE(column, 2);
  content.writeDoubleLE(value, 6);
  return [0x0203, [...content]];
}

export type BookType = 'biff8' | 'biff5' | 'biff2' | 'xlsb' | 'ods' | 'xlml' | 'html';

/** A workbook of one sheet in an old format, written by the library. */
export function written(
  rows: unknown[][],
  bookType: BookType,
  change: (sheet: library.WorkSheet) => void = () => {},
): Uint8Array {
  const sheet = library.utils.aoa_to_sheet(rows);
  change(sheet);
  const book = library.utils.book_new();
  library.utils.book_append_sheet(book, sheet, 'Sheet1');
  return Uint8Array.from(library.write(book, { type: 'buffer', bookType, codepage: 1256 }) as Buffer);
}

/** A container with one stream. */
export function ole(stream: string, content: Uint8Array): Buffer {
  const container = library.CFB.utils.cfb_new();
  library.CFB.utils.cfb_add(container, `/${stream}`, content);
  return Buffer.from(library.CFB.write(container, { type: 'buffer' }));
}

/** The stream of records inside an old workbook. */
export function streamOf(workbook: Uint8Array): Buffer {
  const container = library.CFB.read(Buffer.from(workbook), { type: 'buffer' });
  return Buffer.from(library.CFB.find(container, '/Workbook').content);
}
