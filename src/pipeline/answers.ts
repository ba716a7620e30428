import type { Realization } from '../domain/measure.js';
import {
  departmentFigures,
  nodeFigure,
  nodeFigures,
  projectFigures,
  type SliceKey,
  sliceFigures,
} from '../measure/figures.js';
import { explainGap } from '../measure/gap.js';
import type { MonthModel } from '../measure/model.js';
import { walk } from '../measure/scoped-tree.js';
import type { Context } from './context.js';
import { unknownCode, unknownLevel } from './errors.js';
import { modelOf, type Question, resolve } from './questions.js';
import type { AnswerHead, FigureAnswer, FigureQuery, GapAnswer } from './types.js';

const SLICES = {
  district: 'district',
  mission: 'mission',
  kind: 'kind',
  fund_source: 'fundSource',
} as const satisfies Record<string, SliceKey>;

export function headOf({ period, plan, options, asOf }: Question): AnswerHead {
  return { period, plan: plan.code, options, asOf };
}

/** The figures of a query: plan and nodes, one level, one node, one department, or slices of the projects. */
export function realization(context: Context, query: FigureQuery): FigureAnswer {
  const question = resolve(context, query);
  const model = modelOf(context, question);
  return { ...headOf(question), rows: rowsOf(model, query) };
}

function rowsOf(model: MonthModel, query: FigureQuery): Realization[] {
  if (query.by !== undefined) return sliceFigures(model, SLICES[query.by], query.by);
  if (query.department !== undefined) return one(departmentFigures(model), query.department);
  if (query.node !== undefined) return [nodeFigure(model, nodeOf(model, query.node))];
  if (query.level === undefined) return nodeFigures(model);
  if (query.level === 'project') return projectFigures(model);
  if (query.level === 'department') return departmentFigures(model);
  const rows = nodeFigures(model);
  const level = rows.filter((row) => row.level === query.level);
  if (level.length === 0) throw unknownLevel(query.level, levelsOf(rows));
  return level;
}

function levelsOf(rows: readonly Realization[]): string[] {
  return [...new Set([...rows.map((row) => row.level), 'project', 'department'])];
}

function one(rows: readonly Realization[], code: string): Realization[] {
  const found = rows.filter((row) => row.code === code);
  if (found.length === 0) throw unknownCode(code);
  return found;
}

/** A node by its code, the plan's own code for the whole. Throws PayeshError for an unknown one. */
export function nodeOf(model: MonthModel, code: string) {
  const node = model.nodes.get(code);
  if (!node) throw unknownCode(code);
  return node;
}

/** The gap explained at the plan's total, or at one node. */
export function gap(context: Context, query: FigureQuery): GapAnswer {
  const question = resolve(context, query);
  const model = modelOf(context, question);
  const node = query.node === undefined ? model.root : nodeOf(model, query.node);
  return { ...headOf(question), rows: [explainGap(model, node)] };
}

/** Nodes of the first level that has more than one node: the level at which a manager reads the plan. */
export function firstWideLevel(model: MonthModel) {
  const all = [...walk(model.root)];
  for (let depth = 1; ; depth += 1) {
    const level = all.filter((node) => node.depth === depth);
    if (level.length !== 1) return level;
  }
}
