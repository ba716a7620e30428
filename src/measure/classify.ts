import type { Leaf, LeafType } from '../domain/measure.js';

/**
 * The type of a project from p = P/PP and s = S/BD (or the basis's budget), by a threshold in points (a ratio, 0.1 = 10 points):
 * finished P ≥ 1 · money ahead of work s − p > t · work ahead of money p − s > t · both behind p, s < 1 − t · else on plan.
 * Unknown where one side is undefined or was never reported. Worked example: p 0.4, s 0.9 → money ahead of work.
 */
export function classify(leaf: Leaf, threshold: number): LeafType {
  const known = leaf.physicalState !== 'missing' && leaf.moneyState !== 'missing';
  if (leaf.achieved !== null && leaf.achieved >= 1) return 'finished';
  if (!known || leaf.achieved === null || !leaf.planned || leaf.spentRial === null || !leaf.budgetRial)
    return 'unknown';
  const p = leaf.achieved / leaf.planned;
  const s = leaf.spentRial / leaf.budgetRial;
  if (s - p > threshold) return 'money_ahead';
  if (p - s > threshold) return 'work_ahead';
  return p < 1 - threshold && s < 1 - threshold ? 'both_behind' : 'on_plan';
}
