import type { IndicatorReason } from '../../domain/indicator-figures.js';
import type { Indicator } from '../../domain/plan.js';

/** What one indicator is measured by. `elapsed` = share of the scope that had passed at the measurement date, 0..1. */
export interface Measured {
  direction: Indicator['direction'];
  sum: boolean;
  value: number;
  /** b: where the scope starts. */
  opening: number | null;
  /** T on basis full, the path on basis due. */
  aim: number | null;
  elapsed: number;
  band: { low: number; high: number; zeroBelow: number | null; zeroAbove: number | null } | null;
}

export type Attainment = { ratio: number; reason: null } | { ratio: null; reason: IndicatorReason };

/**
 * How far an indicator has come, raw (below 0 where it went back, above 1 where it passed its target).
 *   up, down: (v − b)/(T − b), one formula for both; T = b means hold: 1 if no worse, else 0
 *   sum up: v/T · sum down: (v − b·e)/(T − b·e) with T the aim up to the date, which on a straight path is (v − b·e)/((T − b)·e)
 *   band: 1 inside, falling linearly to 0 at `zeroBelow` and `zeroAbove`; without such a bound 0 at once outside
 * Null: no aim, no start (but for a sum upwards), an aim of 0 for a sum upwards. Source: the gap-closing logic of the strategic plan.
 * Worked examples: response time 6.5 → 4 minutes, now 5.5: (5.5 − 6.5)/(4 − 6.5) = 0.4; band 40..60 falling to 0 at 20, value 30: 0.5.
 */
export function attainmentOf({ direction, sum, value, opening, aim, elapsed, band }: Measured): Attainment {
  if (direction === 'band') return band ? known(bandRatio(value, band)) : unknown('no_target');
  if (sum && direction === 'up') {
    if (aim === null) return unknown('no_target');
    return aim === 0 ? unknown('target_zero') : known(value / aim);
  }
  if (opening === null) return unknown('no_baseline');
  if (aim === null) return unknown('no_target');
  const start = sum ? opening * elapsed : opening;
  if (!same(aim, start)) return known((value - start) / (aim - start));
  const held = same(value, aim) || (direction === 'up' ? value >= aim : value <= aim);
  return known(held ? 1 : 0);
}

/** The part of a year that has passed is rounded: T·7/12 and b·(7/12) may differ in the last digit though T = b. */
function same(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-12 * Math.max(Math.abs(a), Math.abs(b));
}

function bandRatio(value: number, { low, high, zeroBelow, zeroAbove }: NonNullable<Measured['band']>): number {
  if (value >= low && value <= high) return 1;
  const zero = value < low ? zeroBelow : zeroAbove;
  const edge = value < low ? low : high;
  if (zero === null || zero === edge) return 0;
  return Math.max(0, (value - zero) / (edge - zero));
}

function known(ratio: number): Attainment {
  // 0 over a distance downwards is −0, which is no other figure.
  return { ratio: ratio === 0 ? 0 : ratio, reason: null };
}

function unknown(reason: IndicatorReason): Attainment {
  return { ratio: null, reason };
}
