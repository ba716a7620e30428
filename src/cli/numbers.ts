import type { DisplayUnit } from '../config/config.js';
import { amountIn, NO_DATA, numberText, percentText, pointsText } from '../domain/catalogue/numbers.js';

// A terminal shows ASCII digits in both languages: they can be searched, copied and piped, and they keep their order.

/** 0.594 → `59.4%`; null → `—`. */
export function percent(ratio: number | null): string {
  return percentText('en', ratio);
}

/** A difference in points with its sign: 0.415 → `+41.5`; null → `—`. */
export function points(ratio: number | null): string {
  const text = pointsText('en', ratio);
  return ratio !== null && ratio > 0 && text !== '0.0' ? `+${text}` : text;
}

/** Rials in the unit of display, grouped: 1234567890 → `1,235` million; null → `—`. */
export function amount(unit: DisplayUnit, rial: bigint | number | null): string {
  if (rial === null) return NO_DATA;
  return unit === 'rial' ? BigInt(rial).toLocaleString('en-US') : numberText('en', amountIn(unit, rial));
}

/** The bounds of a figure, `59.0–64.2`; `—` where there are none. */
export function bounds(low: number | null, high: number | null): string {
  return low === null || high === null ? NO_DATA : `${(low * 100).toFixed(1)}–${(high * 100).toFixed(1)}`;
}
