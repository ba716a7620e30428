import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
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
}, 60_000);
afterAll(() => town.remove());

it('publishes the packs in their months, all of a set at once and again without a change', async () => {
  const names = async (period: string) =>
    (await town.pipeline.report({ period })).files.map(({ file }) => file.replace(`-${period}.xlsx`, ''));
  const always = ['payesh-manager', 'payesh-brief'];
  expect(await names('1399-04')).toEqual([...always, 'payesh-council', 'payesh-department-D1']);
  expect(await names('1399-06')).toEqual([...always, 'payesh-half-year', 'payesh-council', 'payesh-department-D1']);
  expect(await names('1399-09')).toEqual([...always, 'payesh-council', 'payesh-department-D1']);
  expect((await town.pipeline.report({ period: '1399-09' })).unchanged).toBe(true);
}, 60_000);

it('names one department’s workbook, and refuses one that has none or is unknown', async () => {
  const { files } = await town.pipeline.report({ period: '1399-06', department: 'D1' });
  expect(files.map(({ path }) => [basename(path), existsSync(path)])).toEqual([
    ['payesh-department-D1-1399-06.xlsx', true],
  ]);
  await expect(town.pipeline.report({ period: '1399-06', department: 'D2' })).rejects.toMatchObject({
    code: 'NO_DEPARTMENT_REPORT',
  });
  await expect(town.pipeline.report({ department: 'X' })).rejects.toMatchObject({ code: 'UNKNOWN_CODE' });
}, 60_000);
