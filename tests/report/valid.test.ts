import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { REPORTS } from '../../reports/index.js';
import type { MonthFigures } from '../../src/domain/month.js';
import { writeWorkbook } from '../../src/report/xlsx.js';
import { monthFigures } from './figures.js';
import { packageFaults } from './package-faults.js';

const SIZE = { branches: 3, goals: 3, schemes: 1, leavesEach: 2 };
const ENGLISH: Partial<MonthFigures> = { language: 'en' };

/** The first workbook of a kind for a month in which it is made. */
async function written(code: string, change: Partial<MonthFigures> = {}): Promise<Uint8Array> {
  const [first] = REPORTS.find((report) => report.code === code)?.workbooks({ ...monthFigures(SIZE), ...change }) ?? [];
  if (!first) throw new Error(`no ${code}`);
  return writeWorkbook(first.build());
}

describe('a package that Excel opens without repairing it', () => {
  it.each(REPORTS.map(({ code }) => code))('is %s in both languages', async (code) => {
    expect(await packageFaults(await written(code))).toEqual([]);
    expect(await packageFaults(await written(code, ENGLISH))).toEqual([]);
  });
});

describe('the validation', () => {
  let file: Uint8Array;
  beforeAll(async () => {
    file = await written('manager');
  });

  it.each([
    ['a sheet', 'xl/worksheets/sheet1.xml', /(<sheetViews>.*?<\/sheetViews>)(<sheetFormatPr[^>]*>)/s, '$2$1'],
    ['a chart', 'xl/charts/chart1.xml', /(<c:idx [^>]*>)(<c:order [^>]*>)/, '$2$1'],
    ['a drawing', 'xl/drawings/drawing1.xml', /(<xdr:from>.*?<\/xdr:from>)(<xdr:to>.*?<\/xdr:to>)/s, '$2$1'],
    ['the styles', 'xl/styles.xml', /(<sz [^>]*>)(<color [^>]*>)/, '$2$1'],
    ['a relation', 'xl/_rels/workbook.xml.rels', /worksheets\/sheet1\.xml/, 'worksheets/sheet999.xml'],
  ])('sees what is wrong in %s', async (_, part, from, to) => {
    const parts = unzipSync(file);
    const before = strFromU8(parts[part] ?? new Uint8Array());
    const after = before.replace(from, to);
    expect(after).not.toBe(before);
    expect(await packageFaults(zipSync({ ...parts, [part]: strToU8(after) }))).not.toEqual([]);
  });
});
