import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Indicator, Link, Target } from '../../src/domain/plan.js';
import { attainmentOf, type Measured } from '../../src/measure/indicators/attainment.js';
import { lastDue } from '../../src/measure/indicators/due.js';
import { indicatorFigures } from '../../src/measure/indicators/figure.js';
import { IndicatorTree } from '../../src/measure/indicators/rollup.js';
import type { Figure } from '../../src/measure/input.js';
import { figures, input, node, project } from './organisation.js';

const indicator = (code: string, given: Partial<Indicator> = {}): Indicator => ({
  code,
  title: `شاخص ${code}`,
  department: 'D1',
  node: 'T1',
  unit: null,
  direction: 'up',
  aggregation: 'last',
  baselineYear: 1397,
  baseline: 10,
  weight: null,
  frequency: 'monthly',
  lagMonths: 0,
  ...given,
});
const target = (code: string, when: string, value: number | null, band: Partial<Target> = {}): Target => ({
  indicator: code,
  periodOrYear: when,
  target: value,
  low: null,
  high: null,
  zeroBelow: null,
  zeroAbove: null,
  ...band,
});
const link = (code: string, to: string, weight: number | null = null): Link => ({ indicator: code, code: to, weight });

interface Given {
  indicator?: Partial<Indicator>;
  targets?: Target[];
  reported?: Figure[];
  scope?: 'year' | 'plan' | 'month';
  basis?: 'due' | 'full';
  period?: string;
}
const DEFAULT_TARGETS = [target('I', '1398', 20), target('I', '1399', 30)];

function measure({
  indicator: own = {},
  targets = DEFAULT_TARGETS,
  reported = [],
  scope = 'year',
  basis = 'due',
  period,
}: Given) {
  const given = { indicators: [indicator('I', own)], targets };
  const [found] = indicatorFigures(input(given, reported, { scope, basis }, period));
  if (!found) throw new Error('no indicator');
  return found;
}
const said = (period: string, value: number) => figures('I', period, { value });
/** The same value in each of the months from the first of the year to one. */
const monthly = (until: string, value: number) => {
  const [year, month] = until.split('-');
  return Array.from({ length: Number(month) }, (_, at) =>
    said(`${year}-${String(at + 1).padStart(2, '0')}`, value),
  ).flat();
};

describe('attainment by hand', () => {
  // The plan runs 1398–1399; the indicator starts at 10 and shall reach 20, then 30. Asked at 1399-06.
  const CASES: [what: string, given: Given, attainment: number][] = [
    [
      'year, due: half of the way from 18 to 30 was planned (24), 21 reached',
      { reported: [...said('1398-12', 18), ...said('1399-06', 21)] },
      3 / 6,
    ],
    ['year, full', { reported: [...said('1398-12', 18), ...said('1399-06', 21)], basis: 'full' }, 3 / 12],
    ['year, no value last year: the baseline', { reported: said('1399-06', 15) }, 5 / 10],
    ['plan, due: from 10 over 20 towards 30, at 25 by now', { reported: said('1399-06', 19), scope: 'plan' }, 9 / 15],
    ['plan, full', { reported: said('1399-06', 19), scope: 'plan', basis: 'full' }, 9 / 20],
    [
      'down',
      {
        indicator: { direction: 'down', baseline: 40 },
        reported: said('1399-06', 36),
        targets: [target('I', '1399', 30)],
      },
      4 / 5,
    ],
    [
      'a target given for the month',
      { targets: [...DEFAULT_TARGETS, target('I', '1399-06', 16)], reported: said('1399-06', 13) },
      3 / 6,
    ],
    [
      'between a month’s target and the year’s',
      { targets: [...DEFAULT_TARGETS, target('I', '1399-03', 15)], reported: said('1399-06', 20) },
      1,
    ],
    [
      'sum up, due: 12 of 30 × 6/12',
      { indicator: { aggregation: 'sum', baseline: null }, reported: monthly('1399-06', 2) },
      12 / 15,
    ],
    [
      'sum up, full',
      {
        indicator: { aggregation: 'sum', baseline: null },
        reported: monthly('1399-06', 2),
        basis: 'full',
      },
      12 / 30,
    ],
    [
      'sum up, plan: 26 of 20 + 15, the finished year by its settlement',
      {
        indicator: { aggregation: 'sum' },
        reported: [...said('1398-13', 14), ...monthly('1399-06', 2)],
        scope: 'plan',
      },
      26 / 35,
    ],
    [
      'sum down: (v − b·e)/((T − b)·e)',
      { indicator: { aggregation: 'sum', direction: 'down', baseline: 40 }, reported: monthly('1399-06', 3) },
      (18 - 20) / ((30 - 40) / 2),
    ],
    [
      'sum down, full: the whole target times what has passed of the year, whatever the month’s own target',
      {
        indicator: { aggregation: 'sum', direction: 'down', baseline: 40 },
        reported: monthly('1399-06', 3),
        targets: [target('I', '1399', 30), target('I', '1399-06', 17)],
        basis: 'full',
      },
      (18 - 20) / ((30 - 40) / 2),
    ],
    [
      'average',
      { indicator: { aggregation: 'average' }, reported: [...said('1399-05', 12), ...said('1399-06', 18)] },
      5 / 10,
    ],
    [
      'maximum',
      { indicator: { aggregation: 'max' }, reported: [...said('1399-05', 18), ...said('1399-06', 12)] },
      8 / 10,
    ],
    [
      'ratio',
      {
        indicator: { aggregation: 'ratio', baseline: 0.1 },
        targets: [target('I', '1399', 0.5)],
        reported: [
          ...figures('I', '1399-03', { numerator: 1, denominator: 10 }),
          ...figures('I', '1399-06', { numerator: 5, denominator: 10 }),
        ],
      },
      (0.3 - 0.1) / 0.2,
    ],
    [
      'a settlement replaces the reports of its year',
      {
        indicator: { aggregation: 'sum' },
        period: '1399-13',
        basis: 'full',
        reported: [...said('1399-06', 12), ...said('1399-13', 24)],
      },
      24 / 30,
    ],
    ['hold: target equals start, no worse', { targets: [target('I', '1399', 10)], reported: said('1399-06', 10) }, 1],
    [
      'hold of a sum: the rounding of the elapsed part is no distance',
      {
        indicator: { aggregation: 'sum', direction: 'down', baseline: 10 },
        targets: [target('I', '1399', 10)],
        reported: said('1399-01', 9),
        period: '1399-01',
      },
      0,
    ],
    ['hold: worse', { targets: [target('I', '1399', 10)], reported: said('1399-06', 9) }, 0],
  ];
  test.each(CASES)('%s', (_, given, attainment) => {
    expect(measure(given).attainmentRaw).toBeCloseTo(attainment, 12);
  });

  const band = { low: 40, high: 60, zeroBelow: 20, zeroAbove: 100 };
  test.each([
    [50, 1],
    [40, 1],
    [60, 1],
    [30, 0.5],
    [80, 0.5],
    [10, 0],
    [100, 0],
  ])('a band 40..60 falling to 20 and 100: value %d gives %d', (value, ratio) => {
    const found = measure({
      indicator: { direction: 'band' },
      targets: [target('I', '1399', null, band)],
      reported: said('1399-06', value),
    });
    expect(found.attainment).toBeCloseTo(ratio, 12);
  });

  test('raw values stay beside the held ones, and who is worse than the baseline is said', () => {
    const found = measure({ reported: said('1399-06', 4) });
    expect(found).toMatchObject({
      attainment: 0,
      worseThanBaseline: true,
      opening: 10,
      path: 20,
      target: 30,
      pathAssumed: true,
    });
    expect(found.attainmentRaw).toBeCloseTo(-0.6, 12);
    expect(measure({ reported: said('1399-06', 60) })).toMatchObject({ attainment: 1, worseThanBaseline: false });
  });
});

test('the next target is that of the next year: neither of a month within it nor of a later year', () => {
  const next = (targets: Target[], own: Given['indicator'] = {}) => {
    const { nextTarget, gapToFill } = measure({ targets, indicator: own, reported: said('1399-06', 15) });
    return [nextTarget, gapToFill];
  };
  const months = [target('I', '1400-03', 33), target('I', '1400-06', 36)];
  const whole = [...DEFAULT_TARGETS, ...months, target('I', '1400', 40), target('I', '1401', 50)];
  expect(next(whole)).toEqual([40, 25]);
  expect(next([...DEFAULT_TARGETS, target('I', '1401', 50)])).toEqual([null, null]);
  // Months of a sum are parts of its year: without the year's own target there is none.
  expect(next([...DEFAULT_TARGETS, ...months], { aggregation: 'sum' })).toEqual([null, null]);
  expect(next(whole, { aggregation: 'sum' })).toEqual([40, 40]);
});

describe('unknown, with the reason', () => {
  const CASES: [what: string, given: Given, state: string, reason: string | null][] = [
    ['never reported', {}, 'missing', 'never_reported'],
    ['not due this year', { indicator: { frequency: 'yearly' } }, 'not_due', 'not_due'],
    [
      'yearly in scope plan: last year’s was due',
      { indicator: { frequency: 'yearly' }, scope: 'plan' },
      'missing',
      'never_reported',
    ],
    [
      'no baseline and no value last year',
      { indicator: { baseline: null }, reported: said('1399-06', 5) },
      'reported',
      'no_baseline',
    ],
    [
      'no target in the year',
      { targets: [target('I', '1398', 20)], reported: said('1399-06', 5) },
      'reported',
      'no_target',
    ],
    [
      'a sum with a target of 0',
      { indicator: { aggregation: 'sum' }, targets: [target('I', '1399', 0)], reported: monthly('1399-06', 1) },
      'reported',
      'target_zero',
    ],
    [
      'a ratio over 0',
      {
        indicator: { aggregation: 'ratio' },
        reported: figures('I', '1399-06', { numerator: 4, denominator: 0 }),
      },
      'reported',
      'no_denominator',
    ],
    [
      'a band without bounds',
      { indicator: { direction: 'band' }, targets: [target('I', '1399', null)], reported: said('1399-06', 5) },
      'reported',
      'no_target',
    ],
    [
      'a sum with silent months',
      { indicator: { aggregation: 'sum' }, reported: [...said('1399-01', 5), ...said('1399-06', 7)] },
      'reported',
      'partial_sum',
    ],
    ['scope month', { reported: said('1399-06', 5), scope: 'month' }, 'reported', 'scope_month'],
  ];
  test.each(CASES)('%s', (_, given, state, reason) => {
    expect(measure(given)).toMatchObject({ state, reason, attainment: null });
  });

  test('of how many months a value speaks: a sum with silent ones has no attainment, a mean has, and what comes after the last report is stale', () => {
    const some = [...said('1399-01', 5), ...said('1399-02', 1), ...said('1399-05', 6)];
    const parts = { measuredParts: 3, expectedParts: 5 };
    expect(measure({ indicator: { aggregation: 'sum' }, reported: some })).toMatchObject({
      ...{ ...parts, state: 'stale', value: 12, attainment: null, attainmentRaw: null, reason: 'partial_sum' },
    });
    expect(measure({ indicator: { aggregation: 'average' }, reported: some })).toMatchObject({
      ...parts,
      reason: null,
    });
    // Quarterly: both quarters spoke. In scope plan the silent year before is silent.
    const quarterly = { aggregation: 'sum', frequency: 'quarterly' } as const;
    expect(measure({ indicator: quarterly, reported: some })).toMatchObject({
      ...{ measuredParts: 2, expectedParts: 2, reason: null, attainmentRaw: 12 / (30 * (5 / 12)) },
    });
    expect(measure({ indicator: quarterly, reported: some, scope: 'plan' })).toMatchObject({
      ...{ measuredParts: 2, expectedParts: 6, attainment: null, reason: 'partial_sum' },
    });
    // Nor is it the opening of the next year, nor better than the baseline.
    const down = { aggregation: 'sum', direction: 'down', baseline: 40 } as const;
    const whole = monthly('1399-06', 3);
    expect(measure({ indicator: down, reported: [...said('1398-12', 5), ...whole] }).opening).toBe(40);
    expect(measure({ indicator: down, reported: [...monthly('1398-12', 3), ...whole] }).opening).toBe(36);
    expect(measure({ indicator: down, reported: some })).toMatchObject({ worseThanBaseline: null });
  });

  test('a value is compared with the path at its own date, and stands as stale where a later one was due', () => {
    const found = measure({ reported: said('1399-03', 12.5) });
    expect(found).toMatchObject({ state: 'stale', measuredAt: '1399-03', dueAt: '1399-06', path: 15, attainment: 0.5 });
  });

  test.each([
    ['monthly', 0, 6, '6'],
    ['quarterly', 0, 6, '6'],
    ['quarterly', 1, 6, '3'],
    ['half_yearly', 0, 7, '6'],
    ['yearly', 0, 12, '12'],
    ['quarterly', 0, 2, '-12'],
  ] as const)('%s with a lag of %d asked in month %d is due for month %s', (frequency, lagMonths, month, due) => {
    const found = lastDue(indicator('I', { frequency, lagMonths }), 1399, month);
    expect(`${found.year < 1399 ? '-' : ''}${found.month}`).toBe(due);
  });
});

describe('roll-up', () => {
  const pkg = {
    nodes: [node('G', { level: 'goal' }), node('T1', { parent: 'G' }), node('T2', { parent: 'G' })],
    projects: [project('A', { node: 'T2' })],
    indicators: [indicator('I'), indicator('K', { node: null }), indicator('M', { node: 'T2' })],
    targets: ['I', 'K', 'M'].map((code) => target(code, '1399', 30)),
    links: [link('K', 'T1', 50), link('K', 'A', 50)],
  };
  const reported = [...figures('I', '1399-06', { value: 14 }), ...figures('K', '1399-06', { value: 18 })];
  const tree = (given = pkg, facts = reported) => {
    const asked = input(given, facts, { scope: 'year' });
    return new IndicatorTree(indicatorFigures(asked), asked.package, 'P1');
  };

  test('an indicator with two links counts in each with its share, and once above both', () => {
    expect(tree().of('T1').attainment).toBeCloseTo((0.4 + 0.5 * 0.8) / 1.5, 12);
    expect(tree().of('T2')).toMatchObject({ defined: 1, missing: 1 });
    expect(tree().of('T2').attainment).toBeCloseTo(0.8, 12);
    expect(tree().of('A').attainment).toBeCloseTo(0.8, 12);
    expect(tree().of('G').attainment).toBeCloseTo(0.6, 12);
    expect(tree().of('P1')).toEqual({ ...tree().of('G'), code: 'P1' });
    expect(tree().ofDepartment('D1').attainment).toBeCloseTo(0.6, 12);
  });

  test('weights: a blank among given ones counts as their mean', () => {
    const weighed = {
      ...pkg,
      indicators: [indicator('I', { weight: 3 }), indicator('K', { node: null, weight: 1 }), indicator('M')],
    };
    expect(tree(weighed).of('P1').attainment).toBeCloseTo((3 * 0.4 + 0.8) / 4, 12);
  });

  test('the order of rows changes nothing', () => {
    const turned = {
      ...pkg,
      indicators: [...pkg.indicators].reverse(),
      targets: [...pkg.targets].reverse(),
      links: [...pkg.links].reverse(),
    };
    for (const code of ['P1', 'G', 'T1', 'T2', 'A']) {
      const [a, b] = [tree(turned, [...reported].reverse()).of(code), tree().of(code)];
      expect({ ...a, attainment: a.attainment?.toFixed(12) }).toEqual({ ...b, attainment: b.attainment?.toFixed(12) });
    }
  });
});

const number = fc.double({ min: -1e6, max: 1e6, noNaN: true, noDefaultInfinity: true });

test('up and down are one formula: turned round, everything gives the same attainment', () => {
  fc.assert(
    fc.property(number, number, number, (value, opening, aim) => {
      const up: Measured = { direction: 'up', sum: false, value, opening, aim, elapsed: 0.5, band: null };
      const down: Measured = { ...up, direction: 'down', value: -value, opening: -opening, aim: -aim };
      expect(attainmentOf(down)).toEqual(attainmentOf(up));
    }),
  );
});
