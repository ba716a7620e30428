import { monthOf, ordinalOf, SETTLEMENT_MONTH, yearOf } from '../../../domain/calendar.js';
import type { Finding } from '../../../domain/finding.js';
import type { Project, ScheduleRow } from '../../../domain/plan.js';
import { findingAt, groupBy, type PlanCheck } from '../plan-context.js';

/** Two figures of one row may differ by what rounding to two decimals leaves. */
const ROW_TOLERANCE = 0.0001 + 1e-9;
const TOLERANCE = 1e-9;

/** Each project's schedule: inside its year, never falling, ending with all of the work. */
export function checkSchedules(check: PlanCheck): Finding[] {
  const changes = groupBy(check.pkg.budgetChanges, ({ project }) => project);
  return [...groupBy(check.pkg.schedule, ({ project }) => project)].flatMap(([code, rows]) => {
    const project = check.projects.get(code);
    if (!project) return [];
    const amounts = new Set((changes.get(code) ?? []).map(({ approvedRial }) => approvedRial));
    if (project.approvedRial !== null) amounts.add(project.approvedRial);
    return checkSchedule(check, project, rows, amounts);
  });
}

function checkSchedule(
  check: PlanCheck,
  project: Project,
  all: ScheduleRow[],
  amounts: ReadonlySet<number>,
): Finding[] {
  const findings: Finding[] = [];
  const report = (code: Finding['code'], row: ScheduleRow, column: string, params: Finding['params']) =>
    findings.push(
      findingAt(check, code, 'schedule', row, column, { project: project.code, period: row.period, ...params }),
    );
  const inside = ({ period }: ScheduleRow) =>
    yearOf(check.calendar, period) === project.year && monthOf(check.calendar, period) !== SETTLEMENT_MONTH;
  for (const row of all) if (!inside(row)) report('PLAN_SCHEDULE_OUTSIDE_YEAR', row, 'period', { year: project.year });
  const rows = all
    .filter(inside)
    .sort((a, b) => ordinalOf(check.calendar, a.period) - ordinalOf(check.calendar, b.period));

  let work: { ratio: number; row: ScheduleRow } | null = null;
  let spend: { rial: number; row: ScheduleRow } | null = null;
  for (const row of rows) {
    if (row.plannedQuantity !== null && project.quantity === null) {
      report('PLAN_SCHEDULE_QUANTITY', row, 'planned_quantity', {});
      continue;
    }
    const [percent, quantity] = [percentRatio(row), quantityRatio(row, project)];
    if (percent !== null && quantity !== null && Math.abs(percent - quantity) > ROW_TOLERANCE) {
      report('PLAN_SCHEDULE_DIFFERS', row, 'planned_quantity', {
        percent: round(percent * 100),
        other: round(quantity * 100),
      });
    }
    const ratio = quantity ?? percent;
    if (ratio !== null) {
      if (work && ratio < work.ratio - TOLERANCE)
        report('PLAN_SCHEDULE_FALLS', row, physicalColumn(row), { before: work.row.period });
      work = { ratio, row };
    }
    const rial = row.plannedSpendRial;
    if (rial !== null) {
      if (spend && rial < spend.rial)
        report('PLAN_SCHEDULE_FALLS', row, 'planned_spend_rial', { before: spend.row.period });
      spend = { rial, row };
    }
    if (ratio === null && rial === null && row.plannedQuantity === null)
      report('PLAN_SCHEDULE_EMPTY', row, 'period', {});
  }
  if (work && Math.abs(work.ratio - 1) > TOLERANCE) {
    report('PLAN_SCHEDULE_NOT_COMPLETE', work.row, physicalColumn(work.row), { percent: round(work.ratio * 100) });
  }
  if (spend && amounts.size > 0 && !amounts.has(spend.rial)) {
    report('PLAN_SPEND_NOT_BUDGET', spend.row, 'planned_spend_rial', {
      spend: spend.rial,
      approved: [...amounts].join(', '),
    });
  }
  return findings;
}

function percentRatio({ plannedPhysicalPercent }: ScheduleRow): number | null {
  return plannedPhysicalPercent === null ? null : plannedPhysicalPercent / 100;
}

/** Planned work of a quantity 0 (money without planned work) has no ratio. */
function quantityRatio({ plannedQuantity }: ScheduleRow, { quantity }: Project): number | null {
  return plannedQuantity === null || quantity === null || quantity === 0 ? null : plannedQuantity / quantity;
}

function physicalColumn({ plannedQuantity }: ScheduleRow): string {
  return plannedQuantity === null ? 'planned_physical_percent' : 'planned_quantity';
}

function round(value: number): number {
  return Number(value.toPrecision(6));
}
