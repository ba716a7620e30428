import type { SubmissionContext } from '../check/submission/check.js';
import { periodAt } from '../domain/calendar.js';
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
  return {
    calendar,
    planAt: (period) => context.planAt(period)?.package ?? null,
    folderDepartment,
    fileName,
    currentPeriod: periodAt(calendar, receivedAt, config.timeZone),
    closedPeriods: store.periods.closed(),
    lastFigure: (code, field, period) => store.facts.lastFigure(code, field, period),
    atomic: config.atomic,
    defaultMoneyUnit: config.moneyUnit,
    questionOwner: (question) => store.questions.find(question)?.department ?? null,
    templates: context.templates(),
  };
}
