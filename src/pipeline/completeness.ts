import { allows, permissionFor } from '../check/submission/permission.js';
import { budgetRial, type PlanIndex, planIndex } from '../check/submission/plan-index.js';
import {
  addMonths,
  type Calendar,
  comparePeriods,
  monthOf,
  type Period,
  periodOf,
  SETTLEMENT_MONTH,
  yearOf,
} from '../domain/calendar.js';
import {
  type Completeness,
  completenessOf,
  type DueRow,
  filledKey,
  matrixState,
  type ReportingMatrix,
} from '../domain/completeness.js';
import type { FactField } from '../domain/fact.js';
import type { SubmissionRecord } from '../domain/month.js';
import type { Department, Indicator, PlanPackage, Project } from '../domain/plan.js';
import { codeKey } from '../domain/text/normalise.js';
import type { Context } from './context.js';
import { reportingOf } from './reporting.js';

const MATRIX_MONTHS = 12;

/** What each department, by its code, has to fill for a month; one without due rows is missing here. */
export function dueRows(context: Context, plan: PlanPackage, period: Period): Map<string, DueRow[]> {
  const { calendar } = context;
  const index = planIndex(plan);
  const [year, month] = [yearOf(calendar, period), monthOf(calendar, period)];
  const reporters = new Set(plan.reporters.map(({ department }) => codeKey(department)));
  const rows = new Map<string, DueRow[]>();
  const add = (record: Project | Indicator, row: DueRow) => {
    const keys = reporters.size === 0 ? [codeKey(record.department)] : [...reporters];
    for (const department of departmentsOf(index, keys)) {
      const permission = permissionFor(index, department, record);
      const fields = row.fields.filter((field) => permission.size > 0 && allows(permission, row.kind, field));
      if (fields.length === 0) continue;
      const known = rows.get(department.code);
      if (known) known.push({ ...row, fields });
      else rows.set(department.code, [{ ...row, fields }]);
    }
  };
  for (const project of plan.projects) {
    if (project.year !== year || project.status === 'cancelled' || project.status === 'merged') continue;
    if (project.startMonth !== null && project.startMonth > month) continue;
    const progress: FactField = project.progressMethod === 'quantity' ? 'quantity' : 'physical';
    const { code, title } = project;
    const budget = budgetRial(project, index, calendar, period);
    add(project, { kind: 'project', code, title, fields: [progress, 'spent_rial'], budgetRial: budget });
  }
  const aims = [period, ...(month >= 12 ? [String(year), periodOf(calendar, year, 12)] : [])];
  const aimed = new Set(
    plan.targets.filter(({ periodOrYear }) => aims.includes(periodOrYear)).map((one) => one.indicator),
  );
  for (const indicator of plan.indicators) {
    const { code, title } = indicator;
    if (aimed.has(code)) add(indicator, { kind: 'indicator', code, title, fields: ['value'], budgetRial: null });
  }
  return rows;
}

function departmentsOf(index: PlanIndex, keys: readonly string[]): Department[] {
  return keys.map((key) => index.departmentsByCode.get(key)).filter((one) => one !== undefined);
}

/** Which fields have a figure for this very period, as `filledKey` names them. A ratio's two parts stand for its value. */
function filledOf(context: Context, period: Period, asOf: string | null): Set<string> {
  const filled = new Set<string>();
  for (const { kind, code, field, value } of context.store().facts.figures({ from: period, to: period, asOf })) {
    if (value !== null) filled.add(filledKey(kind, code, field === 'numerator' ? 'value' : field));
  }
  return filled;
}

/** Completeness of each department of the plan for one month. */
export function completenessAt(
  context: Context,
  plan: PlanPackage,
  period: Period,
  asOf: string | null = null,
): Map<string, Completeness> {
  const due = dueRows(context, plan, period);
  const filled = filledOf(context, period, asOf);
  return new Map(plan.departments.map(({ code }) => [code, completenessOf(due.get(code) ?? [], filled)]));
}

/** The months that a matrix may show, the period last. */
export function matrixPeriods(calendar: Calendar, period: Period): Period[] {
  const periods: Period[] = [period];
  const last = monthOf(calendar, period) === SETTLEMENT_MONTH ? addMonths(calendar, period, -1) : period;
  for (let back = last === period ? 1 : 0; periods.length < MATRIX_MONTHS; back += 1)
    periods.push(addMonths(calendar, last, -back));
  return periods.sort((a, b) => comparePeriods(calendar, a, b));
}

/**
 * Department × month, the period last: at most twelve months, from the first of them in which anybody reported. A settlement
 * stands alone beside the months of its year.
 */
export function reportingMatrix(
  context: Context,
  period: Period,
  records: readonly SubmissionRecord[],
  asOf: string | null = null,
): ReportingMatrix {
  const { calendar } = context;
  const departments = context.planAt(period, asOf)?.package.departments ?? [];
  const reported = new Set(records.map((record) => record.period));
  const ordered = matrixPeriods(calendar, period);
  const first = ordered.findIndex((month) => reported.has(month) || month === period);
  const columns = ordered.slice(first).map((month) => {
    const plan = context.planAt(month, asOf)?.package;
    if (!plan) return new Map<string, ReportingMatrix['rows'][number]['cells'][number]>();
    const complete = completenessAt(context, plan, month, asOf);
    const own = records.filter((record) => record.period === month);
    return new Map(
      reportingOf(context, month, plan, own, asOf).map(({ code, state }) => [
        code,
        matrixState(state, complete.get(code) ?? completenessOf([], new Set())),
      ]),
    );
  });
  return {
    periods: ordered.slice(first),
    rows: departments.map(({ code, title }) => ({
      code,
      title,
      cells: columns.map((column) => column.get(code) ?? 'not_due'),
    })),
  };
}
