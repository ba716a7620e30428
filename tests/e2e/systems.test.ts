import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { criticalJson } from '../../src/cli/control-rows.js';
import { printControl } from '../../src/cli/print/control.js';
import { printForecast } from '../../src/cli/print/forecast.js';
import { printIndicators } from '../../src/cli/print/indicators.js';
import { printScorecard } from '../../src/cli/print/scorecard.js';
import { readConfig } from '../../src/config/index.js';
import type { Critical } from '../../src/domain/control.js';
import { planFolder, SMALL_PLAN, type TestWorkspace, testWorkspace } from './workspace.js';

let town: TestWorkspace;
beforeEach(async () => {
  town = testWorkspace();
  await town.pipeline.importPlan(planFolder(town.root, SMALL_PLAN), { dryRun: false });
  town.drop('D1/1399-04.csv', 'project,physical_percent,spent_rial,obstacle\nA1,10,100,معارض محلی\nA2,20,900,\n');
  town.drop('D1/1399-06.csv', 'project,physical_percent,spent_rial,action\nA1,40,450,\nA2,20,1500,پیگیری شد\n');
  await town.pipeline.ingest({ dryRun: false });
});
afterEach(() => town.remove());

describe('project control', () => {
  it('answers for the plan, a department and one project, from stored facts', async () => {
    const { rows, options, critical } = await town.pipeline.evm({});
    expect([options.scope, options.basis]).toEqual(['year', 'full']);
    expect(rows[0]).toMatchObject({ code: 'P1', BAC: 6000n, PV: 3000, EV: 800, AC: 1950n });
    expect(critical.map(({ kind, code, text }) => [kind, code, text])).toEqual([
      ['late', 'A2', null],
      ['over_cost', 'A2', null],
      ['over_cost', 'A1', null],
      ['money_ahead', 'A2', null],
      ['obstacle', 'A1', 'معارض محلی'],
    ]);
    const own = await town.pipeline.evm({ department: 'd1' });
    expect(own.rows).toMatchObject([{ code: 'D1', kind: 'department', BAC: 3000n, EV: 800 }]);
    const one = await town.pipeline.evm({ project: 'a1', list: 'obstacle' });
    expect([one.rows.map(({ code }) => code), one.critical.length]).toEqual([['A1'], 1]);
    await expect(town.pipeline.evm({ project: 'A1', node: 'G1' })).rejects.toMatchObject({ exitCode: 2 });
  });
});

it('an assumed plan and silent months stand beside what rests on them, in print and in --json', async () => {
  const answer = await town.pipeline.evm({ project: 'A2' });
  const [late] = answer.critical;
  if (!late) throw new Error('A2 is late');
  const { config } = readConfig('{}');
  const printed = (row: Critical) =>
    printControl({ language: 'en', config, terminal: false }, { ...answer, critical: [row] }, row.kind);
  expect(printed(late)).toMatch(/ 50\.0%\*.*\* The plan of these projects is assumed/s);
  expect(printed({ ...late, plannedAssumed: false })).not.toContain('*');
  expect([printed(late), printed({ ...late, kind: 'over_cost' })]).toEqual([
    expect.stringContaining('behind (points)'),
    expect.stringContaining('over budget (%)'),
  ]);
  expect(printed({ ...late, kind: 'stopped', silentPeriods: 2 })).toContain('(and 2 months without a report)');
  expect(criticalJson(late)).toMatchObject({ list: 'late', planned_assumed: true, silent_periods: null });
});

it('a dash of the table has its reason below, and a place without indicators says so', async () => {
  const view = { language: 'en' as const, config: readConfig('{}').config, terminal: false };
  const whole = printControl(view, await town.pipeline.evm({}), null);
  expect(whole).toMatch(/Why a figure is —:\n {2}no monthly schedule \(SPI, SPI\(t\)\): P1, /);
  expect(printControl(view, await town.pipeline.evm({ period: '1399-03', project: 'A1' }), null)).toContain(
    'progress never reported (EV, SPI, CPI, SPI(t), EAC, VAC, TCPI): A1',
  );
  const none = printIndicators(view, await town.pipeline.indicators({}));
  expect(none).toContain('No indicator of the plan stands here');
  expect(none).not.toContain('defined 0');
});

it('a code that is not there is answered with the nearest one, by evm, forecast and gap alike', async () => {
  const perhaps = { code: 'UNKNOWN_CODE', text: { remedyEn: expect.stringContaining('Perhaps A1?') } };
  const { evm, forecast, gap } = town.pipeline;
  for (const ask of [evm, forecast, gap]) await expect(ask({ project: 'A1x' })).rejects.toMatchObject(perhaps);
  await expect(evm({ department: 'D11' })).rejects.toMatchObject({
    text: { remedyEn: expect.stringContaining('Perhaps D1?') },
  });
  await expect(gap({ node: 'neither' })).rejects.toMatchObject({
    text: { remedyEn: expect.not.stringContaining('Perhaps') },
  });
});

describe('whole works', () => {
  it('are those of the plan, the department or the project that was asked', async () => {
    const plan = {
      ...SMALL_PLAN,
      works: 'work,title,start,end,total_rial\nW1,کار یکم,,,\nW2,کار دوم,,,',
      projects: `code,title,node,department,year,approved_rial,work
        A1,پروژه الف,T1,D1,1399,1000,W1
        A2,پروژه ب,T2,D1,1399,2000,
        B1,پروژه پ,T2,D2,1399,3000,W2
        A0,پروژه سال پیش,T1,D1,1398,500,W1`,
    };
    await town.pipeline.importPlan(planFolder(town.root, plan), { dryRun: false });
    const named = async (query: object) => (await town.pipeline.evm(query)).works.map(({ work }) => work);
    expect(await named({})).toEqual(['W1', 'W2']);
    expect(await named({ department: 'D2' })).toEqual(['W2']);
    expect(await named({ project: 'A1' })).toEqual(['W1']);
    expect(await named({ project: 'A2' })).toEqual([]);
    // Printed by number and reason; those with a finish, the latest against their plan first, never all of them.
    const answer = await town.pipeline.evm({});
    const view = { language: 'en' as const, config: readConfig('{}').config, terminal: false };
    expect(printControl(view, answer, null)).toMatch(
      /: 2; with a forecast finish: 0\n {2}no .*forecast finish\): W1, W2\n/,
    );
    const [work] = answer.works;
    if (!work) throw new Error('the plan has works');
    const works = Array.from({ length: 16 }, (_, late) => ({
      ...work,
      ...{ work: `V${late}`, plannedFinish: '1399-01', finish: late === 15 ? '1400-06' : '1399-12', reason: null },
    }));
    const printed = printControl(view, { ...answer, works }, null);
    expect(printed).toMatch(/16; with a forecast finish: 16\n.*\n.*\nV15 .* 1400-06 .*\nV0 .*… 1 more in --json/s);
    expect(printed).not.toContain('V14 ');
  });
});

describe('indicators', () => {
  it('are measured beside the projects, from a sheet of their own', async () => {
    const plan = {
      ...SMALL_PLAN,
      indicators: `code,title,department,node,direction,aggregation,baseline,frequency
        I1,شاخص یکم,D1,T1,up,last,10,monthly
        I2,شاخص دوم,D2,G2,down,last,40,quarterly`,
      targets: `indicator,period_or_year,target
        I1,1398,20
        I1,1399,30
        I2,1399,20`,
    };
    await town.pipeline.importPlan(planFolder(town.root, plan), { dryRun: false });
    town.drop('D1/شاخص 1399-06.csv', 'indicator,value\nI1,22\n');
    await town.pipeline.ingest({ dryRun: false });
    const { rows, total } = await town.pipeline.indicators({ scope: 'year' });
    expect(rows.map(({ code, state, attainment, reason }) => [code, state, attainment, reason])).toEqual([
      ['I1', 'reported', 1, null],
      ['I2', 'missing', null, 'never_reported'],
    ]);
    expect(total).toMatchObject({ attainment: 1, defined: 1, missing: 1 });
    const figures = await town.pipeline.realization({});
    // Plan scope: from 10 over 20 to 30; 22 of the 25 that were due at the middle of the second year.
    expect(figures.rows.map(({ code, indicators }) => [code, indicators])).toEqual([
      ['P1', 0.8],
      ['G1', 0.8],
      ['T1', 0.8],
      ['G2', null],
      ['T2', null],
    ]);
    const own = await town.pipeline.indicators({ department: 'D2' });
    expect(own.rows.map(({ code }) => code)).toEqual(['I2']);
  });
});

describe('scorecard', () => {
  it('scores departments for the year to date, and keeps appeals on record', async () => {
    const before = (await town.pipeline.scorecard({})).rows;
    expect(before.map(({ code, rank, peers, previous }) => [code, rank, peers, previous !== null])).toEqual([
      ['D1', 1, 2, true],
      ['D2', 2, 2, true],
    ]);
    const lost = before[0]?.components.find(({ name }) => name === 'on_time');
    // Of six months it reported for two, and for one of them in time.
    expect(lost).toMatchObject({ counted: 1, of: 6 });
    const number = await town.pipeline.appeal({ department: 'd1', component: 'on_time', text: 'سامانه قطع بود' });
    await expect(town.pipeline.decideAppeal(number + 1, 'accepted', 'x', 'y')).rejects.toMatchObject({ exitCode: 2 });
    await town.pipeline.decideAppeal(number, 'accepted', 'معاون برنامه', 'گواهی پیوست است');
    const [after] = (await town.reopen().scorecard({ department: 'D1' })).rows;
    expect((after?.score ?? 0) - (before[0]?.score ?? 0)).toBeCloseTo(lost?.lost ?? 0, 9);
    expect(await town.pipeline.appeals()).toMatchObject([
      { id: number, outcome: 'accepted', decidedBy: 'معاون برنامه' },
    ]);
  });

  it('months before anybody reported have no score and say why; silent ones behind a score are named', async () => {
    const silent = await town.pipeline.scorecard({ period: '1399-03' });
    expect(silent.rows.map(({ code, score, rank }) => [code, score, rank])).toEqual([
      ['D1', null, null],
      ['D2', null, null],
    ]);
    expect(silent.rows.flatMap(({ components }) => components.filter(({ value }) => value !== null))).toEqual([]);
    const view = { language: 'en' as const, config: readConfig('{}').config, terminal: false };
    expect(printScorecard(view, silent)).toMatch(
      /not verified, progress.*No department reported in this fiscal year up to 1399-03/s,
    );
    // The first month with a report is compared with none; silence from then on is each department's own.
    const begun = await town.pipeline.scorecard({ period: '1399-04' });
    expect(begun.rows.map(({ previous }) => previous)).toEqual([null, null]);
    expect(begun.rows[1]?.score).toBe(0);
    expect(begun.reasons.map(({ en }) => en)).toEqual([
      expect.stringContaining('no department reported: 1399-01, 1399-02, 1399-03.'),
    ]);
    expect((await town.pipeline.scorecard({ period: '1399-05' })).rows[1]?.score).toBe(0);
  });

  it('a month is due when its deadline has passed, and not before', async () => {
    const onTime = async (department: string, asOf?: string) => {
      const [card] = (await town.pipeline.scorecard({ department, ...(asOf ? { asOf } : {}) })).rows;
      return card?.components.find(({ name }) => name === 'on_time');
    };
    // The fourth of Mehr: Shahrivar is due on the fifth. D1 has sent it already, D2 may still do so.
    expect(await onTime('D1')).toMatchObject({ counted: 1, of: 6 });
    expect(await onTime('D2')).toMatchObject({ counted: 0, of: 5 });
    town.clock.now = new Date('2020-09-27T08:00:00Z');
    expect(await onTime('D2')).toMatchObject({ counted: 0, of: 6 });
    // As known before the deadline it was not due.
    expect(await onTime('D2', '2020-09-25T09:00:00Z')).toMatchObject({ counted: 0, of: 5 });
  });

  it('leaves corrections of the months of another department out', async () => {
    const moved = { ...SMALL_PLAN, projects: SMALL_PLAN.projects.replace('D1,1399,2000', 'D2,1399,2000') };
    expect(moved).not.toEqual(SMALL_PLAN);
    town.drop('D2/1399-06.csv', 'project,physical_percent,spent_rial\nB1,30,300\n');
    town.drop('D1/دوباره 1399-04.csv', 'project,physical_percent,spent_rial\nA2,10,900\n');
    await town.pipeline.ingest({ dryRun: false });
    const restated = async (department: string) => {
      const [card] = (await town.pipeline.scorecard({ department })).rows;
      return card?.components.find(({ name }) => name === 'restatement')?.value;
    };
    // Ten points of one of its two projects were corrected.
    expect(await restated('D1')).toBeCloseTo(0.95, 12);
    await town.pipeline.importPlan(planFolder(town.root, moved), { effective: '1399-05', dryRun: false });
    expect(await restated('D2')).toBe(1);
  });
});

describe('forecast', () => {
  it('answers for the year, says when the history is too short, and is stored with the report', async () => {
    const { rows, records, published, options } = await town.pipeline.forecast({});
    expect([options.scope, records, published]).toEqual(['year', [], []]);
    expect(rows.map(({ code, kind }) => [code, kind])).toEqual([
      ['P1', 'plan'],
      ['G1', 'node'],
      ['T1', 'node'],
      ['G2', 'node'],
      ['T2', 'node'],
    ]);
    // A month in which nobody reported is no month without progress, and the answer says how many stand still for it.
    const silent = await town.pipeline.forecast({ period: '1399-08' });
    expect([(await town.pipeline.forecast({})).unreported, silent.unreported]).toEqual([0, 2]);
    // T2 holds A2 and B1, which never reported: it counts its own. A1 and A2 stand where month 6 put them, and so do their forecasts.
    expect((await town.pipeline.forecast({ period: '1399-08', node: 'T2' })).unreported).toBe(1);
    const figures = (of: typeof rows) => of.map(({ physical, spend }) => [physical, spend]);
    expect(figures(silent.rows)).toEqual(figures(rows));
    expect(printForecast({ language: 'en', config: readConfig('{}').config, terminal: false }, silent)).toContain(
      '2 unfinished projects sent no progress for this month',
    );
    // A1 at 40% after six months of a linear plan: its own pace carried on, and no interval.
    const [a1] = (await town.pipeline.forecast({ project: 'a1' })).rows;
    expect(a1?.physical).toMatchObject({ now: 0.4, method: 'naive', low: null, noInterval: 'too_little_history' });
    expect(a1?.physical.value).toBeCloseTo(0.8, 12);
    expect([a1?.budgetRial, a1?.spendRial]).toEqual([1000n, 900n]);
    expect((await town.pipeline.forecast({ level: 'project', department: 'D2' })).rows).toMatchObject([
      { code: 'B1', physical: { value: null, reason: 'never_reported' }, silent: 1 },
    ]);
    await expect(town.pipeline.forecast({ node: 'G1', department: 'D1' })).rejects.toMatchObject({ exitCode: 2 });
  });

  it('holds what earlier reports printed against the ends of their years', async () => {
    const plan = { ...SMALL_PLAN, plans: 'plan,title,first_year,last_year\nP1,برنامه,1398,1400' };
    const projects = `${SMALL_PLAN.projects}\nC1,پروژه سال بعد,T1,D1,1400,700`;
    await town.pipeline.importPlan(planFolder(town.root, { ...plan, projects }), { dryRun: false });
    await town.pipeline.report({ period: '1399-06' });
    town.clock.now = new Date('2021-05-01T08:00:00Z');
    town.drop('D1/1399-12.csv', 'project,physical_percent,spent_rial\nA1,70,950\nA2,60,1800\n');
    town.drop('D1/1400-01.csv', 'project,physical_percent,spent_rial\nC1,5,10\n');
    await town.pipeline.ingest({ dryRun: false });
    const { published } = await town.pipeline.forecast({ period: '1400-01' });
    const work = published.find(({ measure, size }) => measure === 'physical' && size === 'project');
    // Printed 80 and 40, came 70 and 60; G1 and T1 are A1 alone.
    expect(work).toMatchObject({ cases: 4, coverage: null });
    expect(work?.meanError).toBeCloseTo((0.1 + 0.2 + 0.1 + 0.1) / 4, 9);
  });
});
