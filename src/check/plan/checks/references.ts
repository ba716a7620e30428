import type { Finding } from '../../../domain/finding.js';
import type { PlanTableName } from '../../../domain/plan.js';
import { findingAt, type PlanCheck } from '../plan-context.js';
import type { PlanRecords } from '../records.js';

/** Every code that a row refers to must be defined: in the files, or in what carries over. */
export function checkReferences(check: PlanCheck): Finding[] {
  const { pkg, plans, nodes, projects, indicators, departments, works } = check;
  const mappable = { has: (code: string) => nodes.has(code) || indicators.has(code) };
  const inTree = { has: (code: string) => nodes.has(code) || projects.has(code) };
  const look = <T extends PlanTableName>(
    table: T,
    records: readonly PlanRecords[T][],
    column: string,
    code: Finding['code'],
    known: { has: (code: string) => boolean },
    read: (record: PlanRecords[T]) => string | null,
  ): Finding[] =>
    records.flatMap((record) => {
      const value = read(record);
      return value === null || known.has(value)
        ? []
        : [findingAt(check, code, table, record, column, { column, value })];
    });
  return [
    ...look('nodes', pkg.nodes, 'plan', 'PLAN_UNKNOWN_PLAN', plans, ({ plan }) => plan),
    ...look('nodes', pkg.nodes, 'parent', 'PLAN_UNKNOWN_NODE', nodes, ({ parent }) => parent),
    ...look('nodes', pkg.nodes, 'owner', 'PLAN_UNKNOWN_DEPARTMENT', departments, ({ owner }) => owner),
    ...look('projects', pkg.projects, 'node', 'PLAN_UNKNOWN_NODE', nodes, ({ node }) => node),
    ...look('projects', pkg.projects, 'department', 'PLAN_UNKNOWN_DEPARTMENT', departments, (row) => row.department),
    ...look('projects', pkg.projects, 'work', 'PLAN_UNKNOWN_WORK', works, ({ work }) => work),
    ...look('projects', pkg.projects, 'continues', 'PLAN_UNKNOWN_PROJECT', projects, (row) => row.continues),
    ...look('projects', pkg.projects, 'successor', 'PLAN_UNKNOWN_PROJECT', projects, (row) => row.successor),
    ...look('schedule', pkg.schedule, 'project', 'PLAN_UNKNOWN_PROJECT', projects, ({ project }) => project),
    ...look('budget_changes', pkg.budgetChanges, 'project', 'PLAN_UNKNOWN_PROJECT', projects, (row) => row.project),
    ...look(
      'budget_changes',
      pkg.budgetChanges,
      'counterpart',
      'PLAN_UNKNOWN_COUNTERPART',
      projects,
      (row) => row.counterpart,
    ),
    ...look('year_shares', pkg.yearShares, 'node', 'PLAN_UNKNOWN_NODE', nodes, ({ node }) => node),
    ...look(
      'indicators',
      pkg.indicators,
      'department',
      'PLAN_UNKNOWN_DEPARTMENT',
      departments,
      (row) => row.department,
    ),
    ...look('indicators', pkg.indicators, 'node', 'PLAN_UNKNOWN_NODE', nodes, ({ node }) => node),
    ...look('targets', pkg.targets, 'indicator', 'PLAN_UNKNOWN_INDICATOR', indicators, (row) => row.indicator),
    ...look('links', pkg.links, 'indicator', 'PLAN_UNKNOWN_INDICATOR', indicators, ({ indicator }) => indicator),
    ...look('links', pkg.links, 'code', 'PLAN_UNKNOWN_CODE', inTree, ({ code }) => code),
    ...look('reporters', pkg.reporters, 'department', 'PLAN_UNKNOWN_DEPARTMENT', departments, (row) => row.department),
    ...look('reporters', pkg.reporters, 'code', 'PLAN_UNKNOWN_CODE', inTree, ({ code }) => code),
    ...look('crosswalk', pkg.crosswalk, 'from_plan', 'PLAN_UNKNOWN_PLAN', plans, ({ fromPlan }) => fromPlan),
    ...look('crosswalk', pkg.crosswalk, 'to_plan', 'PLAN_UNKNOWN_PLAN', plans, ({ toPlan }) => toPlan),
    ...look('crosswalk', pkg.crosswalk, 'from_code', 'PLAN_UNKNOWN_MAPPED', mappable, ({ fromCode }) => fromCode),
    ...look('crosswalk', pkg.crosswalk, 'to_code', 'PLAN_UNKNOWN_MAPPED', mappable, ({ toCode }) => toCode),
  ];
}
