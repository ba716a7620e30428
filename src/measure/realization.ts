import type { MeasureOptions, Realization } from '../domain/measure.js';
import type { Sums } from './sums.js';

/** What a realization speaks of. */
export type Subject = Pick<Realization, 'kind' | 'code' | 'level' | 'title'>;

/** Divides last: null where the denominator is 0 or less, never 0 or infinity. */
export function ratio(numerator: number, denominator: number): number | null {
  return denominator > 0 ? numerator / denominator : null;
}

/** Quotient of two sums of rials; exact integers until this division. */
export function rialRatio(numerator: bigint, denominator: bigint): number | null {
  return denominator > 0n ? Number(numerator) / Number(denominator) : null;
}

/**
 * Physical and budget realization of a subject from its sums.
 *   physical(due) = A / D, physical(full) = A / 1; budget = ΣS / ΣBD (due) or ΣS / ΣB (full); gap = budget − physical.
 * Null: no leaf ever reported in the scope, or a denominator of 0 or less. `budgetMissing` = the full denominator of a
 * plan whose later years have no budgets yet: budget is null.
 * Worked example: w .5/.3/.2, P .4/.7/.9 of PP 1, S 18/30/52.5 of BD 20/30/50 → physical 0.59, budget 1.005, gap 0.415.
 */
export function realizationOf(
  subject: Subject,
  sums: Sums,
  options: MeasureOptions,
  extra: { activeWeight: number | null; budgetMissing: boolean },
): Realization {
  const whole = options.basis === 'due' ? sums.planned : 1;
  const known = sums.physicalKnown && sums.weight > 0;
  const physical = known ? ratio(sums.achieved, whole) : null;
  const moneyKnown = sums.moneyKnown && !extra.budgetMissing;
  const budget = moneyKnown ? rialRatio(sums.spentRial, sums.budgetRial) : null;
  const due = options.basis === 'due';
  return {
    ...subject,
    physical,
    budget,
    gap: physical === null || budget === null ? null : budget - physical,
    indicators: null,
    adherence: known && due ? ratio(sums.adherence, sums.planned) : null,
    coverage: ratio(sums.reportedWeight, sums.currentWeight),
    coverageBudget: rialRatio(sums.reportedRial, sums.currentRial),
    low: physical,
    high: physical === null ? null : ratio(sums.achievedHigh, whole),
    assumed: due ? ratio(sums.plannedAssumed, sums.planned) : ratio(sums.weightAssumed, sums.weight),
    assumedBudget: rialRatio(sums.budgetAssumedRial, sums.budgetRial),
    activeWeight: extra.activeWeight,
    achieved: known ? sums.achieved : null,
    planned: sums.weight > 0 ? sums.planned : null,
    spentRial: sums.moneyKnown ? sums.spentRial : null,
    budgetRial: sums.budgetKnown && !extra.budgetMissing ? sums.budgetRial : null,
    silent: sums.silent,
    leaves: sums.leaves,
  };
}
