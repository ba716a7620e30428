import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { JOBS } from '../../jobs/index.js';
import { runDue } from '../../jobs/run-due.js';
import { loadConfig } from '../../src/config/index.js';
import { mailText } from '../../src/domain/catalogue/mail-texts.js';
import { fitting } from '../../src/domain/mail.js';
import { reread } from '../report/cells.js';
import { CERTIFICATE_FILE, mailServer, type TestMailServer } from './mail-server.js';
import { planFolder, SMALL_PLAN, type TestWorkspace, testWorkspace } from './workspace.js';

const PASSWORD = 'رمز-secret!';
let server: TestMailServer;
let town: TestWorkspace;

beforeEach(async () => {
  vi.stubEnv('PAYESH_TEST_SMTP', PASSWORD);
  server = await mailServer();
  town = await townWith({});
});
afterEach(async () => {
  vi.unstubAllEnvs();
  town.remove();
  await server.close();
});

async function townWith(mail: object, organisation = 'شهرداری\nنمونه'): Promise<TestWorkspace> {
  const made = testWorkspace('2020-09-25T08:00:00Z', {
    organisation,
    mail: {
      host: 'localhost',
      port: server.port,
      ca_file: CERTIFICATE_FILE,
      user: 'payesh',
      password_env: 'PAYESH_TEST_SMTP',
      from: 'payesh@example.invalid',
      recipients: ['head@example.invalid'],
      lists: [{ name: 'council', recipients: ['council@example.invalid'], language: 'en', reports: ['manager'] }],
      ...mail,
    },
  });
  const departments = `code,title,email,manager_email
    D1,واحد یکم,d1@example.invalid,boss1@example.invalid
    D2,واحد دوم,d2@example.invalid,`;
  await made.pipeline.importPlan(planFolder(made.root, { ...SMALL_PLAN, departments }), { dryRun: false });
  made.drop('D1/1399-06.csv', 'project,physical_percent,spent_rial\nA1,40,450\nA2,20,1500\n');
  return made;
}

const states = async () => (await town.pipeline.status({})).mail;
const later = (minutes: number) => {
  town.clock.now = new Date(town.clock.now.getTime() + minutes * 60_000);
};

it('sends each list its reports in its language over TLS, once, with the published bytes attached', async () => {
  const { mail, report } = await town.pipeline.run({});
  expect(mail).toEqual({ sent: 2, waiting: 0, gaveUp: 0, superseded: 0, interrupted: 0 });
  const [fa, en] = server.received;
  expect([fa?.to, en?.to]).toEqual([['head@example.invalid'], ['council@example.invalid']]);
  expect(server.received.map(({ encrypted, user }) => [encrypted, user])).toEqual([
    [true, 'payesh'],
    [true, 'payesh'],
  ]);
  expect(fa?.mail.subject).toBe('شهرداری نمونه: گزارش پایش شهریور ۱۳۹۹، ویرایش ۱');
  expect(en?.mail.subject).toBe('شهرداری نمونه: Payesh report of Shahrivar 1399, edition 1');
  expect(en?.mail.text).toMatch(/Physical realization: [\d.]+% \(between .* coverage .*silent\)/);
  const attached = fa?.mail.attachments.map(({ filename, content }) => [
    filename,
    createHash('sha256').update(content).digest('hex'),
  ]);
  const published = report?.files.filter(({ file }) => /^payesh-(manager|brief)-1399-06\.xlsx$/.test(file));
  expect(attached).toEqual(published?.map(({ file, sha256 }) => [file, sha256]));

  // The list in English gets the workbook in English, of the same figures and the same run.
  expect(en?.mail.attachments.map(({ filename }) => filename)).toEqual(['payesh-manager-1399-06-en.xlsx']);
  const [persian, english] = await Promise.all(
    [fa, en].map(async (letter) => reread(new Uint8Array(letter?.mail.attachments[0]?.content ?? []))),
  );
  expect([persian?.worksheets[0]?.name, english?.worksheets[0]?.name]).toEqual(['خلاصه', 'Summary']);
  const physical = (book: typeof english) => book?.worksheets[1]?.getCell('F6').result;
  expect(physical(english)).toBe(physical(persian));
  expect(physical(english)).toBeGreaterThan(0);
  const runOf = (book: typeof english, sheet: string) =>
    book
      ?.getWorksheet(sheet)
      ?.getColumn(2)
      .values.find((value) => /^[0-9a-f]{64}$/.test(String(value)));
  expect(runOf(english, 'Control')).toBe(runOf(persian, 'کنترل'));
  expect(runOf(english, 'Control')).toBeDefined();

  // The same month again, another process, and by hand: nothing leaves twice.
  await town.reopen().run({});
  expect(await town.pipeline.queueMail('1399-06')).toBe(0);
  expect(server.received).toHaveLength(2);
});

it('keeps what cannot be sent over restarts, tries again with growing delays, and gives up with the reason', async () => {
  await server.close();
  expect((await town.pipeline.run({})).mail).toMatchObject({ sent: 0, waiting: 1 });
  expect(await states()).toMatchObject({ waiting: 1, queued: 1 });
  for (const delay of [4, 14, 44, 134, 404, 719, 719]) {
    later(delay);
    const { mail } = await town.reopen().status({});
    expect((await town.pipeline.sendMail()).waiting, 'the first waits; the second takes its turn').toBeLessThan(2);
    expect(mail?.sent).toBe(0);
    later(2);
    await town.pipeline.sendMail();
  }
  later(2000);
  await town.pipeline.sendMail();
  const { mail, problems } = await town.pipeline.status({});
  expect(mail?.gave_up).toBeGreaterThan(0);
  expect(problems.map(({ en }) => en).join()).toMatch(/could not be sent and is given up: .*ECONNREFUSED/);
});

it('gives up an address that is refused for good at once, and tries a busy server again', async () => {
  server.refusing.add('head@example.invalid');
  expect((await town.pipeline.run({})).mail).toMatchObject({ sent: 1, gaveUp: 1 });
  town.remove();
  server.refusing.clear();
  server.busy = true;
  town = await townWith({});
  expect((await town.pipeline.run({})).mail).toMatchObject({ sent: 0, waiting: 2 });
  server.busy = false;
  expect(await town.pipeline.sendMail()).toMatchObject({ sent: 0 });
  later(6);
  expect(await town.pipeline.sendMail()).toMatchObject({ sent: 2 });
});

it('tells a message that was in flight when the process died, and sends it again under the same id', async () => {
  // The server has the message; the process dies before it writes that down.
  const mails: string[] = [];
  server.onMessage = () => {
    if (mails.length === 0) vi.spyOn(Date.prototype, 'toISOString').mockImplementationOnce(() => 'died');
    mails.push('taken');
  };
  await expect(town.pipeline.run({})).rejects.toThrow();
  vi.restoreAllMocks();
  town.reopen();
  later(1);
  await town.pipeline.sendMail();
  expect(server.received, 'only the other one: the first may still be in other hands').toHaveLength(2);
  later(20);
  expect((await town.pipeline.status({})).problems.map(({ en }) => en).join()).toMatch(/may have arrived/);
  expect(await town.pipeline.sendMail()).toMatchObject({ sent: 1, interrupted: 1 });
  const [first, , again] = server.received;
  expect(again?.mail.messageId).toBe(first?.mail.messageId);
  expect(await states()).toMatchObject({ sent: 2, sending: 0 });
});

it('does not send an edition that a newer one replaced, nor a file that was changed', async () => {
  server.busy = true;
  const { report } = await town.pipeline.run({});
  town.drop('D2/1399-06.csv', 'project,physical_percent,spent_rial\nB1,70,450\n');
  server.busy = false;
  later(6);
  expect((await town.pipeline.run({})).mail).toMatchObject({ superseded: 2, sent: 2 });
  expect(server.received.every(({ mail }) => /ویرایش ۲|edition 2/.test(mail.subject ?? ''))).toBe(true);

  server.busy = true;
  town.drop('D2/1399-07.csv', 'project,physical_percent,spent_rial\nB1,75,450\n');
  const next = await town.pipeline.run({});
  // Each language has a workbook of its own.
  for (const { file, path } of next.report?.files ?? []) if (/manager/.test(file)) writeFileSync(path, 'edited');
  server.busy = false;
  later(6);
  expect(await town.pipeline.sendMail()).toMatchObject({ sent: 0, waiting: 2 });
  expect(report?.files.length).toBeGreaterThan(0);
});

it('never lets the password out: not into log, status, notes or database, and not over an open line', async () => {
  vi.stubEnv('PAYESH_TEST_SMTP', 'wrong-Geheim-77');
  await town.pipeline.run({});
  const { mail, problems } = await town.pipeline.status({});
  expect(mail).toMatchObject({ waiting: 1 });
  town.pipeline.stop();
  const told = [...town.log, JSON.stringify(problems), readFileSync(join(town.root, 'data', 'payesh.db'), 'latin1')];
  for (const secret of ['wrong-Geheim-77', Buffer.from('\0payesh\0wrong-Geheim-77').toString('base64')])
    expect(told.some((text) => text.includes(secret))).toBe(false);
  expect(told.join()).toMatch(/Invalid login/);

  // A server that offers no encryption hears neither a password nor a figure.
  const open = await mailServer({ hideSTARTTLS: true, allowInsecureAuth: true, disabledCommands: ['STARTTLS'] });
  const plain = await townWith({ port: open.port });
  expect((await plain.pipeline.run({})).mail).toMatchObject({ sent: 0, waiting: 1 });
  expect(open.received).toHaveLength(0);
  plain.remove();
  await open.close();

  writeFileSync(
    join(town.root, 'payesh.config.json'),
    JSON.stringify({
      mail: { host: 'mail.example.ir', user: 'a', tls: 'none', from: 'a@b.ir', recipients: ['a@b.ir'] },
    }),
  );
  expect(loadConfig(town.root).faults.map(({ key }) => key)).toEqual(['mail.tls']);
});

it.skipIf(process.platform === 'win32')(
  'attaches the brief’s PDF as it stands when it is sent, and sends without it where it is gone',
  async () => {
    const office = join(town.root, 'soffice');
    const draws = 'for last; do :; done; printf "%%PDF-1.7 %s" $$ > "$(dirname "$last")/page.pdf"';
    writeFileSync(office, `#!/bin/sh\n${draws}\n`, { mode: 0o755 });
    const config = JSON.parse(readFileSync(join(town.root, 'payesh.config.json'), 'utf8'));
    writeFileSync(join(town.root, 'payesh.config.json'), JSON.stringify({ ...config, report: { office } }));
    town.reopen();
    await town.pipeline.ingest({ dryRun: false });
    const pdf = (await town.pipeline.report({})).pdf.path ?? '';
    const sent = () => {
      const { mail } = server.received.at(-1) ?? {};
      return (mail?.attachments ?? []).map(({ filename, content }) => [filename, content.toString('latin1')]);
    };
    const drawing = () => ['payesh-brief-1399-06.pdf', readFileSync(pdf, 'latin1')];
    await town.pipeline.queueMail('1399-06');
    const first = drawing();
    rmSync(pdf);
    await town.pipeline.report({});
    expect(drawing()).not.toEqual(first);
    expect(await town.pipeline.sendMail()).toMatchObject({ sent: 2, superseded: 0 });
    const head = server.received.find(({ to }) => to.includes('head@example.invalid'))?.mail.attachments;
    expect(head?.map(({ filename, content }) => [filename, content.toString('latin1')])).toContainEqual(drawing());
    expect(sent().map(([name]) => name)).toEqual(['payesh-manager-1399-06-en.xlsx']);

    town.drop('D1/1399-06.csv', 'project,physical_percent,spent_rial\nA1,50,460\n');
    await town.pipeline.ingest({ dryRun: false });
    await town.pipeline.report({});
    await town.pipeline.queueMail('1399-06');
    rmSync(pdf);
    expect(await town.pipeline.sendMail()).toMatchObject({ sent: 2, waiting: 0 });
    const names = server.received.slice(2).flatMap(({ mail }) => mail.attachments.map(({ filename }) => filename));
    expect(names).toContain('payesh-brief-1399-06.xlsx');
    expect(names).not.toContain('payesh-brief-1399-06.pdf');
  },
);

it('bounds the attachments in their order, and tells where the rest lies', () => {
  const file = (name: string, size: number) => ({ file: name, path: `1399-06/${name}`, size });
  const enclosed = fitting([file('a.xlsx', 6), file('b.xlsx', 5), file('c.pdf', 4)], 10);
  expect(enclosed.attached.map((each) => each.file)).toEqual(['a.xlsx', 'c.pdf']);
  expect(mailText('en', 'notAttached', { limit: '10', file: enclosed.left[0]?.path ?? '' })).toMatch(
    /1399-06\/b\.xlsx$/,
  );
});

it('alerts whom the configuration names when something is wrong, once a day for the same trouble', async () => {
  town.remove();
  town = await townWith({ alerts: ['it@example.invalid'] });
  expect(town.pipeline.claimJob('month', '1399-05')).toBe(true);
  town.pipeline.finishJob('month', '1399-05', 'failed', 'disk full');
  await town.pipeline.run({});
  const config = loadConfig(town.root).config;
  const tick = () =>
    runDue(JOBS.find(({ name }) => name === 'mail') as (typeof JOBS)[number], {
      pipeline: town.pipeline,
      config,
      clock: { now: () => town.clock.now },
      log: () => {},
      isStopping: () => false,
    });
  await tick();
  const alerts = () => server.received.filter(({ to }) => to[0] === 'it@example.invalid');
  expect(alerts().map(({ mail }) => mail.text)).toEqual([expect.stringContaining('disk full')]);
  later(24 * 60);
  await tick();
  await tick();
  expect(alerts()).toHaveLength(2);
});
