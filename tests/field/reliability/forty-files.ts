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
import { extent, report } from './extent.js';

const FILES_IN_GROUP = 4;
/** Twenty files hold every kind: corrections, rows refused, content sent twice, and a file that says nothing. */
const GROUPS = extent(10, 5);
/** More than one kill at a step in a group: in the run after it too. */
const LEAST_IN_GROUP = 96;

/** Kills at every durable step of the ingest of one half of the files, and at one of the run that takes up what was left. */
export function killHalf(half: 0 | 1): void {
  let folder = '';
  let planned = '';
  beforeAll(() => {
    buildProgram();
    folder = rigFolder();
    planned = plannedWorkspace(folder);
  }, 240_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('SIGKILL at every durable step of ingest, and of the run after it', () => {
    let kills = 0;
    let groups = 0;
    for (let group = half; group < GROUPS; group += 2) {
      const base = copyWorkspace(planned, join(folder, 'base'));
      dropFiles(base, FILES_IN_GROUP, group * FILES_IN_GROUP);
      kills += killAtEach({ base, words: ['ingest'], inRecovery: true });
      groups += 1;
    }
    report(
      `${kills} kills at every durable step of ingest of ${groups * FILES_IN_GROUP} files and in the runs after them`,
    );
    expect(kills).toBeGreaterThanOrEqual(groups * LEAST_IN_GROUP);
  }, 5_400_000);

  if (half === 0) return;
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
    report(`killed at ${reports} durable steps of report, ${backups} of backup, ${restores} of restore`);
    expect(Math.min(reports, backups, restores)).toBeGreaterThan(4);
  }, 3_600_000);
}
