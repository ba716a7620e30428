import { existsSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJs from 'exceljs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { filled, openBook, PLAN, type } from './forms.js';
import { planFolder, type TestWorkspace, testWorkspace } from './workspace.js';

let town: TestWorkspace;
beforeEach(async () => {
  town = testWorkspace('2020-09-25T08:00:00Z');
  await town.pipeline.importPlan(planFolder(town.root, PLAN), { dryRun: false });
});
afterEach(() => town.remove());

const QUESTIONS = 'پرسش‌ها';
const returned = () => join(town.root, 'data', 'outbox', 'D1', 'payesh-return-1399-06.xlsx');

async function send(name: string, content: string | Uint8Array) {
  town.drop(`D1/${name}`, content);
  return (await town.pipeline.ingest({ dryRun: false })).files[0];
}

/** A workbook of one figure that is asked about (Q1), with lines of number and answer on its sheet of questions. */
async function answering(...lines: [string, string][]): Promise<Uint8Array> {
  const book = new ExcelJs.Workbook();
  book.addWorksheet('شهریور').addRows([
    ['کد پروژه', 'پیشرفت فیزیکی (درصد)', 'هزینه‌کرد (ریال)'],
    ['A1', 20, 1_100_000_000],
  ]);
  book.addWorksheet(QUESTIONS).addRows([['شماره پرسش', 'پاسخ'], ...lines]);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** The lines of the returned sheet of questions: number, answer. */
async function lines(): Promise<string[][]> {
  const rows = (await openBook(returned())).getWorksheet(QUESTIONS)?.getRows(5, 9) ?? [];
  const text = (row: ExcelJs.Row, column: number) =>
    String(row.getCell(column).value ?? '').replace(/[\u200e\u200f]/g, '');
  return rows.map((row) => [text(row, 1), text(row, 4)]).filter((line) => line.join('') !== '');
}

const write = (line: number, column: number, value: string | null) =>
  filled(returned(), (book) => {
    const cell = book.getWorksheet(QUESTIONS)?.getCell(4 + line, column);
    if (cell) cell.value = value;
  });

it('keeps an answer that nobody could place in the return, whatever else is sent, until its number is written beside it', async () => {
  await send('1399-06.xlsx', await answering(['', 'متمم در راه است'], ['Q99', 'باران بود']));
  const waiting = [
    ['Q1', ''],
    ['', 'باران بود'],
    ['', 'متمم در راه است'],
  ];
  expect((await lines()).sort()).toEqual(waiting.sort());
  await send('1399-06 دیگر.csv', 'project,physical_percent\nA1,21\n');
  expect((await lines()).sort()).toEqual(waiting);
  const at = (await lines()).findIndex(([, answer]) => answer === 'متمم در راه است');
  await send('1399-06 پاسخ.xlsx', await write(at + 1, 1, 'Q1'));
  expect(await town.pipeline.questions({})).toMatchObject([{ state: 'answered', answer: { text: 'متمم در راه است' } }]);
  expect(await lines()).toEqual([['', 'باران بود']]);
  // Cleared by who saw it, it is settled.
  await send('1399-06 پاک.xlsx', await write(1, 4, null));
  expect(existsSync(returned())).toBe(false);
});

it('takes no answer that a form carried, and tells a late one until the office records it', async () => {
  await send('1399-06.xlsx', await answering());
  await town.pipeline.answerQuestion(1, 'متمم ۱۲', 'احمدی');
  await town.pipeline.decideQuestion(1, 'accepted', 'رضایی', 'متمم ۱۲ دیده شد');
  await send('1399-06 نادرست.csv', 'project,physical_percent\nA3,x\n');
  expect(await lines()).toEqual([['Q1', 'متمم ۱۲']]);
  const form = await filled(returned(), (book) => type(book, 'پروژه‌ها', 'A3', 'پیشرفت فیزیکی', 30));
  await town.pipeline.answerQuestion(1, 'متمم ۱۳', 'احمدی');
  const back = await send('1399-06 اصلاح.xlsx', form);
  expect(back?.findings.filter(({ code }) => code.startsWith('SUB_ANSWER'))).toEqual([]);
  expect(await town.pipeline.questions({})).toMatchObject([{ answer: { text: 'متمم ۱۳' } }]);
  expect(existsSync(returned())).toBe(false);

  await town.pipeline.decideQuestion(1, 'accepted', 'رضایی', 'متمم ۱۳ دیده شد');
  await send('1399-06 دیر.xlsx', await answering(['Q1', 'متمم ۱۴']));
  expect(await lines()).toEqual([
    ['Q1', 'متمم ۱۳'],
    ['Q1', 'متمم ۱۴'],
  ]);
  town.clock.now = new Date('2020-09-26T08:00:00Z');
  await town.pipeline.answerQuestion(1, 'متمم ۱۴', 'احمدی');
  expect(existsSync(returned())).toBe(false);
});

it('takes an answer as withdrawn when its sender’s own list comes again without it', async () => {
  await send('1399-06.xlsx', await answering(['Q99', 'باران بود']));
  expect((await lines()).sort()).toEqual(
    [
      ['', 'باران بود'],
      ['Q1', ''],
    ].sort(),
  );
  await send('1399-06 دوباره.xlsx', await answering());
  expect(await lines()).toEqual([['Q1', '']]);
});
