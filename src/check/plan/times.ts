import {
  type Calendar,
  dayAt,
  isPeriod,
  monthOf,
  type Period,
  SETTLEMENT_MONTH,
  yearOf,
} from '../../domain/calendar.js';
import type { Cell } from '../../domain/table.js';
import { parseDate, parsePeriod } from '../../domain/text/date.js';
import { cleanText, foldDigits, isNoData } from '../../domain/text/normalise.js';
import { calendarOfYear } from '../../domain/text/years.js';
import { BLANK, type CellContext, Fault, type Reading, shown } from './cell.js';

const DAY_MILLISECONDS = 86_400_000;
const SERIAL_ZERO = { 1900: Date.UTC(1899, 11, 30), 1904: Date.UTC(1904, 0, 1) };

/** The day of a date cell as text of the organisation's calendar, `1399-06-31`; a text cell's text as it is. */
function dateText(cell: Cell, { calendar, date1904 }: CellContext): string {
  if (cell.kind !== 'date' || cell.number === null) return cleanText(cell.text);
  const zero = date1904 ? SERIAL_ZERO[1904] : SERIAL_ZERO[1900];
  const { year, month, day } = dayAt(calendar, new Date(zero + Math.floor(cell.number) * DAY_MILLISECONDS), 'UTC');
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** A period as we write it, in the organisation's own calendar: `2020-06` is no period of a Jalali workspace. */
function isOwnPeriod(text: string, calendar: Calendar): boolean {
  return isPeriod(text) && calendarOfYear(Number(text.slice(0, 4))) === calendar.kind;
}

/** The period that a period or a date (its month) names; null = neither, or an order of day and year to be guessed. */
export function periodOfText(text: string, calendar: Calendar): Period | null {
  if (isOwnPeriod(text, calendar)) return text;
  const period = parsePeriod(text, calendar);
  if (period !== null) return period;
  const read = parseDate(text, calendar);
  if (read.flags.includes('order_assumed_ymd')) return null;
  const day =
    read.day ?? (read.gregorian === null ? null : dayAt(calendar, new Date(`${read.gregorian}T00:00:00Z`), 'UTC'));
  return day === null ? null : `${day.year}-${String(day.month).padStart(2, '0')}`;
}

/** A period. A date stands for its month. */
export function readPeriod(cell: Cell, context: CellContext): Reading<Period> {
  if (isOwnPeriod(cell.text, context.calendar)) return cell.text;
  if (cell.kind === 'error') return new Fault('PLAN_ERROR_CELL', { value: shown(cell) });
  const text = dateText(cell, context);
  if (isNoData(text)) return BLANK;
  return periodOfText(text, context.calendar) ?? new Fault('PLAN_NOT_A_PERIOD', { value: shown(cell) });
}

/** A period or a date, kept as typed once it is known to be one. A settlement is no time at which work starts or ends. */
export function readMoment(cell: Cell, context: CellContext): Reading<string> {
  if (cell.kind === 'error') return new Fault('PLAN_ERROR_CELL', { value: shown(cell) });
  const text = dateText(cell, context);
  if (isNoData(text)) return BLANK;
  const period = periodOfText(text, context.calendar);
  if (period === null || monthOf(context.calendar, period) === SETTLEMENT_MONTH) {
    return new Fault('PLAN_NOT_A_DATE', { value: shown(cell) });
  }
  return text;
}

const BARE_YEAR = /^(?:سال\s*)?(1[2-4]\d\d|19\d\d|2[01]\d\d)$/;

/** A period, or a bare fiscal year as `1399`. */
export function readPeriodOrYear(cell: Cell, context: CellContext): Reading<string> {
  const year = BARE_YEAR.exec(foldDigits(cleanText(cell.text)))?.[1];
  return cell.kind !== 'date' && year !== undefined ? year : readPeriod(cell, context);
}

/** First and last active month of a project inside its fiscal year, 1..12; null = blank. Or the column that is wrong. */
export type Months = { startMonth: number | null; endMonth: number | null } | { column: 'start' | 'end'; fault: Fault };

/**
 * The active months of a project's year. A start before the year or an end after it is cut at the year's ends; a span
 * that never touches the year, or ends before it starts, is a fault. `activeMonths(JALALI, 1399, '1398-10', '1399-06')`
 * is months 1 to 6.
 */
export function activeMonths(calendar: Calendar, year: number, start: string | null, end: string | null): Months {
  const from = start === null ? null : monthsFrom(calendar, year, start);
  const to = end === null ? null : monthsFrom(calendar, year, end);
  if (from !== null && from > 12) return { column: 'start', fault: new Fault('PLAN_DATES_OUTSIDE_YEAR', { year }) };
  if (to !== null && to < 1) return { column: 'end', fault: new Fault('PLAN_DATES_OUTSIDE_YEAR', { year }) };
  if (from !== null && to !== null && to < from) {
    return { column: 'end', fault: new Fault('PLAN_DATES_REVERSED', { start: start ?? '', end: end ?? '' }) };
  }
  return { startMonth: from === null ? null : Math.max(1, from), endMonth: to === null ? null : Math.min(12, to) };
}

/** Fiscal months counted from the year's first, which is 1; earlier ones are 0 and below, later ones above 12. */
function monthsFrom(calendar: Calendar, year: number, text: string): number | null {
  const period = periodOfText(text, calendar);
  return period === null ? null : (yearOf(calendar, period) - year) * 12 + monthOf(calendar, period);
}
