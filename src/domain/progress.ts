import type { Project } from './plan.js';

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
