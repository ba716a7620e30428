import { describe, expect, it } from 'vitest';
import type { MeasureOptions } from '../../src/domain/measure.js';
import { departmentFigures, leafRows, nodeFigures } from '../../src/measure/figures.js';
import { explainGap } from '../../src/measure/gap.js';
import { monthModel } from '../../src/measure/model.js';
import { figures, input, model, node, project } from './organisation.js';

const YEAR: Partial<MeasureOptions> = { scope: 'year' };
const total = (...given: Parameters<typeof model>) => nodeFigures(model(...given))[0];

describe('progress', () => {
  it('reads life basis within the year’s opening and target', () => {
    const projects = [project('A', { progressBasis: 'life', openingPercent: 40, targetPercent: 70 })];
    expect(total({ projects }, figures('A', '1399-06', { physical: 0.55 }), YEAR)?.achieved).toBeCloseTo(0.5, 12);
    expect(total({ projects }, figures('A', '1399-06', { physical: 0.9 }), YEAR)?.achieved).toBe(1);
    expect(total({ projects }, figures('A', '1399-06', { physical: 0.3 }), YEAR)?.achieved).toBe(0);
  });

  it('reads quantities against the planned quantity and lets no surplus hide a shortfall', () => {
    const projects = ['A', 'B'].map((code) => project(code, { progressMethod: 'quantity', quantity: 16, weight: 1 }));
    const reported = [...figures('A', '1399-06', { quantity: 24 }), ...figures('B', '1399-06', { quantity: 4 })];
    expect(total({ projects }, reported, YEAR)?.achieved).toBeCloseTo((1 + 0.25) / 2, 12);
    expect(total({ projects }, reported, { ...YEAR, cap: 2 })?.achieved).toBeCloseTo((1.5 + 0.25) / 2, 12);
  });

  it('lets money without planned work count as money alone', () => {
    const projects = [project('A'), project('B', { progressMethod: 'quantity', quantity: 0 })];
    const month = model(
      { projects },
      [
        ...figures('A', '1399-06', { physical: 0.5, spent_rial: 500 }),
        ...figures('B', '1399-06', { spent_rial: 1_000 }),
      ],
      YEAR,
    );
    expect(nodeFigures(month)[0]).toMatchObject({ physical: 1, budget: 1.5, coverage: 1, leaves: 2, silent: 0 });
    const gap = explainGap(month, month.root);
    expect(gap.outside).toEqual([{ kind: 'money_without_work', value: expect.closeTo(0.5, 12) }]);
  });
});

describe('status', () => {
  const reported = [
    ...figures('A', '1399-06', { physical: 0.5, spent_rial: 500 }),
    ...figures('B', '1399-06', { physical: 0.1, spent_rial: 500 }),
  ];
  const physical = (given: Parameters<typeof project>[1], period = '1399-06') =>
    total({ projects: [project('A'), project('B', given)] }, reported, YEAR, period)?.physical;

  it('keeps the weight of a cancelled project unless a decision releases it', () => {
    expect(physical({ status: 'cancelled' })).toBeCloseTo(0.6, 12);
    expect(physical({ status: 'cancelled', released: 'مصوبه ۱۲' })).toBeCloseTo(1, 12);
    expect(physical({ status: 'cancelled', released: 'مصوبه ۱۲', statusEffective: '1399-07' })).toBeCloseTo(0.6, 12);
    const released = input(
      { projects: [project('A'), project('B', { status: 'cancelled', released: 'x' })] },
      reported,
      YEAR,
    );
    expect(nodeFigures(monthModel({ ...released, ignoreReleases: true }))[0]?.physical).toBeCloseTo(0.6, 12);
  });

  it('takes a merged project out, its money too, from its effective period on', () => {
    const merged = project('B', { status: 'merged', successor: 'A', statusEffective: '1399-05' });
    const rows = leafRows(model({ projects: [project('A'), merged] }, reported, YEAR));
    expect(rows.map(({ code }) => code)).toEqual(['A']);
    expect(physical({ status: 'merged', successor: 'A', statusEffective: '1399-05' }, '1399-04')).toBeNull();
  });
});

describe('money', () => {
  const A = figures('A', '1399-06', {
    physical: 0.5,
    spent_rial: 300,
    spent_noncash_rial: 150,
    certified_rial: 400,
    committed_rial: 600,
    allocated_rial: 900,
  });

  it('adds cash and non-cash, or takes certified work or commitments, against approved or released credit', () => {
    const budget = (options: Partial<MeasureOptions>) =>
      total({ projects: [project('A')] }, A, { ...YEAR, ...options })?.budget;
    expect(budget({})).toBeCloseTo(450 / 500, 12);
    expect(budget({ spending: 'certified' })).toBeCloseTo(400 / 500, 12);
    expect(budget({ spending: 'committed', basis: 'full' })).toBeCloseTo(600 / 1000, 12);
    expect(budget({ denominator: 'allocated' })).toBeCloseTo(450 / 900, 12);
    expect(budget({ denominator: 'allocated', basis: 'full' })).toBeCloseTo(450 / 900, 12);
  });

  it('uses the latest amendment in force, or the budget as first approved', () => {
    const change = (effective: string, approvedRial: number) => ({
      project: 'A',
      effective,
      approvedRial,
      kind: null,
      counterpart: null,
      approvalRef: null,
      reason: null,
    });
    const given = { projects: [project('A')], budgetChanges: [change('1399-08', 4_000), change('1399-05', 2_000)] };
    expect(total(given, A, { ...YEAR, basis: 'full' })?.budgetRial).toBe(2_000n);
    expect(total(given, A, { ...YEAR, basis: 'full', budget: 'original' })?.budgetRial).toBe(1_000n);
  });

  it('splits paid ahead into advances, certified above earned and the rest', () => {
    const reported = figures('A', '1399-06', {
      physical: 0.25,
      spent_rial: 600,
      advance_rial: 200,
      certified_rial: 350,
    });
    const month = model({ projects: [project('A')] }, reported, YEAR);
    const gap = explainGap(month, month.root);
    expect(gap.paidAhead).toBeCloseTo((600 - 250) / 500, 12);
    expect(gap.paidAheadParts.map(({ kind, value }) => [kind, Number(value.toFixed(9))])).toEqual([
      ['advances', 0.4],
      ['certified_above_earned', 0.2],
      ['rest', 0.1],
    ]);
  });

  it('leaves a project without a budget out of every sum of money', () => {
    const projects = [project('A', { approvedRial: null })];
    expect(total({ projects }, A, YEAR)).toMatchObject({ physical: 1, budget: null, spentRial: null });
  });
});

describe('scope plan', () => {
  it('takes the settlement of a finished year, and its last report where there is none', () => {
    const projects = [project('A', { year: 1398 }), project('B')];
    const b = figures('B', '1399-06', { physical: 0.5, spent_rial: 500 });
    const last = [...b, ...figures('A', '1398-11', { physical: 0.6, spent_rial: 900 })];
    expect(total({ projects }, last)).toMatchObject({
      achieved: 0.55,
      planned: 0.75,
      spentRial: 1_400n,
      budgetRial: 1_500n,
    });
    const settled = [...last, ...figures('A', '1398-13', { physical: 0.8, spent_rial: 950 })];
    expect(total({ projects }, settled)).toMatchObject({ achieved: expect.closeTo(0.65, 12), spentRial: 1_450n });
  });

  it('finishes carried work in the project that it continues, and counts carried credit once', () => {
    const projects = [
      project('A', { year: 1398 }),
      project('B', { continues: 'A', carriedWork: true, carriedRial: 400 }),
      project('C'),
    ];
    const reported = [
      ...figures('A', '1398-12', { physical: 0.6, spent_rial: 600 }),
      ...figures('B', '1399-06', { physical: 0.5, spent_rial: 300 }),
      ...figures('C', '1399-06', { physical: 0.5, spent_rial: 500 }),
    ];
    const row = total({ projects }, reported);
    expect(row?.achieved).toBeCloseTo(0.5 * 0.8 + 0.5 * 0.5, 12);
    expect(row?.budgetRial).toBe(1_000n + 300n + 500n);
  });

  it('counts a finished year without projects as planned and not achieved, the current one as neither', () => {
    const plans = [{ code: 'P1', title: 'p', firstYear: 1397, lastYear: 1400, horizonYear: null }];
    const row = total(
      { plans, projects: [project('A', { year: 1398 })] },
      figures('A', '1398-12', { physical: 0.8, spent_rial: 900 }),
    );
    expect(row).toMatchObject({ achieved: 0.2, planned: 0.5, physical: 0.4, leaves: 0, coverage: null });
  });

  it('weighs years by their shares and knows no full budget while later years have none', () => {
    const plans = [{ code: 'P1', title: 'p', firstYear: 1398, lastYear: 1400, horizonYear: null }];
    const yearShares = [
      { node: 'T1', year: 1398, sharePercent: 80 },
      { node: 'T1', year: 1399, sharePercent: 20 },
    ];
    const given = { plans, yearShares, projects: [project('A', { year: 1398 }), project('B')] };
    const reported = [
      ...figures('A', '1398-12', { physical: 0.5, spent_rial: 900 }),
      ...figures('B', '1399-06', { physical: 0.5, spent_rial: 500 }),
    ];
    expect(total(given, reported)).toMatchObject({
      achieved: expect.closeTo(0.5, 12),
      planned: expect.closeTo(0.9, 12),
    });
    expect(total(given, reported, { basis: 'full' })).toMatchObject({
      physical: expect.closeTo(0.5, 12),
      budget: null,
    });
  });
});

describe('honesty', () => {
  it('never turns silence into zero: bounds, coverage, stale and missing', () => {
    const projects = [project('A'), project('B'), project('C')];
    const reported = [
      ...figures('A', '1399-06', { physical: 0.4, spent_rial: 500 }),
      ...figures('B', '1399-05', { physical: 0.3, spent_rial: 100 }),
    ];
    const row = total({ projects }, reported, YEAR);
    expect(row).toMatchObject({
      silent: 2,
      leaves: 3,
      coverage: expect.closeTo(1 / 3, 12),
      coverageBudget: expect.closeTo(1 / 3, 12),
    });
    expect(row?.low).toBeCloseTo(0.7 / 1.5, 12);
    expect(row?.high).toBeCloseTo((0.4 + 0.5 + 0.5) / 1.5, 12);
    expect(total({ projects }, [], YEAR)).toMatchObject({
      physical: null,
      budget: null,
      gap: null,
      low: null,
      high: null,
      achieved: null,
    });
  });

  it('leaves a node without projects out of its parent’s weights in scope year, and says what share is active', () => {
    const nodes = [node('T1', { weight: 3 }), node('T2', { weight: 1 })];
    const row = total({ nodes, projects: [project('A')] }, figures('A', '1399-06', { physical: 0.4 }), YEAR);
    expect(row).toMatchObject({ physical: 0.8, activeWeight: 0.75, assumed: 1 });
  });

  it('reads a month as a difference, on the plan in force at the later end', () => {
    const reported = [
      ...figures('A', '1399-05', { physical: 0.3, spent_rial: 300 }),
      ...figures('A', '1399-06', { physical: 0.4, spent_rial: 500 }),
    ];
    const row = total({ projects: [project('A')] }, reported, { scope: 'month' });
    expect(row?.physical).toBeCloseTo(0.1 * 12, 9);
    expect(row?.budget).toBeCloseTo(200 / 83, 9);
    expect(total({ projects: [project('A')] }, reported, { scope: 'month' }, '1399-07')).toMatchObject({
      physical: null,
      budget: null,
    });
  });

  it('gives a department its own projects with their weights in the whole plan', () => {
    const departments = ['D1', 'D2'].map((code) => ({
      code,
      title: code,
      email: null,
      managerEmail: null,
      peerGroup: null,
      moneyUnit: null,
    }));
    const nodes = [node('T1', { weight: 3 }), node('T2', { weight: 1 })];
    const projects = [project('A'), project('B', { node: 'T2' }), project('C', { node: 'T2', department: 'D2' })];
    const reported = [
      ['A', 0.5],
      ['B', 0.1],
      ['C', 0.2],
    ].flatMap(([code, physical]) => figures(String(code), '1399-06', { physical: Number(physical) }));
    const rows = departmentFigures(model({ departments, nodes, projects }, reported, { ...YEAR, basis: 'full' }));
    expect(rows.map(({ code }) => code)).toEqual(['D1', 'D2']);
    expect(rows[0]?.physical).toBeCloseTo((0.75 * 0.5 + 0.125 * 0.1) / 0.875, 12);
  });
});

describe('what has no share of its own', () => {
  const b = figures('B', '1399-06', { physical: 0.5, spent_rial: 500 });

  it('counts a finished year of money without work as a year without projects', () => {
    const projects = [
      project('M', { year: 1398, progressMethod: 'quantity', quantity: 0, approvedRial: 100 }),
      project('B'),
    ];
    const row = total({ projects }, [...b, ...figures('M', '1398-12', { spent_rial: 100 })]);
    expect(row).toMatchObject({ achieved: 0.25, planned: 0.75 });
  });

  it('lets carried work whose project lies in the plan before keep a share of its own', () => {
    const plans = [{ code: 'P1', title: 'p', firstYear: 1399, lastYear: 1400, horizonYear: null }];
    const projects = [project('B', { continues: 'old', carriedWork: true })];
    expect(total({ plans, projects }, b)).toMatchObject({ physical: 1, coverage: 1 });
  });
});
