import { monthOf, yearOf } from '../../domain/calendar.js';
import type { CheckThresholds } from '../../domain/check-thresholds.js';
import type { FactField, Statement } from '../../domain/fact.js';
import type { Finding, FindingCode, Place } from '../../domain/finding.js';
import type { Indicator, Project, ScheduleRow } from '../../domain/plan.js';
import { hasNoPlannedWork, physicalField, progressRatio } from '../../domain/progress.js';
import type { Sender, Subject } from '../submission/code.js';
import { finding, shown } from '../submission/place.js';
import { budgetRial, scheduleOf } from '../submission/plan-index.js';

/** A figure of a code as it stood at the end of an earlier month of the fiscal year (13 = settlement). */
export interface Earlier {
  month: number;
  value: number;
}

/** What checks see of one row that counts: its figures, what was reported before, and what the plan says of it. */
export interface RowView {
  code: string;
  project: Project | null;
  indicator: Indicator | null;
  sender: Sender;
  thresholds: CheckThresholds;
  /** Fiscal month of the report, 1..13. */
  month: number;
  /** What this row states and does not withdraw, in the order of its columns. */
  statements: readonly Statement[];
  /** The figure that this row states; null = it states none. */
  stated(field: FactField): Statement | null;
  /** What this row states, else the last figure of the fiscal year up to this month; null = unknown. */
  now(field: FactField): number | null;
  /** Figures of earlier months of the fiscal year, oldest first. */
  earlier(field: FactField): readonly Earlier[];
  /** Figures of all earlier periods, of any year, oldest first. */
  past(field: FactField): readonly number[];
  /** The approved budget in force; null = none. */
  budget: number | null;
  schedule: readonly ScheduleRow[];
  /** The field of physical progress. */
  progressField: 'physical' | 'quantity';
  /** A figure of physical progress as a part of the year's work, 0..1 and above; null = the project has none. */
  ratio(reported: number): number | null;
}

type Figures = ReadonlyMap<FactField, readonly { year: number; month: number; value: number }[]>;

function figuresOf(code: string, sender: Sender): Figures {
  const { calendar, history } = sender.context;
  const figures = new Map<FactField, { year: number; month: number; value: number }[]>();
  for (const { field, period, value } of history?.(code, sender.period) ?? []) {
    const figure = { year: yearOf(calendar, period), month: monthOf(calendar, period), value };
    const list = figures.get(field);
    if (list) list.push(figure);
    else figures.set(field, [figure]);
  }
  for (const list of figures.values()) list.sort((a, b) => a.year - b.year || a.month - b.month);
  return figures;
}

const NONE: readonly never[] = [];

/** Makes the view of one row; the history of its code is asked for once. */
export function rowView(
  subject: Subject,
  statements: readonly Statement[],
  sender: Sender,
  thresholds: CheckThresholds,
): RowView {
  const { record } = subject;
  const project = subject.kind === 'project' ? subject.record : null;
  const { calendar } = sender.context;
  const [year, month] = [yearOf(calendar, sender.period), monthOf(calendar, sender.period)];
  const figures = figuresOf(record.code, sender);
  const byField = new Map(statements.filter(({ withdrawn }) => !withdrawn).map((one) => [one.field, one]));
  const earlier = new Map<FactField, readonly Earlier[]>();
  const before = (field: FactField): readonly Earlier[] => {
    const known = earlier.get(field);
    if (known) return known;
    const found = (figures.get(field) ?? NONE).filter((one) => one.year === year && one.month < month);
    earlier.set(field, found);
    return found;
  };
  return {
    code: record.code,
    project,
    indicator: subject.kind === 'indicator' ? subject.record : null,
    sender,
    thresholds,
    month,
    statements: [...byField.values()],
    stated: (field) => byField.get(field) ?? null,
    now(field) {
      const own = byField.get(field)?.value;
      if (own !== undefined) return own;
      return (figures.get(field) ?? NONE).findLast((one) => one.year === year && one.month <= month)?.value ?? null;
    },
    earlier: before,
    past: (field) =>
      (figures.get(field) ?? NONE)
        .filter((one) => one.year < year || (one.year === year && one.month < month))
        .map(({ value }) => value),
    budget: project ? budgetRial(project, sender.index, calendar, sender.period) : null,
    schedule: project ? scheduleOf(sender.index, project.code) : NONE,
    progressField: project ? physicalField(project) : 'physical',
    ratio: (reported) =>
      project === null || hasNoPlannedWork(project) || (project.progressMethod === 'quantity' && !project.quantity)
        ? null
        : progressRatio(project, reported, Number.POSITIVE_INFINITY),
  };
}

/** Physical progress as this row leaves it, a part of the year's work; null = unknown. */
export function progressNow(row: RowView): number | null {
  const reported = row.now(row.progressField);
  return reported === null ? null : row.ratio(reported);
}

/** Physical progress of earlier months of the year, oldest first. */
export function progressBefore(row: RowView): Earlier[] {
  return row.earlier(row.progressField).flatMap(({ month, value }) => {
    const ratio = row.ratio(value);
    return ratio === null ? [] : [{ month, value: ratio }];
  });
}

/** Cash and non-cash spending as this row leaves it; null = neither is known. */
export function spendingNow(row: RowView): number | null {
  const [cash, noncash] = [row.now('spent_rial'), row.now('spent_noncash_rial')];
  return cash === null && noncash === null ? null : (cash ?? 0) + (noncash ?? 0);
}

/** The last figure of a list in force at a month; null = none yet. */
export const valueAt = (figures: readonly Earlier[], month: number): number | null =>
  figures.findLast((one) => one.month <= month)?.value ?? null;

/** Spending as it stood at the end of an earlier month; null = never reported till then. */
export function spendingAt(row: RowView, month: number): number | null {
  const [cash, noncash] = [
    valueAt(row.earlier('spent_rial'), month),
    valueAt(row.earlier('spent_noncash_rial'), month),
  ];
  return cash === null && noncash === null ? null : (cash ?? 0) + (noncash ?? 0);
}

/** Planned progress of the year to a month by the schedule, a ratio; 0 where nothing is scheduled explicitly. */
export function plannedRatio(row: RowView, month: number): number {
  const { calendar } = row.sender.context;
  let found = { month: 0, ratio: 0 };
  for (const { period, plannedPhysicalPercent, plannedQuantity } of row.schedule) {
    const at = monthOf(calendar, period);
    const ratio =
      plannedPhysicalPercent !== null
        ? plannedPhysicalPercent / 100
        : plannedQuantity !== null && row.project?.quantity
          ? plannedQuantity / row.project.quantity
          : null;
    if (ratio !== null && at <= month && at >= found.month) found = { month: at, ratio };
  }
  return found.ratio;
}

/** Rials as people say them in a question: million rials, to two decimals. What would round to 0 stays exact, and is printed in rials. */
export const million = (rial: number): number => Number((rial / 1_000_000).toFixed(2)) || rial / 1_000_000;

/** A ratio as percent with one decimal. */
export const percent = (ratio: number): number => Number((ratio * 100).toFixed(1));

export function placeOf({ source }: Statement, { sender }: Pick<RowView, 'sender'>): Place {
  const { sheet, row, column, cell } = source;
  return { file: sender.context.fileName, sheet, row, column, cell };
}

/** A question at the cell of a figure that the row states. Every question names its code and field. */
export function ask(row: RowView, statement: Statement, code: FindingCode, params: Finding['params']): Finding {
  const { field, source } = statement;
  return finding(code, placeOf(statement, row), { code: row.code, field, header: shown(source.column), ...params });
}
