import { expect, it } from 'vitest';
import type { MeasureOptions } from '../../src/domain/measure.js';
import { explainGap } from '../../src/measure/gap.js';
import { monthModel } from '../../src/measure/model.js';
import { close, differ } from './compare.js';
import { type Organisation, organisation } from './generate.js';
import { programFigures, QUESTIONS } from './question.js';
import { Chance } from './random.js';

const SEEDS = 120;

it('gives the same figures and the same causes in whatever order the rows stand', () => {
  const faults: string[] = [];
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const given = organisation(seed);
    const [scope, basis] = QUESTIONS[seed % QUESTIONS.length] ?? ['plan', 'due'];
    const options = { ...given.options, scope, basis };
    faults.push(...faultsOfOrder(given, permuted(given, seed), options).map((line) => `seed ${seed}: ${line}`));
  }
  expect(faults).toEqual([]);
});

function faultsOfOrder(given: Organisation, other: Organisation, options: MeasureOptions): string[] {
  const one = monthModel({ ...given, options });
  const two = monthModel({ ...other, options });
  const figures = new Map(programFigures(two));
  const lines = programFigures(one).flatMap(([key, figure]) => {
    const own = figures.get(key);
    return own ? differ(figure, own).map((line) => `${key}: ${line}`) : [`${key}: gone`];
  });
  const causes = new Map(explainGap(two, two.root).causes.map((cause) => [`${cause.code} ${cause.year}`, cause]));
  for (const cause of explainGap(one, one.root).causes) {
    const own = causes.get(`${cause.code} ${cause.year}`);
    const same =
      own && close(own.paidAhead, cause.paidAhead) && close(own.mix, cause.mix) && close(own.outside, cause.outside);
    if (!same) lines.push(`cause ${cause.code} ${cause.year}`);
  }
  return lines;
}

function permuted(given: Organisation, seed: number): Organisation {
  const chance = new Chance(-seed);
  const { nodes, departments, projects, schedule, budgetChanges, yearShares, plans } = given.package;
  return {
    ...given,
    package: {
      ...given.package,
      plans: chance.shuffle(plans),
      nodes: chance.shuffle(nodes),
      departments: chance.shuffle(departments),
      projects: chance.shuffle(projects),
      schedule: chance.shuffle(schedule),
      budgetChanges: chance.shuffle(budgetChanges),
      yearShares: chance.shuffle(yearShares),
    },
    figures: chance.shuffle(given.figures),
  };
}
