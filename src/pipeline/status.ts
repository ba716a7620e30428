import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { comparePeriods, isPeriod, type Period, periodOf } from '../domain/calendar.js';
import { MOST_ATTEMPTS, STOPPED } from '../domain/job.js';
import { MAIL_HOLDS_MINUTES } from '../domain/mail.js';
import type { SubmissionRecord } from '../domain/month.js';
import { isCounted } from '../domain/outcome.js';
import type { PlanPackage, PlanVersion } from '../domain/plan.js';
import type { Context } from './context.js';
import { dataQuestions } from './data-questions.js';
import { badPeriod } from './errors.js';
import { readHealth } from './health.js';
import { listInbox } from './inbox.js';
import { readLimits } from './read-limits.js';
import { recoveries } from './recovery.js';
import { reportingOf } from './reporting.js';
import { reportingOverview } from './reporting-overview.js';
import type { JobRun, StatusAnswer } from './types.js';
import { watched } from './watch.js';

const NOTHING_YET = {
  period: null,
  plan: null,
  departments: [],
  reporting: null,
  periods: [],
  jobs: [],
  questions: { open: 0, overdue: 0, answered: 0 },
  ignored: [],
  mail: null,
  recoveries: [],
  service: null,
} satisfies Partial<StatusAnswer>;

const NO_PLAN = {
  fa: 'برنامه‌ای بارگذاری نشده است: payesh plan import پوشه',
  en: 'No plan is loaded: payesh plan import FOLDER',
};

/** Who has submitted, who is late, what ran, and what is wrong in words. Never fails for want of data. */
export async function status(context: Context, query: { period?: Period }): Promise<StatusAnswer> {
  const ignored = await leftInInbox(context);
  if (!context.hasStore()) return { ...NOTHING_YET, ignored, problems: [NO_PLAN] };
  const store = context.store();
  if (query.period !== undefined && !isPeriod(query.period)) throw badPeriod(query.period);
  const records = store.submissions.records();
  const periods = periodsOf(context, records);
  const period = query.period ?? periods.at(-1)?.period ?? null;
  const version = store.plans.versions().at(-1) ?? null;
  const inForce = period === null ? null : context.planAt(period);
  const current = inForce?.package ?? (version ? store.plans.loadPackage(version.id) : null);
  const own = records.filter((record) => record.period === period);
  const departments = period !== null && current ? reportingOf(context, period, current, own) : [];
  const answer = {
    period,
    plan: version && current ? planOf(context, version, current) : null,
    departments,
    reporting:
      period !== null && inForce ? reportingOverview(context, period, inForce.package, departments, records) : null,
    periods,
    jobs: jobRuns(context),
    questions: questionCounts(context, period),
    ignored,
    mail: mailOf(context),
    recoveries: recoveries(context),
    service: readHealth(context.workspace),
  };
  return { ...answer, problems: [...problemsOf(context, answer), ...(await watched(context, answer))] };
}

function questionCounts(context: Context, period: Period | null): StatusAnswer['questions'] {
  const standing = period === null ? [] : dataQuestions(context, { period }).filter(({ lapsed }) => !lapsed);
  const open = standing.filter(({ state }) => state === 'open');
  return {
    open: open.length,
    overdue: open.filter(({ escalated }) => escalated).length,
    answered: standing.filter(({ state }) => state === 'answered').length,
  };
}

function planOf({ calendar }: Context, version: PlanVersion, { plans, projects, nodes }: PlanPackage) {
  const firstPeriod = periodOf(calendar, Math.min(...plans.map(({ firstYear }) => firstYear)), 1);
  const lastPeriod = periodOf(calendar, Math.max(...plans.map(({ lastYear }) => lastYear)), 12);
  return { version, projects: projects.length, nodes: nodes.length, firstPeriod, lastPeriod };
}

/** What the next ingest would leave where it lies: what is no regular file, what is too big, what may not be read. */
async function leftInInbox({ workspace, config }: Context): Promise<StatusAnswer['ignored']> {
  const { files, ignored } = await listInbox(workspace.inbox);
  const left: StatusAnswer['ignored'] = [...ignored];
  for (const { path, shown } of files) {
    const size = await stat(path).then(
      (stats) => stats.size,
      () => 0,
    );
    const readable = await access(path, constants.R_OK).then(
      () => true,
      () => false,
    );
    if (size > readLimits(config).fileBytes) left.push({ file: shown, reason: 'too_big' });
    else if (!readable) left.push({ file: shown, reason: 'not_readable' });
  }
  return left;
}

/** Outgoing mail by state; null where mail is not set up and nothing was ever queued. */
function mailOf({ store, config }: Context): StatusAnswer['mail'] {
  const mails = store().mails.mails();
  if (config.mail === null && mails.length === 0) return null;
  const counts = { queued: 0, sending: 0, waiting: 0, sent: 0, gave_up: 0, superseded: 0 };
  for (const { state } of mails) counts[state] += 1;
  return counts;
}

export function jobRuns({ store }: Context): JobRun[] {
  return store()
    .jobs.all()
    .map(({ job, key, state, claimedAt, endedAt, note, attempts }) => ({
      job,
      key,
      state: state === 'finished' ? 'done' : state,
      startedAt: claimedAt,
      finishedAt: endedAt,
      note,
      attempts,
    }));
}

/** Periods with accepted files, or closed ones, in time order. */
export function periodsOf(context: Context, records: readonly SubmissionRecord[]): StatusAnswer['periods'] {
  const { store, calendar } = context;
  const closed = store().periods.closed();
  const counted = records.filter(isCounted);
  const periods = [...new Set([...counted.flatMap(({ period }) => (period === null ? [] : [period])), ...closed])];
  return periods
    .sort((a, b) => comparePeriods(calendar, a, b))
    .map((period) => {
      const own = counted.filter((record) => record.period === period);
      return {
        period,
        departments: new Set(own.map(({ department }) => department)).size,
        facts: store()
          .facts.rowsOf(period)
          .reduce((sum, { inForce }) => sum + inForce, 0),
        closed: closed.has(period),
        edition: store().reports.latest(period)?.edition ?? null,
      };
    });
}

function problemsOf(context: Context, answer: Omit<StatusAnswer, 'problems'>): StatusAnswer['problems'] {
  const problems: StatusAnswer['problems'] = [];
  if (answer.plan === null) problems.push(NO_PLAN);
  const { store } = context;
  const pending = store().submissions.pending().length;
  if (pending > 0) {
    problems.push({
      fa: `${pending} پرونده در بایگانی هست که خواندنش نیمه‌تمام مانده؛ payesh ingest آن را از سر می‌گیرد.`,
      en: `${pending} archived files were not read to the end; payesh ingest takes them up.`,
    });
  }
  for (const { job, key, note, attempts } of answer.jobs.filter(({ state }) => state === 'failed')) {
    if (note === STOPPED && attempts < MOST_ATTEMPTS) continue;
    const end = attempts >= MOST_ATTEMPTS ? GIVEN_UP : { fa: '', en: '' };
    problems.push({
      fa: `کار ${job} (${key}) پس از ${attempts} تلاش ناموفق ماند: ${note ?? ''}${end.fa}`,
      en: `Job ${job} (${key}) failed after ${attempts} attempts: ${note ?? ''}${end.en}`,
    });
  }
  problems.push(...mailProblems(context));
  return problems;
}

const GIVEN_UP = {
  fa: ' — دیگر خودکار تکرار نمی‌شود؛ پس از رفع مشکل سرویس را از نو راه بیندازید.',
  en: ' — it is not tried again by itself; mend the cause and restart the service.',
};

/** Messages that were given up lately, and those that were in flight when a process ended: nobody knows whether they arrived. */
function mailProblems({ store, world }: Context): StatusAnswer['problems'] {
  const mails = store().mails.mails();
  const minutesSince = (at: string) => (world.now().getTime() - Date.parse(at)) / 60_000;
  const lost = mails.filter(({ state, at }) => state === 'gave_up' && minutesSince(at) < GAVE_UP_TOLD_MINUTES);
  const flying = mails.filter(({ state, at }) => state === 'sending' && minutesSince(at) >= MAIL_HOLDS_MINUTES);
  return [
    ...lost.map(({ recipient, note }) => ({
      fa: `پیام به ${recipient} فرستاده نشد و دیگر تلاش نمی‌شود: ${note ?? ''}`,
      en: `The message to ${recipient} could not be sent and is given up: ${note ?? ''}`,
    })),
    ...flying.map(({ recipient }) => ({
      fa: `پیام به ${recipient} هنگام فرستادن نیمه‌کاره ماند؛ شاید رسیده باشد و با همان شناسه دوباره فرستاده می‌شود.`,
      en: `The message to ${recipient} was interrupted while being sent; it may have arrived, and is sent again under the same id.`,
    })),
  ];
}

/** A week: long enough to be seen, and not for ever. */
const GAVE_UP_TOLD_MINUTES = 7 * 24 * 60;
