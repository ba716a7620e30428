import { type FactField, MONEY_FIELDS } from '../../domain/fact.js';
import type { RowQuestions } from './check.js';
import { ask, million, type RowView } from './row-view.js';

/** Advances come and go; the other amounts are cumulative and near each other. */
export const AMOUNTS: readonly FactField[] = [
  'allocated_rial',
  'committed_rial',
  'certified_rial',
  'spent_rial',
  'spent_noncash_rial',
  'quantity',
];

/** How far, in powers of ten, a ratio may lie from a whole power and still look like a slip of the unit. */
const NEAR_A_POWER = 0.35;
/** A rise by less than this part of the budget is no slip that matters, however large the ratio. */
const MATTERS = 0.3;

/** The power of ten that a ratio is near: 9.4 → 10, 1,080,000 → 1,000,000; null = it is near none. */
export function powerNear(ratio: number): number | null {
  if (!(ratio > 0)) return null;
  const exact = Math.log10(ratio);
  const whole = Math.round(exact);
  return whole >= 1 && Math.abs(exact - whole) <= NEAR_A_POWER ? 10 ** whole : null;
}

/** A measured ratio as it is told: one decimal below ten, none above. */
export const toldRatio = (ratio: number): number => (ratio < 10 ? Math.round(ratio * 10) / 10 : Math.round(ratio));

/** What the amount is measured against: the approved budget, or the planned quantity. */
export const wholeOf = (row: RowView, field: FactField): number | null =>
  MONEY_FIELDS.has(field) ? row.budget : (row.project?.quantity ?? null);

/** Bills of so large a part of a payment explain it; a contract or a release of credit may be twice the budget before it is odd. */
const BILLED = 0.8;
const PAID = 0.5;
const TWICE = 2;

/** Whether a steep rise has its reason in the row: a payment in its bills, a bill in its payment, a contract in the budget. */
function isSupported(row: RowView, field: FactField, value: number, whole: number | null): boolean {
  const atLeast = (other: FactField, part: number) => (row.now(other) ?? 0) >= part * value;
  if (field === 'spent_rial' || field === 'spent_noncash_rial') return atLeast('certified_rial', BILLED);
  if (field === 'certified_rial') return atLeast('spent_rial', PAID);
  return field !== 'quantity' && whole !== null && value <= TWICE * whole;
}

/** Within its whole a rise must be near a power of ten to look like a slip; beyond it any steep rise does. */
const looksSlipped = (ratio: number, beyond: boolean): boolean => beyond || powerNear(ratio) !== null;

/**
 * An amount ten, a thousand or a million times what stood there last month (or its inverse, or the whole budget): rial,
 * toman and million rial are easily mistaken. Worked example: 4 milliard last month, 41 now, bills of 6, budget 50: ten times.
 */
export const slip: RowQuestions = (row) =>
  AMOUNTS.flatMap((field) => {
    const statement = row.stated(field);
    const value = statement?.value ?? null;
    if (!statement || value === null || value <= 0) return [];
    const last = row.earlier(field).at(-1)?.value ?? null;
    const whole = wholeOf(row, field);
    const { slipRatio } = row.thresholds;
    const question = (near: number, ratio: number, up: boolean) => [
      ask(row, statement, up ? 'SUB_UNIT_SLIP_UP' : 'SUB_UNIT_SLIP_DOWN', {
        ...(MONEY_FIELDS.has(field)
          ? { rial: million(value), rialNear: million(near), value: '—', near: '—' }
          : { rial: '—', rialNear: '—', value, near }),
        factor: toldRatio(ratio),
      }),
    ];
    if (last !== null && last > 0) {
      const beyond = whole !== null && value > whole;
      const up = value / last >= slipRatio && looksSlipped(value / last, beyond);
      const much = whole === null || value - last > MATTERS * whole;
      if (up && much && !isSupported(row, field, value, whole)) return question(last, value / last, true);
      if (last / value >= slipRatio && powerNear(last / value) !== null) return question(last, last / value, false);
    }
    if (whole !== null && whole > 0 && value >= slipRatio * whole) return question(whole, value / whole, true);
    return [];
  });
