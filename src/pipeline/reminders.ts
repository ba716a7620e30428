import { addMonths, dayAt, type Period, yearOf } from '../domain/calendar.js';
import type { Department } from '../domain/plan.js';
import { dueDates, type MissingMonth, type Reminder } from '../domain/reminder.js';
import { completenessAt } from './completeness.js';
import type { Context } from './context.js';
import { openQuestions } from './data-questions.js';

/**
 * What each department still owes for a month: rows without any figure, in it and in earlier months that still take figures;
 * to them the questions that wait for its answer. Who has reported completely is not in the list, with or without open
 * questions: these travel in its forms. Nothing is written or sent. A month that is closed, or that no plan covers, gives none.
 */
export function reminders(context: Context, period: Period): Reminder[] {
  const { config, calendar, world } = context;
  const plan = context.planAt(period)?.package;
  if (!plan || context.store().periods.closed().has(period)) return [];
  const dates = dueDates(config, period, dayAt(calendar, world.now(), config.timeZone));
  const missing = missingMonths(context, period);
  const questions = openQuestions(context, { period });
  return plan.departments.flatMap((department) => {
    const months = missing(department);
    if (months.length === 0) return [];
    const own = questions.filter((question) => question.department === department.code);
    return [{ department, period, dates, months, questions: own }];
  });
}

/** By department: the month itself, then the earlier ones, each only where something is missing. */
function missingMonths(context: Context, period: Period): (department: Department) => MissingMonth[] {
  const months = [period, ...earlierOpen(context, period)].flatMap((month) => {
    const plan = context.planAt(month)?.package;
    return plan ? [{ month, complete: completenessAt(context, plan, month) }] : [];
  });
  return ({ code }) =>
    months.flatMap(({ month, complete }) => {
      const own = complete.get(code);
      if (!own || own.missing.length === 0) return [];
      return [{ period: month, rows: own.rows, missing: own.missing, missingRial: own.missingRial }];
    });
}

/** Earlier months of the fiscal year that anybody reported and nobody closed, newest first: they take figures after their grace too. */
function earlierOpen({ calendar, store }: Context, period: Period): Period[] {
  const closed = store().periods.closed();
  const reported = new Set(
    store()
      .submissions.records()
      .map((record) => record.period),
  );
  const months: Period[] = [];
  let month = addMonths(calendar, period, -1);
  while (yearOf(calendar, month) === yearOf(calendar, period)) {
    if (reported.has(month) && !closed.has(month)) months.push(month);
    month = addMonths(calendar, month, -1);
  }
  return months;
}
