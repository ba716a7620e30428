import type { PlanPackage } from '../domain/plan.js';
import { codeKey } from '../domain/text/normalise.js';
import type { Context } from './context.js';
import { noPlan, unknownCode } from './errors.js';

/**
 * The row whose code a person typed: digits of any script, capitals and dashes alike. The plan's spelling is the row's; an
 * exact spelling wins where two codes differ in nothing else.
 */
export function byCode<Row extends { code: string }>(rows: Iterable<Row>, typed: string): Row | undefined {
  const all = [...rows];
  const key = codeKey(typed);
  return all.find(({ code }) => code === typed) ?? all.find(({ code }) => codeKey(code) === key);
}

/** Codes never vanish from a plan, so the version recorded last knows them all. Throws PayeshError when there is none. */
export function latestPackage({ store }: Context): PlanPackage {
  const latest = store().plans.versions().at(-1);
  if (!latest) throw noPlan();
  return store().plans.loadPackage(latest.id);
}

/** Whatever carries a code in the plan: project, indicator, node, department, plan. */
const codedIn = ({ projects, indicators, nodes, departments, plans }: PlanPackage): { code: string }[] => [
  ...projects,
  ...indicators,
  ...nodes,
  ...departments,
  ...plans,
];

/** The row with the code as typed. Throws PayeshError for an unknown one, naming the nearest. */
export function mustFind<Row extends { code: string }>(rows: Iterable<Row>, typed: string): Row {
  const all = [...rows];
  const found = byCode(all, typed);
  if (!found)
    throw unknownCode(
      typed,
      all.map(({ code }) => code),
    );
  return found;
}

/** The plan's spelling of a code; null = nothing carries it. */
export function knownCode(plan: PlanPackage, typed: string): string | null {
  return byCode(codedIn(plan), typed)?.code ?? null;
}

/** The plan's spelling of a code that has to exist. Throws PayeshError for an unknown one. */
export function mustKnow(plan: PlanPackage, typed: string): string {
  return mustFind(codedIn(plan), typed).code;
}

export function departmentOf({ departments }: PlanPackage, typed: string) {
  return mustFind(departments, typed);
}
