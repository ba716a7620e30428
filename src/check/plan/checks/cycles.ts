import type { Finding } from '../../../domain/finding.js';
import { findingAt, type PlanCheck } from '../plan-context.js';

/** Rings of parents, of continued projects and of successors, each named once with its whole way round. */
export function checkCycles(check: PlanCheck): Finding[] {
  const { nodes, projects } = check;
  const nodeRings = rings([...nodes.keys()], (code) => nodes.get(code)?.parent ?? null);
  const continued = rings([...projects.keys()], (code) => projects.get(code)?.continues ?? null);
  const successors = rings([...projects.keys()], (code) => projects.get(code)?.successor ?? null);
  const report = (table: 'nodes' | 'projects', column: string, code: Finding['code']) => (ring: string[]) => {
    const record = table === 'nodes' ? nodes.get(ring[0] ?? '') : projects.get(ring[0] ?? '');
    const params = { column, cycle: [...ring, ring[0]].join(' → ') };
    return record ? [findingAt(check, code, table, record, column, params)] : [];
  };
  return [
    ...nodeRings.flatMap(report('nodes', 'parent', 'PLAN_NODE_CYCLE')),
    ...continued.flatMap(report('projects', 'continues', 'PLAN_PROJECT_CYCLE')),
    ...successors.flatMap(report('projects', 'successor', 'PLAN_PROJECT_CYCLE')),
  ];
}

/** Every ring of a relation in which each code has at most one next; each ring starts at its first code in order. */
function rings(codes: readonly string[], next: (code: string) => string | null): string[][] {
  const done = new Set<string>();
  const found: string[][] = [];
  for (const start of codes) {
    const walk = new Map<string, number>();
    for (let code: string | null = start; code !== null && !done.has(code); code = next(code)) {
      const from = walk.get(code);
      if (from !== undefined) {
        found.push([...walk.keys()].slice(from));
        break;
      }
      walk.set(code, walk.size);
    }
    for (const code of walk.keys()) done.add(code);
  }
  return found;
}
