import { type Case, cell, good, tall, utf8, withSheet } from './case.js';
import { worksheet, xlsx } from './workbook-parts.js';

export const CELLS: Case[] = [
  ['row 2147483647', xlsx(`${good}<row r="2147483647"><c r="A2147483647"><v>1</v></c></row>`), ['FILE_CELL_ADDRESS']],
  ['row 0', xlsx(`<row r="0"><c><v>1</v></c></row>${good}`), ['FILE_CELL_ADDRESS']],
  [
    'a cell of another row',
    xlsx('<row r="1"><c r="A1"><v>1</v></c><c r="B2"><v>2</v></c></row>'),
    ['FILE_CELL_ADDRESS'],
  ],
  ['column XFE', xlsx('<row r="1"><c r="A1"><v>1</v></c><c r="XFE1"><v>2</v></c></row>'), ['FILE_CELL_ADDRESS']],
  ['one row twice', xlsx(`${good}<row r="2"><c r="A2"><v>900</v></c></row>`), ['FILE_CELL_ORDER', 'FILE_CELL_TWICE']],
  [
    'rows out of order',
    xlsx('<row r="3"><c r="A3"><v>1</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>'),
    ['FILE_CELL_ORDER'],
  ],
  ['a shared text out of range', xlsx(cell('<v>99</v>', ' t="s"')), ['FILE_CELL_STRING']],
  ['12abc', xlsx(cell('<v>12abc</v>')), ['FILE_CELL_NUMBER']],
  ['1,234', xlsx(cell('<v>1,234</v>')), ['FILE_CELL_NUMBER']],
  ['0x10', xlsx(cell('<v>0x10</v>')), ['FILE_CELL_NUMBER']],
  ['NaN', xlsx(cell('<v>NaN</v>')), ['FILE_CELL_NUMBER']],
  ['1e999', xlsx(cell('<v>1e999</v>')), ['FILE_CELL_NUMBER']],
  ['two values in one cell', xlsx(cell('<v>1</v><v>2</v>')), ['FILE_CELL_NUMBER']],
  ['an error text in a number', xlsx(cell('<f>1/0</f><v>#DIV/0!</v>')), ['FILE_CELL_NUMBER']],
  ['an unknown type', xlsx(cell('<v>1</v>', ' t="zz"')), ['FILE_CELL_TYPE']],
  ['a boolean 2', xlsx(cell('<v>2</v>', ' t="b"')), ['FILE_CELL_TYPE']],
  ['a date 1e15', xlsx(cell('<v>1E15</v>', ' s="2"')), ['FILE_CELL_DATE']],
  ['a date 13990631', xlsx(cell('<v>13990631</v>', ' s="2"')), ['FILE_CELL_DATE']],
  ['the day 2026-13-45', xlsx(cell('<v>2026-13-45</v>', ' t="d"')), ['FILE_CELL_DATE']],
  ['a style that is not there', xlsx(cell('<v>0.5</v>', ' s="77"')), ['FILE_CELL_STYLE']],
  ['a formula never calculated', xlsx(cell('<f>SUM(B1:B9)</f>')), ['FILE_FORMULA_EMPTY']],
  ['a formula with an empty value', xlsx(cell('<f>SUM(B1:B9)</f><v/>')), ['FILE_FORMULA_EMPTY']],
  [
    'an overlong text',
    xlsx(cell(`<is><t>${'xyzw'.repeat(10_000)}</t></is>`, ' t="inlineStr"')),
    ['FILE_CELL_TEXT_LONG'],
  ],
  [
    'a column beyond the limit',
    xlsx('<row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>1</v></c></row>'),
    ['FILE_COLUMNS_BEYOND'],
  ],
  [
    'a value under a merge',
    withSheet(worksheet('<row><c><v>1</v></c><c><v>2</v></c></row>', '', merged('A1:B1'))),
    ['FILE_MERGED_VALUE'],
  ],
  ['a merge that is no area', withSheet(worksheet(good, '', merged('B2:A1'))), ['FILE_MERGE_REF']],
  [
    'too many merges',
    withSheet(worksheet(good, '', merged('A1:B1', 'C1:D1'))),
    ['FILE_MERGES_TOO_MANY'],
    { merges: 1 },
  ],
  [
    'many merges over the whole sheet',
    withSheet(worksheet(tall(2000), '', merged(...Array<string>(3000).fill('A1:B1048576')))),
    ['FILE_MERGES_TOO_MANY', 'FILE_MERGED_VALUE', 'FILE_MORE_FINDINGS'].sort(),
  ],
  [
    'more findings than are listed',
    xlsx(tall(9).replaceAll('<v>1', '<v>x')),
    ['FILE_CELL_NUMBER', 'FILE_MORE_FINDINGS'],
    { findings: 3 },
  ],
];

/** Files that look dangerous and are read without harm. */
export const HARMLESS: Case[] = [
  ['a merge of the whole sheet', withSheet(worksheet(cell('<v>1</v>'), '', merged('A1:XFD1048576'))), []],
  [
    'a column rule without end',
    withSheet(worksheet(good, '<cols><col min="1" max="2147483647" hidden="1"/></cols>')),
    [],
  ],
  [
    'a validation of the whole sheet',
    withSheet(
      worksheet(
        good,
        '',
        '<dataValidations><dataValidation type="list" sqref="A1:XFD1048576"><formula1>"a"</formula1></dataValidation></dataValidations>',
      ),
    ),
    [],
  ],
  ['a name that climbs', xlsx(good, { '../../../tmp/x': 'x' }), []],
  ['a stray sheet part', xlsx(good, { 'evil/xl/worksheets/sheet1.xml': worksheet(good) }), []],
  ['headers named __proto__', utf8('__proto__,constructor\n1,2\n'), []],
];

export function merged(...areas: string[]): string {
  return `<mergeCells>${areas.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;
}
