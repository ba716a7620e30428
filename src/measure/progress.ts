import type { FactField } from '../domain/fact.js';
import type { Spending } from '../domain/measure.js';
import type { Project } from '../domain/plan.js';
import { physicalField } from '../domain/progress.js';
import type { Reported, ReportedFigures } from './reported.js';

export { hasNoPlannedWork, physicalField, progressRatio } from '../domain/progress.js';

/** The last physical report of the project's year at or before a month. */
export function lastPhysical(figures: ReportedFigures, project: Project, month: number): Reported | null {
  return figures.lastAt(project.code, physicalField(project), project.year, month);
}

/** All of them, in order of time. */
export function physicalReports(figures: ReportedFigures, project: Project, month: number): Reported[] {
  return figures.upTo(project.code, physicalField(project), project.year, month);
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

/**
 * Whether the spending of a project is said for a month: its first part (cash), and every other part that was said before in the year. A part
 * that was never said is taken for none.
 */
export function saysSpending(figures: ReportedFigures, project: Project, month: number, spending: Spending): boolean {
  return SPENDING_FIELDS[spending].every((field, at) => {
    const said = figures.lastAt(project.code, field, project.year, month);
    return said === null ? at > 0 : said.month === month;
  });
}

/** L: credit released to the project by a month; null = never reported. */
export function lastAllocated(figures: ReportedFigures, project: Project, month: number): Reported | null {
  return figures.lastAt(project.code, 'allocated_rial', project.year, month);
}
