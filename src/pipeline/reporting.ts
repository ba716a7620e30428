import { dayAt, type Period, yearOf } from '../domain/calendar.js';
import { dayKey, deadlineDay } from '../domain/deadline.js';
import type { DepartmentReporting, SubmissionRecord } from '../domain/month.js';
import type { PlanPackage } from '../domain/plan.js';
import type { Context } from './context.js';

/** How each department of the plan reported for a period: on time, late or silent; a department without projects of the year is not due. Rows are told as known at `asOf`. */
export function reportingOf(
  context: Context,
  period: Period,
  { departments, projects, reporters }: PlanPackage,
  records: readonly SubmissionRecord[],
  asOf: string | null = null,
): DepartmentReporting[] {
  const year = yearOf(context.calendar, period);
  const due = new Set(projects.filter((project) => project.year === year).map((project) => project.department));
  for (const { department } of reporters) due.add(department);
  const rows = new Map(
    context
      .store()
      .facts.rowsOf(period, asOf)
      .map(({ department, inForce }) => [department, inForce]),
  );
  return departments.map(({ code, title }) => {
    const own = records.filter((record) => record.department === code && record.status !== 'duplicate');
    const counted = own.filter((record) => record.status !== 'refused');
    const [first] = counted.map((record) => record.receivedAt).sort();
    return {
      code,
      title,
      state: stateOf(context, period, due.has(code), first ?? null),
      files: own.length,
      acceptedRows: rows.get(code) ?? 0,
      refusedRows: sum(own, (record) => record.refusedRows),
      receivedAt: first ?? null,
    };
  });
}

function stateOf(
  context: Context,
  period: Period,
  due: boolean,
  receivedAt: string | null,
): DepartmentReporting['state'] {
  if (receivedAt !== null) return isLate(context, period, receivedAt) ? 'late' : 'on_time';
  return due ? 'silent' : 'not_due';
}

/** Whether the deadline of a period had passed at an instant: until then a report that has not come is not missing. */
export function isOverdue(context: Context, period: Period, at: Date): boolean {
  return isLate(context, period, at.toISOString());
}

/** Late = received after the deadline day of the period, as days off move it, on the organisation's wall clock. */
export function isLate({ calendar, config }: Context, period: Period, receivedAt: string): boolean {
  return dayKey(dayAt(calendar, new Date(receivedAt), config.timeZone)) > dayKey(deadlineDay(config, period));
}

function sum<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}
