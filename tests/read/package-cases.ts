import { type Case, cell, good, latin1, SHEET, utf8, withSheet } from './case.js';
import { find, MAIN, parts, patch, relationships, workbook, worksheet, xlsx, zip } from './workbook-parts.js';

export const sound = xlsx(good);
const central = (bytes: Uint8Array, name: string) => find(bytes, name, find(bytes, 'PK\x01\x02')) - 46;

export const PACKAGES: Case[] = [
  ['cut in the middle', sound.subarray(0, sound.length >> 1), ['FILE_TRUNCATED']],
  ['cut by one byte', sound.subarray(0, -1), ['FILE_TRUNCATED']],
  ['zeros behind a workbook', Buffer.concat([sound, Buffer.alloc(500)]), ['FILE_ZERO_TAIL']],
  [
    'a tail of zeros in place of the end',
    Buffer.concat([sound.subarray(0, 700), Buffer.alloc(500)]),
    ['FILE_ZERO_TAIL'],
  ],
  ['letters behind a workbook', Buffer.concat([sound, utf8('hidden')]), ['FILE_TRAILING_BYTES']],
  ['too many parts', sound, ['FILE_ZIP_ENTRIES'], { zipEntries: 5 }],
  ['one part twice, by case', xlsx(good, { 'XL/worksheets/SHEET1.xml': worksheet(good) }), ['FILE_ZIP_DUPLICATE']],
  ['a part marked as encrypted', patch(sound, central(sound, SHEET) + 8, [1, 0]), ['FILE_ENCRYPTED']],
  ['an unknown method', patch(sound, central(sound, SHEET) + 10, [99, 0]), ['FILE_ZIP_METHOD']],
  ['a wrong checksum', storedEdit(), ['FILE_ZIP_CRC']],
  ['two headers that disagree', patch(sound, find(sound, SHEET), [0x58]), ['FILE_ZIP_DAMAGED']],
  ['entries that share bytes', overlapping(), ['FILE_ZIP_DAMAGED']],
  ['a wrong number of entries', patch(sound, sound.length - 14, [6, 0, 6, 0]), ['FILE_ZIP_DAMAGED']],
  ['a size that lies', lyingSize(), ['FILE_ZIP_DAMAGED']],
  ['a part of blanks 1000 times its size', withSheet(worksheet(' '.repeat(1_000_000))), ['FILE_ZIP_BOMB']],
  [
    'a picture bomb that nobody would read',
    xlsx(good, { 'xl/media/a.png': new Uint8Array(2_000_000) }),
    ['FILE_ZIP_BOMB'],
  ],
  ['parts too large together', sound, ['FILE_ZIP_BOMB'], { totalBytes: 500 }],
  ['no workbook part', xlsx(good, { 'xl/workbook.xml': '' }), ['FILE_PART_MISSING']],
  ['no root relationships', xlsx(good, { '_rels/.rels': '' }), ['FILE_PART_MISSING']],
  ['no sheet part', xlsx('', { [SHEET]: '' }), ['FILE_PART_MISSING']],
  [
    'a sheet without a link',
    xlsx(good, { 'xl/workbook.xml': workbook('<sheet name="a" sheetId="1" r:id="zz"/>') }),
    ['FILE_PART_MISSING'],
  ],
  ['no sheets', xlsx(good, { 'xl/workbook.xml': workbook('') }), ['FILE_NO_SHEET']],
  ['one sheet under two names', twoSheets('a', 'rId1', 'b', 'rId1'), ['FILE_SHEET_TWICE']],
  ['two sheets of one name', twoSheets('a', 'rId1', 'A', 'rId4'), ['FILE_SHEET_TWICE']],
  ['too many sheets', twoSheets('a', 'rId1', 'b', 'rId4'), ['FILE_SHEETS_TOO_MANY'], { sheets: 1 }],
  ['too many texts', sound, ['FILE_STRINGS_TOO_MANY'], { sharedStrings: 1 }],
  ['too many filled cells', sound, ['FILE_CELLS_TOO_MANY'], { filledCells: 1 }],
  ['too many formatted cells', xlsx(`${good}<row><c/><c/></row>`), ['FILE_CELLS_TOO_MANY'], { cells: 3 }],
];

export const XML: Case[] = [
  ['a sheet cut inside its XML', withSheet(worksheet(good).slice(0, -20)), ['FILE_XML_DAMAGED']],
  ['text behind the root', withSheet(`${worksheet(good)}x`), ['FILE_XML_DAMAGED']],
  ['another root', withSheet(`<data xmlns="${MAIN}"/>`), ['FILE_XML_DAMAGED']],
  ['a root of no namespace', withSheet('<worksheet/>'), ['FILE_XML_DAMAGED']],
  ['an unbound prefix', withSheet('<x:worksheet/>'), ['FILE_XML_DAMAGED']],
  ['an undefined entity', withSheet(worksheet(cell('<v>&lol;</v>'))), ['FILE_XML_DAMAGED']],
  [
    'billion laughs',
    withSheet(`<!DOCTYPE worksheet [<!ENTITY a "aaa">]>${worksheet(cell('<v>&a;</v>'))}`),
    ['FILE_XML_DOCTYPE'],
  ],
  [
    'an outside DOCTYPE',
    withSheet(`<!DOCTYPE worksheet SYSTEM "file:///etc/passwd">${worksheet(good)}`),
    ['FILE_XML_DOCTYPE'],
  ],
  [
    'Latin-1 bytes',
    withSheet(latin1(worksheet(cell('<is><t>Regi\xe3o</t></is>', ' t="inlineStr"')))),
    ['FILE_XML_ENCODING'],
  ],
  [
    'a declared Latin-1',
    withSheet(`<?xml version="1.0" encoding="ISO-8859-1"?>${worksheet(good)}`),
    ['FILE_XML_ENCODING'],
  ],
  ['deep nesting', withSheet(worksheet('<x>'.repeat(100) + '</x>'.repeat(100))), ['FILE_XML_LIMIT']],
  [
    'a crowd of attributes',
    withSheet(worksheet(`<row ${Array.from({ length: 400 }, (_, i) => `a${i}="1"`).join(' ')}/>`)),
    ['FILE_XML_LIMIT'],
  ],
];

/** A stored part whose bytes hold a whole second part, listed too: the trick by which one block unpacks many times. */
function overlapping(): Uint8Array {
  const inner = zip({ 'b.xml': 'same' }, 0);
  const content = inner.subarray(0, find(inner, 'PK\x01\x02'));
  const bytes = zip({ 'a.xml': content, 'b.xml': 'same' }, 0);
  return patch(bytes, central(bytes, 'b.xml') + 42, [find(bytes, content), 0, 0, 0]);
}

function twoSheets(firstName: string, first: string, secondName: string, second: string): Uint8Array {
  return xlsx(good, {
    'xl/workbook.xml': workbook(
      `<sheet name="${firstName}" sheetId="1" r:id="${first}"/><sheet name="${secondName}" sheetId="2" r:id="${second}"/>`,
    ),
    'xl/_rels/workbook.xml.rels': relationships([
      ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
      ['rId4', 'worksheet', 'worksheets/sheet2.xml'],
      ['rId2', 'sharedStrings', 'sharedStrings.xml'],
    ]),
    'xl/worksheets/sheet2.xml': worksheet(good),
  });
}

/** A stored amount of 200 edited to 900 without touching its checksum. */
function storedEdit(): Uint8Array {
  const stored = zip(parts(good), 0);
  return patch(stored, find(stored, '<v>200') + 3, [0x39]);
}

/** A part whose two headers agree on a size smaller than what it holds. */
function lyingSize(): Uint8Array {
  const local = find(sound, SHEET) - 30;
  const size = new DataView(sound.buffer, sound.byteOffset).getUint32(central(sound, SHEET) + 24, true) - 9;
  const field = [size & 0xff, size >> 8, 0, 0];
  return patch(patch(sound, central(sound, SHEET) + 24, field), local + 22, field);
}
