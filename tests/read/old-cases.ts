import { type Case, latin1, utf8 } from './case.js';
import {
  BOF4,
  biff,
  EOF4,
  html,
  number4,
  ODS_TYPE,
  ods,
  odsNumber,
  odsOf,
  odsRow,
  odsText,
  ole,
  streamOf,
  written,
  xml2003,
  xmlCell,
} from './old-parts.js';
import { find, patch, zip } from './workbook-parts.js';

const xls = written([['پل', 7, 0.5]], 'biff8');
const stream = streamOf(xls);
const xlsb = written([['پل', 7, 0.5]], 'xlsb');
const row = (cells: string) => `<Row>${cells}</Row>`;
const oneRow = odsRow(odsNumber('7'));
const table = (name: string) => `<table:table table:name="${name}">${oneRow}</table:table>`;

export const XLS: Case[] = [
  ['an xls cut in the middle', xls.subarray(0, xls.length >> 1), ['FILE_TRUNCATED']],
  ['a container without its workbook', ole('Contents', stream), ['FILE_FORMAT_DOCUMENT']],
  ['a damaged container', patch(xls, 30, [0xff, 0xff]), ['FILE_BOOK_DAMAGED']],
  ['a stream cut inside a record', ole('Workbook', stream.subarray(0, stream.length - 3)), ['FILE_TRUNCATED']],
  ['a stream without its last end', ole('Workbook', stream.subarray(0, -4)), ['FILE_TRUNCATED']],
  ['a stream of zeros', ole('Workbook', Buffer.alloc(8192)), ['FILE_BOOK_DAMAGED']],
  ['a stream with a password', ole('Workbook', withRecord(0x2f, [0, 0, 0, 0])), ['FILE_ENCRYPTED']],
  ['a sheet that begins nowhere', ole('Workbook', withSheetAt(0x7fffffff)), ['FILE_TRUNCATED']],
  ['a sheet that begins inside a record', ole('Workbook', withSheetAt(20)), ['FILE_BOOK_DAMAGED']],
  ['too many cells in an xls', xls, ['FILE_CELLS_TOO_MANY'], { filledCells: 2 }],
  ['too many sheets in an xls', xls, ['FILE_SHEETS_TOO_MANY'], { sheets: 0 }],
  ['Excel 4 cut off', Buffer.from('0904060000001000', 'hex'), ['FILE_TRUNCATED']],
  ['Excel 4 without an end', biff(BOF4, number4(0, 0, 7)), ['FILE_TRUNCATED']],
  ['Excel 4 with one cell twice', biff(BOF4, number4(0, 0, 7), number4(0, 0, 9), EOF4), ['FILE_NOT_ALL_READ']],
  ['a number record too short', biff(BOF4, [0x0203, [0, 0]], EOF4), ['FILE_BOOK_DAMAGED']],
  [
    'a row of numbers that lies about its width',
    biff(BOF4, [0xbd, [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 9, 0]], EOF4),
    ['FILE_BOOK_DAMAGED'],
  ],
  ['a formula that waits for Excel', biff(BOF4, waitingFormula(), EOF4), ['FILE_FORMULA_EMPTY']],
];

export const XLSB: Case[] = [
  [
    'an xlsb without its workbook',
    zip({ '[Content_Types].xml': '<Types/>', 'xl/workbook.bin': 'x' }),
    ['FILE_PART_MISSING'],
  ],
  ['an xlsb cut by one byte', xlsb.subarray(0, -1), ['FILE_TRUNCATED']],
  ['too many cells in an xlsb', xlsb, ['FILE_CELLS_TOO_MANY'], { filledCells: 2 }],
  ['too many sheets in an xlsb', xlsb, ['FILE_SHEETS_TOO_MANY'], { sheets: 0 }],
  ['an xlsb bomb', xlsb, ['FILE_ZIP_BOMB'], { totalBytes: 900 }],
];

export const ODS: Case[] = [
  ['an ods without its content', zip({ mimetype: ODS_TYPE }), ['FILE_PART_MISSING']],
  ['an ods of another root', zip({ mimetype: ODS_TYPE, 'content.xml': '<x/>' }), ['FILE_XML_DAMAGED']],
  ['an ods with a password', ods(oneRow, '', { 'META-INF/manifest.xml': '<m:encryption-data/>' }), ['FILE_ENCRYPTED']],
  ['an ods sealed as a whole', zip({ mimetype: ODS_TYPE, 'encrypted-package': 'x' }), ['FILE_ENCRYPTED']],
  ['an ods with a DOCTYPE', zip({ mimetype: ODS_TYPE, 'content.xml': '<!DOCTYPE x><x/>' }), ['FILE_XML_DOCTYPE']],
  ['an ods without a sheet', odsOf(''), ['FILE_NO_SHEET']],
  ['an ods without a filled cell', ods(odsRow('<table:table-cell/>')), ['FILE_EMPTY']],
  ['an ods with one sheet name twice', odsOf(table('a') + table('A')), ['FILE_SHEET_TWICE']],
  ['too many sheets in an ods', odsOf(table('a') + table('b')), ['FILE_SHEETS_TOO_MANY'], { sheets: 1 }],
  ['an ods text instead of a number', ods(odsRow(odsNumber('۱۲'))), ['FILE_CELL_NUMBER']],
  ['an ods number with a comma', ods(odsRow(odsNumber('1,5'))), ['FILE_CELL_NUMBER']],
  [
    'an ods day that does not exist',
    ods(odsRow('<table:table-cell office:value-type="date" office:date-value="2021-02-30"/>')),
    ['FILE_CELL_DATE'],
  ],
  [
    'an ods time that is none',
    ods(odsRow('<table:table-cell office:value-type="time" office:time-value="noon"/>')),
    ['FILE_CELL_DATE'],
  ],
  [
    'an ods boolean maybe',
    ods(odsRow('<table:table-cell office:value-type="boolean" office:boolean-value="maybe"/>')),
    ['FILE_CELL_TYPE'],
  ],
  ['an ods formula never calculated', ods(odsRow('<table:table-cell table:formula="of:=1"/>')), ['FILE_FORMULA_EMPTY']],
  [
    'a filled row a billion times',
    ods(odsRow(odsNumber('1'), 'table:number-rows-repeated="999999999"')),
    ['FILE_CELLS_TOO_MANY'],
    { filledCells: 50_000 },
  ],
  [
    'a filled cell across and down the whole sheet',
    ods(
      odsRow(odsNumber('1', 'float', 'table:number-columns-repeated="16384"'), 'table:number-rows-repeated="1048576"'),
    ),
    ['FILE_CELLS_TOO_MANY'],
    { cells: 100_000 },
  ],
  [
    'a filled row below the last row',
    ods(odsRow('', 'table:number-rows-repeated="1048576"') + oneRow),
    ['FILE_CELL_ADDRESS', 'FILE_EMPTY'],
  ],
  [
    'a filled cell beyond the last column',
    ods(odsRow(`<table:table-cell table:number-columns-repeated="16384"/>${odsNumber('1')}`) + oneRow),
    ['FILE_CELL_ADDRESS'],
  ],
  [
    'an ods span over the whole sheet',
    ods(odsRow(odsText('x', 'table:number-columns-spanned="16384" table:number-rows-spanned="1048576"'))),
    [],
  ],
  ['a million spaces in a letter', ods(odsRow(odsText('<text:s text:c="1000000"/>'))), []],
  [
    'spaces beyond the length of a text',
    ods(odsRow(odsText('a<text:s text:c="30000"/><text:s text:c="30000"/>b'))),
    ['FILE_CELL_TEXT_LONG'],
  ],
  [
    'a value under an ods span',
    ods(
      odsRow(
        `${odsText('x', 'table:number-columns-spanned="2"')}<table:covered-table-cell office:value-type="float" office:value="9"/>`,
      ),
    ),
    ['FILE_MERGED_VALUE'],
  ],
];

export const XML2003: Case[] = [
  [
    'an XML workbook without a sheet',
    utf8('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'),
    ['FILE_NO_SHEET'],
  ],
  ['an XML workbook cut off', xml2003(row(xmlCell('Number', '7'))).subarray(0, -30), ['FILE_XML_DAMAGED']],
  [
    'an XML workbook with a DOCTYPE',
    Buffer.from(xml2003('').toString().replace('<Workbook', '<!DOCTYPE Workbook [<!ENTITY a "b">]><Workbook')),
    ['FILE_XML_DOCTYPE'],
  ],
  [
    'an XML workbook in an unknown encoding',
    Buffer.from(xml2003('').toString().replace('?>', ' encoding="koi8-r"?>')),
    ['FILE_XML_ENCODING'],
  ],
  [
    'an XML workbook in UTF-16 cut inside a letter',
    Buffer.from(`\uFEFF${xml2003('')}`, 'utf16le').subarray(0, -1),
    ['FILE_ENCODING_DAMAGED'],
  ],
  ['an XML number that is none', xml2003(row(xmlCell('Number', '12abc'))), ['FILE_CELL_NUMBER']],
  ['an XML day that does not exist', xml2003(row(xmlCell('DateTime', '2021-02-30T00:00:00.000'))), ['FILE_CELL_DATE']],
  ['an XML cell of an unknown type', xml2003(row(xmlCell('Money', '12'))), ['FILE_CELL_TYPE']],
  ['an XML formula never calculated', xml2003(row('<Cell ss:Formula="=1"/>')), ['FILE_FORMULA_EMPTY']],
  [
    'an XML row beyond the last',
    xml2003(`<Row ss:Index="9999999">${xmlCell('Number', '1')}</Row>`),
    ['FILE_CELL_ADDRESS', 'FILE_EMPTY'],
  ],
  [
    'an XML cell beyond the last column',
    xml2003(row(xmlCell('Number', '1') + xmlCell('Number', '2', 'ss:Index="20000"'))),
    ['FILE_CELL_ADDRESS'],
  ],
  [
    'an XML merge of the whole sheet',
    xml2003(row(xmlCell('Number', '1', 'ss:MergeAcross="16383" ss:MergeDown="1048575"'))),
    [],
  ],
  [
    'an XML sheet with rows missing',
    xml2003(row(xmlCell('Number', '1')), '', '', 'ss:ExpandedRowCount="900"'),
    ['FILE_ROWS_MISSING'],
  ],
  [
    'an XML cell twice',
    xml2003(row(xmlCell('Number', '1') + xmlCell('Number', '2', 'ss:Index="1"'))),
    ['FILE_CELL_ORDER', 'FILE_CELL_TWICE'],
  ],
  [
    'a style that is its own parent',
    xml2003(
      row(xmlCell('Number', '1', 'ss:StyleID="a"')),
      '<Style ss:ID="a" ss:Parent="b"/><Style ss:ID="b" ss:Parent="a"/>',
    ),
    [],
  ],
];

export const HTML: Case[] = [
  ['a page cut inside its table', html('<table><tr><td>1</td></tr><tr><td>2').subarray(0, -14), ['FILE_TRUNCATED']],
  ['a page nested half a million deep', html(`<table>${'<div>'.repeat(500_000)}<tr><td>1`), ['FILE_XML_LIMIT']],
  ['a page without a table', html('<h1>ورود به سامانه</h1><form>نام کاربری</form>'), ['FILE_FORMAT_DOCUMENT']],
  ['a table without text', html('<table><tr><td>&nbsp;</td></tr></table>'), ['FILE_EMPTY']],
  ['a page saved in the wrong encoding', utf8('<table><tr><td>ط´ظ‡ط±ط¯ط§ط±غŒ</td></tr>\n</table>'), ['FILE_MOJIBAKE']],
  [
    'a page with damaged letters',
    Buffer.concat([html('<table><tr><td>پروژه‌های شهرداری منطقه</td></tr></table>'), latin1('\xff')]),
    ['FILE_ENCODING_DAMAGED'],
  ],
  [
    'a cell over a million columns and rows',
    html('<table><tr><td colspan=999999 rowspan=999999>x</td></tr></table>'),
    [],
  ],
  ['tables inside tables without end', html('<table><tr><td>'.repeat(100)), ['FILE_XML_LIMIT']],
  [
    'more cells than columns',
    html(`<table><tr><td colspan=16384>a</td><td>b</td></tr></table>`),
    ['FILE_CELL_ADDRESS'],
  ],
  [
    'a script that writes a table',
    html('<script>document.write("<table></table>")</script>'),
    ['FILE_FORMAT_DOCUMENT'],
  ],
  ['an exact number that is none', html('<table><tr><td x:num="1e999">7</td></tr></table>'), ['FILE_CELL_NUMBER']],
  ['a web archive', utf8('MIME-Version: 1.0\nX-Document-Type: Workbook\n'), ['FILE_FORMAT_OLD']],
];

/** The stream with one record put behind its first. */
function withRecord(type: number, content: number[]): Buffer {
  const first = 4 + stream.readUInt16LE(2);
  return Buffer.concat([stream.subarray(0, first), biff([type, content]), stream.subarray(first)]);
}

/** The stream with its sheet said to begin elsewhere. */
function withSheetAt(start: number): Uint8Array {
  const field = Buffer.alloc(4);
  field.writeUInt32LE(start);
  for (let at = 0; at < stream.length; at += 4 + stream.readUInt16LE(at + 2))
    if (stream.readUInt16LE(at) === 0x85) return patch(stream, at + 4, [...field]);
  throw new Error(`no sheet in the fixture of ${find(stream, Uint8Array.of(9, 8))}`);
}

/** A formula of Excel 4 with the result 0 and the order to calculate on opening. */
function waitingFormula(): [number, number[]] {
  return [0x0406, [...Array<number>(14).fill(0), 2, 0, 3, 0, 0x1e, 1, 0]];
}
