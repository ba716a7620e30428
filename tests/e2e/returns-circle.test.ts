import { existsSync, readFileSync } from 'node:fs';
import type ExcelJs from 'exceljs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { cellAt, filled, openBook, PLAN, type } from './forms.js';
import { factsOf, listedIn, PROJECTS, returnOf } from './returned.js';
import { planFolder, type TestWorkspace, testWorkspace } from './workspace.js';

let town: TestWorkspace;
beforeEach(async () => {
  town = testWorkspace('2020-09-25T08:00:00Z');
  const projects = `${PLAN.projects}\n${['A4', 'A5', 'A6', 'A7', 'A8']
    .map((code) => `${code},پروژه ${code},T1,D1,1399,900000000,,,,,,`)
    .join('\n')}`;
  await town.pipeline.importPlan(planFolder(town.root, { ...PLAN, projects }), { dryRun: false });
});
afterEach(() => town.remove());

const [PHYSICAL, SPENT, NOTE] = ['پیشرفت فیزیکی', 'هزینه‌کرد', 'توضیحات'];
const ingest = async () => (await town.pipeline.ingest({ dryRun: false })).files;
/** Addresses of the red cells of the returned sheet, and the errors of its list. */
async function errors(): Promise<{ cells: string[]; listed: string[] }> {
  const book = await openBook(returnOf(town));
  const cells: string[] = [];
  book.getWorksheet(PROJECTS)?.eachRow((row, number) => {
    row.eachCell({ includeEmpty: true }, (cell) => {
      const fill = (cell.fill as ExcelJs.FillPattern)?.fgColor?.argb;
      if (number > 6 && cell.note && fill === 'FFFFC7CE') cells.push(cell.address);
    });
  });
  return { cells: cells.sort(), listed: await listedIn(town, 'خطا') };
}

/** Our own form after people have worked on it: lines added below it, cells merged, a formula that fails, a unit overwritten. */
async function faulty(template: string): Promise<Uint8Array> {
  return filled(template, (book) => {
    for (const code of ['A1', 'A3', 'A4', 'A5', 'A6', 'A8']) type(book, PROJECTS, code, PHYSICAL, 20);
    for (const code of ['A1', 'A3', 'A4', 'A5']) type(book, PROJECTS, code, SPENT, 50);
    type(book, PROJECTS, 'A3', PHYSICAL, 140);
    cellAt(book, PROJECTS, 'A8', PHYSICAL).value = { formula: '1/0', result: { error: '#DIV/0!' } } as never;
    const paper = book.getWorksheet(PROJECTS);
    const at = (header: string) => cellAt(book, PROJECTS, 'A1', header).col as unknown as number;
    const write = (row: number, cells: Record<number, string | number>) => {
      for (const [column, value] of Object.entries(cells)) if (paper) paper.getCell(row, Number(column)).value = value;
    };
    // A5 and A6 share one cell of progress; A4 stands twice, with another progress; a line has lost its code.
    const first = cellAt(book, PROJECTS, 'A5', PHYSICAL);
    paper?.mergeCells(Number(first.row), at(PHYSICAL), Number(first.row) + 1, at(PHYSICAL));
    write(15, { 1: 'A4', [at(PHYSICAL)]: 35, [at(SPENT)]: 50, [at(NOTE)]: 'بار دوم' });
    write(16, { 2: 'پارک محله', [at(PHYSICAL)]: 60 });
    write(17, { 2: 'جمع کل', [at(SPENT)]: 200 });
    // Somebody asks for non-cash spending in a unit that nobody knows.
    write(6, { [at('هزینه غیرنقدی')]: 'هزینه غیرنقدی (درهم)' });
    write(cellAt(book, PROJECTS, 'A1', SPENT).row as unknown as number, { [at('هزینه غیرنقدی')]: 7 });
  });
}

it('goes the full circle with lines without a code, twice the same code, merged cells, totals, a failed formula', async () => {
  const [file] = (await town.pipeline.template({ period: '1399-06', department: 'D1' })).files;
  town.drop('D1/فرم.xlsx', await faulty(file?.path ?? ''));
  await ingest();
  const standing = [
    'A1 SUB_COLUMN_VAGUE',
    'A4 SUB_DUPLICATE_ROW',
    'A5 SUB_MERGED_FIGURE',
    'A6 SUB_MERGED_FIGURE',
    'A8 SUB_CELL_ERROR',
    'بی‌کد SUB_CODE_MISSING',
  ];
  expect(await errors()).toEqual({
    cells: ['A15', 'G10', 'G11', 'G12', 'G14', 'G9', 'N7'],
    listed: [...standing, 'A3 SUB_PHYSICAL_OVER_100'].sort(),
  });
  expect(await factsOf(town)).toEqual(['A1 physical 0.2', 'A1 spent_rial 50000000']);

  const before = [await factsOf(town), readFileSync(returnOf(town))];
  town.drop('D1/دوباره.xlsx', readFileSync(returnOf(town)));
  expect((await ingest()).map(({ status }) => status)).toEqual(['duplicate']);
  expect([await factsOf(town), readFileSync(returnOf(town))]).toEqual(before);

  // One is mended: nothing else is stored with it, and every other mark stays for its own reason.
  town.drop('D1/اصلاح.xlsx', await filled(returnOf(town), (book) => type(book, PROJECTS, 'A3', PHYSICAL, 14)));
  await ingest();
  expect(await errors()).toEqual({ cells: ['A15', 'G10', 'G11', 'G12', 'G14', 'N7'], listed: standing });
  const physical = async () => (await factsOf(town)).filter((fact) => fact.includes('physical'));
  expect(await physical()).toEqual(['A1 physical 0.2', 'A3 physical 0.14']);

  const whole = await filled(returnOf(town), (book) => {
    for (const [code, value] of Object.entries({ A4: 35, A5: 11, A6: 13, A8: 12 }))
      type(book, PROJECTS, code, PHYSICAL, value);
    type(book, PROJECTS, 'A1', 'هزینه غیرنقدی', 700);
    const line = book.getWorksheet(PROJECTS)?.getRow(15);
    expect(line?.getCell(2).value).toBe('پارک محله');
    if (line) line.getCell(1).value = 'A7';
  });
  town.drop('D1/پایان.xlsx', whole);
  expect((await ingest()).map(({ status, findings }) => [status, findings])).toEqual([['accepted', []]]);
  expect(existsSync(returnOf(town))).toBe(false);
  const shares = { A1: 0.2, A3: 0.14, A4: 0.35, A5: 0.11, A6: 0.13, A7: 0.6, A8: 0.12 };
  expect(await physical()).toEqual(Object.entries(shares).map(([code, share]) => `${code} physical ${share}`));
});
