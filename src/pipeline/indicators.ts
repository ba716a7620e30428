import { monthOf, yearOf } from '../domain/calendar.js';
import type { InheritedBaseline } from '../domain/crosswalk.js';
import type { IndicatorFigure } from '../domain/indicator-figures.js';
import type { MeasureOptions, Realization } from '../domain/measure.js';
import { dueFigures } from '../measure/indicators/due.js';
import { indicatorFigures } from '../measure/indicators/figure.js';
import { inheritedBaselines, withBaselines } from '../measure/indicators/inherited.js';
import { IndicatorTree } from '../measure/indicators/rollup.js';
import type { MonthModel } from '../measure/model.js';
import { walk } from '../measure/scoped-tree.js';
import { departmentOf, mustFind } from './codes.js';
import type { Context } from './context.js';
import { baselineAssumptions } from './crosswalk.js';
import { notTogether } from './errors.js';
import { modelInput, type Question, resolve } from './questions.js';
import type { FigureQuery, IndicatorAnswer } from './types.js';

/**
 * Indicators of a question (other choices of scope and basis where given), alone and together at every place of the plan, and the baselines that
 * were taken from the plan before: assumptions, which the answer prints. `dueOnly` = as if nothing had been reported before it was due.
 */
export function indicatorsOf(
  context: Context,
  question: Question,
  other: Partial<MeasureOptions> & { period?: string } = {},
  dueOnly = false,
): { figures: IndicatorFigure[]; tree: IndicatorTree; inherited: InheritedBaseline[] } {
  const given = modelInput(context, question, other);
  const period = other.period ?? question.period;
  const known = question.indicatorFiguresTo(period);
  const [year, month] = [yearOf(context.calendar, period), monthOf(context.calendar, period)];
  const reported = dueOnly ? dueFigures(known, given.package.indicators, year, Math.min(12, month)) : known;
  const all = inheritedBaselines(given.package, question.plan, reported);
  const input = { ...given, figures: reported, package: withBaselines(given.package, all) };
  const figures = indicatorFigures(input);
  const shown = new Set(figures.map(({ code }) => code));
  const inherited = all.filter(({ indicator }) => shown.has(indicator));
  return { figures, tree: new IndicatorTree(figures, input.package, input.plan), inherited };
}

/** The indicators of the plan, of one node or of one department. */
export function indicators(context: Context, query: FigureQuery): IndicatorAnswer {
  if (query.node !== undefined && query.department !== undefined) throw notTogether('--node', '--department');
  const question = resolve(context, query);
  const { figures, tree, inherited } = indicatorsOf(context, question);
  const { period, options, asOf, plan, inForce } = question;
  const head = { period, plan: plan.code, options, asOf, reasons: baselineAssumptions(inherited) };
  if (query.department !== undefined) {
    const { code } = departmentOf(inForce.package, query.department);
    return { ...head, rows: figures.filter(({ department }) => department === code), total: tree.ofDepartment(code) };
  }
  if (query.node === undefined) return { ...head, rows: figures, total: tree.of(plan.code) };
  const node = mustFind([plan, ...inForce.package.nodes.filter((each) => each.plan === plan.code)], query.node);
  return { ...head, rows: tree.figuresAt(node.code), total: tree.of(node.code) };
}

/** Realization with the attainment of the indicators below each plan, node and department; slices have none. */
export function withIndicators(
  context: Context,
  question: Question,
  { input, root }: MonthModel,
  rows: readonly Realization[],
): Realization[] {
  if (question.inForce.package.indicators.length === 0) return [...rows];
  const { tree } = indicatorsOf(context, question, { ...input.options, period: input.period });
  const places = new Set([...walk(root)].map(({ code }) => code));
  return rows.map((row) => {
    if (row.kind === 'slice') return row;
    const rollup = row.kind === 'department' ? tree.ofDepartment(row.code) : tree.of(row.code);
    return row.kind === 'node' && !places.has(row.code) ? row : { ...row, indicators: rollup.attainment };
  });
}
