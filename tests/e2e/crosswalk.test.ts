import { afterEach, beforeEach, expect, it } from 'vitest';
import { run } from '../cli/fakes.js';
import { planFolder, SMALL_PLAN, type TestWorkspace, testWorkspace } from './workspace.js';

const FIRST = {
  ...SMALL_PLAN,
  indicators: `code,title,department,node,unit,direction,aggregation,baseline,frequency
    I1,شاخص یکم,D1,T1,km,up,last,10,monthly
    I2,شاخص دوم,D1,T2,km,up,last,5,monthly`,
  targets: `indicator,period_or_year,target
    I1,1399,30
    I2,1399,9`,
};
const SECOND = {
  plans: `plan,title,first_year,last_year
    Q2,برنامه دوم,1400,1401`,
  nodes: `plan,code,parent,level,title,weight
    Q2,H1,,goal,هدف تازه,1
    Q2,H2,,goal,هدف بی‌پیشینه,3
    Q2,U1,H1,scheme,طرح تازه,
    Q2,U2,H2,scheme,طرح بی‌پیشینه,`,
  departments: SMALL_PLAN.departments,
  projects: `code,title,node,department,year,approved_rial
    C1,پروژه تازه,U1,D1,1400,700`,
  indicators: `code,title,department,node,unit,direction,aggregation,baseline,frequency
    J1,شاخص یکم,D1,U1,km,up,last,,monthly
    J2,شاخص دیگر,D1,U1,km,up,last,,monthly`,
  targets: `indicator,period_or_year,target
    J1,1401,46
    J2,1401,9`,
  crosswalk: `from_plan,from_code,to_plan,to_code,share
    P1,G1,Q2,H1,75
    P1,I1,Q2,J1,`,
};

let town: TestWorkspace;
beforeEach(async () => {
  town = testWorkspace('2021-10-01T08:00:00Z');
  await town.pipeline.importPlan(planFolder(town.root, FIRST), { dryRun: false });
  town.drop('D1/1399-12.csv', 'project,physical_percent,spent_rial\nA1,80,900\nA2,50,900\n');
  town.drop('D1/شاخص 1399-12.csv', 'indicator,value\nI1,26\nI2,7\n');
  await town.pipeline.ingest({ dryRun: false });
});
afterEach(() => town.remove());

it('maps a plan to the next, with the unmapped remainder, and takes end values for baselines that are missing', async () => {
  await expect(town.pipeline.crosswalk({})).rejects.toMatchObject({ code: 'NO_CROSSWALK', exitCode: 2 });
  const { findings, version } = await town.pipeline.importPlan(planFolder(town.root, SECOND), {
    effective: '1400-01',
    dryRun: false,
  });
  expect([version === null, findings.filter(({ code }) => code.startsWith('PLAN_CROSSWALK'))]).toEqual([false, []]);

  const { schemes, whole, mapped, unmapped, fresh, indicators, baselines, period } = await town.pipeline.crosswalk({});
  expect(period).toBe('1399-12');
  // T1 under G1 (weight 3 of 4): two years of equal share, the second 80% done; G1 goes on with 75 of 100.
  expect(schemes.map(({ code, mappedAt, share }) => [code, mappedAt, share])).toEqual([
    ['T1', 'G1', 0.75],
    ['T2', null, 0],
  ]);
  expect([whole.weight, mapped.weight, unmapped.weight]).toEqual([1, 0.5625, 0.4375]);
  expect(mapped.achieved).toBeCloseTo(0.75 * 0.75 * 0.4, 12);
  // T2: one of two equal projects half done in the second year of two.
  expect(unmapped.achieved).toBeCloseTo(0.75 * 0.25 * 0.4 + 0.25 * 0.125, 12);
  expect([whole.creditRial, mapped.creditRial, unmapped.creditRial]).toEqual([6500n, 1125n, 5375n]);
  expect(fresh).toEqual([{ code: 'U2', title: 'طرح بی‌پیشینه', weight: 0.75 }]);
  expect(indicators.map(({ code, to }) => [code, to])).toEqual([
    ['I1', ['J1']],
    ['I2', []],
  ]);
  expect(baselines).toEqual([{ indicator: 'J1', from: 'I1', plan: 'P1', year: 1399, value: 26 }]);

  town.drop('D1/شاخص 1400-06.csv', 'indicator,value\nJ1,31\nJ2,3\n');
  await town.pipeline.ingest({ dryRun: false });
  const { rows, reasons } = await town.pipeline.indicators({ plan: 'Q2', basis: 'full' });
  expect(rows.map(({ code, baseline, attainment, reason }) => [code, baseline, attainment, reason])).toEqual([
    ['J1', 26, 0.25, null],
    ['J2', null, null, 'no_baseline'],
  ]);
  expect(reasons.map(({ en }) => en)).toEqual([
    'Indicator J1 has no baseline; the end of plan P1 is assumed: 26 (indicator I1, 1399).',
  ]);

  const { code, out } = await run(
    'feedback crosswalk --from p1 --to q2 --language en',
    {},
    { currentFolder: town.root, openPipeline: async () => town.pipeline },
  );
  expect(code).toBe(0);
  expect(out).toContain('unmapped   43.8%');
  expect(out).toContain('Indicators that nothing goes on with (1): I2 شاخص دوم');
});

it('survives export and import, and stands with the plan to which it leads', async () => {
  await town.pipeline.importPlan(planFolder(town.root, SECOND), { effective: '1400-01', dryRun: false });
  await town.pipeline.exportPlan(`${town.root}/out`);
  const again = await town.pipeline.importPlan(`${town.root}/out`, { effective: '1400-01', dryRun: false });
  expect(again.unchanged).toBe(true);
});
