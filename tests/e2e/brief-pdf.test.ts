import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { publish } from '../../src/deliver/folder.js';
import { drawPdf, officeOnPath } from '../../src/deliver/office.js';
import { hasOffice } from '../report/office.js';
import { planFolder, SMALL_PLAN, type TestWorkspace, testWorkspace } from './workspace.js';

/** Programs in the place of LibreOffice: each notes that it ran, and what it was given. */
const NOTE = 'echo "$@" >> "$(dirname "$0")/ran"; [ -z "$PAYESH_SECRET" ] || echo leaked >> "$(dirname "$0")/ran"';
const LAST = 'for last; do :; done';
const DRAWS = `${NOTE}; ${LAST}; printf '%%PDF-1.7 %s' "$$" > "$(dirname "$last")/page.pdf"`;
const FAILS = `${NOTE}; echo "no fonts here" >&2; exit 77`;
const WRITES_NOTHING = NOTE;
// Its child would hold on for a minute: it must end too.
const HANGS = `${NOTE}; sleep 60 & echo $! > "$(dirname "$0")/child"; wait`;

let town: TestWorkspace;
let office = '';

function program(body: string): void {
  writeFileSync(office, `#!/bin/sh\n${body}\n`, { mode: 0o755 });
}
const folder = () => join(town.root, 'reports', '1399-06');
const pdf = () => join(folder(), 'payesh-brief-1399-06.pdf');
const runs = () => {
  const path = join(town.root, 'office', 'ran');
  return existsSync(path) ? readFileSync(path, 'utf8').trim().split('\n') : [];
};
const manifest = () => JSON.parse(readFileSync(join(folder(), 'manifest.json'), 'utf8'));

beforeEach(async () => {
  town = testWorkspace('2020-09-25T08:00:00Z');
  office = join(town.root, 'office', 'soffice');
  mkdirSync(join(town.root, 'office'));
  writeFileSync(join(town.root, 'payesh.config.json'), JSON.stringify({ report: { office } }));
  town.reopen();
  await town.pipeline.importPlan(planFolder(town.root, SMALL_PLAN), { dryRun: false });
  town.drop('D1/1399-06.csv', 'project,physical_percent,spent_rial\nA1,40,450\n');
  await town.pipeline.ingest({ dryRun: false });
});
afterEach(() => town.remove());

const onUnix = it.skipIf(process.platform === 'win32');

onUnix(
  'draws the brief once for an edition, names it in the manifest, and makes it anew where it is gone',
  async () => {
    program(DRAWS);
    const first = await town.pipeline.report({});
    expect(first).toMatchObject({ edition: 1, unchanged: false, pdf: { state: 'made', path: pdf() } });
    const bytes = readFileSync(pdf(), 'latin1');
    const again = await town.pipeline.report({});
    expect(again).toMatchObject({ edition: 1, unchanged: true, pdf: { state: 'kept', path: pdf() } });
    expect(readFileSync(pdf(), 'latin1')).toBe(bytes);
    expect(runs()).toHaveLength(1);
    expect(runs()[0]).toMatch(/--headless .*-env:UserInstallation=file:.*--convert-to pdf/);
    expect(manifest().files.map(({ file }: { file: string }) => file)).not.toContain('payesh-brief-1399-06.pdf');
    expect(manifest().drawings).toMatchObject([{ file: 'payesh-brief-1399-06.pdf' }]);

    rmSync(pdf());
    expect((await town.pipeline.verify()).problems).toEqual([]);
    expect(await town.pipeline.report({})).toMatchObject({ edition: 1, unchanged: true, pdf: { state: 'made' } });
    expect(runs()).toHaveLength(2);

    writeFileSync(pdf(), '%PDF-1.7 another page');
    expect((await town.pipeline.verify()).problems.join()).toContain('payesh-brief-1399-06.pdf');
    expect(await town.pipeline.report({})).toMatchObject({ unchanged: true, pdf: { state: 'made' } });
    expect((await town.pipeline.verify()).problems).toEqual([]);
    expect(readdirSync(join(town.root, 'reports', '.staging'))).toEqual([]);
  },
);

onUnix('takes the PDF of an older edition away even where no manifest names it, and keeps people’s own', async () => {
  program(DRAWS);
  await town.pipeline.report({});
  const { drawings: _, ...bare } = manifest();
  writeFileSync(join(folder(), 'manifest.json'), JSON.stringify(bare));
  writeFileSync(join(folder(), 'minutes.pdf'), 'ours');
  program(FAILS);
  town.drop('D1/1399-06.csv', 'project,physical_percent,spent_rial\nA1,60,900\n');
  await town.pipeline.ingest({ dryRun: false });
  expect(await town.pipeline.report({})).toMatchObject({ edition: 2, pdf: { state: 'failed', path: null } });
  expect(existsSync(pdf())).toBe(false);
  expect(readFileSync(join(folder(), 'minutes.pdf'), 'utf8')).toBe('ours');
});

onUnix('keeps the PDF of a sound brief where another workbook of the edition is mended', async () => {
  program(DRAWS);
  await town.pipeline.report({});
  const bytes = readFileSync(pdf(), 'latin1');
  writeFileSync(join(folder(), 'payesh-manager-1399-06.xlsx'), 'spoilt');
  expect(await town.pipeline.report({})).toMatchObject({ unchanged: false, pdf: { state: 'kept' } });
  expect(readFileSync(pdf(), 'latin1')).toBe(bytes);
  expect((await town.pipeline.verify()).problems).toEqual([]);
});

onUnix(
  'publishes the month without a PDF where the office fails, writes none, is missing or is not wanted',
  async () => {
    const state = async () => (await town.pipeline.report({})).pdf.state;
    program(FAILS);
    expect(await state()).toBe('failed');
    expect(town.log.join()).toMatch(/PDF of the brief of 1399-06: not made, .*exit 77: no fonts here/);
    program(WRITES_NOTHING);
    expect(await state()).toBe('failed');
    rmSync(office);
    expect(await state()).toBe('absent');
    expect(town.log.at(-1)).toMatch(/is no program/);
    writeFileSync(join(town.root, 'payesh.config.json'), JSON.stringify({ report: { office: false } }));
    town.reopen();
    expect(await state()).toBe('off');
    expect(existsSync(join(folder(), 'payesh-manager-1399-06.xlsx'))).toBe(true);
    expect((await town.pipeline.verify()).problems).toEqual([]);
  },
);

onUnix(
  'ends a program that hangs with all that it started, and runs one at a time with few of the secrets',
  async () => {
    program(HANGS);
    const workbook = new Uint8Array([1]);
    const drawn = await drawPdf(office, workbook, { PATH: process.env.PATH, PAYESH_SECRET: 'x' }, 1);
    expect(drawn).toMatchObject({ fault: 'timeout' });
    const child = Number(readFileSync(join(town.root, 'office', 'child'), 'utf8'));
    await expect.poll(() => isRunning(child)).toBe(false);
    expect(runs()).not.toContain('leaked');

    program(
      `d="$(dirname "$0")/busy"; mkdir "$d" || exit 1; ${LAST}; sleep 0.2; printf '%%PDF-' > "$(dirname "$last")/page.pdf"; rmdir "$d"`,
    );
    const both = await Promise.all([1, 2].map(() => drawPdf(office, workbook, { PATH: process.env.PATH }, 10)));
    expect(both.map((each) => 'pdf' in each)).toEqual([true, true]);
  },
);

function isRunning(pid: number): boolean {
  try {
    // A process that ended and that nobody asked after still has its number.
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

onUnix('looks for the office in whole folders of the PATH only', () => {
  program(DRAWS);
  expect(officeOnPath({ PATH: `:.:office:${join(town.root, 'office')}` })).toBe(office);
  expect(officeOnPath({ PATH: town.root })).toBeNull();
  expect(officeOnPath({})).toBeNull();
});

it('carries a drawing over only to a set that holds the file it shows', () => {
  const root = join(town.root, 'sets');
  const bytes = (text: string) => new TextEncoder().encode(text);
  const set = (run: string, text: string) => ({
    period: '1399-06',
    edition: 1,
    run,
    files: [{ file: 'a.xlsx', bytes: bytes(text) }],
    drawings: ['a.pdf'],
  });
  publish(root, set('r1', 'one'));
  writeFileSync(join(root, '1399-06', 'a.pdf'), 'left by a crash');
  publish(root, set('r2', 'two'));
  expect(readdirSync(join(root, '1399-06')).sort()).toEqual(['a.xlsx', 'manifest.json']);
});

(hasOffice ? it : it.skip)('is drawn by LibreOffice itself on one page', async () => {
  writeFileSync(
    join(town.root, 'payesh.config.json'),
    JSON.stringify({ report: { office: officeOnPath(process.env) } }),
  );
  town.reopen();
  expect((await town.pipeline.report({})).pdf).toEqual({ state: 'made', path: pdf() });
  const text = readFileSync(pdf(), 'latin1');
  expect(text.slice(0, 5)).toBe('%PDF-');
  expect(text.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
});
