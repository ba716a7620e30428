/** Months of a fiscal year; index 0 of the lists below is the start of the year. */
export const MONTHS = 12;

/**
 * One project-year seen month by month, of work (ratios, base 1) or of money (rials, base B). Lists have 13 entries, 0..12.
 * Only what was known at a month is used of it: `known` holds values as first reported, `plans` and `bases` those in force then.
 */
export interface Track {
  code: string;
  year: number;
  /** Projects that are like each other: their kind and how they report. */
  group: string;
  /** Most that the value can reach, as a ratio; null = no bound (money). */
  cap: number | null;
  /** Last value known at the end of each month; null = nothing yet. */
  known: readonly (number | null)[];
  /** For which month that value was reported; null = nothing yet. */
  saidFor: readonly (number | null)[];
  /** By month: the planned values of all months as the plan in force then had them. */
  plans: readonly (readonly number[])[];
  /** By month: B in force then (work: 1); 0 = none. */
  bases: readonly number[];
  /** What was reported for that very month (12: the settlement, else month 12), as it stands now; null = unknown. */
  outcome: readonly (number | null)[];
}

/** A track as it was seen at the end of a month, as ratios. Later months without a report are unknown, not months without progress. */
export interface Sight {
  /** Last known value; 0 at the start of a year. */
  now: number;
  /** The month for which it was reported, from which every method reckons; 0 at the start of a year. */
  said: number;
  month: number;
  until: number;
  plan: readonly number[];
  cap: number | null;
  group: string;
  year: number;
}

/** Null where nothing was known yet (later than the start) or there is nothing to relate it to. */
export function sightOf(track: Track, month: number, until: number): Sight | null {
  const base = track.bases[month] ?? 0;
  const known = month === 0 ? 0 : track.known[month];
  const said = month === 0 ? 0 : track.saidFor[month];
  if (known == null || said == null || base <= 0) return null;
  const plan = (track.plans[month] ?? []).map((value) => value / base);
  const { cap, group, year } = track;
  return { now: known / base, said, month, until, plan, cap, group, year };
}

/** The outcome at a month as a ratio of what was the base when the forecast was made; null = not known. */
export function outcomeOf(track: Track, month: number, until: number): number | null {
  const value = track.outcome[until];
  const base = track.bases[month] ?? 0;
  return value == null || base <= 0 ? null : value / base;
}
