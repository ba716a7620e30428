import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { monthOf, yearOf } from '../../src/domain/calendar.js';
import {
  COMPONENTS,
  type ComponentName,
  type ComponentWeights,
  type ScoredProgress,
} from '../../src/domain/scorecard.js';
import { dueFigures, STEP } from '../../src/measure/indicators/due.js';
import { indicatorFigures } from '../../src/measure/indicators/figure.js';
import type { Figure } from '../../src/measure/input.js';
import { monthModel } from '../../src/measure/model.js';
import { scoreLeaves } from '../../src/measure/scorecard/leaves.js';
import { scoreOf, type Values } from '../../src/measure/scorecard/score.js';
import { type Evidence, valuesOf } from '../../src/measure/scorecard/values.js';
import { close } from '../oracle/compare.js';
import type { Organisation } from '../oracle/generate.js';
import { organisationWithIndicators } from '../oracle/generate-indicators.js';
import { Chance } from '../oracle/random.js';
import { turned } from './turned.js';

const seeds = fc.integer({ min: 1, max: 1_000_000 });
const modes = fc.constantFrom<ScoredProgress>('reported', 'verified');
const RUNS = { numRuns: 60, seed: 1399 };
const YEAR = { scope: 'year', basis: 'due' } as const;

const near = (a: number | null, b: number | null): boolean =>
  a === null || b === null ? a === b : close(a, b, Math.max(Math.abs(a), Math.abs(b)));

/** The organisation at a period, with the last month in which another department answered for a project. */
interface Case {
  given: Organisation;
  seed: number;
  year: number;
  month: number;
  since: Map<string, number>;
}

function caseOf(seed: number): Case {
  const drawn = organisationWithIndicators(seed);
  const chance = new Chance(seed + 31);
  // Somebody verifies half of the progress, and not always as it was reported.
  const verified = drawn.figures.flatMap((figure): Figure[] =>
    (figure.field === 'physical' || figure.field === 'quantity') && chance.often(0.5)
      ? [{ ...figure, field: 'verified_percent', value: chance.whole(0, 100) }]
      : [],
  );
  const given = { ...drawn, figures: [...drawn.figures, ...verified] };
  const [year, month] = [yearOf(given.calendar, given.period), monthOf(given.calendar, given.period)];
  const moved = given.package.projects.filter(() => chance.often(0.15));
  return { given, seed, year, month, since: new Map(moved.map(({ code }) => [code, chance.whole(1, 4)])) };
}

/** What every department is judged by. Rows are accepted where they say something for the period; some of the others were sent and refused. */
function evidence({ given, seed, year, month, since }: Case): Map<string, Evidence> {
  const input = { ...given, options: { ...given.options, ...YEAR } };
  const leaves = scoreLeaves(monthModel(input), since);
  const asked = dueFigures(given.figures, given.package.indicators, year, Math.min(12, month));
  const measured = indicatorFigures({ ...input, figures: asked }).filter(({ dueAt }) => dueAt !== null);
  const said = new Set(
    given.figures.filter((figure) => figure.year === year).map(({ code, month: at }) => `${code} ${at}`),
  );
  const says = (code: string, at: number) => said.has(`${code} ${at}`);
  return new Map(
    given.package.departments.map(({ code }): [string, Evidence] => {
      const own = leaves.filter(({ project }) => project.department === code);
      const indicators = measured.filter(({ department }) => department === code);
      const codes = [...own.map(({ project }) => project.code), ...indicators.map((figure) => figure.code)];
      const accepted = codes.filter((each) => says(each, month)).length;
      const months = Array.from({ length: Math.min(12, month) }, (_, at) => at + 1);
      const received = months.filter((at) => codes.some((each) => says(each, at))).length;
      // By its own code: the order of the rows has no say in what is drawn.
      const drawn = (each: string) =>
        new Chance(seed + [...each].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7));
      const corrections = new Map(own.map(({ project }) => [project.code, drawn(project.code).ratio() ** 3]));
      const refused = codes.filter((each) => !says(each, month) && drawn(each).often(0.3)).length;
      const reporting = { received, months: months.length, accepted, refused };
      return [code, { leaves: own, indicators, corrections, reporting }];
    }),
  );
}

const weightsOf = (seed: number): ComponentWeights => {
  const chance = new Chance(seed + 77);
  return Object.fromEntries(COMPONENTS.map((name) => [name, chance.whole(0, 40)])) as Record<ComponentName, number>;
};
const scoreIn = (values: Values, seed: number) => scoreOf(values, weightsOf(seed), new Set()).score;

test('the order of the rows changes no component of any department', () => {
  const seen = new Set<ComponentName>();
  fc.assert(
    fc.property(seeds, modes, (seed, mode) => {
      const one = caseOf(seed);
      const other = evidence({ ...one, given: turned(one.given, seed) });
      for (const [code, own] of evidence(one)) {
        const [was, is] = [valuesOf(own, mode), valuesOf(other.get(code) as Evidence, mode)];
        for (const name of COMPONENTS) {
          if (was[name].value !== null && was[name].value > 0) seen.add(name);
          expect(near(was[name].value, is[name].value), `${code} ${name}`).toBe(true);
        }
      }
    }),
    RUNS,
  );
  expect(COMPONENTS.filter((name) => !seen.has(name))).toEqual([]);
});

describe('the rules of fairness hold for every component and the score', () => {
  test('a later release of credit, with the same part of what it could pay done and spent, changes nothing', () => {
    fc.assert(
      fc.property(seeds, modes, fc.double({ min: 0.05, max: 0.95, noNaN: true }), (seed, mode, part) => {
        const scaled = (value: number | null) => (value === null ? null : value * part);
        for (const own of evidence(caseOf(seed)).values()) {
          const full = own.leaves.map((leaf) => ({ ...leaf, released: leaf.released ?? 1 }));
          const late = full.map((leaf) => ({
            ...leaf,
            released: leaf.released * part,
            achieved: scaled(leaf.achieved),
            verified: scaled(leaf.verified),
            spentRial: scaled(leaf.spentRial),
          }));
          const [was, is] = [full, late].map((leaves) => valuesOf({ ...own, leaves }, mode)) as [Values, Values];
          for (const name of COMPONENTS) expect(near(was[name].value, is[name].value), name).toBe(true);
          expect(near(scoreIn(was, seed), scoreIn(is, seed))).toBe(true);
        }
      }),
      RUNS,
    );
  });

  test('leaving out a cell, a row or everything never scores better than saying it', () => {
    let raised = 0;
    let lowered = 0;
    fc.assert(
      fc.property(seeds, modes, fc.nat(), (seed, mode, which) => {
        const one = caseOf(seed);
        const before = evidence(one);
        for (const [kind, left] of leavings(one, which)) {
          const gone = new Set(left);
          const figures = one.given.figures.filter((figure) => !gone.has(figure));
          const after = evidence({ ...one, given: { ...one.given, figures } });
          for (const [code, own] of before) {
            const [was, is] = [valuesOf(own, mode), valuesOf(after.get(code) as Evidence, mode)];
            const [said, blank] = [scoreIn(was, seed), scoreIn(is, seed)];
            const what = `${kind} ${code} ${JSON.stringify(left.slice(0, 3))}`;
            if (said === null || blank === null) {
              expect(blank, what).toBe(said);
              continue;
            }
            expect(blank, what).toBeLessThanOrEqual(said + 1e-9);
            if (blank < said - 1e-9) lowered += 1;
            raised += 1;
          }
        }
      }),
      { ...RUNS, numRuns: 90 },
    );
    // What changes nothing proves nothing.
    expect(lowered).toBeGreaterThan(raised / 50);
  });
});

/**
 * What may be left blank: a cell of the period, the row that it stands in, all that one department says for the period. Indicators are asked once for each
 * of their periods: all that was told within one goes together. A settlement is extra and nobody's to miss. The first statement of a further kind of spending is the one that no rule can miss.
 */
function leavings({ given, year, month, since }: Case, which: number): [string, Figure[]][] {
  const frequency = new Map(given.package.indicators.map((indicator) => [indicator.code, STEP[indicator.frequency]]));
  const department = new Map(
    [...given.package.projects, ...given.package.indicators].map(({ code, department: owner }) => [code, owner]),
  );
  const asked = given.figures.filter(({ code, field, year: of, month: at }) => {
    const step = frequency.get(code);
    if (of !== year || !department.has(code)) return false;
    if (step !== undefined) return at <= Math.min(12, month) && at % step === 0;
    if (at !== month || at <= (since.get(code) ?? 0)) return false;
    const before = given.figures.some(
      (said) => said.code === code && said.field === field && said.year === year && said.month < at,
    );
    return field !== 'spent_noncash_rial' || before;
  });
  // One cell of every field, the row in which it stands, and all that its department says for the period.
  return [...new Set(asked.map(({ field }) => field))].flatMap((field): [string, Figure[]][] => {
    const cells = asked.filter((figure) => figure.field === field);
    const cell = cells[which % cells.length];
    if (!cell) return [];
    const part = (at: number) => Math.ceil(at / (frequency.get(cell.code) ?? 1));
    const row = given.figures.filter(
      (figure) => figure.code === cell.code && figure.year === year && part(figure.month) === part(cell.month),
    );
    const owner = department.get(cell.code);
    const all = asked.filter((figure) => figure.month === month && department.get(figure.code) === owner);
    return [
      [field, frequency.has(cell.code) ? row : [cell]],
      ['row', row],
      ['department', all],
    ];
  });
}
