import type { Cause } from '../../src/domain/measure.js';
import type { MonthFigures } from '../../src/domain/month.js';
import { ancestorAt, depthWith, type Layout, type PlacedNode } from './layout.js';

/** What one leaf adds to the gap that was asked, all parts together. */
export function contributionOf({ paidAhead, mix, outside }: Cause): number {
  return paidAhead + mix + outside;
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
