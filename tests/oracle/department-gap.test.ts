import { expect, it } from 'vitest';
import { departmentFigures } from '../../src/measure/figures.js';
import { explainDepartmentGaps } from '../../src/measure/gap.js';
import { monthModel } from '../../src/measure/model.js';
import { close } from './compare.js';
import { organisation } from './generate.js';
import { QUESTIONS } from './question.js';

const SEEDS = 120;

it("explains each department's gap so that parts and causes add up to the figure of the department", () => {
  const faults: string[] = [];
  let explained = 0;
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const given = organisation(seed);
    const [scope, basis] = QUESTIONS[seed % QUESTIONS.length] ?? ['plan', 'due'];
    const model = monthModel({ ...given, options: { ...given.options, scope, basis } });
    const figures = new Map(departmentFigures(model).map((row) => [row.code, row]));
    for (const { code, gap, paidAhead, mix, outside, causes } of explainDepartmentGaps(model)) {
      const own = figures.get(code)?.gap ?? null;
      if (own === null || paidAhead === null || mix === null) {
        if (gap !== null || paidAhead !== null || causes.length > 0)
          faults.push(`seed ${seed} ${code}: parts without a gap`);
        continue;
      }
      explained += 1;
      const parts = outside.reduce((sum, { value }) => sum + value, paidAhead + mix);
      const byCause = causes.reduce((sum, cause) => sum + cause.paidAhead + cause.mix + cause.outside, 0);
      if (!close(parts, own) || !close(byCause, own)) {
        faults.push(`seed ${seed} ${code} ${scope} ${basis}: ${parts} and ${byCause}, not ${own}`);
      }
    }
  }
  expect(faults).toEqual([]);
  expect(explained).toBeGreaterThan(100);
});
