import { yearOf } from '../../../domain/calendar.js';
import type { Finding } from '../../../domain/finding.js';
import { findingAt, type PlanCheck } from '../plan-context.js';

/** Budget changes belong to the project's year; a total of the finance system belongs to the year that it names. */
export function checkBudget(check: PlanCheck): Finding[] {
  const changes = check.pkg.budgetChanges.flatMap((change) => {
    const year = check.projects.get(change.project)?.year;
    if (year === undefined || yearOf(check.calendar, change.effective) === year) return [];
    const params = { project: change.project, effective: change.effective, year };
    return [findingAt(check, 'PLAN_CHANGE_OUTSIDE_YEAR', 'budget_changes', change, 'effective', params)];
  });
  const totals = check.pkg.budgetTotals.flatMap((total) => {
    if (yearOf(check.calendar, total.period) === total.year) return [];
    const params = { period: total.period, year: total.year };
    return [findingAt(check, 'PLAN_TOTAL_OUTSIDE_YEAR', 'budget_totals', total, 'period', params)];
  });
  return [...changes, ...totals];
}
