import { describe, expect, it } from 'vitest';
import { oddityFigures } from '../../src/bench/oddities/figures.js';
import { isGood, LEAST_RECALL, perThousand } from '../../src/bench/oddities/text.js';

/** A small world of fixed seed, of the same making as the bench: a check that goes blind or shrill is noticed at once. */
describe('checks among planted anomalies', () => {
  const figures = oddityFigures([42], { departments: 8, projects: 24, each: 2 });

  it('finds every kind, and leaves clean rows in peace', () => {
    expect(figures.kinds.filter(({ planted, found }) => found < LEAST_RECALL * planted)).toEqual([]);
    expect(figures.planted).toBeGreaterThan(60);
    expect(figures.cleanRows).toBeGreaterThan(2_000);
    expect(perThousand(figures)).toBeLessThanOrEqual(5);
    expect(figures.falseErrors).toBe(0);
  });

  it('would say so if a kind were missed or clean rows were asked about', () => {
    expect(isGood(figures)).toBe(true);
    const [first, ...rest] = figures.kinds;
    if (!first) throw new Error('nothing was planted');
    expect(isGood({ ...figures, kinds: [{ ...first, found: 0 }, ...rest] })).toBe(false);
    expect(isGood({ ...figures, falseQuestions: figures.cleanRows })).toBe(false);
    expect(isGood({ ...figures, falseErrors: 1 })).toBe(false);
  });
});
