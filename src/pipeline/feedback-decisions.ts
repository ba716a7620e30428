import { addMonths, monthOf, type Period, periodOf, yearOf } from '../domain/calendar.js';
import type { Decision, DecisionFigure, DecisionFollowed } from '../domain/feedback.js';
import type { Realization } from '../domain/measure.js';
import type { PlanPackage } from '../domain/plan.js';
import { departmentFigures, nodeFigures, projectFigures } from '../measure/figures.js';
import { leavesBelow, type MonthModel } from '../measure/model.js';
import { byCode } from './codes.js';
import type { Context } from './context.js';
import { blankText, notInFeedback } from './errors.js';
import { feedbackOf, feedbackQuestion, rialsOf } from './feedback.js';
import { modelOf, resolve } from './questions.js';
import type { DecisionEntry } from './types.js';

const PERIODS_LATER = 12;

/** Records a decision about an item that the feedback of the period holds, with the figures that it rests on. */
export function decideFeedback(
  context: Context,
  { item, code, outcome, by, reason, period, total }: DecisionEntry,
): number {
  if (by.trim() === '') throw blankText('--by');
  if (reason.trim() === '') throw blankText('--reason');
  const question = feedbackQuestion(context, period === undefined ? {} : { period });
  const { items, proposal } = feedbackOf(context, question, total === undefined ? null : rialsOf(total));
  const entry = {
    period: question.period,
    plan: question.plan.code,
    outcome,
    decidedBy: by.trim(),
    reason: reason.trim(),
  };
  const none = { value: null, threshold: null, baseRial: null, proposedRial: null };
  const { judgements } = context.store();
  if (item === 'shift') {
    const row = byCode(proposal.rows, code);
    if (!row || row.reason === 'unchanged') throw notInFeedback(item, code, question.period);
    const { baseRial, proposedRial } = row;
    return judgements.decide({ ...entry, ...none, item, subject: 'node', code: row.code, baseRial, proposedRial });
  }
  const found = byCode(
    items.filter(({ kind }) => kind === item),
    code,
  );
  if (!found) throw notInFeedback(item, code, question.period);
  const { subject, value, threshold } = found;
  return judgements.decide({ ...entry, ...none, item, subject, code: found.code, value, threshold });
}

/** Every decision with what became of it. Figures are of the year to date, basis due: the same month can be compared a year on. */
export function followDecisions(context: Context): DecisionFollowed[] {
  const latest = context.store().facts.latestPeriod();
  const models = new Map<string, MonthModel | null>();
  const modelAt = (plan: string, period: Period, asOf: string | null): MonthModel | null => {
    const key = `${plan} ${period} ${asOf ?? ''}`;
    const known = models.get(key);
    if (known !== undefined) return known;
    const made = yearModel(context, plan, period, asOf);
    models.set(key, made);
    return made;
  };
  return context
    .store()
    .judgements.decisions()
    .map((decision) => followed(context, decision, latest, modelAt));
}

type ModelAt = (plan: string, period: Period, asOf: string | null) => MonthModel | null;

function followed(context: Context, decision: Decision, latest: Period | null, modelAt: ModelAt): DecisionFollowed {
  const { calendar } = context;
  const { plan, period, code, decidedAt } = decision;
  const then = modelAt(plan, period, decidedAt);
  const before = then && figureIn(then, decision, code);
  const title = then ? titleIn(then, decision) : null;
  const head = { decision, title, before };
  const none = { after: null, months: null, replanned: false };
  if (latest === null || distance(context, period, latest) <= 0)
    return { ...head, ...none, comparison: 'nothing_later' };
  const full = addMonths(calendar, period, PERIODS_LATER);
  const whole = distance(context, full, latest) >= 0;
  const later = whole ? full : latest;
  const now = modelAt(plan, later, null);
  const months = distance(context, period, later);
  if (now && decision.subject === 'project' && yearOf(calendar, later) !== yearOf(calendar, period)) {
    return { ...head, ...afterItsYear(context, decision, now, later, modelAt) };
  }
  const after = now && figureIn(now, decision, code);
  const replanned = now !== null && versionAt(context, period, decidedAt) !== versionAt(context, later, null);
  if (!after) return { ...head, ...none, comparison: 'gone' };
  return { ...head, after, months, replanned, comparison: whole ? 'year_on' : 'earlier' };
}

type After = Pick<DecisionFollowed, 'after' | 'months' | 'comparison' | 'replanned'>;

/** A project lives for one year: the project that carries its work on, else the end of its own year. */
function afterItsYear(
  context: Context,
  { plan, period, code, subject, decidedAt }: Decision,
  now: MonthModel,
  later: Period,
  modelAt: ModelAt,
): After {
  const { calendar } = context;
  const next = carrierOf(now.input.package, code, yearOf(calendar, later));
  const continued = next === null ? null : figureIn(now, { subject }, next);
  const replanned = (at: Period) => versionAt(context, period, decidedAt) !== versionAt(context, at, null);
  if (continued) {
    return {
      after: continued,
      months: distance(context, period, later),
      comparison: 'continued',
      replanned: replanned(later),
    };
  }
  const end = periodOf(calendar, yearOf(calendar, period), 12);
  const last = modelAt(plan, end, null);
  const after = last && end !== period ? figureIn(last, { subject }, code) : null;
  return {
    after,
    months: after ? distance(context, period, end) : null,
    comparison: 'own_year',
    replanned: after !== null && replanned(end),
  };
}

/** The one project of a year that continues another, or is the next part of the same work; null = none, or several. */
function carrierOf({ projects }: PlanPackage, code: string, year: number): string | null {
  const own = projects.find((project) => project.code === code);
  const later = projects.filter((project) => project.year === year);
  const carrying = later.filter(({ continues }) => continues === code);
  const ofWork = own?.work ? later.filter(({ work }) => work === own.work) : [];
  const [only, ...others] = carrying.length > 0 ? carrying : ofWork;
  return only && others.length === 0 ? only.code : null;
}

/** Null where the plan does not cover the period, or no version of it was known. */
function yearModel(context: Context, plan: string, period: Period, asOf: string | null): MonthModel | null {
  const inForce = context.planAt(period, asOf);
  const named = inForce?.package.plans.find(({ code }) => code === plan);
  const year = yearOf(context.calendar, period);
  if (!named || year < named.firstYear || year > named.lastYear) return null;
  const query = { period, plan, scope: 'year' as const, basis: 'due' as const, ...(asOf === null ? {} : { asOf }) };
  return modelOf(context, resolve(context, query));
}

function versionAt(context: Context, period: Period, asOf: string | null): number | null {
  return context.planAt(period, asOf)?.version.id ?? null;
}

function rowsIn(model: MonthModel, subject: Decision['subject']): Realization[] {
  if (subject === 'department') return departmentFigures(model);
  return subject === 'project' ? projectFigures(model) : nodeFigures(model);
}

function titleIn(model: MonthModel, { subject, code }: Decision): string | null {
  return rowsIn(model, subject).find((row) => row.code === code)?.title ?? null;
}

function figureIn(model: MonthModel, { subject }: Pick<Decision, 'subject'>, code: string): DecisionFigure | null {
  const row = rowsIn(model, subject).find((each) => each.code === code);
  if (!row) return null;
  const { physical, budget, coverage } = row;
  return { period: model.input.period, code, physical, budget, coverage, creditRial: creditOf(model, subject, code) };
}

/** Approved credit of the year's projects that stand with it; null = none has a budget. */
function creditOf(model: MonthModel, subject: Decision['subject'], code: string): bigint | null {
  const node = model.nodes.get(code);
  const leaves = leavesBelow(subject === 'node' && node ? node : model.root);
  const credits = leaves.flatMap(({ leaf: { values } }) => {
    if (!values?.current || values.approvedRial === null) return [];
    const { code: project, department } = values.project;
    const own = subject === 'node' || (subject === 'project' ? project === code : department === code);
    return own ? [BigInt(values.approvedRial)] : [];
  });
  return credits.length === 0 ? null : credits.reduce((sum, credit) => sum + credit, 0n);
}

/** Months from one period to another; a settlement counts as the last month of its year. */
function distance({ calendar }: Context, from: Period, to: Period): number {
  const months = (period: Period) => yearOf(calendar, period) * 12 + Math.min(12, monthOf(calendar, period));
  return months(to) - months(from);
}
