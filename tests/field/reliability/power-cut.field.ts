import { rmSync } from 'node:fs';
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
import { extent, report } from './extent.js';
import { patchedProgram } from './patch.js';
import { PowerRig } from './power.js';
import { CAN_LOOP, skipped } from './privilege.js';

const CUTS = extent(52, 20);
const CONTROL_CUTS = extent(6, 4);
const FILES = 40;

describe.skipIf(skipped('power cuts', CAN_LOOP))('the power fails', () => {
  let folder = '';
  let rig: PowerRig;
  let expected: Record<string, unknown>;
  beforeAll(() => {
    buildProgram();
    folder = rigFolder();
    const base = copyWorkspace(plannedWorkspace(folder), join(folder, 'base'));
    dropFiles(base, FILES);
    const calm = copyWorkspace(base, join(folder, 'calm'));
    mustEnd(payesh(calm, ['ingest']));
    expected = finalState(calm);
    rig = new PowerRig(folder, base);
  }, 240_000);
  afterAll(() => {
    rig?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Over the whole round, and at any instant between two files. */
  const taken = (index: number, count: number) => Math.floor((FILES * index) / count);
  const between = () => Math.random() * 40;

  it('and nothing is lost or doubled: whatever reached the disk, the next run comes to the same end', async () => {
    for (let index = 0; index < CUTS; index += 1) {
      expect(await rig.cut(taken(index, CUTS), between(), ['ingest']), `cut ${index}`).toEqual(expected);
    }
    report(`${CUTS} power cuts: nothing lost, nothing doubled`);
  }, 2_700_000);

  it.each([
    ['commits and originals that are not forced (synchronous OFF)', 'nothing-forced'],
    ['SQLite’s own default in this mode (synchronous NORMAL), originals not forced', 'synchronous-normal'],
  ] as const)(
    'control: %s lose data, so the cuts see what is lost',
    async (_, bug) => {
      const dist = patchedProgram(folder, bug);
      let lost = 0;
      for (let index = 0; index < CONTROL_CUTS; index += 1) {
        const state = await rig
          .cut(taken(index + 1, CONTROL_CUTS + 2), between(), ['ingest'], dist)
          .catch((error: Error) => {
            // A database that cannot be used after the cut is a loss; a fault of the rig is none.
            if (!error.message.startsWith('exit ')) throw error;
            return null;
          });
        if (JSON.stringify(state) !== JSON.stringify(expected)) lost += 1;
      }
      report(`control ${bug}: ${lost} of ${CONTROL_CUTS} cuts lost data`);
      expect(lost).toBeGreaterThan(0);
    },
    900_000,
  );
});
