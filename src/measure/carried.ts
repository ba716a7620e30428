import type { ProjectValues } from './values.js';

/**
 * Work carried into a later year finishes the project that it continues: P becomes P + (1 − P) × P_later, along the
 * whole chain, and the later project has no share of its own. Worked example: 0.6 carried and half finished → 0.8.
 * The values are returned anew; a project without a physical side stays undefined. Where the continued project is none of
 * this plan (`ofPlan` = codes of the plan's projects; it belongs to the plan before), there is nothing here to finish: the
 * later project keeps a share of its own, so that no work is lost.
 */
export function withCarriedWork(given: readonly ProjectValues[], ofPlan: ReadonlySet<string>): ProjectValues[] {
  const all = given.map((values) =>
    values.carriesWork && !ofPlan.has(values.project.continues ?? '') ? { ...values, carriesWork: false } : values,
  );
  const carriersOf = new Map<string, ProjectValues[]>();
  for (const values of all) {
    const target = values.project.continues;
    if (!values.carriesWork || target === null || values.achieved === null) continue;
    const carriers = carriersOf.get(target);
    if (carriers) carriers.push(values);
    else carriersOf.set(target, [values]);
  }
  const finish = (values: ProjectValues, side: 'achieved' | 'achievedHigh', depth: number): number | null => {
    const own = values[side];
    if (own === null || depth > all.length) return own;
    const carriers = [...(carriersOf.get(values.project.code) ?? [])].sort((a, b) => a.project.year - b.project.year);
    return carriers.reduce((done, carrier) => done + (1 - done) * (finish(carrier, side, depth + 1) ?? 0), own);
  };
  return all.map((values) =>
    carriersOf.has(values.project.code)
      ? { ...values, achieved: finish(values, 'achieved', 0), achievedHigh: finish(values, 'achievedHigh', 0) }
      : values,
  );
}
