import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTables } from '../../src/read/read.js';
import { cellLines } from './workbook-parts.js';

const utf8 = (text: string) => Buffer.from(text, 'utf8');

/** Turns text into Persian Windows bytes with the decoder's own table, turned round. */
function windows1256(text: string): Uint8Array {
  const letters = [...new TextDecoder('windows-1256').decode(Uint8Array.from({ length: 256 }, (_, byte) => byte))];
  return Uint8Array.from([...text].map((letter) => letters.indexOf(letter)));
}

async function fields(bytes: Uint8Array): Promise<string[][]> {
  const { tables } = await readTables(bytes, 'file.csv');
  return (tables[0]?.rows ?? []).map(({ cells }) => cells.map(({ text }) => text));
}

describe('encodings', () => {
  const text = 'پروژه;عنوان;مبلغ\r\nP-1;احداث پل كابلي، فاز ۱;۱۲۰۰\r\nP-2;پارک;0\r\n';
  const expected = [
    ['پروژه', 'عنوان', 'مبلغ'],
    ['P-1', 'احداث پل كابلي، فاز ۱', '۱۲۰۰'],
    ['P-2', 'پارک', '0'],
  ];
  const utf16le = Buffer.from(text, 'utf16le');
  const samples: [string, Uint8Array, string][] = [
    ['UTF-8', utf8(text), 'utf-8'],
    ['UTF-8 with a mark', utf8(`\uFEFF${text}`), 'utf-8'],
    ['UTF-16LE with a mark', Buffer.from(`\uFEFF${text}`, 'utf16le'), 'utf-16le'],
    ['UTF-16LE without a mark', utf16le, 'utf-16le'],
    ['UTF-16BE with a mark', Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(), 'utf-16be'],
    ['UTF-16BE without a mark', Buffer.from(text, 'utf16le').swap16(), 'utf-16be'],
  ];
  test.each(samples)('%s', async (_name, bytes, encoding) => {
    expect(await fields(bytes)).toEqual(expected);
    expect(await readTables(bytes, 'x')).toMatchObject({ format: 'csv', encoding, delimiter: ';', findings: [] });
  });

  test('Persian Windows (1256), letters kept as they were typed', async () => {
    const bytes = windows1256('كد;عنوان;درصد\r\n12;احداث پل گچساران چاي ژرف;37/5\r\n');
    expect(await fields(bytes)).toEqual([
      ['كد', 'عنوان', 'درصد'],
      ['12', 'احداث پل گچساران چاي ژرف', '37/5'],
    ]);
    expect((await readTables(bytes, 'x')).encoding).toBe('windows-1256');
  });

  test('the closing Ctrl-Z of an old export is no data', async () => {
    expect(await fields(utf8('a,b\r\n1,2\r\n\u001A'))).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });
});

describe('delimiters', () => {
  const samples: [string, string, string][] = [
    ['comma', 'code,a,b\n1,2,3\n', ','],
    ['semicolon with decimal commas', 'code;a;b\n1;12,5;3,25\n2;7,5;4,75\n', ';'],
    ['tab', 'code\ta\tb\n1\t2\t3\n', '\t'],
    ['bar', 'code|a|b\n1|2|3\n', '|'],
    ['Persian comma', 'کد،الف،ب\n1،2،3\n', '،'],
    ['Persian semicolon', 'کد؛الف؛ب\n1؛2،5؛3\n', '؛'],
    ['preamble above the header', 'گزارش ماهانه\nماه: شهریور ۱۳۹۹\nکد;پیشرفت;هزینه\n1;2;3\n2;3;4\n', ';'],
    ['delimiters inside quotes', 'code;note\n1;"a,b,c,d"\n2;"e,f,g,h"\n', ';'],
    ['one column', 'code\n1\n2\n', ','],
  ];
  test.each(samples)('%s', async (_name, text, delimiter) => {
    expect((await readTables(utf8(text), 'x')).delimiter).toBe(delimiter);
  });

  test('a sep= line names it, is no data, and still counts as a line', async () => {
    expect(await cellLines(utf8('sep=;\r\na;b,c\r\n1;2\r\n'))).toEqual([
      'A2 text a',
      'B2 text b,c',
      'A3 text 1',
      'B3 text 2',
    ]);
  });
});

describe('records', () => {
  test('rows carry the line on which they start, past empty lines, quoted line ends and every kind of line end', async () => {
    const { tables } = await readTables(utf8('a,b\r\n\r\n1,"x\r\ny\nz"\r2,w\n\n\n3,v'), 'x');
    expect(tables[0]?.rows.map(({ number, cells }) => [number, cells[1]?.text])).toEqual([
      [1, 'b'],
      [3, 'x\r\ny\nz'],
      [6, 'w'],
      [9, 'v'],
    ]);
  });

  test('ragged rows keep their places, blanks are absent, spaces and stray quotes stay', async () => {
    expect(await cellLines(utf8('a,b,c\n1,,3,4\n,,\n 2 \n"x"y,نام "مستعار" است,"d""e"\n'))).toEqual([
      'A1 text a',
      'B1 text b',
      'C1 text c',
      'A2 text 1',
      'C2 text 3',
      'D2 text 4',
      'A4 text  2 ',
      'A5 text "x"y',
      'B5 text نام "مستعار" است',
      'C5 text d"e',
    ]);
  });

  test('any table of texts survives being written and read', async () => {
    const field = fc.string({
      unit: fc.constantFrom('a', '۱', ';', ',', '"', '\n', '\r', ' ', 'ی', '\u200c'),
      maxLength: 6,
    });
    const rows = fc.array(fc.array(field, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(rows, async (content) => {
        const quoted = content.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(';'));
        const read = await fields(utf8(`sep=;\n${quoted.join('\n')}\n`));
        expect(read).toEqual(content.map((row) => row.filter((text) => text !== '')).filter((row) => row.length > 0));
      }),
    );
  });

  test('any table of Persian words survives any encoding and delimiter', async () => {
    const word = fc.stringMatching(/^[ابپتجدرسکگلمنوهی][ابتدرسلمنوه ۰-۹]{0,8}[ابتدرسلمنوه]$/);
    const rows = fc.array(fc.array(word, { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 6 });
    const encodings: ((text: string) => Uint8Array)[] = [
      (text) => utf8(text),
      (text) => utf8(`\uFEFF${text}`),
      (text) => Buffer.from(`\uFEFF${text}`, 'utf16le'),
      (text) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(),
      // Persian Windows knows no Persian digits and writes ی as ي.
      (text) => windows1256(text.replaceAll('ی', 'ي').replace(/[۰-۹]/g, '7')),
    ];
    await fc.assert(
      fc.asyncProperty(
        rows,
        fc.constantFrom(',', ';', '\t', '|', '،', '؛'),
        fc.nat(encodings.length - 1),
        async (content, delimiter, which) => {
          fc.pre(which < 4 || delimiter !== '؛');
          const read = await fields(
            encodings[which]?.(content.map((row) => row.join(delimiter)).join('\r\n')) ?? utf8(''),
          );
          const meant = (text: string) => (which < 4 ? text : text.replaceAll('ی', 'ي').replace(/[۰-۹]/g, '7'));
          expect(read).toEqual(content.map((row) => row.map(meant)));
        },
      ),
    );
  });
});
