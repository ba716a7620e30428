import type { Calendar } from '../domain/calendar.js';
import type { DisplayUnit, Language } from '../domain/catalogue/numbers.js';
import type { MeasureOptions } from '../domain/measure.js';
import type { ComponentWeights } from '../domain/scorecard.js';

export const CONFIG_FILE = 'payesh.config.json';

export type { DisplayUnit, Language };

/** How reports leave by e-mail. Validated at start and kept for the delivery by mail. */
export interface MailSettings {
  host: string;
  port: number;
  secure: boolean;
  user: string | null;
  /** Name of the environment variable that holds the password: a secret never stands in the file. */
  passwordEnv: string | null;
  from: string;
  recipients: string[];
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
  /** When a project comes onto a critical list. */
  control: { stoppedPeriods: number; overCostPoints: number };
  weights: { blank: MeasureOptions['blankWeights'] };
  /** Surplus of a quantity counts up to this ratio in roll-ups. */
  quantityCap: number;
  /** Submissions of a month are due by this day of the next month; grace days follow. */
  deadline: { day: number; graceDays: number };
  /** Unit of money of sheets that name none; null = a sheet must say. */
  moneyUnit: string | null;
  /** True: any error refuses the whole file. */
  atomic: boolean;
  /** Wake-up times in cron's five fields, on the wall clock of the time zone. */
  jobs: { ingest: string; month: string; backup: string };
  mail: MailSettings | null;
  limits: Limits;
}

/** One wrong setting: the key as it stands in the file, what it says, what belongs there, and an example. */
export interface ConfigFault {
  key: string;
  value: string;
  expected: { fa: string; en: string };
  example: string;
}
