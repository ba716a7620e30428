import type { Indicator } from '../../domain/plan.js';
import type { Figure } from '../input.js';

/** Months between two measurements. */
export const STEP = { monthly: 1, quarterly: 3, half_yearly: 6, yearly: 12 } as const;

/** A fiscal month as one number; month 12 of a year and month 1 of the next are neighbours. */
export function monthNumber(year: number, month: number): number {
  return year * 12 + Math.min(12, month) - 1;
}

/** Figures of indicators without what was reported after the last measurement that had to be: nobody asked for it yet. */
export function dueFigures<F extends Pick<Figure, 'code' | 'year' | 'month'>>(
  figures: readonly F[],
  indicators: readonly Indicator[],
  year: number,
  month: number,
): F[] {
  const due = new Map(indicators.map((indicator) => [indicator.code, lastDue(indicator, year, month)]));
  return figures.filter((figure) => {
    const last = due.get(figure.code);
    return last === undefined || monthNumber(figure.year, figure.month) <= monthNumber(last.year, last.month);
  });
}

/**
 * The last measurement that had to be reported by a month: measurement dates are the ends of the frequency's parts of the fiscal year,
 * and each is due `lagMonths` later. Worked example: quarterly with a lag of 1, asked in month 6 → month 3; in month 7 → month 6.
 */
export function lastDue(
  { frequency, lagMonths }: Indicator,
  year: number,
  month: number,
): { year: number; month: number } {
  const reach = monthNumber(year, month) - lagMonths;
  const step = STEP[frequency];
  const parts = Math.floor((reach + 1) / step);
  const last = parts * step - 1;
  return { year: Math.floor(last / 12), month: (last % 12) + 1 };
}
