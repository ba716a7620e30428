import ExcelJS from 'exceljs';
import { strToU8, zipSync } from 'fflate';
import type { Cell } from '../../src/domain/table.js';
import { sheet } from '../submission/town.js';

/** One sheet as people fill it: lines of cells parted by `|`, `~` before a hidden line; cells as in `town.ts`. */
export interface SheetText {
  name?: string;
  text: string;
  /** `A1:C1 B4:B6` */
  merges?: string;
  /** Letters of hidden columns: `D F`. */
  hide?: string;
  hidden?: boolean;
  leftToRight?: boolean;
}

export type Writer = 'csv' | 'semicolon1256' | 'utf16' | 'exceljs' | 'xml';

const cellsOf = (one: SheetText): { row: number; hidden: boolean; cells: Cell[] }[] =>
  sheet(one.text).rows.map(({ number, hidden, cells }) => ({ row: number, hidden, cells }));

const nameOf = (one: SheetText, index: number): string => one.name ?? `Sheet${index + 1}`;

function columnNumber(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}

/** windows-1256 as a Persian office writes it: Arabic yeh and kaf, ASCII digits. */
function windows1256(text: string): Uint8Array {
  const decoder = new TextDecoder('windows-1256');
  const codes = new Map(Array.from({ length: 256 }, (_, code) => [decoder.decode(Uint8Array.of(code)), code]));
  const typed = text.replaceAll('ی', 'ي').replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 0xf));
  return Uint8Array.from([...typed].map((letter) => codes.get(letter) ?? 63));
}

function textLines(one: SheetText, delimiter: string): string {
  const rows = cellsOf(one);
  const last = rows.at(-1)?.row ?? 0;
  const byRow = new Map(rows.map((row) => [row.row, row.cells]));
  const lines = Array.from({ length: last }, (_, index) => {
    const cells = byRow.get(index + 1) ?? [];
    const fields = Array.from({ length: cells.at(-1)?.column ?? 0 }, () => '');
    for (const cell of cells) fields[cell.column - 1] = cell.percentFormat ? `${Number(cell.text) * 100}%` : cell.text;
    return fields
      .map((field) => (/["\n\r]/.test(field) || field.includes(delimiter) ? `"${field.replaceAll('"', '""')}"` : field))
      .join(delimiter);
  });
  return `${lines.join('\r\n')}\r\n`;
}

async function withExceljs(sheets: readonly SheetText[]): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  for (const [index, one] of sheets.entries()) {
    const target = workbook.addWorksheet(nameOf(one, index), {
      state: one.hidden ? 'hidden' : 'visible',
      views: [{ rightToLeft: one.leftToRight !== true }],
    });
    for (const { row, hidden, cells } of cellsOf(one)) {
      if (hidden) target.getRow(row).hidden = true;
      for (const cell of cells) {
        const place = target.getCell(cell.row, cell.column);
        if (cell.kind === 'error') place.value = { formula: '1/0', result: { error: '#DIV/0!' } };
        else place.value = cell.kind === 'text' ? cell.text : cell.number;
        if (cell.kind === 'date') place.numFmt = 'yyyy/mm/dd';
        if (cell.percentFormat) place.numFmt = '0%';
      }
    }
    for (const merge of one.merges?.split(' ') ?? []) target.mergeCells(merge);
    for (const letters of one.hide?.split(' ') ?? []) target.getColumn(letters).hidden = true;
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\n', '&#10;');

function sheetXml(one: SheetText): string {
  const rows = cellsOf(one).map(({ row, hidden, cells }) => {
    const inner = cells.map((cell) => {
      const style = cell.kind === 'date' ? 2 : cell.percentFormat ? 1 : 0;
      if (cell.kind === 'error') return `<c r="${cell.address}" t="e"><f>1/0</f><v>#DIV/0!</v></c>`;
      return cell.kind === 'text'
        ? `<c r="${cell.address}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell.text)}</t></is></c>`
        : `<c r="${cell.address}" s="${style}"><v>${cell.text}</v></c>`;
    });
    return `<row r="${row}"${hidden ? ' hidden="1"' : ''}>${inner.join('')}</row>`;
  });
  const merges = one.merges?.split(' ').map((ref) => `<mergeCell ref="${ref}"/>`) ?? [];
  const columns = one.hide?.split(' ').map((letters) => {
    const number = columnNumber(letters);
    return `<col min="${number}" max="${number}" width="9" hidden="1"/>`;
  });
  return (
    '<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    `<sheetViews><sheetView rightToLeft="${one.leftToRight ? 0 : 1}" workbookViewId="0"/></sheetViews>` +
    (columns ? `<cols>${columns.join('')}</cols>` : '') +
    `<sheetData>${rows.join('')}</sheetData>` +
    (merges.length > 0 ? `<mergeCells count="${merges.length}">${merges.join('')}</mergeCells>` : '') +
    '</worksheet>'
  );
}

const STYLES =
  '<?xml version="1.0"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="14"/></cellXfs></styleSheet>';
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A workbook of our own XML: inline strings, no theme, no document properties. */
function withXml(sheets: readonly SheetText[]): Uint8Array {
  const parts = sheets.map((one, index) => ({ one, index, path: `xl/worksheets/sheet${index + 1}.xml` }));
  const list = parts
    .map(
      ({ one, index }) =>
        `<sheet name="${escaped(nameOf(one, index))}" sheetId="${index + 1}" r:id="rId${index + 1}"${one.hidden ? ' state="hidden"' : ''}/>`,
    )
    .join('');
  const links = parts
    .map(
      ({ index }) =>
        `<Relationship Id="rId${index + 1}" Type="${RELATION}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
    )
    .join('');
  const files: Record<string, string> = {
    '[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>${parts.map(({ path }) => `<Override PartName="/${path}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`).join('')}</Types>`,
    '_rels/.rels': `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATION}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${RELATION}"><sheets>${list}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${links}<Relationship Id="rId${parts.length + 1}" Type="${RELATION}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': STYLES,
  };
  for (const { one, path } of parts) files[path] = sheetXml(one);
  return zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])));
}

/** The bytes of a file as this writer makes them; text writers take the first sheet. */
export async function bytesOf(sheets: readonly SheetText[], writer: Writer): Promise<Uint8Array> {
  const first = sheets[0] ?? { text: '' };
  switch (writer) {
    case 'csv':
      return new TextEncoder().encode(`\ufeff${textLines(first, ',')}`);
    case 'semicolon1256':
      return windows1256(textLines(first, ';'));
    case 'utf16':
      return new Uint8Array([0xff, 0xfe, ...Buffer.from(textLines(first, '\t'), 'utf16le')]);
    case 'exceljs':
      return withExceljs(sheets);
    case 'xml':
      return withXml(sheets);
  }
}
