import { monthOf, periodOf, yearOf } from '../../domain/calendar.js';
import { type IndicatorFigure, type IndicatorReason, isPartialSum } from '../../domain/indicator-figures.js';
import type { Indicator, Plan } from '../../domain/plan.js';
import type { MeasureInput } from '../input.js';
import { attainmentOf } from './attainment.js';
import { lastDue, monthNumber } from './due.js';
import { partsOf, wholeYearValue } from './parts.js';
import { type Aim, aimsOf, type Path, pathOf, yearTarget } from './path.js';
import { lacksDenominator, type Report, reportsOf, type YearValue, yearValue } from './values.js';

/** Indicators of the plan with at least one link below it, in the plan's order, measured in the scope and basis of the options. */
export function indicatorFigures(input: MeasureInput): IndicatorFigure[] {
  const plan = input.package.plans.find(({ code }) => code === input.plan);
  if (!plan) throw new RangeError(`no such plan in this version: ${input.plan}`);
  const reports = reportsOf(input.figures);
  const aims = aimsOf(input.package.targets, input.calendar);
  const links = linksOf(input);
  return input.package.indicators.flatMap((indicator) => {
    const linked = links.get(indicator.code);
    if (!linked) return [];
    return [
      figureOf(indicator, linked, {
        input,
        plan,
        reports: reports.get(indicator.code) ?? [],
        aims: aims.get(indicator.code) ?? [],
      }),
    ];
  });
}

/** Codes of this plan's nodes and projects by indicator: its links, or its node where it has none. */
function linksOf({ package: pkg, plan }: MeasureInput): Map<string, string[]> {
  const nodes = new Set(pkg.nodes.filter((node) => node.plan === plan).map(({ code }) => code));
  const own = new Set([...nodes, ...pkg.projects.filter(({ node }) => nodes.has(node)).map(({ code }) => code), plan]);
  const links = new Map<string, string[]>();
  for (const { indicator, code } of pkg.links) links.set(indicator, [...(links.get(indicator) ?? []), code]);
  return new Map(
    pkg.indicators.flatMap(({ code, node }): [string, string[]][] => {
      const all = links.get(code) ?? (node === null ? [] : [node]);
      const here = all.filter((each) => own.has(each));
      return here.length > 0 ? [[code, here]] : [];
    }),
  );
}

interface Sources {
  input: MeasureInput;
  plan: Plan;
  reports: readonly Report[];
  aims: readonly Aim[];
}

function figureOf(indicator: Indicator, linked: string[], sources: Sources): IndicatorFigure {
  const { input, plan, aims } = sources;
  const { calendar, options } = input;
  const year = yearOf(calendar, input.period);
  const month = Math.min(12, monthOf(calendar, input.period));
  const scope = options.scope === 'plan' ? 'plan' : 'year';
  const first = scope === 'plan' ? plan.firstYear : year;
  const due = lastDue(indicator, year, month);
  const dueInScope = due.year >= first;
  const measured = valueIn(indicator, sources, scope, first);
  // All but a sum are the value of one year.
  const since = indicator.aggregation === 'sum' ? first : measured?.year;
  const parts = measured && partsOf(indicator, sources.reports, since ?? first, measured);
  const partial = parts !== null && isPartialSum({ ...indicator, ...parts });
  const opening = openingOf(indicator, sources, scope, year);
  const at = measured
    ? { year: measured.year, month: Math.min(12, measured.month) }
    : dueInScope
      ? due
      : { year, month };
  const path = pathOf({ indicator, aims, plan, scope, opening, ...at });
  const { state, reason: silence } =
    !measured && overNothing(indicator, sources, first, year)
      ? { state: 'reported' as const, reason: 'no_denominator' as const }
      : stateOf(measured, due, dueInScope);
  const sum = indicator.aggregation === 'sum';
  const aim = options.basis === 'full' ? wholeAim(path, sum && indicator.direction === 'down') : path.at;
  const unknown = options.scope === 'month' ? 'scope_month' : partial ? 'partial_sum' : silence;
  const found =
    options.scope === 'month' || !measured || partial
      ? { ratio: null, reason: unknown }
      : attainmentOf({
          direction: indicator.direction,
          sum,
          value: measured.value,
          opening,
          aim,
          elapsed: path.elapsed,
          band: path.band,
        });
  const next = yearTarget(indicator, aims, year + 1);
  const { baseline } = indicator;
  return {
    code: indicator.code,
    title: indicator.title,
    department: indicator.department,
    linked,
    unit: indicator.unit,
    direction: indicator.direction,
    aggregation: indicator.aggregation,
    frequency: indicator.frequency,
    weight: indicator.weight,
    baseline,
    opening,
    target: path.target,
    band: indicator.direction === 'band' ? path.band : null,
    path: path.at,
    pathAssumed: path.assumed,
    value: measured?.value ?? null,
    numerator: measured?.numerator ?? null,
    denominator: measured?.denominator ?? null,
    measuredAt: measured ? periodOf(calendar, measured.year, measured.month) : null,
    dueAt: dueInScope ? periodOf(calendar, due.year, due.month) : null,
    measuredParts: parts?.measuredParts ?? null,
    expectedParts: parts?.expectedParts ?? null,
    state,
    attainmentRaw: found.ratio,
    attainment: found.ratio === null ? null : Math.min(1, Math.max(0, found.ratio)),
    reason: found.reason,
    worseThanBaseline: worse(indicator, partial ? null : measured, scope === 'plan' ? opening : baseline, path.elapsed),
    nextTarget: next,
    gapToFill: toFill(next, sum, measured),
  };
}

/** Downwards a sum is judged on what has passed of it, T·e: a part of a year is no whole. */
function wholeAim({ target, elapsed }: Path, sumDown: boolean): number | null {
  return target !== null && sumDown ? target * elapsed : target;
}

/** What is left to the next target from where the indicator stands; a sum begins at 0 again. */
function toFill(next: number | null, sum: boolean, measured: YearValue | null): number | null {
  if (next === null) return null;
  if (sum) return next;
  return measured ? next - measured.value : null;
}

/** Scope year: this year's value. Scope plan: the last year with a value, or of a sum all years together. */
function valueIn(
  indicator: Indicator,
  { input, reports }: Sources,
  scope: 'year' | 'plan',
  first: number,
): YearValue | null {
  const year = yearOf(input.calendar, input.period);
  const month = monthOf(input.calendar, input.period);
  const of = (each: number) => yearValue(indicator.aggregation, reports, each, each === year ? month : 13);
  if (scope === 'year') return of(year);
  const years = Array.from({ length: year - first + 1 }, (_, index) => of(first + index)).filter(
    (each) => each !== null,
  );
  const last = years.at(-1);
  if (!last) return null;
  if (indicator.aggregation !== 'sum') return last;
  return { ...last, value: years.reduce((total, each) => total + each.value, 0) };
}

/** Where no year of the scope has a value: whether one of them was reported, but over a denominator of 0. */
function overNothing(indicator: Indicator, { input, reports }: Sources, first: number, year: number): boolean {
  const month = monthOf(input.calendar, input.period);
  const years = Array.from({ length: year - first + 1 }, (_, index) => first + index);
  return years.some((each) => lacksDenominator(indicator.aggregation, reports, each, each === year ? month : 13));
}

/** b: in scope year the value of the year before, else the baseline; in scope plan the plan's baseline. A sum with silent months is no value of its year. */
function openingOf(indicator: Indicator, sources: Sources, scope: 'year' | 'plan', year: number): number | null {
  if (scope === 'plan') {
    const { plan } = sources;
    // A sum's baseline is of one year; over the plan it would have gone on for as many years.
    const years = indicator.aggregation === 'sum' ? plan.lastYear - plan.firstYear + 1 : 1;
    return indicator.baseline === null ? null : indicator.baseline * years;
  }
  const before = wholeYearValue(indicator, sources.reports, year - 1);
  return before?.value ?? indicator.baseline;
}

function stateOf(
  measured: YearValue | null,
  due: { year: number; month: number },
  dueInScope: boolean,
): { state: IndicatorFigure['state']; reason: IndicatorReason } {
  if (!measured)
    return dueInScope ? { state: 'missing', reason: 'never_reported' } : { state: 'not_due', reason: 'not_due' };
  const late = dueInScope && monthNumber(measured.year, measured.month) < monthNumber(due.year, due.month);
  return { state: late ? 'stale' : 'reported', reason: 'never_reported' };
}

/** Compared with the baseline of the plan, whatever the scope; of a sum with the part of it that had passed. Null for a band. */
function worse(
  { direction, aggregation }: Indicator,
  measured: YearValue | null,
  baseline: number | null,
  elapsed: number,
): boolean | null {
  if (!measured || baseline === null || direction === 'band' || aggregation === 'sum') {
    return aggregation === 'sum' && direction === 'down' && measured && baseline !== null
      ? measured.value > baseline * elapsed
      : null;
  }
  return direction === 'up' ? measured.value < baseline : measured.value > baseline;
}
