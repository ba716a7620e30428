import type { Calendar } from '../domain/calendar.js';
import type { DaysOff } from '../domain/deadline.js';
import { COMPONENTS, type ComponentWeights } from '../domain/scorecard.js';
import type { Config, ConfigFault, DisplayUnit, Language, MailSettings } from './config.js';
import { daysOffOf } from './days-off.js';
import { KEYS, type KeyRule, MAIL_KEYS } from './keys.js';
import { nearest } from './nearest.js';

type Values = Map<string, unknown>;
const GROUPS = new Set(
  [...Object.keys(KEYS), ...Object.keys(MAIL_KEYS)].filter((key) => key.includes('.')).map(groupOf),
);

/** Judges every key at once: what is left out takes its default, what is wrong is a fault and takes its default too. */
export function validate(raw: unknown): { config: Config; faults: ConfigFault[] } {
  const faults: ConfigFault[] = [];
  const given = flatten(raw, faults);
  const hasMail = [...given.keys()].some((key) => groupOf(key) === 'mail');
  const rules = hasMail ? { ...KEYS, ...MAIL_KEYS } : KEYS;
  const values: Values = new Map();
  for (const [key, keyRule] of Object.entries(rules)) values.set(key, judge(key, keyRule, given, faults));
  for (const [key, value] of given) {
    if (!Object.hasOwn(KEYS, key) && !Object.hasOwn(MAIL_KEYS, key)) faults.push(unknownKey(key, value));
  }
  const calendar: Calendar = {
    kind: values.get('calendar') as Calendar['kind'],
    yearStartMonth: values.get('year_start_month') as number,
  };
  const off = daysOffOf(
    calendar,
    values.get('calendar_days.weekend') as unknown[] | null,
    values.get('calendar_days.holidays') as string[],
  );
  faults.push(...off.faults);
  const config = assemble(values, hasMail, calendar, off.daysOff);
  if (config.mail !== null && tellsSecretsAloud(config.mail)) faults.push(plainPassword());
  return { config, faults };
}

/** A password over an open network is read by everyone on the way; on this very machine there is no way. */
function tellsSecretsAloud({ tls, secure, user, host }: MailSettings): boolean {
  return tls === 'none' && !secure && user !== null && !['localhost', '127.0.0.1', '::1'].includes(host);
}

const plainPassword = (): ConfigFault => ({
  key: 'mail.tls',
  value: '"none"',
  expected: {
    fa: '"required"، وقتی نام کاربری هست و کارساز روی همین دستگاه نیست: گذرواژه نباید آشکار برود',
    en: '"required", since there is a user name and the server is not this machine: the password must not travel in the open',
  },
  example: '"tls": "required"',
});

function judge(
  key: string,
  { schema, fallback, fa, en, example }: KeyRule,
  given: Values,
  faults: ConfigFault[],
): unknown {
  const value = given.has(key) ? given.get(key) : fallback;
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  faults.push({ key, value: shown(key, value), expected: { fa, en }, example: `"${leafOf(key)}": ${example}` });
  return fallback;
}

/** Nested objects become paths; a group that is not an object is a fault of its own. */
function flatten(raw: unknown, faults: ConfigFault[]): Values {
  const values: Values = new Map();
  if (!isObject(raw)) {
    faults.push({
      key: '{}',
      value: shown('', raw),
      expected: { fa: 'یک شیء JSON با کلیدها و مقدارها', en: 'a JSON object of keys and values' },
      example: '{ "language": "fa" }',
    });
    return values;
  }
  for (const [key, value] of Object.entries(raw)) {
    if (!GROUPS.has(key)) values.set(key, value);
    else if (isObject(value)) for (const [leaf, inner] of Object.entries(value)) values.set(`${key}.${leaf}`, inner);
    else if (!(key === 'mail' && value === null)) faults.push(notAGroup(key, value));
  }
  return values;
}

function notAGroup(key: string, value: unknown): ConfigFault {
  const inside = [...Object.keys(KEYS), ...Object.keys(MAIL_KEYS)]
    .filter((known) => groupOf(known) === key)
    .map(leafOf);
  const list = inside.join(', ');
  return {
    key,
    value: shown(key, value),
    expected: { fa: `یک شیء با کلیدهای ${list}`, en: `an object with the keys ${list}` },
    example: `"${key}": { "${inside[0] ?? ''}": … }`,
  };
}

function unknownKey(key: string, value: unknown): ConfigFault {
  const guess = nearest(key, [...Object.keys(KEYS), ...Object.keys(MAIL_KEYS), ...GROUPS]);
  return {
    key,
    value: shown(key, value),
    expected: {
      fa: `کلیدی شناخته؛ نزدیک‌ترین کلید «${guess}» است`,
      en: `a known key; the nearest is "${guess}"`,
    },
    example: `"${leafOf(guess)}": ${(KEYS[guess] ?? MAIL_KEYS[guess])?.example ?? '{ … }'}`,
  };
}

/** A value as people see it in the file, cut when long; a secret that somebody wrote there is not repeated. */
export function shown(key: string, value: unknown): string {
  if (/pass|secret|token/i.test(key) && typeof value === 'string') return '***';
  const text = value === undefined ? '—' : written(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

/** JSON nests deeper than it can be written again; such a value is no value of ours, and is told by its kind. */
function written(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return Array.isArray(value) ? '[…]' : '{…}';
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function groupOf(key: string): string {
  return key.split('.')[0] ?? key;
}

function leafOf(key: string): string {
  return key.slice(key.indexOf('.') + 1);
}

/** The one place where a judged value gets its type: each cast repeats what the key's schema has just proved. */
function assemble(values: Values, hasMail: boolean, calendar: Calendar, daysOff: DaysOff): Config {
  const at = <T>(key: string) => values.get(key) as T;
  const mail: MailSettings | null = hasMail
    ? {
        host: at('mail.host'),
        port: at('mail.port'),
        secure: at('mail.secure'),
        tls: at('mail.tls'),
        caFile: at('mail.ca_file'),
        user: at('mail.user'),
        passwordEnv: at('mail.password_env'),
        passwordFile: at('mail.password_file'),
        from: at('mail.from'),
        recipients: at('mail.recipients'),
        lists: at('mail.lists'),
        departments: at('mail.departments'),
        inService: at('mail.in_service'),
        alerts: at('mail.alerts'),
        attachmentMegabytes: at('mail.attachment_megabytes'),
      }
    : null;
  return {
    organisation: at('organisation'),
    calendar,
    timeZone: at('time_zone'),
    language: at<Language>('language'),
    currency: at('currency'),
    displayUnit: at<DisplayUnit>('display_unit'),
    report: {
      font: at('report.font'),
      digits: at('report.digits'),
      logo: at('report.logo'),
      office: at('report.office'),
      signatures: at('report.signatures'),
    },
    headline: {
      scope: at('headline.scope'),
      spending: at('headline.spending'),
      budget: at('headline.budget'),
      denominator: at('headline.denominator'),
    },
    thresholds: {
      physicalPoints: at('thresholds.physical_points'),
      gapPoints: at('thresholds.gap_points'),
      ratioBands: at('thresholds.ratio_bands'),
    },
    mix: { indicators: at('mix.indicators') },
    scoredProgress: at('scorecard.progress'),
    scorecard: Object.fromEntries(
      COMPONENTS.map((name) => [name, at<number>(`scorecard.${name}`)]),
    ) as ComponentWeights,
    control: { stoppedPeriods: at('control.stopped_periods'), overCostPoints: at('control.over_cost_points') },
    feedback: {
      periods: at('feedback.periods'),
      weakPoints: at('feedback.weak_points'),
      strongPoints: at('feedback.strong_points'),
      fundedPercent: at('feedback.funded_percent'),
      behindPoints: at('feedback.behind_points'),
      movedPercent: at('feedback.moved_percent'),
      winnerPercent: at('feedback.winner_percent'),
      starvedPercent: at('feedback.starved_percent'),
      shiftPercent: at('feedback.shift_percent'),
    },
    checks: {
      overBudgetPercent: at('checks.over_budget_percent'),
      orderPercent: at('checks.order_percent'),
      committedPercent: at('checks.committed_percent'),
      doneSpendingPercent: at('checks.done_spending_percent'),
      idleSpendingPercent: at('checks.idle_spending_percent'),
      jumpPoints: at('checks.jump_points'),
      lateMonths: at('checks.late_months'),
      latePoints: at('checks.late_points'),
      unchangedPeriods: at('checks.unchanged_periods'),
      ninetyPeriods: at('checks.ninety_periods'),
      copiedPercent: at('checks.copied_percent'),
      copiedRows: at('checks.copied_rows'),
      slipRatio: at('checks.slip_ratio'),
      roundPercent: at('checks.round_percent'),
      roundRows: at('checks.round_rows'),
      deviations: at('checks.deviations'),
      comparables: at('checks.comparables'),
      ownFigures: at('checks.own_figures'),
    },
    questions: { escalateAfter: at('questions.escalate_after') },
    weights: { blank: at('weights.blank') },
    quantityCap: at('quantity_cap'),
    deadline: { day: at('deadline.day'), graceDays: at('deadline.grace_days') },
    daysOff,
    moneyUnit: at('money_unit'),
    atomic: at('atomic'),
    jobs: {
      ingest: at('jobs.ingest'),
      month: at('jobs.month'),
      template: at('jobs.template'),
      reminder: at('jobs.reminder'),
      backup: at('jobs.backup'),
      mail: at('jobs.mail'),
    },
    reminders: { days: at('reminders.days') },
    logs: { files: at('logs.files'), megabytes: at('logs.megabytes') },
    mail,
    backup: { days: at('backup.days'), months: at('backup.months') },
    watch: {
      hoursWithoutRun: at('watch.hours_without_run'),
      hoursWithoutBackup: at('watch.hours_without_backup'),
      freeMegabytes: at('watch.free_megabytes'),
    },
    limits: {
      fileMegabytes: at('limits.file_megabytes'),
      rowsPerSheet: at('limits.rows_per_sheet'),
      findingsPerFile: at('limits.findings_per_file'),
      filesPerDepartment: at('limits.files_per_department'),
      parseSeconds: at('limits.parse_seconds'),
      settleSeconds: at('limits.settle_seconds'),
    },
  };
}
