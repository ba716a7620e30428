import type { Plan, Project } from '../domain/plan.js';
import { withCarriedWork } from './carried.js';
import type { MeasureInput } from './input.js';
import type { ScopedLeaf } from './scheme-leaves.js';
import { type ScopedNode, scopedTree, walk } from './scoped-tree.js';
import { type Sums, treeSums } from './sums.js';
import { type ProjectValues, ValueReader } from './values.js';

/** A leaf with its share of the whole that was asked (the plan, or one node). */
export interface WeighedLeaf {
  leaf: ScopedLeaf;
  /** Product of the shares down the tree. */
  weight: number;
  /** Some share on the way rests on an assumption. */
  assumed: boolean;
}

/** The plan of one period in one scope and basis, with everything that measures need; built once, asked often. */
export interface MonthModel {
  input: MeasureInput;
  plan: Plan;
  /** Fiscal year of the period. */
  year: number;
  root: ScopedNode;
  nodes: ReadonlyMap<string, ScopedNode>;
  sums: ReadonlyMap<ScopedNode, Sums>;
  /** Scope plan, basis full: some later plan year has no budget yet, so the full denominator is not known. */
  budgetMissing: boolean;
}

/**
 * Reads plan and figures into a model. Projects of later years count only in scope plan on basis full.
 * Throws RangeError when the package does not hold the plan.
 */
export function monthModel(input: MeasureInput): MonthModel {
  const plan = input.package.plans.find(({ code }) => code === input.plan);
  if (!plan) throw new RangeError(`no such plan in this version: ${input.plan}`);
  const reader = new ValueReader(input);
  const own = new Set(input.package.nodes.filter((node) => node.plan === plan.code).map((node) => node.code));
  const projects = input.package.projects.filter(
    (project) => own.has(project.node) && inScope(project, plan, reader.year, input) && reader.isLeaf(project),
  );
  const ofPlan = new Set(input.package.projects.filter(({ node }) => own.has(node)).map(({ code }) => code));
  const values = withCarriedWork(
    projects.map((project) => reader.read(project)),
    ofPlan,
  );
  const root = scopedTree(plan.code, input.package.nodes, {
    options: input.options,
    plan,
    year: reader.year,
    projectsOf: groupByNode(values),
    sharesOf: yearShares(input),
  });
  return {
    input,
    plan,
    year: reader.year,
    root,
    nodes: new Map([...walk(root)].map((node) => [node.code, node])),
    sums: treeSums(root, input.options),
    budgetMissing: budgetMissing(input, plan, reader.year, values),
  };
}

function inScope(project: Project, plan: Plan, year: number, { options }: MeasureInput): boolean {
  if (options.scope !== 'plan') return project.year === year;
  const last = options.basis === 'full' ? plan.lastYear : year;
  return project.year >= plan.firstYear && project.year <= last;
}

function groupByNode(values: readonly ProjectValues[]): Map<string, ProjectValues[]> {
  const groups = new Map<string, ProjectValues[]>();
  for (const value of values) {
    const group = groups.get(value.project.node);
    if (group) group.push(value);
    else groups.set(value.project.node, [value]);
  }
  return groups;
}

function yearShares(input: MeasureInput): Map<string, Map<number, number>> {
  const shares = new Map<string, Map<number, number>>();
  for (const { node, year, sharePercent } of input.package.yearShares) {
    const years = shares.get(node) ?? new Map<number, number>();
    years.set(year, sharePercent);
    shares.set(node, years);
  }
  return shares;
}

function budgetMissing(input: MeasureInput, plan: Plan, year: number, values: readonly ProjectValues[]): boolean {
  if (input.options.scope !== 'plan' || input.options.basis !== 'full') return false;
  if (input.options.denominator === 'allocated') return false;
  const withBudget = new Set(
    values.filter(({ approvedRial }) => approvedRial !== null).map(({ project }) => project.year),
  );
  for (let later = year + 1; later <= plan.lastYear; later += 1) if (!withBudget.has(later)) return true;
  return false;
}

/** Every leaf below a node, weighed relative to that node, in tree order. */
export function leavesBelow(node: ScopedNode): WeighedLeaf[] {
  const leaves: WeighedLeaf[] = [];
  const visit = (at: ScopedNode, weight: number, assumed: boolean): void => {
    for (const leaf of at.leaves) {
      leaves.push({ leaf, weight: weight * leaf.weight, assumed: assumed || leaf.weightAssumed });
    }
    for (const child of at.children) visit(child, weight * child.share, assumed || child.shareAssumed);
  };
  visit(node, 1, false);
  return leaves;
}
