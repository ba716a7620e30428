import { newDate } from 'date-fns-jalali/newDate';
import { type Calendar, type CalendarDay, isCalendarDay, type Period, SETTLEMENT_MONTH } from '../calendar.js';
import { foldWords } from './letters.js';
import { MONTH_NAMES } from './month-names.js';
import { isNoData } from './normalise.js';
import { calendarOfYear, fullYear, OTHER_KIND } from './years.js';

/**
 * A date as people typed it. `day` is a day of the workspace's calendar; a date of the other calendar has only
 * `gregorian` (ISO) and the flag `gregorian` or `jalali`. `period` is set where the text names a month without a day.
 */
export interface ReadDate {
  status: 'ok' | 'period' | 'empty' | 'error' | 'ambiguous';
  day: CalendarDay | null;
  gregorian: string | null;
  period: Period | null;
  flags: string[];
}

const EMPTY: ReadDate = { status: 'empty', day: null, gregorian: null, period: null, flags: [] };
const fault = (flag: string): ReadDate => ({ ...EMPTY, status: 'error', flags: [flag] });
const ambiguous = (flag: string): ReadDate => ({ ...EMPTY, status: 'ambiguous', flags: [flag] });

/** A valid day as ISO 8601 in the Gregorian calendar: 1399/06/31 is 2020-09-21. */
export function gregorianOf(kind: Calendar['kind'], { year, month, day }: CalendarDay): string {
  if (kind === 'gregorian') return isoDay(year, month, day);
  const local = newDate(year, month - 1, day);
  return isoDay(local.getFullYear(), local.getMonth() + 1, local.getDate());
}

function isoDay(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function readDay(calendar: Calendar, day: CalendarDay, flags: string[] = []): ReadDate {
  const kind = calendarOfYear(day.year);
  if (kind === null) return fault('bad_date');
  if (day.month < 1 || day.month > 12) return fault('invalid_month');
  if (!isCalendarDay({ kind, yearStartMonth: 1 }, day)) return fault('invalid_day');
  const gregorian = gregorianOf(kind, day);
  return kind === calendar.kind
    ? { status: 'ok', day, gregorian, period: null, flags }
    : { status: 'ok', day: null, gregorian, period: null, flags: [...flags, kind] };
}

function readMonth(calendar: Calendar, year: number, month: number, flags: string[] = []): ReadDate {
  const kind = calendarOfYear(year);
  if (kind !== calendar.kind) return fault(kind ?? 'bad_date');
  if (month < 1 || month > SETTLEMENT_MONTH) return fault('invalid_month');
  return { ...EMPTY, status: 'period', period: `${year}-${String(month).padStart(2, '0')}`, flags };
}

const LONGEST_DATE = 80;
const NOISE_BEFORE =
  /^(?:(?:به ?)?(?:تاریخ|مورخه?|روز|date) ?:? ?|(?:(?:یک|دو|سه|چهار|پنج) ?)?شنبه ?[،,]? ?|جمعه ?[،,]? ?|(?:mon|tues|wednes|thurs|fri|satur|sun)day,? ?)+/u;
const NOISE_AFTER = / ?(?:ه ?\. ?ش\.?|شمسی|خورشیدی|[t ]00:00(?::00(?:\.0+)?)?z?)$/u;

/**
 * Reads a day or a month in the ways in which people write them; `parsePeriod` is for months alone.
 * Two-digit years: 50..99 are 13yy, 00..49 are 14yy. Order is decided by the four-digit part; three two-digit parts are
 * year/month/day, flagged `order_assumed_ymd` where nothing but the habit says so. Never throws.
 */
export function parseDate(text: string, calendar: Calendar): ReadDate {
  if (isNoData(text)) return EMPTY;
  if (text.length > LONGEST_DATE) return fault('bad_date');
  const words = foldWords(text).replace(NOISE_BEFORE, '').replace(NOISE_AFTER, '');
  const numeric = /^(\d{1,4}) ?([/.-]) ?(\d{1,4})(?: ?\2 ?(\d{1,4}))?$/.exec(words);
  if (numeric?.[1] && numeric[3]) {
    return numeric[4] === undefined
      ? readTwoParts(calendar, numeric[1], numeric[3])
      : readThreeParts(calendar, numeric[1], numeric[3], numeric[4]);
  }
  return readCompact(calendar, words) ?? readNamed(calendar, words) ?? fault('bad_date');
}

function readThreeParts(calendar: Calendar, a: string, b: string, c: string): ReadDate {
  if (b.length > 2 || a.length === 3 || c.length === 3) return fault('bad_date');
  const [first, month, last] = [Number(a), Number(b), Number(c)];
  if (a.length === 4) {
    return c.length === 4 ? fault('bad_date') : readDay(calendar, { year: first, month, day: last });
  }
  if (c.length === 4) {
    return calendarOfYear(last) === 'gregorian'
      ? readGregorianTail(calendar, first, month, last)
      : readDay(calendar, { year: last, month, day: first }, ['dmy']);
  }
  if (calendar.kind === 'gregorian') return ambiguous('order_unknown');
  if (last > 31 && first <= 31) {
    return readDay(calendar, { year: fullYear('jalali', last), month, day: first }, ['yy', 'dmy']);
  }
  const flags = first > 31 ? ['yy'] : ['yy', 'order_assumed_ymd'];
  return readDay(calendar, { year: fullYear('jalali', first), month, day: last }, flags);
}

/** 21/09/2020 or 9/21/2020: in a Gregorian workspace a part above 12 decides; in a Jalali one nobody says which habit. */
function readGregorianTail(calendar: Calendar, first: number, second: number, year: number): ReadDate {
  if (calendar.kind === 'jalali' || (first <= 12 && second <= 12 && first !== second)) {
    return ambiguous('gregorian_dmy_or_mdy');
  }
  return first > 12
    ? readDay(calendar, { year, month: second, day: first }, ['dmy'])
    : readDay(calendar, { year, month: first, day: second }, ['mdy']);
}

function readTwoParts(calendar: Calendar, a: string, b: string): ReadDate {
  if (a.length === 3 || b.length === 3 || (a.length === 4 && b.length === 4)) return fault('bad_date');
  const [first, second] = [Number(a), Number(b)];
  if (a.length === 4) return readMonth(calendar, first, second);
  if (b.length === 4) return readMonth(calendar, second, first, ['my']);
  if (calendar.kind === 'gregorian') return ambiguous('order_unknown');
  if (second > SETTLEMENT_MONTH && first <= 12)
    return readMonth(calendar, fullYear('jalali', second), first, ['yy', 'my']);
  const flags = first > 12 ? ['yy'] : ['yy', 'order_assumed_ymd'];
  return readMonth(calendar, fullYear('jalali', first), second, flags);
}

/** 13990631, 990631, 139906: digits alone. Six digits that are both a day and a month are ambiguous. */
function readCompact(calendar: Calendar, digits: string): ReadDate | null {
  const eight = /^(\d{4})(\d\d)(\d\d)$/.exec(digits);
  if (eight) return readDay(calendar, { year: Number(eight[1]), month: Number(eight[2]), day: Number(eight[3]) });
  const six = /^(\d\d)(\d\d)(\d\d)$/.exec(digits);
  if (!six) return null;
  const month = readMonth(calendar, Number(digits.slice(0, 4)), Number(digits.slice(4)));
  const day =
    calendar.kind === 'jalali'
      ? readDay(calendar, { year: fullYear('jalali', Number(six[1])), month: Number(six[2]), day: Number(six[3]) }, [
          'yy',
        ])
      : fault('bad_date');
  if (month.status === 'period' && day.status === 'ok') return ambiguous('compact_day_or_month');
  return month.status === 'period' ? month : day;
}

const NAMED = Object.fromEntries(
  Object.entries(MONTH_NAMES).map(([kind, { pattern }]) => [
    kind,
    {
      dayFirst: new RegExp(`^(?:(\\d{1,2})(?:ام|م|st|nd|rd|th)?[ -]?)?${pattern}[ ،,-]*(?:سال )?(\\d{4}|\\d\\d)$`, 'u'),
      yearFirst: new RegExp(`^(?:سال )?(\\d{4})[ ،,-]*(?:ماه )?${pattern}[ ،,-]*(\\d{1,2})?$`, 'u'),
    },
  ]),
) as Record<Calendar['kind'], { dayFirst: RegExp; yearFirst: RegExp }>;

/** «۳۱ شهریور ماه ۹۹», «شهریور ۱۳۹۹», «۱۳۹۹ شهریور», `21 September 2020`. */
function readNamed(calendar: Calendar, words: string): ReadDate | null {
  for (const kind of [calendar.kind, OTHER_KIND[calendar.kind]]) {
    const dayFirst = NAMED[kind].dayFirst.exec(words);
    const yearFirst = NAMED[kind].yearFirst.exec(words);
    const [day, name, year] = dayFirst ? dayFirst.slice(1) : [yearFirst?.[3], yearFirst?.[2], yearFirst?.[1]];
    if (name === undefined || year === undefined) continue;
    const full = fullYear(kind, Number(year));
    // «شهریور ۲۰۲۰» or "September 1399" mixes calendars: it names no day at all.
    if (calendarOfYear(full) !== kind) return fault('bad_date');
    const month = MONTH_NAMES[kind].monthOf(name);
    return day === undefined
      ? readMonth(calendar, full, month)
      : readDay(calendar, { year: full, month, day: Number(day) });
  }
  return null;
}
