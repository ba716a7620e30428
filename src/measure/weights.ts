/** A member of a sibling group: its weight in the plan (null = blank) and, for blank weights by budget, its budget. */
export interface Weighted {
  weight: number | null;
  budgetRial: number;
}

/** Shares of a group, summing to 1 (all 0 where the weights sum to 0), and which of them rest on an assumption. */
export interface Shares {
  shares: number[];
  assumed: boolean[];
}

/**
 * Normalises sibling weights to 1. All blank = equal, or by approved budget where so configured (equal if no budget);
 * a blank among given ones counts as the mean of the given. A group of one needs no assumption.
 * Worked example: weights 2, blank, 4 → 2/9, 3/9, 4/9, the second assumed.
 */
export function siblingShares(group: readonly Weighted[], blankWeights: 'equal' | 'budget'): Shares {
  const given = group.map((member) => member.weight).filter((weight) => weight !== null);
  const budgetRial = group.reduce((sum, member) => sum + member.budgetRial, 0);
  const byBudget = given.length === 0 && blankWeights === 'budget' && budgetRial > 0;
  const mean = given.length > 0 ? given.reduce((sum, weight) => sum + weight, 0) / given.length : 1;
  const raw = group.map((member) => member.weight ?? (byBudget ? member.budgetRial : mean));
  const total = raw.reduce((sum, weight) => sum + weight, 0);
  return {
    shares: raw.map((weight) => (total > 0 ? weight / total : 0)),
    assumed: group.map((member) => member.weight === null && group.length > 1),
  };
}
