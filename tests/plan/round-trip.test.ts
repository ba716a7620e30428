import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkPlan } from '../../src/check/plan/plan-check.js';
import { readPlanPackage } from '../../src/check/plan/read-package.js';
import { packageDigestInput, writePlanPackage } from '../../src/check/plan/write-package.js';
import { JALALI, periodOf } from '../../src/domain/calendar.js';
import type { PlanPackage } from '../../src/domain/plan.js';
import { packageFrom, SOUND, tables } from './organisation.js';

/** A written package as the files that it becomes. */
function readBack(pkg: PlanPackage): PlanPackage | null {
  const texts = writePlanPackage(pkg).map(({ name, header, rows }) => {
    return [name, [header, ...rows].map((row) => row.join(',')).join('\n')] as const;
  });
  return readPlanPackage(tables(Object.fromEntries(texts)), JALALI).package;
}

const word = fc.constantFrom('Bridge', 'پل عابر', 'می‌شود ۱۲', 'a "b" c', '=1+1', '٪', '-');
const blankOr = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
/** Down to a billionth: nobody weighs finer. */
const upTo = (max: number) => fc.double({ min: 0, max, noNaN: true }).map((value) => (value < 1e-9 ? 0 : value));
const thousandths = fc.nat(5_000_000).map((value) => value / 1000);
const decimal = fc.oneof(upTo(1e9), thousandths);
const percent = fc.oneof(
  upTo(100),
  fc.nat(100_000).map((value) => value / 1000),
);
const rial = fc.maxSafeNat();
const month = fc.integer({ min: 1, max: 12 });

const project = fc
  .record({
    title: fc.constantFrom('Bridge', 'پل عابر'),
    weight: blankOr(decimal),
    months: fc.tuple(blankOr(month), blankOr(month)),
    approvedRial: blankOr(rial),
    unit: blankOr(word),
    quantity: blankOr(decimal),
    progressMethod: fc.constantFrom('declared', 'milestone', 'quantity'),
    progressBasis: fc.constantFrom('year', 'life'),
    openingPercent: blankOr(percent),
    targetPercent: blankOr(percent),
    carriedWork: fc.boolean(),
    carriedRial: blankOr(rial),
    status: fc.constantFrom('active', 'suspended', 'cancelled', 'merged', 'done'),
    statusEffective: blankOr(month.map((m) => periodOf(JALALI, 1399, m))),
    released: blankOr(word),
    budgetCode: blankOr(word),
    kind: blankOr(word),
    fundSource: blankOr(word),
    district: blankOr(word),
    mission: blankOr(word),
  })
  .map(({ months: [a, b], ...fields }) => {
    const startMonth = a !== null && b !== null ? Math.min(a, b) : a;
    const endMonth = a !== null && b !== null ? Math.max(a, b) : b;
    const text = (m: number | null) => (m === null ? null : periodOf(JALALI, 1399, m));
    const span = { startMonth, endMonth, start: text(startMonth), end: text(endMonth) };
    return {
      ...fields,
      ...span,
      node: 'S1',
      department: 'D1',
      year: 1399,
      work: null,
      continues: null,
      successor: null,
    };
  });

const schedule = fc.uniqueArray(month, { maxLength: 12 }).chain((months) =>
  fc.tuple(
    ...months.map((m) =>
      fc.record({
        project: fc.constant('X0'),
        period: fc.constant(periodOf(JALALI, 1399, m)),
        plannedPhysicalPercent: blankOr(percent),
        plannedQuantity: blankOr(decimal),
        plannedSpendRial: blankOr(rial),
      }),
    ),
  ),
);

it('a package that is written and read back is the same package', () => {
  const base = packageFrom();
  fc.assert(
    fc.property(fc.array(project, { maxLength: 4 }), schedule, (projects, rows) => {
      const coded = projects.map((fields, index) => ({ ...fields, code: `X${index}` }));
      const pkg = { ...base, projects: coded, schedule: rows } as PlanPackage;
      const again = readBack(pkg);
      expect(again).toEqual(pkg);
      expect(again && packageDigestInput(again)).toBe(packageDigestInput(pkg));
    }),
    { numRuns: 200 },
  );
});

it('every table keeps every column', () => {
  const pkg = packageFrom({
    plans: 'plan,title,first_year,last_year,horizon_year\nQ,Plan,1398,1399,1414',
    nodes:
      'plan,code,parent,level,title,weight,owner\nQ,G,,goal,Roads,,D1\nQ,S1,G,scheme,Bridges,0.000001,\nQ,S2,G,s,Lamps,1,',
    departments:
      'code,title,email,manager_email,peer_group,money_unit\nD1,Works,a@b.ir,c@d.ir,region,میلیون ریال\nD2,Parks',
    works: 'work,title,start,end,total_rial\nW,Metro,1395/01/01,1402-12,900',
    budget_changes:
      'project,effective,approved_rial,kind,counterpart,approval_ref,reason\nP2,1399-05,9,transfer,P3,No 12,floods',
    budget_totals: 'year,period,approved_rial,spent_rial\n1399,1399-06,12,',
    year_shares: 'node,year,share_percent\nS1,1398,33.335\nS1,1399,66.665',
    indicators:
      'code,title,department,node,unit,direction,aggregation,baseline_year,baseline,weight,frequency,lag_months\nK,Beds,D1,G,bed,band,ratio,1394,-0.5,2,half_yearly,3',
    targets: 'indicator,period_or_year,target,low,high,zero_below,zero_above\nK,1399-06,,1,2,0,3\nK,1399,1.5,1,2,,',
    links: 'indicator,code,weight\nK,P2,0.25',
    reporters: 'department,fields,code\nD1,all,G\nD2,money,P1',
    crosswalk: 'from_plan,from_code,to_plan,to_code,share\nQ,S1,Q,S2,12.5\nQ,S2,Q,S1,',
  });
  expect(pkg.works).toHaveLength(1);
  expect(readBack(pkg)).toEqual(pkg);
  expect(packageDigestInput(pkg)).not.toBe(packageDigestInput({ ...pkg, nodes: pkg.nodes.toReversed() }));
});

it('reads and checks a large city in a moment', () => {
  const codes = Array.from({ length: 5000 }, (_, index) => `P-${index}`);
  const texts = {
    ...SOUND,
    projects: `code,title,node,department,year\n${codes.map((code) => `${code},Bridge,S1,D1,1399`).join('\n')}`,
    schedule: `project,period,planned_physical_percent,planned_spend_rial\n${codes
      .flatMap((code) =>
        Array.from(
          { length: 12 },
          (_, m) => `${code},${periodOf(JALALI, 1399, m + 1)},${m === 11 ? 100 : m * 8.25},${m}`,
        ),
      )
      .join('\n')}`,
  };
  const files = tables(texts);
  const started = performance.now();
  const { package: pkg, places } = readPlanPackage(files, JALALI);
  expect(pkg && checkPlan(pkg, places, pkg, JALALI)).toEqual([]);
  expect(pkg?.schedule).toHaveLength(60_000);
  expect(performance.now() - started).toBeLessThan(6000);
});
