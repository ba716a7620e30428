import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { killAtEach } from '../../crash/kill-at-each.js';
import {
  buildProgram,
  copyWorkspace,
  dropFiles,
  mustEnd,
  payesh,
  plannedWorkspace,
  rigFolder,
} from '../../crash/rig.js';
import { backupState, reportState } from '../../crash/states.js';

const FILES_IN_GROUP = 4;
const GROUPS = 10;

/** Kills at every durable step of the ingest of one half of forty files (with those sent twice: forty-four). */
export function killHalf(half: 0 | 1): void {
  let folder = '';
  let planned = '';
  beforeAll(() => {
    buildProgram();
    folder = rigFolder();
    planned = plannedWorkspace(folder);
  }, 240_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('SIGKILL at every durable step of ingest', () => {
    let kills = 0;
    for (let group = half; group < GROUPS; group += 2) {
      const base = copyWorkspace(planned, join(folder, 'base'));
      dropFiles(base, FILES_IN_GROUP, group * FILES_IN_GROUP);
      kills += killAtEach({ base, words: ['ingest'] });
    }
    console.log(`killed at ${kills} durable steps of ingest, half ${half + 1} of forty files`);
    expect(kills).toBeGreaterThanOrEqual(240);
  }, 1_500_000);

  if (half === 1) return;
  it('SIGKILL at every durable step of report, backup and restore', () => {
    const base = copyWorkspace(planned, join(folder, 'base'));
    dropFiles(base, 2);
    mustEnd(payesh(base, ['run']));
    const backup = mustEnd(payesh(base, ['backup'])).stdout.split('\n')[0] ?? '';
    dropFiles(base, 2, 2);
    mustEnd(payesh(base, ['ingest']));
    const reports = killAtEach({ base, words: ['report'], stateOf: reportState });
    const backups = killAtEach({ base, words: ['backup'], stateOf: backupState });
    const restores = killAtEach({ base, words: ['restore', backup] });
    console.log(`killed at ${reports} durable steps of report, ${backups} of backup, ${restores} of restore`);
    expect(Math.min(reports, backups, restores)).toBeGreaterThan(4);
  }, 600_000);
}
