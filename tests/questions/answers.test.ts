import { afterEach, beforeEach, expect, it } from 'vitest';
import { printQuestions } from '../../src/cli/print/questions.js';
import { questionJson } from '../../src/cli/question-rows.js';
import { loadConfig } from '../../src/config/index.js';
import type { Finding } from '../../src/domain/finding.js';
import { questionOf } from '../../src/domain/question.js';
import { planFolder, SMALL_PLAN, type TestWorkspace, testWorkspace } from '../e2e/workspace.js';
import { check, sheet } from '../submission/town.js';

/** What becomes of an answer, through real files: it is taken, it is on record already, or its sender is told. */
let town: TestWorkspace;
beforeEach(async () => {
  town = testWorkspace('2020-12-01T08:00:00Z');
  await town.pipeline.importPlan(planFolder(town.root, SMALL_PLAN), { dryRun: false, effective: '1398-01' });
  await send('1399-05.csv', `${HEAD}\nA1,40\nA2,30\n`);
  await send('1399-06.csv', `${HEAD}\nA1,25\nA2,35\n`);
});
afterEach(() => town.remove());

const HEAD = 'project,physical_percent';
const OFFICE = 'دفتر برنامه';

async function send(name: string, text: string) {
  town.drop(`D1/${name}`, text);
  const { files } = await town.pipeline.ingest({ dryRun: false });
  return files[0];
}

/** A sheet of questions alone, for a month. */
const answering = (answer: string, name = '1399-06') =>
  send(`${name} پاسخ.csv`, `شماره پرسش,پرسش,پاسخ\nQ1,چرا؟,${answer}\n`);

async function only() {
  const [question] = await town.pipeline.questions({});
  return question;
}

const told = (file: { findings: readonly Finding[] } | undefined) =>
  file?.findings
    .filter(({ code }) => code.startsWith('SUB_ANSWER_'))
    .map(({ code, place, params }) => ({ ...params, code, cell: place.cell }));

it('tells an answer to a question that the office has taken, and leaves the question as it was', async () => {
  await answering('نقشه‌برداری شد');
  await town.pipeline.decideQuestion(1, 'accepted', OFFICE, 'صورت‌جلسه دیده شد');
  expect(told(await answering('نقشه‌برداري  شد'))).toEqual([]);
  const late = await answering('کارگاه تعطیل بود');
  expect(told(late)).toMatchObject([
    {
      ...{ code: 'SUB_ANSWER_CLOSED', cell: 'C2', question: 'Q1', said: 'کارگاه تعطیل بود' },
      ...{ kept: 'نقشه‌برداری شد', reason: 'صورت‌جلسه دیده شد', by: OFFICE },
    },
  ]);
  expect(late?.findings).toContainEqual(expect.objectContaining({ code: 'SUB_ANSWERS_ONLY', params: { count: 0 } }));
  const beside = await send('1399-07.csv', `${HEAD},پاسخ\nA1,26,کارگاه تعطیل بود\nA2,36,بی‌پرسش\n`);
  expect(told(beside)).toMatchObject([
    { code: 'SUB_ANSWER_CLOSED', cell: 'C2', said: 'کارگاه تعطیل بود' },
    { code: 'SUB_ANSWER_NO_QUESTION', cell: 'C3', said: 'بی‌پرسش' },
  ]);
  expect(await only()).toMatchObject({ state: 'acknowledged', answer: { text: 'نقشه‌برداری شد' } });
});

it('keeps the answer of the file that corrects the figure, and tells one that comes afterwards', async () => {
  const mended = await send('mended 1399-06.csv', `${HEAD},پاسخ\nA1,45,غلط تایپی بود\n`);
  expect(told(mended)).toEqual([]);
  expect(await only()).toMatchObject({ state: 'corrected', answer: { text: 'غلط تایپی بود' } });
  expect(told(await answering('باران بود'))).toMatchObject([
    { code: 'SUB_ANSWER_CLOSED', said: 'باران بود', period: '1399-06', kept: 'غلط تایپی بود' },
  ]);
});

it('tells the same words again after they were rejected or the figure moved; a dry run says so too', async () => {
  await answering('نقشه‌برداری شد');
  await town.pipeline.decideQuestion(1, 'rejected', OFFICE, 'سند پیوست نیست');
  expect(told(await answering('نقشه‌برداری شد'))).toMatchObject([
    { code: 'SUB_ANSWER_AGAIN', question: 'Q1', said: 'نقشه‌برداری شد', reason: 'سند پیوست نیست' },
  ]);
  await answering('سند فرستاده شد');
  const moved = `${HEAD},پاسخ\nA1,20,سند فرستاده شد\n`;
  town.drop('D1/moved 1399-06.csv', moved);
  const [dry] = (await town.pipeline.ingest({ dryRun: true })).files;
  const [real] = (await town.pipeline.ingest({ dryRun: false })).files;
  expect(told(real)).toMatchObject([
    { code: 'SUB_ANSWER_AGAIN', said: 'سند فرستاده شد', reason: '—', period: '1399-06' },
  ]);
  expect(told(dry)).toEqual(told(real));
  expect(await only()).toMatchObject({ state: 'open' });
});

it('takes the answers of a file that goes back as a whole where sender and question are certain, and tells the others', async () => {
  const monthless = await answering('نقشه‌برداری شد', 'گزارش');
  expect(monthless).toMatchObject({ status: 'refused', period: null });
  expect(told(monthless)).toEqual([]);
  expect(await only()).toMatchObject({ state: 'answered', answer: { text: 'نقشه‌برداری شد' } });
  await town.pipeline.decideQuestion(1, 'rejected', OFFICE, 'سند پیوست نیست');
  const unitless = await send('1399-07.csv', 'project,هزینه‌کرد,پاسخ\nA1,20,سند فرستاده شد\nA99,5,سند دیگر\n');
  expect(unitless).toMatchObject({ status: 'refused' });
  expect(told(unitless)).toMatchObject([{ code: 'SUB_ANSWER_LEFT', cell: 'C3', said: 'سند دیگر' }]);
  expect(await only()).toMatchObject({ state: 'answered', answer: { text: 'سند فرستاده شد' } });
  const unread = await send('گزارش.csv', `${HEAD},پاسخ\nA1,20,سند سوم\n`);
  expect(told(unread)).toMatchObject([{ code: 'SUB_ANSWER_LEFT', cell: 'C2', said: 'سند سوم' }]);
  const [asked] = await town.pipeline.questions({});
  const contested = check(
    [
      sheet('سازمان زیباسازی\nproject | physical_percent\n1399-R03-0001 | 20', { sheet: 'a' }),
      sheet('شماره پرسش | پرسش | پاسخ\nQ1 | چرا؟ | سند چهارم', { sheet: 'b' }),
    ],
    { questions: () => (asked ? [asked] : []) },
  );
  expect(contested.answers).toEqual([]);
  expect(told(contested)).toMatchObject([{ code: 'SUB_ANSWER_LEFT', said: 'سند چهارم' }]);
});

it('keeps every answer to a question; the newest stands', async () => {
  await answering('نقشه‌برداری شد');
  await answering('کارگاه تعطیل بود');
  const rows = await town.pipeline.questions({});
  expect(rows).toMatchObject([{ state: 'answered', answer: { text: 'کارگاه تعطیل بود' } }]);
  const [json] = rows.map((row) => questionJson(row, 'fa'));
  expect(json).toMatchObject({
    answer: 'کارگاه تعطیل بود',
    earlier_answers: [{ answer: 'نقشه‌برداری شد', answered_by: 'D1' }],
  });
  const { config } = loadConfig(town.root);
  const printed = printQuestions({ language: 'en', config, terminal: false }, rows);
  expect(printed).toMatch(/Earlier answer of D1: نقشه‌برداری شد\n +Answer of D1: کارگاه تعطیل بود/);
  expect((await town.pipeline.rebuild({})).differing).toEqual([]);
});

it('reads a numbered sheet of figures as figures, and names the words that it cannot take', () => {
  const head = { id: 1, department: 'R03', code: 'X', field: null, holdsFor: '1399-05' };
  const finding = { place: {}, params: {} };
  const event = {
    action: 'asked',
    period: '1399-05',
    finding,
    text: null,
    by: null,
    submission: null,
    at: '',
  } as const;
  const asked = () => [questionOf({ ...head, findingCode: 'SUB_FALLING' }, [event])];
  const numbered =
    'شماره | کد پروژه | پیشرفت فیزیکی (درصد) | پاسخ | پاسخ واحد\n1 | 1399-R03-0001 | 20 | باران بود | سیل بود';
  const reading = check(`${numbered}\n | جمع | 20 | برف بود`, { questions: asked });
  expect(reading.statements).toHaveLength(1);
  expect(reading.answers).toMatchObject([{ question: null, code: '1399-R03-0001', text: 'باران بود' }]);
  const named = reading.findings.map(({ code, place, params }) => [
    code,
    place.cell ?? place.row,
    params.said ?? params.words,
  ]);
  expect(named).toContainEqual(['SUB_TEXT_COLUMN_TWICE', 'E1', undefined]);
  expect(named).toContainEqual(['SUB_TOTAL_ROW', 3, 'برف بود']);
});
