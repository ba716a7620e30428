import { addMonths, type Calendar, type CalendarDay, daysInMonth, type Period } from './calendar.js';
import { gregorianOf } from './text/day.js';

/** Days on which nobody works: weekdays by ISO number (1 = Monday … 7 = Sunday, six at most) and single days, `1399-01-01`. */
export interface DaysOff {
  weekend: readonly number[];
  holidays: readonly string[];
}

/** Everything on which the dates of a month's submissions depend; a configuration is one. */
export interface DeadlineRule {
  calendar: Calendar;
  deadline: { day: number; graceDays: number };
  daysOff: DaysOff;
}

/**
 * The last day on which a month's report is in time: the deadline day of the month after it, or the next working day where
 * that is a day off. Example: 5 Dey 1399 is a Friday, so Azar 1399 is due on Saturday 6 Dey. A settlement is due with the
 * last month of its year.
 */
export function deadlineDay(rule: DeadlineRule, period: Period): CalendarDay {
  const { calendar, deadline } = rule;
  const [year, month] = addMonths(calendar, period, 1).split('-').map(Number) as [number, number];
  return workingDay(rule, { year, month, day: deadline.day });
}

/** The last day of grace: so many days after the deadline as it moved, or the next working day. Grace is never eaten by a holiday. */
export function lastGraceDay(rule: DeadlineRule, period: Period): CalendarDay {
  return workingDay(rule, plusDays(rule.calendar, deadlineDay(rule, period), rule.deadline.graceDays));
}

/** The first day on which a month is closed: the day after the last day of grace. */
export function closingDay(rule: DeadlineRule, period: Period): CalendarDay {
  return plusDays(rule.calendar, lastGraceDay(rule, period), 1);
}

/** The day itself, or the first working day after it. */
function workingDay({ calendar, daysOff }: DeadlineRule, from: CalendarDay): CalendarDay {
  let day = from;
  while (isOff(calendar, daysOff, day)) day = plusDays(calendar, day, 1);
  return day;
}

function isOff({ kind }: Calendar, { weekend, holidays }: DaysOff, day: CalendarDay): boolean {
  if (holidays.includes(dayKey(day))) return true;
  const weekday = new Date(`${gregorianOf(kind, day)}T00:00:00Z`).getUTCDay();
  return weekend.includes(weekday === 0 ? 7 : weekday);
}

/** So many days later, 0 or more. */
export function plusDays(calendar: Calendar, from: CalendarDay, days: number): CalendarDay {
  let { year, month } = from;
  let day = from.day + days;
  for (let length = daysInMonth(calendar, year, month); day > length; length = daysInMonth(calendar, year, month)) {
    day -= length;
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
  return { year, month, day };
}

/** `1399-01-05`: in the order of time. */
export function dayKey({ year, month, day }: CalendarDay): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
