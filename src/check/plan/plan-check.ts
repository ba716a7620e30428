import type { Calendar } from '../../domain/calendar.js';
import type { Finding } from '../../domain/finding.js';
import type { PlanPackage } from '../../domain/plan.js';
import { checkBudget } from './checks/budget.js';
import { checkCodes, checkMovedYears, checkRepeatedRows, checkVanished } from './checks/codes.js';
import { checkCrosswalk } from './checks/crosswalk.js';
import { checkCycles } from './checks/cycles.js';
import { checkDepartments } from './checks/departments.js';
import { checkIndicators } from './checks/indicators.js';
import { checkProjects } from './checks/projects.js';
import { checkReferences } from './checks/references.js';
import { checkSchedules } from './checks/schedule.js';
import { checkTree } from './checks/tree.js';
import { checkWeights, checkYearShares } from './checks/weights.js';
import type { PlanPlaces } from './places.js';
import { type Check, planCheck } from './plan-context.js';

/** In the order in which findings are told: what a row is, what it refers to, what it says. */
const CHECKS: readonly Check[] = [
  checkCodes,
  checkRepeatedRows,
  checkVanished,
  checkMovedYears,
  checkReferences,
  checkCycles,
  checkTree,
  checkWeights,
  checkYearShares,
  checkProjects,
  checkSchedules,
  checkBudget,
  checkIndicators,
  checkDepartments,
  checkCrosswalk,
];

/**
 * Every fault of meaning in a package as it would be stored (merged with what carries over). Findings stand at the
 * rows that `places` knows; a fault in a carried-over record has an empty place; null = the
 * package comes from the store. `previous` null = the first version.
 */
export function checkPlan(
  pkg: PlanPackage,
  places: PlanPlaces | null,
  previous: PlanPackage | null,
  calendar: Calendar,
): Finding[] {
  const check = planCheck(pkg, places, previous, calendar);
  return CHECKS.flatMap((look) => look(check));
}
