import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { JALALI } from '../../src/domain/calendar.js';
import { followedSentence } from '../../src/domain/catalogue/feedback-sentences.js';
import { openStore } from '../../src/store/open.js';
import { run } from '../cli/fakes.js';
import { planFolder, SMALL_PLAN, type TestWorkspace, testWorkspace } from './workspace.js';

const PLAN = {
  ...SMALL_PLAN,
  plans: `plan,title,first_year,last_year
    P1,برنامه آزمایشی,1398,1400`,
  projects: `${SMALL_PLAN.projects.replace('approved_rial', 'approved_rial,continues')}
    A3,ادامه پروژه الف,T1,D1,1400,1500,A1`,
  indicators: `code,title,department,node,direction,aggregation,baseline,frequency
    I1,شاخص یکم,D1,T1,up,last,10,monthly`,
  targets: `indicator,period_or_year,target
    I1,1398,20
    I1,1399,30
    I1,1400,44`,
};

let town: TestWorkspace;
beforeEach(async () => {
  town = testWorkspace();
  await town.pipeline.importPlan(planFolder(town.root, PLAN), { dryRun: false });
  // A1 stands still with its money released, A2 works ahead with little money, B1 is weak until it falls silent.
  for (const [at, month] of ['03', '04', '05', '06'].entries()) {
    const done = 27 + 10 * at;
    town.drop(
      `D1/1399-${month}.csv`,
      `project,physical_percent,spent_rial,allocated_rial\nA1,2,${250 + 83 * at},1000\nA2,${done},40,60\n`,
    );
    if (month !== '06') town.drop(`D2/1399-${month}.csv`, `project,physical_percent,spent_rial\nB1,${done - 22},700\n`);
  }
  town.drop('D1/شاخص 1399-06.csv', 'indicator,value\nI1,22\n');
  await town.pipeline.ingest({ dryRun: false });
});
afterEach(() => town.remove());

const ask = (line: string) =>
  run(`${line} --language en`, {}, { currentFolder: town.root, openPipeline: async () => town.pipeline });

describe('feedback', () => {
  it('names who stands still with money and who works without, and moves credit from one to the other', async () => {
    const { items, proposal, history, contributions, undecided } = await town.pipeline.feedback({ scope: 'year' });
    expect(history.at(-1)).toBe('1399-06');
    const projects = items.filter(({ subject }) => subject === 'project');
    expect(projects.map(({ kind, code, persistence, since }) => [kind, code, persistence, since])).toEqual([
      ['weakness', 'A1', 4, '1399-03'],
      ['funded_staller', 'A1', 4, '1399-03'],
      ['starved_winner', 'A2', 4, '1399-03'],
      ['strength', 'A2', 4, '1399-03'],
    ]);
    expect(undecided).toBeGreaterThan(0);
    expect(proposal.rows.map(({ code, reason }) => [code, reason])).toEqual([
      ['T1', 'staller'],
      ['T2', 'ahead_of_money'],
    ]);
    expect(proposal.rows.map(({ proposedRial, baseRial }) => proposedRial - baseRial)).toEqual([-200n, 200n]);
    const [plan, ...rest] = contributions;
    const top = rest.filter(({ level }) => level === 'goal');
    expect(top.reduce((sum, { gap }) => sum + (gap ?? 0), 0)).toBeCloseTo(plan?.gap ?? 0, 9);
    const below = await town.pipeline.feedback({ scope: 'year', node: 'G2' });
    expect(below.items.some(({ code }) => code === 'A1')).toBe(false);
  });

  it("writes next year's sheet: opening, target, gap, next target, projects and credit", async () => {
    const { cycle, paces } = await town.pipeline.feedback({});
    expect(cycle).toMatchObject([
      { opening: 10, target: 30, value: 22, gap: 8, nextYear: 1400, nextTarget: 44, gapToFill: 22, projects: 1 },
    ]);
    expect(cycle[0]?.creditRial).toBe(1000n);
    // From 10 to 44 over 36 months; 22 after 18.
    expect(paces.find(({ subject }) => subject === 'indicator')).toMatchObject({
      needed: 22 / 18,
      soFar: 12 / 18,
      monthsLeft: 18,
    });
  });

  it('shares a given total to the rial and says what was assumed', async () => {
    const assumed = await town.pipeline.feedback({ scope: 'year' });
    expect(assumed.reasons[0]?.en).toContain("this year's, 6,000 rial, is assumed");
    const given = await town.pipeline.feedback({ scope: 'year', total: '۷٬۰۰۱' });
    expect(given.proposal.rows.reduce((sum, { proposedRial }) => sum + proposedRial, 0n)).toBe(7001n);
    expect(given.reasons.some(({ en }) => en.includes('is assumed to stand'))).toBe(false);
    await expect(town.pipeline.feedback({ total: '7.5' })).rejects.toMatchObject({ code: 'BAD_TOTAL', exitCode: 2 });
  });

  it('is stored with the run of the report, as it was measured', async () => {
    const { edition } = await town.pipeline.report({});
    expect(edition).toBe(1);
    const asked = await town.pipeline.feedback({});
    const store = openStore(`${town.root}/data/payesh.db`, { create: false, calendar: JALALI, now: () => '' });
    const stored = store.measures.feedbackOf(store.measures.latestRun('report', '1399-06')?.id ?? 0);
    store.close();
    const { rules, history, items, undecided, contributions, paces, cycle, proposal } = asked;
    expect(stored).toEqual({ rules, history, items, undecided, contributions, paces, cycle, proposal });
  });

  it('answers on the command line, in words and as JSON', async () => {
    const { code, out } = await ask('feedback --scope year');
    expect(code).toBe(0);
    expect(out).toContain('Rules (3 periods in a row): weakness, 20.0 points short');
    expect(out).toContain('funded staller (1)');
    expect(out).toContain('* The total credit of 1400 was not given');
    const json = JSON.parse((await ask('feedback --scope year --kind starved_winner --json')).out);
    expect(json.rows).toMatchObject([{ kind: 'starved_winner', code: 'A2', credit_rial: 2000, open_ended: false }]);
    expect(json.rows[0].sentence).toMatch(/^Work stands at 57.0% of a planned 50.0%/);
    expect(json.proposal).toMatchObject({ total_rial: 6000, total_assumed: true, covers_commitments: true });
  });
});

describe('the register of decisions', () => {
  it('keeps who decided what and why, and says a year on what changed', async () => {
    const decision = {
      item: 'funded_staller' as const,
      code: 'a1',
      outcome: 'rejected' as const,
      by: 'شورا',
      reason: 'معارض دارد',
    };
    await expect(town.pipeline.decideFeedback({ ...decision, item: 'starved_winner' })).rejects.toMatchObject({
      code: 'NOT_IN_FEEDBACK',
    });
    await expect(town.pipeline.decideFeedback({ ...decision, by: ' ' })).rejects.toMatchObject({ exitCode: 2 });
    const undecided = town.clock.now.toISOString();
    town.clock.now = new Date(town.clock.now.getTime() + 3_600_000);
    await town.pipeline.decideFeedback(decision);
    await town.pipeline.decideFeedback({ ...decision, item: 'shift', code: 'T1', outcome: 'accepted', total: '12000' });
    await town.pipeline.decideFeedback({ ...decision, item: 'weakness', code: 'T1' });
    const at = await town.pipeline.feedbackDecisions();
    expect(at.map(({ decision, comparison, after }) => [decision.item, decision.subject, comparison, after])).toEqual([
      ['funded_staller', 'project', 'nothing_later', null],
      ['shift', 'node', 'nothing_later', null],
      ['weakness', 'node', 'nothing_later', null],
    ]);
    expect(at[0]?.before).toMatchObject({ physical: 0.04, creditRial: 1000n });
    expect(at[1]?.decision).toMatchObject({ baseRial: 2000n, proposedRial: 1600n, value: null });
    expect(at[2]?.decision.threshold).toBe(0.2);
    // Where the feedback of the period stands the register stands, as it was known, and not with an earlier period.
    const register = async (query: object) => (await town.pipeline.feedback(query)).decisions.map(({ item }) => item);
    expect(await register({})).toEqual(['funded_staller', 'shift', 'weakness']);
    expect([await register({ period: '1399-05' }), await register({ asOf: undecided })]).toEqual([[], []]);
    expect(JSON.parse((await ask('feedback --json')).out).decisions).toMatchObject([
      { decision: 1, item: 'funded_staller', outcome: 'rejected', decided_by: 'شورا', reason: 'معارض دارد' },
      { decision: 2, proposed_rial: 1600 },
      { decision: 3, code: 'T1', title: 'طرح یکم' },
    ]);
    expect((await ask('feedback')).out).toMatch(/decision 3 · 1399-06 · weakness · T1 طرح یکم · rejected/);

    // What is corrected later does not change what was known when it was decided.
    town.clock.now = new Date('2020-12-25T08:00:00Z');
    town.drop('D1/1399-06 اصلاح.csv', 'project,physical_percent\nA1,5\n');
    town.drop('D1/1399-08.csv', 'project,physical_percent,spent_rial\nA1,30,600\n');
    await town.pipeline.ingest({ dryRun: false });
    const soon = await town.reopen().feedbackDecisions();
    expect(
      soon.map(({ comparison, months, before, after }) => [comparison, months, before?.physical, after?.period]),
    ).toEqual([
      ['earlier', 2, 0.04, '1399-08'],
      ['earlier', 2, 0.04, '1399-08'],
      ['earlier', 2, 0.04, '1399-08'],
    ]);

    town.clock.now = new Date('2021-10-01T08:00:00Z');
    town.drop('D1/1400-06.csv', 'project,physical_percent,spent_rial\nA3,40,500\n');
    await town.pipeline.ingest({ dryRun: false });
    const later = await town.reopen().feedbackDecisions();
    expect(later.map(({ comparison, months, after }) => [comparison, months, after?.code, after?.physical])).toEqual([
      ['continued', 12, 'A3', 0.8],
      ['year_on', 12, 'T1', 0.8],
      ['year_on', 12, 'T1', 0.8],
    ]);
    const [, shift] = later;
    if (!shift?.before || !shift.after) throw new Error('both figures are known');
    const close = { before: { ...shift.before, physical: 0.46052 }, after: { ...shift.after, physical: 0.41623 } };
    // The change is that of the figures as printed: 46.1 and 41.6, though 4.43 lies between them.
    expect(followedSentence({ ...shift, ...close }, 'en')).toMatch(/46\.1% .* 41\.6% .* a change of -4\.5 points/);
    const { out } = await ask('feedback decisions');
    expect(out).toContain('4.0% at 1399-06, 80.0% at 1400-06 (12 months later), a change of 76.0 points.');
    expect(out).toContain('This is what changed, not why.');
  });

  it('the options that feedback has too reach the command inside it', async () => {
    const words = 'feedback decide funded_staller A1 --outcome rejected --by x --reason y';
    const early = await ask(`${words} --period 1399-04`);
    expect([early.code, early.err]).toEqual([2, expect.stringContaining('1399-04')]);
    expect((await ask(`${words} --period 1399-06`)).code).toBe(0);
    const { rows } = JSON.parse((await ask('feedback decisions --json')).out);
    expect(rows).toHaveLength(1);
  });
});
