import type { GapExplained } from '../../domain/measure.js';
import { departmentLeaves, projectLeaves } from '../figures.js';
import { explainDepartmentGap, explainGap, explainProjectGap } from '../gap.js';
import { leavesBelow, type MonthModel, type WeighedLeaf } from '../model.js';

/** Of what a gap is asked, by the plan's spelling of its code; `node` = the plan itself too. */
export interface GapSubject {
  kind: 'node' | 'department' | 'project';
  code: string;
}

/** The gap of a subject with the leaves that it speaks of; null = this model holds none of it. */
export function explainSubject(
  model: MonthModel,
  { kind, code }: GapSubject,
): { explained: GapExplained; leaves: readonly WeighedLeaf[] } | null {
  if (kind === 'node') {
    const node = model.nodes.get(code);
    return node ? { explained: explainGap(model, node), leaves: leavesBelow(node) } : null;
  }
  const leaves = (kind === 'department' ? departmentLeaves(model) : projectLeaves(model)).get(code);
  const explained = kind === 'department' ? explainDepartmentGap(model, code) : explainProjectGap(model, code);
  return explained && leaves ? { explained, leaves } : null;
}
