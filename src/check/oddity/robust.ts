/** The middle of some numbers; null = there is none. `[3, 1, 2]` → 2; `[1, 2, 3, 4]` → 2.5. */
export function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  const upper = sorted[half] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? 0) + upper) / 2;
}

/** Makes the median absolute deviation as wide as the standard deviation of a normal sample. */
const NORMAL = 1.4826;

/**
 * How far a value lies from the median of others, in robust deviations: |x − median| / (1.4826 · MAD). Mean and standard
 * deviation would be pulled by the very value that is sought. `floor` is the least spread that is believed: figures that
 * happen to be equal must not make every other one an outlier. Null = nothing to compare with.
 * Worked example: 10 against 1, 2, 3, 4, 5: median 3, MAD 1, so 7 / 1.4826 = 4.7.
 */
export function deviation(value: number, others: readonly number[], floor: number): number | null {
  const middle = median(others);
  if (middle === null) return null;
  const spread = median(others.map((other) => Math.abs(other - middle))) ?? 0;
  return Math.abs(value - middle) / Math.max(floor, NORMAL * spread);
}
