import type { BudgetChange } from '../domain/plan.js';
import { BUDGET_MILLIARD, EASE_MONEY, GOAL_STORY, YEARS } from './parameters.js';
import type { Draft } from './projects.js';
import { apportion, Dice } from './seed.js';

const MILLION = 1_000_000;

/**
 * Gives every project its budget, in whole million rial: the amended budgets of a year sum to the scenario exactly.
 * Goals draw money by their share, schemes by weight and ease: what is heavy and hard is starved.
 * Sets `approvedRial` (as first approved) and returns the changes of the year.
 */
export function giveBudgets(drafts: readonly Draft[]): { finalRial: Map<string, number>; changes: BudgetChange[] } {
  const finalRial = new Map<string, number>();
  const changes: BudgetChange[] = [];
  for (const year of YEARS) {
    const own = drafts.filter(({ record }) => record.year === year);
    const funded = own.filter(
      (draft) => draft.record.status !== 'merged' && !new Dice(`unfunded/${draft.record.code}`).chance(0.008),
    );
    const parts = apportion((BUDGET_MILLIARD[year] ?? 0) * 1000, shares(funded));
    funded.forEach(({ record }, index) => {
      finalRial.set(record.code, (parts[index] ?? 0) * MILLION);
      record.approvedRial = finalRial.get(record.code) ?? null;
    });
    changes.push(...amend(funded, year, finalRial), ...emptyMerged(own));
  }
  return { finalRial, changes };
}

function shares(drafts: readonly Draft[]): number[] {
  const raw = drafts.map(({ record, scheme }) => {
    const dice = new Dice(`money/${record.code}`);
    const pull = Math.max(0.08, 1 + EASE_MONEY * scheme.ease);
    return scheme.weightInGoal * (record.weight ?? 0) * pull * dice.between(0.4, 1.6);
  });
  const goalSums = new Map<string, number>();
  drafts.forEach(({ scheme }, index) => {
    goalSums.set(scheme.goal, (goalSums.get(scheme.goal) ?? 0) + (raw[index] ?? 0));
  });
  return drafts.map(({ scheme }, index) => {
    const money = GOAL_STORY[scheme.goal]?.money ?? 0;
    return (money * (raw[index] ?? 0)) / (goalSums.get(scheme.goal) ?? 1);
  });
}

/** One project in nine is amended in the year: mostly raised by a supplement, some cut, some by a transfer. */
function amend(funded: readonly Draft[], year: number, finalRial: ReadonlyMap<string, number>): BudgetChange[] {
  return funded.flatMap(({ record }) => {
    const dice = new Dice(`amend/${record.code}`);
    if (!dice.chance(record.status === 'cancelled' ? 1 : 0.11)) return [];
    const approvedRial = finalRial.get(record.code) ?? 0;
    const kind =
      record.status === 'cancelled' ? 'cut' : dice.pick(['supplement', 'supplement', 'supplement', 'cut', 'transfer']);
    const factor = kind === 'cut' ? dice.between(1.15, 1.6) : dice.between(0.6, 0.9);
    record.approvedRial = Math.round((approvedRial * factor) / MILLION) * MILLION;
    const month = year === 1399 ? dice.pick([5, 6]) : dice.whole(6, 10);
    return [
      {
        project: record.code,
        effective: `${year}-${String(month).padStart(2, '0')}`,
        approvedRial,
        kind,
        counterpart: null,
        approvalRef: `ش/${year}/${dice.whole(101, 180)}`,
        reason: kind === 'cut' ? 'اصلاح بودجه' : kind === 'transfer' ? 'جابه‌جایی اعتبار' : 'متمم بودجه',
      },
    ];
  });
}

/** The credit of a merged project goes to its successor at the merger. */
function emptyMerged(own: readonly Draft[]): BudgetChange[] {
  return own.flatMap(({ record }) => {
    if (record.status !== 'merged') return [];
    record.approvedRial = 500 * MILLION;
    return [
      {
        project: record.code,
        effective: record.statusEffective ?? '',
        approvedRial: 0,
        kind: 'transfer',
        counterpart: record.successor,
        approvalRef: `ش/${record.year}/181`,
        reason: 'ادغام پروژه',
      },
    ];
  });
}
