import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { cellAt, filled, openBook, PLAN, type } from './forms.js';
import { factsOf, listedIn, PROJECTS, returnOf } from './returned.js';
import { planFolder, type TestWorkspace, testWorkspace } from './workspace.js';

let town: TestWorkspace;
beforeEach(async () => {
  town = testWorkspace('2020-09-25T08:00:00Z');
  await town.pipeline.importPlan(planFolder(town.root, PLAN), { dryRun: false });
});
afterEach(() => town.remove());

const PHYSICAL = 'پیشرفت فیزیکی';
const HEAD = 'کد پروژه,پیشرفت فیزیکی (درصد),هزینه‌کرد (میلیون ریال)';

/** Takes in one file and gives its findings: code, cell, and what stands there now. */
async function send(name: string, bytes: string | Uint8Array): Promise<string[]> {
  town.drop(`D1/${name}`, bytes);
  const files = (await town.pipeline.ingest({ dryRun: false })).files;
  return files.flatMap(({ findings }) =>
    findings.map(({ code, place, params }) => [code, place.cell, params.now, params.other].filter(Boolean).join(' ')),
  );
}

/** Without the notes that stand beside what is to be mended. */
const listed = async () => (await listedIn(town)).filter((mark) => !mark.endsWith('SUB_WITHDRAWN'));
const OUTDATED = 'A1 SUB_FORM_OUTDATED';

it('lets an older return overturn nothing that came after it, except where somebody wrote into it', async () => {
  await send('1399-06.csv', `${HEAD}\nA1,45,100\nA3,x,50\n`);
  const old = join(town.root, 'older.xlsx');
  copyFileSync(returnOf(town), old);
  // After it A1 goes on to 47 and its spending is taken back; then a fault comes that the older return has never seen.
  await send('1399-06 دوم.csv', `${HEAD}\nA1,47,حذف\n`);
  await send('1399-06 سوم.csv', `${HEAD}\nA1,140,\n`);
  const fault = ['A1 SUB_PHYSICAL_OVER_100'];
  expect(await listed()).toEqual([...fault, 'A3 SUB_NOT_A_NUMBER']);

  const mended = await filled(old, (book) => type(book, PROJECTS, 'A3', PHYSICAL, 30));
  expect(await send('قدیمی.xlsx', mended)).toEqual([
    'SUB_FORM_OUTDATED G7 47 D1/1399-06 دوم.csv',
    'SUB_FORM_OUTDATED M7 — D1/1399-06 دوم.csv',
  ]);
  expect(await factsOf(town)).toEqual(['A1 physical 0.47', 'A3 physical 0.3', 'A3 spent_rial 50000000']);
  expect(await listed()).toEqual([OUTDATED, OUTDATED, ...fault]);
  expect(cellAt(await openBook(returnOf(town)), PROJECTS, 'A1', 'هزینه‌کرد').value).toBe('حذف');

  // What somebody wrote into the older form counts as in any other file.
  await send('قدیمی ۲.xlsx', await filled(old, (book) => type(book, PROJECTS, 'A1', PHYSICAL, 46)));
  expect(await factsOf(town)).toContain('A1 physical 0.46');
  expect(await listed()).toEqual([OUTDATED]);
  // Told once: it goes when its sender writes again.
  await send('1399-06 چهارم.csv', `${HEAD}\nA3,31,50\n`);
  expect(await listed()).toEqual([]);
});

it('brings no fault back that was mended since: figures, and lines outside the plan', async () => {
  await send('1399-06.csv', `${HEAD}\nA1,140,100\nA97,40,70\nA98,41,71\nK,42,72\n`);
  const old = join(town.root, 'older.xlsx');
  copyFileSync(returnOf(town), old);
  await send('1399-06 دوم.csv', `${HEAD}\nA1,14,100\n`);
  const newer = await filled(returnOf(town), (book) => {
    cellAt(book, PROJECTS, 'A97', 'کد پروژه').value = 'A3';
  });
  await send('اصلاح.xlsx', newer);
  const left = ['A98', 'K'].map((code) => `${code} SUB_UNKNOWN_PROJECT`);
  expect(await listed()).toEqual(left);
  await send('قدیمی.xlsx', await filled(old, (book) => type(book, PROJECTS, 'A98', PHYSICAL, 43)));
  expect(await listed()).toEqual(left);
  expect(cellAt(await openBook(returnOf(town)), PROJECTS, 'A98', PHYSICAL).value).toBe(43);
  expect(await factsOf(town)).toEqual([
    'A1 physical 0.14',
    'A1 spent_rial 100000000',
    'A3 physical 0.4',
    'A3 spent_rial 70000000',
  ]);
});

it('leaves a contested figure blank, whatever an older return still holds in its cell', async () => {
  await send('1399-06.csv', `${HEAD}\nA1,20,5\nA3,140,9\n`);
  const old = join(town.root, 'older.xlsx');
  copyFileSync(returnOf(town), old);
  await send('1399-06 دوم.csv', `${HEAD}\nA1,,31\nA1,,99\n`);
  const contested = 'A1 SUB_DUPLICATE_ROW';
  await send('قدیمی.xlsx', await filled(old, (book) => type(book, PROJECTS, 'A2', 'هزینه‌کرد', 77)));
  expect(cellAt(await openBook(returnOf(town)), PROJECTS, 'A1', 'هزینه‌کرد').value).toBeNull();
  await send('تازه.xlsx', await filled(returnOf(town), (book) => type(book, PROJECTS, 'A3', PHYSICAL, 14)));
  expect(await listed()).toEqual([contested]);
});

it('asks for what was written last of a row that went back, not for what an older form repeats', async () => {
  await send('1399-06.csv', `${HEAD}\nA1,x,5\nA3,y,7\n`);
  const old = join(town.root, 'older.xlsx');
  copyFileSync(returnOf(town), old);
  await send('1399-06 دوم.csv', `${HEAD}\nA1,z,6\n`);
  const typed = await filled(old, (book) => {
    type(book, PROJECTS, 'A1', PHYSICAL, 30);
    type(book, PROJECTS, 'A1', 'تخصیص', 'حدود');
  });
  await send('قدیمی.xlsx', typed);
  await send('1399-06 سوم.csv', 'کد پروژه,تخصیص (میلیون ریال)\nA1,9\n');
  const note = String(cellAt(await openBook(returnOf(town)), PROJECTS, 'A1', 'هزینه‌کرد').note);
  expect(note.replace(/[\u200e\u200f]/g, '')).toContain('6 (C2)');
});
