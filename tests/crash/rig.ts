import { type ChildProcess, type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import Sqlite from 'better-sqlite3';
import { JALALI } from '../../src/domain/calendar.js';
import { openStore } from '../../src/store/open.js';
import { planFolder, SMALL_PLAN } from '../e2e/workspace.js';

export const DIST = resolve('dist');
const STEPS = resolve('tests/crash/steps.mjs');

/** Brings `dist` up to date; does nothing where it is. */
export function buildProgram(): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/setup/build.mjs'], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${stdout}\n${stderr}`);
}

export interface Run {
  /** Ends the process with SIGKILL at this durable step; 0 = never. */
  killAt?: number;
  /** Ends it with SIGKILL after so many milliseconds. */
  killAfter?: number;
  /** Makes the mounted `disk` read-only at this durable step. */
  readOnlyAt?: number;
  disk?: string;
  /** Where the steps are noted; beside the workspace where it is not said. */
  stepsFile?: string;
  /** Another built program, such as one with a seeded bug. */
  dist?: string;
  /** Its clock is so many minutes ahead. */
  minutesLater?: number;
}

export type Ended = SpawnSyncReturns<string> & { steps: string[] };

/** Environment and leading arguments under which the real program runs with the listener of its durable steps. */
export function heardProgram(dist: string, killAt: number, stepsFile: string, run: Run = {}) {
  const { readOnlyAt = 0, disk = '', minutesLater = 0 } = run;
  return {
    args: ['--import', STEPS, join(dist, 'src', 'cli', 'main.js')],
    env: {
      ...process.env,
      PAYESH_TEST_DIST: dist,
      PAYESH_TEST_KILL_AT: String(killAt),
      PAYESH_TEST_READ_ONLY_AT: String(readOnlyAt),
      PAYESH_TEST_DISK: disk,
      PAYESH_TEST_STEPS: stepsFile,
      PAYESH_TEST_MINUTES_LATER: String(minutesLater),
    },
  };
}

/** Runs the real program once, as people do, and gives how it ended with the durable steps that it took. */
export function payesh(root: string, words: readonly string[], run: Run = {}): Ended {
  const { killAt = 0, killAfter, dist = DIST } = run;
  const stepsFile = run.stepsFile ?? `${root}.steps`;
  rmSync(stepsFile, { force: true });
  const { args, env } = heardProgram(dist, killAt, stepsFile, run);
  const ended = spawnSync(process.execPath, [...args, '--workspace', root, '--language', 'en', ...words], {
    encoding: 'utf8',
    env,
    ...(killAfter === undefined ? {} : { timeout: killAfter, killSignal: 'SIGKILL' as const }),
  });
  const steps = existsSync(stepsFile) ? readFileSync(stepsFile, 'utf8').trim().split('\n') : [];
  return { ...ended, steps };
}

/** The real program while the test goes on with its own work, such as being the mail server. */
export function startPayesh(root: string, words: readonly string[], run: Run = {}) {
  const { args, env } = heardProgram(run.dist ?? DIST, run.killAt ?? 0, run.stepsFile ?? `${root}.steps`, run);
  const child: ChildProcess = spawn(process.execPath, [...args, '--workspace', root, '--language', 'en', ...words], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const)
    child[stream]?.on('data', (part: Buffer) => {
      said[stream] += part.toString();
    });
  const ended = new Promise<{ status: number | null; signal: string | null; stdout: string; stderr: string }>(
    (resolve) => child.once('close', (status, signal) => resolve({ status, signal, ...said })),
  );
  return { child, ended };
}

/** The program must come to a decent end: done, or done with rows refused. */
export function mustEnd(ended: Ended): Ended {
  if (ended.status !== 0 && ended.status !== 3) {
    throw new Error(`exit ${ended.status} ${ended.signal ?? ''}\n${ended.stdout}\n${ended.stderr}`);
  }
  return ended;
}

/** A folder for workspaces that are copied from one another; removed by the caller. */
export function rigFolder(): string {
  return mkdtempSync(join(tmpdir(), 'payesh-crash-'));
}

/** A workspace with its plan, and nothing in the inbox. */
export function plannedWorkspace(
  folder: string,
  settings: object = {},
  dist = DIST,
  plan: Record<string, string> = SMALL_PLAN,
): string {
  const root = join(folder, 'planned');
  mkdirSync(root);
  const limits = { settle_seconds: 0 };
  writeFileSync(
    join(root, 'payesh.config.json'),
    JSON.stringify({ watch: { free_megabytes: 0 }, limits, report: { office: false }, ...settings }),
  );
  const { status, stdout } = payesh(root, ['plan', 'import', planFolder(root, plan)], { dist });
  if (status !== 0) throw new Error(`the plan was not imported\n${stdout}`);
  return root;
}

/** Puts a file into the inbox, written long ago and later than the one before it. */
export function drop(root: string, index: number, path: string, content: string | Uint8Array): void {
  const target = join(root, 'data', 'inbox', path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, content);
  utimesSync(target, 1_600_000_000 + index, 1_600_000_000 + index);
}

const CODES = { D1: ['A1', 'A2'], D2: ['B1'] } as const;

/**
 * What departments send, in order: reports of several months, corrections of them, the same content again, rows that are
 * refused, and a file that says nothing. Every figure is another one, so that nothing lost or doubled can hide.
 */
export function dropFiles(root: string, count: number, from = 0): void {
  for (let index = from; index < from + count; index += 1) {
    const department = index % 2 === 0 ? 'D1' : 'D2';
    const period = `1399-${String((Math.floor(index / 6) % 6) + 1).padStart(2, '0')}`;
    const rows = CODES[department].map((code, row) => `${code},${(index % 90) + row + 1},${index * 7 + row + 1}`);
    const wrong = index % 8 === 5 ? ['NONE,1,1'] : [];
    const text =
      index % 20 === 19 ? 'nothing here\n' : `project,physical_percent,spent_rial\n${[...rows, ...wrong].join('\n')}\n`;
    drop(root, index, `${department}/${period} ${index}.csv`, text);
    // Sent twice under another name.
    if (index % 10 === 4) drop(root, index, `${department}/${period} ${index} again.csv`, text);
  }
}

export function copyWorkspace(from: string, to: string): string {
  rmSync(to, { recursive: true, force: true });
  cpSync(from, to, { recursive: true, preserveTimestamps: true });
  return to;
}

/** Everything that must be the same after whatever happened, as text. Instants and the steps of recovery are left out. */
export function finalState(root: string): Record<string, unknown> {
  const file = join(root, 'data', 'payesh.db');
  const store = openStore(file, { create: false, calendar: JALALI, now: () => '2030-01-01T00:00:00.000Z' });
  const problems = store.verify().map(({ en }) => en);
  store.close();
  const db = new Sqlite(file, { readonly: true });
  const all = (sql: string) => db.prepare(sql).raw().all();
  try {
    return {
      problems,
      facts:
        all(`select s.department, s.file_text, s.sha256, f.kind, f.code, f.period, f.field, f.value_integer, f.value_real, f.text,
        f.withdrawn, f.row_number, f.cell, f.raw from fact f join submission s on s.id = f.submission order by 1, 2, 5, 6, 7`),
      inForce:
        all(`select code, period, field, value_integer, value_real from fact f where not exists (select 1 from fact g
        where g.code = f.code and g.period = f.period and g.field = f.field and (g.recorded_at, g.id) > (f.recorded_at, f.id)) order by 1, 2, 3`),
      submissions: all(
        'select department, file_text, sha256, state, status, accepted_rows, refused_rows from submission order by 2, 3',
      ),
      findings: all(
        `select s.file_text, f.code, f.row_number from finding f join submission s on s.id = f.submission order by 1, 2, 3`,
      ),
      archive: files(join(root, 'data', 'archive')).filter((path) => !path.startsWith('.staging')),
      quarantine: files(join(root, 'data', 'quarantine')),
      inbox: files(join(root, 'data', 'inbox')),
    };
  } finally {
    db.close();
  }
}

/** Files below a folder with the digest of their content. */
export function files(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => `${relative(folder, path)} ${createHash('sha256').update(readFileSync(path)).digest('hex')}`)
    .sort();
}
