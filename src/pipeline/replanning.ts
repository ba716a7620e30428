import { addMonths, monthOf } from '../domain/calendar.js';
import { nodeFigures } from '../measure/figures.js';
import type { Context } from './context.js';
import { modelOf, type Question } from './questions.js';

/**
 * What replanning changed: the plan's totals up to the month before, on the plan in force then and on the one in force
 * now. Scope month measures both ends on the later plan, so this effect stands on its own line and in no month's figure.
 */
export interface Replanning {
  /** D of the year to the month before, a share of the year's work; null = nothing weighted. */
  planned: { before: number | null; now: number | null };
  /** ΣBD of the year to the month before, whole rials. */
  budgetRial: { before: bigint | null; now: bigint | null };
}

/** Null in the first month of a year, and where nothing changed. */
export function replanningOf(context: Context, question: Question): Replanning | null {
  if (monthOf(context.calendar, question.period) === 1) return null;
  const previous = addMonths(context.calendar, question.period, -1);
  if (!context.planAt(previous, question.asOf)) return null;
  const due = { basis: 'due', scope: 'year' } as const;
  const [then] = nodeFigures(modelOf(context, question, { ...due, period: previous }));
  const [year] = nodeFigures(modelOf(context, question, due));
  const [month] = nodeFigures(modelOf(context, question, { ...due, scope: 'month' }));
  if (!then || !year || !month) return null;
  const planned = { before: then.planned, now: less(year.planned, month.planned) };
  const budgetRial = {
    before: then.budgetRial,
    now: year.budgetRial === null || month.budgetRial === null ? null : year.budgetRial - month.budgetRial,
  };
  const moved = Math.abs((planned.now ?? 0) - (planned.before ?? 0)) > 1e-9 || budgetRial.now !== budgetRial.before;
  return moved ? { planned, budgetRial } : null;
}

function less(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a - b;
}
