import { periodOf } from '../../src/domain/calendar.js';
import type { Indicator, Link, Target } from '../../src/domain/plan.js';
import type { Figure } from '../../src/measure/input.js';
import { type Organisation, organisation } from './generate.js';
import { Chance, siblingWeights } from './random.js';

const MOST = 10;

/**
 * An organisation with indicators of every aggregation, direction and frequency: targets by year and by month, with years that
 * have none, bands, links to nodes, projects and the plan itself, and reports with silent months, settlements and half ratios.
 */
export function organisationWithIndicators(seed: number): Organisation {
  const given = organisation(seed);
  const chance = new Chance(seed + 1_000_003);
  const weights = siblingWeights(chance, chance.whole(1, MOST));
  const indicators = weights.map((weight, at) => drawIndicator(chance, given, `I${at}`, weight));
  return {
    ...given,
    package: {
      ...given.package,
      indicators,
      targets: chance.shuffle(indicators.flatMap((indicator) => targetsOf(chance, given, indicator))),
      links: chance.shuffle(indicators.flatMap(({ code }) => linksOf(chance, given, code))),
    },
    figures: chance.shuffle([
      ...given.figures,
      ...indicators.flatMap((indicator) => reportsOf(chance, given, indicator)),
    ]),
  };
}

function drawIndicator(chance: Chance, given: Organisation, code: string, weight: number | null): Indicator {
  const nodes = given.package.nodes.map((node) => node.code);
  const departments = given.package.departments.map((department) => department.code);
  return {
    code,
    title: code,
    department: chance.shuffle(departments)[0] ?? 'D1',
    node: chance.often(0.15) ? null : (chance.shuffle(nodes)[0] ?? null),
    unit: null,
    direction: chance.pick(['up', 'up', 'down', 'band']),
    aggregation: chance.pick(['sum', 'sum', 'last', 'average', 'max', 'ratio']),
    baselineYear: null,
    baseline: chance.often(0.2) ? null : chance.whole(0, 40),
    weight,
    frequency: chance.pick(['monthly', 'quarterly', 'half_yearly', 'yearly']),
    lagMonths: chance.pick([0, 0, 1, 3]),
  };
}

/** Whole numbers often meet the baseline or each other (hold), and 0 (a sum without a target). */
function targetsOf(chance: Chance, given: Organisation, { code, direction, baseline }: Indicator): Target[] {
  const { firstYear, lastYear } = yearsOf(given);
  const targets: Target[] = [];
  for (let year = firstYear; year <= lastYear; year += 1) {
    if (chance.often(0.15)) continue;
    const months = new Set(Array.from({ length: chance.pick([0, 0, 1, 2]) }, () => chance.whole(1, 11)));
    const whens = [...[...months].map((month) => periodOf(given.calendar, year, month)), `${year}`];
    for (const when of chance.often(0.1) ? whens.slice(0, -1) : whens) targets.push(drawTarget(chance, code, when));
  }
  return targets;

  function drawTarget(by: Chance, indicator: string, periodOrYear: string): Target {
    if (direction !== 'band') {
      const held = by.often(0.15) && baseline !== null;
      const target = held ? baseline : by.often(0.08) ? 0 : by.whole(0, 60);
      return { indicator, periodOrYear, target, low: null, high: null, zeroBelow: null, zeroAbove: null };
    }
    const low = by.whole(10, 30);
    const high = low + by.whole(0, 20);
    return {
      indicator,
      periodOrYear,
      target: null,
      low: by.often(0.1) ? null : low,
      high,
      zeroBelow: by.often(0.3) ? null : low - by.whole(0, 9),
      zeroAbove: by.often(0.3) ? null : high + by.whole(0, 30),
    };
  }
}

function linksOf(chance: Chance, given: Organisation, indicator: string): Link[] {
  if (chance.often(0.4)) return [];
  const places = [
    ...given.package.nodes.map(({ code }) => code),
    ...given.package.projects.map(({ code }) => code),
    given.plan,
  ];
  const chosen = chance.shuffle(places).slice(0, chance.whole(1, 4));
  const weights = siblingWeights(chance, chosen.length);
  return chosen.map((code, at) => ({ indicator, code, weight: weights[at] ?? null }));
}

function reportsOf(chance: Chance, given: Organisation, { code, aggregation }: Indicator): Figure[] {
  const { firstYear, lastYear } = yearsOf(given);
  // A third is never silent but for whole years: sums over silent months have no attainment.
  const reports = chance.often(0.35) ? 1 : chance.ratio() * chance.ratio();
  const figures: Figure[] = [];
  // The year before the plan may have been reported too: it opens the first year.
  for (let year = firstYear - 1; year <= lastYear; year += 1) {
    if (chance.often(0.2)) continue;
    for (let month = 1; month <= 13; month += 1) {
      if (!chance.often(month === 13 ? reports / 2 : reports)) continue;
      const say = (field: Figure['field'], value: number) => figures.push({ code, field, year, month, value });
      if (aggregation !== 'ratio' || chance.often(0.3)) say('value', chance.whole(-40, 400) / 8);
      if (aggregation !== 'ratio') continue;
      if (chance.often(0.85)) say('numerator', chance.whole(0, 400));
      if (chance.often(0.85)) say('denominator', chance.often(0.2) ? 0 : chance.whole(1, 20));
    }
  }
  return figures;
}

function yearsOf({ package: { plans }, plan }: Organisation): { firstYear: number; lastYear: number } {
  const found = plans.find(({ code }) => code === plan);
  if (!found) throw new RangeError(plan);
  return found;
}
