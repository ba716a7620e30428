import type { Leaf, ReportState } from '../../src/domain/measure.js';

/** Whether a state speaks of the scope: in scope month only a report of this very month does. */
function speaks(state: ReportState, scope: string): boolean {
  return scope === 'month' ? state === 'reported' : state !== 'missing';
}

/** The leaf's progress is known, so its P is printed; a year without projects and a silent project show no number. */
export function hasProgress(leaf: Leaf, scope: string): boolean {
  if (leaf.achieved === null || leaf.kind === 'empty_year') return false;
  return speaks(leaf.physicalState, scope) || leaf.achieved !== 0;
}

/** The leaf's spending is known, so its S is printed. */
export function hasMoney(leaf: Leaf, scope: string): boolean {
  if (leaf.spentRial === null) return false;
  return speaks(leaf.moneyState, scope) || leaf.spentRial !== 0;
}
