import { type Calendar, type Period, SETTLEMENT_MONTH } from '../calendar.js';
import { parseDate } from './day.js';
import { foldWords } from './letters.js';
import { MONTH_NAMES, NUMBERED_MONTH, numberedMonth } from './month-names.js';
import { calendarOfYear, fullYear } from './years.js';

/** Titles are short; a page of text in one cell is not searched to its end. */
const LONGEST_TITLE = 1000;
const GAP = '[ :،,_()/|–-]*';
/** «مهر ۱۲ پروژه» counts projects: two digits that may be a count are a year only where no word follows. */
const YEAR = `(?:سال(?: مالی)?${GAP})?(\\d{4}|[05-9]\\d|[1-4]\\d(?! ?\\p{L}))(?!\\d|[/.]\\d)`;
const YEAR_BEFORE = `(?<!\\d|\\d[/.-])(\\d{4})${GAP}(?:ماه${GAP})?`;
/** The month name that opens «مهر و امضا» is the stamp. */
const NOT_STAMP = '(?! ?و ?امضا)';

/** A day after «مورخ» or "date" says when a paper was written, not of what month it speaks. */
const WRITTEN_ON = /(?:مورخه?|تاریخ|date)[^\d]{0,20}\d{1,2}(?:ام|م)?[ -]?$/u;

interface Found {
  at: number;
  period: Period;
}

function period(calendar: Calendar, year: number, month: number): Period | null {
  if (calendarOfYear(year) !== calendar.kind || month < 1 || month > SETTLEMENT_MONTH) return null;
  return `${year}-${String(month).padStart(2, '0')}`;
}

/**
 * Every distinct period that a longer text names, in the order of the text: a file name («گزارش شهریور 99.xlsx»,
 * `1399-06_v2.csv`), a title row, a cell above the header («ماه: شهریور ۱۳۹۹»). A bare year, a full numeric date and
 * codes such as `1399-R03-0127` name none.
 */
export function findPeriods(text: string, calendar: Calendar): Period[] {
  const words = foldWords(text.slice(0, LONGEST_TITLE));
  const found = [...settlements(words, calendar), ...numeric(words, calendar), ...named(words, calendar)];
  return [...new Set(found.sort((a, b) => a.at - b.at).map((one) => one.period))];
}

/** The one month or settlement that a text names («شهریور ۹۹», `1399/6`, «ماه ۶ سال ۱۳۹۹», «تفریغ ۱۳۹۸»); null when none or several. */
export function parsePeriod(text: string, calendar: Calendar): Period | null {
  const read = parseDate(text, calendar);
  if (read.status === 'period' && !read.flags.includes('order_assumed_ymd')) return read.period;
  if (read.status === 'ok' || read.status === 'ambiguous') return null;
  const periods = findPeriods(text, calendar);
  return periods.length === 1 ? (periods[0] ?? null) : null;
}

const SETTLEMENT = new RegExp(`(?:تفریغ(?: بودجه)?|settlement)${GAP}(?:of )?${YEAR}`, 'gu');

function settlements(words: string, calendar: Calendar): Found[] {
  return collect(words, SETTLEMENT, ([, year]) =>
    period(calendar, fullYear(calendar.kind, Number(year)), SETTLEMENT_MONTH),
  );
}

/** Month and year on either side of one another, by name or by number. */
interface NamedPatterns {
  nameThenYear: RegExp;
  yearThenName: RegExp;
}
const NAMED = Object.fromEntries(
  Object.entries(MONTH_NAMES).map(([kind, { pattern }]) => [
    kind,
    {
      nameThenYear: new RegExp(`${pattern}${GAP}${YEAR}`, 'gu'),
      yearThenName: new RegExp(`${YEAR_BEFORE}${pattern}${NOT_STAMP}(?!${GAP}${YEAR})`, 'gu'),
    },
  ]),
) as Record<Calendar['kind'], NamedPatterns>;
const NUMBER_THEN_YEAR = new RegExp(`${NUMBERED_MONTH}${GAP}${YEAR}`, 'gu');
const YEAR_THEN_NUMBER = new RegExp(`${YEAR_BEFORE}${NUMBERED_MONTH}(?!${GAP}${YEAR})`, 'gu');

/** `1399-06` and `1399_06_v2`, but neither a date nor a code that goes on with digits. */
const YEAR_MONTH = /(?<!\d|\d[./])(\d{4})([-/._])(\d{1,2})(?!\d|[-/.]\d|\2\d|-?[\p{L}]{0,2}\d{2,}-)/gu;
const MONTH_YEAR = /(?<![\p{L}\d]|[\d\p{L}][-/._])(?:(\d\d)[-/._]|(\d)\/)(\d{4})(?![\p{L}\d]|[-/.]\d|[-/.]\p{L})/gu;
const COMPACT = /(?<![\p{L}\d]|\d[-/.])(1[34]\d\d|20\d\d)(0[1-9]|1[0-2])(?![\p{L}\d]|[-/.]\d)/gu;
const SHORT = /(?<=^|[\s_(])(9\d)[-/_](0?[1-9]|1[0-2])(?=$|[\s_).،,])(?!\.\d)/gu;

function numeric(words: string, calendar: Calendar): Found[] {
  return [
    ...collect(words, YEAR_MONTH, ([, year, , month]) => period(calendar, Number(year), Number(month))),
    ...collect(words, MONTH_YEAR, ([, two, one, year]) => period(calendar, Number(year), Number(two ?? one))),
    ...collect(words, COMPACT, ([, year, month]) => period(calendar, Number(year), Number(month))),
    ...(calendar.kind === 'jalali'
      ? collect(words, SHORT, ([, year, month]) => period(calendar, fullYear('jalali', Number(year)), Number(month)))
      : []),
  ];
}

function named(words: string, calendar: Calendar): Found[] {
  const { monthOf } = MONTH_NAMES[calendar.kind];
  const { nameThenYear, yearThenName } = NAMED[calendar.kind];
  const year = (digits: string | undefined) => fullYear(calendar.kind, Number(digits));
  const isWrittenOn = (match: RegExpExecArray) => WRITTEN_ON.test(words.slice(0, match.index));
  return [
    ...collect(words, nameThenYear, (match) =>
      isWrittenOn(match) ? null : period(calendar, year(match[2]), monthOf(match[1] ?? '')),
    ),
    ...collect(words, yearThenName, ([, digits, name]) => period(calendar, year(digits), monthOf(name ?? ''))),
    ...collect(words, NUMBER_THEN_YEAR, ([, month, digits]) =>
      period(calendar, year(digits), numberedMonth(month ?? '')),
    ),
    ...collect(words, YEAR_THEN_NUMBER, ([, digits, month]) =>
      period(calendar, year(digits), numberedMonth(month ?? '')),
    ),
  ];
}

function collect(words: string, pattern: RegExp, read: (match: RegExpExecArray) => Period | null): Found[] {
  return [...words.matchAll(pattern)].flatMap((match) => {
    const named = read(match);
    return named === null ? [] : [{ at: match.index, period: named }];
  });
}
