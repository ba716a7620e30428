import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { JOBS } from '../../../jobs/index.js';
import { runDue } from '../../../jobs/run-due.js';
import { loadConfig } from '../../../src/config/index.js';
import { addMonths, JALALI } from '../../../src/domain/calendar.js';
import type { Pipeline } from '../../../src/pipeline/types.js';
import { CERTIFICATE_FILE, mailServer, type TestMailServer } from '../../e2e/mail-server.js';
import { planFolder, SMALL_PLAN, type TestWorkspace, testWorkspace } from '../../e2e/workspace.js';
import { seeded } from '../../read/damage.js';

/** Six years of a server with its real files, reports, backups and mail, under a clock that the test moves. */
const MONTHS = 72;
const FIRST = '1399-01';
const YEARS = [1399, 1400, 1401, 1402, 1403, 1404];
const DAY = 86_400_000;

let server: TestMailServer;
let town: TestWorkspace;
beforeEach(async () => {
  vi.stubEnv('PAYESH_TEST_SMTP', 'رمز-secret!');
  server = await mailServer();
  town = testWorkspace('2020-04-01T08:00:00Z', {
    ...{ watch: { free_megabytes: 0 }, report: { office: false }, backup: { days: 3, months: 2 } },
    mail: {
      ...{ host: 'localhost', port: server.port, ca_file: CERTIFICATE_FILE, user: 'payesh' },
      ...{ password_env: 'PAYESH_TEST_SMTP', from: 'payesh@example.invalid', recipients: ['head@example.invalid'] },
    },
  });
  const projects = YEARS.flatMap((year) => [
    `A${year},پروژه الف ${year},T1,D1,${year},1000`,
    `B${year},پروژه ب ${year},T2,D2,${year},2000`,
  ]);
  const plan = {
    ...SMALL_PLAN,
    plans: 'plan,title,first_year,last_year\nP1,برنامه شش‌ساله,1399,1404',
    projects: ['code,title,node,department,year,approved_rial', ...projects].join('\n'),
  };
  await town.pipeline.importPlan(planFolder(town.root, plan), { dryRun: false, effective: FIRST });
});
afterEach(async () => {
  vi.unstubAllEnvs();
  town.remove();
  await server.close();
});

/** What came between, of months only: reports that failed, and processes that ended before they could note how it went. */
const met = { rounds: 0, outages: 0, days: 0, deaths: 0, failures: 0, wrong: 0 };

/** One round of all jobs. `fails`: no report can be written. `dies`: the process ends after its work, before it can note anything. */
async function tick(at: number, dies: boolean, fails: boolean): Promise<void> {
  town.clock.now = new Date(at);
  const { config } = loadConfig(town.root);
  const report = () => {
    met.failures += 1;
    return Promise.reject(new Error('the disk has no room'));
  };
  const finishJob = (job: string) => {
    if (job === 'month') met.deaths += 1;
    throw new Error('died');
  };
  const pipeline: Pipeline = { ...town.pipeline, ...(fails ? { report } : {}), ...(dies ? { finishJob } : {}) };
  const clock = { now: () => town.clock.now };
  const log = (line: string) => void town.log.push(line);
  try {
    for (const job of JOBS)
      await runDue(job, { pipeline, config, clock, log, isStopping: () => false }).catch((error: Error) => {
        if (dies) throw error;
      });
  } catch {
    await restart();
  }
}

/** What the next process does before any work: it gives back what a dead one held. */
async function restart(): Promise<void> {
  town.reopen();
  await (await town.pipeline.startService())?.end();
}

it(`reports each of ${MONTHS} months once, and mails it once, over outages, deaths, failures and clocks set wrong`, async () => {
  const seed = Number(process.env.PAYESH_TEST_SEED ?? Date.now() % 1_000_000);
  console.log(`seed of the six years: PAYESH_TEST_SEED=${seed}`);
  const random = seeded(seed);
  const periods = Array.from({ length: MONTHS }, (_, index) => addMonths(JALALI, FIRST, index));
  const began = town.clock.now.getTime();
  let sent = 0;
  for (let at = began; at < Date.parse('2026-06-01T00:00:00Z'); at += (0.6 + random() * 1.8) * DAY) {
    // Departments go on sending while the service is away: a month's file comes early in the next one.
    while (sent < MONTHS && began + (sent * 30.44 + 20) * DAY < at) {
      const period = periods[sent] ?? '';
      const [year = '', month = ''] = period.split('-');
      const row = `${Number(month) * 7},${Number(month) * 80}`;
      if (random() < 0.95) town.drop(`D1/${period}.csv`, `project,physical_percent,spent_rial\nA${year},${row}\n`);
      if (random() < 0.8) town.drop(`D2/${period}.csv`, `project,physical_percent,spent_rial\nB${year},${row}\n`);
      sent += 1;
    }
    const [dies, fails] = [random() < 0.2, random() < 0.3];
    const isWrong = random() < 0.05;
    const wrong = isWrong ? (random() < 0.5 ? -DAY : DAY) : 0;
    met.rounds += 1;
    met.wrong += isWrong ? 1 : 0;
    await tick(at + wrong, dies, fails);
    if (random() < 0.008) {
      const days = random() * 90;
      met.outages += 1;
      met.days += days;
      at += days * DAY;
      await restart();
    }
  }
  const done = town.log.filter((line) => /^month .*: done$/.test(line)).map((line) => line.slice(6, 13));
  expect(new Set(done).size, 'no month is noted as done twice').toBe(done.length);
  const published = readdirSync(join(town.root, 'reports')).filter((name) => /^\d/.test(name));
  expect(published.sort()).toEqual(periods);
  const editions = published.map(
    (period) => JSON.parse(readFileSync(join(town.root, 'reports', period, 'manifest.json'), 'utf8')).edition,
  );
  expect(editions).toEqual(periods.map(() => 1));
  const reported = (await town.pipeline.status({})).periods.filter(({ closed }) => closed).map(({ period }) => period);
  expect([...reported].sort()).toEqual(periods);
  const letters = server.received.map(({ mail }) => mail.messageId);
  expect(new Set(letters).size, 'no letter arrives twice').toBe(letters.length);
  // Reminders of what is missing carry no workbook.
  const mailed = server.received.flatMap(({ mail }) => mail.attachments.map(({ filename }) => filename));
  const managers = periods.map((period) => `payesh-manager-${period}.xlsx`);
  expect(mailed.filter((file) => file?.startsWith('payesh-manager-')).sort()).toEqual(managers);
  expect(await town.pipeline.verify()).toMatchObject({ ok: true });
  console.log(
    `${MONTHS} months reported and mailed once each: ${met.rounds} rounds, ${met.outages} outages of ${met.days.toFixed(0)} days together, ${met.deaths} deaths at a month's work, ${met.failures} reports that failed first, ${met.wrong} clocks a day off`,
  );
  expect(Math.min(met.outages, met.deaths, met.failures, met.wrong)).toBeGreaterThan(0);
}, 1_200_000);
