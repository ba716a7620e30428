import { ordinalOf } from '../../domain/calendar.js';
import type { Project } from '../../domain/plan.js';
import type { MeasureInput } from '../input.js';
import { PlannedFigures } from '../planned.js';

/**
 * The same input with everything that takes effect at some period written into the projects as it stands at this one:
 * budgets, and who is cancelled, released or merged. It measures alike, and then says the same at any other period.
 */
export function settled(input: MeasureInput): MeasureInput {
  const planned = new PlannedFigures(input);
  const until = ordinalOf(input.calendar, input.period);
  const holds = ({ statusEffective }: Project) =>
    statusEffective === null || ordinalOf(input.calendar, statusEffective) <= until;
  return {
    ...input,
    package: {
      ...input.package,
      projects: input.package.projects.map((project) => ({
        ...project,
        approvedRial: planned.approvedRial(project),
        ...(holds(project) ? {} : { status: 'active', released: null }),
        statusEffective: null,
      })),
      budgetChanges: [],
    },
    firstApproved: new Map(),
  };
}
