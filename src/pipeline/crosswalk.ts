import { ordinalOf, type Period, periodOf, SETTLEMENT_MONTH } from '../domain/calendar.js';
import type { CrosswalkOfPlans, InheritedBaseline } from '../domain/crosswalk.js';
import { DEFAULT_OPTIONS } from '../domain/measure.js';
import type { Plan, PlanPackage } from '../domain/plan.js';
import { crosswalkSchemes, freshSchemes, sumParts } from '../measure/feedback/crosswalk.js';
import { indicatorFigures } from '../measure/indicators/figure.js';
import { inheritedBaselines } from '../measure/indicators/inherited.js';
import type { MeasureInput } from '../measure/input.js';
import { monthModel } from '../measure/model.js';
import { byCode, latestPackage } from './codes.js';
import type { Context } from './context.js';
import { noCrosswalk, unknownPlan } from './errors.js';
import type { Sentence } from './types.js';

/** An earlier plan beside the later one: what is mapped, the remainder, and baselines that are taken over. Default: the newest pair of the crosswalk. */
export function crosswalk(context: Context, query: { from?: string; to?: string }): CrosswalkOfPlans {
  const pkg = latestPackage(context);
  const { from, to } = pairOf(pkg, query);
  const rows = pkg.crosswalk.filter(({ fromPlan, toPlan }) => fromPlan === from.code && toPlan === to.code);
  const period = lastPeriodOf(context, from);
  const full = monthModel(inputOf(context, pkg, from, period ?? lastOf(context, from)));
  const done = [...full.sums.values()].some(({ physicalKnown }) => physicalKnown);
  const titles = new Map(pkg.nodes.map(({ code, title }) => [code, title]));
  const schemes = crosswalkSchemes(full, rows, titles, done);
  const later = monthModel(inputOf(context, pkg, to, periodOf(context.calendar, to.firstYear, 1)));
  const indicators = indicatorFigures(full.input).map(({ code, title }) => ({
    code,
    title,
    to: rows.filter(({ fromCode }) => fromCode === code).map(({ toCode }) => toCode),
  }));
  const ofLater = new Set(indicatorFigures(later.input).map(({ code }) => code));
  return {
    from: from.code,
    to: to.code,
    period,
    schemes,
    whole: sumParts(schemes.map(({ whole }) => whole)),
    mapped: sumParts(schemes.map(({ mapped }) => mapped)),
    unmapped: sumParts(schemes.map(({ unmapped }) => unmapped)),
    fresh: freshSchemes(later, rows),
    indicators: indicators.map((row) => ({
      ...row,
      to: row.to.length === 0 && ofLater.has(row.code) ? [row.code] : row.to,
    })),
    baselines: inheritedBaselines(pkg, to, full.input.figures).filter(({ indicator }) => ofLater.has(indicator)),
  };
}

function pairOf(pkg: PlanPackage, query: { from?: string; to?: string }): { from: Plan; to: Plan } {
  const named = (code: string): Plan => {
    const plan = byCode(pkg.plans, code);
    if (plan) return plan;
    throw unknownPlan(
      code,
      pkg.plans.map((each) => each.code),
    );
  };
  const start = (code: string) => pkg.plans.find((plan) => plan.code === code)?.firstYear ?? 0;
  const to = query.to === undefined ? null : named(query.to);
  const from = query.from === undefined ? null : named(query.from);
  if (from && to) return { from, to };
  const [newest] = pkg.crosswalk
    .filter(({ fromPlan, toPlan }) => (!from || fromPlan === from.code) && (!to || toPlan === to.code))
    .sort((a, b) => start(b.toPlan) - start(a.toPlan) || start(b.fromPlan) - start(a.fromPlan));
  if (!newest) throw noCrosswalk();
  return { from: named(newest.fromPlan), to: named(newest.toPlan) };
}

/** The last period of a plan's years with facts; null = none. */
function lastPeriodOf({ calendar, store }: Context, plan: Plan): Period | null {
  const end = lastOf({ calendar }, plan);
  const periods = store()
    .facts.figures({ to: end })
    .filter(({ year }) => year >= plan.firstYear && year <= plan.lastYear)
    .map(({ year, month }) => periodOf(calendar, year, month));
  return periods.reduce<Period | null>(
    (last, period) => (last === null || ordinalOf(calendar, period) > ordinalOf(calendar, last) ? period : last),
    null,
  );
}

function lastOf({ calendar }: Pick<Context, 'calendar'>, plan: Plan): Period {
  return periodOf(calendar, plan.lastYear, SETTLEMENT_MONTH);
}

function inputOf({ calendar, store, config }: Context, pkg: PlanPackage, plan: Plan, period: Period): MeasureInput {
  return {
    package: pkg,
    plan: plan.code,
    calendar,
    period,
    figures: store().facts.figures({ to: period }),
    firstApproved: new Map(),
    options: { ...DEFAULT_OPTIONS, basis: 'full', blankWeights: config.weights.blank, cap: config.quantityCap },
  };
}

/** The printed assumption behind each baseline that was taken over. */
export function baselineAssumptions(inherited: readonly InheritedBaseline[]): Sentence[] {
  return inherited.map(({ indicator, from, plan, year, value }) => ({
    fa: `مقدار پایهٔ شاخص ${indicator} داده نشده است؛ فرض شد پایان برنامهٔ ${plan} است: ${value} (شاخص ${from}، سال ${year}).`,
    en: `Indicator ${indicator} has no baseline; the end of plan ${plan} is assumed: ${value} (indicator ${from}, ${year}).`,
  }));
}
