import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { planFolder, SMALL_PLAN, type TestWorkspace, testWorkspace } from '../e2e/workspace.js';

/** The whole life of a question through real files: asked, carried, answered, decided, mended. */
let town: TestWorkspace;
beforeEach(async () => {
  town = testWorkspace('2020-12-01T08:00:00Z');
  await town.pipeline.importPlan(planFolder(town.root, SMALL_PLAN), { dryRun: false, effective: '1398-01' });
});
afterEach(() => town.remove());

async function send(name: string, text: string) {
  town.drop(`D1/${name}`, text);
  const { files } = await town.pipeline.ingest({ dryRun: false });
  return files[0];
}

const HEAD = 'project,physical_percent';
const states = async (filter = {}) =>
  (await town.pipeline.questions(filter)).map(
    ({ id, code, findingCode, state }) => `${id} ${code} ${findingCode} ${state}`,
  );

async function fall() {
  await send('1399-05.csv', `${HEAD}\nA1,40\nA2,30\n`);
  return send('1399-06.csv', `${HEAD}\nA1,25\nA2,35\n`);
}

describe('a question about a figure', () => {
  it('does not refuse the row, and waits until it is escalated', async () => {
    const file = await fall();
    expect(file).toMatchObject({ status: 'accepted', acceptedRows: 2, refusedRows: 0 });
    const [question] = await town.pipeline.questions({ period: '1399-06' });
    expect(question).toMatchObject({ department: 'D1', code: 'A1', field: 'physical', state: 'open', waited: 0 });
    expect(question?.finding.params).toMatchObject({ value: 25, before: 40 });
    await send('1399-07.csv', `${HEAD}\nA1,26\nA2,36\n`);
    expect(await town.pipeline.questions({ period: '1399-07' })).toMatchObject([{ waited: 1, escalated: false }]);
    expect(await town.pipeline.questions({ period: '1399-08' })).toMatchObject([{ waited: 2, escalated: true }]);
  });

  it('is not asked twice for the same fact, even after its answer was accepted', async () => {
    await fall();
    await send('again 1399-06.csv', `${HEAD}\nA1,25\nA2,36\n`);
    expect(await states()).toEqual(['1 A1 SUB_FALLING open']);
    await town.pipeline.answerQuestion(1, 'اندازه‌گیری دوباره', 'کارشناس');
    await town.pipeline.decideQuestion(1, 'accepted', 'دفتر برنامه', 'صورت‌جلسه دیده شد');
    await send('third 1399-06.csv', `${HEAD}\nA1,25\nA2,37\n`);
    expect(await states()).toEqual(['1 A1 SUB_FALLING acknowledged']);
    const [question] = await town.pipeline.questions({});
    expect(question).toMatchObject({
      answer: { text: 'اندازه‌گیری دوباره', by: 'کارشناس' },
      remark: { text: 'صورت‌جلسه دیده شد', by: 'دفتر برنامه' },
    });
    await send('fourth 1399-06.csv', `${HEAD}\nA1,20\nA2,37\n`);
    expect(await states()).toEqual(['1 A1 SUB_FALLING open']);
  });

  it('is closed when the figure is mended, and not by another month', async () => {
    await fall();
    await send('1399-07.csv', `${HEAD}\nA1,50\n`);
    expect(await states()).toEqual(['1 A1 SUB_FALLING open']);
    await send('mended 1399-06.csv', `${HEAD}\nA1,45\n`);
    expect(await states()).toEqual(['1 A1 SUB_FALLING corrected']);
  });

  it('is answered on the sheet of questions, beside the row, or in the note; a rejected answer opens it again', async () => {
    await fall();
    const sheet = 'شماره پرسش,کد,پرسش,پاسخ,پاسخ‌دهنده\nQ۱,A1,چرا؟,نقشه‌برداری شد,رضایی\n';
    expect(await send('answers 1399-06.csv', sheet)).toMatchObject({
      status: 'refused',
      findings: [{ code: 'SUB_ANSWERS_ONLY', params: { count: 1 } }],
    });
    expect(await town.pipeline.questions({})).toMatchObject([
      { state: 'answered', answer: { text: 'نقشه‌برداری شد', by: 'رضایی' } },
    ]);
    await town.pipeline.decideQuestion(1, 'rejected', 'دفتر برنامه', 'سند پیوست نیست');
    expect(await states()).toEqual(['1 A1 SUB_FALLING open']);
    // The same words once more are no new answer.
    await send('answers again 1399-06.csv', `${sheet}\n`);
    expect(await states()).toEqual(['1 A1 SUB_FALLING open']);
    await send('1399-07.csv', `${HEAD},پاسخ\nA1,26,سند فرستاده شد\n`);
    expect(await states()).toEqual(['1 A1 SUB_FALLING answered']);
    await town.pipeline.decideQuestion(1, 'rejected', 'دفتر برنامه', 'سند ناخواناست');
    await send('1399-08.csv', `${HEAD},note\nA1,27,سند دوباره فرستاده شد\nA2,40,عادی\n`);
    expect(await town.pipeline.questions({})).toMatchObject([
      { state: 'answered', answer: { text: 'سند دوباره فرستاده شد', by: 'D1' } },
    ]);
  });

  it('asks once a year about a state that lasts, and closes when the state is gone', async () => {
    const plan = { ...SMALL_PLAN, projects: SMALL_PLAN.projects.replace('T1,D1,1399,1000', 'T1,D1,1399,') };
    await town.pipeline.importPlan(planFolder(town.root, plan), { dryRun: false, effective: '1398-01' });
    await send('1399-05.csv', 'project,spent_rial\nA1,40\n');
    await send('1399-06.csv', 'project,spent_rial\nA1,50\n');
    expect(await states()).toEqual(['1 A1 SUB_SPENT_WITHOUT_BUDGET open']);
    await town.pipeline.importPlan(planFolder(town.root, SMALL_PLAN), { dryRun: false, effective: '1399-07' });
    await send('1399-07.csv', 'project,spent_rial\nA1,60\n');
    expect(await states()).toEqual(['1 A1 SUB_SPENT_WITHOUT_BUDGET corrected']);
  });

  it('stays in a sound, append-only store', async () => {
    await fall();
    await town.pipeline.answerQuestion(1, 'پاسخ', 'کارشناس');
    expect(await town.pipeline.verify()).toMatchObject({ ok: true, problems: [] });
    await expect(town.pipeline.answerQuestion(9, 'پاسخ', 'کارشناس')).rejects.toThrow('Q9');
    await expect(town.pipeline.decideQuestion(1, 'accepted', ' ', 'دلیل')).rejects.toThrow('--by');
  });
});
