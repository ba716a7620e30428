// One by one: the package's index loads some 250 files, a sixth of a second at every start.
import { getDate } from 'date-fns-jalali/getDate';
import { getDaysInMonth } from 'date-fns-jalali/getDaysInMonth';
import { getMonth } from 'date-fns-jalali/getMonth';
import { getYear } from 'date-fns-jalali/getYear';
import { newDate } from 'date-fns-jalali/newDate';

/**
 * A month of the organisation's calendar as text, `YYYY-MM` (`1399-06`), or the settlement of a fiscal year, `YYYY-13`.
 * In a Jalali workspace, and in a Gregorian one whose fiscal year starts in January, text order is time order.
 */
export type Period = string;

/** Jalali or Gregorian months; the fiscal year starts at `yearStartMonth` and is named by the year in which it starts. */
export interface Calendar {
  kind: 'jalali' | 'gregorian';
  yearStartMonth: number;
}

export const JALALI: Calendar = { kind: 'jalali', yearStartMonth: 1 };

/** The month number that stands for the settlement of a finished year. */
export const SETTLEMENT_MONTH = 13;

const PERIOD = /^(\d{4})-(0[1-9]|1[0-3])$/;

export function isPeriod(text: string): boolean {
  return PERIOD.test(text);
}

function split(period: Period): { year: number; month: number } {
  const match = PERIOD.exec(period);
  if (!match) throw new RangeError(`not a period: ${period}`);
  return { year: Number(match[1]), month: Number(match[2]) };
}

/** Fiscal year of a period. `yearOf(JALALI, '1399-06')` is 1399. */
export function yearOf(calendar: Calendar, period: Period): number {
  const { year, month } = split(period);
  return month !== SETTLEMENT_MONTH && month < calendar.yearStartMonth ? year - 1 : year;
}

/** Fiscal month of a period: 1..12, or 13 for the settlement. */
export function monthOf(calendar: Calendar, period: Period): number {
  const { month } = split(period);
  return month === SETTLEMENT_MONTH ? month : ((month - calendar.yearStartMonth + 12) % 12) + 1;
}

/** The period of a fiscal year and fiscal month (1..13). */
export function periodOf(calendar: Calendar, year: number, month: number): Period {
  if (month === SETTLEMENT_MONTH) return `${year}-13`;
  const zeroBased = month - 1 + calendar.yearStartMonth - 1;
  return `${year + Math.floor(zeroBased / 12)}-${String((zeroBased % 12) + 1).padStart(2, '0')}`;
}

/** A number that grows with time: 13 steps a fiscal year, so that a settlement follows the last month of its year. */
export function ordinalOf(calendar: Calendar, period: Period): number {
  return yearOf(calendar, period) * 13 + monthOf(calendar, period) - 1;
}

export function comparePeriods(calendar: Calendar, a: Period, b: Period): number {
  return ordinalOf(calendar, a) - ordinalOf(calendar, b);
}

/** The month before or after, never a settlement: 1399-01 less one is 1398-12; 1398-13 less one is 1398-12. */
export function addMonths(calendar: Calendar, period: Period, months: number): Period {
  const month = monthOf(calendar, period);
  const from = month === SETTLEMENT_MONTH ? (months < 0 ? 13 : 12) : month;
  const zeroBased = yearOf(calendar, period) * 12 + from - 1 + months;
  return periodOf(calendar, Math.floor(zeroBased / 12), (zeroBased % 12) + 1);
}

/** A day of the organisation's calendar. */
export interface CalendarDay {
  year: number;
  month: number;
  day: number;
}

/** How many days a calendar month has (Jalali: 31, 30, and 29 or 30 in Esfand). */
export function daysInMonth(calendar: Calendar, year: number, month: number): number {
  return calendar.kind === 'jalali'
    ? getDaysInMonth(newDate(year, month - 1, 1))
    : new Date(Date.UTC(year, month, 0)).getUTCDate();
}

export function isCalendarDay(calendar: Calendar, { year, month, day }: CalendarDay): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(calendar, year, month);
}

/** The day that a wall clock in the time zone shows at an instant. */
export function dayAt(calendar: Calendar, instant: Date, timeZone: string): CalendarDay {
  const parts = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
    timeZone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  }).formatToParts(instant);
  const read = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  const [year, month, day] = [read('year'), read('month'), read('day')];
  if (calendar.kind === 'gregorian') return { year, month, day };
  const local = new Date(year, month - 1, day, 12);
  return { year: getYear(local), month: getMonth(local) + 1, day: getDate(local) };
}

/** The period whose month a wall clock in the time zone shows at an instant (never a settlement). */
export function periodAt(calendar: Calendar, instant: Date, timeZone: string): Period {
  const { year, month } = dayAt(calendar, instant, timeZone);
  return `${year}-${String(month).padStart(2, '0')}`;
}

export const JALALI_MONTHS_FA = [
  'فروردین',
  'اردیبهشت',
  'خرداد',
  'تیر',
  'مرداد',
  'شهریور',
  'مهر',
  'آبان',
  'آذر',
  'دی',
  'بهمن',
  'اسفند',
] as const;

export const JALALI_MONTHS_EN = [
  'Farvardin',
  'Ordibehesht',
  'Khordad',
  'Tir',
  'Mordad',
  'Shahrivar',
  'Mehr',
  'Aban',
  'Azar',
  'Dey',
  'Bahman',
  'Esfand',
] as const;
