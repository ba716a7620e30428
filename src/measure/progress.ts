import type { FactField } from '../domain/fact.js';
import type { Spending } from '../domain/measure.js';
import type { Project } from '../domain/plan.js';
import type { Reported, ReportedFigures } from './reported.js';

/** True when the project has no planned work of its own: its money counts, its progress is undefined. */
export function hasNoPlannedWork(project: Project): boolean {
  return project.quantity === 0;
}

/** The field in which a project reports its physical progress. */
export function physicalField(project: Project): 'physical' | 'quantity' {
  return project.progressMethod === 'quantity' ? 'quantity' : 'physical';
}

/**
 * P from what was reported, a ratio of the year's work.
 * Declared or milestone, basis year: P = x. Basis life: (x − opening)/(target − opening) held within 0..1.
 * Quantity: reported / planned, held at the cap. Worked example: 12 of 16 km gives 0.75; life 40 → 70 read as 55 gives 0.5.
 */
export function progressRatio(project: Project, reported: number, cap: number): number {
  if (project.progressMethod === 'quantity') return Math.min(reported / (project.quantity ?? 1), cap);
  if (project.progressBasis === 'year') return reported;
  const opening = (project.openingPercent ?? 0) / 100;
  const target = (project.targetPercent ?? 100) / 100;
  return Math.min(1, Math.max(0, (reported - opening) / (target - opening)));
}

/** The last physical report of the project's year at or before a month. */
export function lastPhysical(figures: ReportedFigures, project: Project, month: number): Reported | null {
  return figures.lastAt(project.code, physicalField(project), project.year, month);
}

const SPENDING_FIELDS: Record<Spending, readonly FactField[]> = {
  spent: ['spent_rial', 'spent_noncash_rial'],
  certified: ['certified_rial'],
  committed: ['committed_rial'],
};

/**
 * S: spending of the year to a month. `spent` adds cash and non-cash, each with its own last report; a part that was
 * never reported adds nothing. Null = none of the parts was ever reported.
 */
export function lastSpending(
  figures: ReportedFigures,
  project: Project,
  month: number,
  spending: Spending,
): Reported | null {
  const parts = SPENDING_FIELDS[spending]
    .map((field) => figures.lastAt(project.code, field, project.year, month))
    .filter((part) => part !== null);
  if (parts.length === 0) return null;
  return {
    value: parts.reduce((sum, part) => sum + part.value, 0),
    month: Math.max(...parts.map((part) => part.month)),
  };
}

/** L: credit released to the project by a month; null = never reported. */
export function lastAllocated(figures: ReportedFigures, project: Project, month: number): Reported | null {
  return figures.lastAt(project.code, 'allocated_rial', project.year, month);
}
