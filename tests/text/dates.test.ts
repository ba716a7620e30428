import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Calendar, daysInMonth, JALALI } from '../../src/domain/calendar.js';
import { findPeriods, gregorianOf, parseDate, parsePeriod } from '../../src/domain/text/date.js';

const GREGORIAN: Calendar = { kind: 'gregorian', yearStartMonth: 1 };

const leapTable = readFileSync(new URL('../vectors/leap-years-1206-1498.csv', import.meta.url), 'utf8')
  .trim()
  .split(/\r?\n/)
  .slice(1)
  .map((line) => line.split(','));

test('every year from 1206 to 1498 has the length and the first day of the official table', () => {
  expect(leapTable).toHaveLength(293);
  const wrong = leapTable.filter(([year, marker, nowruz]) => {
    const leapDay = parseDate(`${year}/12/30`, JALALI);
    const first = parseDate(`${year}/1/1`, JALALI);
    return (leapDay.status === 'ok') !== (marker !== '0') || first.gregorian !== nowruz;
  });
  expect(wrong).toEqual([]);
});

const day = fc
  .record({
    year: fc.integer({ min: 1206, max: 1498 }),
    month: fc.integer({ min: 1, max: 12 }),
    part: fc.double({ min: 0, max: 0.999, noNaN: true }),
  })
  .map(({ year, month, part }) => ({ year, month, day: 1 + Math.floor(part * daysInMonth(JALALI, year, month)) }));

test('a day reads back in every numeric form, and one day later is one Gregorian day later', () => {
  fc.assert(
    fc.property(day, (date) => {
      const { year, month, day } = date;
      for (const text of [`${year}/${month}/${day}`, `${year}-${month}-${day}`, `${day}.${month}.${year}`]) {
        expect(parseDate(text, JALALI).day).toEqual(date);
      }
      if (day < daysInMonth(JALALI, year, month)) {
        const next = Date.parse(gregorianOf('jalali', { ...date, day: day + 1 }));
        expect(next - Date.parse(gregorianOf('jalali', date))).toBe(86_400_000);
      }
    }),
  );
});

test.each([
  ['۱۳۹۹ شهریور ۳۱', '1399-6-31', '2020-09-21'],
  ['31 Shahrivar 1399', '1399-6-31', '2020-09-21'],
  ['سه‌شنبه ۱ مهر ۱۳۹۹', '1399-7-1', '2020-09-22'],
  ['۵ام اردی بهشت ۰۵', '1405-2-5', '2026-04-25'],
  ['21 September 2020', null, '2020-09-21'],
])('%s', (text, jalali, gregorian) => {
  const read = parseDate(text, JALALI);
  expect(read).toMatchObject({ status: 'ok', gregorian });
  expect(read.day && `${read.day.year}-${read.day.month}-${read.day.day}`).toBe(jalali);
});

test.each([
  ['شهریور ۲۰۲۰', 'error', 'bad_date'],
  ['31/31/1399', 'error', 'invalid_month'],
  ['140612', 'ambiguous', 'compact_day_or_month'],
  ['06/1399/31', 'error', 'bad_date'],
  ['1399-06-31x', 'error', 'bad_date'],
])('%s is %s', (text, status, flag) => {
  expect(parseDate(text, JALALI)).toMatchObject({ status, day: null, period: null, flags: [flag] });
});

test('a Gregorian workspace reads Gregorian dates, and Jalali ones only as their Gregorian day', () => {
  expect(parseDate('2020-09-21', GREGORIAN)).toMatchObject({
    status: 'ok',
    day: { year: 2020, month: 9, day: 21 },
    flags: [],
  });
  expect(parseDate('21/09/2020', GREGORIAN)).toMatchObject({ day: { month: 9, day: 21 }, flags: ['dmy'] });
  expect(parseDate('05/09/2020', GREGORIAN).status).toBe('ambiguous');
  expect(parseDate('2020-09-21 00:00:00', GREGORIAN).gregorian).toBe('2020-09-21');
  expect(parseDate('1399/06/31', GREGORIAN)).toMatchObject({ day: null, gregorian: '2020-09-21', flags: ['jalali'] });
  expect(parsePeriod('Sept 2020', GREGORIAN)).toBe('2020-09');
  expect(findPeriods('Report September 2020 v2', GREGORIAN)).toEqual(['2020-09']);
  expect(parsePeriod('1399-06', GREGORIAN)).toBeNull();
});

test.each([
  ['شهریور ۹۹', '1399-06'],
  ['شهریورماه ۱۳۹۹', '1399-06'],
  ['شهریور‌ماه سال ۱۳۹۹', '1399-06'],
  ['ماه شهریور سال ۱۳۹۹', '1399-06'],
  ['۱۳۹۹ شهریور', '1399-06'],
  ['شهريور 99', '1399-06'],
  ['1399-06', '1399-06'],
  ['1399/6', '1399-06'],
  ['۱۳۹۹/۰۶', '1399-06'],
  ['6/1399', '1399-06'],
  ['06-1399', '1399-06'],
  ['139906', '1399-06'],
  ['99/6', '1399-06'],
  ['ماه ۶ سال ۱۳۹۹', '1399-06'],
  ['ماه ششم ۱۳۹۹', '1399-06'],
  ['سال ۱۳۹۹ ماه ۶', '1399-06'],
  ['برج ۶ سال ۹۹', '1399-06'],
  ['تا پایان شهریور ۱۳۹۹', '1399-06'],
  ['امرداد ۱۳۹۹', '1399-05'],
  ['Shahrivar 1399', '1399-06'],
  ['دی ۱۴۰۰', '1400-10'],
  ['1399-13', '1399-13'],
  ['تفریغ ۱۳۹۸', '1398-13'],
  ['تفریغ بودجه سال ۹۸', '1398-13'],
  ['شهریور', null],
  ['۱۳۹۹', null],
  ['1399-14', null],
  ['1399/06/31', null],
  ['05/09', null],
  ['مهر و آبان', null],
  ['فروردین ۱۳۹۹ و خرداد ۱۳۹۹', null],
  ['۶ ماهه ۱۳۹۹', null],
  ['-', null],
])('the month of %s', (text, period) => {
  expect(parsePeriod(text, JALALI)).toBe(period);
});

test.each([
  ['گزارش شهریور 99.xlsx', ['1399-06']],
  ['گزارش منطقه 3 شهریور 99', ['1399-06']],
  ['R03-1399-06.csv', ['1399-06']],
  ['projects_1399_06_v2.csv', ['1399-06']],
  ['1399-06 (2).xlsx', ['1399-06']],
  ['منطقه 3-1399.xlsx', []],
  ['1399-R03-0127', []],
  ['1399-03-0127', []],
  ['کد پروژه 1399-R03-0127 شهریور ۱۳۹۹', ['1399-06']],
  ['ماه: شهریور سال: ۱۳۹۹', ['1399-06']],
  ['سال: ۱۳۹۹ - ماه: شهریور', ['1399-06']],
  ['گزارش پیشرفت پروژه‌ها – شهریورماه ۱۳۹۹', ['1399-06']],
  ['مقایسه خرداد ۱۳۹۹ و خرداد ۱۳۹۸', ['1399-03', '1398-03']],
  ['تاریخ گزارش: ۵ مهر ۱۳۹۹ (عملکرد شهریور ۱۳۹۹)', ['1399-06']],
  ['مورخ 1399/07/05', []],
  ['نامه شماره 139906/123', []],
  ['بودجه سال ۱۳۹۹', []],
  ['آزادی ۹۹', []],
  ['افتتاح مهر ۱۲ پروژه', []],
  ['گزارش مهر 12', ['1412-07']],
  ['گزارش شهریور 05 نهایی', ['1405-06']],
  ['سال ۱۳۹۹ مهر و امضا', []],
  ['شهریور ۹۹ 1399-06', ['1399-06']],
  ['گزارش 99-06', ['1399-06']],
  ['شهریور ۱۳۹۹ ۲۵۰ پروژه', ['1399-06']],
])('periods in %s', (text, periods) => {
  expect(findPeriods(text, JALALI)).toEqual(periods);
});
