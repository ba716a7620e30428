import type { Leaf, Realization, SliceKey } from '../domain/measure.js';
import type { Project } from '../domain/plan.js';
import { leavesBelow, type MonthModel, type WeighedLeaf } from './model.js';
import { realizationOf, type Subject } from './realization.js';
import { type ScopedNode, walk } from './scoped-tree.js';
import { setSums } from './sums.js';
import { hasOwnWork } from './values.js';

/** The plan's total first, then every node in tree order. */
export function nodeFigures(model: MonthModel): Realization[] {
  return [...walk(model.root)].map((node) => nodeFigure(model, node));
}

export function nodeFigure(model: MonthModel, node: ScopedNode): Realization {
  const sums = model.sums.get(node);
  if (!sums) throw new RangeError(`node of another model: ${node.code}`);
  const extra = { activeWeight: node.activeWeight, budgetMissing: model.budgetMissing };
  return realizationOf(subjectOf(model, node), sums, model.input.options, extra);
}

function subjectOf({ plan }: MonthModel, { node }: ScopedNode): Subject {
  return node
    ? { kind: 'node', code: node.code, level: node.level, title: node.title }
    : { kind: 'plan', code: plan.code, level: 'plan', title: plan.title };
}

/**
 * A set of leaves as one figure, with their weights in the whole plan:
 * physical(full) = Σ w P / Σ w, physical(due) = Σ w P / Σ w PP. A set has no `activeWeight`.
 */
export function setFigure(model: MonthModel, subject: Subject, leaves: readonly WeighedLeaf[]): Realization {
  const sums = setSums(leaves, model.input.options);
  return realizationOf(subject, sums, model.input.options, { activeWeight: null, budgetMissing: model.budgetMissing });
}

/** One row for each department that owns a project in the scope, in the order of the departments table. */
export function departmentFigures(model: MonthModel): Realization[] {
  return model.input.package.departments.flatMap(({ code }) => departmentFigure(model, code) ?? []);
}

/** One department's row; null = it owns no project in the scope. */
export function departmentFigure(model: MonthModel, code: string): Realization | null {
  const leaves = departmentLeaves(model).get(code);
  const department = model.input.package.departments.find((row) => row.code === code);
  if (!leaves || !department) return null;
  return setFigure(model, { kind: 'department', code, level: 'department', title: department.title }, leaves);
}

/**
 * One row for each project of the scope up to the period's year, in tree order. A project's own progress stands whatever
 * its weight among its siblings; only what has no planned work of its own has none.
 */
export function projectFigures(
  model: MonthModel,
  leaves: readonly WeighedLeaf[] = leavesBelow(model.root),
): Realization[] {
  const alone = projectLeaves(model, leaves);
  return leaves.flatMap(({ leaf: { values } }) => {
    const own = values && alone.get(values.project.code);
    if (!own) return [];
    const { code, title } = values.project;
    return [setFigure(model, { kind: 'project', code, level: 'project', title }, own)];
  });
}

/** The one leaf of each project up to the period's year, weighed as a whole of its own. */
export function projectLeaves(
  model: MonthModel,
  leaves: readonly WeighedLeaf[] = leavesBelow(model.root),
): Map<string, [WeighedLeaf]> {
  return new Map(
    leaves.flatMap((weighed): [string, [WeighedLeaf]][] => {
      const { values } = weighed.leaf;
      if (!values || values.project.year > model.year) return [];
      return [[values.project.code, [{ ...weighed, weight: hasOwnWork(values) ? 1 : 0, assumed: false }]]];
    }),
  );
}

/** Leaves of each department, weighed in the whole plan. */
export function departmentLeaves(model: MonthModel): ReadonlyMap<string, WeighedLeaf[]> {
  const known = BY_DEPARTMENT.get(model) ?? groupLeaves(leavesBelow(model.root), (project) => project.department);
  BY_DEPARTMENT.set(model, known);
  return known;
}

/** Made once for each model: every question about a department asks for it. */
const BY_DEPARTMENT = new WeakMap<MonthModel, Map<string, WeighedLeaf[]>>();

/**
 * One row for each value of a project's attribute, in the order of first appearance; blank values under "—". `leaves`
 * narrows the slices to a part of the plan.
 */
export function sliceFigures(
  model: MonthModel,
  by: SliceKey,
  level: string,
  leaves: readonly WeighedLeaf[] = leavesBelow(model.root),
): Realization[] {
  const groups = groupLeaves(leaves, (project) => project[by] ?? '—');
  return [...groups].map(([value, leaves]) =>
    setFigure(model, { kind: 'slice', code: value, level, title: value }, leaves),
  );
}

function groupLeaves(leaves: readonly WeighedLeaf[], keyOf: (project: Project) => string): Map<string, WeighedLeaf[]> {
  const groups = new Map<string, WeighedLeaf[]>();
  for (const weighed of leaves) {
    const project = weighed.leaf.values?.project;
    if (!project) continue;
    const group = groups.get(keyOf(project));
    if (group) group.push(weighed);
    else groups.set(keyOf(project), [weighed]);
  }
  return groups;
}

/** Leaves of the scope with their weights in the whole plan, up to the period's year, for reports and explanations. */
export function leafRows(model: MonthModel): Leaf[] {
  const titles = new Map(model.input.package.nodes.map((node) => [node.code, node.title]));
  return leavesBelow(model.root)
    .filter(({ leaf }) => leaf.year <= model.year)
    .filter(({ leaf }) => leaf.values !== null || leaf.planned > 0)
    .map((weighed) => leafRow(weighed, model, titles));
}

function leafRow(
  { leaf, weight, assumed }: WeighedLeaf,
  { input }: MonthModel,
  titles: ReadonlyMap<string, string>,
): Leaf {
  const { values } = leaf;
  const project = values?.project;
  const physical = !values || hasOwnWork(values);
  return {
    code: project?.code ?? leaf.scheme,
    title: project?.title ?? titles.get(leaf.scheme) ?? leaf.scheme,
    year: leaf.year,
    kind: project ? 'project' : 'empty_year',
    node: leaf.scheme,
    department: project?.department ?? null,
    weight,
    achieved: physical ? leaf.achieved : null,
    achievedHigh: physical ? leaf.achievedHigh : null,
    planned: physical ? leaf.planned : null,
    spentRial: values?.spentRial ?? null,
    budgetRial: (input.options.basis === 'due' ? values?.dueRial : values?.fullRial) ?? null,
    approvedRial: values?.approvedRial ?? null,
    physicalState: values?.physicalState ?? 'reported',
    moneyState: values?.moneyState ?? 'reported',
    lastPhysical: values?.lastPhysical ?? null,
    lastMoney: values?.lastMoney ?? null,
    plannedAssumed: values?.plannedAssumed ?? false,
    budgetAssumed: values?.dueAssumed ?? false,
    weightAssumed: assumed,
  };
}
