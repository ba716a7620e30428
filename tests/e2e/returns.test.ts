import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJs from 'exceljs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { packageFaults } from '../report/package-faults.js';
import { cellAt, filled, openBook, PLAN, type } from './forms.js';
import { listedIn, PROJECTS, returnOf } from './returned.js';
import { planFolder, type TestWorkspace, testWorkspace } from './workspace.js';

let town: TestWorkspace;
beforeEach(async () => {
  town = testWorkspace('2020-09-25T08:00:00Z');
  await town.pipeline.importPlan(planFolder(town.root, PLAN), { dryRun: false });
});
afterEach(() => town.remove());

const RED = 'FFFFC7CE';
const ingest = async () => (await town.pipeline.ingest({ dryRun: false })).files;

/** Marked cells of the returned form: address, colour and code of the finding, from the sheets and from the fix list. */
async function marks() {
  const book = await openBook(returnOf(town));
  const cells: string[] = [];
  for (const name of [PROJECTS, 'شاخص‌ها'])
    book.getWorksheet(name)?.eachRow((row, number) => {
      if (number > 6) row.eachCell((cell) => cell.note && cells.push(`${name} ${cell.address} ${fillOf(cell)}`));
    });
  return { cells: cells.sort(), listed: await listedIn(town) };
}

const fillOf = (cell: ExcelJs.Cell): string => (cell.fill as ExcelJs.FillPattern)?.fgColor?.argb ?? '';
const facts = async () =>
  (await town.pipeline.facts({ period: '1399-06' })).facts.map(({ id, code, field, value }) => [
    id,
    code,
    field,
    value,
  ]);

it('goes the full circle: form, faults, marks at exactly those cells, mended, nothing left', async () => {
  const [file] = (await town.pipeline.template({ period: '1399-06', department: 'D1' })).files;
  const faulty = await filled(file?.path ?? '', (book) => {
    type(book, PROJECTS, 'A1', 'پیشرفت فیزیکی', 140);
    type(book, PROJECTS, 'A1', 'هزینه‌کرد', 'دویست و خرده‌ای');
    type(book, PROJECTS, 'A2', 'مقدار انجام‌شده', -2);
    type(book, PROJECTS, 'A3', 'پیشرفت فیزیکی', 20);
    type(book, 'شاخص‌ها', 'K1', 'عملکرد شاخص', 'زیاد');
  });
  town.drop('D1/فرم.xlsx', faulty);
  const [record] = await ingest();
  expect(record?.status).toBe('partly');
  const template = await openBook(file?.path ?? '');
  const planted = [
    [PROJECTS, 'A1', 'پیشرفت فیزیکی', 'SUB_PHYSICAL_OVER_100'],
    [PROJECTS, 'A1', 'هزینه‌کرد', 'SUB_NOT_A_NUMBER'],
    [PROJECTS, 'A2', 'مقدار انجام‌شده', 'SUB_NEGATIVE'],
    ['شاخص‌ها', 'K1', 'عملکرد شاخص', 'SUB_NOT_A_NUMBER'],
  ] as const;
  expect(await packageFaults(readFileSync(returnOf(town)))).toEqual([]);
  const found = await marks();
  expect(found.cells).toEqual(
    planted.map(([sheet, code, header]) => `${sheet} ${cellAt(template, sheet, code, header).address} ${RED}`).sort(),
  );
  expect(found.listed).toEqual(planted.map(([, code, , finding]) => `${code} ${finding}`).sort());
  // What counts is grey, and what nobody mentioned stays open.
  const book = await openBook(returnOf(town));
  expect(fillOf(cellAt(book, PROJECTS, 'A3', 'پیشرفت فیزیکی'))).toBe('FFF3F4F6');
  expect(cellAt(book, PROJECTS, 'A1', 'پیشرفت فیزیکی').value).toBe(140);

  // Dropped unchanged it changes nothing, not even itself.
  const before = [await facts(), readFileSync(returnOf(town))];
  town.drop('D1/دوباره.xlsx', readFileSync(returnOf(town)));
  expect((await ingest()).map(({ status, findings }) => [status, findings.map(({ code }) => code)])).toEqual([
    ['duplicate', ['INBOX_RETURN_UNCHANGED']],
  ]);
  expect([await facts(), readFileSync(returnOf(town))]).toEqual(before);

  // Mended in the returned sheet itself, in part: the unmentioned fault stays.
  const half = await filled(returnOf(town), (sheet) => {
    type(sheet, PROJECTS, 'A1', 'پیشرفت فیزیکی', 14);
    type(sheet, PROJECTS, 'A1', 'هزینه‌کرد', 200);
    type(sheet, 'شاخص‌ها', 'K1', 'عملکرد شاخص', 31);
    cellAt(sheet, PROJECTS, 'A2', 'مقدار انجام‌شده').value = null;
  });
  town.drop('D1/اصلاح.xlsx', half);
  expect((await ingest()).map(({ status }) => status)).toEqual(['accepted']);
  expect((await marks()).listed).toEqual(['A2 SUB_NEGATIVE']);

  const whole = await filled(returnOf(town), (sheet) => type(sheet, PROJECTS, 'A2', 'مقدار انجام‌شده', 2));
  town.drop('D1/پایان.xlsx', whole);
  expect((await ingest()).map(({ status, findings }) => [status, findings])).toEqual([['accepted', []]]);
  expect(existsSync(returnOf(town))).toBe(false);
  expect((await facts()).map(([, code, field, value]) => `${code} ${field} ${value}`)).toEqual([
    'A1 physical 0.14',
    'A1 spent_rial 200000000',
    'A2 quantity 2',
    'A3 physical 0.2',
    'K1 value 31',
  ]);
});

it('puts a foreign sheet onto our own form, in its unit, and keeps a line with an unknown code', async () => {
  const sheet = 'کد پروژه,پیشرفت فیزیکی (درصد),هزینه‌کرد (تومان)\nA1,40,25000000\nA9,30,100\nA2,x,5000000\n';
  town.drop('D1/1399-06.csv', sheet);
  await ingest();
  const book = await openBook(returnOf(town));
  expect(cellAt(book, PROJECTS, 'A1', 'هزینه‌کرد').value).toBe(250);
  expect(cellAt(book, PROJECTS, 'A9', 'پیشرفت فیزیکی').value).toBe(30);
  expect(JSON.stringify(cellAt(book, PROJECTS, 'A9', 'کد پروژه').note)).toContain('A3');
  expect((await marks()).listed).toContain('A9 SUB_UNKNOWN_PROJECT');
});

it('keeps the unit that a note states: a refused line mended on the form counts what its sender meant', async () => {
  const sheet =
    'مبالغ به میلیون ریال است\nکد پروژه,پیشرفت فیزیکی (درصد),هزینه‌کرد\nA1,بیست,250\nA3,30,40\nجمع کل,,300\n';
  town.drop('D1/1399-06.csv', sheet);
  await ingest();
  const book = await openBook(returnOf(town));
  expect(cellAt(book, PROJECTS, 'A1', 'هزینه‌کرد').value).toBe(250);
  // Lines of totals are told, and are no line of the form.
  const whole = ['کل پرونده SUB_TOTAL_DIFFERS', 'کل پرونده SUB_TOTAL_ROW'];
  expect((await marks()).listed).toEqual(['A1 SUB_NOT_A_NUMBER', ...whole]);
  expect(() => cellAt(book, PROJECTS, 'جمع کل', 'هزینه‌کرد')).toThrow('no cell');
  town.drop('D1/اصلاح.xlsx', await filled(returnOf(town), (paper) => type(paper, PROJECTS, 'A1', 'پیشرفت فیزیکی', 20)));
  await ingest();
  expect((await facts()).map(([, code, field, value]) => `${code} ${field} ${value}`)).toEqual([
    'A1 physical 0.2',
    'A1 spent_rial 250000000',
    'A3 physical 0.3',
    'A3 spent_rial 40000000',
  ]);
});

it('asks no more about an oddity that the office knows, and says who took it and why', async () => {
  town.drop('D1/1399-06.csv', 'project,physical_percent,spent_rial\nA1,20,1100000000\nA3,x,1000000\n');
  await ingest();
  expect((await marks()).listed).toEqual(['A1 SUB_OVER_BUDGET', 'A3 SUB_NOT_A_NUMBER']);
  const [question] = await town.pipeline.questions({ department: 'D1' });
  const line = async () =>
    (await openBook(returnOf(town))).getWorksheet('پرسش‌ها')?.getRow(5).values as (string | null)[] | undefined;
  expect((await line())?.[3]).not.toContain('پذیرفته شد');

  // Answered: it waits for the office, and is no mark any more. The other fault stays.
  await town.pipeline.answerQuestion(question?.id ?? 0, 'متمم قرارداد در راه است', 'احمدی');
  await ingest();
  expect((await marks()).listed).toEqual(['A3 SUB_NOT_A_NUMBER']);
  expect(await line()).toBeUndefined();

  // An answer that the office cannot take: it is asked again.
  await town.pipeline.decideQuestion(question?.id ?? 0, 'rejected', 'رضایی', 'متمم کدام است؟');
  await ingest();
  expect((await marks()).listed).toEqual(['A1 SUB_OVER_BUDGET', 'A3 SUB_NOT_A_NUMBER']);

  await town.pipeline.answerQuestion(question?.id ?? 0, 'متمم ۱۲', 'احمدی');
  await town.pipeline.decideQuestion(question?.id ?? 0, 'accepted', 'رضایی', 'متمم ۱۲ دیده شد');
  await ingest();
  expect((await marks()).listed).toEqual(['A3 SUB_NOT_A_NUMBER']);
  const known = await line();
  expect(known?.[3]).toMatch(/A1 .*\nپذیرفته شد: رضایی — متمم ۱۲ دیده شد\u200f?$/);
  expect(known?.slice(4)).toEqual(['متمم ۱۲', 'احمدی']);
  // Known, it is no cell to fill in, and alone no reason to return a sheet.
  const book = await openBook(returnOf(town));
  expect(book.getWorksheet('پرسش‌ها')?.getCell('D5').protection?.locked).not.toBe(false);
  town.drop('D1/1399-06 اصلاح.csv', 'project,physical_percent,spent_rial\nA3,30,1000000\n');
  await ingest();
  expect(existsSync(returnOf(town))).toBe(false);
});

it('shows a date as its sender sees it, and codes inside Persian sentences in their order', async () => {
  const book = new ExcelJs.Workbook();
  const paper = book.addWorksheet('شهریور');
  paper.addRow(['کد پروژه', 'پیشرفت فیزیکی (درصد)']);
  paper.addRow(['A1', 46361]);
  paper.addRow(['1399-R03-0099', 20]);
  paper.getCell('B2').numFmt = 'yyyy/mm/dd';
  town.drop('D1/1399-06.xlsx', new Uint8Array(await book.xlsx.writeBuffer()));
  await ingest();
  const list = JSON.stringify((await openBook(returnOf(town))).worksheets[0]?.getSheetValues());
  expect(list).toContain('تاریخ آمده است (\u200e2026-12-05\u200e\u200f)');
  expect(list).toContain('«\u200e1399-R03-0099\u200e\u200f» در برنامه نیست');
  const mark = cellAt(await openBook(returnOf(town)), PROJECTS, 'A1', 'پیشرفت فیزیکی');
  expect(mark.value).toBe('2026-12-05');
  // A note runs from left to right: each of its lines turns itself round.
  const lines = String(mark.note).split('\n');
  expect(lines.length).toBeGreaterThan(2);
  expect(lines.filter((line) => !/^\u202b[^\u202b\u202c]+\u202c$/.test(line))).toEqual([]);
});

it('returns a file that was refused as a whole, again where it is missing, and no more once one was accepted', async () => {
  town.drop('D1/گزارش.csv', 'کد پروژه,پیشرفت فیزیکی (درصد)\nA1,40\n');
  expect((await ingest()).map(({ status }) => status)).toEqual(['refused']);
  const names = () => readFileSync(join(town.root, 'data', 'outbox', '.returns.json'), 'utf8');
  const file = /"(D1\/payesh-return-unread-[0-9a-f]{8}\.xlsx)"/.exec(names())?.[1] ?? '';
  const path = join(town.root, 'data', 'outbox', file);
  const first = readFileSync(path);
  rmSync(path);
  await ingest();
  expect(readFileSync(path).equals(first)).toBe(true);
  town.drop('D1/1399-06.csv', 'کد پروژه,پیشرفت فیزیکی (درصد)\nA1,40\n');
  await ingest();
  expect(existsSync(path)).toBe(false);
});

it('asks no answered question again because another sheet calls its column differently', async () => {
  town.drop('D1/1399-05.csv', 'کد پروژه,پیشرفت فیزیکی (درصد)\nA1,5\n');
  town.drop('D1/1399-06.csv', 'کد پروژه,پیشرفت فیزیکی (درصد)\nA1,70\nA3,x\n');
  await town.pipeline.ingest({ dryRun: false });
  const state = async () =>
    (await town.pipeline.questions({})).map(({ findingCode, state: now }) => `${findingCode} ${now}`);
  expect(await state()).toEqual(['SUB_JUMP open']);
  await town.pipeline.answerQuestion(1, 'سه شیفت', 'احمدی');
  await town.pipeline.decideQuestion(1, 'accepted', 'رضایی', 'دیده شد');
  town.drop('D1/اصلاح.xlsx', await filled(returnOf(town), (book) => type(book, PROJECTS, 'A3', 'پیشرفت فیزیکی', 30)));
  await town.pipeline.ingest({ dryRun: false });
  expect(await state()).toEqual(['SUB_JUMP acknowledged']);
  expect(existsSync(returnOf(town))).toBe(false);
});
