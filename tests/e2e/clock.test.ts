import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { JOBS } from '../../jobs/index.js';
import { runDue } from '../../jobs/run-due.js';
import { loadConfig } from '../../src/config/index.js';
import { addMonths, JALALI } from '../../src/domain/calendar.js';
import { planFolder, SMALL_PLAN, type TestWorkspace, testWorkspace } from './workspace.js';

/** The jobs with the real store and real files, under a clock that the test moves. */
let town: TestWorkspace;
beforeEach(async () => {
  town = testWorkspace('2020-12-25T08:00:00Z');
  const plan = {
    ...SMALL_PLAN,
    plans: 'plan,title,first_year,last_year\nP1,برنامه,1398,1400',
    projects: `${SMALL_PLAN.projects}\nN1,پروژه سال نو,T1,D1,1400,700`,
  };
  await town.pipeline.importPlan(planFolder(town.root, plan), { dryRun: false });
});
afterEach(() => town.remove());

async function tick(at: string): Promise<void> {
  town.clock.now = new Date(at);
  const { config } = loadConfig(town.root);
  const clock = { now: () => town.clock.now };
  for (const job of JOBS) {
    await runDue(job, {
      pipeline: town.pipeline,
      config,
      clock,
      log: (line) => void town.log.push(line),
      isStopping: () => false,
    });
  }
}

const reported = () => town.log.filter((line) => /^month .*: done$/.test(line)).map((line) => line.slice(6, 13));

it('reports each period exactly once: year boundary, leap Esfand, a missed day, a doubled tick, three months off', async () => {
  town.drop('D1/1399-09.csv', 'project,physical_percent,spent_rial\nA1,40,300\nA2,30,900\n');
  // 5 Dey is a Friday: the deadline moves to Saturday the 6th, and three days of grace follow.
  await tick('2020-12-29T20:29:00Z'); // 9 Dey 1399, 23:59 in Tehran: the last day of grace
  expect(reported()).toEqual([]);
  await tick('2020-12-29T20:31:00Z'); // 10 Dey in Tehran
  await tick('2020-12-29T20:31:00Z'); // a doubled tick
  expect(reported()).toEqual(['1399-09']);
  town.drop('D1/1399-10.csv', 'project,physical_percent,spent_rial\nA1,50,400\n');
  await tick('2021-01-30T08:00:00Z'); // 11 Bahman: the ninth was missed
  town.drop('D1/1399-12.csv', 'project,physical_percent,spent_rial\nA1,90,900\n');
  town.drop('D1/1400-01.csv', 'project,physical_percent,spent_rial\nN1,5,10\n');
  // The server was off for three months, over the 30th of Esfand of a leap year.
  await tick('2021-05-05T08:00:00Z'); // 15 Ordibehesht 1400
  await tick('2021-05-05T08:05:00Z');
  expect(reported()).toEqual(['1399-09', '1399-10', '1399-11', '1399-12', '1400-01']);
  for (const [index, period] of reported().entries()) {
    expect(addMonths(JALALI, '1399-09', index)).toBe(period);
    const manifest = JSON.parse(readFileSync(join(town.root, 'reports', period, 'manifest.json'), 'utf8'));
    expect(manifest).toMatchObject({ period, edition: 1 });
    expect(existsSync(join(town.root, 'reports', period, manifest.files[0].file))).toBe(true);
  }
  expect(town.log.filter((line) => /^backup .*: done$/.test(line))).toHaveLength(4);
});

it('refuses a file of a closed month, and takes it after a reopening with a reason', async () => {
  town.drop('D1/1399-09.csv', 'project,physical_percent\nA1,40\n');
  await tick('2020-12-30T08:00:00Z');
  town.drop('D1/1399-09 دوم.csv', 'project,physical_percent\nA1,45\n');
  const [refused] = (await town.pipeline.ingest({ dryRun: false })).files;
  expect(refused?.findings.map(({ code }) => code)).toEqual(['SUB_PERIOD_CLOSED']);
  await town.pipeline.reopen('1399-09', 'اصلاح صورت‌جلسه');
  town.drop('D1/1399-09 دوم.csv', 'project,physical_percent\nA1,45\n');
  const [accepted] = (await town.pipeline.ingest({ dryRun: false })).files;
  expect(accepted?.status).toBe('accepted');
  expect((await town.pipeline.report({ period: '1399-09' })).edition).toBe(2);
});
