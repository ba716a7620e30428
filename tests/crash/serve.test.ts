import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import {
  buildProgram,
  copyWorkspace,
  dropFiles,
  files,
  finalState,
  mustEnd,
  payesh,
  plannedWorkspace,
  rigFolder,
} from './rig.js';
import { endAll, health, serve, until } from './serving.js';

/** The real service: one at a time, stopped in time, and back after it was killed. */
let folder = '';
let planned = '';
beforeAll(() => {
  buildProgram();
  folder = rigFolder();
  planned = plannedWorkspace(folder);
});
afterEach(endAll);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('is the only one: a second ends at once with one line; a stopped holder keeps its place, a killed one does not', async () => {
  const root = copyWorkspace(planned, join(folder, 'one'));
  dropFiles(root, 4);
  const first = serve(root);
  await until(
    'the first took the inbox',
    () => health(root)?.jobs.ingest?.ok === true && files(join(root, 'data', 'inbox')).length === 0,
  );
  const worker = health(root)?.pid ?? 0;
  process.kill(worker, 'SIGSTOP');
  const second = serve(root);
  expect(await second.ended).toBe(1);
  expect(second.said()).toBe('The service of this workspace is running already; no second one was started.\n');
  process.kill(worker, 'SIGKILL');
  expect(await first.ended).toBe(1);
  const third = serve(root);
  await until('the third works', () => health(root)?.pid !== worker && health(root)?.jobs.mail !== undefined);
  expect(third.said()).toContain('ended without a word');
  const asked = performance.now();
  third.child.kill('SIGTERM');
  expect(await third.ended).toBe(0);
  expect(performance.now() - asked).toBeLessThan(10_000);
  expect(health(root)?.state).toBe('stopped');
  const calm = copyWorkspace(planned, join(folder, 'calm'));
  dropFiles(calm, 4);
  mustEnd(payesh(calm, ['ingest']));
  expect(finalState(root)).toEqual(finalState(calm));
  expect(payesh(root, ['status']).stdout).toContain('The service had ended without a word before');
});
