import type { IndicatorFigure } from '../../domain/indicator-figures.js';
import type { ScoreComponent } from '../../domain/scorecard.js';
import type { ScoreLeaf } from './leaves.js';

/** A value before its points: what was reached of what could be. */
export type Value = Pick<ScoreComponent, 'value' | 'counted' | 'of'>;

const NOTHING: Value = { value: null, counted: 0, of: 0 };

/** A weighted mean of values 0..1; null where no weight stands behind it. `counted` = weight reached, `of` = all of it. */
function mean(parts: readonly { weight: number; value: number }[]): Value {
  const of = parts.reduce((sum, { weight }) => sum + weight, 0);
  if (of <= 0) return NOTHING;
  const counted = parts.reduce((sum, { weight, value }) => sum + weight * value, 0);
  return { value: Math.min(1, Math.max(0, counted / of)), counted, of };
}

/** Progress that counts: where somebody verified it, no more than that. */
function shown({ achieved, verified }: ScoreLeaf): number {
  if (achieved === null) return 0;
  return verified === null ? achieved : Math.min(achieved, verified);
}

/**
 * Work against what the released credit could pay: Σ w·PP · min(1, P/(PP·r)) / Σ w·PP with r = min(1, L/BD). Weights do not
 * follow the release, so a department that does the same part of what it was paid for has the same value however late the
 * credit came. A project without a report for the period counts 0: a bad row left blank gains nothing. r = 0 leaves the project out.
 */
export function physical(leaves: readonly ScoreLeaf[]): Value {
  return mean(
    leaves
      .filter(({ weight, payable }) => weight > 0 && payable > 0)
      .map((leaf) => ({ weight: leaf.weight, value: Math.min(1, shown(leaf) / leaf.payable) })),
  );
}

/**
 * Money ahead of work, only where it is ahead: 1 − Σ BD · min(1, max(0, S/(BD·r) − P/(PP·r))) / Σ BD. A project without a report
 * of its spending or its work counts as wholly ahead. More progress than the released credit could pay counts as all of it.
 */
export function moneyAhead(leaves: readonly ScoreLeaf[]): Value {
  return mean(
    leaves
      .filter(({ dueRial, payable, released }) => dueRial !== null && dueRial > 0 && payable > 0 && released > 0)
      .map((leaf) => ({ weight: leaf.dueRial ?? 0, value: 1 - excess(leaf) })),
  );
}

function excess(leaf: ScoreLeaf): number {
  const { dueRial, released, spentRial, achieved, payable } = leaf;
  if (spentRial === null || achieved === null || dueRial === null) return 1;
  const money = spentRial / (dueRial * released);
  return Math.min(1, Math.max(0, money - Math.min(1, shown(leaf) / payable)));
}

/** Verified share of the reported progress: Σ w·PP · V/P / Σ w·PP; what is not verified, and what is not reported, counts 0. */
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

/**
 * Mean attainment of the indicators that were due. One whose last due measurement did not come counts 0, whatever an earlier one said, and so
 * does a sum with silent periods: a bad measurement left blank gains nothing. One that came but cannot be judged (no target, no baseline) is
 * unknown and stands outside.
 */
export function indicators(figures: readonly Pick<IndicatorFigure, 'state' | 'attainment' | 'reason'>[]): Value {
  return mean(
    figures.flatMap(({ state, attainment, reason }) => {
      if (state === 'not_due') return [];
      const value = state === 'reported' && reason !== 'partial_sum' ? attainment : 0;
      return value === null ? [] : [{ weight: 1, value }];
    }),
  );
}

/** Months in which it reported in time, of those in which something was due from it. */
export function onTime(months: number, due: number): Value {
  return due === 0 ? NOTHING : { value: months / due, counted: months, of: due };
}
