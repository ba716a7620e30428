import { type IndicatorFigure, silentParts } from '../../domain/indicator-figures.js';
import type { ScoreComponent, ScoredProgress } from '../../domain/scorecard.js';
import type { ScoreLeaf } from './leaves.js';

/** A value before its points: what was reached of what could be. */
export type Value = Pick<ScoreComponent, 'value' | 'counted' | 'of'>;

/** Nothing to judge. */
export const NOTHING: Value = { value: null, counted: 0, of: 0 };

/** A weighted mean of values 0..1; null where no weight stands behind it. `counted` = weight reached, `of` = all of it. */
function mean(parts: readonly { weight: number; value: number }[]): Value {
  const of = parts.reduce((sum, { weight }) => sum + weight, 0);
  if (of <= 0) return NOTHING;
  const counted = parts.reduce((sum, { weight, value }) => sum + weight * value, 0);
  return { value: Math.min(1, Math.max(0, counted / of)), counted, of };
}

/** Progress that counts: as it was reported, or only what was verified of it. What was not reported, or not verified, counts 0. */
function shown({ achieved, verified }: ScoreLeaf, progress: ScoredProgress): number {
  if (achieved === null) return 0;
  return progress === 'reported' ? achieved : Math.min(achieved, verified ?? 0);
}

/**
 * Work against what the released credit could pay: Σ w·PP · min(1, P/(PP·r)) / Σ w·PP with r = min(1, L/BD). Weights do not
 * follow the release, so a department that does the same part of what it was paid for has the same value however late the
 * credit came. A project without a report for the period counts 0, and a release that was not reported for it counts as in full: what is left
 * blank gains nothing. r = 0 leaves a project without progress out; work done without credit counts as all of it.
 * Worked example: PP 0.5, P 0.2: 0.4; with half of the credit released 0.2/0.25 = 0.8.
 */
export function physical(leaves: readonly ScoreLeaf[], progress: ScoredProgress): Value {
  return mean(
    leaves.flatMap((leaf) => {
      const payable = leaf.planned * (leaf.released ?? 1);
      const done = shown(leaf, progress);
      if (leaf.weight <= 0 || leaf.planned <= 0 || (payable <= 0 && done <= 0)) return [];
      return [{ weight: leaf.weight, value: payable <= 0 ? 1 : Math.min(1, done / payable) }];
    }),
  );
}

/**
 * Money ahead of work, only where it is ahead: 1 − Σ BD · e / Σ BD, e = max(0, s − min(p, k))/k with s = S/BD, p = P/PP, and k the credit known to
 * have been there: max(r, s), for what was spent was there. Of a release that was not reported for the period no more is known than that, the
 * least that any statement of it could give. A project without a report of its spending or its work counts as wholly ahead (e = 1).
 * Worked example: s 0.6, p 0.4: with all credit released 0.2; with 0.8 of it 0.25; not reported (k = 0.6) a third.
 */
export function moneyAhead(leaves: readonly ScoreLeaf[], progress: ScoredProgress): Value {
  return mean(
    leaves.flatMap((leaf) => {
      const { dueRial, planned } = leaf;
      if (dueRial === null || dueRial <= 0 || planned <= 0) return [];
      return [{ weight: dueRial, value: 1 - excess({ ...leaf, dueRial }, progress) }];
    }),
  );
}

function excess(leaf: ScoreLeaf & { dueRial: number }, progress: ScoredProgress): number {
  const { dueRial, planned, released, spentRial, achieved } = leaf;
  if (spentRial === null || achieved === null) return 1;
  const spent = spentRial / dueRial;
  const known = Math.max(released ?? 0, spent);
  return known <= 0 ? 0 : Math.max(0, spent - Math.min(known, shown(leaf, progress) / planned)) / known;
}

/** Verified share of the reported progress: Σ w·PP · V/P / Σ w·PP; what is not verified for the period, and what is not reported, counts 0. */
export function verified(leaves: readonly ScoreLeaf[]): Value {
  return mean(
    leaves
      .filter(({ weight, achieved }) => weight > 0 && achieved !== 0)
      .map((leaf) => ({
        weight: leaf.weight,
        value: leaf.achieved === null ? 0 : Math.min(1, (leaf.verified ?? 0) / leaf.achieved),
      })),
  );
}

/** Completeness by content: the projects that say something for the period, of all. */
export function complete(leaves: readonly ScoreLeaf[]): Value {
  return mean(leaves.map((leaf) => ({ weight: 1, value: leaf.reported ? 1 : 0 })));
}

/** Size of later corrections: Σ (1 − min(1, Σ|Δ|)) / n; a project without a report for the period counts as wholly corrected. */
export function restatement(leaves: readonly ScoreLeaf[], corrections: ReadonlyMap<string, number>): Value {
  return mean(
    leaves.map((leaf) => ({
      weight: 1,
      value: leaf.reported ? 1 - Math.min(1, corrections.get(leaf.project.code) ?? 0) : 0,
    })),
  );
}

/** Accepted rows of all that were expected or sent: A / max(expected, A + refused). Rows never sent count as not accepted. */
export function firstPass(accepted: number, refused: number, expected: number): Value {
  const of = Math.max(expected, accepted + refused);
  return of === 0 ? NOTHING : { value: accepted / of, counted: accepted, of };
}

type Judged = Pick<IndicatorFigure, 'state' | 'attainment' | 'aggregation' | 'measuredParts' | 'expectedParts'>;

/**
 * Mean attainment of the indicators of which a measurement was due (`figures` hold no other). One whose last due measurement did not come counts 0,
 * whatever an earlier one said, and so does one over silent periods: a bad measurement left blank gains nothing. One that came but cannot be
 * judged (no target, no baseline) is unknown and stands outside.
 */
export function indicators(figures: readonly Judged[]): Value {
  return mean(
    figures.flatMap((figure) => {
      const value = figure.state === 'reported' && silentParts(figure) === 0 ? figure.attainment : 0;
      return value === null ? [] : [{ weight: 1, value }];
    }),
  );
}

/** Months in which it reported in time, of those in which something was due from it. */
export function onTime(months: number, due: number): Value {
  return due === 0 ? NOTHING : { value: months / due, counted: months, of: due };
}
