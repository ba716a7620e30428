import type { Realization } from '../../src/domain/measure.js';
import type { OracleFigure } from './oracle.js';

const TOLERANCE = 1e-9;

/** Equal to 1e-9 of 1, or of the size of what was added up where that is larger. NaN is equal to nothing. */
export function close(a: number, b: number, scale = 1): boolean {
  return Math.abs(a - b) <= TOLERANCE * Math.max(1, scale);
}

function near(a: number | null, b: number | null): boolean {
  if (a === null || b === null) return a === b;
  return close(a, b, Math.max(Math.abs(a), Math.abs(b)));
}

/** What differs between a figure of the program and the oracle's, one line for each field; null equals null only. */
export function differences(ours: Realization, oracle: OracleFigure): string[] {
  return differ(ours, {
    ...oracle,
    low: oracle.physical,
    coverageBudget: oracle.coverage_budget,
    assumedBudget: oracle.assumed_budget,
    activeWeight: oracle.active_weight,
    spentRial: oracle.spent_rial === null ? null : BigInt(oracle.spent_rial),
    budgetRial: oracle.budget_rial === null ? null : BigInt(oracle.budget_rial),
  });
}

type Compared = Omit<Realization, 'kind' | 'code' | 'level' | 'title' | 'indicators'>;

const RATIOS = [
  'physical',
  'budget',
  'gap',
  'adherence',
  'coverage',
  'coverageBudget',
  'low',
  'high',
  'assumed',
  'assumedBudget',
  'activeWeight',
  'achieved',
  'planned',
  'silent',
  'leaves',
] as const;

/** Ratios to 1e-9, rials exactly. */
export function differ(a: Compared, b: Compared): string[] {
  return [
    ...RATIOS.filter((field) => !near(a[field], b[field])),
    ...(['spentRial', 'budgetRial'] as const).filter((field) => a[field] !== b[field]),
  ].map((field) => `${field} ${a[field]} ≠ ${b[field]}`);
}
