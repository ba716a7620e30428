import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { filled, openBook, type } from './forms.js';
import { factsOf, listedIn, returnOf } from './returned.js';
import { planFolder, type TestWorkspace, testWorkspace } from './workspace.js';

/** Every title is English: whatever is Persian in a return then comes from the program. */
const ENGLISH = {
  plans: `plan,title,first_year,last_year
    P1,Trial plan,1398,1399`,
  nodes: `plan,code,parent,level,title
    P1,T1,,scheme,Scheme one`,
  departments: `code,title,money_unit
    D1,Roads,million_rial`,
  projects: `code,title,node,department,year,approved_rial
    A1,Main street,T1,D1,1399,900000000
    A3,Bridge,T1,D1,1399,500000000`,
  indicators: `code,title,department,unit,node
    K1,Lamps lit,D1,lamps,T1`,
  targets: `indicator,period_or_year,target
    K1,1399,40`,
};

let town: TestWorkspace;
beforeEach(async () => {
  town = testWorkspace('2020-09-25T08:00:00Z', { language: 'en', organisation: 'Trial city' });
  await town.pipeline.importPlan(planFolder(town.root, ENGLISH), { dryRun: false });
});
afterEach(() => town.remove());

const send = async (name: string, bytes: string | Uint8Array) => {
  town.drop(`D1/${name}`, bytes);
  return (await town.pipeline.ingest({ dryRun: false })).files.map(({ status }) => status);
};

/** One or more of each severity, at cells, lines and whole files. */
const MARKS = [
  'SUB_COLUMN_VAGUE',
  'SUB_PHYSICAL_OVER_100',
  'SUB_NOT_A_NUMBER',
  'SUB_FALLING',
  'SUB_ANSWER_UNKNOWN',
  'SUB_UNKNOWN_COLUMN',
  'SUB_TOTAL_ROW',
];

/** Texts and notes of the visible sheets. */
async function textsOf(path: string): Promise<string[]> {
  const texts: string[] = [];
  for (const sheet of (await openBook(path)).worksheets) {
    expect(sheet.views[0]?.rightToLeft ?? false).toBe(false);
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        const note =
          typeof cell.note === 'string' ? cell.note : (cell.note?.texts ?? []).map(({ text }) => text).join('');
        texts.push(String(cell.value ?? ''), note);
      }),
    );
  }
  return texts;
}

it('is English throughout, and names the columns that a Latin header may mean by names that are read', async () => {
  await send('1399-05.csv', 'project,physical_percent,spent_rial\nA1,50,200000000\n');
  const [file] = (await town.pipeline.template({ period: '1399-06', department: 'D1' })).files;
  const form = await filled(file?.path ?? '', (book) => {
    type(book, 'projects', 'A1', 'physical progress', 12);
    type(book, 'projects', 'A1', 'spent (', 100);
    type(book, 'projects', 'A3', 'physical progress', 140);
    type(book, 'indicators', 'K1', 'actual value', 'many');
  });
  await send('form.xlsx', form);
  const sheet = 'project,physical_percent (m),spent (dirham),sized\nA1,12,210,4\nA9,5,1,4\nTotal,,211,\n';
  await send('1399-06.csv', sheet);
  await send('answers 1399-06.csv', 'question_id,answer,by\nQ99,It rained,Ann\nQ2,The bill was corrected,Ann\n');
  expect((await listedIn(town)).map((mark) => mark.split(' ').at(-1))).toEqual(expect.arrayContaining(MARKS));
  const texts = await textsOf(returnOf(town));
  expect(texts.filter((text) => /[\p{Script=Arabic}\u200e\u200f]/u.test(text))).toEqual([]);
  expect(texts.find((text) => text.includes('D1/answers'))).toContain(' — answers only — ');
  const unit = texts.find((text) => text.includes('“spent (dirham)”'));
  expect(unit).toContain('It may be one of: “spent (rial)”, “spent (million rial)”, “spent (toman)”.');

  expect(await send('1399-06 b.csv', 'project,quantity,spent (million rial)\nA1,,210\n')).toEqual(['accepted']);
  expect(await factsOf(town)).toContain('A1 spent_rial 210000000');
});

it('says at a file of an unknown month that there is no form, and keeps Persian names in the order of the sentence', async () => {
  await send('report.csv', 'کد پروژه,عملکرد\nA1,12\n');
  const folder = join(town.root, 'data', 'outbox', 'D1');
  const texts = await textsOf(join(folder, readdirSync(folder).find((name) => name.includes('unread')) ?? ''));
  expect(texts.filter((text) => text.includes('mend your own file by this list'))).toHaveLength(1);
  expect(texts.join('\n')).toContain('«هزینه‌کرد»\u200e، «پیشرفت فیزیکی واقعی»\u200e');
});
