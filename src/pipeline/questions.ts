import { comparePeriods, isPeriod, type Period, periodOf, SETTLEMENT_MONTH, yearOf } from '../domain/calendar.js';
import type { PayeshError } from '../domain/error.js';
import type { MeasureOptions } from '../domain/measure.js';
import type { Plan } from '../domain/plan.js';
import type { Figure, MeasureInput } from '../measure/input.js';
import { type MonthModel, monthModel } from '../measure/model.js';
import { byCode, latestPackage } from './codes.js';
import type { Context, PlanInForce } from './context.js';
import {
  badPeriod,
  noFacts,
  noPlan,
  noPlanAt,
  outsideAllPlans,
  outsidePlan,
  planNotInForce,
  unknownPlan,
} from './errors.js';
import type { FigureQuery } from './types.js';

/** A question with every default filled in. */
export interface Question {
  period: Period;
  plan: Plan;
  inForce: PlanInForce;
  options: MeasureOptions;
  asOf: string | null;
  /** Reported figures up to a period and budgets as first approved, read once however many models the answer needs. */
  figuresTo(period: Period): readonly Figure[];
  /** The same of indicators: value, numerator and denominator. */
  indicatorFiguresTo(period: Period): readonly Figure[];
  firstApproved(): ReadonlyMap<string, number>;
}

/**
 * Fills in the contract's defaults: the latest period with accepted facts, the only or newest plan that has begun, scope
 * plan, basis due, and the configuration's choices. Throws PayeshError when there is no plan or no fact to speak of, and for
 * a period outside the plan's years.
 */
export function resolve(context: Context, query: FigureQuery): Question {
  const { store, config } = context;
  const asOf = query.asOf ?? null;
  if (store().plans.versions().length === 0) throw noPlan();
  if (query.period !== undefined && !isPeriod(query.period)) throw badPeriod(query.period);
  const period = query.period ?? store().facts.latestPeriod(asOf);
  if (period === null) throw noFacts();
  const inForce = context.planAt(period, asOf);
  if (!inForce) {
    refuseOutside(context, period);
    throw noPlanAt(period);
  }
  const plan = choosePlan(context, { inForce, period, asOf }, query.plan);
  const year = yearOf(context.calendar, period);
  if (year < plan.firstYear || year > plan.lastYear) {
    throw outsidePlan(period, plan.code, ...yearsOf(context, [plan]));
  }
  const options: MeasureOptions = {
    scope: query.scope ?? config.headline.scope,
    basis: query.basis ?? 'due',
    spending: query.spending ?? config.headline.spending,
    budget: query.budget ?? config.headline.budget,
    denominator: query.denominator ?? config.headline.denominator,
    blankWeights: config.weights.blank,
    cap: config.quantityCap,
  };
  return { period, plan, inForce, options, asOf, ...readOnce(context, asOf) };
}

function readOnce(
  { store }: Context,
  asOf: string | null,
): Pick<Question, 'figuresTo' | 'indicatorFiguresTo' | 'firstApproved'> {
  const figures = new Map<Period, { project: Figure[]; indicator: Figure[] }>();
  let approved: ReadonlyMap<string, number> | null = null;
  const read = (period: Period) => {
    const known = figures.get(period) ?? { project: [], indicator: [] };
    if (!figures.has(period)) {
      for (const figure of store().facts.figures({ to: period, asOf })) known[figure.kind].push(figure);
      figures.set(period, known);
    }
    return known;
  };
  return {
    figuresTo: (period) => read(period).project,
    indicatorFiguresTo: (period) => read(period).indicator,
    firstApproved() {
      approved ??= store().plans.firstApproved(asOf);
      return approved;
    },
  };
}

function choosePlan(
  context: Context,
  { inForce, period, asOf }: Pick<Question, 'inForce' | 'period' | 'asOf'>,
  code: string | undefined,
): Plan {
  const { plans } = inForce.package;
  if (code !== undefined) {
    const named = byCode(plans, code);
    if (named) return named;
    throw (
      otherwiseInForce(context, code, period, asOf) ??
      unknownPlan(
        code,
        plans.map((plan) => plan.code),
      )
    );
  }
  const year = yearOf(context.calendar, period);
  const begun = plans.filter((plan) => plan.firstYear <= year);
  const newest = (begun.length > 0 ? begun : plans).reduce<Plan | null>(
    (best, plan) => (best === null || plan.firstYear >= best.firstYear ? plan : best),
    null,
  );
  if (!newest) throw noPlan();
  return newest;
}

/** A plan that other versions hold: from which period it is in force. Null = no version knows it. */
function otherwiseInForce(context: Context, code: string, period: Period, asOf: string | null): PayeshError | null {
  const { calendar, store } = context;
  const froms = store()
    .plans.versions()
    .filter(({ recordedAt }) => asOf === null || recordedAt <= asOf)
    .flatMap((version) => {
      const plan = byCode(store().plans.loadPackage(version.id).plans, code);
      if (!plan) return [];
      const begins = periodOf(calendar, plan.firstYear, 1);
      const from = comparePeriods(calendar, begins, version.effective) > 0 ? begins : version.effective;
      return [{ plan: plan.code, from }];
    })
    .sort((a, b) => comparePeriods(calendar, a.from, b.from));
  const [first] = froms;
  return first ? planNotInForce(first.plan, period, first.from) : null;
}

/** Refuses a period that no plan of the workspace covers; the settlement of a year belongs to it. */
export function refuseOutside(context: Context, period: Period): void {
  if (!isPeriod(period)) throw badPeriod(period);
  const { plans } = latestPackage(context);
  const year = yearOf(context.calendar, period);
  if (plans.some(({ firstYear, lastYear }) => firstYear <= year && year <= lastYear)) return;
  throw outsideAllPlans(period, ...yearsOf(context, plans));
}

/** First month and settlement of the years that plans cover. */
function yearsOf({ calendar }: Context, plans: readonly Plan[]): [Period, Period] {
  const first = Math.min(...plans.map(({ firstYear }) => firstYear));
  const last = Math.max(...plans.map(({ lastYear }) => lastYear));
  return [periodOf(calendar, first, 1), periodOf(calendar, last, SETTLEMENT_MONTH)];
}

type Other = Partial<MeasureOptions> & { period?: Period; ignoreReleases?: boolean };

/** Facts and plan of a question as a model; `other` changes some of its choices, `period` the month. */
export function modelOf(context: Context, question: Question, other: Other = {}): MonthModel {
  return monthModel(modelInput(context, question, other));
}

/** What a model is made from: figures of projects, and the plan in force at the period. */
export function modelInput(context: Context, question: Question, other: Other = {}): MeasureInput {
  const { period = question.period, ignoreReleases = false, ...options } = other;
  const inForce = period === question.period ? question.inForce : context.planAt(period, question.asOf);
  if (!inForce) throw noPlanAt(period);
  return {
    package: inForce.package,
    plan: question.plan.code,
    calendar: context.calendar,
    period,
    figures: question.figuresTo(period),
    firstApproved: question.firstApproved(),
    options: { ...question.options, ...options },
    ignoreReleases,
  };
}
