import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTables } from '../../src/read/read.js';
import { type BookType, html, ods, odsNumber, odsRow, odsText, written, xml2003, xmlCell } from './old-parts.js';
import { cellLines, find, patch } from './workbook-parts.js';

const fixture = (name: string) => readFileSync(join(dirname(fileURLToPath(import.meta.url)), 'fixtures', name));

describe('what LibreOffice wrote', () => {
  const common = [
    'پروژه‌ها!A1 text گزارش شهریور ۱۳۹۹',
    'پروژه‌ها!A2 text کد پروژه',
    'پروژه‌ها!B2 text پیشرفت',
    'پروژه‌ها!C2 text هزینه (ریال)',
    'پروژه‌ها!D2 text تاریخ',
    'پروژه‌ها!E2 text یادداشت',
    'پروژه‌ها!A3 text P-1',
    'پروژه‌ها!B3 number 0.59 %',
    'پروژه‌ها!C3 number 1234567890123',
  ];
  test.each(['xls', 'ods'])('%s', async (format) => {
    const bytes = fixture(`libreoffice.${format}`);
    expect((await cellLines(bytes)).slice(0, common.length)).toEqual(common);
    const { tables, findings, ...rest } = await readTables(bytes, 'x');
    expect({ ...rest, findings }).toEqual({ format, encoding: null, delimiter: null, findings: [] });
    expect(tables.map(({ sheet, hidden, merges, hiddenColumns }) => [sheet, hidden, merges, hiddenColumns])).toEqual([
      ['پروژه‌ها', false, [[1, 1, 1, 5]], [7]],
      ['پنهان', true, [], []],
      ['ادغام', false, [[1, 1, 3, 1]], []],
    ]);
    const rows = tables[0]?.rows ?? [];
    expect(rows.filter(({ hidden }) => hidden).map(({ number }) => number)).toEqual([5]);
    const cell = (address: string) => rows.flatMap(({ cells }) => cells).find((each) => each.address === address);
    expect(cell('D3')).toMatchObject({ kind: 'date', number: 44095 });
    expect(cell('D4')).toMatchObject({ kind: 'date', number: 43831.5 });
    expect(cell('B4')).toMatchObject({ kind: 'number', number: 0, percentFormat: true, formula: true });
    expect(cell('B5')).toMatchObject({ kind: 'error', text: '#DIV/0!', formula: true });
    expect(cell('E3')?.text).toBe('می‌شود  دو فاصله');
    expect(cell('E4')?.text).toBe('خط۱\nخط۲');
  });
});

describe('what we write we read back', () => {
  const value = fc.oneof(
    fc.integer({ min: -(10 ** 12), max: 10 ** 12 }),
    fc.integer({ min: -(10 ** 9), max: 10 ** 9 }).map((number) => number / 1e4),
    fc.stringMatching(/^[\p{Script=Arabic}a-z][پچژگکی۰-۹a-z ،-]{0,10}[پa-z]$/u),
    fc.boolean(),
  );
  const rows = fc.array(fc.array(value, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 });

  test.each<BookType>(['biff8', 'xlsb', 'ods', 'xlml'])('%s', async (bookType) => {
    await fc.assert(
      fc.asyncProperty(rows, async (content) => {
        const { tables, findings } = await readTables(written(content, bookType), 'x');
        expect(findings).toEqual([]);
        const read = tables[0]?.rows.map(({ cells }) => cells.map(plain));
        expect(read).toEqual(content.map((row) => row.map((each) => (each === 0 ? 0 : each))));
      }),
      { numRuns: 30 },
    );
  });

  test.each<['biff5' | 'biff2', boolean]>([
    ['biff5', true],
    ['biff2', false],
  ])('Persian Windows text in %s, whose code page is stated: %s', async (bookType, stated) => {
    // The library cannot write it, so the letters are put in place of Latin ones.
    const bytes = written([['QWERTY', 7]], bookType);
    const persian = patch(bytes, find(bytes, 'QWERTY'), [0xd4, 0xe5, 0xd1, 0x81, 0x98, 0xed]);
    const page = stated ? patch(persian, find(persian, Uint8Array.of(0x42, 0, 2, 0)) + 4, [0xe8, 0x04]) : persian;
    expect(await cellLines(page)).toEqual(['Sheet1!A1 text شهرپکي', 'Sheet1!B1 number 7']);
  });

  test.each<BookType>(['biff8', 'xlsb'])('formats, merges, hidden rows and columns of %s', async (bookType) => {
    const bytes = written(
      [
        [0.59, 44095, 12],
        ['الف', 'ب', 7],
        [1, 2, 3],
      ],
      bookType,
      (sheet) => {
        Object.assign(sheet.A1, { z: '0%' });
        Object.assign(sheet.B1, { z: 'yyyy/mm/dd' });
        Object.assign(sheet.C1, { z: '0" %"' });
        sheet['!merges'] = [{ s: { r: 1, c: 0 }, e: { r: 2, c: 0 } }];
        sheet['!rows'] = [{}, {}, { hidden: true }];
        sheet['!cols'] = [{}, {}, { hidden: true }];
      },
    );
    const { tables, findings } = await readTables(bytes, 'x');
    expect((await cellLines(bytes)).slice(0, 3)).toEqual([
      'Sheet1!A1 number 0.59 %',
      'Sheet1!B1 date 44095',
      'Sheet1!C1 number 12',
    ]);
    expect(tables[0]).toMatchObject({ merges: [[2, 1, 3, 1]], hiddenColumns: [3] });
    // The library writes hidden rows into xlsb only; those of an xls are proven by the workbook of LibreOffice.
    if (bookType === 'xlsb') expect(tables[0]?.rows.map(({ hidden }) => hidden)).toEqual([false, false, true]);
    // The value that was left under the merge is named, and not counted.
    expect(findings.map(({ code, place }) => [code, place.cell])).toEqual([['FILE_MERGED_VALUE', 'A3']]);
  });
});

function plain({ kind, text, number }: { kind: string; text: string; number: number | null }): unknown {
  if (kind === 'boolean') return text === 'TRUE';
  return kind === 'number' ? number : text;
}

describe('OpenDocument', () => {
  test('repeated rows and cells, spans, notes, spaces, percent by style', async () => {
    const styles =
      '<number:percentage-style style:name="N1"/><style:style style:name="ce1" style:family="table-cell" style:data-style-name="N1"/>' +
      '<style:style style:name="ta1" style:family="table"><style:table-properties table:display="false"/></style:style>';
    const rows =
      '<table:table-column table:number-columns-repeated="2"/><table:table-column table:visibility="collapse" table:default-cell-style-name="ce1"/>' +
      odsRow(
        odsText('یک<text:s text:c="3"/>دو<text:line-break/>سه', 'table:number-columns-spanned="2"') +
          '<table:covered-table-cell/>',
      ) +
      odsRow(
        `<table:table-cell table:number-columns-repeated="2"/>${odsNumber('0.5')}`,
        'table:number-rows-repeated="2"',
      ) +
      odsRow('', 'table:number-rows-repeated="1000"') +
      odsRow(
        `<table:table-cell office:value-type="string"><office:annotation><text:p>یادداشت</text:p></office:annotation><text:p>متن</text:p><text:p>دو</text:p></table:table-cell>${odsNumber('7', 'currency', 'table:number-columns-repeated="2"')}`,
        'table:visibility="filter"',
      ) +
      odsRow('<table:table-cell/>', 'table:number-rows-repeated="1047000"');
    const bytes = ods(rows, styles);
    expect(await cellLines(bytes)).toEqual([
      'برگه!A1 text یک   دو\nسه',
      'برگه!C2 number 0.5 %',
      'برگه!C3 number 0.5 %',
      'برگه!A1004 text متن\nدو',
      'برگه!B1004 number 7',
      'برگه!C1004 number 7',
    ]);
    const { tables, findings } = await readTables(bytes, 'x');
    expect(findings).toEqual([]);
    expect(tables[0]).toMatchObject({ hidden: true, merges: [[1, 1, 1, 2]], hiddenColumns: [3] });
    expect(tables[0]?.rows.map(({ number, hidden }) => [number, hidden])).toEqual([
      [1, false],
      [2, false],
      [3, false],
      [1004, true],
    ]);
  });
});

describe('XML Spreadsheet 2003', () => {
  test('jumps, styles, merges, rich text, hidden parts; comments are no data', async () => {
    const styles =
      '<Style ss:ID="Default"/><Style ss:ID="p"><NumberFormat ss:Format="Percent"/></Style><Style ss:ID="q" ss:Parent="p"/><Style ss:ID="d"><NumberFormat ss:Format="Short Date"/></Style>';
    const rows =
      '<Column ss:Index="3" ss:Hidden="1"/>' +
      `<Row>${xmlCell('String', 'کد &amp; <html:B>نام</html:B>', 'ss:MergeAcross="1"')}${xmlCell('Number', '0.25', 'ss:StyleID="q"')}</Row>` +
      `<Row ss:Index="5" ss:Hidden="1">${xmlCell('Number', '7')}${xmlCell('DateTime', '2020-09-21T00:00:00.000', 'ss:Index="4" ss:StyleID="d"')}<Cell ss:Formula="=1"><Data ss:Type="Number">1</Data><Comment><Data ss:Type="String">نه</Data></Comment></Cell></Row>`;
    const after =
      '<WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel"><Visible>SheetHidden</Visible></WorksheetOptions>';
    const bytes = xml2003(rows, styles, after);
    expect(await cellLines(bytes)).toEqual([
      'برگه!A1 text کد & نام',
      'برگه!C1 number 0.25 %',
      'برگه!A5 number 7',
      'برگه!D5 date 2020-09-21T00:00:00.000',
      'برگه!E5 number 1 f',
    ]);
    const { tables, format, findings } = await readTables(bytes, 'x');
    expect([format, findings]).toEqual(['xml', []]);
    expect(tables[0]).toMatchObject({ hidden: true, merges: [[1, 1, 1, 2]], hiddenColumns: [3] });
  });

  test('UTF-16 and a declared Persian Windows', async () => {
    const text = xml2003(`<Row>${xmlCell('String', 'شهر')}</Row>`)
      .toString()
      .replace('?>', ' encoding="UTF-16"?>');
    expect(await readTables(Buffer.from(`\uFEFF${text}`, 'utf16le'), 'x')).toMatchObject({
      encoding: 'utf-16le',
      findings: [],
    });
    const letters = [...new TextDecoder('windows-1256').decode(Uint8Array.from({ length: 256 }, (_, byte) => byte))];
    const persian = text.replace('UTF-16', 'windows-1256').replace(/[^\p{ASCII}]/gu, (letter) => `\u0001${letter}`);
    const bytes = Uint8Array.from(
      [...persian.replaceAll('\u0001', '')].map((letter) => letters.indexOf(letter.replace('ی', 'ي'))),
    );
    expect(await readTables(bytes, 'x')).toMatchObject({
      encoding: 'windows-1256',
      tables: [{ rows: [{ cells: [{ text: 'شهر' }] }] }],
    });
  });
});

describe('HTML tables', () => {
  test('spans, hidden rows, lines above the table, exact numbers, entities, a table inside a cell', async () => {
    const bytes = html(
      '<style>td{color:red}</style><p>ماه: شهریور ۱۳۹۹</p><div>مبالغ به<br>میلیون ریال</div>' +
        '<table><tr><th rowspan=2>کد<th colspan="2">هزینه &amp; درآمد</tr><tr><td>الف<td>ب</td></tr>' +
        '<tr style="display:none"><td>P-0<td>9</tr>' +
        '<tr><td>P-1</td><td x:num="1234.5">1,235</td><td x:num="0.59">59%</td><td>&nbsp;</td></tr>' +
        '<tr><td>P-2<!-- نه --><script>1</script></td><td><table><tr><td>درون</td></tr></table></td></tr></table><p>امضا</p>',
    );
    expect(await cellLines(bytes)).toEqual([
      'A1 text ماه: شهریور ۱۳۹۹',
      'A2 text مبالغ به',
      'A3 text میلیون ریال',
      'A4 text کد',
      'B4 text هزینه & درآمد',
      'B5 text الف',
      'C5 text ب',
      'A6 text P-0',
      'B6 text 9',
      'A7 text P-1',
      'B7 number 1234.5',
      'C7 number 0.59 %',
      'A8 text P-2',
      'A9 text درون',
      'A10 text امضا',
    ]);
    const { tables, format, encoding } = await readTables(bytes, 'x');
    expect([format, encoding]).toEqual(['html', 'utf-8']);
    expect(tables[0]?.merges).toEqual([
      [4, 1, 5, 1],
      [4, 2, 4, 3],
    ]);
    expect(tables[0]?.rows.filter(({ hidden }) => hidden).map(({ number }) => number)).toEqual([6]);
  });

  test('any table of words survives', async () => {
    const word = fc.stringMatching(/^[\p{Script=Arabic}a-z<&"'][پچژگ۰-۹a-z<>&" ]{0,8}[پa-z>]$/u);
    const rows = fc.array(fc.array(word, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 });
    const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    const row = (cells: string[]) => `<tr>${cells.map((text) => `<td>${escaped(text)}</td>`).join('')}</tr>`;
    await fc.assert(
      fc.asyncProperty(rows, async (content) => {
        const { tables } = await readTables(html(`<table>${content.map(row).join('')}</table>`), 'x');
        const folded = (text: string) => text.replace(/ +/g, ' ');
        expect(tables[0]?.rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual(
          content.map((each) => each.map(folded)),
        );
      }),
    );
  });
});
