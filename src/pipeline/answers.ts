import type { Realization, SliceKey } from '../domain/measure.js';
import { departmentFigures, nodeFigure, nodeFigures, projectFigures, sliceFigures } from '../measure/figures.js';
import { leavesBelow, type MonthModel, type WeighedLeaf } from '../measure/model.js';
import { type ScopedNode, walk } from '../measure/scoped-tree.js';
import { departmentOf, mustFind } from './codes.js';
import type { Context } from './context.js';
import { notTogether, unknownLevel } from './errors.js';
import { withIndicators } from './indicators.js';
import { modelOf, type Question, resolve } from './questions.js';
import { ownsNothing, reasonsOf } from './reasons.js';
import type { AnswerHead, FigureAnswer, FigureQuery } from './types.js';

const SLICES = {
  district: 'district',
  mission: 'mission',
  kind: 'kind',
  fund_source: 'fundSource',
} as const satisfies Record<string, SliceKey>;

export function headOf({ period, plan, options, asOf }: Question): AnswerHead {
  return { period, plan: plan.code, options, asOf };
}

/**
 * The figures of a query: plan and nodes, one level, one node, one department, or slices or projects of the plan, of one
 * node or of one department. A department that owns nothing there gets no row, and the reason.
 */
export function realization(context: Context, query: FigureQuery): FigureAnswer {
  refuseTogether(query);
  const question = resolve(context, query);
  const model = modelOf(context, question);
  const department = query.department === undefined ? null : departmentOf(question.inForce.package, query.department);
  const rows = rowsOf(model, query, department?.code ?? null);
  const reasons = rows.length === 0 && department ? [ownsNothing(department)] : reasonsOf(model);
  return {
    ...headOf(question),
    rows: withIndicators(context, question, model, rows),
    mix: context.config.mix.indicators,
    reasons,
  };
}

/** `level project` lists what `node` and `department` hold; all other pairs would contradict each other. */
function refuseTogether({ node, department, level, by }: FigureQuery): void {
  if (node !== undefined && department !== undefined) throw notTogether('--node', '--department');
  if (level === undefined) return;
  if (by !== undefined) throw notTogether('--level', '--by');
  if (level === 'project') return;
  if (node !== undefined) throw notTogether('--level', '--node');
  if (department !== undefined) throw notTogether('--level', '--department');
}

function rowsOf(model: MonthModel, query: FigureQuery, department: string | null): Realization[] {
  const { by, level } = query;
  if (by !== undefined) return sliceFigures(model, SLICES[by], by, leavesOf(model, query, department));
  if (level === 'project') return projectFigures(model, leavesOf(model, query, department));
  if (department !== null) return departmentFigures(model).filter(({ code }) => code === department);
  if (query.node !== undefined) return [nodeFigure(model, nodeOf(model, query.node))];
  if (level === undefined) return nodeFigures(model);
  if (level === 'department') return departmentFigures(model);
  const rows = nodeFigures(model);
  const found = rows.filter((row) => row.level === level);
  if (found.length === 0) throw unknownLevel(level, levelsOf(rows));
  return found;
}

/** The leaves that a query speaks of: of the plan, below one node, or of one department. */
function leavesOf(model: MonthModel, { node }: FigureQuery, department: string | null): WeighedLeaf[] {
  const leaves = leavesBelow(node === undefined ? model.root : nodeOf(model, node));
  return department === null ? leaves : leaves.filter(({ leaf }) => leaf.values?.project.department === department);
}

function levelsOf(rows: readonly Realization[]): string[] {
  return [...new Set([...rows.map((row) => row.level), 'project', 'department'])];
}

/** A node by its code as typed, the plan's own code for the whole. Throws PayeshError for an unknown one. */
export function nodeOf(model: MonthModel, code: string): ScopedNode {
  return mustFind(model.nodes.values(), code);
}

/** Nodes of the first level that has more than one node: the level at which a manager reads the plan. */
export function firstWideLevel(model: MonthModel) {
  const all = [...walk(model.root)];
  for (let depth = 1; ; depth += 1) {
    const level = all.filter((node) => node.depth === depth);
    if (level.length !== 1) return level;
  }
}
