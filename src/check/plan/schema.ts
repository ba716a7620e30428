import type { PlanTableName } from '../../domain/plan.js';
import { moneyUnitRial } from '../../domain/text/money-unit.js';
import {
  BUDGET_CHANGE_KIND,
  INDICATOR_AGGREGATION,
  INDICATOR_DIRECTION,
  INDICATOR_FREQUENCY,
  PROGRESS_BASIS,
  PROGRESS_METHOD,
  PROJECT_STATUS,
  parseBoolean,
  REPORTER_FIELDS,
} from '../../domain/text/values.js';
import type { Column } from './cell.js';
import { defaultColumn, derived, expected, filledColumn, openColumn } from './columns.js';
import type { PlanRecords } from './records.js';

/** The columns of each table: record field → contract column, in the contract's order. It reads, writes and compares. */
export type Schema = { [T in PlanTableName]: { [K in keyof PlanRecords[T]]-?: Column<PlanRecords[T][K]> } };

const { text, code, year, percent, rial, period, periodOrYear, word } = filledColumn;
const open = openColumn;

const isMoneyUnit = (unit: string) => moneyUnitRial(unit) !== null;

export const SCHEMA: Schema = {
  plans: {
    code: code('plan', 'item'),
    title: text('title'),
    firstYear: year('first_year'),
    lastYear: year('last_year'),
    horizonYear: open.year('horizon_year'),
  },
  nodes: {
    plan: code('plan', 'item'),
    code: code('code', 'item'),
    parent: expected(open.code('parent', 'item')),
    level: text('level'),
    title: text('title'),
    weight: open.positive('weight'),
    owner: open.code('owner', 'department'),
  },
  departments: {
    code: code('code', 'department'),
    title: text('title'),
    email: open.text('email'),
    managerEmail: open.text('manager_email'),
    peerGroup: open.text('peer_group'),
    moneyUnit: open.sound('money_unit', isMoneyUnit, 'PLAN_UNKNOWN_UNIT'),
  },
  projects: {
    code: code('code', 'item'),
    title: text('title'),
    node: code('node', 'item'),
    department: code('department', 'department'),
    year: year('year'),
    weight: open.positive('weight'),
    start: open.moment('start'),
    end: open.moment('end'),
    startMonth: derived<number | null>('startMonth', null),
    endMonth: derived<number | null>('endMonth', null),
    approvedRial: open.rial('approved_rial'),
    unit: open.text('unit'),
    quantity: open.positive('quantity'),
    work: open.code('work', 'work'),
    progressMethod: defaultColumn.word('progress_method', PROGRESS_METHOD, 'declared'),
    progressBasis: defaultColumn.word('progress_basis', PROGRESS_BASIS, 'year'),
    openingPercent: open.percent('opening_percent'),
    targetPercent: open.percent('target_percent'),
    continues: open.code('continues', 'item'),
    carriedWork: defaultColumn.flag('carried_work', parseBoolean),
    carriedRial: open.rial('carried_rial'),
    status: defaultColumn.word('status', PROJECT_STATUS, 'active'),
    statusEffective: open.period('status_effective'),
    successor: open.code('successor', 'item'),
    released: open.text('released'),
    budgetCode: open.text('budget_code'),
    kind: open.text('kind'),
    fundSource: open.text('fund_source'),
    district: open.text('district'),
    mission: open.text('mission'),
  },
  works: {
    code: code('work', 'work'),
    title: text('title'),
    start: expected(open.moment('start')),
    end: expected(open.moment('end')),
    totalRial: expected(open.rial('total_rial')),
  },
  schedule: {
    project: code('project', 'item'),
    period: period('period'),
    plannedPhysicalPercent: open.percent('planned_physical_percent'),
    plannedQuantity: open.positive('planned_quantity'),
    plannedSpendRial: open.rial('planned_spend_rial'),
  },
  budget_changes: {
    project: code('project', 'item'),
    effective: period('effective'),
    approvedRial: rial('approved_rial'),
    kind: open.word('kind', BUDGET_CHANGE_KIND),
    counterpart: open.code('counterpart', 'item'),
    approvalRef: open.text('approval_ref'),
    reason: open.text('reason'),
  },
  budget_totals: {
    year: year('year'),
    period: period('period'),
    approvedRial: expected(open.rial('approved_rial')),
    spentRial: expected(open.rial('spent_rial')),
  },
  year_shares: { node: code('node', 'item'), year: year('year'), sharePercent: percent('share_percent') },
  indicators: {
    code: code('code', 'item'),
    title: text('title'),
    department: code('department', 'department'),
    node: open.code('node', 'item'),
    unit: open.text('unit'),
    direction: defaultColumn.word('direction', INDICATOR_DIRECTION, 'up'),
    aggregation: defaultColumn.word('aggregation', INDICATOR_AGGREGATION, 'last'),
    baselineYear: open.year('baseline_year'),
    baseline: open.number('baseline'),
    weight: open.positive('weight'),
    frequency: defaultColumn.word('frequency', INDICATOR_FREQUENCY, 'monthly'),
    lagMonths: defaultColumn.whole('lag_months', 0),
  },
  targets: {
    indicator: code('indicator', 'item'),
    periodOrYear: periodOrYear('period_or_year'),
    target: expected(open.number('target')),
    low: open.number('low'),
    high: open.number('high'),
    zeroBelow: open.number('zero_below'),
    zeroAbove: open.number('zero_above'),
  },
  links: { indicator: code('indicator', 'item'), code: code('code', 'item'), weight: open.positive('weight') },
  reporters: {
    department: code('department', 'department'),
    fields: word('fields', REPORTER_FIELDS),
    code: code('code', 'item'),
  },
  crosswalk: {
    fromPlan: code('from_plan', 'item'),
    fromCode: code('from_code', 'item'),
    toPlan: code('to_plan', 'item'),
    toCode: code('to_code', 'item'),
    sharePercent: open.percent('share'),
  },
};

/** A column of a table without the type of its record, for code that walks over columns. */
export interface SchemaColumn {
  field: string;
  column: Column<unknown>;
}

/** The columns of a table in the contract's order, those worked out from others left out. */
export function columnsOf(table: PlanTableName): SchemaColumn[] {
  return COLUMNS[table];
}

const COLUMNS = Object.fromEntries(
  Object.entries(SCHEMA).map(([table, fields]) => [
    table,
    Object.entries(fields)
      .map(([field, column]) => ({ field, column: column as Column<unknown> }))
      .filter(({ column }) => !column.derived),
  ]),
) as Record<PlanTableName, SchemaColumn[]>;

/** The value of one column of a record, as it is written to a file. */
export function writeColumn({ field, column }: SchemaColumn, record: object): string | number | null {
  return column.write((record as Record<string, unknown>)[field]);
}
