import type { FactField } from '../../domain/fact.js';
import type { Department, Indicator, Project, Reporter } from '../../domain/plan.js';
import { codeKey } from '../../domain/text/normalise.js';
import { isMoney, isText } from './columns.js';
import type { PlanIndex } from './plan-index.js';
import type { SheetKind } from './submission.js';

/** The groups of fields that a department reports for one code; empty = the code is not its to report. */
export type Permission = ReadonlySet<Reporter['fields']>;

/** The keys of a code and of everything above it, up to the plan: the codes by which `reporters` may name it. */
function chain(index: PlanIndex, code: string, node: string | null): Set<string> {
  const keys = new Set([codeKey(code)]);
  let above = node === null ? null : codeKey(node);
  while (above !== null && !keys.has(above)) {
    keys.add(above);
    const here = index.nodes.get(above);
    if (here) keys.add(codeKey(here.plan));
    above = here?.parent ? codeKey(here.parent) : null;
  }
  return keys;
}

/** Without a `reporters` table a department reports all of its own; with one, exactly what the table says. */
export function permissionFor(index: PlanIndex, department: Department, record: Project | Indicator): Permission {
  const { reporters } = index.plan;
  if (reporters.length === 0)
    return new Set(codeKey(record.department) === codeKey(department.code) ? (['all'] as const) : []);
  const keys = chain(index, record.code, record.node);
  return new Set(
    reporters
      .filter((row) => codeKey(row.department) === codeKey(department.code) && keys.has(codeKey(row.code)))
      .map((row) => row.fields),
  );
}

/** Whether a group of fields holds this field: notes belong to whoever reports anything of a project. */
export function allows(permission: Permission, kind: SheetKind, field: FactField): boolean {
  if (permission.has('all')) return true;
  if (kind === 'indicator') return permission.has('indicators');
  if (isText(field)) return permission.has('physical') || permission.has('money');
  return permission.has(isMoney(field) ? 'money' : 'physical');
}
