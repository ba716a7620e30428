import { join } from 'node:path';
import { REAL_DISK } from '../deliver/disk.js';
import { addMonths, comparePeriods, dayAt, isPeriod, type Period, periodAt, yearOf } from '../domain/calendar.js';
import { dayKey } from '../domain/deadline.js';
import type { Mail } from '../domain/mail.js';
import type { Reminder } from '../domain/reminder.js';
import type { NewMail } from '../store/mail-store.js';
import { dueRows } from './completeness.js';
import type { Context } from './context.js';
import { badPeriod, noPlan, noPlanAt } from './errors.js';
import { messageIdOf } from './mail/queue.js';
import { makeInboxFolder, outboxFolder, putInOutbox } from './outbox.js';
import { type Letter, reminderLetter, summaryLetter } from './reminder-letter.js';
import { reminders } from './reminders.js';
import type { RemindAnswer } from './types.js';

export const reminderName = (period: Period): string => `payesh-reminder-${period}.txt`;

/**
 * Reminds every department that still owes something for a month: a file in its outbox in both languages and, where the
 * configuration says so, a message; and one summary for the office and its manager. A message is queued once for a department,
 * a month and an occasion, whatever happens in between. Files of departments that owe nothing any more are taken away.
 */
export async function remind(
  context: Context,
  query: { period?: Period | undefined; occasion?: string | undefined; dryRun?: boolean },
): Promise<RemindAnswer> {
  if (!context.hasStore() || context.store().plans.versions().length === 0) throw noPlan();
  if (query.period !== undefined && !isPeriod(query.period)) throw badPeriod(query.period);
  const period = query.period ?? lastEnded(context);
  const plan = context.planAt(period)?.package;
  if (!plan) throw noPlanAt(period);
  const owing = reminders(context, period);
  const all = Math.max(dueRows(context, plan, period).size, owing.length);
  const answer: RemindAnswer = {
    period,
    closed: context.store().periods.closed().has(period),
    due: all,
    reminders: owing.map((reminder) => ({ ...reminder, path: pathOf(context, reminder.department.code, period) })),
    summary: owing.length > 0 ? pathOf(context, null, period) : null,
    queued: 0,
  };
  if (query.dryRun) return answer;
  const summaries = inBoth((language) => summaryLetter(context, language, period, owing, all));
  const codes = new Set(owing.map(({ department }) => department.code));
  for (const { code } of plan.departments) if (!codes.has(code)) REAL_DISK.remove(pathOf(context, code, period));
  if (owing.length === 0) REAL_DISK.remove(pathOf(context, null, period));
  else putInOutbox(pathOf(context, null, period), fileOf(summaries));
  const occasion = query.occasion ?? `by hand ${dayKey(dayAt(context.calendar, context.world.now(), zone(context)))}`;
  const mails: NewMail[] = [];
  for (const reminder of owing) {
    const { code } = reminder.department;
    const letters = inBoth((language) => reminderLetter(context, language, reminder));
    makeInboxFolder(context, code);
    putInOutbox(pathOf(context, code, period), fileOf(letters));
    mails.push(...mailsOf(context, { period, occasion, code }, letters, reporterOf(context, reminder)));
  }
  if (owing.length > 0) {
    const to = context.config.mail?.recipients ?? [];
    mails.push(...mailsOf(context, { period, occasion, code: '' }, summaries, to));
  }
  return { ...answer, queued: context.store().mails.queue(mails) };
}

/** Takes away the reminders of departments whose files completed what they owed. What the files wait for is told by nobody else. */
export function withdrawReminders(context: Context): void {
  const { workspace } = context;
  const standing = REAL_DISK.list(workspace.outbox).flatMap(
    (name) => /^payesh-reminder-(.+)\.txt$/.exec(name)?.[1] ?? [],
  );
  for (const period of standing.filter(isPeriod)) {
    const plan = context.planAt(period)?.package;
    if (!plan) continue;
    const owing = new Set(reminders(context, period).map(({ department }) => department.code));
    for (const { code } of plan.departments) if (!owing.has(code)) REAL_DISK.remove(pathOf(context, code, period));
    if (owing.size === 0) REAL_DISK.remove(pathOf(context, null, period));
  }
}

/**
 * Tells of reminders that have not left yet whether they are overtaken: their reader owes nothing any more, or the month is
 * closed. What is owed for a month is asked once for all of them.
 */
export function overtakenReminders(context: Context): (mail: Pick<Mail, 'period' | 'recipient'>) => boolean {
  const known = new Map<Period, Reminder[]>();
  return ({ period, recipient }) => {
    if (period === null) return false;
    const owing = known.get(period) ?? reminders(context, period);
    known.set(period, owing);
    if (context.config.mail?.recipients.includes(recipient)) return owing.length === 0;
    return !owing.some((reminder) => reporterOf(context, reminder).includes(recipient));
  };
}

const zone = ({ config }: Context): string => config.timeZone;

/** The month that ended last by the clock; where the plans end before it, the newest month with figures. */
function lastEnded(context: Context): Period {
  const { calendar, world } = context;
  const ended = addMonths(calendar, periodAt(calendar, world.now(), zone(context)), -1);
  const latest = context.store().facts.latestPeriod();
  const plans = context.planAt(ended)?.package.plans ?? [];
  const covered = plans.some(({ lastYear }) => yearOf(calendar, ended) <= lastYear);
  return covered || latest === null || comparePeriods(calendar, latest, ended) > 0 ? ended : latest;
}

function pathOf(context: Context, department: string | null, period: Period): string {
  return join(outboxFolder(context, department), reminderName(period));
}

interface Both {
  fa: Letter;
  en: Letter;
}

const inBoth = (letter: (language: 'fa' | 'en') => Letter): Both => ({ fa: letter('fa'), en: letter('en') });

/** Both languages in one file, Persian first; with the mark by which every editor knows its letters. */
function fileOf({ fa, en }: Both): Buffer {
  const text = [fa.subject, '', fa.body, '', '-'.repeat(72), '', en.subject, '', en.body, ''].join('\n');
  return Buffer.from(`\uFEFF${text.replaceAll('\n', '\r\n')}`);
}

/** Its reporter, else its manager; nobody where messages to departments are not switched on. */
function reporterOf({ config }: Context, { department }: Reminder): string[] {
  const address = department.email ?? department.managerEmail;
  return config.mail?.departments && address !== null ? [address] : [];
}

function mailsOf(
  { config }: Context,
  { period, occasion, code }: { period: Period; occasion: string; code: string },
  letters: Both,
  recipients: readonly string[],
): NewMail[] {
  const { mail: settings, language } = config;
  if (settings === null) return [];
  return [...new Set(recipients)].map((recipient) => {
    const key = `reminder:${period}:${occasion}:${code}:${recipient}`;
    const messageId = messageIdOf(key, settings.from);
    return { key, kind: 'reminder', period, recipient, ...letters[language], messageId, attachments: [] };
  });
}
