import type { Period } from '../domain/calendar.js';
import type { FeedbackOfMonth } from '../domain/feedback.js';
import type { ForecastRow } from '../domain/forecast.js';
import type { GapExplained, MeasureOptions, Realization } from '../domain/measure.js';
import { fiscal, type StoreContext } from './context.js';
import { insertFeedback, selectFeedback } from './feedback-tables.js';
import { insertForecasts, type PublishedForecast, selectForecasts } from './forecast-rows.js';
import { insertGaps, selectGaps } from './gap-rows.js';
import { FIGURES } from './measure-tables.js';
import { insertSystems, type MeasuredSystems, selectSystems } from './system-tables.js';
import { asOfBound, instant } from './values.js';

/** One measuring: what went in (plan version, facts up to, options) and how it ended. A failed one has no digest. */
export interface Run {
  id: number;
  kind: string;
  period: Period;
  planVersion: number | null;
  optionsDigest: string;
  asOf: string | null;
  /** The highest fact number that existed; null = no facts yet. */
  uptoFact: number | null;
  programVersion: string;
  startedAt: string;
  finishedAt: string;
  status: 'done' | 'failed';
  /** Names the result: the same inputs give the same digest. */
  digest: string | null;
  note: string | null;
}

/** Figures and explained gaps of one plan with one set of choices. */
export interface MeasureSet {
  plan: string;
  options: MeasureOptions;
  rows: readonly Realization[];
  gaps: readonly GapExplained[];
}

/** What a run measured beside its figures. */
export interface MoreMeasures {
  feedback?: FeedbackOfMonth;
  systems?: MeasuredSystems;
  forecasts?: readonly ForecastRow[];
}

const RUN = `select id, kind, period, plan_version as planVersion, options_digest as optionsDigest, as_of as asOf,
  upto_fact as uptoFact, program_version as programVersion, started_at as startedAt, finished_at as finishedAt,
  status, digest, note from run`;

interface SetRow extends MeasureOptions {
  id: number;
  plan: string;
}

/** Runs with their figures: numerator, denominator and ratio of every row, so that an old print can be explained. */
export function measureStore({ db, calendar, ledger }: StoreContext) {
  const insertRun = db.prepare(
    `insert into run (kind, period, year, month, plan_version, options_digest, as_of, upto_fact, program_version,
       started_at, finished_at, status, digest, note)
     values (@kind, @period, @year, @month, @planVersion, @optionsDigest, @asOf, @uptoFact, @programVersion,
       @startedAt, @finishedAt, @status, @digest, @note)`,
  );
  const insertSet = db.prepare(
    `insert into figure_set (run, position, plan, scope, basis, spending, budget, denominator, blank_weights, cap)
     values (@run, @position, @plan, @scope, @basis, @spending, @budget, @denominator, @blankWeights, @cap)`,
  );
  const setsOf = db.prepare<[number], SetRow>(
    `select id, plan, scope, basis, spending, budget, denominator, blank_weights as blankWeights, cap
     from figure_set where run = ? order by position`,
  );
  const byDigest = db.prepare<[string, string], Run>(`${RUN} where digest = ? and kind = ? order by id desc limit 1`);
  const latest = db.prepare<[{ kind: string; year: number; month: number }], Run>(
    `${RUN} where kind = @kind and year = @year and month = @month and status = 'done' order by id desc limit 1`,
  );
  const allRuns = db.prepare<[], Run>(`${RUN} order by id`);

  const save = db.transaction(
    (run: Omit<Run, 'id'>, sets: readonly MeasureSet[], { feedback, systems, forecasts }: MoreMeasures): number => {
      // Asked inside the lock: another process may have saved the same result in the meantime.
      const known = run.digest === null ? undefined : byDigest.get(run.digest, run.kind);
      if (known !== undefined) return known.id;
      const times = {
        startedAt: instant(run.startedAt),
        finishedAt: instant(run.finishedAt),
        asOf: run.asOf === null ? null : instant(run.asOf),
      };
      const id = Number(insertRun.run({ ...run, ...times, ...fiscal(calendar, run.period) }).lastInsertRowid);
      for (const [position, { plan, options, rows, gaps }] of sets.entries()) {
        const figureSet = Number(insertSet.run({ run: id, position, plan, ...options }).lastInsertRowid);
        FIGURES.insert(db, [figureSet], rows);
        insertGaps(db, figureSet, gaps);
      }
      if (feedback) insertFeedback(db, id, feedback);
      if (systems) insertSystems(db, id, systems);
      insertForecasts(db, id, forecasts ?? []);
      ledger.append('run_saved', { run: id, kind: run.kind, period: run.period, digest: run.digest });
      return id;
    },
  );

  return {
    /**
     * Stores a finished (or failed) run with everything that it measured, in one transaction; gives its number. A result
     * of this kind that is stored already is not stored again: its number is given.
     */
    saveRun: (run: Omit<Run, 'id'>, sets: readonly MeasureSet[] = [], more: MoreMeasures = {}): number =>
      save.immediate(run, sets, more),

    /** Forecasts that earlier years' reports of a plan published, the newest report of each period. */
    forecastsBefore: (plan: string, year: number, asOf: string | null = null): PublishedForecast[] =>
      selectForecasts(db, plan, year, asOfBound(asOf)),

    /** The strategic feedback that a run measured; null = none. */
    feedbackOf: (run: number): FeedbackOfMonth | null => selectFeedback(db, run),

    /** Project control, indicators and scorecards that a run measured; empty lists = it measured none. */
    systemsOf: (run: number): MeasuredSystems => selectSystems(db, run),

    /** The latest finished run of a kind with this result; null = it was never measured. */
    findRun: (digest: string, kind: string): Run | null => byDigest.get(digest, kind) ?? null,

    /** The latest finished run of a kind for a period; null = none. */
    latestRun: (kind: string, period: Period): Run | null => latest.get({ kind, ...fiscal(calendar, period) }) ?? null,

    /** Every run in order, failed ones too. */
    runs: (): Run[] => allRuns.all(),

    /** What a run measured, sets and rows in the order in which they were saved. */
    figuresOf: (run: number): MeasureSet[] =>
      setsOf.all(run).map(({ id, plan, ...options }) => ({
        plan,
        options,
        rows: FIGURES.select(db, [id]),
        gaps: selectGaps(db, id),
      })),
  };
}

export type MeasureStore = ReturnType<typeof measureStore>;
