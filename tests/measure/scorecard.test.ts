import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COMPONENTS, type ComponentName, type ScoredProgress } from '../../src/domain/scorecard.js';
import type { Figure } from '../../src/measure/input.js';
import * as value from '../../src/measure/scorecard/components.js';
import { type ScoreLeaf, scoreLeaves } from '../../src/measure/scorecard/leaves.js';
import { ranked, scoreOf, type Values } from '../../src/measure/scorecard/score.js';
import { figures, model, project } from './organisation.js';

const WEIGHTS = Object.fromEntries(COMPONENTS.map((name) => [name, 10])) as Record<ComponentName, number>;
const NOTHING = { value: null, counted: 0, of: 0 };
const at = (ratio: number | null) => (ratio === null ? NOTHING : { value: ratio, counted: ratio, of: 1 });
const values = (given: Partial<Record<ComponentName, number | null>>) =>
  Object.fromEntries(COMPONENTS.map((name) => [name, at(given[name] ?? null)])) as Values;

/** All components of a department from its leaves; the ones that do not look at projects stand still. */
function scored(
  leaves: readonly ScoreLeaf[],
  rows = { accepted: leaves.length, refused: 0 },
  progress: ScoredProgress = 'reported',
): number {
  const all: Values = {
    physical: value.physical(leaves, progress),
    money_ahead: value.moneyAhead(leaves, progress),
    verified: value.verified(leaves),
    indicators: at(0.7),
    on_time: at(1),
    complete: value.complete(leaves),
    first_pass: value.firstPass(rows.accepted, rows.refused, leaves.length),
    restatement: value.restatement(leaves, new Map()),
  };
  return scoreOf(all, WEIGHTS, new Set()).score ?? 0;
}

const leavesOf = (reported: Figure[], codes = ['A', 'B'], since = new Map<string, number>()) =>
  scoreLeaves(
    model({ projects: codes.map((code) => project(code)) }, reported, { scope: 'year', basis: 'due' }),
    since,
  );

describe('a score', () => {
  test('is 100 less the lost points; what cannot be judged leaves its weight to the others', () => {
    const weights = { ...WEIGHTS, physical: 60, complete: 40, money_ahead: 0 };
    const { score, components } = scoreOf(values({ physical: 0.5, complete: 1 }), weights, new Set());
    expect(score).toBe(70);
    expect(components.find(({ name }) => name === 'physical')).toMatchObject({ points: 60, lost: 30 });
    expect(components.some(({ name }) => name === 'money_ahead')).toBe(false);
    expect(scoreOf(values({}), weights, new Set()).score).toBeNull();
  });

  test('an accepted appeal gives the points of its component back, marked', () => {
    const { score, components } = scoreOf(values({ physical: 0.5, complete: 0.5 }), WEIGHTS, new Set(['physical']));
    expect(score).toBe(75);
    expect(components[0]).toMatchObject({ name: 'physical', value: 0.5, lost: 0, restored: true });
  });

  test('lost points add up to what is missing to 100', () => {
    const ratio = fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: null });
    fc.assert(
      fc.property(fc.array(ratio, { minLength: 8, maxLength: 8 }), (ratios) => {
        const given = Object.fromEntries(COMPONENTS.map((name, index) => [name, ratios[index] ?? null]));
        const { score, components } = scoreOf(values(given), WEIGHTS, new Set());
        const lost = components.reduce((sum, component) => sum + component.lost, 0);
        if (score !== null) expect(score + lost).toBeCloseTo(100, 9);
      }),
    );
  });

  test('ranks within the peer group, ties alike', () => {
    const card = (code: string, score: number | null, peerGroup: string | null) => ({
      code,
      title: code,
      peerGroup,
      score,
      previous: null,
      components: [],
      lateCreditRial: 0n,
      projects: 1,
      appeals: [],
    });
    const cards = ranked([
      card('a', 80, 'x'),
      card('b', 90, 'x'),
      card('c', 80.001, 'x'),
      card('d', 10, 'x'),
      card('e', null, 'x'),
      card('f', 5, 'y'),
    ]);
    expect(cards.map(({ code, rank, peers }) => `${code} ${rank}/${peers}`)).toEqual([
      'a 2/4',
      'b 1/4',
      'c 2/4',
      'd 4/4',
      'e null/4',
      'f 1/1',
    ]);
  });
});

test('indicators: what was due and did not come counts 0, old values and silent periods included; what nobody can judge is left out', () => {
  const judged = (given: Partial<Parameters<typeof value.indicators>[0][number]>) => ({
    ...{ state: 'reported' as const, attainment: 0.8, aggregation: 'average' as const },
    ...{ measuredParts: 6, expectedParts: 6, ...given },
  });
  const unjudged = judged({ attainment: null });
  const of = (...others: ReturnType<typeof judged>[]) => value.indicators([judged({}), ...others]).value;
  expect(of(unjudged)).toBe(0.8);
  expect(of(judged({ state: 'stale', attainment: 1 }))).toBe(0.4);
  expect(of(judged({ state: 'missing', attainment: null }))).toBe(0.4);
  expect(of(judged({ attainment: 1, measuredParts: 5 }))).toBe(0.4);
  // A last value does not rest on the months before.
  expect(of(judged({ attainment: 1, measuredParts: 5, aggregation: 'last' }))).toBeCloseTo(0.9, 12);
  expect(value.indicators([unjudged]).value).toBeNull();
});

describe('nothing to judge is null, and never 0 or all', () => {
  const leaf = (given: Partial<ScoreLeaf> = {}): ScoreLeaf => ({
    ...{ project: project('A'), weight: 0.5, dueRial: 1000, planned: 0.5, released: 1, lateCreditRial: 0 },
    ...{ achieved: 0.25, verified: 0.25, spentRial: 500, reported: true, ...given },
  });
  const silent = { achieved: null, verified: null, spentRial: null, reported: false };
  const none = new Map<string, number>();
  const CASES: [what: string, judged: { value: number | null }, value: number | null][] = [
    ['work: no project', value.physical([], 'reported'), null],
    ['work: nothing planned yet', value.physical([leaf({ weight: 0, planned: 0 })], 'reported'), null],
    ['work: no credit, no progress', value.physical([leaf({ released: 0, achieved: 0 })], 'reported'), null],
    ['work: no credit, and yet progress', value.physical([leaf({ released: 0 })], 'reported'), 1],
    ['work: no report', value.physical([leaf(silent)], 'reported'), 0],
    ['work: a release that nobody reported', value.physical([leaf({ released: null })], 'reported'), 0.5],
    ['work: not verified, where only that counts', value.physical([leaf({ verified: null })], 'verified'), 0],
    ['money: no project', value.moneyAhead([], 'reported'), null],
    ['money: no credit due', value.moneyAhead([leaf({ dueRial: 0 }), leaf({ dueRial: null })], 'reported'), null],
    ['money: no work planned', value.moneyAhead([leaf({ planned: 0 })], 'reported'), null],
    ['money: nothing released, nothing spent', value.moneyAhead([leaf({ released: 0, spentRial: 0 })], 'reported'), 1],
    ['money: no report', value.moneyAhead([leaf(silent)], 'reported'), 0],
    ['verified: no project', value.verified([]), null],
    ['verified: no progress to verify', value.verified([leaf({ achieved: 0, verified: null })]), null],
    ['verified: no report', value.verified([leaf(silent)]), 0],
    ['indicators: none due', value.indicators([]), null],
    ['on time: no month due', value.onTime(0, 0), null],
    ['on time: none of two', value.onTime(0, 2), 0],
    ['complete: no project', value.complete([]), null],
    ['complete: no report', value.complete([leaf(silent)]), 0],
    ['first pass: nothing expected, nothing sent', value.firstPass(0, 0, 0), null],
    ['first pass: never sent', value.firstPass(0, 0, 2), 0],
    ['restatement: no project', value.restatement([], none), null],
    ['restatement: no report', value.restatement([leaf(silent)], none), 0],
  ];
  test.each(CASES)('%s', (_, judged, expected) => {
    expect(judged.value).toBe(expected);
  });

  test('by hand: with less credit known to be there the same money is further ahead', () => {
    const at = (released: number | null) =>
      1 - (value.moneyAhead([leaf({ spentRial: 600, achieved: 0.2, released })], 'reported').value ?? 0);
    expect([at(1), at(0.8), at(0.1), at(null)].map((excess) => Number(excess.toFixed(12)))).toEqual([
      ...[0.2, 0.25, 0.333333333333, 0.333333333333],
    ]);
  });
});

describe('what is not under the department’s control costs nothing', () => {
  const share = fc.double({ min: 0.05, max: 1, noNaN: true });

  test('when credit is released later and the department does the same part of what it was paid for, the score stays', () => {
    fc.assert(
      fc.property(share, share, share, share, (released, work, money, verified) => {
        const leaf = (r: number): ScoreLeaf => ({
          project: project('A'),
          weight: 0.5,
          dueRial: 1000,
          released: r,
          lateCreditRial: 1000 * (1 - r),
          achieved: 0.5 * r * work,
          verified: 0.5 * r * work * verified,
          planned: 0.5,
          spentRial: 1000 * r * money,
          reported: true,
        });
        const other: ScoreLeaf = { ...leaf(1), project: project('B'), weight: 0.2, dueRial: 300 };
        expect(scored([leaf(released), other])).toBeCloseTo(scored([leaf(1), other]), 9);
      }),
    );
  });

  test('the release is read from the reports: half the credit, half the work counts as all of it', () => {
    const full = leavesOf([...figures('A', '1399-06', { physical: 0.5, spent_rial: 500, allocated_rial: 500 })], ['A']);
    const half = leavesOf(
      [...figures('A', '1399-06', { physical: 0.25, spent_rial: 250, allocated_rial: 250 })],
      ['A'],
    );
    expect([value.physical(full, 'reported').value, value.physical(half, 'reported').value]).toEqual([1, 1]);
    expect([value.moneyAhead(full, 'reported').value, value.moneyAhead(half, 'reported').value]).toEqual([1, 1]);
    expect(half[0]?.lateCreditRial).toBe(250);
  });
});

describe('what does not pay', () => {
  const figure = fc.record({
    physical: fc.double({ min: 0, max: 1, noNaN: true }),
    spent_rial: fc.integer({ min: 0, max: 2000 }),
    verified_percent: fc.integer({ min: 0, max: 100 }),
  });

  test('leaving a bad row blank never raises the score', () => {
    fc.assert(
      fc.property(figure, figure, fc.boolean(), (a, b, refused) => {
        const kept = figures('B', '1399-06', b);
        const both = leavesOf([...figures('A', '1399-06', a), ...kept]);
        // The bad row was sent and refused, or sent and accepted; the other way it was never sent.
        const sent = refused ? scored(leavesOf(kept), { accepted: 1, refused: 1 }) : scored(both);
        expect(scored(leavesOf(kept), { accepted: 1, refused: 0 })).toBeLessThanOrEqual(sent + 1e-9);
      }),
    );
  });

  test('typing more progress than was verified never raises the score where only verified progress counts', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 0.5, noNaN: true }),
        fc.double({ min: 0, max: 0.5, noNaN: true }),
        (true_, more) => {
          const typed = (physical: number) =>
            scored(
              leavesOf(figures('A', '1399-06', { physical, spent_rial: 600, verified_percent: 100 * true_ }), ['A']),
              { accepted: 1, refused: 0 },
              'verified',
            );
          expect(typed(true_ + more)).toBeLessThanOrEqual(typed(true_) + 1e-9);
        },
      ),
    );
  });
});

test('only what happened since the department became responsible is its own', () => {
  const reported = [
    ...figures('A', '1399-03', { physical: 0.2, spent_rial: 250 }),
    ...figures('A', '1399-06', { physical: 0.3, spent_rial: 400 }),
  ];
  const [leaf] = leavesOf(reported, ['A'], new Map([['A', 3]]));
  expect(leaf).toMatchObject({ dueRial: 250, spentRial: 150 });
  expect(leaf?.achieved).toBeCloseTo(0.1, 12);
  expect(leaf?.planned).toBeCloseTo(0.25, 12);
});
