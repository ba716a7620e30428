import type { Fact } from '../domain/fact.js';
import type { Department } from '../domain/plan.js';
import type { Context } from './context.js';

/** The unit in which a form asks a department for amounts. */
export function moneyUnitOf({ config }: Context, department: Pick<Department, 'moneyUnit'> | null): string {
  return department?.moneyUnit ?? config.moneyUnit ?? config.displayUnit;
}

/** A fact as a form shows it: progress 0..100, amounts in its unit (`unitRial` rials); null = it was taken back. */
export function shownValue(
  { field, value, text }: Pick<Fact, 'field' | 'value' | 'text'>,
  unitRial: number,
): string | number | null {
  if (value === null) return text;
  if (field === 'physical') return Number((value * 100).toPrecision(12));
  return field.endsWith('_rial') ? Number((value / unitRial).toPrecision(15)) : value;
}
