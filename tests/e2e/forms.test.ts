import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { packageFaults } from '../report/package-faults.js';
import { cellAt, filled, openBook, PLAN, type } from './forms.js';
import { planFolder, type TestWorkspace, testWorkspace } from './workspace.js';

let town: TestWorkspace;
beforeEach(async () => {
  town = testWorkspace('2020-09-25T08:00:00Z');
  await town.pipeline.importPlan(planFolder(town.root, PLAN), { dryRun: false });
});
afterEach(() => town.remove());

const facts = async () =>
  (await town.pipeline.facts({ period: '1399-06' })).facts
    .map(({ code, field, value, text }) => `${code} ${field} ${value ?? text}`)
    .sort();

async function template(): Promise<string> {
  const { files } = await town.pipeline.template({ period: '1399-06', department: 'D1' });
  return files[0]?.path ?? '';
}

it('writes a form that the reader takes back without a doubt', async () => {
  const path = await template();
  expect(path.slice(town.root.length)).toBe('/data/outbox/D1/payesh-template-1399-06.xlsx');
  expect(await packageFaults(readFileSync(path))).toEqual([]);
  const bytes = await filled(path, (book) => {
    type(book, 'پروژه‌ها', 'A1', 'پیشرفت فیزیکی', 40);
    type(book, 'پروژه‌ها', 'A1', 'هزینه‌کرد', 250);
    type(book, 'پروژه‌ها', 'A2', 'مقدار انجام‌شده', 3.5);
    type(book, 'پروژه‌ها', 'A2', 'مشکلات', 'تملک زمین');
    type(book, 'شاخص‌ها', 'K1', 'عملکرد شاخص', 31);
  });
  // Without its folder: the sheet itself says whose it is and of which month.
  town.drop('any name.xlsx', bytes);
  const { files } = await town.pipeline.ingest({ dryRun: false });
  expect(files.map(({ status, department, period, findings }) => [status, department, period, findings])).toEqual([
    ['accepted', 'D1', '1399-06', []],
  ]);
  expect(await facts()).toEqual([
    'A1 physical 0.4',
    'A1 spent_rial 250000000',
    'A2 obstacle تملک زمین',
    'A2 quantity 3.5',
    'K1 value 31',
  ]);
  // The same data give the same file, and the next month's form reminds of what was reported.
  expect((await town.pipeline.template({ period: '1399-06', department: 'D1' })).files[0]?.unchanged).toBe(true);
  const [next] = (await town.pipeline.template({ department: 'D1' })).files;
  const book = await openBook(next?.path ?? '');
  expect(cellAt(book, 'پروژه‌ها', 'A1', 'آخرین پیشرفت').value).toBe('۴۰٪ (شهریور ۱۳۹۹)');
  expect(cellAt(book, 'پروژه‌ها', 'A1', 'آخرین هزینه').value).toBe(250);
  expect(cellAt(book, 'پروژه‌ها', 'A3', 'روش گزارش').value).toContain('کل کار');
});

it('opens only what a department may fill in, and refuses wrong values with a Persian message', async () => {
  const book = await openBook(await template());
  expect(book.getWorksheet('پروژه‌ها')?.model).toMatchObject({ sheetProtection: { sheet: true } });
  const locked = (code: string, header: string) => cellAt(book, 'پروژه‌ها', code, header).protection?.locked !== false;
  expect([locked('A1', 'کد پروژه'), locked('A1', 'پیشرفت فیزیکی'), locked('A2', 'پیشرفت فیزیکی')]).toEqual([
    true,
    false,
    true,
  ]);
  const { dataValidation } = cellAt(book, 'پروژه‌ها', 'A1', 'پیشرفت فیزیکی');
  expect(dataValidation).toMatchObject({ type: 'custom', errorStyle: 'stop', showErrorMessage: true });
  expect(dataValidation?.error).toContain('عددی از صفر تا صد');
  expect(book.worksheets.map(({ name, state }) => `${name} ${state}`)).toEqual([
    'پروژه‌ها visible',
    'شاخص‌ها visible',
    'payesh hidden',
  ]);
});

it('says the same in English, and is read back', async () => {
  town.remove();
  town = testWorkspace('2020-09-25T08:00:00Z', { language: 'en' });
  await town.pipeline.importPlan(planFolder(town.root, PLAN), { dryRun: false });
  const bytes = await filled(await template(), (book) => {
    type(book, 'projects', 'A1', 'physical progress', 40);
    type(book, 'projects', 'A1', 'spent (million rial)', 250);
    type(book, 'projects', 'A1', 'advance', 5);
    type(book, 'indicators', 'K1', 'actual value', 31);
  });
  town.drop('any name.xlsx', bytes);
  const { files } = await town.pipeline.ingest({ dryRun: false });
  expect(files.map(({ status, findings }) => [status, findings])).toEqual([['accepted', []]]);
  expect(await facts()).toEqual([
    'A1 advance_rial 5000000',
    'A1 physical 0.4',
    'A1 spent_rial 250000000',
    'K1 value 31',
  ]);
});

it('is still read where the hidden sheet was lost, and its reminders are never taken for figures', async () => {
  town.drop('D1/1399-05.csv', 'project,physical_percent,spent_rial\nA1,30,200000000\n');
  await town.pipeline.ingest({ dryRun: false });
  const bytes = await filled(await template(), (book) => {
    book.removeWorksheet('payesh');
    type(book, 'پروژه‌ها', 'A1', 'پیشرفت فیزیکی', 40);
  });
  town.drop('any name.xlsx', bytes);
  const { files } = await town.pipeline.ingest({ dryRun: false });
  expect(files[0]?.status).toBe('accepted');
  expect(await facts()).toEqual(['A1 physical 0.4']);
});

it('counts nothing of a form that came back blank', async () => {
  town.drop('D1/blank.xlsx', readFileSync(await template()));
  const { files } = await town.pipeline.ingest({ dryRun: false });
  expect(files.map(({ status, findings }) => [status, findings.map(({ code }) => code)])).toEqual([
    ['refused', ['INBOX_TEMPLATE_BLANK']],
  ]);
});
