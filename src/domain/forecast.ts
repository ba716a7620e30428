/** What is forecast: work or money, at the end of the fiscal year. */
export type ForecastMeasure = 'physical' | 'spend';

/**
 * How a year-end is forecast. `naive` the pace so far carried on; `stays` the last value; `plan_rest` what the plan still holds is
 * done as planned; `index` the ratio to plan carried on; `earned_schedule` the tempo SPI(t) carried on; `shape` the part of the rest
 * that projects of the same class did in earlier years; `class_end` where projects of the same class ended in earlier years.
 */
export type ForecastMethod = 'naive' | 'stays' | 'plan_rest' | 'index' | 'earned_schedule' | 'shape' | 'class_end';

/** From what a record comes: earlier years at a like distance; this year's own months; the starts of earlier years. */
export type RecordSource = 'earlier_years' | 'this_year' | 'year_starts';

/** How a method did when it was asked about what is known by now. Errors as ratios of the whole (1 = all the work, or all the budget). */
export interface ForecastRecord {
  measure: ForecastMeasure;
  /** Projects one by one, or groups of so many of them. */
  size: ForecastSize;
  method: ForecastMethod;
  source: RecordSource;
  /** Months ahead, from and to. */
  band: readonly [number, number];
  cases: number;
  /** Mean absolute error, and that of `naive` on the same cases. */
  meanError: number;
  naiveError: number;
  /** Part of the cases that the 80% interval held, each year judged by intervals made without it; null = too few years to judge. */
  coverage: number | null;
  /** Above 1: the record is of a shorter distance, and errors are stretched in proportion (an assumption). */
  stretch: number;
}

/** Groups of projects by how many they hold: errors of many projects cancel, so each size has its own. */
export type ForecastSize = 'project' | '2-5' | '6-20' | '21-100' | '101+';

export type NoForecast = 'never_reported' | 'no_budget' | 'no_work';
/** Why a forecast has no interval. */
export type NoInterval = 'too_little_history' | 'year_is_over' | null;

/** One forecast at the end of the year. `now`, `value`, `low`, `high` as ratios of the year's work or of the budget. */
export interface ForecastFigure {
  now: number | null;
  value: number | null;
  /** The 80% interval. */
  low: number | null;
  high: number | null;
  method: ForecastMethod | null;
  /** Index into the records of the answer; null = no record. */
  record: number | null;
  reason: NoForecast | null;
  noInterval: NoInterval;
}

export interface ForecastRow {
  kind: 'plan' | 'node' | 'department' | 'project';
  code: string;
  level: string;
  title: string;
  physical: ForecastFigure;
  spend: ForecastFigure;
  /** B of the year, and the forecast of its spending; null = no budget or no forecast. */
  budgetRial: bigint | null;
  spendRial: bigint | null;
  spendLowRial: bigint | null;
  spendHighRial: bigint | null;
  /** Projects below, and those of them that never reported progress: they count as standing at 0. */
  projects: number;
  silent: number;
  /** Unfinished projects below that reported before, but sent no progress for this very month: they are reckoned from their last report. */
  unreported: number;
}

/** The counts of what was asked for together: the plan's where it is among the rows, else the sum of the rows, which do not overlap. */
export function countsOf(rows: readonly ForecastRow[]): Pick<ForecastRow, 'projects' | 'silent' | 'unreported'> {
  const plan = rows.find(({ kind }) => kind === 'plan');
  return (plan ? [plan] : rows).reduce(
    (sum, { projects, silent, unreported }) => ({
      projects: sum.projects + projects,
      silent: sum.silent + silent,
      unreported: sum.unreported + unreported,
    }),
    { projects: 0, silent: 0, unreported: 0 },
  );
}

/** What was published earlier, against what came: forecasts of reports whose year is over. */
export interface PublishedRecord {
  measure: ForecastMeasure;
  size: ForecastSize;
  cases: number;
  meanError: number;
  /** Of those that had an interval. */
  coverage: number | null;
}

/** All forecasts of a period, what they rest on, and how earlier printed ones did. */
export interface ForecastOfMonth {
  rows: ForecastRow[];
  records: ForecastRecord[];
  published: PublishedRecord[];
}
