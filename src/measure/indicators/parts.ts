import { SETTLEMENT_MONTH } from '../../domain/calendar.js';
import { isPartialSum } from '../../domain/indicator-figures.js';
import type { Indicator } from '../../domain/plan.js';
import { STEP } from './due.js';
import { type Report, speakingReports, type YearValue, yearValue } from './values.js';

/** Measurements of a span that were to come, and those that came. */
export interface Parts {
  measuredParts: number;
  expectedParts: number;
}

/**
 * The parts of a span (months, quarters, half-years or years, as the indicator is measured) from the first fiscal month of `first` to the month of
 * which the value speaks, and those for which something was reported. A settlement speaks for the whole of its year. What comes after that
 * month is stale and not silent. Worked example: monthly, reported for months 1, 2 and 5: 3 of 5; quarterly with the same reports: 2 of 2.
 */
export function partsOf(
  { aggregation, frequency }: Pick<Indicator, 'aggregation' | 'frequency'>,
  reports: readonly Report[],
  first: number,
  at: { year: number; month: number },
): Parts {
  const step = STEP[frequency];
  const parts: Parts = { measuredParts: 0, expectedParts: 0 };
  for (let year = first; year <= at.year; year += 1) {
    const until = year === at.year ? at.month : SETTLEMENT_MONTH;
    const own = speakingReports(aggregation, reports, year, until);
    const settled = own.some(({ month }) => month === SETTLEMENT_MONTH);
    const expected = Math.ceil(Math.min(12, until) / step);
    const reached = new Set(own.map(({ month }) => Math.ceil(month / step)));
    parts.expectedParts += expected;
    parts.measuredParts += settled ? expected : reached.size;
  }
  return parts;
}

/** The value of a finished year; null also where silent months make it a partial sum, for then nobody knows it. */
export function wholeYearValue(
  indicator: Pick<Indicator, 'aggregation' | 'frequency'>,
  reports: readonly Report[],
  year: number,
): YearValue | null {
  const found = yearValue(indicator.aggregation, reports, year, SETTLEMENT_MONTH);
  const until = Math.max(12, found?.month ?? 0);
  const parts = partsOf(indicator, reports, year, { year, month: until });
  return isPartialSum({ ...indicator, ...parts }) ? null : found;
}
