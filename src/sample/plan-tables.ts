import type { PlanPackage, PlanTableName } from '../domain/plan.js';
import { delimited } from './csv.js';

type Value = string | number | boolean | null;
/** Columns of the contract in order: name in the file = name in the record. */
type Columns<T> = readonly (readonly [string, keyof T & string])[];

function table<T extends object>(rows: readonly T[], columns: Columns<T>): string {
  const text = (value: Value): string | number | null => (value === true ? 'yes' : value === false ? null : value);
  return delimited([
    columns.map(([name]) => name),
    ...rows.map((row) => columns.map(([, key]) => text(row[key] as Value))),
  ]);
}

/** `approvedRial` → `approved_rial`: a column is called as its field. */
function columns<T>(...fields: (keyof T & string)[]): Columns<T> {
  return fields.map((field) => [field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), field] as const);
}

/** The tables of a plan package as CSV, headers in English, by name; the sample's one plan has no crosswalk. */
export function planTables(plan: PlanPackage): Record<Exclude<PlanTableName, 'crosswalk'>, string> {
  return {
    plans: table(plan.plans, [
      ['plan', 'code'],
      ...columns<PlanPackage['plans'][number]>('title', 'firstYear', 'lastYear', 'horizonYear'),
    ]),
    nodes: table(plan.nodes, columns('plan', 'code', 'parent', 'level', 'title', 'weight', 'owner')),
    departments: table(plan.departments, columns('code', 'title', 'email', 'managerEmail', 'peerGroup', 'moneyUnit')),
    projects: table(
      plan.projects,
      columns(
        ...(['code', 'title', 'node', 'department', 'year', 'weight', 'start', 'end', 'approvedRial', 'unit'] as const),
        ...(['quantity', 'work', 'progressMethod', 'progressBasis', 'openingPercent', 'targetPercent'] as const),
        ...(['continues', 'carriedWork', 'carriedRial', 'status', 'statusEffective', 'successor', 'released'] as const),
        ...(['budgetCode', 'kind', 'fundSource', 'district', 'mission'] as const),
      ),
    ),
    works: table(plan.works, columns('code', 'title', 'start', 'end', 'totalRial')).replace(/^code/, 'work'),
    schedule: table(
      plan.schedule,
      columns('project', 'period', 'plannedPhysicalPercent', 'plannedQuantity', 'plannedSpendRial'),
    ),
    budget_changes: table(
      plan.budgetChanges,
      columns('project', 'effective', 'approvedRial', 'kind', 'counterpart', 'approvalRef', 'reason'),
    ),
    budget_totals: table(plan.budgetTotals, columns('year', 'period', 'approvedRial', 'spentRial')),
    year_shares: table(plan.yearShares, columns('node', 'year', 'sharePercent')),
    indicators: table(
      plan.indicators,
      columns(
        ...(['code', 'title', 'department', 'node', 'unit', 'direction', 'aggregation', 'baselineYear'] as const),
        ...(['baseline', 'weight', 'frequency', 'lagMonths'] as const),
      ),
    ),
    targets: table(
      plan.targets,
      columns('indicator', 'periodOrYear', 'target', 'low', 'high', 'zeroBelow', 'zeroAbove'),
    ),
    links: table(plan.links, columns('indicator', 'code', 'weight')),
    reporters: table(plan.reporters, columns('department', 'fields', 'code')),
  };
}
