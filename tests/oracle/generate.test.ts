import { expect, it } from 'vitest';
import { monthOf, ordinalOf } from '../../src/domain/calendar.js';
import type { Project } from '../../src/domain/plan.js';
import { type Organisation, organisation } from './generate.js';

const SEEDS = 200;
const ENOUGH = 5;

const anyProject = (holds: (project: Project) => boolean) => (given: Organisation) =>
  given.package.projects.some(holds);

const CASES: Record<string, (given: Organisation) => boolean> = {
  'depth 1': (given) => depthOf(given) === 1,
  'depth 8': (given) => depthOf(given) === 8,
  'month 1': (given) => monthOf(given.calendar, given.period) === 1,
  'month 12': (given) => monthOf(given.calendar, given.period) === 12,
  'month 13': (given) => monthOf(given.calendar, given.period) === 13,
  'one plan year': ({ package: { plans } }) => plans[0]?.firstYear === plans[0]?.lastYear,
  'six plan years': ({ package: { plans } }) => (plans[0]?.lastYear ?? 0) - (plans[0]?.firstYear ?? 0) === 5,
  'blank weight': anyProject(({ weight }) => weight === null),
  'weight 0': anyProject(({ weight }) => weight === 0),
  'no budget': anyProject(({ approvedRial }) => approvedRial === null),
  'quantity 0': anyProject(({ quantity }) => quantity === 0),
  surplus: ({ figures, package: { projects } }) =>
    figures.some(({ code, field, value }) => {
      const planned = projects.find((project) => project.code === code)?.quantity ?? 0;
      return field === 'quantity' && planned > 0 && value > planned;
    }),
  'life basis': anyProject(({ progressBasis }) => progressBasis === 'life'),
  merged: anyProject(({ status }) => status === 'merged'),
  'cancelled, weight kept': anyProject(({ status, released }) => status === 'cancelled' && released === null),
  'cancelled, weight released': anyProject(({ status, released }) => status === 'cancelled' && released !== null),
  'status in the future': ({ calendar, period, package: { projects } }) =>
    projects.some(
      (p) => p.statusEffective !== null && ordinalOf(calendar, p.statusEffective) > ordinalOf(calendar, period),
    ),
  'budget amended in the future': ({ calendar, period, package: { budgetChanges } }) =>
    budgetChanges.some(({ effective }) => ordinalOf(calendar, effective) > ordinalOf(calendar, period)),
  'chain of carried work': ({ package: { projects } }) =>
    projects.some((p) => p.carriedWork && projects.some((q) => q.carriedWork && q.continues === p.code)),
  'carried credit': anyProject(({ carriedRial }) => (carriedRial ?? 0) > 0),
  'schedule by quantity': ({ package: { schedule } }) => schedule.some((row) => (row.plannedQuantity ?? 0) > 0),
  'year shares': ({ package: { yearShares } }) => yearShares.length > 0,
  settlement: ({ figures }) => figures.some(({ month }) => month === 13),
  'rials beyond 2^53': ({ figures }) => figures.reduce((sum, { value }) => sum + value, 0) > Number.MAX_SAFE_INTEGER,
};

const ORGANISATIONS = Array.from({ length: SEEDS }, (_, at) => organisation(at + 1));

/** An oracle proves nothing about what is never drawn. */
it.each(Object.entries(CASES))('draws %s', (_, holds) => {
  expect(ORGANISATIONS.filter(holds).length).toBeGreaterThanOrEqual(ENOUGH);
});

function depthOf({ package: { nodes }, plan }: Organisation): number {
  const levels = nodes.filter((node) => node.plan === plan).map(({ level }) => Number(level.split(' ')[1]));
  return Math.max(...levels);
}
