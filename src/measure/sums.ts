import type { MeasureOptions } from '../domain/measure.js';
import type { ScopedLeaf } from './scheme-leaves.js';
import type { ScopedNode } from './scoped-tree.js';

/** What adds up through the tree. Weighted parts are relative to the node; rials and counts are plain sums. */
export interface Sums {
  /** Σ w of all leaves with a physical side (1 at a node whose weights are all there). */
  weight: number;
  /** A = Σ w P, with the silent where last known; then where the plan says. */
  achieved: number;
  achievedHigh: number;
  /** D = Σ w PP. */
  planned: number;
  /** Σ w min(P, PP). */
  adherence: number;
  /** The parts of D and of Σ w that rest on an assumption. */
  plannedAssumed: number;
  weightAssumed: number;
  /** Σ w of the current year's leaves, and of those that reported for this very period. */
  currentWeight: number;
  reportedWeight: number;
  /** Some leaf reported its progress (its spending) in the scope. */
  physicalKnown: boolean;
  moneyKnown: boolean;
  /** Some leaf has a denominator for its money; without one the sum is unknown, not 0. */
  budgetKnown: boolean;
  spentRial: bigint;
  /** Denominator of the basis: BD, B or credit released, and its part that rests on an assumption. */
  budgetRial: bigint;
  budgetAssumedRial: bigint;
  /** Approved budget of the current year's leaves, and of those that reported spending for this very period. */
  currentRial: bigint;
  reportedRial: bigint;
  leaves: number;
  silent: number;
}

export const NO_SUMS: Sums = {
  weight: 0,
  achieved: 0,
  achievedHigh: 0,
  planned: 0,
  adherence: 0,
  plannedAssumed: 0,
  weightAssumed: 0,
  currentWeight: 0,
  reportedWeight: 0,
  physicalKnown: false,
  moneyKnown: false,
  budgetKnown: false,
  spentRial: 0n,
  budgetRial: 0n,
  budgetAssumedRial: 0n,
  currentRial: 0n,
  reportedRial: 0n,
  leaves: 0,
  silent: 0,
};

/** One leaf as sums, its weighted parts multiplied by `weight`; `assumed` = that weight rests on an assumption. */
export function leafSums(leaf: ScopedLeaf, weight: number, assumed: boolean, options: MeasureOptions): Sums {
  const { values } = leaf;
  const shared = {
    ...NO_SUMS,
    weight,
    achieved: weight * leaf.achieved,
    achievedHigh: weight * leaf.achievedHigh,
    planned: weight * leaf.planned,
    adherence: weight * Math.min(leaf.achieved, leaf.planned),
    plannedAssumed: assumed || values?.plannedAssumed ? weight * leaf.planned : 0,
    weightAssumed: assumed ? weight : 0,
  };
  if (!values) return shared;
  const denominator = options.basis === 'due' ? values.dueRial : values.fullRial;
  const reports = values.achieved === null ? values.moneyState : values.physicalState;
  const inScope = (state: string) => (options.scope === 'month' ? state === 'reported' : state !== 'missing');
  const approved = BigInt(values.approvedRial ?? 0);
  return {
    ...shared,
    currentWeight: values.current ? weight : 0,
    reportedWeight: values.current && values.physicalState === 'reported' ? weight : 0,
    physicalKnown: values.achieved !== null && inScope(values.physicalState),
    moneyKnown: values.spentRial !== null && inScope(values.moneyState),
    budgetKnown: denominator !== null,
    spentRial: BigInt(values.spentRial ?? 0),
    budgetRial: BigInt(denominator ?? 0),
    budgetAssumedRial: options.basis === 'due' && values.dueAssumed ? BigInt(values.dueRial ?? 0) : 0n,
    currentRial: values.current ? approved : 0n,
    reportedRial: values.current && values.moneyState === 'reported' ? approved : 0n,
    leaves: values.current ? 1 : 0,
    silent: values.current && reports !== 'reported' ? 1 : 0,
  };
}

/** Adds `part`, its weighted sums multiplied by `share`; an assumed share makes all of the part's D rest on an assumption. */
export function addSums(sum: Sums, part: Sums, share: number, shareAssumed: boolean): Sums {
  return {
    weight: sum.weight + share * part.weight,
    achieved: sum.achieved + share * part.achieved,
    achievedHigh: sum.achievedHigh + share * part.achievedHigh,
    planned: sum.planned + share * part.planned,
    adherence: sum.adherence + share * part.adherence,
    plannedAssumed: sum.plannedAssumed + share * (shareAssumed ? part.planned : part.plannedAssumed),
    weightAssumed: sum.weightAssumed + share * (shareAssumed ? part.weight : part.weightAssumed),
    currentWeight: sum.currentWeight + share * part.currentWeight,
    reportedWeight: sum.reportedWeight + share * part.reportedWeight,
    physicalKnown: sum.physicalKnown || part.physicalKnown,
    moneyKnown: sum.moneyKnown || part.moneyKnown,
    budgetKnown: sum.budgetKnown || part.budgetKnown,
    spentRial: sum.spentRial + part.spentRial,
    budgetRial: sum.budgetRial + part.budgetRial,
    budgetAssumedRial: sum.budgetAssumedRial + part.budgetAssumedRial,
    currentRial: sum.currentRial + part.currentRial,
    reportedRial: sum.reportedRial + part.reportedRial,
    leaves: sum.leaves + part.leaves,
    silent: sum.silent + part.silent,
  };
}

/** Sums of every node of a tree, each relative to its own node: children count with their shares. */
export function treeSums(root: ScopedNode, options: MeasureOptions): Map<ScopedNode, Sums> {
  const sums = new Map<ScopedNode, Sums>();
  const visit = (node: ScopedNode): Sums => {
    let sum = NO_SUMS;
    for (const leaf of node.leaves)
      sum = addSums(sum, leafSums(leaf, leaf.weight, leaf.weightAssumed, options), 1, false);
    for (const child of node.children) sum = addSums(sum, visit(child), child.share, child.shareAssumed);
    sums.set(node, sum);
    return sum;
  };
  visit(root);
  return sums;
}

/** Sums of any set of leaves that carry their weight in the whole plan, brought to the set's own weight. */
export function setSums(
  leaves: readonly { leaf: ScopedLeaf; weight: number; assumed: boolean }[],
  options: MeasureOptions,
): Sums {
  const whole = leaves.reduce((sum, { weight }) => sum + weight, 0);
  return leaves.reduce(
    (sum, { leaf, weight, assumed }) =>
      addSums(sum, leafSums(leaf, whole > 0 ? weight / whole : 0, assumed, options), 1, false),
    NO_SUMS,
  );
}
