import { type Calendar, comparePeriods, type Period } from '../../domain/calendar.js';
import type {
  BudgetChange,
  Department,
  Indicator,
  PlanNode,
  PlanPackage,
  Project,
  ScheduleRow,
} from '../../domain/plan.js';
import { codeKey, foldWords, squash } from '../../domain/text/normalise.js';
import { districtNumber, districtsIn } from './districts.js';

/** The plan by codes as people type them (any digits, any dash, any case). */
export interface PlanIndex {
  plan: PlanPackage;
  projects: ReadonlyMap<string, Project>;
  indicators: ReadonlyMap<string, Indicator>;
  nodes: ReadonlyMap<string, PlanNode>;
  departmentsByCode: ReadonlyMap<string, Department>;
  departmentsByTitle: ReadonlyMap<string, Department>;
  /** Loose names («زیباسازی», «فاوا») that belong to one department only. */
  departmentsByName: ReadonlyMap<string, Department>;
  /** Departments that are districts, by number, where the number is one department's only. */
  departmentsByDistrict: ReadonlyMap<number, Department>;
  /** By the plan's own spelling of the project's code. */
  budgetChanges: ReadonlyMap<string, readonly BudgetChange[]>;
  schedule: ReadonlyMap<string, readonly ScheduleRow[]>;
}

const byCode = <T extends { code: string }>(records: readonly T[]): Map<string, T> =>
  new Map(records.map((record) => [codeKey(record.code), record]));

function ofProject<T extends { project: string }>(rows: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(row.project);
    if (group) group.push(row);
    else groups.set(row.project, [row]);
  }
  return groups;
}

const KIND_WORDS = /^(?:شهرداری|سازمان|معاونت|اداره کل|اداره|مدیریت|شرکت|مرکز|امور)\s+/u;

/** The ways in which a department is called for short: without «سازمان …», by what stands in its brackets. */
function shortNames(title: string): string[] {
  const words = foldWords(title);
  const inside = /\(([^()]+)\)/u.exec(words)?.[1];
  const outside = words.replace(/\s*\([^()]*\)\s*/gu, ' ').trim();
  const bare = outside.replace(KIND_WORDS, '');
  return [outside, bare, ...(inside === undefined ? [] : [inside])].map(squash).filter((key) => key.length > 2);
}

/** Keys that only one department has; what two share names neither. */
function unique<K>(departments: readonly Department[], keysOf: (one: Department) => readonly K[]): Map<K, Department> {
  const owners = new Map<K, Department | null>();
  for (const one of departments) for (const key of new Set(keysOf(one))) owners.set(key, owners.has(key) ? null : one);
  return new Map([...owners].flatMap(([key, owner]): [K, Department][] => (owner ? [[key, owner]] : [])));
}

function build(plan: PlanPackage): PlanIndex {
  return {
    plan,
    projects: byCode(plan.projects),
    indicators: byCode(plan.indicators),
    nodes: byCode(plan.nodes),
    departmentsByCode: byCode(plan.departments),
    departmentsByTitle: new Map(plan.departments.map((one) => [squash(one.title), one])),
    departmentsByName: unique(plan.departments, ({ title }) => shortNames(title)),
    departmentsByDistrict: unique(plan.departments, ({ title }) => districtsIn(title)),
    budgetChanges: ofProject(plan.budgetChanges),
    schedule: ofProject(plan.schedule),
  };
}

/** One month brings hundreds of files against one plan of thousands of rows: the index is built once for each package. */
const built = new WeakMap<PlanPackage, PlanIndex>();

export function planIndex(plan: PlanPackage): PlanIndex {
  const index = built.get(plan) ?? build(plan);
  built.set(plan, index);
  return index;
}

/** The budget in force: the latest change up to the period, else the project's own; null = none. */
export function budgetRial(project: Project, index: PlanIndex, calendar: Calendar, period: Period): number | null {
  let latest: BudgetChange | null = null;
  for (const change of index.budgetChanges.get(project.code) ?? []) {
    if (comparePeriods(calendar, change.effective, period) > 0) continue;
    if (!latest || comparePeriods(calendar, change.effective, latest.effective) >= 0) latest = change;
  }
  return latest?.approvedRial ?? project.approvedRial;
}

/** What is planned for a project, month by month; empty = nothing explicit. */
export const scheduleOf = (index: PlanIndex, project: string): readonly ScheduleRow[] =>
  index.schedule.get(project) ?? [];

/** A department by its code or its whole title. */
export function findDepartment(index: PlanIndex, text: string): Department | null {
  return index.departmentsByCode.get(codeKey(text)) ?? index.departmentsByTitle.get(squash(text)) ?? null;
}

/** A department as people call it: «زیباسازی», «منطقه سه», «م3», «شهرداری منطقه ۳ قم»; null where that is not one department. */
export function namedDepartment(index: PlanIndex, text: string): Department | null {
  const exact = findDepartment(index, text);
  if (exact) return exact;
  const district = districtNumber(text);
  if (district !== null) return index.departmentsByDistrict.get(district) ?? null;
  return (
    shortNames(text)
      .map((key) => index.departmentsByName.get(key))
      .find((one) => one !== undefined) ?? null
  );
}

/** The number of the district that a department is; null = it is none. */
export function districtOf(index: PlanIndex, department: Department): number | null {
  for (const [number, one] of index.departmentsByDistrict) if (one === department) return number;
  return null;
}
