import { afterEach, beforeEach, expect, it } from 'vitest';
import { printStatus } from '../../src/cli/print/status.js';
import { statusJson } from '../../src/cli/status-rows.js';
import { loadConfig } from '../../src/config/index.js';
import { planFolder, SMALL_PLAN, type TestWorkspace, testWorkspace } from './workspace.js';

/** D1 owns A1 and A2, D2 owns B1, and D3 nothing; C1 begins in month 9 and is not due before. */
const PLAN = {
  ...SMALL_PLAN,
  departments: `${SMALL_PLAN.departments}\nD3,واحد سوم`,
  projects: `code,title,node,department,year,approved_rial,start
    A1,پروژه الف,T1,D1,1399,1000,
    A2,پروژه ب,T2,D1,1399,2000,
    B1,پروژه پ,T2,D2,1399,9007199254740991,
    C1,پروژه پاییز,T2,D2,1399,9007199254740991,1399-09`,
};

let town: TestWorkspace;
beforeEach(async () => {
  town = testWorkspace('2020-10-25T08:00:00Z');
  await town.pipeline.importPlan(planFolder(town.root, PLAN), { dryRun: false });
});
afterEach(() => town.remove());

/** Takes what was dropped as received on a day; the date of the file is its receipt. */
async function receive(at: string, path: string, content: string): Promise<void> {
  town.clock.now = new Date(at);
  town.drop(path, content);
  await town.pipeline.ingest({ dryRun: false });
}

it('tells the rate, what has figures for this very period, who blocks, and department × period', async () => {
  await receive('2020-08-24T08:00:00Z', 'D1/1399-05.csv', 'project,physical_percent,spent_rial\nA1,10,1\nA2,20,2\n');
  // 5 Shahrivar 1399 is a Wednesday; the file of the day after is late.
  await receive('2020-08-27T08:00:00Z', 'D2/1399-05.csv', 'project,physical_percent,spent_rial\nB1,10,1\n');
  await receive('2020-09-25T08:00:00Z', 'D1/1399-06.csv', 'project,physical_percent,spent_rial\nA1,40,\n');
  const { reporting } = await town.pipeline.status({ period: '1399-06' });
  expect(reporting).toMatchObject({
    deadline: '1399-07-05',
    graceEnd: '1399-07-08',
    ...{ due: 2, onTime: 1, late: 0, rate: 0.5 },
    // A2 and B1 have figures of the month before, which fill nothing of this one.
    ...{ rows: 3, filledRows: 1, rowShare: 1 / 3, fields: 6, filledFields: 1, fieldShare: 1 / 6 },
  });
  expect(
    reporting?.blocking.map(({ code, missing, missingRial }) => [code, missing.map((row) => row.code), missingRial]),
  ).toEqual([
    ['D2', ['B1'], 9_007_199_254_740_991n],
    ['D1', ['A2'], 2000n],
  ]);
  expect(reporting?.matrix).toEqual({
    periods: ['1399-05', '1399-06'],
    rows: [
      { code: 'D1', title: 'واحد یکم', cells: ['on_time', 'partly'] },
      { code: 'D2', title: 'واحد دوم', cells: ['late', 'silent'] },
      { code: 'D3', title: 'واحد سوم', cells: ['not_due', 'not_due'] },
    ],
  });
  // A project whose months begin in Azar is due from then on, and its budget is summed beyond 2^53.
  const autumn = (await town.pipeline.status({ period: '1399-09' })).reporting;
  expect(autumn?.blocking[0]).toMatchObject({ code: 'D2', rows: 2, missingRial: 18_014_398_509_481_982n });
});

it('prints the same in both languages, and gives it to other programs', async () => {
  await receive('2020-09-25T08:00:00Z', 'D1/1399-06.csv', 'project,physical_percent,spent_rial\nA1,40,300\nA2,5,6\n');
  const answer = await town.pipeline.status({ period: '1399-06' });
  const { config } = loadConfig(town.root);
  const ahead = { dueNow: [], next: null };
  const text = (language: 'fa' | 'en') =>
    printStatus({ config: { ...config, displayUnit: 'rial' }, language, terminal: false }, answer, ahead);
  expect(text('en')).toContain('Reporting rate: 1 of 2 departments (50.0%); on time 1, late 0');
  expect(text('en')).toContain('rows 2 of 3 (66.7%), fields 4 of 6 (66.7%)');
  expect(text('en')).toMatch(/D2 +1\/1 +9,007,199,254,740,991 +واحد دوم/);
  expect(text('en')).toMatch(/Department × period\n.*1399-06\n.*\nD1 +on time\nD2 +silent\nD3 +—/);
  expect(text('fa')).toContain('نرخ گزارش‌دهی');
  expect(statusJson(answer, ahead).reporting).toMatchObject({ rate: 0.5, blocking: ['D2'], deadline: '1399-07-05' });
});

it('counts a row in force once, and the first pass gains nothing from sending it again', async () => {
  const rows = 'project,physical_percent,spent_rial\nA1,10,1\nA2,140,2\n';
  const counts = async () => {
    const { departments, periods } = await town.pipeline.status({ period: '1399-06' });
    const [card] = (await town.pipeline.scorecard({ period: '1399-06', department: 'D1' })).rows;
    const first = card?.components.find(({ name }) => name === 'first_pass');
    return [departments[0]?.acceptedRows, periods.at(-1)?.facts, first?.counted, first?.of];
  };
  await receive('2020-09-24T08:00:00Z', 'D1/1399-06.csv', rows);
  expect(await counts()).toEqual([1, 1, 1, 2]);
  for (const spent of [5, 6])
    await receive('2020-09-25T08:00:00Z', 'D1/1399-06.csv', `project,physical_percent,spent_rial\nA1,10,${spent}\n`);
  expect(await counts()).toEqual([1, 1, 1, 2]);
});
