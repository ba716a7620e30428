import { invariant } from '../domain/invariant.js';

export type Bindable = string | number | bigint | Uint8Array | null;

/**
 * A value as SQLite takes it. SQLite would store NaN and undefined as null without a word and so turn a bug into
 * "not reported"; here they stop the program.
 */
export function bindable(value: unknown): Bindable {
  if (value === null || typeof value === 'string' || typeof value === 'bigint' || value instanceof Uint8Array) {
    return value;
  }
  if (typeof value === 'boolean') return value ? 1 : 0;
  invariant(typeof value === 'number' && Number.isFinite(value), `no value to store: ${String(value)}`);
  return value;
}

const INSTANT = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,3}))?Z$/;

/** A UTC instant with milliseconds, so that text order is time order. `…T10:00:00Z` becomes `…T10:00:00.000Z`. */
export function instant(text: string): string {
  const match = INSTANT.exec(text);
  invariant(match, `not a UTC instant: ${text}`);
  return `${match[1]}.${(match[2] ?? '').padEnd(3, '0')}Z`;
}

/** Later than every instant: the bound when no as-of is asked. */
export const END_OF_TIME = '9999-12-31T23:59:59.999Z';

export function asOfBound(asOf: string | null | undefined): string {
  return asOf == null ? END_OF_TIME : instant(asOf);
}
