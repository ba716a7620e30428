import type { Calendar } from '../domain/calendar.js';
import type { DisplayUnit, Language } from '../domain/catalogue/numbers.js';
import type { CheckThresholds } from '../domain/check-thresholds.js';
import type { DaysOff } from '../domain/deadline.js';
import type { MeasureOptions } from '../domain/measure.js';
import type { ComponentWeights, ScoredProgress } from '../domain/scorecard.js';

export const CONFIG_FILE = 'payesh.config.json';

export type { DisplayUnit, Language };

/** How reports leave by e-mail. Validated at start and kept for the delivery by mail. */
export interface MailSettings {
  host: string;
  port: number;
  /** True: TLS from the first byte (port 465); false: STARTTLS on an open connection. */
  secure: boolean;
  /** `required`: nothing is said before the connection is encrypted; `none`: plain, for a mail server on this very machine. */
  tls: 'required' | 'none';
  /** File with the certificates of the organisation's own authority. */
  caFile: string | null;
  user: string | null;
  /** Name of the environment variable that holds the password: a secret never stands in the file. */
  passwordEnv: string | null;
  /** Or the file that holds it, such as a credential of the service manager. */
  passwordFile: string | null;
  from: string;
  /** They get the reports in the language of the configuration. */
  recipients: string[];
  /** Further lists, each with its language and its kinds of report. */
  lists: MailList[];
  /** True: each department's workbook goes to its manager, and its reminders to its reporter. */
  departments: boolean;
  /** False: the scheduler leaves the mail to `payesh deliver`, which another unit with a network runs. */
  inService: boolean;
  /** Who is told when the service needs help. */
  alerts: string[];
  /** What is larger together is not attached; the message says where it lies. */
  attachmentMegabytes: number;
}

/** People who get the same reports in the same language. */
export interface MailList {
  name: string;
  recipients: string[];
  language: Language;
  /** Kinds of report as in the file names, `payesh-<kind>-<period>`. */
  reports: string[];
}

/** Bounds on what one file or one run may ask of the machine. */
export interface Limits {
  fileMegabytes: number;
  rowsPerSheet: number;
  findingsPerFile: number;
  filesPerDepartment: number;
  parseSeconds: number;
  /** An inbox file is taken when nobody has written to it for so long. */
  settleSeconds: number;
}

/** The settings of one organisation, complete: every key has a value. Ratios 0..1, points of percent as points. */
export interface Config {
  organisation: string;
  calendar: Calendar;
  timeZone: string;
  language: Language;
  currency: 'IRR';
  displayUnit: DisplayUnit;
  /** How workbooks look; `logo` is a path in the workspace, `signatures` null = the usual four. */
  report: {
    font: string;
    digits: 'persian' | 'latin';
    logo: string | null;
    /** The program that draws the PDF of the brief; null = looked for on the PATH, false = no PDF. */
    office: string | false | null;
    signatures: string[] | null;
  };
  headline: Pick<MeasureOptions, 'scope' | 'spending' | 'budget' | 'denominator'>;
  thresholds: {
    /** A project this many points of percent off its plan is "behind" or "ahead". */
    physicalPoints: number;
    /** Gap of money before work: from the first a warning, from the second serious. */
    gapPoints: [number, number];
    /** Realization below the first is serious, below the second a warning. */
    ratioBands: [number, number];
  };
  /** Share of indicator attainment in the one physical figure; 0 = projects only. */
  mix: { indicators: number };
  /** Weights of the components of a department's score, any scale. */
  scorecard: ComponentWeights;
  /** Progress that a score counts: as it was reported, or only what was verified. */
  scoredProgress: ScoredProgress;
  /** When a project comes onto a critical list. */
  control: { stoppedPeriods: number; overCostPoints: number };
  /** Rules of strategic feedback: periods in a row, points of percent, percent. */
  feedback: {
    periods: number;
    weakPoints: number;
    strongPoints: number;
    fundedPercent: number;
    behindPoints: number;
    movedPercent: number;
    winnerPercent: number;
    starvedPercent: number;
    shiftPercent: number;
  };
  /** From when on figures are asked about. */
  checks: CheckThresholds;
  /** A question that has waited so many months for an answer stands before the manager. */
  questions: { escalateAfter: number };
  weights: { blank: MeasureOptions['blankWeights'] };
  /** Surplus of a quantity counts up to this ratio in roll-ups. */
  quantityCap: number;
  /** Submissions of a month are due by this day of the next month; grace days follow. */
  deadline: { day: number; graceDays: number };
  /** Weekend and holidays, of the configuration and of `data/holidays.csv`: a deadline or an end of grace on one moves on. */
  daysOff: DaysOff;
  /** Unit of money of sheets that name none; null = a sheet must say. */
  moneyUnit: string | null;
  /** True: any error refuses the whole file. */
  atomic: boolean;
  /** Wake-up times in cron's five fields, on the wall clock of the time zone. */
  jobs: { ingest: string; month: string; template: string; reminder: string; backup: string; mail: string };
  /** Days on which departments are reminded, counted from the deadline: -3 = three days before, 0 = on the day, 2 = two days after. */
  reminders: { days: number[] };
  /** The log of the service: so many files of so many megabytes. */
  logs: { files: number; megabytes: number };
  mail: MailSettings | null;
  /** Which scheduled backups stay: the last of so many days and months, and of every fiscal year. */
  backup: { days: number; months: number };
  /** From when on `status` warns. */
  watch: { hoursWithoutRun: number; hoursWithoutBackup: number; freeMegabytes: number };
  limits: Limits;
}

/** One wrong setting: the key as it stands in the file, what it says, what belongs there, and an example. */
export interface ConfigFault {
  key: string;
  value: string;
  expected: { fa: string; en: string };
  example: string;
}
