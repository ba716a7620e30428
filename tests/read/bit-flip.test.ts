import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readTables } from '../../src/read/read.js';
import { ods, odsNumber, odsRow, odsText, written } from './old-parts.js';
import { cellLines, linesOf, xlsx, zip } from './workbook-parts.js';

const BOOKS: [string, Uint8Array, string[]][] = [
  [
    'xlsx',
    xlsx('<row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="2"><c r="A2" s="1"><v>0.25</v></c></row>'),
    ['برگه!A1 text پروژه', 'برگه!A2 number 0.25 %'],
  ],
  [
    'ods',
    ods(odsRow(odsText('پروژه') + odsNumber('0.25', 'percentage'))),
    ['برگه!A1 text پروژه', 'برگه!B1 number 0.25 %'],
  ],
  ['xlsb', leanXlsb(), ['Sheet1!A1 text پروژه', 'Sheet1!B1 number 0.25']],
];

/** A single wrong bit is what a bad disk or line makes of a file; it may cost the file, never change a value. */
test.each(BOOKS)(
  'a bit flipped at any byte of an %s never changes what is accepted',
  { timeout: 120_000 },
  async (...book) => {
    const [, bytes, truth] = book;
    expect(await cellLines(bytes)).toEqual(truth);
    let accepted = 0;
    for (let at = 0; at < bytes.length; at += 1) {
      const flipped = Uint8Array.from(bytes);
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8));
      const result = await readTables(flipped, 'x');
      if (result.tables.length === 0) {
        expect(result.findings.length, `byte ${at}`).toBeGreaterThan(0);
        continue;
      }
      accepted += 1;
      expect(linesOf(result), `byte ${at}`).toEqual(truth);
    }
    expect(accepted).toBeGreaterThan(0);
  },
);

/** With an empty theme: the real one makes up most of the bytes and holds no cell. */
function leanXlsb(): Uint8Array {
  const parts = unzipSync(written([['پروژه', 0.25]], 'xlsb'));
  return zip({ ...parts, 'xl/theme/theme1.xml': '' });
}
