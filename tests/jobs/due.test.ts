import { describe, expect, it } from 'vitest';
import {
  type DueInput,
  dueBackup,
  duePeriods,
  dueReminders,
  dueTemplates,
  nextClosing,
  type RunRow,
} from '../../jobs/due.js';
import { JALALI } from '../../src/domain/calendar.js';
import { STOPPED } from '../../src/domain/job.js';

/** What the job table asks is the same with and without days off; tests/jobs/deadline.test.ts moves the days. */
const NO_DAYS_OFF = { weekend: [], holidays: [] };

/** Deadline day 5 and 3 days of grace: a month is closed from the 9th of the next month, midnight in Tehran. */
const due = (now: string, more: Partial<DueInput> = {}) =>
  duePeriods({
    now: new Date(now),
    calendar: JALALI,
    timeZone: 'Asia/Tehran',
    deadline: { day: 5, graceDays: 3 },
    daysOff: NO_DAYS_OFF,
    firstPeriod: '1399-10',
    lastPeriod: null,
    runs: [],
    reminderDays: [],
    ...more,
  });

const row = (key: string, state: RunRow['state'], startedAt: string, finishedAt: string | null = null): RunRow => ({
  job: 'month',
  key,
  state,
  startedAt,
  finishedAt,
  note: null,
  attempts: 1,
});
const done = (...keys: string[]) =>
  keys.map((key) => row(key, 'done', '2021-01-01T00:00:00.000Z', '2021-01-01T00:01:00.000Z'));

describe('months that are due', () => {
  it.each([
    // Nothing before the first period has ended and its deadline and grace have passed.
    ['2020-12-25T00:00:00Z', []],
    // 1399-11-09 begins in Tehran at 2021-01-27T20:30Z.
    ['2021-01-27T20:29:59Z', []],
    ['2021-01-27T20:30:00Z', ['1399-10']],
    // Across the year boundary: Esfand 1399 has 30 days, so 1400-01-09 is 2021-03-29 (summer time: +04:30).
    ['2021-03-28T19:29:59Z', ['1399-10', '1399-11']],
    ['2021-03-28T19:30:00Z', ['1399-10', '1399-11', '1399-12']],
    ['2021-04-28T19:29:59Z', ['1399-10', '1399-11', '1399-12']],
    ['2021-04-28T19:30:00Z', ['1399-10', '1399-11', '1399-12', '1400-01']],
  ])('at %s: %j', (now, periods) => {
    expect(due(now)).toEqual(periods);
  });

  it('counts the 30 days of a leap Esfand when grace reaches over it', () => {
    const long = { firstPeriod: '1399-11', deadline: { day: 28, graceDays: 3 } };
    // The 32nd day after 1 Esfand 1399 is 2 Farvardin 1400 (2021-03-22); in 1398 (29 days) it is 3 Farvardin 1399.
    expect(due('2021-03-21T20:29:59Z', long)).toEqual([]);
    expect(due('2021-03-21T20:30:00Z', long)).toEqual(['1399-11']);
    const common = { firstPeriod: '1398-11', deadline: { day: 28, graceDays: 3 } };
    expect(due('2020-03-21T19:29:59Z', common)).toEqual([]);
    expect(due('2020-03-21T19:30:00Z', common)).toEqual(['1398-11']);
  });

  it('never gives a month twice, and catches up what an outage of three months missed, in order', () => {
    const runs = done('1399-10');
    expect(due('2021-05-01T00:00:00Z', { runs })).toEqual(['1399-11', '1399-12', '1400-01']);
    expect(due('2021-05-01T00:00:00Z', { runs: [...runs, ...done('1399-11', '1399-12', '1400-01')] })).toEqual([]);
  });

  it('gives each month exactly once when a server ticks for a year and a half with a long silence', () => {
    const runs: RunRow[] = [];
    const order: string[] = [];
    const off = [Date.parse('2021-05-02T00:00:00Z'), Date.parse('2021-08-05T00:00:00Z')] as const;
    for (let at = Date.parse('2020-12-20T00:00:00Z'); at < Date.parse('2022-06-01T00:00:00Z'); at += 21 * 3_600_000) {
      if (at > off[0] && at < off[1]) continue;
      const now = new Date(at).toISOString();
      for (const tick of [1, 2]) {
        for (const key of due(now, { runs })) {
          order.push(`${key}${tick === 2 ? ' doubled' : ''}`);
          runs.push(row(key, 'done', now, now));
        }
      }
    }
    const expected = [...months(1399, 10, 12), ...months(1400, 1, 12), ...months(1401, 1, 2)];
    expect(order).toEqual(expected);
  });

  it('reports each of 72 months exactly once, whatever outages, kills, failures and clocks set wrong come between', () => {
    for (const seed of [1, 2]) {
      let state = seed;
      const random = () => {
        state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
        return state / 2 ** 32;
      };
      const runs = new Map<string, RunRow>();
      const order: string[] = [];
      const end = Date.parse('2027-01-28T00:00:00Z');
      for (let at = Date.parse('2021-01-20T00:00:00Z'); at < end; at += 13 * 3_600_000) {
        // Off for up to three months; then the service is back, and gives back what a dead one held.
        if (random() < 0.005) at += random() * 90 * 86_400_000;
        const wrong = random() < 0.05 ? (random() < 0.5 ? -1 : 1) * 86_400_000 : 0;
        const now = new Date(Math.min(at, end - 1) + wrong).toISOString();
        for (const [key, held] of runs) {
          if (held.state === 'claimed') runs.set(key, { ...held, state: 'failed', finishedAt: now, note: STOPPED });
        }
        for (const key of due(now, { runs: [...runs.values()], lastPeriod: '1405-09' })) {
          const attempts = (runs.get(key)?.attempts ?? 0) + 1;
          runs.set(key, { ...row(key, 'claimed', now), attempts });
          if (random() < 0.1) break;
          if (random() < 0.2) {
            runs.set(key, { ...row(key, 'failed', now, now), attempts });
            break;
          }
          order.push(key);
          runs.set(key, row(key, 'done', now, now));
        }
      }
      const expected = [1399, 1400, 1401, 1402, 1403, 1404, 1405].flatMap((year) =>
        months(year, year === 1399 ? 10 : 1, year === 1405 ? 9 : 12),
      );
      expect(expected).toHaveLength(72);
      expect(order).toEqual(expected);
    }
  });

  it('waits behind a month in other hands, and takes it when its process must be dead', () => {
    const runs = [row('1399-10', 'claimed', '2021-05-01T00:00:00.000Z')];
    expect(due('2021-05-01T06:00:00Z', { runs })).toEqual([]);
    expect(due('2021-05-01T06:01:00Z', { runs })[0]).toBe('1399-10');
  });

  it('lets a failed month rest ever longer, does not pass it over, and in the end leaves it to people', () => {
    const failed = { ...row('1399-10', 'failed', '2021-05-01T00:00:00.000Z', '2021-05-01T00:00:00.000Z') };
    const all = ['1399-10', '1399-11', '1399-12', '1400-01'];
    const rests = [5, 10, 20, 40, 80, 160, 320, 640, 1280, 1440, 1440];
    for (const [index, minutes] of rests.entries()) {
      const runs = [{ ...failed, attempts: index + 1 }];
      const at = (more: number) => new Date(Date.parse('2021-05-01T00:00:00Z') + minutes * 60_000 + more).toISOString();
      expect(due(at(-1), { runs })).toEqual([]);
      expect(due(at(0), { runs })).toEqual(all);
    }
    expect(due('2021-05-30T00:00:00Z', { runs: [{ ...failed, attempts: 12 }] })[0]).toBe('1399-11');
  });

  it('does not wait for a failure of a future that a wrong clock had shown', () => {
    const runs = [row('1399-10', 'failed', '2021-05-02T00:00:00.000Z', '2021-05-02T00:00:00.000Z')];
    expect(due('2021-05-01T00:00:00Z', { runs })[0]).toBe('1399-10');
  });

  it('takes up at once what was only stopped with the service', () => {
    const runs = [{ ...row('1399-10', 'failed', '2021-05-01T00:00:00.000Z'), note: STOPPED }];
    expect(due('2021-05-01T00:00:01Z', { runs })[0]).toBe('1399-10');
  });

  it('stays inside the plan, and has nothing without one', () => {
    expect(due('2030-01-01T00:00:00Z', { lastPeriod: '1399-12' })).toEqual(['1399-10', '1399-11', '1399-12']);
    expect(due('2030-01-01T00:00:00Z', { firstPeriod: null })).toEqual([]);
    expect(due('2021-05-01T00:00:00Z', { firstPeriod: '1399-13' })[0]).toBe('1399-12');
  });

  it('follows a Gregorian fiscal year that starts in April', () => {
    const gregorian = { calendar: { kind: 'gregorian', yearStartMonth: 4 }, firstPeriod: '2025-12' } as const;
    expect(due('2026-02-08T20:30:00Z', gregorian)).toEqual(['2025-12', '2026-01']);
  });
});

it('names the next month that will be closed, and its day', () => {
  const input: DueInput = {
    now: new Date('2021-03-25T00:00:00Z'),
    calendar: JALALI,
    timeZone: 'Asia/Tehran',
    deadline: { day: 5, graceDays: 3 },
    daysOff: NO_DAYS_OFF,
    firstPeriod: '1399-10',
    lastPeriod: '1400-01',
    runs: [],
    reminderDays: [],
  };
  expect(nextClosing(input)).toEqual({ period: '1399-12', day: { year: 1400, month: 1, day: 9 } });
  expect(nextClosing({ ...input, now: new Date('2021-05-25T00:00:00Z') })).toBeNull();
  expect(nextClosing({ ...input, firstPeriod: null })).toBeNull();
});

it('backs up once on each local day', () => {
  const input = (now: string, runs: RunRow[]): DueInput => ({
    now: new Date(now),
    calendar: JALALI,
    timeZone: 'Asia/Tehran',
    deadline: { day: 5, graceDays: 3 },
    daysOff: NO_DAYS_OFF,
    firstPeriod: null,
    lastPeriod: null,
    runs,
    reminderDays: [],
  });
  const today = { ...row('1399-12-30', 'done', '2021-03-19T21:00:00.000Z'), job: 'backup' };
  expect(dueBackup(input('2021-03-20T20:29:00Z', []))).toEqual(['1399-12-30']);
  expect(dueBackup(input('2021-03-20T20:29:00Z', [today]))).toEqual([]);
  expect(dueBackup(input('2021-03-20T20:30:00Z', [today]))).toEqual(['1400-01-01']);
});

function months(year: number, from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, index) => `${year}-${String(from + index).padStart(2, '0')}`);
}

describe('forms of the running month', () => {
  const forms = (now: string, more: Partial<DueInput> = {}) =>
    dueTemplates({
      ...{ now: new Date(now), calendar: JALALI, timeZone: 'Asia/Tehran', deadline: { day: 5, graceDays: 3 } },
      daysOff: NO_DAYS_OFF,
      ...{ firstPeriod: '1399-10', lastPeriod: '1399-12', runs: [], reminderDays: [], ...more },
    });

  it('are due from the first day of the month in the time zone, once, and inside the plan only', () => {
    expect(forms('2021-01-19T20:29:59Z')).toEqual(['1399-10']);
    expect(forms('2021-01-19T20:30:00Z')).toEqual(['1399-11']);
    const written = { ...row('1399-11', 'done', '2021-01-20T03:00:00.000Z'), job: 'template' };
    expect(forms('2021-01-25T00:00:00Z', { runs: [written] })).toEqual([]);
    expect(forms('2021-03-21T00:00:00Z')).toEqual([]);
    expect(forms('2020-12-20T00:00:00Z')).toEqual([]);
    expect(forms('2021-01-25T00:00:00Z', { firstPeriod: null })).toEqual([]);
  });
});

describe('reminders', () => {
  /** Dey 1399 is due on 5 Bahman (2021-01-24) and closed on the 9th; each day begins at 20:30 UTC. */
  const reminded = (now: string, more: Partial<DueInput> = {}) =>
    dueReminders({
      ...{ now: new Date(now), calendar: JALALI, timeZone: 'Asia/Tehran', deadline: { day: 5, graceDays: 3 } },
      daysOff: NO_DAYS_OFF,
      ...{ firstPeriod: '1399-10', lastPeriod: '1399-12', runs: [], reminderDays: [-3, 0, 2], ...more },
    });
  const sent = (...keys: string[]) =>
    keys.map((key) => ({ ...row(key, 'done', '2021-01-21T04:00:00.000Z'), job: 'reminder' }));

  it('are due from their day on, each once, until the month is closed', () => {
    expect(reminded('2021-01-20T20:29:59Z')).toEqual([]);
    expect(reminded('2021-01-20T20:30:00Z')).toEqual(['1399-10 -3']);
    expect(reminded('2021-01-22T08:00:00Z', { runs: sent('1399-10 -3') })).toEqual([]);
    expect(reminded('2021-01-23T20:30:00Z', { runs: sent('1399-10 -3') })).toEqual(['1399-10 0']);
    expect(reminded('2021-01-26T08:00:00Z', { runs: sent('1399-10 -3', '1399-10 0') })).toEqual(['1399-10 2']);
    expect(reminded('2021-01-27T20:30:00Z')).toEqual([]);
  });

  it('of days that were missed only the last is caught up, and none where there are none or no month to report', () => {
    expect(reminded('2021-01-27T08:00:00Z')).toEqual(['1399-10 2']);
    expect(reminded('2021-01-22T08:00:00Z', { reminderDays: [] })).toEqual([]);
    expect(reminded('2021-01-22T08:00:00Z', { firstPeriod: null })).toEqual([]);
    expect(reminded('2021-04-22T08:00:00Z')).toEqual([]);
  });

  it('follow a deadline that a day off moves, and come before the month has ended where they are asked for', () => {
    // 5 Bahman is a holiday: due on the 6th.
    const daysOff = { weekend: [], holidays: ['1399-11-05'] };
    expect(reminded('2021-01-21T08:00:00Z', { daysOff })).toEqual([]);
    expect(reminded('2021-01-22T08:00:00Z', { daysOff })).toEqual(['1399-10 -3']);
    // Forty days before 5 Bahman is 25 Azar.
    expect(reminded('2020-12-15T08:00:00Z', { reminderDays: [-40] })).toEqual(['1399-10 -40']);
    const both = reminded('2021-01-21T08:00:00Z', { reminderDays: [-40, -3] });
    expect(both).toEqual(['1399-10 -3', '1399-11 -40']);
  });
});
