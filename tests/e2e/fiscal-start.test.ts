import { afterEach, expect, it } from 'vitest';
import { planFolder, type TestWorkspace, testWorkspace } from './workspace.js';

let town: TestWorkspace;
afterEach(() => town.remove());

const PLANS = {
  plans: `plan,title,first_year,last_year
    P1,first plan,2023,2024
    P2,second plan,2025,2026`,
  nodes: `plan,code,parent,level,title,weight
    P1,G1,,goal,goal,1
    P1,T1,G1,scheme,one,1
    P1,T2,G1,scheme,two,1
    P2,H1,,goal,goal,1
    P2,U1,H1,scheme,one,1`,
  departments: `code,title
    D1,department`,
  projects: `code,title,node,department,year,approved_rial
    A0,last year,T1,D1,2023,1000
    A1,slow,T1,D1,2024,1000
    A2,fast,T2,D1,2024,1000
    B1,next,U1,D1,2025,1000`,
  indicators: `code,title,department,node,direction,aggregation,baseline,frequency
    I1,indicator,D1,G1,up,sum,,monthly
    I2,after,D1,U1,up,last,,yearly`,
  targets: `indicator,period_or_year,target
    I1,2023,120
    I1,2024,120
    I1,2024-09,50`,
  crosswalk: `from_plan,from_code,to_plan,to_code,share_percent
    P1,T1,P2,U1,100`,
};

it('a fiscal year that starts in April: scorecard, feedback, forecast, indicators and the crosswalk count its months', async () => {
  town = testWorkspace('2025-10-07T08:00:00Z', {
    calendar: 'gregorian',
    year_start_month: 4,
    language: 'en',
    time_zone: 'Europe/London',
  });
  await town.pipeline.importPlan(planFolder(town.root, PLANS), { dryRun: false });
  const row = (code: string, at: number, pace: number) =>
    `${code},${Math.round((pace * 100 * at) / 12)},${Math.round((1000 * at) / 12)}`;
  const months = ['2024-04', '2024-05', '2024-06', '2024-07', '2024-08', '2024-09'];
  town.drop('D1/2024-03.csv', 'project,physical_percent,spent_rial\nA0,80,900\n');
  months.forEach((period, at) => {
    town.drop(
      `D1/${period}.csv`,
      `project,physical_percent,spent_rial\n${row('A1', at + 1, 0.4)}\n${row('A2', at + 1, 1)}\n`,
    );
    town.drop(`D1/indicators ${period}.csv`, `indicator,value\nI1,${at + 5}\n`);
  });
  const taken = await town.pipeline.ingest({ dryRun: false });
  expect(taken.files.every(({ status }) => status === 'accepted')).toBe(true);
  const [card] = (await town.pipeline.scorecard({ period: '2024-09' })).rows;
  expect(card?.components.find(({ name }) => name === 'on_time')).toMatchObject({ of: 6 });
  const feedback = await town.pipeline.feedback({ period: '2024-09', scope: 'year' });
  expect(feedback.items.find(({ code }) => code === 'A1')).toMatchObject({ persistence: 6, since: '2024-04' });
  expect([feedback.proposal.nextYear, feedback.cycle[0]?.nextYear]).toEqual([2025, 2025]);
  const { rows } = await town.pipeline.forecast({ period: '2024-09' });
  expect(rows.find(({ code }) => code === 'T1')?.physical.value).toBeCloseTo(0.4, 12);
  // The sixth fiscal month: its own target of 50, of which 45 came in six months of six.
  const [indicator] = (await town.pipeline.indicators({ period: '2024-09', scope: 'year' })).rows;
  expect(indicator).toMatchObject({ path: 50, attainment: 0.9, measuredParts: 6, expectedParts: 6 });
  const crosswalk = await town.pipeline.crosswalk({});
  expect(crosswalk).toMatchObject({ period: '2024-09', mapped: { achieved: 0.25 }, unmapped: { achieved: 0.125 } });
});
