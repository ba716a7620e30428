import { describe, expect, test } from 'vitest';
import { HEADER_CASES } from './cases-header.js';
import { NOTE_CASES, VALUE_CASES } from './cases-notes.js';
import { ROW_CASES } from './cases-rows.js';
import { EXPECTED } from './expected.js';
import { FIXTURES, readFixture } from './fixtures.js';
import { linesOf, readCase, sheetsOf } from './reading.js';

const CASES = [...HEADER_CASES, ...ROW_CASES, ...NOTE_CASES, ...VALUE_CASES];

describe('files as people make them say exactly this', () => {
  test.each(CASES.map((one) => [one.name, one] as const))('%s', async (name, one) => {
    expect(linesOf(await readCase(one))).toEqual(EXPECTED.get(name));
  });

  test.each(FIXTURES.map((one) => [one.name, one] as const))('made elsewhere: %s', async (name, one) => {
    expect(linesOf(await readFixture(one))).toEqual(EXPECTED.get(name));
  });

  test('every block of the expectations has its file', () => {
    expect([...EXPECTED.keys()].sort()).toEqual([...CASES, ...FIXTURES].map(({ name }) => name).sort());
  });
});

describe('the writer of a workbook makes no difference', () => {
  const workbooks = CASES.filter(({ writer }) => writer === undefined || writer === 'exceljs' || writer === 'xml');
  test.each(workbooks.map((one) => [one.name, one] as const))('%s', async (name, one) => {
    const writer = one.writer === 'xml' ? 'exceljs' : 'xml';
    expect(linesOf(await readCase({ ...one, writer }))).toEqual(EXPECTED.get(name));
  });

  /** Blank lines end a table on a sheet only. */
  const ONLY_SHEETS = new Set(['a far line of figures after a blank stretch']);
  /** A text file has no sheets, merges, hidden parts, formats or cell types. */
  const plain = CASES.filter(({ name, sheets, writer }) => {
    const [only, second] = sheetsOf(sheets);
    const text = only?.text ?? '';
    return (
      writer === undefined &&
      !ONLY_SHEETS.has(name) &&
      !second &&
      !only?.merges &&
      !only?.hide &&
      !only?.name &&
      !/[~#]|%f/.test(text)
    );
  });
  test.each(plain.map((one) => [one.name, one] as const))('as text: %s', async (name, one) => {
    const context = { fileName: '1399-06.csv', ...one.context };
    if (context.fileName.endsWith('.xlsx')) context.fileName = context.fileName.replace('.xlsx', '.csv');
    const lines = linesOf(await readCase({ ...one, context, writer: 'csv' }));
    expect(lines).toEqual(EXPECTED.get(name)?.map((line) => line.replaceAll('Sheet1!', '')));
  });
});
