import type { Place } from '../../domain/finding.js';

/** One place of a file that says something about the whole of it (its month, its department, its unit of money). */
export interface Evidence<T> {
  value: T;
  place: Place;
  /** As typed. */
  raw: string;
}

/** What all places say together; two different answers are a conflict and never a choice of ours. */
export type Verdict<T> =
  | { state: 'none' }
  | { state: 'agreed'; evidence: Evidence<T> }
  | { state: 'conflict'; first: Evidence<T>; second: Evidence<T> };

export function weigh<T>(all: readonly Evidence<T>[]): Verdict<T> {
  const first = all[0];
  if (!first) return { state: 'none' };
  const second = all.find((other) => other.value !== first.value);
  return second ? { state: 'conflict', first, second } : { state: 'agreed', evidence: first };
}
