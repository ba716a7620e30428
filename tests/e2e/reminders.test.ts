import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { JOBS } from '../../jobs/index.js';
import { runDue } from '../../jobs/run-due.js';
import { printReminders, remindJson } from '../../src/cli/print/remind.js';
import { loadConfig } from '../../src/config/index.js';
import { CERTIFICATE_FILE, mailServer, type TestMailServer } from './mail-server.js';
import { planFolder, SMALL_PLAN, type TestWorkspace, testWorkspace } from './workspace.js';

let server: TestMailServer;
let town: TestWorkspace;

/** Shahrivar 1399 is due on Saturday 5 Mehr (26 September); 4 Mehr is a Friday. D3 has nothing to report. */
beforeEach(async () => {
  vi.stubEnv('PAYESH_TEST_SMTP', 'رمز-secret!');
  server = await mailServer();
  town = testWorkspace('2020-09-23T08:00:00Z', {
    organisation: 'شهرداری نمونه',
    display_unit: 'rial',
    mail: {
      ...{ host: 'localhost', port: server.port, ca_file: CERTIFICATE_FILE, user: 'payesh' },
      ...{ password_env: 'PAYESH_TEST_SMTP', from: 'payesh@example.invalid', recipients: ['head@example.invalid'] },
      departments: true,
    },
  });
  const departments = `code,title,email,manager_email
    D1,واحد یکم,d1@example.invalid,boss1@example.invalid
    D2,واحد دوم,,boss2@example.invalid
    D3,واحد سوم,d3@example.invalid,`;
  await town.pipeline.importPlan(planFolder(town.root, { ...SMALL_PLAN, departments }), { dryRun: false });
  town.drop('D2/1399-05.csv', 'project,physical_percent,spent_rial\nB1,60,450\n');
  town.drop('D2/1399-06.csv', 'project,physical_percent,spent_rial\nB1,70,450\n');
  town.drop('D1/1399-06.csv', 'project,physical_percent,spent_rial\nA1,40,450\n');
  await town.pipeline.ingest({ dryRun: false });
  // The grace of Mordad has ended.
  await town.pipeline.close('1399-05');
});
afterEach(async () => {
  vi.unstubAllEnvs();
  town.remove();
  await server.close();
});

const file = (path: string) => join(town.root, 'data', 'outbox', path);
const text = (path: string) => readFileSync(file(path), 'utf8');

/** One tick of a job by the clock, as the service does it. */
async function tick(name: string): Promise<void> {
  const job = JOBS.find((one) => one.name === name);
  if (!job) throw new Error(name);
  const { config } = loadConfig(town.root);
  await runDue(job, {
    pipeline: town.pipeline,
    config,
    clock: { now: () => town.clock.now },
    log: () => {},
    isStopping: () => false,
  });
}

it('tells each department once what is missing, in both languages and by mail, and the office in one summary', async () => {
  const inbox = join(town.root, 'data', 'inbox', 'D1');
  rmSync(inbox, { recursive: true });
  await town.pipeline.template({ period: '1399-06' });
  expect(existsSync(inbox)).toBe(true);
  rmSync(inbox, { recursive: true });
  await tick('reminder');
  expect(existsSync(inbox)).toBe(true);
  const told = text('D1/payesh-reminder-1399-06.txt');
  expect(told).toContain('گزارش شهریور ۱۳۹۹ تا ۱۳۹۹/۰۷/۰۵ پذیرفته می‌شود: ۳ روز مانده است.');
  expect(told).toContain('شهریور ۱۳۹۹: ۱ از ۲ ردیف هنوز هیچ رقمی ندارد (اعتبار آن‌ها ۲٬۰۰۰ ریال):\r\n- A2 پروژه ب');
  expect(told).toContain('The report of Shahrivar 1399 is due by 1399/07/05: 3 days are left.');
  expect(told).toContain('Shahrivar 1399: no figure yet in 1 of 2 rows (approved budget 2,000 rial):\r\n- A2 پروژه ب');
  // Copied from the letter, a path leads there: no hidden mark of direction stands on its line.
  const lines = told.split('\r\n');
  expect(lines.filter((line) => line === 'data/outbox/D1/payesh-template-1399-06.xlsx')).toHaveLength(2);
  expect(lines.filter((line) => line === 'data/inbox/D1')).toHaveLength(2);
  expect(told).not.toContain('A1');
  // Who reported all, and who has nothing to report, hear nothing.
  expect(existsSync(file('D2/payesh-reminder-1399-06.txt'))).toBe(false);
  expect(existsSync(file('D3/payesh-reminder-1399-06.txt'))).toBe(false);
  expect(text('payesh-reminder-1399-06.txt')).toContain(
    '1 of 2 departments that have to report have not sent this yet',
  );

  await tick('mail');
  expect(server.received.map(({ to, mail }) => [to, mail.subject])).toEqual([
    [['d1@example.invalid'], 'شهرداری نمونه: یادآوری گزارش شهریور ۱۳۹۹ — واحد یکم'],
    [['head@example.invalid'], 'شهرداری نمونه: گزارش شهریور ۱۳۹۹ از ۱ واحد کامل نرسیده است'],
  ]);
  // Another tick, another process, and a process that died before it could write down that it was done.
  await tick('reminder');
  town.reopen();
  await tick('reminder');
  await town.pipeline.remind({ period: '1399-06', occasion: '-3' });
  await tick('mail');
  expect(server.received).toHaveLength(2);
});

it('is taken up where a process died in it, and leaves once all the same', async () => {
  expect(town.pipeline.claimJob('reminder', '1399-06 -3')).toBe(true);
  // It had queued its messages and could not say any more that it was done.
  await town.pipeline.remind({ period: '1399-06', occasion: '-3' });
  await tick('reminder');
  expect(
    town.pipeline.jobRuns().map(({ job, state }) => `${job} ${state}`),
    'in other hands',
  ).toEqual(['reminder claimed']);
  town.reopen();
  const service = await town.pipeline.startService();
  await tick('reminder');
  await tick('mail');
  await service?.end();
  expect(town.pipeline.jobRuns().map(({ job, key, state }) => `${job} ${key} ${state}`)).toEqual([
    'reminder 1399-06 -3 done',
  ]);
  expect(server.received).toHaveLength(2);
});

it('says what the day asks for: the last day, a deadline that moved, what is still taken, and nothing once the month is closed', async () => {
  const opening = async (now: string) => {
    town.clock.now = new Date(now);
    const answer = await town.pipeline.remind({ period: '1399-06' });
    return answer.reminders.length === 0 ? null : text('D1/payesh-reminder-1399-06.txt').split('\r\n')[2];
  };
  expect(await opening('2020-09-25T08:00:00Z')).toMatch(/تا فردا، ۱۳۹۹\/۰۷\/۰۵/);
  expect(await opening('2020-09-26T08:00:00Z')).toMatch(/امروز، ۱۳۹۹\/۰۷\/۰۵، آخرین روز/);
  expect(await opening('2020-09-28T08:00:00Z')).toMatch(/۱۳۹۹\/۰۷\/۰۵ گذشت؛ تا پایان ۱۳۹۹\/۰۷\/۰۸ هنوز/);
  expect(await opening('2020-10-10T08:00:00Z')).toMatch(/مهلت اضافه در ۱۳۹۹\/۰۷\/۰۸ گذشت/);
  // Azar is due on 5 Dey, a Friday.
  town.clock.now = new Date('2020-12-24T08:00:00Z');
  await town.pipeline.remind({ period: '1399-09' });
  expect(text('D2/payesh-reminder-1399-09.txt')).toContain(
    '(1399/10/05 is a day off; the deadline moved to the next working day.)',
  );
  await town.pipeline.close('1399-06');
  expect(await opening('2020-10-10T08:00:00Z')).toBeNull();
  expect(existsSync(file('D1/payesh-reminder-1399-06.txt'))).toBe(false);
});

it('is taken back when the rest arrives, on disk and in the queue, and names open questions beside what is missing', async () => {
  await tick('reminder');
  town.drop('D1/1399-06-b.csv', 'project,physical_percent,spent_rial\nA2,20,1500\n');
  await town.pipeline.ingest({ dryRun: false });
  expect(existsSync(file('D1/payesh-reminder-1399-06.txt'))).toBe(false);
  expect(existsSync(file('payesh-reminder-1399-06.txt'))).toBe(false);
  expect(await town.pipeline.sendMail()).toMatchObject({ sent: 0, superseded: 2 });
  expect(server.received).toHaveLength(0);

  // A question alone is no reason to remind: it travels in the form. Beside a missing row it is named.
  town.drop('D1/1399-06-c.csv', 'project,physical_percent,spent_rial\nA2,20,9000\n');
  await town.pipeline.ingest({ dryRun: false });
  expect(await town.pipeline.remind({ period: '1399-06' })).toMatchObject({ reminders: [], summary: null });
  town.drop('D1/1399-06-d.csv', 'project,physical_percent,spent_rial\nA1,حذف,حذف\n');
  await town.pipeline.ingest({ dryRun: false });
  const { reminders } = await town.pipeline.remind({ period: '1399-06', dryRun: true });
  expect(reminders.map(({ department, questions }) => [department.code, questions.length])).toEqual([['D1', 1]]);
  expect(existsSync(file('D1/payesh-reminder-1399-06.txt')), 'a dry run writes nothing').toBe(false);
  await town.pipeline.remind({ period: '1399-06' });
  expect(text('D1/payesh-reminder-1399-06.txt')).toMatch(
    /- A1 پروژه الف\r\n\r\nQuestions that wait for your answer \(1\):\r\n- Q1, A2, Shahrivar 1399: /,
  );
});

it('names earlier months that still take figures, long after their grace too, and prints the same for people and programs', async () => {
  const { config } = loadConfig(town.root);
  await town.pipeline.reopen('1399-05', 'دو ردیف جا مانده است');
  const answer = await town.pipeline.remind({ period: '1399-06', dryRun: true });
  expect(answer.reminders.map(({ months }) => months.map(({ period, missing }) => [period, missing.length]))).toEqual([
    [
      ['1399-06', 1],
      ['1399-05', 2],
    ],
  ]);
  expect(printReminders({ config, language: 'en', terminal: false }, answer)).toMatch(
    /Reminders of 1399-06: 1 of 2 departments\n.*\n.*\nD1 +1\/2 +2,000 +1399-06, 1399-05 +0 +واحد یکم/,
  );
  expect(remindJson(answer)).toMatchObject({
    ...{ period: '1399-06', closed: false, due: 2, queued: 0 },
    rows: [
      {
        department: 'D1',
        deadline: '1399-07-05',
        days_left: 3,
        months: [{ missing: ['A2'] }, { missing_rial: 3000n }],
      },
    ],
  });
  await town.pipeline.remind({ period: '1399-06' });
  expect(text('D1/payesh-reminder-1399-06.txt')).toContain('مرداد ۱۳۹۹: ۲ از ۲ ردیف هنوز هیچ رقمی ندارد');
});
