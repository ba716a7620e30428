import { expect, it } from 'vitest';
import { comparePeriods, monthOf, type Period, periodOf, yearOf } from '../../src/domain/calendar.js';
import { CHANGE_KINDS, type ChangeKind } from '../../src/domain/gap-changes.js';
import type { Project } from '../../src/domain/plan.js';
import { changePath, gapChanges } from '../../src/measure/changes/changes.js';
import type { GapSubject } from '../../src/measure/changes/subject.js';
import type { Figure, MeasureInput } from '../../src/measure/input.js';
import { type MonthModel, monthModel } from '../../src/measure/model.js';
import { close, differ } from './compare.js';
import { organisation } from './generate.js';
import { programFigures, QUESTIONS } from './question.js';
import { Chance } from './random.js';

const SEEDS = 90;

/** Which inputs of a generated organisation differ between then and now. */
type Moved = 'values' | 'weights' | 'budgets' | 'releases' | 'period';
const ALL: Moved[] = ['values', 'weights', 'budgets', 'releases', 'period'];

it('leads from the figures of then to those of now in steps that add up, for every node, department and project', () => {
  const faults: string[] = [];
  const seen = new Map<ChangeKind, number>();
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const { then, now } = thenAndNow(seed, ALL);
    const path = changePath(then, now);
    const [first, last] = [path.start, path.steps.at(-1)?.model ?? path.start];
    faults.push(...unlike(monthModel(then), first).map((line) => `seed ${seed} start ${line}`));
    faults.push(...unlike(monthModel(now), last).map((line) => `seed ${seed} end ${line}`));
    for (const subject of subjectsOf(last)) {
      const { before, after, change, steps } = gapChanges(path, subject);
      for (const figure of ['physical', 'budget', 'gap'] as const) {
        const [from, to, total] = [before[figure], after[figure], change[figure]];
        const said = steps.flatMap((step) => (step[figure] === null ? [] : [step[figure]]));
        const wrong =
          from === null || to === null
            ? total !== null || said.length > 0
            : !close(sum(said), to - from) || !close(sum([total]), to - from);
        if (wrong) faults.push(`seed ${seed} ${subject.kind} ${subject.code} ${figure}: ${said} for ${total}`);
      }
      for (const { kind, gap, causes } of steps) {
        if (gap !== null && !close(sum(causes.map((cause) => cause.gap)), gap))
          faults.push(`seed ${seed} ${subject.code} ${kind}: causes do not add up to ${gap}`);
        if (gap !== null && Math.abs(gap) > 1e-6) seen.set(kind, (seen.get(kind) ?? 0) + 1);
      }
    }
  }
  expect(faults).toEqual([]);
  expect(CHANGE_KINDS.filter((kind) => (seen.get(kind) ?? 0) < 20)).toEqual([]);
});

it.each<[Moved, ChangeKind[]]>([
  ['values', ['restated', 'reported']],
  ['weights', ['replanned']],
  ['budgets', ['budget_amended']],
  ['releases', ['weight_released']],
  // What takes effect at a period comes into force as the months go by: budgets, releases, mergers.
  ['period', CHANGE_KINDS.filter((kind) => kind !== 'restated')],
])('where only %s differ, only %j move anything', (moved, kinds) => {
  const faults: string[] = [];
  let moving = 0;
  for (let seed = 1; seed <= SEEDS / 3; seed += 1) {
    const { then, now } = thenAndNow(seed, [moved]);
    const path = changePath(then, now);
    for (const subject of subjectsOf(path.start)) {
      for (const { kind, physical, budget, gap, touched } of gapChanges(path, subject).steps) {
        const still = [physical, budget, gap].every((effect) => effect === null || Math.abs(effect) < 1e-9);
        if (kinds.includes(kind)) moving += still ? 0 : 1;
        else if (!still || (touched ?? 0) > 0) faults.push(`seed ${seed} ${subject.code}: ${kind} ${gap}`);
      }
    }
  }
  expect(faults).toEqual([]);
  expect(moving).toBeGreaterThan(10);
});

function subjectsOf(model: MonthModel): GapSubject[] {
  return programFigures(model).map(([, { kind, code }]) => ({
    kind: kind === 'department' || kind === 'project' ? kind : 'node',
    code,
  }));
}

function unlike(one: MonthModel, two: MonthModel): string[] {
  const figures = new Map(programFigures(two));
  return programFigures(one).flatMap(([key, figure]) => {
    const own = figures.get(key);
    return own ? differ(figure, own).map((line) => `${key}: ${line}`) : [`${key}: gone`];
  });
}

function thenAndNow(seed: number, moved: readonly Moved[]): { then: MeasureInput; now: MeasureInput } {
  const given = organisation(seed);
  const chance = new Chance(-seed);
  const [scope, basis] = QUESTIONS[seed % QUESTIONS.length] ?? ['plan', 'due'];
  const now: MeasureInput = { ...given, options: { ...given.options, scope, basis } };
  const { calendar, figures } = now;
  const plan = now.package.plans[0];
  const [year, month] = [yearOf(calendar, now.period), monthOf(calendar, now.period)];
  const thisYear = periodOf(calendar, year, Math.max(1, month - chance.whole(1, 4)));
  const lastYear = year > (plan?.firstYear ?? year) && chance.often(0.5);
  const earlier = lastYear ? periodOf(calendar, year - 1, chance.whole(1, 12)) : thisYear;
  const period = moved.includes('period') ? earlier : now.period;
  const upto = (from: readonly Figure[], to: Period) =>
    from.filter((figure) => comparePeriods(calendar, periodOf(calendar, figure.year, figure.month), to) <= 0);
  const known = moved.includes('values')
    ? figures
        .filter(() => chance.often(0.8))
        .map((figure) =>
          chance.often(0.2) ? { ...figure, value: figure.field.endsWith('_rial') ? 0 : figure.value / 2 } : figure,
        )
    : figures;
  const projects = now.package.projects.map((project): Project => {
    const was = { ...project };
    if (moved.includes('weights') && chance.often(0.3)) was.weight = chance.whole(1, 9);
    if (moved.includes('budgets') && chance.often(0.3) && was.approvedRial !== null) was.approvedRial += 77;
    if (moved.includes('releases') && was.released !== null) was.released = null;
    return was;
  });
  const changes = moved.includes('budgets')
    ? now.package.budgetChanges.filter(() => chance.often(0.5))
    : now.package.budgetChanges;
  const then = {
    ...now,
    period,
    figures: upto(known, period),
    package: { ...now.package, projects, budgetChanges: changes },
  };
  return { then, now: { ...now, figures: upto(figures, now.period) } };
}

function sum(values: readonly (number | null)[]): number {
  return values.reduce<number>((total, value) => total + (value ?? 0), 0);
}
