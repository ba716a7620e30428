import { comparePeriods } from '../domain/calendar.js';
import type { Decision } from '../domain/feedback.js';
import type { Context } from './context.js';
import type { Question } from './questions.js';
import type { TitledDecision } from './types.js';

/** The register as it was known: decisions about a plan's feedback of a period and of those before. */
export function decisionsTo({ calendar, store }: Context, { period, plan, asOf }: Question): Decision[] {
  return store()
    .judgements.decisions()
    .filter((row) => row.plan === plan.code && comparePeriods(calendar, row.period, period) <= 0)
    .filter(({ decidedAt }) => asOf === null || decidedAt <= asOf);
}

/** The same with the titles of what they are about, in the plan in force at the question; null = its code is not in that plan. */
export function titledDecisions(context: Context, question: Question): TitledDecision[] {
  const { nodes, projects, departments } = question.inForce.package;
  const titles = new Map([...nodes, ...projects, ...departments].map(({ code, title }) => [code, title]));
  return decisionsTo(context, question).map((row) => ({ ...row, title: titles.get(row.code) ?? null }));
}
