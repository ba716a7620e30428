import { z } from 'zod';
import { DEFAULT_THRESHOLDS } from '../domain/check-thresholds.js';
import { isCronText } from './cron-text.js';
import { weekdayOf } from './days-off.js';

/** What belongs at one key: the check, the default, and how to say it. Keys are paths such as `deadline.day`. */
export interface KeyRule {
  schema: z.ZodType;
  fallback: unknown;
  fa: string;
  en: string;
  example: string;
}

function rule(schema: z.ZodType, fallback: unknown, fa: string, en: string, example?: string): KeyRule {
  return { schema, fallback, fa, en, example: example ?? JSON.stringify(fallback) };
}

function oneOf(values: readonly [string, ...string[]], fallback: string): KeyRule {
  const list = values.join(', ');
  return rule(z.enum(values), fallback, `یکی از این‌ها: ${list}`, `one of: ${list}`);
}

function whole(low: number, high: number, fallback: number): KeyRule {
  return rule(
    z.number().int().min(low).max(high),
    fallback,
    `عدد صحیح از ${low} تا ${high}`,
    `a whole number from ${low} to ${high}`,
  );
}

function pair(low: number, high: number, fallback: [number, number]): KeyRule {
  const schema = z.tuple([z.number().min(low).max(high), z.number().min(low).max(high)]).refine(([a, b]) => a < b);
  return rule(
    schema,
    fallback,
    `دو عدد میان ${low} و ${high}، نخست کوچک‌تر`,
    `two numbers between ${low} and ${high}, the smaller first`,
  );
}

function cron(fallback: string): KeyRule {
  return rule(
    z.string().refine(isCronText),
    fallback,
    'پنج بخش cron: دقیقه ساعت روز ماه روزِ هفته',
    'five cron fields: minute hour day month weekday',
  );
}

function text(fallback: string): KeyRule {
  const schema = z.string().trim().min(1).max(200);
  return rule(schema, fallback, 'متنی از ۱ تا ۲۰۰ نویسه', 'text of 1 to 200 characters');
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

const ADDRESS = z.email();
const YES_NO = rule(z.boolean(), false, 'true یا false', 'true or false');

const percentage = (fallback: number) =>
  rule(z.number().gt(0).max(100), fallback, 'عددی بیش از ۰ تا ۱۰۰', 'a number above 0 up to 100');

const weight = (fallback: number) =>
  rule(z.number().min(0).max(1000), fallback, 'عددی از ۰ تا ۱۰۰۰', 'a number from 0 to 1000');

const percentOf = (fallback: number) =>
  rule(z.number().gt(0).max(1000), fallback, 'عددی بیش از ۰ تا ۱۰۰۰ (درصد)', 'a number above 0 up to 1000 (percent)');

const timesOf = (fallback: number) =>
  rule(z.number().min(2).max(1000), fallback, 'عددی از ۲ تا ۱۰۰۰', 'a number from 2 to 1000');

/** Every key of the configuration, in the order of the commented file. */
export const KEYS: Record<string, KeyRule> = {
  organisation: text('سازمان من'),
  calendar: oneOf(['jalali', 'gregorian'], 'jalali'),
  year_start_month: whole(1, 12, 1),
  time_zone: rule(
    z.string().refine(isTimeZone),
    'Asia/Tehran',
    'نام منطقهٔ زمانی از فهرست IANA',
    'a time zone name of the IANA list',
  ),
  language: oneOf(['fa', 'en'], 'fa'),
  currency: oneOf(['IRR'], 'IRR'),
  display_unit: oneOf(['rial', 'million_rial', 'billion_rial', 'toman'], 'million_rial'),
  'report.font': text('Tahoma'),
  'report.digits': oneOf(['persian', 'latin'], 'persian'),
  'report.logo': rule(
    z.string().trim().min(1).max(500).nullable(),
    null,
    'null، یا نشانی یک پروندهٔ png یا jpeg در فضای کار',
    'null, or the path of a png or jpeg file in the workspace',
    '"logo.png"',
  ),
  'report.office': rule(
    z.union([z.string().trim().min(1).max(500), z.literal(false)]).nullable(),
    null,
    'null (روی PATH جست‌وجو می‌شود)، نشانی کامل soffice، یا false (بدون PDF)',
    'null (looked for on the PATH), the full path of soffice, or false (no PDF)',
    '"/opt/libreoffice/program/soffice"',
  ),
  'report.signatures': rule(
    z.array(z.string().trim().min(1).max(80)).max(4).nullable(),
    null,
    'null (چهار جای همیشگی)، یا فهرستی از حداکثر چهار سمت',
    'null (the usual four), or a list of at most four roles',
    '["کارشناس", "معاون"]',
  ),
  'headline.scope': oneOf(['plan', 'year', 'month'], 'plan'),
  'headline.spending': oneOf(['spent', 'certified', 'committed'], 'spent'),
  'headline.budget': oneOf(['current', 'original'], 'current'),
  'headline.denominator': oneOf(['approved', 'allocated'], 'approved'),
  'thresholds.physical_points': rule(
    z.number().gt(0).max(100),
    10,
    'عددی بیش از ۰ تا ۱۰۰ (واحد درصد)',
    'a number above 0 up to 100 (points of percent)',
  ),
  'thresholds.gap_points': pair(0, 1000, [10, 30]),
  'thresholds.ratio_bands': pair(0, 1, [0.8, 0.95]),
  'mix.indicators': rule(z.number().min(0).max(1), 0, 'عددی از ۰ تا ۱', 'a number from 0 to 1'),
  'scorecard.physical': weight(30),
  'scorecard.money_ahead': weight(15),
  'scorecard.verified': weight(10),
  'scorecard.indicators': weight(15),
  'scorecard.on_time': weight(10),
  'scorecard.complete': weight(10),
  'scorecard.first_pass': weight(5),
  'scorecard.restatement': weight(5),
  'scorecard.progress': oneOf(['reported', 'verified'], 'reported'),
  'control.stopped_periods': whole(1, 12, 3),
  'control.over_cost_points': rule(
    z.number().min(0).max(1000),
    10,
    'عددی از ۰ تا ۱۰۰۰ (واحد درصد)',
    'a number from 0 to 1000 (points of percent)',
  ),
  'checks.over_budget_percent': percentOf(DEFAULT_THRESHOLDS.overBudgetPercent),
  'checks.order_percent': percentOf(DEFAULT_THRESHOLDS.orderPercent),
  'checks.committed_percent': percentOf(DEFAULT_THRESHOLDS.committedPercent),
  'checks.done_spending_percent': percentOf(DEFAULT_THRESHOLDS.doneSpendingPercent),
  'checks.idle_spending_percent': percentOf(DEFAULT_THRESHOLDS.idleSpendingPercent),
  'checks.jump_points': percentOf(DEFAULT_THRESHOLDS.jumpPoints),
  'checks.late_months': whole(0, 12, DEFAULT_THRESHOLDS.lateMonths),
  'checks.late_points': percentOf(DEFAULT_THRESHOLDS.latePoints),
  'checks.unchanged_periods': whole(2, 12, DEFAULT_THRESHOLDS.unchangedPeriods),
  'checks.ninety_periods': whole(2, 12, DEFAULT_THRESHOLDS.ninetyPeriods),
  'checks.copied_percent': percentOf(DEFAULT_THRESHOLDS.copiedPercent),
  'checks.copied_rows': whole(2, 1000, DEFAULT_THRESHOLDS.copiedRows),
  'checks.slip_ratio': timesOf(DEFAULT_THRESHOLDS.slipRatio),
  'checks.round_percent': percentOf(DEFAULT_THRESHOLDS.roundPercent),
  'checks.round_rows': whole(2, 1000, DEFAULT_THRESHOLDS.roundRows),
  'checks.deviations': timesOf(DEFAULT_THRESHOLDS.deviations),
  'checks.comparables': whole(3, 1000, DEFAULT_THRESHOLDS.comparables),
  'checks.own_figures': whole(3, 100, DEFAULT_THRESHOLDS.ownFigures),
  'questions.escalate_after': whole(1, 24, 2),
  'feedback.periods': whole(1, 12, 3),
  'feedback.weak_points': percentage(20),
  'feedback.strong_points': percentage(10),
  'feedback.funded_percent': percentage(80),
  'feedback.behind_points': percentage(20),
  'feedback.moved_percent': percentage(25),
  'feedback.winner_percent': percentage(95),
  'feedback.starved_percent': percentage(60),
  'feedback.shift_percent': percentage(20),
  'weights.blank': oneOf(['equal', 'budget'], 'equal'),
  quantity_cap: rule(z.number().min(1).max(10), 1, 'عددی از ۱ تا ۱۰', 'a number from 1 to 10'),
  'deadline.day': whole(1, 28, 5),
  'deadline.grace_days': whole(0, 60, 3),
  'calendar_days.weekend': rule(
    z
      .array(z.union([z.string(), z.number()]).refine((day) => weekdayOf(day) !== null))
      .refine((days) => new Set(days.map(weekdayOf)).size < 7)
      .nullable(),
    null,
    'null (پنجشنبه و جمعه؛ در تقویم میلادی شنبه و یکشنبه)، یا فهرستی از نام روزها یا شماره‌های ۱ (دوشنبه) تا ۷ (یکشنبه)، نه هر هفت روز',
    'null (Thursday and Friday; in a Gregorian calendar Saturday and Sunday), or a list of names of days or of numbers from 1 (Monday) to 7 (Sunday), not all seven',
    '["thursday", "friday"]',
  ),
  'calendar_days.holidays': rule(
    z.array(z.string()).max(2000),
    [],
    'فهرستی از روزها به شکل سال/ماه/روز در تقویم سازمان',
    "a list of days as year/month/day in the organisation's calendar",
    '["1399/01/01", "1399/01/02"]',
  ),
  money_unit: rule(
    z
      .enum(['rial', 'thousand_rial', 'million_rial', 'billion_rial', 'toman', 'million_toman', 'billion_toman'])
      .nullable(),
    null,
    'null، یا یکی از: rial, thousand_rial, million_rial, billion_rial, toman, million_toman, billion_toman',
    'null, or one of: rial, thousand_rial, million_rial, billion_rial, toman, million_toman, billion_toman',
    '"million_rial"',
  ),
  atomic: YES_NO,
  'jobs.ingest': cron('*/5 * * * *'),
  'jobs.month': cron('20 * * * *'),
  'jobs.template': cron('10 6 * * *'),
  'jobs.reminder': cron('10 8-17 * * *'),
  'jobs.backup': cron('30 2 * * *'),
  'jobs.mail': cron('*/10 * * * *'),
  'reminders.days': rule(
    z.array(z.number().int().min(-60).max(60)).max(20),
    [-3, 0, 2],
    'فهرستی از عددهای صحیح از ۶۰- تا ۶۰: منفی پیش از مهلت، ۰ روز مهلت، مثبت پس از آن؛ [] یعنی یادآوری نشود',
    'a list of whole numbers from -60 to 60: negative before the deadline, 0 on the day, positive after it; [] = no reminders',
  ),
  'logs.files': whole(2, 100, 10),
  'logs.megabytes': whole(1, 1000, 10),
  'backup.days': whole(1, 366, 14),
  'backup.months': whole(0, 120, 24),
  'watch.hours_without_run': whole(1, 8760, 26),
  'watch.hours_without_backup': whole(1, 8760, 50),
  'watch.free_megabytes': whole(0, 10_000_000, 500),
  'limits.file_megabytes': whole(1, 200, 25),
  'limits.rows_per_sheet': whole(100, 1_000_000, 1_000_000),
  'limits.findings_per_file': whole(10, 10_000, 200),
  'limits.files_per_department': whole(1, 10_000, 200),
  'limits.parse_seconds': whole(1, 600, 60),
  'limits.settle_seconds': whole(0, 600, 5),
};

const FILE_OR_NULL = (example: string) =>
  rule(z.string().min(1).nullable(), null, 'نشانی یک پرونده، یا null', 'the path of a file, or null', example);

const MAIL_LIST = z.strictObject({
  name: z.string().trim().min(1),
  recipients: z.array(ADDRESS).min(1),
  language: z.enum(['fa', 'en']),
  reports: z.array(z.string().regex(/^[a-z][a-z-]*$/)).min(1),
});

/** Keys inside `mail`. They count only where `mail` stands; without it nothing is sent. */
export const MAIL_KEYS: Record<string, KeyRule> = {
  'mail.host': rule(
    z.string().trim().min(1),
    undefined,
    'نام کارساز SMTP',
    'the name of the SMTP server',
    '"mail.example.ir"',
  ),
  'mail.port': whole(1, 65_535, 587),
  'mail.secure': YES_NO,
  'mail.tls': oneOf(['required', 'none'], 'required'),
  'mail.ca_file': FILE_OR_NULL('"/etc/payesh/ca.pem"'),
  'mail.user': rule(z.string().min(1).nullable(), null, 'نام کاربری یا null', 'a user name or null', '"payesh"'),
  'mail.password_env': rule(
    z
      .string()
      .regex(/^[A-Z_][A-Z0-9_]*$/)
      .nullable(),
    null,
    'نام متغیر محیطی که گذرواژه در آن است، یا null',
    'the name of the environment variable that holds the password, or null',
    '"PAYESH_SMTP_PASSWORD"',
  ),
  'mail.password_file': FILE_OR_NULL('"/run/credentials/payesh.service/smtp"'),
  'mail.from': rule(
    ADDRESS,
    undefined,
    'نشانی رایانامهٔ فرستنده',
    'the e-mail address of the sender',
    '"payesh@example.ir"',
  ),
  'mail.recipients': rule(
    z.array(ADDRESS).min(1),
    undefined,
    'فهرست نشانی‌های رایانامه، دست‌کم یکی',
    'a list of e-mail addresses, at least one',
    '["manager@example.ir"]',
  ),
  'mail.lists': rule(
    z.array(MAIL_LIST),
    [],
    'فهرستی از گروه‌ها، هر یک با name، recipients، language و reports',
    'a list of groups, each with name, recipients, language and reports',
    '[{ "name": "council", "recipients": ["council@example.ir"], "language": "fa", "reports": ["brief"] }]',
  ),
  'mail.departments': YES_NO,
  'mail.in_service': rule(z.boolean(), true, 'true یا false', 'true or false'),
  'mail.alerts': rule(z.array(ADDRESS), [], 'فهرست نشانی‌ها', 'a list of addresses', '["it@example.ir"]'),
  'mail.attachment_megabytes': whole(1, 50, 10),
};
