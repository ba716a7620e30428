import { existsSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { labelsIn } from '../../src/domain/catalogue/labels.js';
import { formulaResults, reread } from '../report/cells.js';
import { hasOffice, recalculated } from '../report/office.js';
import { same } from '../report/same.js';
import { planFolder, type TestWorkspace, testWorkspace } from './workspace.js';

/** A plan with one project through the months of the packs. */
let town: TestWorkspace;

beforeAll(async () => {
  town = testWorkspace('2020-09-25T08:00:00Z');
  const plan = planFolder(town.root, {
    plans: 'plan,title,first_year,last_year\nP,برنامه,1399,1399',
    nodes: 'plan,code,parent,level,title\nP,G1,,goal,هدف',
    departments: 'code,title\nD1,عمران\nD2,فرهنگ',
    projects: 'code,title,node,department,year,approved_rial,district\nA,پل,G1,D1,1399,1000000000,3',
  });
  await town.pipeline.importPlan(plan, { dryRun: false });
  for (const month of ['04', '06', '09']) {
    town.drop(
      `D1/1399-${month}.csv`,
      `project,physical_percent,spent_rial\nA,${Number(month) * 5},${Number(month)}0000000\n`,
    );
  }
  await town.pipeline.ingest({ dryRun: false });
});
afterAll(() => town.remove());

it('publishes the packs in their months, all of a set at once and again without a change', async () => {
  const names = async (period: string) =>
    (await town.pipeline.report({ period })).files.map(({ file }) => file.replace(`-${period}.xlsx`, ''));
  const always = ['payesh-manager', 'payesh-brief'];
  expect(await names('1399-04')).toEqual([...always, 'payesh-council', 'payesh-department-D1']);
  expect(await names('1399-06')).toEqual([...always, 'payesh-half-year', 'payesh-council', 'payesh-department-D1']);
  expect(await names('1399-09')).toEqual([...always, 'payesh-council', 'payesh-department-D1']);
  expect((await town.pipeline.report({ period: '1399-09' })).unchanged).toBe(true);
});

it('shows the reporting matrix of the status in the manager’s workbook, and a late month before makes another edition', async () => {
  const matrixIn = async () => {
    const { files, edition } = await town.pipeline.report({ period: '1399-09' });
    const book = await reread(new Uint8Array(readFileSync(files[0]?.path ?? '')));
    const row = book.getWorksheet('گزارش‌دهی')?.getRow(6).values as unknown[];
    return { cells: row.slice(3, 9), edition };
  };
  const before = await matrixIn();
  const { reporting } = await town.pipeline.status({ period: '1399-09' });
  const { matrix } = labelsIn('fa');
  expect(before.cells).toEqual(reporting?.matrix.rows[0]?.cells.map((state) => matrix[state]));
  expect(before.cells).toEqual(['با تأخیر', 'بی‌گزارش', 'به‌موقع', 'بی‌گزارش', 'بی‌گزارش', 'بی‌گزارش']);
  town.drop('D1/1399-05.csv', 'project,physical_percent,spent_rial\nA,25,50000000\n');
  await town.pipeline.ingest({ dryRun: false });
  const after = await matrixIn();
  expect(after.cells[1]).toBe('با تأخیر');
  expect(after.edition).toBe(before.edition + 1);
});

it('builds a month whose folder was deleted anew under its edition: that is how a new look is asked for', async () => {
  const before = await town.pipeline.report({ period: '1399-04' });
  rmSync(join(town.root, 'reports', '1399-04'), { recursive: true });
  const again = await town.pipeline.report({ period: '1399-04' });
  expect(again).toMatchObject({ edition: before.edition, unchanged: false });
  expect(again.files.map(({ sha256 }) => sha256)).toEqual(before.files.map(({ sha256 }) => sha256));
  expect(again.files.every(({ path }) => existsSync(path))).toBe(true);
  expect(await town.pipeline.verify()).toMatchObject({ ok: true });
});

it('names one department’s workbook, and refuses one that has none or is unknown', async () => {
  const { files } = await town.pipeline.report({ period: '1399-06', department: 'D1' });
  expect(files.map(({ path }) => [basename(path), existsSync(path)])).toEqual([
    ['payesh-department-D1-1399-06.xlsx', true],
  ]);
  await expect(town.pipeline.report({ period: '1399-06', department: 'D2' })).rejects.toMatchObject({
    code: 'NO_DEPARTMENT_REPORT',
  });
  await expect(town.pipeline.report({ department: 'X' })).rejects.toMatchObject({ code: 'UNKNOWN_CODE' });
});

it.skipIf(!hasOffice)(
  'recalculates to what it stores in the year and the council’s packs, each slice on real figures',
  async () => {
    await town.pipeline.report({ period: '1399-06' });
    for (const kind of ['half-year', 'council']) {
      const path = join(town.root, 'reports', '1399-06', `payesh-${kind}-1399-06.xlsx`);
      const written = new Uint8Array(readFileSync(path));
      const stored = formulaResults(await reread(written));
      const computed = formulaResults(await reread(recalculated(written)));
      // The plan's row and those of the four slices: five formulas each.
      expect(stored.size).toBeGreaterThanOrEqual(25);
      expect([...stored].filter(([at, value]) => !same(value, computed.get(at)))).toEqual([]);
      expect([...stored.values()].filter((value) => typeof value === 'number').length).toBeGreaterThanOrEqual(15);
    }
  },
);
