import {
  chmodSync,
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/config/index.js';
import { backupsToKeep } from '../../src/pipeline/backups.js';
import { planFolder, SMALL_PLAN, type TestWorkspace, testWorkspace } from './workspace.js';

/** Backups, restoring, rebuilding, the one service, and what `status` says of them. */
let town: TestWorkspace;
const others: TestWorkspace[] = [];
beforeEach(async () => {
  town = testWorkspace(undefined, { watch: { free_megabytes: 0 } });
  await town.pipeline.importPlan(planFolder(town.root, SMALL_PLAN), { dryRun: false });
  town.drop('D1/1399-06.csv', 'project,physical_percent,spent_rial\nA1,40,300\nA2,30,900\n');
  town.drop('D2/1399-06.csv', 'project,physical_percent,spent_rial\nB1,10,100\nNONE,1,1\n');
  await town.pipeline.ingest({ dryRun: false });
});
afterEach(() => {
  for (const other of [town, ...others.splice(0)]) other.remove();
});

const database = (root = town.root) => join(root, 'data', 'payesh.db');
const figures = async ({ pipeline }: TestWorkspace) => (await pipeline.realization({ period: '1399-06' })).rows;
const problems = async () => (await town.pipeline.status({})).problems.map(({ en }) => en).join('\n');

/** Changes a copy of a database past the program: its guards are taken away first. */
function tamper(file: string, statement: string): void {
  chmodSync(file, 0o600);
  const db = new Database(file);
  for (const name of db.prepare("select name from sqlite_schema where type = 'trigger'").pluck().all()) {
    db.exec(`drop trigger ${String(name)}`);
  }
  db.exec(statement);
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
}

describe('restore', () => {
  it('drill: an empty workspace takes the backup and gives the same report', async () => {
    const report = await town.pipeline.report({ period: '1399-06' });
    const { path } = await town.pipeline.backup();
    const other = testWorkspace(undefined, { watch: { free_megabytes: 0 } });
    others.push(other);
    expect(await other.pipeline.restore(path)).toMatchObject({ aside: null, files: 2, latestPeriod: '1399-06' });
    expect(await figures(other)).toEqual(await figures(town));
    const again = await other.pipeline.report({ period: '1399-06' });
    const run = (root: string) =>
      JSON.parse(readFileSync(join(root, 'reports', '1399-06', 'manifest.json'), 'utf8')).run;
    expect(run(other.root)).toBe(run(town.root));
    expect(again.edition).toBe(report.edition);
    expect((await town.pipeline.verify()).ok).toBe(true);
  });

  it('brings back the state of the backup, keeps the database before it, and names originals that came later', async () => {
    const { path } = await town.pipeline.backup();
    const before = await figures(town);
    town.drop('D1/1399-06 (2).csv', 'project,physical_percent\nA1,90\n');
    await town.pipeline.ingest({ dryRun: false });
    const later = await figures(town);
    expect(later).not.toEqual(before);
    const answer = await town.pipeline.restore(path);
    expect(answer).toMatchObject({ unknownOriginals: 1, files: 2 });
    expect(await figures(town)).toEqual(before);
    // Within the same second, as after a restore that was killed: the database kept first is not written over.
    const back = await town.pipeline.restore(answer.aside ?? '');
    expect(back.files).toBe(3);
    expect(await figures(town)).toEqual(later);
    expect(new Set([back.aside, answer.aside, path]).size).toBe(3);
    expect((await town.pipeline.restore(back.aside ?? '')).files).toBe(2);
  });

  it.each([
    ['empty', (file: string) => truncateSync(file, 0), 'STORE_EMPTY'],
    [
      'no database',
      (file: string) => writeFileSync(file, 'PK not a database, however long it may be'.repeat(40)),
      'STORE_NOT_A_DATABASE',
    ],
    ['of another program', (file: string) => tamper(file, 'pragma application_id = 7'), 'STORE_FOREIGN'],
    [
      'of a newer program',
      (file: string) => tamper(file, "insert into schema_migration values (9999, '9999-later.sql', 'x', 'x')"),
      'STORE_NEWER',
    ],
    [
      'with a changed amount',
      (file: string) => tamper(file, 'update fact set value_integer = 301 where value_integer = 300'),
      'STORE_DAMAGED',
    ],
    ['cut off', (file: string) => truncateSync(file, 20_000), 'STORE_'],
  ])('refuses a backup that is %s, and changes nothing', async (_, spoil, code) => {
    const { path } = await town.pipeline.backup();
    const bad = join(town.root, 'bad.db');
    copyFileSync(path, bad);
    chmodSync(bad, 0o600);
    spoil(bad);
    const before = await figures(town);
    await expect(town.pipeline.restore(bad)).rejects.toMatchObject({ code: expect.stringContaining(code) });
    expect(await figures(town)).toEqual(before);
    expect(readdirSync(join(town.root, 'data', 'backup'))).toEqual([path.slice(path.lastIndexOf('/') + 1)]);
  });

  it('takes the place of a database that is damaged beyond opening, and of one that vanished', async () => {
    const { path } = await town.pipeline.backup();
    const before = await figures(town);
    town.pipeline.stop();
    writeFileSync(database(), 'rotten'.repeat(1000));
    await expect(town.reopen().ingest({ dryRun: false })).rejects.toMatchObject({ code: 'STORE_NOT_A_DATABASE' });
    await town.pipeline.restore(path);
    expect(await figures(town)).toEqual(before);
    town.pipeline.stop();
    for (const end of ['', '-wal', '-shm']) rmSync(`${database()}${end}`, { force: true });
    town.clock.now = new Date(town.clock.now.getTime() + 1000);
    expect(await town.reopen().restore(path)).toMatchObject({ aside: null });
    expect(await figures(town)).toEqual(before);
  });

  it('waits for the end of the service', async () => {
    const { path } = await town.pipeline.backup();
    const service = await town.pipeline.startService();
    await expect(town.pipeline.restore(path)).rejects.toMatchObject({ code: 'SERVICE_RUNS' });
    await service?.end();
    expect((await town.pipeline.restore(path)).files).toBe(2);
  });
});

describe('rebuild', () => {
  it('gives the same facts from the archive, over corrections, closings and what was refused, and a database to restore', async () => {
    await town.pipeline.close('1399-05');
    town.drop('D1/1399-05.csv', 'project,physical_percent\nA1,20\n');
    town.drop('D1/1399-06 (2).csv', 'project,physical_percent\nA1,60\n');
    await town.pipeline.ingest({ dryRun: false });
    await town.pipeline.reopen('1399-05', 'late');
    town.drop('D1/1399-05 again.csv', 'project,physical_percent\nA1,21\n');
    await town.pipeline.ingest({ dryRun: false });
    const output = join(town.root, 'rebuilt.db');
    expect(await town.pipeline.rebuild({ output })).toEqual({
      ...{ submissions: 5, facts: 8, words: 0, differing: [] },
      path: output,
    });
    const before = await figures(town);
    await town.pipeline.restore(output);
    expect(await figures(town)).toEqual(before);
  });

  it('carries what people said at the command line: answers, decisions on them, appeals, decisions about feedback', async () => {
    const { pipeline } = town;
    const minutesLater = () => {
      town.clock.now = new Date(town.clock.now.getTime() + 60_000);
    };
    const send = async (path: string, content: string) => {
      minutesLater();
      town.drop(path, content);
      await pipeline.ingest({ dryRun: false });
    };
    const head = 'project,physical_percent,spent_rial\n';
    const { path: early } = await pipeline.backup();
    for (const month of ['03', '04', '05']) await send(`D1/1399-${month}.csv`, `${head}A1,2,${250 + Number(month)}\n`);
    await send('D1/1399-07.csv', `${head}A1,25,310\nA2,20,950\n`);
    const asked = (await pipeline.questions({})).map(({ id, code }) => [id, code]);
    expect(asked.map(([, code]) => code)).toEqual(expect.arrayContaining(['A1', 'A2']));
    const [one, two] = ['A1', 'A2'].map((code) => Number(asked.find((each) => each[1] === code)?.[0]));
    minutesLater();
    await pipeline.answerQuestion(one ?? 0, 'اندازه‌گیری دوباره', 'کارشناس');
    await pipeline.decideQuestion(one ?? 0, 'accepted', 'دفتر برنامه', 'صورت‌جلسه دیده شد');
    await pipeline.answerQuestion(two ?? 0, 'اشتباه تایپ', 'کارشناس');
    await pipeline.decideQuestion(two ?? 0, 'rejected', 'دفتر برنامه', 'سند پیوست نیست');
    const appeal = await pipeline.appeal({ department: 'D1', component: 'on_time', text: 'شبکه قطع بود' });
    await pipeline.decideAppeal(appeal, 'rejected', 'دفتر', 'بی‌سند');
    await pipeline.decideAppeal(appeal, 'accepted', 'شورا', 'سند رسید');
    minutesLater();
    const decided = { item: 'weakness', code: 'A1', outcome: 'rejected', by: 'شورا', reason: 'معارض' } as const;
    await pipeline.decideFeedback({ ...decided, period: '1399-05' });
    // The same figures once more: the accepted one is not asked again, which only the words tell.
    await send('D1/1399-07 (2).csv', `${head}A1,25,310\nA2,20,960\n`);
    const words = async () => [
      await pipeline.questions({}),
      await pipeline.appeals(),
      await pipeline.feedbackDecisions(),
    ];
    const before = await words();
    // A backup from before them does not hold them, and says how many.
    const { aside, unknownWords } = await pipeline.restore(early);
    expect(unknownWords).toBe(8);
    expect((await pipeline.questions({})).length + (await pipeline.appeals()).length).toBe(0);
    minutesLater();
    expect(await pipeline.restore(aside ?? '')).toMatchObject({ unknownWords: 0 });
    const output = join(town.root, 'rebuilt.db');
    expect(await pipeline.rebuild({ output })).toMatchObject({ words: 8, differing: [] });
    minutesLater();
    expect(await pipeline.restore(output)).toMatchObject({ unknownWords: 0 });
    expect(await words()).toEqual(before);
    expect((await pipeline.verify()).problems).toEqual([]);
  });

  it('finds the file whose facts somebody changed, and the one whose original was', async () => {
    town.pipeline.stop();
    tamper(
      database(),
      "update ledger set body = replace(body, '\"digest\":\"', '\"digest\":\"0') where event = 'submission_committed' and seq = (select min(seq) from ledger where event = 'submission_committed')",
    );
    const { differing } = await town.reopen().rebuild({});
    expect(differing.map(({ file }) => file)).toEqual(['D1/1399-06.csv']);
  });
});

describe('backup', () => {
  it('is verified whole before it has a name: what was changed past the program is not backed up', async () => {
    town.pipeline.stop();
    tamper(database(), 'update fact set value_integer = 301 where value_integer = 300');
    await expect(town.reopen().backup()).rejects.toMatchObject({ code: 'STORE_DAMAGED' });
    expect(readdirSync(join(town.root, 'data', 'backup'))).toEqual([]);
  });

  it('keeps days, months and every year end, and thins out only its own', async () => {
    const backups = Array.from({ length: 1200 }, (_, day) => ({ at: new Date(Date.UTC(2019, 0, 1 + day, 2)) }));
    const { config } = loadConfig(town.root);
    const kept = [...backupsToKeep(backups, { ...config, backup: { days: 14, months: 24 } })].map(({ at }) => at);
    const [newest] = backups.slice(-1);
    expect(kept.filter((at) => at > new Date('2022-03-31')).length).toBe(14);
    expect(kept).toContainEqual(newest?.at);
    // 14 days, of which the last ones are also the last of their months; 23 months before; the year ends 1397 to 1399 beyond.
    expect(kept).toContainEqual(new Date('2019-03-20T02:00:00Z'));
    expect(kept).toContainEqual(new Date('2020-03-19T02:00:00Z'));
    expect(kept.length).toBeLessThan(14 + 24 + 5);
    const folder = join(town.root, 'data', 'backup');
    const first = await town.pipeline.backup({ prune: true });
    writeFileSync(join(folder, 'mine.db'), '');
    town.clock.now = new Date(town.clock.now.getTime() + 3_600_000);
    const second = await town.pipeline.backup({ prune: true });
    expect(readdirSync(folder).sort()).toEqual(['mine.db', second.path.slice(folder.length + 1)]);
    expect(existsSync(first.path)).toBe(false);
  });
});

describe('the one service', () => {
  it('is one, tells of itself, and gives back at its start what a dead one held', async () => {
    const { pipeline } = town;
    const other = testWorkspace();
    others.push(other);
    const service = await pipeline.startService();
    expect(await pipeline.startService()).toBeNull();
    await service?.told('ingest', null);
    const health = () => JSON.parse(readFileSync(join(town.root, 'data', 'health.json'), 'utf8'));
    expect(health()).toMatchObject({ state: 'running', pid: process.pid, jobs: { ingest: { ok: true } } });
    pipeline.claimJob('month', '1399-05');
    // It dies: its lock goes with it, its claim and its last word stay.
    const word = readFileSync(join(town.root, 'data', 'health.json'));
    await service?.end();
    expect(health()).toMatchObject({ state: 'stopped' });
    writeFileSync(join(town.root, 'data', 'health.json'), word);
    const next = await pipeline.startService();
    expect(pipeline.claimJob('month', '1399-05')).toBe(true);
    expect((await pipeline.status({})).recoveries.map(({ en }) => en)).toEqual([
      expect.stringContaining('ended without a word'),
      'Released the job month 1399-05, which a process that is gone had held.',
    ]);
    expect(town.log.join('\n')).toContain('Released the job');
    await next?.end();
  });

  it('is missed in words: no run, an old backup, a job given up, a full disk', async () => {
    expect(await problems()).toBe('');
    const service = await town.pipeline.startService();
    await service?.told('ingest', null);
    expect(await problems()).toBe('There is no backup; make one with payesh backup.');
    await town.pipeline.backup();
    expect(await problems()).toBe('');
    town.clock.now = new Date(town.clock.now.getTime() + 60 * 3_600_000);
    await service?.told('month', 'disk on fire');
    expect(await problems()).toContain('has not taken the inbox for 60 hours');
    expect(await problems()).toContain('The last backup is 60 hours old');
    for (let attempt = 1; attempt <= 12; attempt += 1) {
      town.pipeline.claimJob('month', '1399-05');
      town.pipeline.finishJob('month', '1399-05', 'failed', 'disk on fire');
    }
    expect(await problems()).toContain('failed after 12 attempts: disk on fire — it is not tried again by itself');
    await service?.end();
    await (await town.pipeline.startService())?.end();
    expect(await problems()).not.toContain('not tried again by itself');
  });
});

describe('a database that changes under the running program', () => {
  it.each([
    ['0 bytes', (file: string) => writeFileSync(file, ''), 'STORE_EMPTY'],
    ['another program’s database', (file: string) => tamper(file, 'pragma application_id = 7'), 'STORE_FOREIGN'],
    [
      'a newer program’s database',
      (file: string) => tamper(file, "insert into schema_migration values (9999, '9999-later.sql', 'x', 'x')"),
      'STORE_NEWER',
    ],
  ])('is told when it becomes %s; nothing is written, and the work goes on when it is back', async (_, spoil, code) => {
    const copy = join(town.root, 'copy.db');
    copyFileSync((await town.pipeline.backup()).path, copy);
    const bad = join(town.root, 'bad.db');
    copyFileSync(copy, bad);
    chmodSync(bad, 0o600);
    spoil(bad);
    const content = readFileSync(bad);
    town.drop('D1/1399-05.csv', 'project,physical_percent\nA1,20\n');
    for (const end of ['-wal', '-shm']) rmSync(`${database()}${end}`, { force: true });
    rmSync(database());
    copyFileSync(bad, database());
    await expect(town.pipeline.ingest({ dryRun: false })).rejects.toMatchObject({ code });
    expect(readFileSync(database()).equals(content)).toBe(true);
    expect(town.inbox()).toEqual(['1399-05.csv']);
    rmSync(database());
    copyFileSync(copy, database());
    chmodSync(database(), 0o600);
    expect((await town.pipeline.ingest({ dryRun: false })).files.map(({ status }) => status)).toEqual(['accepted']);
  });
});
