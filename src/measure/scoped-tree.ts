import type { PlanNode } from '../domain/plan.js';
import type { SchemeContext, ScopedLeaf } from './scheme-leaves.js';
import { schemeLeaves } from './scheme-leaves.js';
import { siblingShares } from './weights.js';

/** A node of the plan in one scope: its share among its siblings, and its children or, at the end, its leaves. */
export interface ScopedNode {
  code: string;
  /** The plan itself is the root: node null. */
  node: PlanNode | null;
  depth: number;
  /** Normalised weight among its siblings; 0 = it has left its parent's weights. */
  share: number;
  shareAssumed: boolean;
  /** Some leaf below has a physical side and a weight. */
  weighted: boolean;
  /** Share of the node's strategic weight (before any node leaves) that has projects at all. */
  activeWeight: number;
  budgetRial: number;
  children: ScopedNode[];
  leaves: ScopedLeaf[];
}

/** Builds the tree of a plan for one scope. In scope plan every scheme stays; else nodes without projects leave the weights. */
export function scopedTree(planCode: string, nodes: readonly PlanNode[], context: SchemeContext): ScopedNode {
  const childrenOf = new Map<string | null, PlanNode[]>();
  for (const node of nodes) {
    if (node.plan !== planCode) continue;
    const siblings = childrenOf.get(node.parent);
    if (siblings) siblings.push(node);
    else childrenOf.set(node.parent, [node]);
  }
  const build = (node: PlanNode | null, depth: number): ScopedNode => {
    const children = (childrenOf.get(node?.code ?? null) ?? []).map((child) => build(child, depth + 1));
    const leaves = children.length === 0 && node ? schemeLeaves(node.code, context) : [];
    share(children, context, (child) => context.options.scope === 'plan' || child.weighted);
    return {
      code: node?.code ?? planCode,
      node,
      depth,
      share: 1,
      shareAssumed: false,
      weighted: children.some((child) => child.share > 0) || leaves.some((leaf) => leaf.weight > 0),
      activeWeight: activeWeight(children, leaves, context),
      budgetRial: [...children, ...leaves.map((leaf) => ({ budgetRial: leaf.values?.approvedRial ?? 0 }))].reduce(
        (sum, { budgetRial }) => sum + budgetRial,
        0,
      ),
      children,
      leaves,
    };
  };
  return build(null, 0);
}

function share(children: ScopedNode[], context: SchemeContext, stays: (child: ScopedNode) => boolean): void {
  const staying = children.filter(stays);
  const { shares, assumed } = siblingShares(staying.map(weightOf), context.options.blankWeights);
  for (const child of children) child.share = 0;
  staying.forEach((child, index) => {
    child.share = shares[index] ?? 0;
    child.shareAssumed = assumed[index] ?? false;
  });
}

function activeWeight(children: ScopedNode[], leaves: readonly ScopedLeaf[], context: SchemeContext): number {
  if (children.length === 0) return leaves.some((leaf) => leaf.values !== null) ? 1 : 0;
  const { shares } = siblingShares(children.map(weightOf), context.options.blankWeights);
  return children.reduce((sum, child, index) => sum + (shares[index] ?? 0) * child.activeWeight, 0);
}

function weightOf(child: ScopedNode): { weight: number | null; budgetRial: number } {
  return { weight: child.node?.weight ?? null, budgetRial: child.budgetRial };
}

/** Nodes in tree order, the plan's root first. */
export function* walk(root: ScopedNode): Generator<ScopedNode> {
  yield root;
  for (const child of root.children) yield* walk(child);
}
