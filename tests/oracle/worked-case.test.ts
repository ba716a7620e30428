import { expect, it } from 'vitest';
import { DEFAULT_OPTIONS } from '../../src/domain/measure.js';
import { figures, input, node, project } from '../measure/organisation.js';
import { load } from './load.js';
import { answer } from './oracle.js';

/** The second definition stands on its own feet: the worked case of the text, without the program. */
it('gives the worked case: physical 59.0, budget 100.5, gap 41.5 = 26.5 + 15.0, by leaf 15.7, 9.0, 16.8', () => {
  const given = input(
    {
      nodes: [node('T1', { weight: 5 }), node('T2', { weight: 3 }), node('T3', { weight: 2 })],
      projects: [
        project('A', { node: 'T1', approvedRial: 20_000, endMonth: 6 }),
        project('B', { node: 'T2', approvedRial: 30_000, endMonth: 6 }),
        project('C', { node: 'T3', approvedRial: 50_000, endMonth: 6 }),
      ],
    },
    [
      ...figures('A', '1399-06', { physical: 0.4, spent_rial: 18_000 }),
      ...figures('B', '1399-06', { physical: 0.7, spent_rial: 30_000 }),
      ...figures('C', '1399-06', { physical: 0.9, spent_rial: 52_500 }),
    ],
  );
  const { figures: rows, gap } = answer(load(given), given, { ...DEFAULT_OPTIONS, scope: 'year', basis: 'due' });
  const total = rows.find(({ kind, subject }) => kind === 'node' && subject === 'P1');
  const causes = gap.causes.filter(({ subject }) => subject === 'P1');
  expect([total?.physical, total?.budget, total?.gap].map(points)).toEqual([59, 100.5, 41.5]);
  expect(points(causes.reduce((sum, cause) => sum + cause.paid_ahead, 0))).toBe(26.5);
  expect(points(causes.reduce((sum, cause) => sum + cause.mix, 0))).toBe(15);
  expect(causes.map(({ code, paid_ahead, mix }) => [code, points(paid_ahead + mix)])).toEqual([
    ['A', 15.7],
    ['B', 9],
    ['C', 16.8],
  ]);
});

function points(ratio: number | null | undefined): number | null {
  return ratio === null || ratio === undefined ? null : Math.round(ratio * 1000) / 10;
}
