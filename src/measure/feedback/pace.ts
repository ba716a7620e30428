import { monthOf, yearOf } from '../../domain/calendar.js';
import type { Pace } from '../../domain/feedback.js';
import { type IndicatorFigure, isPartialSum } from '../../domain/indicator-figures.js';
import { nodeFigures } from '../figures.js';
import { monthNumber } from '../indicators/due.js';
import type { MonthModel } from '../model.js';

/** First and last month of a scope, counted as months since year 0: the fiscal year, or the years of the plan. */
export interface Horizon {
  first: number;
  last: number;
}

export function horizonOf({ input, plan, year }: Pick<MonthModel, 'input' | 'plan' | 'year'>): Horizon {
  const whole = input.options.scope === 'plan';
  return { first: monthNumber(whole ? plan.firstYear : year, 1), last: monthNumber(whole ? plan.lastYear : year, 12) };
}

/**
 * Pace of every node to the end of its scope, in shares of its whole work per month:
 *   needed = (1 − A)/(months left), so far = A/(months passed); A = physical(full), so the target is all of the work.
 * Null: no month left (needed). A node whose progress was never reported has no row. `full` = the model on basis full.
 * Worked example: 0.45 of the work after 54 of 60 months: needed 0.55/6 = 0.092 a month against 0.45/54 = 0.0083 so far, 11 times.
 */
export function nodePaces(full: MonthModel): Pace[] {
  const { calendar, period } = full.input;
  const at = monthNumber(yearOf(calendar, period), monthOf(calendar, period));
  const horizon = horizonOf(full);
  return nodeFigures(full).flatMap(({ kind, code, level, title, physical }) => {
    if (physical === null || (kind !== 'plan' && kind !== 'node')) return [];
    return [paceOf({ subject: 'node', code, level, title, from: 0, reached: physical, target: 1 }, at, horizon)];
  });
}

/**
 * The same of each indicator with a value and a target, from its opening value, at the date of its measurement; a sum starts at 0. A band, and a sum with
 * silent periods, have no pace. `figures` on basis full. Worked example: 6.5 → 4 minutes by month 60, 5.5 in month 48: needed −0.125 a month, so far −0.0208.
 */
export function indicatorPaces(figures: readonly IndicatorFigure[], model: MonthModel): Pace[] {
  const { calendar } = model.input;
  const horizon = horizonOf(model);
  return figures.flatMap((figure) => {
    const { code, title, value, target, opening, aggregation, direction, measuredAt } = figure;
    if (isPartialSum(figure)) return [];
    const from = aggregation === 'sum' ? 0 : opening;
    if (value === null || target === null || from === null || measuredAt === null || direction === 'band') return [];
    const at = monthNumber(yearOf(calendar, measuredAt), monthOf(calendar, measuredAt));
    return [
      paceOf({ subject: 'indicator', code, level: 'indicator', title, from, reached: value, target }, at, horizon),
    ];
  });
}

function paceOf(
  row: Pick<Pace, 'subject' | 'code' | 'level' | 'title' | 'from' | 'reached' | 'target'>,
  at: number,
  { first, last }: Horizon,
): Pace {
  const monthsPassed = at - first + 1;
  const monthsLeft = last - at;
  const needed = monthsLeft > 0 ? (row.target - row.reached) / monthsLeft : null;
  const soFar = monthsPassed > 0 ? (row.reached - row.from) / monthsPassed : null;
  return { ...row, monthsPassed, monthsLeft, needed, soFar, times: needed === null || !soFar ? null : needed / soFar };
}
