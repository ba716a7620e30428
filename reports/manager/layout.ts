import type { FactField } from '../../src/domain/fact.js';
import { invariant } from '../../src/domain/invariant.js';
import type { Leaf, Realization } from '../../src/domain/measure.js';
import type { MonthFigures, TreeRow } from '../../src/domain/month.js';
import type { Project } from '../../src/domain/plan.js';
import { FIRST_ROW } from './columns.js';

/** A node of the plan with its figures and its place on the tree sheet. */
export interface PlacedNode {
  /** Running number, 0 = the plan: formulas match by it, since codes such as `1-2` may read as dates. */
  number: number;
  row: number;
  depth: number;
  parent: PlacedNode | null;
  children: PlacedNode[];
  tree: TreeRow | null;
  figures: Realization;
}

/** Where things stand on the sheets, so that formulas and jumps of one sheet can point into another. */
export interface Layout {
  total: PlacedNode;
  nodes: PlacedNode[];
  byCode: ReadonlyMap<string, PlacedNode>;
  departmentNumbers: ReadonlyMap<string, number>;
  /** Row on the lineage sheet of the fact of a code, period and field. */
  lineageRow(code: string, period: string, field: FactField): number | null;
  /** Fields from which a project's progress comes, the one that counts first. */
  physicalFields(code: string): readonly FactField[];
  /** A project as the plan has it; null = a scheme's year without projects. */
  projectOf(code: string): Project | null;
  /** Later projects that finish the work of this one. */
  carriersOf(code: string): readonly string[];
}

export function layoutOf(figures: MonthFigures): Layout {
  const realizations = new Map(figures.headline.rows.map((row) => [row.code, row]));
  const plan = realizations.get(figures.plan.code);
  invariant(plan, `the headline has no row for its plan ${figures.plan.code}`);
  const total: PlacedNode = {
    number: 0,
    row: FIRST_ROW,
    depth: 0,
    parent: null,
    children: [],
    tree: null,
    figures: plan,
  };
  const nodes: PlacedNode[] = [total];
  const byCode = new Map<string, PlacedNode>([[figures.plan.code, total]]);
  for (const tree of figures.tree) {
    if (tree.code === figures.plan.code) continue;
    const own = realizations.get(tree.code);
    invariant(own, `the headline has no row for node ${tree.code}`);
    const parent = (tree.parent === null ? total : byCode.get(tree.parent)) ?? total;
    const number = nodes.length;
    const depth = parent.depth + 1;
    const node: PlacedNode = { number, row: FIRST_ROW + number, depth, parent, children: [], tree, figures: own };
    parent.children.push(node);
    nodes.push(node);
    byCode.set(tree.code, node);
  }
  const departmentNumbers = new Map(figures.departments.map(({ reporting }, index) => [reporting.code, index + 1]));
  return {
    total,
    nodes,
    byCode,
    departmentNumbers,
    lineageRow: lineageRows(figures),
    ...projectsOf(figures),
  };
}

function lineageRows({ facts }: MonthFigures): Layout['lineageRow'] {
  const rows = new Map(facts.map((fact, index) => [`${fact.code}\n${fact.period}\n${fact.field}`, FIRST_ROW + index]));
  return (code, period, field) => rows.get(`${code}\n${period}\n${field}`) ?? null;
}

/** A project measured by quantity may report a percentage too, but its figure comes from the quantity. */
function projectsOf({ planPackage }: MonthFigures): Pick<Layout, 'physicalFields' | 'projectOf' | 'carriersOf'> {
  const projects = new Map(planPackage.projects.map((project) => [project.code, project]));
  const carriers = planPackage.projects.filter(({ carriedWork }) => carriedWork);
  return {
    projectOf: (code) => projects.get(code) ?? null,
    carriersOf: (code) => carriers.filter(({ continues }) => continues === code).map((later) => later.code),
    physicalFields: (code) =>
      projects.get(code)?.progressMethod === 'quantity' ? ['quantity', 'physical'] : ['physical', 'quantity'],
  };
}

/** Leaves of each leaf node, or of each department. */
export function leavesBy(leaves: readonly Leaf[], by: 'node' | 'department'): Map<string, Leaf[]> {
  const groups = new Map<string, Leaf[]>();
  for (const leaf of leaves) {
    const owner = leaf[by] ?? '';
    const group = groups.get(owner);
    if (group) group.push(leaf);
    else groups.set(owner, [leaf]);
  }
  return groups;
}

/** The ancestor at a depth, or the node itself where it stands higher. */
export function ancestorAt(node: PlacedNode, depth: number): PlacedNode {
  let at = node;
  while (at.depth > depth && at.parent) at = at.parent;
  return at;
}

/** The first depth with at least so many nodes; the deepest with the most where none has. */
export function depthWith(nodes: readonly PlacedNode[], atLeast: number): number {
  const counts: number[] = [];
  for (const { depth } of nodes) counts[depth] = (counts[depth] ?? 0) + 1;
  const found = counts.findIndex((count) => count >= atLeast);
  return found >= 0 ? found : counts.lastIndexOf(Math.max(...counts));
}
