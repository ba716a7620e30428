import type { Reported } from '../reported.js';

/** Between what and what a cumulative figure stood; `high` null = nothing bounds it from above. */
export interface Bounds {
  low: number;
  high: number | null;
}

/** Whether a rule holds; unknown = within the bounds both is possible. Only what is certain counts. */
export type Verdict = 'holds' | 'fails' | 'unknown';

/** value ≥ threshold, for a value between bounds. */
export function atLeast(value: Bounds | null, threshold: number): Verdict {
  if (value === null) return 'unknown';
  if (value.low >= threshold - EPSILON) return 'holds';
  return value.high !== null && value.high < threshold - EPSILON ? 'fails' : 'unknown';
}

/** value < threshold. */
export function below(value: Bounds | null, threshold: number): Verdict {
  return { holds: 'fails', fails: 'holds', unknown: 'unknown' }[atLeast(value, threshold)] as Verdict;
}

/** All hold; one that fails decides, whatever is unknown beside it. */
export function all(...verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes('fails')) return 'fails';
  return verdicts.includes('unknown') ? 'unknown' : 'holds';
}

const EPSILON = 1e-12;

/**
 * Where a cumulative figure stood in a month, as known at a later one. `last` gives the last report at or before a month. Reported
 * for that very month: exactly that; else between the report before and the next one, since it only grows; without a
 * next one nothing bounds it from above. Null = never reported up to `until`.
 * Worked example: 0.2 in month 3, silent in 4, 0.25 in 5 → month 4 lies within 0.2..0.25; asked in month 4 itself: 0.2 or more.
 */
export function boundsAt(last: (month: number) => Reported | null, month: number, until: number): Bounds | null {
  const now = last(month);
  if (now?.month === month) return { low: now.value, high: now.value };
  const next = nextReport(last, month, until);
  if (!next) return now ? { low: now.value, high: null } : null;
  const before = now?.value ?? 0;
  return { low: Math.min(before, next.value), high: Math.max(before, next.value) };
}

/** The first report after a month, up to another. */
export function nextReport(last: (month: number) => Reported | null, month: number, until: number): Reported | null {
  for (let later = month + 1; later <= until; later += 1) {
    const said = last(later);
    if (said?.month === later) return said;
  }
  return null;
}

/** Of the difference of two, the least and the most. */
export function difference(a: Bounds | null, b: Bounds | null): Bounds | null {
  if (!a || !b) return null;
  return {
    low: b.high === null ? Number.NEGATIVE_INFINITY : a.low - b.high,
    high: a.high === null ? null : a.high - b.low,
  };
}

export function scaled({ low, high }: Bounds, factor: number): Bounds {
  return { low: low * factor, high: high === null ? null : high * factor };
}

/** what − value. */
export function lessThan(what: number, value: Bounds | null): Bounds | null {
  return difference({ low: what, high: what }, value);
}
