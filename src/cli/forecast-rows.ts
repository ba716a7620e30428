import type { ForecastFigure, ForecastRecord, ForecastRow, PublishedRecord } from '../domain/forecast.js';

// Keys of `forecast --json`. Stable: add, never rename.

export function forecastJson(row: ForecastRow) {
  return {
    code: row.code,
    kind: row.kind,
    level: row.level,
    title: row.title,
    physical: figureJson(row.physical),
    spend: {
      ...figureJson(row.spend),
      budget_rial: row.budgetRial,
      value_rial: row.spendRial,
      low_rial: row.spendLowRial,
      high_rial: row.spendHighRial,
    },
    projects: row.projects,
    never_reported: row.silent,
    unreported: row.unreported,
  };
}

/** `record` is the place in `records`, from 0. */
function figureJson({ noInterval, ...figure }: ForecastFigure) {
  return { ...figure, no_interval: noInterval };
}

export function recordJson({ band, meanError, naiveError, ...record }: ForecastRecord) {
  return { ...record, months_from: band[0], months_to: band[1], mean_error: meanError, naive_error: naiveError };
}

export function publishedJson({ meanError, ...record }: PublishedRecord) {
  return { ...record, mean_error: meanError };
}
