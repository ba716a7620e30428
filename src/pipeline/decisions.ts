import { comparePeriods } from '../domain/calendar.js';
import type { Decision } from '../domain/feedback.js';
import type { Context } from './context.js';
import type { Question } from './questions.js';

/** The register as it was known: decisions about a plan's feedback of a period and of those before. */
export function decisionsTo({ calendar, store }: Context, { period, plan, asOf }: Question): Decision[] {
  return store()
    .judgements.decisions()
    .filter((row) => row.plan === plan.code && comparePeriods(calendar, row.period, period) <= 0)
    .filter(({ decidedAt }) => asOf === null || decidedAt <= asOf);
}
