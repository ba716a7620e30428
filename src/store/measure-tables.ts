import type { Cause, GapExplained, Realization } from '../domain/measure.js';
import { recordTable } from './record-table.js';

export const FIGURES = recordTable<Realization>(
  'figure',
  ['figure_set'],
  {
    kind: 'kind',
    code: 'code',
    level: 'level',
    title: 'title',
    physical: 'physical',
    budget: 'budget',
    gap: 'gap',
    indicators: 'indicators',
    adherence: 'adherence',
    coverage: 'coverage',
    coverageBudget: 'coverage_budget',
    low: 'low',
    high: 'high',
    assumed: 'assumed',
    assumedBudget: 'assumed_budget',
    activeWeight: 'active_weight',
    achieved: 'achieved',
    planned: 'planned',
    spentRial: 'spent_rial',
    budgetRial: 'budget_rial',
    silent: 'silent',
    leaves: 'leaves',
  },
  { spentRial: 'bigint', budgetRial: 'bigint' },
);

/** A gap without its lists, which stand in tables of their own. */
export type GapHead = Omit<GapExplained, 'outside' | 'bridge' | 'paidAheadParts' | 'causes'>;

export const GAP_HEADS = recordTable<GapHead>(
  'gap',
  ['figure_set'],
  {
    code: 'code',
    title: 'title',
    level: 'level',
    physical: 'physical',
    budget: 'budget',
    gap: 'gap',
    paidAhead: 'paid_ahead',
    mix: 'mix',
    mixBetweenYears: 'mix_between_years',
    weightsAssumed: 'weights_assumed',
  },
  { weightsAssumed: 'boolean' },
);

export interface GapPart {
  list: 'outside' | 'bridge' | 'paid_ahead';
  name: string;
  value: number;
}

export const GAP_PARTS = recordTable<GapPart>('gap_part', ['figure_set', 'gap_position'], {
  list: 'list',
  name: 'name',
  value: 'value',
});

export const GAP_CAUSES = recordTable<Cause>('gap_cause', ['figure_set', 'gap_position'], {
  code: 'code',
  title: 'title',
  year: 'year',
  node: 'node',
  department: 'department',
  paidAhead: 'paid_ahead',
  mix: 'mix',
  outside: 'outside',
  outsideKind: 'outside_kind',
});
