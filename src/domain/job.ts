/**
 * A claim on a job holds this long; whoever claimed it and has not ended it by then is dead, and the work is open again.
 * The scheduler's question ("what is due?") and the store's answer ("may I have it?") must use the same bound.
 */
export const CLAIM_HOLDS_MINUTES = 360;
