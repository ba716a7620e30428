import { addMonths, comparePeriods, monthOf, type Period, periodOf, yearOf } from '../domain/calendar.js';
import type { Realization } from '../domain/measure.js';
import type { CurvePoint, TrendPoint } from '../domain/month.js';
import { nodeFigures } from '../measure/figures.js';
import { monthModel } from '../measure/model.js';
import type { Context } from './context.js';
import { modelInput, modelOf, type Question } from './questions.js';

const MONTHS = 12;

/**
 * The fiscal year as an S-curve: planned to its end, work and money as they stood at each month. Every point is measured on the
 * plan in force at its month, as a report of that month would be.
 */
export function curveOf(context: Context, question: Question): CurvePoint[] {
  const { calendar } = context;
  const year = yearOf(calendar, question.period);
  const now = Math.min(MONTHS, monthOf(calendar, question.period));
  return Array.from({ length: MONTHS }, (_, index) => {
    const period = periodOf(calendar, year, index + 1);
    if (!context.planAt(period, question.asOf)) return { period, planned: null, physical: null, budget: null };
    const total = yearTotal(context, question, period);
    const past = index + 1 <= now;
    return {
      period,
      planned: total?.planned ?? null,
      physical: past ? (total?.physical ?? null) : null,
      budget: past ? (total?.budget ?? null) : null,
    };
  });
}

function yearTotal(context: Context, question: Question, period: Period): Realization | undefined {
  const later = comparePeriods(context.calendar, period, question.period) > 0;
  const input = modelInput(context, question, { scope: 'year', basis: 'full', period });
  // What is reported for later months belongs to their own reports; only the plan is read ahead.
  return nodeFigures(monthModel(later ? { ...input, figures: question.figuresTo(question.period) } : input))[0];
}

/** The headline of the last twelve months for which somebody reported, each on the plan in force then. */
export function trendOf(context: Context, question: Question): TrendPoint[] {
  const { calendar } = context;
  const spoken = new Set(question.figuresTo(question.period).map(({ year, month }) => periodOf(calendar, year, month)));
  const first = periodOf(calendar, question.plan.firstYear, 1);
  const months = Array.from({ length: MONTHS }, (_, index) =>
    addMonths(calendar, question.period, index + 1 - MONTHS),
  ).filter((period) => comparePeriods(calendar, period, first) >= 0);
  const begin = months.findIndex((period) => spoken.has(period));
  return months.slice(begin < 0 ? months.length : begin).map((period) => {
    if (!spoken.has(period) || !context.planAt(period, question.asOf)) return { period, physical: null, budget: null };
    const [total] = nodeFigures(modelOf(context, question, { period }));
    return { period, physical: total?.physical ?? null, budget: total?.budget ?? null };
  });
}
