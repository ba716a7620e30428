import type { PlanNode, YearShare } from '../../src/domain/plan.js';
import type { Frame } from './generate.js';
import { type Chance, siblingWeights } from './random.js';

const LARGEST_TREE = 18;

/** A ragged tree of 1 to 8 levels: branches end where chance says, so schemes stand at any depth. */
export function planTree(chance: Chance, plan: string): PlanNode[] {
  const depth = chance.whole(1, 8);
  const nodes: PlanNode[] = [];
  const grow = (parent: string | null, level: number): void => {
    const count = Math.min(chance.whole(1, level === 1 ? 4 : 3), LARGEST_TREE - nodes.length);
    const children = siblingWeights(chance, count).map((weight, at): PlanNode => {
      const code = `${plan}${String(nodes.length + at).padStart(3, '0')}`;
      return { plan, code, parent, level: `level ${level}`, title: code, weight, owner: null };
    });
    nodes.push(...children);
    for (const { code } of children) {
      if (level < depth && chance.often(0.75)) grow(code, level + 1);
    }
  };
  grow(null, 1);
  return nodes;
}

/** Nodes without child nodes: only they hold projects. */
export function schemesOf(nodes: readonly PlanNode[]): string[] {
  const parents = new Set(nodes.map(({ parent }) => parent));
  return nodes.map(({ code }) => code).filter((code) => !parents.has(code));
}

/** Either no shares at all, or shares of 100 with some years at 0, perhaps unnamed, and off by a hundredth at most. */
export function yearShares(chance: Chance, node: string, { firstYear, lastYear }: Frame): YearShare[] {
  if (chance.often(0.4)) return [];
  const parts = Array.from({ length: lastYear - firstYear + 1 }, () => (chance.often(0.2) ? 0 : chance.whole(1, 9)));
  const sum = parts.reduce((total, part) => total + part, 0);
  if (sum === 0) return [];
  const shares = parts.map((part, at) => ({
    node,
    year: firstYear + at,
    sharePercent: Math.round((part * 10_000) / sum) / 100,
  }));
  return chance.often(0.5) ? shares : shares.filter(({ sharePercent }) => sharePercent > 0);
}
