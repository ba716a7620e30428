import { roomOf } from './cases.js';
import { held } from './methods.js';

/** Signed bounds of a record's errors, as parts of the room that was open. */
export interface ErrorBounds {
  below: number;
  above: number;
}

/** What is forecast, and what is known at the question; `cap` null = no bound. */
export interface Foreseen {
  value: number;
  now: number;
  cap: number | null;
}

/**
 * The interval as it is printed: around the value, which it always holds, and within what is known and the bound of the figure.
 * Worked example: 0.8 at 0.4 known, room 0.6, bounds −0.2 and 0.5: 0.68 to 1 (and not 1.1).
 */
export function intervalOf(
  { value, now, cap }: Foreseen,
  { below, above }: ErrorBounds,
): { low: number; high: number } {
  const room = roomOf(now);
  return {
    low: held({ now, cap }, Math.min(value, value + below * room)),
    high: held({ now, cap: cap ?? Number.POSITIVE_INFINITY }, Math.max(value, value + above * room)),
  };
}
