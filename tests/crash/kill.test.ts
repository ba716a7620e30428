import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { killAtEach } from './kill-at-each.js';
import { buildProgram, copyWorkspace, dropFiles, mustEnd, payesh, plannedWorkspace, rigFolder } from './rig.js';
import { backupState, reportState } from './states.js';

/** A part of the kills; `npm run test:field` ends the process at every step of forty files. */
let folder = '';
let planned = '';
beforeAll(() => {
  buildProgram();
  folder = rigFolder();
  planned = plannedWorkspace(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('ingest killed at steps of a file, a duplicate and a refused one comes to the same end', () => {
  const base = copyWorkspace(planned, join(folder, 'base'));
  dropFiles(base, 2, 4);
  expect(killAtEach({ base, words: ['ingest'] }, 4)).toBeGreaterThan(5);
});

it('report and backup killed at steps leave whole sets, and no half backup under a final name', () => {
  const base = copyWorkspace(planned, join(folder, 'base'));
  dropFiles(base, 2);
  mustEnd(payesh(base, ['run']));
  dropFiles(base, 2, 2);
  mustEnd(payesh(base, ['ingest']));
  expect(killAtEach({ base, words: ['report'], stateOf: reportState }, 5)).toBeGreaterThan(2);
  expect(killAtEach({ base, words: ['backup'], stateOf: backupState }, 3)).toBeGreaterThan(1);
});
