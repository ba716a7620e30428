import { isPeriod, type Period, yearOf } from '../domain/calendar.js';
import type { MeasureOptions } from '../domain/measure.js';
import type { Plan, PlanPackage } from '../domain/plan.js';
import { type MonthModel, monthModel } from '../measure/model.js';
import type { Context, PlanInForce } from './context.js';
import { badPeriod, noFacts, noPlan, noPlanAt, unknownPlan } from './errors.js';
import type { FigureQuery } from './types.js';

/** A question with every default filled in. */
export interface Question {
  period: Period;
  plan: Plan;
  inForce: PlanInForce;
  options: MeasureOptions;
  asOf: string | null;
}

/**
 * Fills in the contract's defaults: the latest period with accepted facts, the only or newest plan that has begun, scope
 * plan, basis due, and the configuration's choices. Throws PayeshError when there is no plan or no fact to speak of.
 */
export function resolve(context: Context, query: FigureQuery): Question {
  const { store, config } = context;
  const asOf = query.asOf ?? null;
  if (store().plans.versions().length === 0) throw noPlan();
  if (query.period !== undefined && !isPeriod(query.period)) throw badPeriod(query.period);
  const period = query.period ?? store().facts.latestPeriod(asOf);
  if (period === null) throw noFacts();
  const inForce = context.planAt(period, asOf);
  if (!inForce) throw noPlanAt(period);
  const plan = choosePlan(inForce.package, query.plan, yearOf(context.calendar, period));
  const options: MeasureOptions = {
    scope: query.scope ?? config.headline.scope,
    basis: query.basis ?? 'due',
    spending: query.spending ?? config.headline.spending,
    budget: query.budget ?? config.headline.budget,
    denominator: query.denominator ?? config.headline.denominator,
    blankWeights: config.weights.blank,
    cap: config.quantityCap,
  };
  return { period, plan, inForce, options, asOf };
}

function choosePlan({ plans }: PlanPackage, code: string | undefined, year: number): Plan {
  if (code !== undefined) {
    const named = plans.find((plan) => plan.code === code);
    if (!named)
      throw unknownPlan(
        code,
        plans.map((plan) => plan.code),
      );
    return named;
  }
  const begun = plans.filter((plan) => plan.firstYear <= year);
  const newest = (begun.length > 0 ? begun : plans).reduce<Plan | null>(
    (best, plan) => (best === null || plan.firstYear >= best.firstYear ? plan : best),
    null,
  );
  if (!newest) throw noPlan();
  return newest;
}

/** Facts and plan of a question as a model; `other` changes some of its choices, `period` the month. */
export function modelOf(
  context: Context,
  question: Question,
  other: Partial<MeasureOptions> & { period?: Period; ignoreReleases?: boolean } = {},
): MonthModel {
  const { period = question.period, ignoreReleases = false, ...options } = other;
  const { facts, plans } = context.store();
  const inForce = period === question.period ? question.inForce : context.planAt(period, question.asOf);
  if (!inForce) throw noPlanAt(period);
  return monthModel({
    package: inForce.package,
    plan: question.plan.code,
    calendar: context.calendar,
    period,
    figures: facts.figures({ to: period, asOf: question.asOf }).filter((figure) => figure.kind === 'project'),
    firstApproved: plans.firstApproved(question.asOf),
    options: { ...question.options, ...options },
    ignoreReleases,
  });
}
