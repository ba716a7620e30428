import { monthOf, SETTLEMENT_MONTH } from '../domain/calendar.js';
import type { GapExplained } from '../domain/measure.js';
import type { Project } from '../domain/plan.js';
import type { MonthModel } from './model.js';
import { ReportedFigures } from './reported.js';

/** An included leaf as the split of "paid ahead" needs it. */
export interface PaidAheadParts {
  project: Project;
  /** p × BD: what the work done would have cost at the plan's price. */
  earnedRial: number;
  /** Σ BD of the included leaves: each part is a share of it. */
  shareOf: number;
}

/**
 * Splits "paid ahead of work", where reported: advances not yet recovered (`advance_rial`), work certified above what
 * was earned (`certified_rial` − p × BD), and the rest. The parts sum to it exactly. Only for cash spending, cumulative
 * scopes; empty where neither field was reported.
 */
export function advanceParts(
  paidAhead: number,
  leaves: readonly PaidAheadParts[],
  { input, year }: MonthModel,
): GapExplained['paidAheadParts'] {
  if (input.options.spending !== 'spent' || input.options.scope === 'month') return [];
  const figures = ReportedFigures.of(input.figures);
  const current = monthOf(input.calendar, input.period);
  let advances: number | null = null;
  let certified: number | null = null;
  for (const { project, earnedRial, shareOf } of leaves) {
    const month = project.year === year ? current : SETTLEMENT_MONTH;
    const advance = figures.lastAt(project.code, 'advance_rial', project.year, month);
    const approvedWork = figures.lastAt(project.code, 'certified_rial', project.year, month);
    if (advance) advances = (advances ?? 0) + advance.value / shareOf;
    if (approvedWork) certified = (certified ?? 0) + (approvedWork.value - earnedRial) / shareOf;
  }
  if (advances === null && certified === null) return [];
  const parts: GapExplained['paidAheadParts'] = [];
  if (advances !== null) parts.push({ kind: 'advances', value: advances });
  if (certified !== null) parts.push({ kind: 'certified_above_earned', value: certified });
  return [...parts, { kind: 'rest', value: paidAhead - (advances ?? 0) - (certified ?? 0) }];
}
