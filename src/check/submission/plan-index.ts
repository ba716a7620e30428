import type { Department, Indicator, PlanNode, PlanPackage, Project } from '../../domain/plan.js';
import { codeKey, squash } from '../../domain/text/normalise.js';

/** The plan by codes as people type them (any digits, any dash, any case). */
export interface PlanIndex {
  plan: PlanPackage;
  projects: ReadonlyMap<string, Project>;
  indicators: ReadonlyMap<string, Indicator>;
  nodes: ReadonlyMap<string, PlanNode>;
  departmentsByCode: ReadonlyMap<string, Department>;
  departmentsByTitle: ReadonlyMap<string, Department>;
}

const byCode = <T extends { code: string }>(records: readonly T[]): Map<string, T> =>
  new Map(records.map((record) => [codeKey(record.code), record]));

function build(plan: PlanPackage): PlanIndex {
  return {
    plan,
    projects: byCode(plan.projects),
    indicators: byCode(plan.indicators),
    nodes: byCode(plan.nodes),
    departmentsByCode: byCode(plan.departments),
    departmentsByTitle: new Map(plan.departments.map((one) => [squash(one.title), one])),
  };
}

/** One month brings hundreds of files against one plan of thousands of rows: the index is built once for each package. */
const built = new WeakMap<PlanPackage, PlanIndex>();

export function planIndex(plan: PlanPackage): PlanIndex {
  const index = built.get(plan) ?? build(plan);
  built.set(plan, index);
  return index;
}

export function findDepartment(index: PlanIndex, text: string): Department | null {
  return index.departmentsByCode.get(codeKey(text)) ?? index.departmentsByTitle.get(squash(text)) ?? null;
}
