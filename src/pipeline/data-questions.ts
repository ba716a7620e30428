import { comparePeriods, isPeriod, type Period, yearOf } from '../domain/calendar.js';
import { monthsWaited, type StandingQuestion } from '../domain/question.js';
import { departmentOf, latestPackage } from './codes.js';
import type { Context } from './context.js';
import { badPeriod, blankText, notAnswered, unknownQuestion } from './errors.js';

export type { StandingQuestion };

export interface QuestionFilter {
  /** Questions about figures up to this month; absent = all, judged at the newest month with facts. */
  period?: Period | undefined;
  department?: string | undefined;
  asOf?: string | null;
}

/** Questions of any state, by department, then by code, with how long each has waited. */
export function dataQuestions(
  context: Context,
  { period, department, asOf = null }: QuestionFilter,
): StandingQuestion[] {
  if (period !== undefined && !isPeriod(period)) throw badPeriod(period);
  const { calendar, config } = context;
  const store = context.store();
  const at = period ?? store.facts.latestPeriod(asOf);
  const code = department === undefined ? undefined : departmentOf(latestPackage(context), department).code;
  return store.questions
    .all({ asOf, ...(code === undefined ? {} : { department: code }) })
    .filter((question) => period === undefined || comparePeriods(calendar, question.period, period) <= 0)
    .map((question) => {
      const waited = at === null ? 0 : monthsWaited(calendar, question, at);
      const lapsed = at !== null && yearOf(calendar, question.period) < yearOf(calendar, at) - 1;
      return { ...question, waited, lapsed, escalated: !lapsed && waited >= config.questions.escalateAfter };
    })
    .sort((a, b) => order(a.department, b.department) || order(a.code, b.code) || a.id - b.id);
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What a department still has to answer at a period: what its next template and its returned sheet ask. */
export function openQuestions(context: Context, filter: QuestionFilter): StandingQuestion[] {
  return dataQuestions(context, filter).filter(({ state, lapsed }) => state === 'open' && !lapsed);
}

/** Records an answer that came by another way than a sheet. */
export function answerQuestion(context: Context, question: number, text: string, by: string): void {
  if (text.trim() === '') throw blankText('--text');
  if (by.trim() === '') throw blankText('--by');
  if (!context.store().questions.decide(question, 'answered', text.trim(), by.trim())) throw unknownQuestion(question);
}

/** The office takes an answer (the oddity is acknowledged, with who and why) or does not (the question is open again). */
export function decideQuestion(
  context: Context,
  question: number,
  outcome: 'accepted' | 'rejected',
  by: string,
  reason: string,
): void {
  if (by.trim() === '') throw blankText('--by');
  if (reason.trim() === '') throw blankText('--text');
  const { questions } = context.store();
  const known = questions.find(question);
  if (!known) throw unknownQuestion(question);
  if (outcome === 'rejected' && known.state !== 'answered') throw notAnswered(question);
  questions.decide(question, outcome === 'accepted' ? 'acknowledged' : 'rejected', reason.trim(), by.trim());
}
