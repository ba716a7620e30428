import { SETTLEMENT_MONTH } from '../../domain/calendar.js';
import type { Indicator } from '../../domain/plan.js';
import type { Figure } from '../input.js';

/** What an indicator reported for one fiscal month. */
export interface Report {
  year: number;
  month: number;
  value: number | null;
  numerator: number | null;
  denominator: number | null;
}

/** Value of an indicator over (a part of) a year. `month` = of which it speaks, 13 = settlement. */
export interface YearValue {
  value: number;
  numerator: number | null;
  denominator: number | null;
  year: number;
  month: number;
}

/** Reports by indicator in time order, from figures of the fields value, numerator and denominator. */
export function reportsOf(figures: readonly Figure[]): Map<string, Report[]> {
  const reports = new Map<string, Map<number, Report>>();
  for (const { code, field, year, month, value } of figures) {
    if (field !== 'value' && field !== 'numerator' && field !== 'denominator') continue;
    const own = reports.get(code) ?? new Map<number, Report>();
    const at = year * 100 + month;
    own.set(at, {
      ...(own.get(at) ?? { year, month, value: null, numerator: null, denominator: null }),
      [field]: value,
    });
    reports.set(code, own);
  }
  return new Map(
    [...reports].map(([code, own]) => [code, [...own].sort(([a], [b]) => a - b).map(([, report]) => report)]),
  );
}

/**
 * The value of one year from its reports up to a month: their sum, mean, maximum, last, or for a ratio Σ numerators / Σ denominators
 * (the last stated ratio where neither was reported). A settlement of the year replaces them all. Null = nothing usable.
 */
export function yearValue(
  aggregation: Indicator['aggregation'],
  reports: readonly Report[],
  year: number,
  untilMonth: number,
): YearValue | null {
  const used = usedReports(reports, year, untilMonth);
  const last = used.at(-1);
  if (!last) return null;
  const at = { year, month: last.month, numerator: null, denominator: null };
  if (aggregation === 'ratio') {
    const pairs = used.filter(isPair);
    const numerator = pairs.reduce((sum, pair) => sum + (pair.numerator ?? 0), 0);
    const denominator = pairs.reduce((sum, pair) => sum + (pair.denominator ?? 0), 0);
    if (pairs.length > 0) {
      return denominator === 0 ? null : { ...at, value: numerator / denominator, numerator, denominator };
    }
  }
  const values = used.map(({ value }) => value).filter((value) => value !== null);
  const stated = values.at(-1);
  if (stated === undefined) return null;
  return { ...at, value: aggregated(aggregation, values, stated) };
}

/** A ratio was reported for the year, but its denominators add up to 0: there is no value, and yet nobody was silent. */
export function lacksDenominator(
  aggregation: Indicator['aggregation'],
  reports: readonly Report[],
  year: number,
  untilMonth: number,
): boolean {
  const divided = aggregation === 'ratio' && usedReports(reports, year, untilMonth).some(isPair);
  return divided && yearValue(aggregation, reports, year, untilMonth) === null;
}

/** A settlement of the year replaces its other reports. */
function usedReports(reports: readonly Report[], year: number, untilMonth: number): readonly Report[] {
  const own = reports.filter((report) => report.year === year && report.month <= untilMonth);
  const settled = own.filter(({ month }) => month === SETTLEMENT_MONTH);
  return settled.length > 0 ? settled : own;
}

/** The reports of which the value of a year up to a month speaks: a ratio over pairs speaks of the pairs alone. */
export function speakingReports(
  aggregation: Indicator['aggregation'],
  reports: readonly Report[],
  year: number,
  untilMonth: number,
): readonly Report[] {
  const used = usedReports(reports, year, untilMonth);
  const pairs = aggregation === 'ratio' ? used.filter(isPair) : [];
  return pairs.length > 0 ? pairs : used.filter(({ value }) => value !== null);
}

function isPair({ numerator, denominator }: Report): boolean {
  return numerator !== null && denominator !== null;
}

function aggregated(aggregation: Indicator['aggregation'], values: readonly number[], last: number): number {
  const sum = () => values.reduce((total, value) => total + value, 0);
  switch (aggregation) {
    case 'sum':
      return sum();
    case 'average':
      return sum() / values.length;
    case 'max':
      return values.reduce((most, value) => Math.max(most, value));
    case 'last':
    case 'ratio':
      return last;
  }
}
