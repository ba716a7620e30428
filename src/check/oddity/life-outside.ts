import type { RowQuestions } from './check.js';
import { onPaper } from './on-paper.js';
import { ask } from './row-view.js';

/** Progress since the work began that lies outside what this year's project covers. */
export const lifeOutside: RowQuestions = (row) => {
  const { project } = row;
  const statement = row.stated('physical');
  if (!project || statement?.value == null || project.progressBasis !== 'life') return [];
  const opening = project.openingPercent ?? 0;
  const target = project.targetPercent ?? 100;
  const value = onPaper('physical', statement.value);
  if (value >= opening && value <= target) return [];
  return [ask(row, statement, 'SUB_LIFE_OUTSIDE', { value, opening, target })];
};
