import { rmSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { buildProgram, DIST, drop, finalState, plannedWorkspace, rigFolder } from '../../crash/rig.js';
import { endAll, health, until } from '../../crash/serving.js';
import { SMALL_PLAN } from '../../e2e/workspace.js';
import { extent, report } from './extent.js';
import { endsOf, inboxFiles, serveUntilTaken, stopped } from './served.js';

/** Ten thousand files at once, most of them of one department: all counted, and the others do not wait behind it. */
const FILES = extent(10_000, 2_000);
const DEPARTMENTS = 20;
const OF_THE_FIRST = FILES * 0.9;
const MONTHS = 12;
const MOST_MEGABYTES = 600;

let folder = '';
beforeAll(() => {
  buildProgram();
  folder = rigFolder();
}, 240_000);
afterEach(endAll);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const two = (number: number) => String(number).padStart(2, '0');
const NUMBERS = Array.from({ length: DEPARTMENTS }, (_, index) => two(index + 1));
const PLAN = {
  ...SMALL_PLAN,
  departments: `code,title\n${NUMBERS.map((number) => `D${number},واحد ${number}`).join('\n')}`,
  projects: `code,title,node,department,year,approved_rial\n${NUMBERS.map((number) => `P${number},پروژه ${number},T1,D${number},1399,900000000`).join('\n')}`,
};

it('takes all, in turns, and every figure in force is that of the last file about it', async () => {
  const root = plannedWorkspace(folder, {}, DIST, PLAN);
  const last = new Map<string, number>();
  for (let index = 0; index < FILES; index += 1) {
    const number = index < OF_THE_FIRST ? '01' : two(2 + (index % (DEPARTMENTS - 1)));
    const period = `1399-${two((index % MONTHS) + 1)}`;
    const spent = 1000 + index;
    drop(root, index, `D${number}/${period} ${index}.csv`, `project,spent_rial\nP${number},${spent}\n`);
    last.set(`P${number} ${period}`, spent);
  }
  let othersSeconds = 0;
  const watched = await serveUntilTaken(root, 0, 1_700, (seconds, lying) => {
    if (lying.some((path) => !path.includes('/D01/'))) othersSeconds = seconds;
  });
  await until('the round is told', () => health(root)?.jobs.ingest?.ok === true, 120);
  const { seconds, megabytes, readerMegabytes, service } = watched;
  report(
    `${FILES} files of ${DEPARTMENTS} departments: ${seconds.toFixed(0)} s (${(FILES / seconds).toFixed(0)} a second), the other departments after ${othersSeconds.toFixed(0)} s, service ${megabytes} MB, readers ${readerMegabytes} MB`,
  );
  expect(await stopped(service)).toBe(0);
  expect(endsOf(root)).toEqual({ committed: FILES });
  expect(inboxFiles(root)).toEqual([]);
  const { problems, inForce } = finalState(root) as { problems: string[]; inForce: [string, string, string, number][] };
  expect(problems).toEqual([]);
  expect(new Map(inForce.map(([code, period, , value]) => [`${code} ${period}`, value]))).toEqual(last);
  // The first turn holds 200 of the flood and all of the others: 1,200 files of 10,000, 400 of 2,000.
  expect(othersSeconds).toBeLessThan(seconds * extent(0.25, 0.5));
  expect(megabytes ?? 0).toBeLessThan(MOST_MEGABYTES);
}, 1_800_000);
