import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { monthOf, yearOf } from '../../src/domain/calendar.js';
import type { EarnedValue } from '../../src/domain/control.js';
import {
  controlModel,
  departmentEarnedValues,
  nodeEarnedValues,
  projectEarnedValues,
} from '../../src/measure/control/earned-value.js';
import { nodeFigures } from '../../src/measure/figures.js';
import { indicatorFigures } from '../../src/measure/indicators/figure.js';
import { IndicatorTree } from '../../src/measure/indicators/rollup.js';
import type { Figure } from '../../src/measure/input.js';
import { leavesBelow, monthModel } from '../../src/measure/model.js';
import { PlannedFigures } from '../../src/measure/planned.js';
import { physicalField, type progressRatio } from '../../src/measure/progress.js';
import { close } from '../oracle/compare.js';
import { type Organisation, organisation } from '../oracle/generate.js';
import { organisationWithIndicators } from '../oracle/generate-indicators.js';
import { Chance } from '../oracle/random.js';
import { turned } from './turned.js';

const seeds = fc.integer({ min: 1, max: 1_000_000 });
const RUNS = { numRuns: 40, seed: 1399 };
const YEAR = { scope: 'year', basis: 'due' } as const;

const yearModel = (given: Organisation) => monthModel({ ...given, options: { ...given.options, ...YEAR } });
const near = (a: number | null, b: number | null): boolean =>
  a === null || b === null ? a === b : close(a, b, Math.max(Math.abs(a), Math.abs(b)));

test('earned value adds up: a node is its children, the plan its departments and its projects', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const control = controlModel(yearModel(organisation(seed)));
      const rows = new Map(nodeEarnedValues(control).map((row) => [row.code, row]));
      const whole = rows.get(control.model.root.code);
      const sums = (parts: readonly EarnedValue[]) =>
        (['PV', 'EV', 'AC'] as const).map((name) =>
          parts.some((part) => part[name] !== null && part.projects > 0)
            ? parts.reduce((sum, part) => sum + Number(part[name] ?? 0), 0)
            : null,
        );
      const agrees = (row: EarnedValue | undefined, parts: readonly EarnedValue[]) => {
        const own = row ? [row.PV, row.EV, row.AC === null ? null : Number(row.AC)] : [];
        expect(sums(parts).map((sum, at) => near(sum, own[at] ?? null))).toEqual([true, true, true]);
        expect(parts.reduce((sum, part) => sum + part.projects, 0)).toBe(row?.projects);
        expect(parts.reduce((sum, part) => sum + part.left_out, 0)).toBe(row?.left_out);
      };
      for (const node of control.model.nodes.values()) {
        if (node.children.length === 0) continue;
        agrees(
          rows.get(node.code),
          node.children.flatMap(({ code }) => rows.get(code) ?? []),
        );
      }
      agrees(whole, departmentEarnedValues(control));
      agrees(whole, projectEarnedValues(control));
    }),
    RUNS,
  );
});

test('the order of the rows changes nothing for earned value and indicators', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const given = organisationWithIndicators(seed);
      const said = answers(given);
      const other = answers(turned(given, seed));
      expect([...other.keys()].sort()).toEqual([...said.keys()].sort());
      for (const [key, value] of said) expect(near(value, other.get(key) ?? null), key).toBe(true);
    }),
    RUNS,
  );
});

function answers(given: Organisation): Map<string, number | null> {
  const model = yearModel(given);
  const control = controlModel(model);
  const options = { ...given.options, ...YEAR };
  const figures = indicatorFigures({ ...given, options });
  const tree = new IndicatorTree(figures, given.package, given.plan);
  const rows = [...nodeEarnedValues(control), ...projectEarnedValues(control), ...departmentEarnedValues(control)];
  return new Map([
    ...rows.flatMap((row) =>
      (['PV', 'EV', 'EAC', 'SPI', 'CPI', 'AT', 'scheduled_share'] as const).map((name): [string, number | null] => [
        `${row.kind} ${row.code} ${name}`,
        row[name],
      ]),
    ),
    ...figures.map(({ code, attainmentRaw }): [string, number | null] => [`indicator ${code}`, attainmentRaw]),
    ...tree.places().map((place): [string, number | null] => [`place ${place}`, tree.of(place).attainment]),
  ]);
}

describe('the two scenarios, low and high', () => {
  test('contain the later figure wherever silent work is monotone and not ahead of plan', () => {
    const { asked, held } = contained(120, true);
    expect(asked).toBeGreaterThan(300);
    expect(held).toBe(asked);
  });

  test('elsewhere contain it as often as is printed here', () => {
    const { asked, held } = contained(120, false);
    console.log(
      `low..high held the later figure in ${held} of ${asked} nodes (${Math.round((1000 * held) / asked) / 10}%)`,
    );
    expect(asked).toBeGreaterThan(300);
    expect(held).toBeLessThanOrEqual(asked);
  });
});

/** Nodes with a figure, and those whose bounds held what was known once every silent project had reported. */
function contained(count: number, tame: boolean): { asked: number; held: number } {
  let asked = 0;
  let held = 0;
  for (let seed = 1; seed <= count; seed += 1) {
    const given = organisation(seed);
    const then = new Map(nodeFigures(yearModel(given)).map((row) => [row.code, row]));
    const later = nodeFigures(yearModel({ ...given, figures: [...given.figures, ...lateReports(given, seed, tame)] }));
    for (const { code, physical: value } of later) {
      const { low = null, high = null } = then.get(code) ?? {};
      if (low === null || high === null || value === null) continue;
      asked += 1;
      if (value >= low - 1e-9 && value <= high + 1e-9) held += 1;
    }
  }
  return { asked, held };
}

/** What the silent projects say later of this very month: tame = between where they were last and the plan; else anything. */
function lateReports(given: Organisation, seed: number, tame: boolean): Figure[] {
  const chance = new Chance(seed + 7_000_003);
  const model = yearModel(given);
  const planned = new PlannedFigures(model.input);
  const [year, month] = [yearOf(given.calendar, given.period), monthOf(given.calendar, given.period)];
  return leavesBelow(model.root).flatMap(({ leaf: { values } }): Figure[] => {
    if (!values || values.achieved === null || values.physicalState === 'reported') return [];
    const { project, achieved } = values;
    const plan = Math.max(achieved, planned.planned(project, month).ratio);
    const ratio = tame ? achieved + (plan - achieved) * chance.ratio() : chance.ratio();
    const value = reportedFor(project, ratio);
    return [{ code: project.code, field: physicalField(project), year, month, value }];
  });

  function reportedFor(project: Parameters<typeof progressRatio>[0], ratio: number): number {
    if (project.progressMethod === 'quantity') return ratio * (project.quantity ?? 1);
    if (project.progressBasis === 'year') return ratio;
    const [opening, target] = [project.openingPercent ?? 0, project.targetPercent ?? 100];
    return (opening + ratio * (target - opening)) / 100;
  }
}
