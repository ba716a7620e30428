import type { Calendar } from '../domain/calendar.js';
import { type DaysOff, dayKey } from '../domain/deadline.js';
import { parseDate } from '../domain/text/day.js';
import type { ConfigFault } from './config.js';

/** Beside the configuration: one holiday a line, `1399/01/01,نوروز`; what stands after the first comma is for people. */
export const HOLIDAYS_FILE = 'data/holidays.csv';

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const WEEKDAYS_FA = ['دوشنبه', 'سهشنبه', 'چهارشنبه', 'پنجشنبه', 'جمعه', 'شنبه', 'یکشنبه'];

/** ISO number of a weekday by number or name, Persian names with or without the half space; null = no weekday. */
export function weekdayOf(given: unknown): number | null {
  if (typeof given === 'number') return Number.isInteger(given) && given >= 1 && given <= 7 ? given : null;
  if (typeof given !== 'string') return null;
  const name = given
    .trim()
    .toLowerCase()
    .replace(/[\s\u200c]/gu, '')
    .replaceAll('ي', 'ی');
  const index = WEEKDAYS.includes(name) ? WEEKDAYS.indexOf(name) : WEEKDAYS_FA.indexOf(name);
  return index < 0 ? null : index + 1;
}

/** Thursday and Friday in a Jalali organisation, Saturday and Sunday elsewhere. */
function usualWeekend({ kind }: Calendar): number[] {
  return kind === 'jalali' ? [4, 5] : [6, 7];
}

/** The days off of a configuration with every holiday that is no day of the calendar; `weekend` was judged by its key's rule. */
export function daysOffOf(
  calendar: Calendar,
  weekend: readonly unknown[] | null,
  holidays: readonly string[],
): { daysOff: DaysOff; faults: ConfigFault[] } {
  const given = holidays.map((text, index) => ({ key: `calendar_days.holidays[${index}]`, text }));
  const { days, faults } = readDays(calendar, given);
  const own = weekend?.map(weekdayOf).filter((day) => day !== null);
  return { daysOff: { weekend: own ?? usualWeekend(calendar), holidays: days }, faults };
}

/** The holidays of the file's text; a heading in the first line, blank lines and lines that begin with # are none. */
export function readHolidays(calendar: Calendar, text: string): { days: string[]; faults: ConfigFault[] } {
  const lines = text.replace(/^\ufeff/u, '').split(/\r\n|\n|\r/u);
  const cells = lines.map((line, index) => ({
    key: `${HOLIDAYS_FILE}:${index + 1}`,
    text: (line.split(/[,;،؛\t]/u)[0] ?? '').replaceAll('"', '').trim(),
  }));
  const isHeading = ({ text: cell }: { text: string }, index: number) => index === 0 && !/\p{Nd}/u.test(cell);
  return readDays(
    calendar,
    cells.filter((cell, index) => cell.text !== '' && !cell.text.startsWith('#') && !isHeading(cell, index)),
  );
}

function readDays(calendar: Calendar, given: readonly { key: string; text: string }[]) {
  const days: string[] = [];
  const faults: ConfigFault[] = [];
  for (const { key, text } of given) {
    const { status, day } = parseDate(text, calendar);
    if (status === 'ok' && day) days.push(dayKey(day));
    else faults.push(noDay(calendar, key, text));
  }
  return { days: [...new Set(days)].sort(), faults };
}

function noDay({ kind }: Calendar, key: string, text: string): ConfigFault {
  const example = kind === 'jalali' ? '1399/01/01' : '2020/12/25';
  return {
    key,
    value: text.length > 60 ? `${text.slice(0, 59)}…` : text,
    expected: {
      fa: 'روزی که در تقویم سازمان هست، به شکل سال/ماه/روز',
      en: "a day that exists in the organisation's calendar, as year/month/day",
    },
    example,
  };
}
