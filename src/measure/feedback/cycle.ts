import type { CycleRow } from '../../domain/feedback.js';
import { type IndicatorFigure, isPartialSum } from '../../domain/indicator-figures.js';
import { leavesBelow, type MonthModel } from '../model.js';
import { walk } from '../scoped-tree.js';

/**
 * Next year's sheet, one line for each indicator: opening status → target → value → gap, next year's target and what is left to it, and this
 * year's projects (with their credit) at or below the places to which the indicator is linked. `figures` of scope year, basis full.
 * A gap is target − value, unknown while one of them is, or the value is a sum with silent periods; source: the yearly cycle of the strategic plan.
 */
export function cycleRows(figures: readonly IndicatorFigure[], year: MonthModel): CycleRow[] {
  const below = projectsBelow(year);
  const credits = new Map(
    leavesBelow(year.root).flatMap(({ leaf: { values } }): [string, bigint][] =>
      values?.current ? [[values.project.code, BigInt(values.approvedRial ?? 0)]] : [],
    ),
  );
  return figures.map((figure) => {
    const projects = new Set(figure.linked.flatMap((code) => below.get(code) ?? (credits.has(code) ? [code] : [])));
    const { value, target } = figure;
    return {
      indicator: figure.code,
      title: figure.title,
      unit: figure.unit,
      department: figure.department,
      opening: figure.opening,
      target,
      value,
      gap: value === null || target === null || isPartialSum(figure) ? null : target - value,
      nextYear: year.year + 1,
      nextTarget: figure.nextTarget,
      gapToFill: figure.gapToFill,
      projects: projects.size,
      creditRial: [...projects].reduce((sum, code) => sum + (credits.get(code) ?? 0n), 0n),
    };
  });
}

/** Codes of this year's projects below each node and below the plan itself. */
function projectsBelow(model: MonthModel): Map<string, string[]> {
  return new Map(
    [...walk(model.root)].map((node): [string, string[]] => [
      node.code,
      leavesBelow(node).flatMap(({ leaf: { values } }) => (values?.current ? [values.project.code] : [])),
    ]),
  );
}
