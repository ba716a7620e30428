import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { loadConfig, readConfig } from '../../src/config/index.js';
import { closingDay, type DeadlineRule, dayKey, deadlineDay, lastGraceDay } from '../../src/domain/deadline.js';
import { isLate } from '../../src/pipeline/reporting.js';

const daysOf = (rule: DeadlineRule, period: string) =>
  [deadlineDay, lastGraceDay, closingDay].map((of) => dayKey(of(rule, period)));
const ruled = (settings: object) => {
  const { config, faults } = readConfig(JSON.stringify(settings));
  expect(faults).toEqual([]);
  return config;
};

// Weekdays from a printed calendar: 5 Mehr 1399 Saturday, 5 Dey 1399 Friday, 5 Bahman 1399 Sunday, 5 Farvardin 1400 Thursday.
it.each([
  ['1399-06', {}, ['1399-07-05', '1399-07-08', '1399-07-09']],
  ['1399-09', {}, ['1399-10-06', '1399-10-09', '1399-10-10']],
  // The end of grace falls on a Thursday: Bahman 8 is a Wednesday, so one day more makes it the ninth.
  ['1399-10', { deadline: { day: 5, grace_days: 4 } }, ['1399-11-05', '1399-11-11', '1399-11-12']],
  // The settlement of a year is due with its last month.
  ['1399-12', {}, ['1400-01-07', '1400-01-10', '1400-01-11']],
  ['1399-13', {}, ['1400-01-07', '1400-01-10', '1400-01-11']],
  ['1399-09', { calendar_days: { weekend: [] } }, ['1399-10-05', '1399-10-08', '1399-10-09']],
  ['1399-09', { calendar_days: { weekend: ['جمعه', 'شنبه'] } }, ['1399-10-07', '1399-10-10', '1399-10-11']],
  // A holiday on the day after the weekend, and one that eats the end of grace.
  [
    '1399-09',
    { calendar_days: { holidays: ['1399/10/06', '1399/10/10'] } },
    ['1399-10-07', '1399-10-13', '1399-10-14'],
  ],
  // 5 July 2026 is a Sunday; Thursdays are worked in a Gregorian organisation.
  ['2026-06', { calendar: 'gregorian' }, ['2026-07-06', '2026-07-09', '2026-07-10']],
])('%s with %j is due, ends its grace and is closed on %j', (period, settings, days) => {
  expect(daysOf(ruled(settings), period)).toEqual(days);
});

it('calls a report late by the moved deadline, on the wall clock', () => {
  const late = (settings: object, at: string) => {
    const config = ruled(settings);
    return isLate({ config, calendar: config.calendar } as Parameters<typeof isLate>[0], '1399-09', at);
  };
  // 6 Dey 1399 ends in Tehran at 20:30 UTC.
  expect(late({}, '2020-12-26T20:29:59Z')).toBe(false);
  expect(late({}, '2020-12-26T20:30:00Z')).toBe(true);
  expect(late({ calendar_days: { weekend: [] } }, '2020-12-26T08:00:00Z')).toBe(true);
});

it.each([
  [{ weekend: ['freeday'] }, 'calendar_days.weekend'],
  [{ weekend: [8] }, 'calendar_days.weekend'],
  [{ weekend: [1, 2, 3, 4, 5, 6, 'sunday'] }, 'calendar_days.weekend'],
  [{ holidays: ['1399/12/31'] }, 'calendar_days.holidays[0]'],
  [{ holidays: ['1399/01/01', '2020/12/25'] }, 'calendar_days.holidays[1]'],
])('tells %j as a fault', (days, key) => {
  expect(readConfig(JSON.stringify({ calendar_days: days })).faults.map((fault) => fault.key)).toEqual([key]);
});

it('takes the holidays of data/holidays.csv in Persian or Latin digits, and names each bad line', () => {
  const root = mkdtempSync(join(tmpdir(), 'payesh-days-'));
  try {
    writeFileSync(join(root, 'payesh.config.json'), '{ "calendar_days": { "holidays": ["1399/10/06"] } }');
    mkdirSync(join(root, 'data'));
    writeFileSync(
      join(root, 'data', 'holidays.csv'),
      '\ufeffتاریخ,عنوان\r\n۱۳۹۹/۱۰/۰۷,یکم\r\n\r\n# یادداشت\r\n"1399/12/31",دوم\r\nنوروز\r\n1399/10/06,باز\r\n',
    );
    const { config, faults } = loadConfig(root);
    expect(config.daysOff).toEqual({ weekend: [4, 5], holidays: ['1399-10-06', '1399-10-07'] });
    expect(faults.map(({ key, value }) => [key, value])).toEqual([
      ['data/holidays.csv:5', '1399/12/31'],
      ['data/holidays.csv:6', 'نوروز'],
    ]);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});
