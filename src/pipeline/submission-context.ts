import type { SubmissionContext } from '../check/submission/check.js';
import { comparePeriods, periodAt } from '../domain/calendar.js';
import { TEXT_FIELDS } from '../domain/fact.js';
import type { PastFigure } from '../store/fact-store.js';
import type { Context } from './context.js';

/** What the check of one file needs to know of the world and of what was stored before. */
export function submissionContext(
  context: Context,
  fileName: string,
  folderDepartment: string | null,
  receivedAt: Date,
): SubmissionContext {
  const { calendar, config } = context;
  const store = context.store();
  // Every check of a row asks about the same code: its figures are read once for a file.
  const known = new Map<string, PastFigure[]>();
  const figures = (code: string): PastFigure[] => {
    const there = known.get(code) ?? store.facts.pastOf(code);
    known.set(code, there);
    return there;
  };
  return {
    calendar,
    planAt: (period) => context.planAt(period)?.package ?? null,
    folderDepartment,
    fileName,
    currentPeriod: periodAt(calendar, receivedAt, config.timeZone),
    closedPeriods: store.periods.closed(),
    lastFigure: (code, field, period) =>
      // Remarks are no figures: they are asked for only where one is taken back.
      (TEXT_FIELDS.has(field) ? store.facts.lastFigure(code, field, period) : null) ??
      figures(code).findLast((fact) => fact.field === field && comparePeriods(calendar, fact.period, period) <= 0) ??
      null,
    history: (code, period) => figures(code).filter((fact) => comparePeriods(calendar, fact.period, period) <= 0),
    thresholds: config.checks,
    atomic: config.atomic,
    defaultMoneyUnit: config.moneyUnit,
    questions: (department) => store.questions.all({ department }),
    templates: context.templates(),
  };
}
