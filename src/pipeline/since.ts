import {
  addMonths,
  comparePeriods,
  ordinalOf,
  type Period,
  periodOf,
  SETTLEMENT_MONTH,
  yearOf,
} from '../domain/calendar.js';
import type { Since } from '../domain/gap-changes.js';
import type { Context } from './context.js';
import { noEdition, nothingKnown, sinceLater } from './errors.js';
import { type Question, resolve } from './questions.js';
import type { FigureQuery, GapQuery } from './types.js';

/** The question of then, with the same choices, beside what then is. */
export interface Then {
  since: Since;
  question: Question;
}

/**
 * Then of a question. An instant is the period that was the latest at it, as it was known at it; an edition of the period
 * and a period with an edition are what that edition was made from; a period without one is taken as it is known now.
 * Left out it is the month before, and null where the plan had not begun. Throws PayeshError for what is later than now, an
 * edition that was never published, or an instant before any figure.
 */
export function thenOf(context: Context, { since, ...query }: GapQuery, now: Question): Then | null {
  const then = since === undefined ? monthBefore(context, now) : asked(context, since, now);
  if (then === null) return null;
  if (comparePeriods(context.calendar, then.period, now.period) > 0) throw sinceLater();
  if (now.asOf !== null && (then.asOf === null || then.asOf > now.asOf)) throw sinceLater();
  const { asOf: _, ...choices } = query;
  return { since: then, question: questionAt(context, then, choices, now) };
}

/**
 * What a report of a month is held against: the latest earlier month of its plan that was published, as that edition knew it;
 * the month before where none was.
 */
export function publishedBefore(context: Context, now: Question): Then | null {
  const since = lastPublished(context, now) ?? monthBefore(context, now);
  const { scope, basis, spending, budget, denominator } = now.options;
  const choices = { scope, basis, spending, budget, denominator };
  return since && { since, question: questionAt(context, since, choices, now) };
}

function questionAt(context: Context, { period, asOf }: Since, choices: FigureQuery, now: Question): Question {
  return resolve(context, { ...choices, ...(asOf === null ? {} : { asOf }), period, plan: now.plan.code });
}

function lastPublished(context: Context, now: Question): Since | null {
  const { calendar } = context;
  const first = ordinalOf(calendar, periodOf(calendar, now.plan.firstYear, 1));
  for (let at = ordinalOf(calendar, now.period) - 1; at >= first; at -= 1) {
    const period = periodOf(calendar, Math.floor(at / SETTLEMENT_MONTH), (at % SETTLEMENT_MONTH) + 1);
    const since = ofPeriod(context, period, now.asOf);
    if (since.edition !== null && holdsPlan(context, since, now)) return since;
  }
  return null;
}

function monthBefore(context: Context, now: Question): Since | null {
  const period = addMonths(context.calendar, now.period, -1);
  if (yearOf(context.calendar, period) < now.plan.firstYear) return null;
  const since = ofPeriod(context, period, now.asOf);
  return holdsPlan(context, since, now) ? since : null;
}

function holdsPlan(context: Context, { period, asOf }: Since, { plan }: Question): boolean {
  return context.planAt(period, asOf)?.package.plans.some(({ code }) => code === plan.code) ?? false;
}

function asked(context: Context, since: NonNullable<GapQuery['since']>, now: Question): Since {
  const { calendar, store } = context;
  if ('period' in since) return ofPeriod(context, since.period, now.asOf);
  if ('edition' in since) {
    const editions = store().reports.editions(now.period);
    const found = editions.find(({ edition }) => edition === since.edition);
    if (!found) throw noEdition(now.period, since.edition, editions.at(-1)?.edition ?? 0);
    return { period: now.period, asOf: found.knownAt, edition: found.edition };
  }
  const latest = store().facts.latestPeriod(since.instant);
  if (latest === null) throw nothingKnown(since.instant);
  const period = comparePeriods(calendar, latest, now.period) > 0 ? now.period : latest;
  return { period, asOf: since.instant, edition: null };
}

/** A period as its newest edition knew it, of those made from what the question knows. */
function ofPeriod({ store }: Context, period: Period, asOf: string | null): Since {
  const edition = store()
    .reports.editions(period)
    .findLast(({ knownAt }) => asOf === null || knownAt <= asOf);
  return edition ? { period, asOf: edition.knownAt, edition: edition.edition } : { period, asOf, edition: null };
}
