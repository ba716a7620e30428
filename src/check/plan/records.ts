import {
  type BudgetChange,
  type BudgetTotal,
  type CrosswalkRow,
  type Department,
  emptyPackage,
  type Indicator,
  type Link,
  type Plan,
  type PlanNode,
  type PlanPackage,
  type PlanTableName,
  type Project,
  type Reporter,
  type ScheduleRow,
  type Target,
  type Work,
  type YearShare,
} from '../../domain/plan.js';

/** The record that one row of each table becomes. */
export interface PlanRecords {
  plans: Plan;
  nodes: PlanNode;
  departments: Department;
  projects: Project;
  works: Work;
  schedule: ScheduleRow;
  budget_changes: BudgetChange;
  budget_totals: BudgetTotal;
  year_shares: YearShare;
  indicators: Indicator;
  targets: Target;
  links: Link;
  reporters: Reporter;
  crosswalk: CrosswalkRow;
}

/** All rows by table name, so that code can walk PLAN_TABLES instead of naming fourteen fields. */
export type PlanRows = { [T in PlanTableName]: PlanRecords[T][] };

export function rowsOf(pkg: PlanPackage): PlanRows {
  return {
    plans: pkg.plans,
    nodes: pkg.nodes,
    departments: pkg.departments,
    projects: pkg.projects,
    works: pkg.works,
    schedule: pkg.schedule,
    budget_changes: pkg.budgetChanges,
    budget_totals: pkg.budgetTotals,
    year_shares: pkg.yearShares,
    indicators: pkg.indicators,
    targets: pkg.targets,
    links: pkg.links,
    reporters: pkg.reporters,
    crosswalk: pkg.crosswalk,
  };
}

export function packageOf(rows: PlanRows): PlanPackage {
  return {
    plans: rows.plans,
    nodes: rows.nodes,
    departments: rows.departments,
    projects: rows.projects,
    works: rows.works,
    schedule: rows.schedule,
    budgetChanges: rows.budget_changes,
    budgetTotals: rows.budget_totals,
    yearShares: rows.year_shares,
    indicators: rows.indicators,
    targets: rows.targets,
    links: rows.links,
    reporters: rows.reporters,
    crosswalk: rows.crosswalk,
  };
}

type Identity = { [T in PlanTableName]: (record: PlanRecords[T]) => readonly (string | number)[] };

/** What makes a row of a table one of a kind; two rows that agree in these columns speak of the same thing. */
const IDENTITY: Identity = {
  plans: (plan) => [plan.code],
  nodes: (node) => [node.code],
  departments: (department) => [department.code],
  projects: (project) => [project.code],
  works: (work) => [work.code],
  schedule: (row) => [row.project, row.period],
  budget_changes: (change) => [change.project, change.effective],
  budget_totals: (total) => [total.year, total.period],
  year_shares: (share) => [share.node, share.year],
  indicators: (indicator) => [indicator.code],
  targets: (target) => [target.indicator, target.periodOrYear],
  links: (link) => [link.indicator, link.code],
  reporters: (reporter) => [reporter.department, reporter.fields, reporter.code],
  crosswalk: (row) => [row.fromPlan, row.fromCode, row.toPlan, row.toCode],
};

/** The row's identity in words, for people: `P-12, 1399-06`. */
export function rowName<T extends PlanTableName>(table: T, record: PlanRecords[T]): string {
  return IDENTITY[table](record).join(', ');
}

/** The row's identity inside a package, across tables. Codes are compared as spelled: spelling was made one before. */
export function rowKey<T extends PlanTableName>(table: T, record: PlanRecords[T]): string {
  return `${table}\u001f${IDENTITY[table](record).join('\u001f')}`;
}

export function emptyRows(): PlanRows {
  return rowsOf(emptyPackage());
}
