import { existsSync } from 'node:fs';
import ExcelJs from 'exceljs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { cellAt, filled, openBook, PLAN, type } from './forms.js';
import { factsOf, PROJECTS, returnOf } from './returned.js';
import { planFolder, type TestWorkspace, testWorkspace } from './workspace.js';

let town: TestWorkspace;
beforeEach(async () => {
  town = testWorkspace('2020-09-25T08:00:00Z');
  const projects = `${PLAN.projects}
    A4,پروژه ث,T1,D1,1399,500000000,,,,,,
    A5,پروژه ج,T1,D1,1399,500000000,,,,,,`;
  await town.pipeline.importPlan(planFolder(town.root, { ...PLAN, projects }), { dryRun: false });
});
afterEach(() => town.remove());

const RED = 'FFFFC7CE';
const [PHYSICAL, SPENT] = ['پیشرفت فیزیکی', 'هزینه‌کرد'];
const ingest = async () => (await town.pipeline.ingest({ dryRun: false })).files;
/** The red cells of the returned sheet with what stands in them. */
async function red(): Promise<string[]> {
  const cells: string[] = [];
  (await openBook(returnOf(town))).getWorksheet(PROJECTS)?.eachRow((row, number) => {
    row.eachCell({ includeEmpty: true }, (cell) => {
      const fill = (cell.fill as ExcelJs.FillPattern)?.fgColor?.argb;
      if (number > 6 && cell.note && fill === RED)
        cells.push(`${row.getCell(1).value} ${String(row.worksheet.getCell(6, cell.col).value)} ${cell.value ?? ''}`);
    });
  });
  return cells.map((text) => text.trim()).sort();
}

/** A1 twice with two figures and two remarks, a figure merged over A3 and A4, a progress of 140 percent. */
async function foreign(): Promise<Uint8Array> {
  const book = new ExcelJs.Workbook();
  const paper = book.addWorksheet('شهریور');
  paper.addRows([
    ['کد پروژه', 'پیشرفت فیزیکی (درصد)', 'هزینه‌کرد (میلیون ریال)', 'توضیحات'],
    ['A1', 30, 100, 'نخست'],
    ['A3', 20, 60, null],
    ['A4', null, 70, null],
    ['A5', 140, 10, null],
    ['A1', 40, 100, 'دوم'],
  ]);
  paper.mergeCells('B3:B4');
  return new Uint8Array(await book.xlsx.writeBuffer());
}

it('leaves blank what nobody can tell, and stores it only when its sender has written it', async () => {
  town.drop('D1/1399-06.xlsx', await foreign());
  await ingest();
  const contested = ['A1', 'A3', 'A4'].map((code) => `${code} پیشرفت فیزیکی واقعی (٪)`);
  expect(await red()).toEqual([...contested, 'A5 پیشرفت فیزیکی واقعی (٪) 140']);
  const book = await openBook(returnOf(town));
  // Both values with both cells; the figure about which the lines agree, and the remarks of both, are kept.
  // Each value runs to the right with its cell, and the two follow each other as the sentence does.
  expect(String(cellAt(book, PROJECTS, 'A1', PHYSICAL).note)).toContain(
    '\u200e30 (B2)\u200e\u200f / \u200e40 (B6)\u200e\u200f',
  );
  expect(cellAt(book, PROJECTS, 'A1', SPENT).value).toBe(100);
  expect(cellAt(book, PROJECTS, 'A1', 'توضیحات').value).toBe('نخست\nدوم');
  expect(String(cellAt(book, PROJECTS, 'A3', PHYSICAL).note)).toMatch(/B3/);

  town.drop('D1/اصلاح.xlsx', await filled(returnOf(town), (sheet) => type(sheet, PROJECTS, 'A5', PHYSICAL, 14)));
  await ingest();
  expect(await red()).toEqual(contested);
  expect((await factsOf(town)).filter((fact) => fact.includes('physical'))).toEqual(['A5 physical 0.14']);

  const chosen = await filled(returnOf(town), (sheet) => {
    type(sheet, PROJECTS, 'A1', PHYSICAL, 40);
    type(sheet, PROJECTS, 'A3', PHYSICAL, 15);
    type(sheet, PROJECTS, 'A4', PHYSICAL, 16);
  });
  town.drop('D1/پایان.xlsx', chosen);
  await ingest();
  expect(existsSync(returnOf(town))).toBe(false);
  expect(await factsOf(town)).toEqual([
    'A1 note نخست\nدوم',
    'A1 physical 0.4',
    'A1 spent_rial 100000000',
    'A3 physical 0.15',
    'A3 spent_rial 60000000',
    'A4 physical 0.16',
    'A4 spent_rial 70000000',
    'A5 physical 0.14',
    'A5 spent_rial 10000000',
  ]);
});
