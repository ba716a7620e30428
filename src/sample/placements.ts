import type { PlanPackage } from '../domain/plan.js';
import type { Placement, PlacementOf } from './grid.js';

/** Where each project stands in the plan, in the words of its titles. */
export function placements(plan: PlanPackage): PlacementOf {
  const nodes = new Map(plan.nodes.map((node) => [node.code, node]));
  const goalTitle = (code: string | null): string => {
    const node = code === null ? undefined : nodes.get(code);
    if (!node) return '';
    return node.level === 'goal' ? node.title : goalTitle(node.parent);
  };
  const found = new Map<string, Placement>(
    plan.projects.map(({ code, node }) => [code, { mission: goalTitle(node), scheme: nodes.get(node)?.title ?? '' }]),
  );
  return (code) => found.get(code);
}
