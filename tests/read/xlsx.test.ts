import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatKind } from '../../src/read/grid/formats.js';
import { readTables } from '../../src/read/read.js';
import {
  cellLines,
  codes,
  MAIN,
  OFFICE,
  parts,
  relationships,
  workbook,
  worksheet,
  xlsx,
  zip,
} from './workbook-parts.js';

async function written(build: (book: ExcelJS.Workbook) => void): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  build(book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

describe('workbooks of a good writer', () => {
  test('values, percent formats, dates, booleans, errors, rich text and cached zeros', async () => {
    const bytes = await written((book) => {
      const sheet = book.addWorksheet('شهریور');
      sheet.addRow(['پروژه', 0.59, 1234567890123, -0.5, true]);
      sheet.getCell('B1').numFmt = '0.0%';
      sheet.getCell('A2').value = { formula: 'B1*0', result: 0 };
      sheet.getCell('B2').value = { formula: 'B1&"x"', result: 'متن' };
      sheet.getCell('C2').value = { formula: '1/0', result: { error: '#DIV/0!' } };
      sheet.getCell('D2').value = { richText: [{ text: 'پل ' }, { font: { bold: true }, text: 'کابلی' }] };
      sheet.getCell('E2').value = new Date(Date.UTC(2020, 8, 21));
      sheet.getCell('F2').value = { formula: 'B1', result: 0.25 };
      sheet.getCell('F2').numFmt = '0%';
    });
    expect(await cellLines(bytes)).toEqual([
      'شهریور!A1 text پروژه',
      'شهریور!B1 number 0.59 %',
      'شهریور!C1 number 1234567890123',
      'شهریور!D1 number -0.5',
      'شهریور!E1 boolean TRUE',
      'شهریور!A2 number 0 f',
      'شهریور!B2 text متن f',
      'شهریور!C2 error #DIV/0! f',
      'شهریور!D2 text پل کابلی',
      'شهریور!E2 date 44095',
      'شهریور!F2 number 0.25 % f',
    ]);
    expect(await codes(bytes)).toEqual([]);
  });

  test('merged areas count once; hidden sheets, rows and columns are marked', async () => {
    const bytes = await written((book) => {
      const sheet = book.addWorksheet('الف');
      sheet.getCell('A1').value = 100;
      sheet.getCell('C4').value = 1;
      sheet.mergeCells('A1:B3');
      sheet.getRow(4).hidden = true;
      sheet.getColumn(2).hidden = true;
      book.addWorksheet('ب', { state: 'veryHidden' }).addRow(['x']);
    });
    const { tables } = await readTables(bytes, 'file.xlsx');
    expect(
      tables.map(({ sheet, hidden, merges, hiddenColumns }) => ({ sheet, hidden, merges, hiddenColumns })),
    ).toEqual([
      { sheet: 'الف', hidden: false, merges: [[1, 1, 3, 2]], hiddenColumns: [2] },
      { sheet: 'ب', hidden: true, merges: [], hiddenColumns: [] },
    ]);
    expect(tables[0]?.rows.map(({ number, hidden, cells }) => [number, hidden, cells.map(({ text }) => text)])).toEqual(
      [
        [1, false, ['100']],
        [4, true, ['1']],
      ],
    );
  });

  test('any table of numbers and texts survives being written and read', async () => {
    const number = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }));
    const text = fc.string({
      unit: fc.constantFrom('ا', 'ی', '۱', '\u200c', '&', '<', ' ', '\n', 'a'),
      minLength: 1,
      maxLength: 8,
    });
    const rows = fc.array(fc.array(fc.oneof(number, text), { minLength: 1, maxLength: 4 }), {
      minLength: 1,
      maxLength: 5,
    });
    await fc.assert(
      fc.asyncProperty(rows, async (content) => {
        const bytes = await written((book) => book.addWorksheet('s').addRows(content));
        const { tables } = await readTables(bytes, 'file.xlsx');
        // -0 is written as 0, so both sides are compared after adding 0.
        const read = tables[0]?.rows.map(({ cells }) =>
          cells.map((cell) => (cell.number === null ? cell.text : cell.number + 0)),
        );
        expect(read).toEqual(content.map((row) => row.map((value) => (typeof value === 'number' ? value + 0 : value))));
      }),
      { numRuns: 60 },
    );
  });
});

describe('workbooks of unusual but honest writers', () => {
  const row = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>0.5</v></c></row>';
  const asUsual = ['برگه!A1 text پروژه', 'برگه!B1 number 0.5 %'];

  test('prefixed XML', async () => {
    const prefixed = worksheet(row)
      .replace(' xmlns=', ' xmlns:x=')
      .replace(/<(\/?)(?=[a-z])/g, '<$1x:');
    expect(await cellLines(xlsx('', { 'xl/worksheets/sheet1.xml': prefixed }))).toEqual(asUsual);
  });

  test('strict namespaces', async () => {
    const strict = Object.fromEntries(
      Object.entries(parts(row)).map(([name, part]) => [
        name,
        String(part)
          .replaceAll(MAIN, 'http://purl.oclc.org/ooxml/spreadsheetml/main')
          .replaceAll(OFFICE, 'http://purl.oclc.org/ooxml/officeDocument/relationships'),
      ]),
    );
    expect(await cellLines(zip(strict))).toEqual(asUsual);
  });

  test('sheets by relationship, with odd part names, absolute targets and chart sheets beside them', async () => {
    const changes = {
      'xl/worksheets/sheet1.xml': '',
      'xl/data.part': worksheet(row),
      'xl/workbook.xml': workbook(
        '<sheet name="نمودار" sheetId="2" r:id="c"/><sheet name="برگه" sheetId="1" r:id="d"/>',
      ),
      'xl/_rels/workbook.xml.rels': relationships([
        ['c', 'chartsheet', 'chartsheets/sheet1.xml'],
        ['d', 'worksheet', '/xl/../xl/DATA.part'],
        ['s', 'sharedStrings', 'sharedStrings.xml'],
        ['t', 'styles', '.\\styles.xml'],
      ]),
    };
    expect(await cellLines(xlsx('', changes))).toEqual(asUsual);
  });

  test('rows and cells without addresses are counted in order', async () => {
    const rows =
      '<row/><row><c><v>1</v></c><c/><c><v>3</v></c></row><row r="7"><c r="B7"><v>4</v></c><c><v>5</v></c></row>';
    expect(await cellLines(xlsx(rows))).toEqual(
      ['A2 number 1', 'C2 number 3', 'B7 number 4', 'C7 number 5'].map((line) => `برگه!${line}`),
    );
  });

  test('inline, rich, phonetic, CDATA and escaped texts; a blank text is no cell', async () => {
    const strings = `<sst xmlns="${MAIN}"><si><r><t>پل</t></r><r><t xml:space="preserve"> ۱</t></r><rPh><t>pol</t></rPh></si><si><t/></si><si><t>a_x000D_b_x005F_x000D_</t></si></sst>`;
    const rows =
      '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c><c t="inlineStr"><is><t>x<![CDATA[<y>]]></t></is></c><c t="str"><f>A1</f><v></v></c><c t="s"><v/></c></row>';
    expect(await cellLines(xlsx(rows, { 'xl/sharedStrings.xml': strings }))).toEqual([
      'برگه!A1 text پل ۱',
      'برگه!C1 text a\rb_x000D_',
      'برگه!D1 text x<y>',
    ]);
  });

  test('dates: by format, as ISO text, and the 1904 system however it is spelled', async () => {
    const rows = '<row><c s="2"><v>44095</v></c><c t="d"><v>2020-09-21T06:00:00</v></c></row>';
    const { tables } = await readTables(xlsx(rows), 'file');
    expect(tables[0]?.rows[0]?.cells.map(({ kind, number }) => [kind, number])).toEqual([
      ['date', 44095],
      ['date', 44095.25],
    ]);
    for (const spelled of ['1', 'true']) {
      const book = workbook('<sheet name="a" sheetId="1" r:id="rId1"/>', `<workbookPr date1904="${spelled}"/>`);
      const later = await readTables(xlsx(rows, { 'xl/workbook.xml': book }), 'file');
      expect(later.tables[0]).toMatchObject({ date1904: true, rows: [{ cells: [{}, { number: 42633.25 }] }] });
    }
  });

  test('foreign elements are skipped with all that they hold', async () => {
    const foreign = '<e:row xmlns:e="urn:x"><row><c><v>9</v></c></row></e:row>';
    expect(await cellLines(xlsx(`${foreign}${row}`))).toEqual(asUsual);
  });
});

test.each([
  ['0%', 'percent'],
  ['0.00%;[Red]-0.00%', 'percent'],
  ['0"%"', 'plain'],
  ['0\\%', 'plain'],
  ['General', 'plain'],
  ['#,##0 "ریال"', 'plain'],
  ['#,##0 \\m', 'plain'],
  ['0 s', 'plain'],
  ['[$-3000401]yyyy/mm/dd;@', 'date'],
  ['[h]:mm:ss.000', 'date'],
  ['[Red]0', 'plain'],
  ['d mmmm', 'date'],
  ['@', 'plain'],
])('the number format %s is %s', (code, kind) => {
  expect(formatKind(code)).toBe(kind);
});
