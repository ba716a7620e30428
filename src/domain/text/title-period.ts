import type { Calendar, Period } from '../calendar.js';
import { periodAt } from '../calendar.js';
import { parseDate } from './day.js';
import { foldWords } from './letters.js';
import { MONTH_NAMES, NUMBERED_MONTH, numberedMonth } from './month-names.js';
import { findPeriods } from './period.js';
import { calendarOfYear, fullYear } from './years.js';

/** Titles are short; a page of text in one cell is not searched to its end. */
const LONGEST_TITLE = 1000;

const SPAN_WORDS: readonly [words: string, months: number][] = [
  ['سه|۳|3', 3],
  ['چهار|4', 4],
  ['پنج|5', 5],
  ['شش|6', 6],
  ['هفت|7', 7],
  ['هشت|8', 8],
  ['نه|9', 9],
  ['ده|10', 10],
  ['یازده|11', 11],
  ['دوازده|12', 12],
];
const YEAR = '(?:سال(?: مالی)? ?:? ?)?(1[34]\\d\\d|\\d\\d)(?!\\d|[/.-]\\d)';
/** «شش‌ماهه اول ۱۳۹۹»: from the start of the year; the second half or quarter says nothing about where it counts from. */
const SPANS = SPAN_WORDS.map(([words, months]) => ({
  months,
  pattern: new RegExp(
    `(?<![\\p{L}\\p{Nd}])(?:${words}) ?ماهه(?: ?(?:اول|نخست|ابتدای))?(?! ?(?:دوم|سوم|چهارم|اخر))(?: ?منتهی به [^\\d]{0,20})?[ :،,()–-]*${YEAR}`,
    'gu',
  ),
}));
const HALF = new RegExp(`(?:نیمه|نیمسال|نیم سال) ?(?:اول|نخست)[ :،,()–-]*${YEAR}`, 'gu');
/** A day that ends the report; the first day of a span («دوره: 1399/04/01 تا 1399/06/31») ends nothing. */
const END_DATE =
  /(?:منتهی به|تا تاریخ|تا پایان|لغایت|مقطع|دوره|ماه)(?: ?گزارش)?[ :]*(?:روز )?(?:[\p{L}]+شنبه )?(\d{1,4} ?[/.-] ?\d{1,2} ?[/.-] ?\d{1,4})(?![/.\d])(?! ?(?:تا|الی|لغایت|–|-))/gu;

const monthPeriod = (calendar: Calendar, year: number, month: number): Period | null =>
  calendarOfYear(year) === calendar.kind ? `${year}-${String(month).padStart(2, '0')}` : null;

function spans(words: string, calendar: Calendar): Period[] {
  if (calendar.kind !== 'jalali') return [];
  const halves = [...words.matchAll(HALF)].map((match) => ({ months: 6, year: match[1] }));
  const others = SPANS.flatMap(({ months, pattern }) =>
    [...words.matchAll(pattern)].map((match) => ({ months, year: match[1] })),
  );
  return [...halves, ...others].flatMap(({ months, year }) => {
    const found = monthPeriod(calendar, fullYear('jalali', Number(year)), months);
    return found === null ? [] : [found];
  });
}

function endDates(words: string, calendar: Calendar): Period[] {
  return [...words.matchAll(END_DATE)].flatMap((match) => periodOfDate(match[1] ?? '', calendar) ?? []);
}

/** The month of a full date («1399/06/31» → 1399-06); null where the text is no day of the calendar. */
export function periodOfDate(text: string, calendar: Calendar): Period | null {
  const { status, day, gregorian } = parseDate(text, calendar);
  if (status !== 'ok') return null;
  if (day) return monthPeriod(calendar, day.year, day.month);
  return gregorian === null ? null : periodAt(calendar, new Date(`${gregorian}T12:00:00Z`), 'UTC');
}

const DAY_MS = 86_400_000;
const ZERO = { 1900: Date.UTC(1899, 11, 30), 1904: Date.UTC(1904, 0, 1) };

const midnightOf = (serial: number, date1904: boolean): number =>
  ZERO[date1904 ? 1904 : 1900] + Math.floor(serial) * DAY_MS;

/** The month of a date cell, from its serial. */
export function periodOfSerial(serial: number, date1904: boolean, calendar: Calendar): Period {
  return periodAt(calendar, new Date(midnightOf(serial, date1904) + DAY_MS / 2), 'UTC');
}

/** A date cell as the sender sees it: the day in the spreadsheet's own calendar, 46361 → `2026-12-05`. */
export function dayOfSerial(serial: number, date1904: boolean): string {
  return new Date(midnightOf(serial, date1904)).toISOString().slice(0, 10);
}

/**
 * The months of which a title or a note speaks: those that `findPeriods` sees, the end of «شش‌ماهه اول ۱۳۹۹», and the
 * month of a full date behind «منتهی به» or «دوره». A date without such words says when a paper was written.
 */
export function titlePeriods(text: string, calendar: Calendar): Period[] {
  const words = foldWords(text.slice(0, LONGEST_TITLE));
  return [...new Set([...findPeriods(text, calendar), ...spans(words, calendar), ...endDates(words, calendar)])];
}

const byName = Object.fromEntries(
  Object.entries(MONTH_NAMES).map(([kind, { pattern }]) => {
    const name = pattern.replace('(?:[ _]?ماه)?', '');
    return [
      kind,
      [
        new RegExp(`^${pattern}$`, 'u'),
        new RegExp(
          `(?:^|[ _-])(?:تا پایان|پایان|منتهی به|لغایت|ماه ?:?|دوره ?:?)(?: ?\\d{1,2}(?:ام|م)?)? ?${pattern}`,
          'u',
        ),
        new RegExp(name.replace('(?!\\p{L})', '[ _]?ماه(?!\\p{L})'), 'u'),
      ],
    ];
  }),
) as unknown as Record<Calendar['kind'], RegExp[]>;
/** A letter and a number alone («m1») may be anything: only beside a year is it a month. */
const NUMBERED = new RegExp(`^(?:گزارش )?(?!m[ :_]*\\p{Nd})${NUMBERED_MONTH}$`, 'u');

/**
 * The month that a title names without its year: «شهریور», «شهریورماه», «تا پایان شهریور», «ماه ۶»; null = none. Words
 * that only hold a month's letters («تیر برق», «مهر و امضا») name none.
 */
export function bareMonth(text: string, calendar: Calendar): number | null {
  const words = foldWords(text.slice(0, LONGEST_TITLE));
  for (const pattern of byName[calendar.kind]) {
    const match = pattern.exec(words);
    if (match?.[1]) return MONTH_NAMES[calendar.kind].monthOf(match[1]);
  }
  const numbered = NUMBERED.exec(words);
  const month = numbered?.[1] === undefined ? 0 : numberedMonth(numbered[1]);
  return month >= 1 && month <= 12 ? month : null;
}

/** A year that the text itself calls one («سال ۱۳۹۹», «سال مالی ۹۹»), or that stands alone; null = none or several. */
export function statedYear(text: string, calendar: Calendar): number | null {
  const words = foldWords(text.slice(0, LONGEST_TITLE));
  const found = [
    ...words.matchAll(
      /(?:(?:^|[^\p{L}])سال(?: (?:مالی|گزارش|عملکرد))? ?:? ?|(?:fiscal )?year ?:? ?)(\d{4}|\d\d)(?!\d|[/.-]\d)/gu,
    ),
  ]
    .map((match) => match[1])
    .concat(/^\d{4}$/.test(words) ? [words] : []);
  const years = new Set(found.map((year) => fullYear(calendar.kind, Number(year))));
  const [year] = years;
  return years.size === 1 && year !== undefined && calendarOfYear(year) === calendar.kind ? year : null;
}
