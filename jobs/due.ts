import {
  addMonths,
  type Calendar,
  type CalendarDay,
  comparePeriods,
  dayAt,
  type Period,
  periodAt,
} from '../src/domain/calendar.js';
import { closingDay, type DeadlineRule, dayKey, deadlineDay } from '../src/domain/deadline.js';
import { CLAIM_HOLDS_MINUTES, MOST_ATTEMPTS, restMinutes } from '../src/domain/job.js';
import { daysBetween } from '../src/domain/reminder.js';
import type { JobRun } from '../src/pipeline/types.js';

/** What the job table says of one piece of work. */
export type RunRow = JobRun;

/** Everything on which "what is due" depends; nothing else, so that the same inputs always give the same answer. */
export interface DueInput extends DeadlineRule {
  now: Date;
  timeZone: string;
  /** First and last period that this workspace reports; null first = nothing to report yet, null last = no end. */
  firstPeriod: Period | null;
  lastPeriod: Period | null;
  runs: readonly RunRow[];
  /** Days of reminding, counted from the deadline. */
  reminderDays: readonly number[];
}

/**
 * Periods to close and report now, oldest first: ended, past deadline and grace, not done before. The first one that is
 * in other hands, or failed a moment ago, ends the list: months are closed in order. One that failed too often waits for
 * a person and lets the later ones pass.
 */
export function duePeriods(input: DueInput): Period[] {
  const { now, calendar, timeZone, firstPeriod, lastPeriod } = input;
  if (firstPeriod === null) return [];
  const due: Period[] = [];
  const today = dayAt(calendar, now, timeZone);
  const current = periodAt(calendar, now, timeZone);
  for (let period = monthOnly(calendar, firstPeriod); ; period = addMonths(calendar, period, 1)) {
    if (comparePeriods(calendar, period, current) >= 0) break;
    if (lastPeriod !== null && comparePeriods(calendar, period, lastPeriod) > 0) break;
    if (!isPastDeadline(input, period, today)) break;
    const row = rowOf(input, 'month', period);
    if (row?.state === 'done' || (row && gaveUp(row))) continue;
    if (row && !mayTry(row, now)) break;
    due.push(period);
  }
  return due;
}

/** The local day as a key while it has no finished backup, else nothing. */
export function dueBackup(input: DueInput): string[] {
  const key = dayKey(dayAt(input.calendar, input.now, input.timeZone));
  const row = rowOf(input, 'backup', key);
  return row && !mayTry(row, input.now) ? [] : [key];
}

/** The running month while its forms were not written: they are filled in when it has ended. Nothing outside the plan's years. */
export function dueTemplates(input: DueInput): Period[] {
  const { now, calendar, timeZone, firstPeriod, lastPeriod } = input;
  const current = periodAt(calendar, now, timeZone);
  if (firstPeriod === null || comparePeriods(calendar, current, firstPeriod) < 0) return [];
  if (lastPeriod !== null && comparePeriods(calendar, current, lastPeriod) > 0) return [];
  const row = rowOf(input, 'template', current);
  return row && !mayTry(row, now) ? [] : [current];
}

/**
 * Reminders to send now, as `1399-06 -3` (period and day counted from its deadline), oldest period first. Of the days that have
 * come only the last counts: who was off for a week does not send three letters at once. A month that is closed, or will be by
 * the next round, is reminded of no more.
 */
export function dueReminders(input: DueInput): string[] {
  const { now, calendar, timeZone, firstPeriod, lastPeriod, reminderDays } = input;
  if (firstPeriod === null || reminderDays.length === 0) return [];
  const today = dayAt(calendar, now, timeZone);
  // Days before the deadline may fall into the month itself, or before it.
  const last = addMonths(calendar, periodAt(calendar, now, timeZone), 2);
  const keys: string[] = [];
  for (let period = monthOnly(calendar, firstPeriod); ; period = addMonths(calendar, period, 1)) {
    if (comparePeriods(calendar, period, last) > 0) break;
    if (lastPeriod !== null && comparePeriods(calendar, period, lastPeriod) > 0) break;
    if (isPastDeadline(input, period, today)) continue;
    const passed = daysBetween(input, deadlineDay(input, period), today);
    const come = reminderDays.filter((day) => day <= passed);
    if (come.length === 0) continue;
    const key = `${period} ${Math.max(...come)}`;
    const row = rowOf(input, 'reminder', key);
    if (!row || mayTry(row, now)) keys.push(key);
  }
  return keys;
}

/** The next month that will be closed once its day has come: for people who ask what is ahead. */
export function nextClosing(input: DueInput): { period: Period; day: CalendarDay } | null {
  const { now, calendar, timeZone, firstPeriod, lastPeriod } = input;
  if (firstPeriod === null) return null;
  const today = dayAt(calendar, now, timeZone);
  let period = monthOnly(calendar, firstPeriod);
  while (isPastDeadline(input, period, today)) period = addMonths(calendar, period, 1);
  const beyond = lastPeriod !== null && comparePeriods(calendar, period, lastPeriod) > 0;
  return beyond ? null : { period, day: closingDay(input, period) };
}

function isPastDeadline(input: DueInput, period: Period, today: CalendarDay): boolean {
  return dayKey(today) >= dayKey(closingDay(input, period));
}

/** Failed so often that only a person can help. */
export function gaveUp({ state, attempts }: RunRow): boolean {
  return state === 'failed' && attempts >= MOST_ATTEMPTS;
}

/**
 * Failed work rests a while before it is tried again; a claim that is too old belonged to a process that died. A row from
 * the future was written before the clock was set back: its age says nothing, so that failed work does not rest.
 */
function mayTry(row: RunRow, now: Date): boolean {
  const { state, startedAt, finishedAt, note, attempts } = row;
  const minutes = (now.getTime() - Date.parse(finishedAt ?? startedAt)) / 60_000;
  if (state === 'failed') return !gaveUp(row) && (minutes < 0 || minutes >= restMinutes(attempts, note));
  return state === 'claimed' && minutes > CLAIM_HOLDS_MINUTES;
}

function rowOf(input: DueInput, job: string, key: string): RunRow | undefined {
  return input.runs.find((row) => row.job === job && row.key === key);
}

/** A workspace may begin with the settlement of a year; months are counted from the month before it. */
function monthOnly(calendar: Calendar, period: Period): Period {
  return period.endsWith('-13') ? addMonths(calendar, period, -1) : period;
}
