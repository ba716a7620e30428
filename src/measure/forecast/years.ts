import type { ErrorBounds } from './interval.js';

/** An error and the year to which it belongs. */
export interface YearError {
  year: number;
  error: number;
}

/** Standard normal quantile of 0.9: a tenth is left out on each side. */
const Z = 1.2815515655446004;

/**
 * Bounds made wider for what a record of few years cannot show. Years differ, so the errors of one year go together, and many cases of
 * few years are few: their effective number is n / (1 + (m − 1)ρ), with m cases a year and ρ the correlation within a year (L. Kish,
 * "Survey Sampling", 1965; ρ by analysis of variance, R. A. Fisher). Bounds that are right for n independent errors are stretched about
 * their middle by the ratio of the prediction intervals of Student's t for the effective number and for n; errors that do not go
 * together leave them as they are, and so does one year alone, which says nothing of how years differ. Worked example: 4 years of 10
 * cases that are equal within their year: 4 effective, 1.638·√1.25 / (1.304·√1.025), 1.39 times as wide.
 */
export function widened({ below, above }: ErrorBounds, errors: readonly YearError[]): ErrorBounds {
  const middle = (below + above) / 2;
  const half = ((above - below) / 2) * (reach(effective(errors)) / reach(errors.length));
  return { below: middle - half, above: middle + half };
}

/** How many independent errors say as much; all of them where there are not two years to compare. */
export function effective(errors: readonly YearError[]): number {
  const count = errors.length;
  const byYear = new Map<number, number[]>();
  for (const { year, error } of errors) {
    const own = byYear.get(year);
    if (own) own.push(error);
    else byYear.set(year, [error]);
  }
  const years = [...byYear.values()];
  if (years.length < 2 || count <= years.length) return count;
  const all = mean(errors.map(({ error }) => error));
  const between = sum(years.map((own) => own.length * (mean(own) - all) ** 2)) / (years.length - 1);
  const within = sum(years.map((own) => sum(own.map((error) => (error - mean(own)) ** 2)))) / (count - years.length);
  const squares = sum(years.map(({ length }) => length ** 2)) / count;
  const usual = (count - squares) / (years.length - 1);
  const spread = between + (usual - 1) * within;
  const together = spread > 0 ? Math.min(1, Math.max(0, (between - within) / spread)) : 0;
  return count / (1 + (squares - 1) * together);
}

/** Half an 80% prediction interval from so many independent errors, in standard deviations. */
function reach(count: number): number {
  return studentTenth(Math.max(1, count - 1)) * Math.sqrt(1 + 1 / count);
}

/** The quantile 0.9 of Student's t (expansion of Cornish and Fisher; Abramowitz & Stegun 26.7.5): 1.637 with 3 degrees of freedom. */
function studentTenth(freedom: number): number {
  const [z3, z5, z7] = [Z ** 3, Z ** 5, Z ** 7];
  return (
    Z +
    (z3 + Z) / (4 * freedom) +
    (5 * z5 + 16 * z3 + 3 * Z) / (96 * freedom ** 2) +
    (3 * z7 + 19 * z5 + 17 * z3 - 15 * Z) / (384 * freedom ** 3)
  );
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}
