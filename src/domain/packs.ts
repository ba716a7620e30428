import { addMonths, type Calendar, monthOf, type Period, periodOf, SETTLEMENT_MONTH, yearOf } from './calendar.js';

/** Months of the fiscal year at which the council checks the plan. */
const COUNCIL_MONTHS = [4, 6, 9] as const;

export function isCouncilCheck(calendar: Calendar, period: Period): boolean {
  return COUNCIL_MONTHS.some((month) => month === monthOf(calendar, period));
}

/** The check before this one, in the same year or the last of the year before; null for a month without a check. */
export function councilCheckBefore(calendar: Calendar, period: Period): Period | null {
  const at = COUNCIL_MONTHS.findIndex((month) => month === monthOf(calendar, period));
  if (at < 0) return null;
  const year = yearOf(calendar, period);
  return at === 0
    ? periodOf(calendar, year - 1, COUNCIL_MONTHS[2])
    : periodOf(calendar, year, COUNCIL_MONTHS[at - 1] ?? 4);
}

/** Half a year is published at its end; the second one again after the settlement of the year. */
export function isHalfYear(calendar: Calendar, period: Period): boolean {
  return [6, 12, SETTLEMENT_MONTH].includes(monthOf(calendar, period));
}

/** Day of the month by which a half year is to be published (article 71 of the law of municipalities). */
export const HALF_YEAR_DAY = 15;

/** The month after the half year: Mehr or Farvardin. */
export function halfYearDueMonth(calendar: Calendar, period: Period): Period {
  const last =
    monthOf(calendar, period) === SETTLEMENT_MONTH ? periodOf(calendar, yearOf(calendar, period), 12) : period;
  return addMonths(calendar, last, 1);
}
