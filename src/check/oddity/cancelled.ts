import { comparePeriods, monthOf, yearOf } from '../../domain/calendar.js';
import type { FactField } from '../../domain/fact.js';
import type { RowQuestions } from './check.js';
import { ask, million, percent, type RowView, valueAt } from './row-view.js';

const STOPPED: ReadonlySet<string> = new Set(['cancelled', 'suspended']);
/** Progress that is measured again moves by a little. */
const POINTS = 0.02;

/** The last month of the year in which the project was still alive: 0 = it was stopped before the year. */
function lastMonthAlive(row: RowView): number | null {
  const { project, sender } = row;
  if (!project || !STOPPED.has(project.status)) return null;
  const { calendar } = sender.context;
  const since = project.statusEffective;
  if (since === null) return 0;
  if (comparePeriods(calendar, since, sender.period) > 0) return null;
  return yearOf(calendar, since) < yearOf(calendar, sender.period) ? 0 : monthOf(calendar, since) - 1;
}

/** Work or money that goes on after a project was cancelled or suspended; asked once, when it first passes a little. */
export const cancelled: RowQuestions = (row) => {
  const alive = lastMonthAlive(row);
  if (alive === null || !row.project) return [];
  const { project, budget, thresholds } = row;
  const grew = (field: FactField, tolerance: number, onPaper: (value: number) => number) => {
    const statement = row.stated(field);
    if (statement?.value == null) return [];
    const before = row.earlier(field);
    // Without any earlier report nobody can tell what was done while it was alive.
    const base = valueAt(before, alive) ?? (alive === 0 ? 0 : null);
    if (base === null || statement.value <= base + tolerance) return [];
    const asked = before.some((one) => one.month > alive && one.value > base + tolerance);
    const [value, from] = [onPaper(statement.value), onPaper(base)];
    const numbers =
      field === 'physical'
        ? { value, before: from, rial: '—', rialBefore: '—' }
        : { value: '—', before: '—', rial: value, rialBefore: from };
    const code = project.status === 'cancelled' ? 'SUB_AFTER_CANCELLED' : 'SUB_AFTER_SUSPENDED';
    return asked ? [] : [ask(row, statement, code, { ...numbers, since: project.statusEffective ?? '—' })];
  };
  const money = budget === null ? null : (budget * thresholds.doneSpendingPercent) / 100;
  return [...grew('physical', POINTS, percent), ...(money === null ? [] : grew('spent_rial', money, million))];
};
