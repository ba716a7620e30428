import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readTables } from '../../src/read/read.js';
import { cell, utf8, withSheet } from './case.js';
import { codes, linesOf, worksheet, xlsx } from './workbook-parts.js';

const run = (length: number) => 'متن بلند '.repeat(length / 9 + 1).slice(0, length);
const inline = (text: string) => cell(`<is><t>${text}</t></is>`, ' t="inlineStr"');

/** Long plain texts take a shorter way through the parser: what comes out may not depend on their length. */
test('a text is read the same whatever pieces it is made of', async () => {
  const piece = fc.oneof(
    fc.integer({ min: 1, max: 700 }).map((length) => [run(length), run(length)]),
    fc.constantFrom(
      ['&amp;', '&'],
      ['&#x633;', 'س'],
      ['<![CDATA[<a>]]>', '<a>'],
      ['<!-- > -->', ''],
      ['😀', '😀'],
      [']', ']'],
      ['\n', '\n'],
      ['\r\n', '\n'],
    ),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 6 }), async (pieces) => {
      const written = pieces.map(([xml]) => xml).join('');
      const meant = pieces.map(([, text]) => text).join('');
      const result = await readTables(xlsx(inline(written)), 'x');
      expect(result.findings.filter(({ code }) => code !== 'FILE_EMPTY')).toEqual([]);
      expect(linesOf(result)).toEqual(meant === '' ? [] : [`برگه!A1 text ${meant}`]);
    }),
  );
});

test.each([
  ['a control character in a long text', inline(`${run(500)}\u0001${run(500)}`)],
  ['a forbidden character in a long text', inline(`${run(500)}\uFFFE${run(500)}`)],
  ['the end of a CDATA section in a long text', inline(`${run(500)}]]>${run(500)}`)],
  ['a bare & in a long text', inline(`${run(500)}&${run(500)}`)],
])('%s is still damage', async (_name, rows) => {
  expect(await codes(xlsx(rows))).toEqual(['FILE_XML_DAMAGED']);
});

test('a long text outside of the root, in an attribute or in a comment is the parser’s to judge', async () => {
  expect(await codes(withSheet(`${worksheet(inline('a'))}${run(500)}`))).toEqual(['FILE_XML_DAMAGED']);
  expect(await codes(withSheet(worksheet(inline('a')).replace('<row ', `<row x=">${run(500)}" `)))).toEqual([]);
  expect(await codes(withSheet(utf8(worksheet(`<!-- > -->${inline('a')}<!--<a>${run(500)}-->`))))).toEqual([]);
});
