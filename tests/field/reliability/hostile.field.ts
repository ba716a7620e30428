import { copyFileSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  buildProgram,
  copyWorkspace,
  drop,
  dropFiles,
  finalState,
  payesh,
  plannedWorkspace,
  rigFolder,
} from '../../crash/rig.js';
import { endAll, health, until } from '../../crash/serving.js';
import { hostileInbox } from './hostile-inbox.js';
import { endsOf, inboxFiles, serveUntilTaken, stopped } from './served.js';

/** The real service meets everything hostile that we know of, and the public workbooks: nothing stops, stalls or fells it. */
let folder = '';
let planned = '';
beforeAll(() => {
  buildProgram();
  folder = rigFolder();
  planned = plannedWorkspace(folder, { jobs: { ingest: '* * * * *' } });
}, 240_000);
afterEach(endAll);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const GOOD = 6;
/** No file holds the service longer than the limit for reading one (`limits.parse_seconds`, 60), and what a busy machine adds. */
const LONGEST_PAUSE = 75;
/** A reader has 400 megabytes; the service half of what its unit allows. */
const MOST_READER_MEGABYTES = 450;
const MOST_MEGABYTES = 1000;
const CORPUS = process.env.PAYESH_CORPUS;

/** Lets the service take the inbox, sends one more file, and checks that it is the same service, sound, and stops at once. */
async function endure(what: string, root: string, left: number): Promise<number> {
  dropFiles(root, GOOD);
  const count = inboxFiles(root).length - left;
  const watched = await serveUntilTaken(root, left, 900);
  const { megabytes, readerMegabytes, longestPause, slowest, seconds } = watched;
  console.log(
    `${count} ${what} through the service: ${seconds.toFixed(0)} s, longest pause ${longestPause.toFixed(1)} s (${slowest}), service ${megabytes} MB, readers ${readerMegabytes} MB, ${JSON.stringify(endsOf(root))}`,
  );
  const { pid } = health(root) ?? { pid: 0 };
  drop(root, 1, 'D2/afterwards.csv', 'project,physical_percent,spent_rial\nB1,50,5000\n');
  await until('one more file is taken', () => inboxFiles(root).length <= left, 150);
  await until('its round is told', () => health(root)?.jobs.ingest?.ok === true);
  expect(health(root)?.pid, 'the service was not begun anew').toBe(pid);
  expect(longestPause).toBeLessThan(LONGEST_PAUSE);
  expect(megabytes ?? 0).toBeLessThan(MOST_MEGABYTES);
  expect(readerMegabytes ?? 0).toBeLessThan(MOST_READER_MEGABYTES);
  const asked = performance.now();
  expect(await stopped(watched.service)).toBe(0);
  expect(performance.now() - asked).toBeLessThan(10_000);
  expect(watched.service.said()).not.toMatch(/^\s+at .*\.js:\d+/m);
  const ends = endsOf(root);
  // Nothing waits, and nothing had to be set aside because it stopped the program.
  expect(ends).not.toMatchObject({ stored: expect.anything() });
  expect(ends).not.toMatchObject({ quarantined: expect.anything() });
  // What was left may be too large to look at.
  rmSync(join(root, 'data', 'inbox'), { recursive: true });
  const { problems, submissions } = finalState(root) as { problems: string[]; submissions: unknown[][] };
  expect(problems).toEqual([]);
  // One of them was sent twice under two names: the other one is the duplicate, whichever came first.
  const good = submissions.filter(([, file]) => /1399-01 \d+( again)?\.csv$/.test(String(file)));
  const states = Array.from({ length: GOOD }, () => 'committed');
  expect(good.map(([, , , state]) => state).sort()).toEqual([...states, 'duplicate']);
  expect(payesh(root, ['status']).status).toBe(0);
  return Object.values(ends).reduce((sum, each) => sum + each, 0);
}

it('takes every hostile file to its end, leaves what is no file, and goes on', async () => {
  const root = copyWorkspace(planned, join(folder, 'hostile'));
  const { taken, left } = hostileInbox(root);
  expect(await endure('hostile files', root, left)).toBe(taken + GOOD + 2);
  expect(taken).toBeGreaterThan(300);
}, 1_200_000);

const missing = !CORPUS;
if (missing) console.log('!! SKIPPED: the public workbooks through the service: PAYESH_CORPUS names no folder.');

describe.skipIf(missing)('the public workbooks', () => {
  it('go through the service, each to its end', async () => {
    const root = copyWorkspace(planned, join(folder, 'corpus'));
    const inbox = join(root, 'data', 'inbox', 'D1');
    mkdirSync(inbox, { recursive: true });
    const names = readdirSync(CORPUS ?? '').filter((name) => name !== 'MANIFEST.csv');
    for (const name of names) copyFileSync(join(CORPUS ?? '', name), join(inbox, name));
    expect(await endure('public workbooks', root, 0)).toBe(names.length + GOOD + 2);
  }, 1_200_000);
});
