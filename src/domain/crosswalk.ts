import type { Period } from './calendar.js';
import type { CrosswalkRow } from './plan.js';

/**
 * Parts (0..1) of an earlier element that its rows into one later plan take up: as given, a blank an equal part of what the given ones leave, never
 * below 0. Worked example: 40, blank, blank → 0.4, 0.3, 0.3; one blank alone → 1.
 */
export function crosswalkShares(rows: readonly CrosswalkRow[]): number[] {
  const given = rows.reduce((sum, { sharePercent }) => sum + (sharePercent ?? 0), 0);
  const blanks = rows.filter(({ sharePercent }) => sharePercent === null).length;
  const rest = blanks > 0 ? Math.max(0, 100 - given) / blanks : 0;
  return rows.map(({ sharePercent }) => (sharePercent ?? rest) / 100);
}

/** A baseline that an indicator of a later plan takes from the end of an earlier one: an assumption, printed as one. */
export interface InheritedBaseline {
  indicator: string;
  /** The earlier plan's indicator (the same code where it goes on under it), its plan and the year of the value. */
  from: string;
  plan: string;
  year: number;
  value: number;
}

/** An amount of an earlier plan: share of its strategic weight, of that done (null = never reported), and credit of all its years. */
export interface CrosswalkPart {
  weight: number;
  achieved: number | null;
  creditRial: bigint;
}

/** A scheme of the earlier plan and where it went. mapped + unmapped = whole, to the rial. */
export interface CrosswalkScheme {
  code: string;
  level: string;
  title: string;
  /** The node whose rows map it: itself, or the nearest above; null = nothing does. */
  mappedAt: string | null;
  targets: { code: string; title: string; share: number }[];
  /** Part of it that is taken up, 0..1. */
  share: number;
  whole: CrosswalkPart;
  mapped: CrosswalkPart;
  unmapped: CrosswalkPart;
}

/** Two plans beside each other, with the remainder of the earlier that nothing takes up. */
export interface CrosswalkOfPlans {
  from: string;
  to: string;
  /** The last period of the earlier plan with facts; null = none: nothing is known to be done. */
  period: Period | null;
  schemes: CrosswalkScheme[];
  whole: CrosswalkPart;
  mapped: CrosswalkPart;
  unmapped: CrosswalkPart;
  /** Schemes of the later plan to which nothing leads, with their share of its weight. */
  fresh: { code: string; title: string; weight: number }[];
  /** Indicators of the earlier plan, and those of the later that go on with them. */
  indicators: { code: string; title: string; to: string[] }[];
  baselines: InheritedBaseline[];
}
