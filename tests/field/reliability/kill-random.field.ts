import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  buildProgram,
  copyWorkspace,
  dropFiles,
  finalState,
  mustEnd,
  payesh,
  plannedWorkspace,
  rigFolder,
} from '../../crash/rig.js';
import { backupState, reportState } from '../../crash/states.js';
import { extent, report } from './extent.js';

const KILLS = extent(200, 48);
const IN_A_ROW = 6;
const MOST_ATTEMPTS = 3;

let folder = '';
let planned = '';
beforeAll(() => {
  buildProgram();
  folder = rigFolder();
  planned = plannedWorkspace(folder);
}, 240_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** How often the file that met the most deaths was being read; none without a database. */
function mostDeaths(root: string): number {
  // A copy is looked at: opening the database itself would mend what the next run has to.
  const peek = copyWorkspace(root, join(folder, 'peek'));
  const file = join(peek, 'data', 'payesh.db');
  if (!existsSync(file)) return 0;
  const db = new Sqlite(file);
  try {
    return db.prepare("select ifnull(max(attempts), 0) from submission where state = 'stored'").pluck().get() as number;
  } finally {
    db.close();
  }
}

/** A number from 0 to 1 that the seed decides. */
function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

it('SIGKILL at random instants of ingest, report and backup, up to six in a row before a clean run', () => {
  const seed = Number(process.env.PAYESH_TEST_SEED ?? Date.now() % 1_000_000);
  console.log(`seed of the random instants: PAYESH_TEST_SEED=${seed}`);
  const next = random(seed);
  const base = copyWorkspace(planned, join(folder, 'base'));
  dropFiles(base, 24);
  const calm = copyWorkspace(base, join(folder, 'calm'));
  const started = performance.now();
  mustEnd(payesh(calm, ['run']));
  const whole = performance.now() - started;
  mustEnd(payesh(calm, ['backup']));
  const expected = [finalState(calm), reportState(calm), newestBackup(backupState(calm))];
  let kills = 0;
  let rounds = 0;
  while (kills < KILLS) {
    const root = copyWorkspace(base, join(folder, 'killed'));
    // A file that was being read at three deaths is set aside at the fourth: that rule has a test of its own, and this one ends
    // the row before it holds.
    for (let row = 0; row < IN_A_ROW && mostDeaths(root) < MOST_ATTEMPTS; row += 1) {
      const words = next() < 0.15 ? ['backup'] : ['run'];
      const { signal } = payesh(root, words, { killAfter: Math.ceil(200 + next() * (whole - 200)) });
      if (signal === 'SIGKILL') kills += 1;
    }
    mustEnd(payesh(root, ['run']));
    mustEnd(payesh(root, ['backup']));
    const state = [finalState(root), reportState(root), newestBackup(backupState(root))];
    // A report that was published between two kills is an edition of its own; all else must be the same.
    expect(withoutEditions(state), `round ${rounds}, seed ${seed}`).toEqual(withoutEditions(expected));
    rounds += 1;
  }
  report(`${kills} kills at random instants in ${rounds} rounds`);
}, 5_400_000);

/** Every backup must be sound; one that was made between two kills holds what was there then, the newest holds all. */
function newestBackup(state: unknown): unknown {
  const { sound, ...rest } = state as { sound: string[] };
  for (const backup of sound) expect(JSON.parse(backup)).toMatchObject({ problems: [] });
  return { ...rest, newest: sound.at(-1) };
}

function withoutEditions(state: unknown): unknown {
  return JSON.parse(
    JSON.stringify(state, (key, value) => (['edition', 'run', 'digest', 'known'].includes(key) ? undefined : value)),
  );
}
