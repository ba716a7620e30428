import type { Database } from 'better-sqlite3';
import type { ForecastMeasure, ForecastMethod, ForecastRow } from '../domain/forecast.js';
import { bindable } from './values.js';

/** A forecast as it was published: ratios of the year's work or budget. */
export interface PublishedForecast {
  year: number;
  month: number;
  kind: ForecastRow['kind'];
  code: string;
  measure: ForecastMeasure;
  projects: number;
  value: number;
  low: number | null;
  high: number | null;
  method: ForecastMethod;
}

/** Stores what a run forecast: rows without a value (never reported, no budget) say nothing and are left out. */
export function insertForecasts(db: Database, run: number, rows: readonly ForecastRow[]): void {
  const insert = db.prepare(
    `insert into forecast (run, kind, code, measure, projects, value, low, high, method)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  for (const { kind, code, projects, physical, spend } of rows) {
    for (const [measure, { value, low, high, method }] of Object.entries({ physical, spend })) {
      if (value === null || method === null) continue;
      insert.run(run, kind, code, measure, projects, bindable(value), bindable(low), bindable(high), method);
    }
  }
}

/** Forecasts of the newest report of each period of the fiscal years before one, as they were published. */
export function selectForecasts(db: Database, plan: string, before: number, asOf: string): PublishedForecast[] {
  return db
    .prepare<[{ plan: string; before: number; asOf: string }], PublishedForecast>(
      `select r.year, r.month, f.kind, f.code, f.measure, f.projects, f.value, f.low, f.high, f.method
       from run r join forecast f on f.run = r.id
       where r.year < @before and r.month < 12 and r.id = (
         select max(later.id) from run later join figure_set s on s.run = later.id and s.position = 0
         where later.kind = r.kind and later.year = r.year and later.month = r.month and later.status = 'done'
           and s.plan = @plan and later.finished_at <= @asOf)
       order by r.year, r.month, f.kind, f.code, f.measure`,
    )
    .all({ plan, before, asOf });
}
