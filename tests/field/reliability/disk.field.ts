import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
import { reportState } from '../../crash/states.js';
import { extent, report } from './extent.js';
import { CAN_LOOP, CAN_MOUNT, skipped, system } from './privilege.js';

let folder = '';
let planned = '';
let at = '';
beforeAll(() => {
  buildProgram();
  folder = rigFolder();
  planned = plannedWorkspace(folder);
  at = join(folder, 'disk');
  mkdirSync(at);
}, 240_000);
afterAll(() => {
  unmount();
  rmSync(folder, { recursive: true, force: true });
});

function unmount(): void {
  try {
    system('umount', at);
  } catch {
    // Not mounted.
  }
}

/** What a person sees of a failing disk: words, and no stack of ours. */
function decent({ status, signal, stderr }: ReturnType<typeof payesh>): void {
  expect(signal).toBeNull();
  expect([0, 1, 3], stderr).toContain(status);
  expect(stderr).not.toMatch(/^\s+at .*\.js:\d+/m);
}

const SIZES = extent(60, 20);
const SMALLEST = 1_400;
/** KiB between two sizes; the range is the same. */
const STEP = extent(24, 72);
/** Of the steps of a run, this many-th. */
const EVERY = extent(1, 3);

describe.skipIf(skipped('full disks', CAN_MOUNT))('a disk of sixty sizes, from too small to just enough', () => {
  it('is told in words; what was published stays whole, and with more space everything is right', () => {
    const base = copyWorkspace(planned, join(folder, 'base'));
    dropFiles(base, 2);
    mustEnd(payesh(base, ['run']));
    dropFiles(base, 8, 2);
    const calm = copyWorkspace(base, join(folder, 'calm'));
    mustEnd(payesh(calm, ['run']));
    const expected = [finalState(calm), withoutIds(reportState(calm))];
    const used = Number(system('du', '-sk', base).split('\t')[0]);
    let full = 0;
    for (let size = 0; size < SIZES; size += 1) {
      system('mount', '-t', 'tmpfs', '-o', `size=${used + 40 + size * STEP}k`, 'none', at);
      try {
        const root = join(at, 'town');
        cpSync(base, root, { recursive: true, preserveTimestamps: true });
        const run = payesh(root, ['run']);
        decent(run);
        if (run.status === 1) full += 1;
        system('mount', '-o', `remount,size=${SMALLEST * 100}k`, at);
        mustEnd(payesh(root, ['run']));
        expect([finalState(root), withoutIds(reportState(root))], `at ${used + 40 + size * STEP} KiB`).toEqual(
          expected,
        );
      } finally {
        unmount();
      }
    }
    report(`${SIZES} sizes of a disk, ${full} of them too small for the work`);
    expect(full).toBeGreaterThan(SIZES / 4);
  }, 2_700_000);
});

describe.skipIf(skipped('disks that become read-only', CAN_LOOP))('a disk that becomes read-only', () => {
  it('at any step of ingest and report: told in words, and right when it can be written again', () => {
    const base = copyWorkspace(planned, join(folder, 'base'));
    dropFiles(base, 2, 4);
    const calm = copyWorkspace(base, join(folder, 'calm'));
    const { steps } = mustEnd(payesh(calm, ['run']));
    const expected = finalState(calm);
    const image = join(folder, 'disk.img');
    writeFileSync(image, '');
    truncateSync(image, 32 * 1024 * 1024);
    system('mkfs.ext4', '-q', image);
    system('mount', '-o', 'loop', image, at);
    cpSync(base, join(at, 'town'), { recursive: true, preserveTimestamps: true });
    unmount();
    let failed = 0;
    let tried = 0;
    for (let step = 1; step <= steps.length; step += EVERY) {
      tried += 1;
      const now = join(folder, 'now.img');
      system('cp', '--sparse=always', image, now);
      system('mount', '-o', 'loop', now, at);
      try {
        const root = join(at, 'town');
        const run = payesh(root, ['run'], { readOnlyAt: step, disk: at, stepsFile: join(folder, 'steps') });
        decent(run);
        if (run.status === 1) failed += 1;
        unmount();
        // The check of a disk after an abort; it answers 1 where it mended the journal.
        system('sh', '-c', `e2fsck -fy ${now} >/dev/null 2>&1; test $? -le 1`);
        system('mount', '-o', 'loop', now, at);
        mustEnd(payesh(root, ['run'], { stepsFile: join(folder, 'steps') }));
        expect(finalState(root), `read-only at step ${step}: ${steps[step - 1]}`).toEqual(expected);
      } finally {
        unmount();
      }
    }
    report(`read-only at ${tried} of ${steps.length} steps; ${failed} runs could not end their work`);
    expect(failed).toBeGreaterThan(tried / 2);
  }, 2_700_000);
});

/** Editions published from less than everything count; all else must be the same. */
function withoutIds(state: unknown): unknown {
  return JSON.parse(
    JSON.stringify(state, (key, value) => (['edition', 'run', 'digest', 'known'].includes(key) ? undefined : value)),
  );
}

describe('a database that another program holds', () => {
  it.each([
    [1, true],
    [10, true],
    [60, false],
  ])(
    'for %i seconds: the work waits, or says so in words and is done the next time',
    async (seconds, ends) => {
      const root = copyWorkspace(planned, join(folder, 'held'));
      dropFiles(root, 4);
      const calm = copyWorkspace(root, join(folder, 'calm'));
      mustEnd(payesh(calm, ['ingest']));
      const script = `const S = require('better-sqlite3'); const db = new S(process.argv[1]); db.exec('begin immediate'); console.log('held'); setTimeout(() => { db.exec('rollback'); }, ${seconds * 1000});`;
      const holder = spawn(process.execPath, ['-e', script, join(root, 'data', 'payesh.db')], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      await new Promise((resolve) => holder.stdout.once('data', resolve));
      const started = performance.now();
      const run = payesh(root, ['ingest']);
      const waited = (performance.now() - started) / 1000;
      decent(run);
      if (ends) expect([0, 3]).toContain(run.status);
      else {
        expect(run.status).toBe(1);
        expect(run.stderr).toContain('Another program is writing');
        expect(waited).toBeLessThan(50);
      }
      if (holder.exitCode === null) await new Promise((resolve) => holder.once('close', resolve));
      mustEnd(payesh(root, ['ingest']));
      expect(finalState(root)).toEqual(finalState(calm));
    },
    180_000,
  );
});
