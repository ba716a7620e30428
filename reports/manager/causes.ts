import type { Cause } from '../../src/domain/measure.js';
import type { MonthFigures } from '../../src/domain/month.js';
import { ancestorAt, depthWith, type Layout, type PlacedNode } from './layout.js';

/** What one leaf adds to the gap that was asked, all parts together. */
export function contributionOf({ paidAhead, mix, outside }: Cause): number {
  return paidAhead + mix + outside;
}

/** A group of leaves and what they add to the gap of the whole. */
export interface GroupShare<Group> {
  group: Group;
  paidAhead: number;
  mix: number;
  outside: number;
  share: number;
}

/** The gap of the whole by groups of leaves, largest first; each leaf is in one group, so the shares sum to the gap. */
export function sharesBy<Group>(causes: readonly Cause[], groupOf: (cause: Cause) => Group): GroupShare<Group>[] {
  const shares = new Map<Group, GroupShare<Group>>();
  for (const cause of causes) {
    const group = groupOf(cause);
    const sum = shares.get(group) ?? { group, paidAhead: 0, mix: 0, outside: 0, share: 0 };
    sum.paidAhead += cause.paidAhead;
    sum.mix += cause.mix;
    sum.outside += cause.outside;
    sum.share += contributionOf(cause);
    shares.set(group, sum);
  }
  return [...shares.values()].sort((a, b) => b.share - a.share);
}

/** A year of a scheme without projects is a cause too, but nobody can be asked about it. */
export function isEmptyYear({ code, node }: Cause): boolean {
  return code === node;
}

export interface NodeShare {
  node: PlacedNode;
  /** Points as a ratio; the shares of all nodes of the level sum to the gap. */
  share: number;
}

/** The gap of the whole by the nodes of the first level with many, largest first: contributions add up the tree. */
export function gapByBranch(figures: MonthFigures, layout: Layout): NodeShare[] {
  const depth = depthWith(layout.nodes, 2);
  const shares = new Map<PlacedNode, number>();
  for (const cause of figures.gap.causes) {
    const leafNode = layout.byCode.get(cause.node);
    if (!leafNode) continue;
    const branch = ancestorAt(leafNode, depth);
    shares.set(branch, (shares.get(branch) ?? 0) + contributionOf(cause));
  }
  return [...shares]
    .map(([node, share]) => ({ node, share }))
    .sort((a, b) => b.share - a.share || a.node.number - b.node.number);
}

/** The best and the worst nodes by physical due, at most five each, never the same node twice; ties: smaller gap first. */
export function strengthsAndWeaknesses(layout: Layout): { best: PlacedNode[]; worst: PlacedNode[] } {
  const depth = depthWith(layout.nodes, 10);
  const ranked = layout.nodes
    .filter((node) => node.depth === depth && node.figures.physical !== null)
    .sort(
      (a, b) =>
        (b.figures.physical ?? 0) - (a.figures.physical ?? 0) ||
        (a.figures.gap ?? 0) - (b.figures.gap ?? 0) ||
        a.number - b.number,
    );
  const each = Math.min(5, Math.floor(ranked.length / 2));
  return { best: ranked.slice(0, each), worst: each > 0 ? ranked.slice(-each).reverse() : [] };
}
