import type { PlanPackage } from '../../domain/plan.js';

/** To which plan each code belongs. */
export interface Owners {
  /** Plan of a node, a project or a plan itself; undefined = the code is nowhere in the tree. */
  ofItem: (code: string) => string | undefined;
  /** Plans whose projects are parts of a work. */
  ofWork: (code: string) => readonly string[];
  /** Plan of an indicator's node; without a node, the plans to which it is linked. */
  ofIndicator: (code: string) => readonly string[];
}

export function ownersOf(pkg: PlanPackage): Owners {
  const items = new Map(pkg.plans.map(({ code }) => [code, code]));
  for (const node of pkg.nodes) items.set(node.code, node.plan);
  const works = new Map<string, Set<string>>();
  const indicators = new Map<string, Set<string>>();
  const add = (map: Map<string, Set<string>>, key: string, plan: string | undefined) => {
    if (plan !== undefined) map.set(key, (map.get(key) ?? new Set()).add(plan));
  };
  for (const { code, node, work } of pkg.projects) {
    const plan = items.get(node);
    if (plan !== undefined) items.set(code, plan);
    if (work !== null) add(works, work, plan);
  }
  for (const { code, node } of pkg.indicators) if (node !== null) add(indicators, code, items.get(node));
  const placed = new Set(indicators.keys());
  for (const { indicator, code } of pkg.links) if (!placed.has(indicator)) add(indicators, indicator, items.get(code));
  return {
    ofItem: (code) => items.get(code),
    ofWork: (code) => [...(works.get(code) ?? [])],
    ofIndicator: (code) => [...(indicators.get(code) ?? [])],
  };
}
