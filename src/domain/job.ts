/**
 * A claim on a job holds this long; whoever claimed it and has not ended it by then is dead, and the work is open again.
 * The scheduler's question ("what is due?") and the store's answer ("may I have it?") must use the same bound.
 */
export const CLAIM_HOLDS_MINUTES = 360;

/** The note of work that did not fail but was stopped with the service: it is taken up again at once. */
export const STOPPED = 'stopped';

/** After so many attempts a failing piece of work waits for a person: a restart of the service begins anew. */
export const MOST_ATTEMPTS = 12;

const FIRST_REST_MINUTES = 5;
const LONGEST_REST_MINUTES = 24 * 60;

/** Work that ends its process every time must not be tried without a rest. */
const STOPS_WITHOUT_REST = 3;

/**
 * Minutes that failed work rests before it is tried again: 5, 10, 20, 40 … up to a day. Twelve attempts reach over some
 * four days. Work that was stopped with the service does not rest the first times.
 */
export function restMinutes(attempts: number, note: string | null): number {
  if (note === STOPPED && attempts <= STOPS_WITHOUT_REST) return 0;
  return Math.min(FIRST_REST_MINUTES * 2 ** (Math.max(attempts, 1) - 1), LONGEST_REST_MINUTES);
}
