import type { BudgetTotal } from '../domain/plan.js';
import { LAST_MONTH, YEARS } from './parameters.js';
import type { Draft } from './projects.js';
import type { Report } from './reports.js';

/** What the finance system holds outside the plan: pay, running costs, debts. Shares of the plan's own figures. */
const OUTSIDE_APPROVED = 0.18;
const OUTSIDE_SPENT = 0.17;

/** Totals of the finance system: the plan's own money and what is outside it, at the ends of years and of months. */
export function budgetTotals(
  drafts: readonly Draft[],
  finalRial: ReadonlyMap<string, number>,
  reports: readonly Report[],
): BudgetTotal[] {
  return YEARS.flatMap((year) => {
    const approved = drafts.reduce(
      (sum, { record }) => sum + (record.year === year ? (finalRial.get(record.code) ?? 0) : 0),
      0,
    );
    const months = year < 1399 ? [12] : Array.from({ length: LAST_MONTH }, (_, index) => index + 1);
    return months.map((month) => {
      const spent = reports.reduce(
        (sum, report) =>
          sum +
          (report.year === year && report.month === month ? (report.spentRial ?? 0) + (report.noncashRial ?? 0) : 0),
        0,
      );
      return {
        year,
        period: `${year}-${String(month).padStart(2, '0')}`,
        approvedRial: withOutside(approved, OUTSIDE_APPROVED),
        spentRial: withOutside(spent, OUTSIDE_SPENT),
      };
    });
  });
}

function withOutside(rial: number, share: number): number {
  return Math.round((rial * (1 + share)) / 1e6) * 1e6;
}
