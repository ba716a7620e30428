import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/config/index.js';
import { createContext } from '../../src/pipeline/context.js';
import { ingest, readSubmission } from '../../src/pipeline/ingest.js';
import { settle } from '../../src/pipeline/settle.js';
import { workspaceAt } from '../../src/pipeline/workspace.js';
import { planFolder, SMALL_PLAN, type TestWorkspace, testWorkspace } from './workspace.js';

/** What may happen to files on their way in: half written, sent twice, unreadable, damaged; and to the database behind. */
let town: TestWorkspace;
const others: TestWorkspace[] = [];
beforeEach(() => {
  town = testWorkspace();
});
afterEach(() => {
  for (const other of [town, ...others.splice(0)]) other.remove();
});

const importSmallPlan = () => town.pipeline.importPlan(planFolder(town.root, SMALL_PLAN), { dryRun: false });
const take = () => town.pipeline.ingest({ dryRun: false });
const inboxPath = (...names: string[]) => join(town.root, 'data', 'inbox', ...names);
const shaOf = (text: string) => createHash('sha256').update(text).digest('hex');
const originalOf = (text: string) => join(town.root, 'data', 'archive', shaOf(text).slice(0, 2), shaOf(text));
const A40 = 'project,physical_percent\nA1,40\n';
const A50 = 'project,physical_percent\nA1,50\n';

async function physicalOfA1(): Promise<(number | null)[]> {
  const { facts } = await town.pipeline.facts({ period: '1399-06', code: 'A1' });
  return facts.map(({ value }) => value);
}

/** The workspace's parts without the pipeline around them, to stand between two steps. */
function innerContext() {
  const { config } = loadConfig(town.root);
  const world = { now: () => town.clock.now, log: () => {} };
  return createContext(workspaceAt(town.root), world, config, () => false);
}

/** Permissions do not bind the administrator: there the work is done as a user without rights. */
async function asOrdinaryUser<T>(work: () => Promise<T>): Promise<T> {
  if (process.getuid?.() !== 0) return work();
  execFileSync('chown', ['-R', '65534', town.root]);
  process.seteuid?.(65_534);
  try {
    return await work();
  } finally {
    process.seteuid?.(0);
  }
}

/** Runs one statement on the closed database, as a crash would have left it. */
function sql(statement: string): void {
  town.pipeline.stop();
  const db = new Database(join(town.root, 'data', 'payesh.db'));
  db.exec(statement);
  db.close();
  town.reopen();
}

describe('when a file is taken', () => {
  it('waits by the clock until nobody has written to it for the settle time; by hand a second look is enough', async () => {
    await importSmallPlan();
    const young = () => {
      const written = new Date(town.clock.now.getTime() - 2000);
      utimesSync(inboxPath('D1', '1399-06.csv'), written, written);
    };
    const byClock = async () => town.pipeline.ingest({ dryRun: false, unattended: true });
    town.drop('D1/1399-06.csv', A40);
    young();
    expect(await byClock()).toEqual({
      files: [],
      ignored: [{ file: 'D1/1399-06.csv', reason: 'still_being_written' }],
    });
    town.clock.now = new Date(town.clock.now.getTime() + 4000);
    expect((await byClock()).files.map(({ status }) => status)).toEqual(['accepted']);
    town.drop('D1/1399-06.csv', A50);
    young();
    expect((await take()).files.map(({ status }) => status)).toEqual(['accepted']);
    town.drop('D1/1399-05.csv', 'project,phys');
    const now = new Date(town.clock.now.getTime());
    utimesSync(inboxPath('D1', '1399-05.csv'), now, now);
    setTimeout(() => writeFileSync(inboxPath('D1', '1399-05.csv'), A40), 100);
    expect((await take()).ignored).toEqual([{ file: 'D1/1399-05.csv', reason: 'still_being_written' }]);
  });

  it('takes a file of a clock that runs ahead when it stands still, and leaves it while it grows', async () => {
    const city = testWorkspace(undefined, { limits: { settle_seconds: 1 } });
    others.push(city);
    await city.pipeline.importPlan(planFolder(city.root, SMALL_PLAN), { dryRun: false });
    const folder = join(city.root, 'data', 'inbox', 'D1');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, '1399-06.csv'), A40);
    writeFileSync(join(folder, '1399-05.csv'), 'project,phys');
    setTimeout(() => writeFileSync(join(folder, '1399-05.csv'), A40), 400);
    const { files, ignored } = await city.pipeline.ingest({ dryRun: false, unattended: true });
    expect(files.map(({ file }) => file)).toEqual(['D1/1399-06.csv']);
    expect(ignored).toEqual([{ file: 'D1/1399-05.csv', reason: 'still_being_written' }]);
  });

  it('counts the file that was written later as the later one, whatever its name', async () => {
    await importSmallPlan();
    town.drop('D1/1399-06.csv', A40);
    town.drop('D1/1399-06 (2).csv', A50);
    expect((await take()).files.map(({ file }) => file)).toEqual(['D1/1399-06.csv', 'D1/1399-06 (2).csv']);
    expect(await physicalOfA1()).toEqual([0.5]);
  });

  it('takes a flood of one department in turns with the others, and refuses what is too big, without a trace', async () => {
    const city = testWorkspace(undefined, { limits: { files_per_department: 2, file_megabytes: 1 } });
    others.push(city);
    await city.pipeline.importPlan(planFolder(city.root, SMALL_PLAN), { dryRun: false });
    for (const [index, month] of ['03', '04', '05', '06', '06 (2)'].entries())
      city.drop(`D1/1399-${month}.csv`, `project,physical_percent\nA1,${10 + index}\n`);
    city.drop('D2/1399-05.csv', 'project,physical_percent\nB1,10\n');
    city.drop('D2/1399-06.csv', Buffer.alloc(1_500_000, 32));
    for (const dryRun of [true, false]) {
      const { files, ignored } = await city.pipeline.ingest({ dryRun });
      expect(files.map(({ file, status }) => `${file.slice(0, -4)} ${status}`)).toEqual([
        'D2/1399-06 refused',
        'D1/1399-03 accepted',
        'D1/1399-04 accepted',
        'D2/1399-05 accepted',
        'D1/1399-05 accepted',
        'D1/1399-06 accepted',
        'D1/1399-06 (2) accepted',
      ]);
      expect(files[0]?.findings).toMatchObject([{ code: 'INBOX_TOO_BIG', params: { megabytes: 2, limit: 1 } }]);
      expect(ignored).toEqual([]);
    }
    expect(city.inbox()).toEqual(['1399-06.csv']);
    // Outside the folders lies a correction: whose it is only its content says, so all go in the order of sending.
    for (const month of ['03', '04', '05'])
      city.drop(`D1/1399-${month} (3).csv`, `project,physical_percent\nA1,${month}\n`);
    city.drop('1399-05 (4).csv', 'project,physical_percent\nA1,7\n');
    const { files } = await city.pipeline.ingest({ dryRun: false });
    expect(files.slice(1).map(({ file }) => file)).toEqual([
      ...['03', '04', '05'].map((month) => `D1/1399-${month} (3).csv`),
      '1399-05 (4).csv',
    ]);
  });

  it('leaves a file that was written again before its turn came', async () => {
    await importSmallPlan();
    town.drop('D1/1399-05.csv', A40);
    town.drop('D1/1399-06.csv', A50);
    const onProgress = (done: number) => {
      if (done === 1) writeFileSync(inboxPath('D1', '1399-06.csv'), A40);
    };
    const { files, ignored } = await town.pipeline.ingest({ dryRun: false, onProgress });
    expect(files.map(({ file }) => file)).toEqual(['D1/1399-05.csv']);
    expect(ignored).toEqual([{ file: 'D1/1399-06.csv', reason: 'still_being_written' }]);
  });
});

describe('one bad file never stops the round', () => {
  it('leaves links, and files and folders that may not be read, and takes the rest', async () => {
    await importSmallPlan();
    town.drop('D1/1399-05.csv', A40);
    town.drop('D1/1399-06.csv', A40);
    town.drop('D2/1399-06.csv', 'project,physical_percent\nB1,10\n');
    symlinkSync('loop.csv', inboxPath('D1', 'loop.csv'));
    chmodSync(inboxPath('D1', '1399-05.csv'), 0);
    chmodSync(inboxPath('D2'), 0);
    const { files, ignored } = await asOrdinaryUser(take);
    chmodSync(inboxPath('D2'), 0o700);
    expect(ignored).toContainEqual({ file: 'D1/loop.csv', reason: 'not_a_regular_file' });
    expect(files.map(({ file }) => file)).toEqual(['D1/1399-06.csv']);
    expect(ignored).toContainEqual({ file: 'D1/1399-05.csv', reason: 'not_readable' });
    expect(ignored).toContainEqual({ file: 'D2', reason: 'not_readable' });
  });

  it('adds nothing for a copy that outlived its end, but takes the same content sent again as a duplicate', async () => {
    await importSmallPlan();
    town.drop('D1/1399-06.csv', A40);
    const context = innerContext();
    const { submissions } = context.store();
    const commit: typeof submissions.commit = (...given) => {
      submissions.commit(...given);
      throw new Error('power cut');
    };
    const crash = { ...context, store: () => ({ ...context.store(), submissions: { ...submissions, commit } }) };
    await expect(ingest(crash, { dryRun: false })).rejects.toThrow('power cut');
    context.close();
    expect(town.inbox()).toEqual(['1399-06.csv']);
    expect((await town.reopen().ingest({ dryRun: false })).files).toEqual([]);
    expect(town.inbox()).toEqual([]);
    town.drop('D1/1399-06.csv', A40);
    expect((await take()).files.map(({ status }) => status)).toEqual(['duplicate']);
  });

  it('tells of a copy that may not be removed, and goes on', async () => {
    await importSmallPlan();
    town.drop('D1/1399-06.csv', A40);
    town.drop('D2/1399-06.csv', 'project,physical_percent\nB1,10\n');
    chmodSync(inboxPath('D1'), 0o500);
    const rounds = await asOrdinaryUser(async () => [await take(), await take()]);
    expect(rounds.map(({ files }) => files.map(({ status }) => status))).toEqual([['accepted', 'accepted'], []]);
    expect(town.log.join()).toContain('cannot be removed');
    chmodSync(inboxPath('D1'), 0o700);
    expect((await take()).files).toEqual([]);
    expect(town.inbox()).toEqual([]);
  });

  it('after a crash before the reading, reads the original once and only removes the copy', async () => {
    await importSmallPlan();
    town.drop('D1/1399-06.csv', A40);
    const context = innerContext();
    const crash = { ...context, store: () => crashingStore(context.store()) };
    await expect(ingest(crash, { dryRun: false })).rejects.toThrow('power cut');
    context.close();
    expect(town.inbox()).toEqual(['1399-06.csv']);
    const { files } = await town.reopen().ingest({ dryRun: false });
    expect(files.map(({ status }) => status)).toEqual(['accepted']);
    expect(town.inbox()).toEqual([]);
  });
});

/** A store that dies after the journal entry and before the first attempt. */
function crashingStore<T extends { submissions: object }>(store: T): T {
  const attempt = () => {
    throw new Error('power cut');
  };
  return { ...store, submissions: { ...store.submissions, attempt } };
}

describe('quarantine', () => {
  const journalled = () => {
    const context = innerContext();
    town.drop('D1/1399-06.csv', A40);
    const crash = { ...context, store: () => crashingStore(context.store()) };
    return ingest(crash, { dryRun: false })
      .catch(() => {})
      .then(() => context);
  };

  it('counts no attempt for a full disk, but one for a fault that the file brings out', async () => {
    await importSmallPlan();
    const context = await journalled();
    const { submissions } = context.store();
    const id = submissions.pending()[0]?.id ?? 0;
    const full = () => Promise.reject(Object.assign(new Error('no space'), { code: 'ENOSPC' }));
    await expect(settle(context, id, full)).rejects.toThrow('no space');
    expect(submissions.get(id).attempts).toBe(0);
    await expect(settle(context, id, () => Promise.reject(new TypeError('our bug')))).rejects.toThrow('our bug');
    expect(submissions.get(id).attempts).toBe(1);
    context.close();
  });

  it('takes what another process decided meanwhile', async () => {
    await importSmallPlan();
    const context = await journalled();
    const id = context.store().submissions.pending()[0]?.id ?? 0;
    const slow: typeof readSubmission = async (own, bytes, file) => {
      await settle(context, id, readSubmission);
      return readSubmission(own, bytes, file);
    };
    expect(await settle(context, id, slow)).toMatchObject({ id, status: 'accepted', acceptedRows: 1 });
    context.close();
    expect(await physicalOfA1()).toEqual([0.4]);
  });

  it('sets a file aside that stopped the program three times, and settles the same content at once when it comes again', async () => {
    await importSmallPlan();
    (await journalled()).close();
    sql('update submission set attempts = 3');
    town.drop('D2/1399-06.csv', 'project,physical_percent\nB1,10\n');
    const { files } = await take();
    expect(files.map(({ file, status }) => `${file} ${status}`)).toEqual([
      'D1/1399-06.csv refused',
      'D2/1399-06.csv accepted',
    ]);
    expect(files[0]?.findings.map(({ code }) => code)).toEqual(['INBOX_QUARANTINED']);
    expect(readdirSync(join(town.root, 'data', 'quarantine'))).toEqual([shaOf(A40)]);
    expect(town.inbox()).toEqual([]);
    town.drop('D1/1399-06 again.csv', A40);
    const [again] = (await take()).files;
    expect(again).toMatchObject({ status: 'refused', findings: [{ code: 'INBOX_QUARANTINED' }] });
    expect(town.inbox()).toEqual([]);
  });

  it('reads what a crash left before its correction, so that the correction stays in force', async () => {
    await importSmallPlan();
    (await journalled()).close();
    sql('update submission set attempts = 1');
    town.drop('D1/1399-06 corrected.csv', A50);
    await take();
    expect(await physicalOfA1()).toEqual([0.5]);
  });

  it('refuses a file whose original was lost, goes on, and takes it when it is sent again', async () => {
    await importSmallPlan();
    (await journalled()).close();
    rmSync(inboxPath('D1', '1399-06.csv'));
    chmodSync(originalOf(A40), 0o640);
    writeFileSync(originalOf(A40), 'rotten');
    town.drop('D2/1399-06.csv', 'project,physical_percent\nB1,10\n');
    const { files } = await take();
    expect(files.map(({ findings }) => findings.map(({ code }) => code))).toEqual([[], ['INBOX_ORIGINAL_DAMAGED']]);
    expect((await town.pipeline.verify()).problems).toHaveLength(1);
    town.drop('D1/1399-06.csv', A40);
    expect((await take()).files.map(({ status }) => status)).toEqual(['accepted']);
    expect(readFileSync(originalOf(A40), 'utf8')).toBe(A40);
    expect(await town.pipeline.verify()).toMatchObject({ ok: true, problems: [] });
  });
});

describe('a clock that goes back', () => {
  it('does not make the newer file the older one', async () => {
    await importSmallPlan();
    town.drop('D1/1399-06.csv', A40);
    await take();
    town.clock.now = new Date(town.clock.now.getTime() - 24 * 3_600_000);
    town.reopen();
    town.drop('D1/1399-06 corrected.csv', A50);
    await take();
    expect(await physicalOfA1()).toEqual([0.5]);
    expect((await town.pipeline.status({})).problems.map(({ en }) => en).join()).toContain('The clock went back');
  });
});

describe('the same content again', () => {
  it('says on what it was counted, and that the newer file stays in force; it makes no new edition', async () => {
    await importSmallPlan();
    town.drop('D1/1399-06.csv', A40);
    await take();
    town.drop('D1/1399-06 corrected.csv', A50);
    await take();
    const first = await town.pipeline.report({ period: '1399-06' });
    town.drop('D1/1399-06 corrected again.csv', A50);
    town.drop('D1/1399-06 old.csv', A40);
    const { files } = await take();
    expect(
      files.map(({ findings }) => findings.map(({ code, params }) => [code, params.original ?? params.newer])),
    ).toEqual([
      [['INBOX_DUPLICATE', 'D1/1399-06 corrected.csv']],
      [
        ['INBOX_DUPLICATE', 'D1/1399-06.csv'],
        ['INBOX_DUPLICATE_OLDER', 'D1/1399-06 corrected.csv'],
      ],
    ]);
    expect(await physicalOfA1()).toEqual([0.5]);
    expect(await town.pipeline.report({ period: '1399-06' })).toMatchObject({
      edition: first.edition,
      unchanged: true,
    });
  });
});

describe('a workspace that is not what it seems', () => {
  it('never makes a new database in place of one that vanished', async () => {
    await importSmallPlan();
    town.drop('D1/1399-06.csv', A40);
    await take();
    const { path } = await town.pipeline.backup();
    town.pipeline.stop();
    const database = join(town.root, 'data', 'payesh.db');
    for (const end of ['', '-wal', '-shm']) rmSync(`${database}${end}`, { force: true });
    town.reopen();
    const vanished = { code: 'STORE_VANISHED', detail: path };
    await expect(importSmallPlan()).rejects.toMatchObject(vanished);
    await expect(take()).rejects.toMatchObject(vanished);
    await expect(town.pipeline.loadSample()).rejects.toMatchObject({ code: 'SAMPLE_REFUSED' });
    expect(existsSync(database)).toBe(false);
    writeFileSync(database, readFileSync(path));
    expect(await physicalOfA1()).toEqual([0.4]);
  });

  it('loads the sample into an empty workspace only, and completes its own half-done loading', async () => {
    town.drop('D04/mine.csv', 'mine');
    await expect(town.pipeline.loadSample()).rejects.toMatchObject({ code: 'SAMPLE_REFUSED' });
    expect(town.inbox()).toEqual(['mine.csv']);
    expect(existsSync(join(town.root, 'data', 'payesh.db'))).toBe(false);
    writeFileSync(join(town.root, 'data', 'sample-loaded.json'), '{}');
    expect(await town.pipeline.loadSample()).toEqual({ loaded: true });
    expect(readFileSync(inboxPath('D04', 'mine.csv'), 'utf8')).toBe('mine');
    expect(town.inbox().length).toBeGreaterThan(300);
    expect(await town.pipeline.loadSample()).toEqual({ loaded: false });
  });

  it('verifies published files against their manifest, and clears what an old crash left', async () => {
    await importSmallPlan();
    town.drop('D1/1399-06.csv', A40);
    await take();
    const [file] = (await town.pipeline.report({ period: '1399-06' })).files;
    writeFileSync(file?.path ?? '', 'edited');
    expect((await town.pipeline.verify()).problems).toMatchObject([expect.stringContaining('1399-06')]);
    const leftovers = [
      join(town.root, 'data', 'archive', '.staging', 'half'),
      join(town.root, 'data', 'backup', 'payesh-old.db.partial'),
    ];
    mkdirSync(join(town.root, 'data', 'backup'), { recursive: true });
    for (const path of leftovers) {
      writeFileSync(path, '');
      utimesSync(path, 1_500_000_000, 1_500_000_000);
    }
    await take();
    await town.pipeline.backup();
    expect(leftovers.filter((path) => existsSync(path))).toEqual([]);
  });

  it('exports measures as they stand now, with no report written, and quotes what could run', async () => {
    await importSmallPlan();
    town.drop('D1/1399-06.csv', 'project,physical_percent,note\nA1,40,-2+3\n');
    await take();
    const [facts = '', measures = '', earned = '', indicators = '', , scores = ''] = (
      await town.pipeline.exportCsv(join(town.root, 'out'))
    ).map((path) => readFileSync(path, 'utf8'));
    expect(facts).toContain("'-2+3");
    const rows = measures.split('\r\n').map((line) => line.split(','));
    expect(
      rows.find(([, , scope, basis, , , , , code]) => scope === 'plan' && basis === 'due' && code === 'A1')?.[10],
    ).toBe('0.8');
    expect(new Set(rows.slice(1, -1).map(([period, , scope, basis]) => `${period} ${scope} ${basis}`)).size).toBe(5);
    // BAC 1000, PP .5, P .4; no spending was reported, so AC and what follows from it are empty and say why.
    const evm = earned.split('\r\n').map((line) => line.split(','));
    const a1 = evm.find(([, , kind, code]) => kind === 'project' && code === 'A1');
    const cell = (name: string) => a1?.[evm[0]?.indexOf(name) ?? -1];
    expect([cell('EV'), cell('AC'), cell('CPI')]).toEqual(['400', '', '']);
    expect(cell('reasons')).toContain('AC=no_spending_report');
    expect(indicators.split('\r\n')).toHaveLength(2);
    expect(scores).toContain(',on_time,');
  });
});
