import { describe, expect, it } from 'vitest';

import { explainGap } from '../../src/measure/gap.js';
import { figures, model, node, project } from './organisation.js';

const year = { scope: 'year', basis: 'due' } as const;

describe('the worked case of the definition', () => {
  const given = {
    nodes: [node('T1', { weight: 5 }), node('T2', { weight: 3 }), node('T3', { weight: 2 })],
    projects: [
      project('A', { node: 'T1', approvedRial: 20_000, endMonth: 6 }),
      project('B', { node: 'T2', approvedRial: 30_000, endMonth: 6 }),
      project('C', { node: 'T3', approvedRial: 50_000, endMonth: 6 }),
    ],
  };
  const reported = [
    ...figures('A', '1399-06', { physical: 0.4, spent_rial: 18_000 }),
    ...figures('B', '1399-06', { physical: 0.7, spent_rial: 30_000 }),
    ...figures('C', '1399-06', { physical: 0.9, spent_rial: 52_500 }),
  ];

  it('gives physical 59.0, budget 100.5, gap 41.5 = 26.5 + 15.0, by leaf 16.8, 15.7, 9.0', () => {
    const month = model(given, reported, year);
    const gap = explainGap(month, month.root);
    expect(gap).toMatchObject({ physical: expect.closeTo(0.59, 12), budget: expect.closeTo(1.005, 12) });
    expect(gap.paidAhead).toBeCloseTo(0.265, 12);
    expect(gap.mix).toBeCloseTo(0.15, 12);
    expect(gap.causes.map(({ code, paidAhead, mix }) => [code, Math.round((paidAhead + mix) * 1000) / 10])).toEqual([
      ['C', 16.8],
      ['A', 15.7],
      ['B', 9],
    ]);
    expect(gap.bridge.map(({ step, value }) => [step, Math.round(value * 1000) / 10])).toEqual([
      ['budget', 100.5],
      ['physical_at_budget_shares', 74],
      ['physical', 59],
    ]);
  });
});
