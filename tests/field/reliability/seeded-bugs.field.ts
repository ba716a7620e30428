import { chmodSync, copyFileSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import Sqlite from 'better-sqlite3';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { killAtEach } from '../../crash/kill-at-each.js';
import {
  buildProgram,
  copyWorkspace,
  DIST,
  dropFiles,
  files,
  finalState,
  mustEnd,
  payesh,
  plannedWorkspace,
  rigFolder,
} from '../../crash/rig.js';
import { endAll, health, serve, until } from '../../crash/serving.js';
import { backupState } from '../../crash/states.js';
import { type Bug, patchedProgram } from './patch.js';

/**
 * Tests of the tests: each mistake is seeded into a copy of the built program, and the check that is named beside it must fail
 * there, as it must pass with the program as it is. The losses of unforced writes are the controls of the power cuts.
 */
let folder = '';
let planned = '';
beforeAll(() => {
  buildProgram();
  folder = rigFolder();
  planned = plannedWorkspace(folder);
}, 240_000);
afterEach(endAll);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Check = (dist: string) => void | Promise<void>;

const fresh = (name = 'base') => copyWorkspace(planned, join(folder, name));

/** A workspace with two editions to be: one published month, and newer figures that are not published yet. */
function reported(): string {
  const base = fresh();
  dropFiles(base, 2);
  mustEnd(payesh(base, ['run']));
  dropFiles(base, 2, 2);
  mustEnd(payesh(base, ['ingest']));
  return base;
}

const killedIngest: Check = (dist) => {
  const base = fresh();
  dropFiles(base, 1, 4);
  killAtEach({ base, words: ['ingest'], dist });
};

const sentTwice: Check = (dist) => {
  const root = fresh();
  dropFiles(root, 5);
  mustEnd(payesh(root, ['ingest'], { dist }));
  const submissions = finalState(root).submissions as unknown[][];
  expect(submissions.map((row) => row[3])).toContain('duplicate');
};

/** After a kill alone, without another run: what readers find is a whole old or a whole new set. */
const readersDuringReport: Check = (dist) => {
  const base = reported();
  const { steps } = mustEnd(payesh(copyWorkspace(base, join(folder, 'calm')), ['report'], { dist }));
  for (let step = 1; step <= steps.length; step += 1) {
    const root = copyWorkspace(base, join(folder, 'killed'));
    payesh(root, ['report'], { dist, killAt: step });
    const aside = readdirSync(join(root, 'reports', '.staging')).some((name) => name.includes('.old'));
    const periods = readdirSync(join(root, 'reports')).filter((name) => /^\d/.test(name));
    expect(periods.length > 0 || aside, `no set at all after step ${step}`).toBe(true);
  }
};

const killedBackup: Check = (dist) => {
  const base = fresh();
  dropFiles(base, 2);
  mustEnd(payesh(base, ['ingest']));
  const { steps } = mustEnd(payesh(copyWorkspace(base, join(folder, 'calm')), ['backup'], { dist }));
  for (let step = 1; step <= steps.length; step += 1) {
    const root = copyWorkspace(base, join(folder, 'killed'));
    payesh(root, ['backup'], { dist, killAt: step });
    const named = files(join(root, 'data', 'backup')).filter((line) => /^payesh-\S+\.db /.test(line));
    // What has its name must be forced and locked by then.
    if (named.length > 0) {
      expect(steps.slice(0, step)).toContain('backup forced');
      expect(backupState(root)).toMatchObject({ some: true });
    }
  }
};

/** An original that rotted between its journalling and its reading is refused, not read. */
const rottenOriginal: Check = (dist) => {
  const root = fresh();
  dropFiles(root, 1);
  const { steps } = mustEnd(payesh(copyWorkspace(root, join(folder, 'calm')), ['ingest'], { dist }));
  payesh(root, ['ingest'], { dist, killAt: steps.lastIndexOf('sql update') + 1 });
  const [line = ''] = files(join(root, 'data', 'archive')).filter((path) => !path.startsWith('.staging'));
  const original = join(root, 'data', 'archive', line.split(' ')[0] ?? '');
  rmSync(join(root, 'data', 'inbox'), { recursive: true });
  chmodSync(original, 0o600);
  writeFileSync(original, readFileSync(original, 'utf8').replace(/^A1,\d+/m, 'A1,99'));
  payesh(root, ['ingest'], { dist });
  expect(finalState(root)).toMatchObject({ facts: [], submissions: [expect.arrayContaining(['refused'])] });
};

const secondService: Check = async (dist) => {
  const root = fresh('served');
  const first = serve(root, dist);
  await until('the first works', () => health(root)?.jobs.ingest !== undefined);
  const second = serve(root, dist);
  const outcome = await Promise.race([second.ended, until('never', () => false, 6).catch(() => 'still running')]);
  expect(outcome).toBe(1);
  first.child.kill('SIGTERM');
};

const youngFile: Check = async (dist) => {
  const root = fresh('served');
  writeFileSync(join(root, 'payesh.config.json'), JSON.stringify({ limits: { settle_seconds: 600 } }));
  dropFiles(root, 1);
  const [line = ''] = files(join(root, 'data', 'inbox'));
  const path = join(root, 'data', 'inbox', line.slice(0, line.lastIndexOf(' ')));
  const now = new Date();
  utimesSync(path, now, now);
  const service = serve(root, dist);
  await until('a round', () => health(root)?.jobs.ingest !== undefined);
  expect(files(join(root, 'data', 'inbox'))).toEqual([line]);
  service.child.kill('SIGTERM');
};

/** One bit flipped in a workbook: it is refused, never read with other values. */
const flippedBit: Check = async (dist) => {
  const { readTables } = await import(pathToFileURL(join(dist, 'src', 'read', 'read.js')).href);
  const folders = readdirSync('data/sample/inbox', { recursive: true }).map(String);
  const [path = ''] = folders.filter((name) => name.endsWith('.xlsx'));
  const workbook = readFileSync(join('data/sample/inbox', path));
  const whole = await readTables(workbook, 'whole.xlsx');
  let flips = 0;
  for (let at = 50; at < workbook.length; at += 61) {
    const bytes = Buffer.from(workbook);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << (at % 8));
    const { tables, findings } = await readTables(bytes, 'flipped.xlsx');
    flips += 1;
    if (tables.length > 0 && findings.length === 0) expect(tables, `byte ${at}`).toEqual(whole.tables);
  }
  expect(flips).toBeGreaterThan(100);
};

function tampered(root: string): void {
  const db = new Sqlite(join(root, 'data', 'payesh.db'));
  for (const name of db.prepare("select name from sqlite_schema where type = 'trigger'").pluck().all())
    db.exec(`drop trigger ${name}`);
  db.exec("update fact set value_integer = value_integer + 1 where field = 'spent_rial'");
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
}

function ingested(): string {
  const root = fresh();
  dropFiles(root, 2);
  mustEnd(payesh(root, ['ingest']));
  return root;
}

const tamperedBackup: Check = (dist) => {
  const root = ingested();
  tampered(root);
  expect(payesh(root, ['backup'], { dist }).status).toBe(1);
};

const tamperedRestore: Check = (dist) => {
  const root = ingested();
  const other = copyWorkspace(root, join(folder, 'other'));
  tampered(other);
  copyFileSync(join(other, 'data', 'payesh.db'), join(root, 'bad.db'));
  expect(payesh(root, ['restore', join(root, 'bad.db')], { dist }).status).toBe(1);
};

const orderAfterKill: Check = (dist) => {
  const root = fresh();
  dropFiles(root, 1);
  const { steps } = mustEnd(payesh(copyWorkspace(root, join(folder, 'calm')), ['ingest'], { dist: DIST }));
  payesh(root, ['ingest'], { dist, killAt: steps.lastIndexOf('sql commit') });
  rmSync(join(root, 'data', 'inbox'), { recursive: true });
  const correction = fresh('correction');
  dropFiles(correction, 1, 2);
  copyWorkspace(join(correction, 'data', 'inbox'), join(root, 'data', 'inbox'));
  mustEnd(payesh(root, ['ingest'], { dist }));
  const inForce = finalState(root).inForce as unknown[][];
  expect(inForce.find(([code, , field]) => code === 'A1' && field === 'spent_rial')?.[3]).toBe(15);
};

const wholeRound: Check = (dist) => {
  const root = fresh();
  dropFiles(root, 3);
  expect([0, 3]).toContain(payesh(root, ['ingest'], { dist }).status);
  expect(finalState(root).inbox).toEqual([]);
};

const CAUGHT: [Bug, string, Check][] = [
  ['removed-before-commit', 'kill at each step of ingest', killedIngest],
  ['no-journal-before-removal', 'kill at each step of ingest', killedIngest],
  ['no-duplicate-check', 'the same content sent twice', sentTwice],
  ['facts-outside-the-transaction', 'kill at each step of ingest', killedIngest],
  ['no-hash-check', 'a rotten original', rottenOriginal],
  ['lock-ignored', 'two services', secondService],
  ['settle-time-ignored', 'a young file by the clock', youngFile],
  ['no-checksum', 'a flipped bit in a workbook', flippedBit],
  ['half-backup-under-its-name', 'kill at each step of backup', killedBackup],
  ['backup-not-checked', 'backup of a changed database', tamperedBackup],
  ['restore-not-checked', 'restore of a changed database', tamperedRestore],
  ['report-in-place', 'readers after a kill at each step of report', readersDuringReport],
  ['correction-before-the-corrected', 'order after a kill', orderAfterKill],
  ['completeness-not-asserted', 'a whole round', wholeRound],
];

describe('each check passes with the program as it is', () => {
  const checks = new Map(CAUGHT.map(([, name, check]) => [name, check]));
  it.each([...checks])(
    '%s',
    async (_, check) => {
      await check(DIST);
    },
    900_000,
  );
});

it.each(CAUGHT)(
  'the bug "%s" is caught by: %s',
  async (bug, _, check) => {
    const dist = patchedProgram(folder, bug);
    try {
      await expect(async () => check(dist)).rejects.toThrow();
    } finally {
      rmSync(join(dist, '..'), { recursive: true, force: true });
    }
  },
  900_000,
);
