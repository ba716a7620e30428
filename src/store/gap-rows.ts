import type { Database } from 'better-sqlite3';
import type { GapExplained } from '../domain/measure.js';
import { GAP_CAUSES, GAP_HEADS, GAP_PARTS, type GapPart } from './measure-tables.js';

/** The lists of a gap as one table of named values, in the order in which a reader meets them. */
function partsOf(gap: GapExplained): GapPart[] {
  return [
    ...gap.outside.map(({ kind, value }): GapPart => ({ list: 'outside', name: kind, value })),
    ...gap.bridge.map(({ step, value }): GapPart => ({ list: 'bridge', name: step, value })),
    ...gap.paidAheadParts.map(({ kind, value }): GapPart => ({ list: 'paid_ahead', name: kind, value })),
  ];
}

type Outside = GapExplained['outside'][number];
type PaidAheadPart = GapExplained['paidAheadParts'][number];

export function insertGaps(db: Database, figureSet: number, gaps: readonly GapExplained[]): void {
  GAP_HEADS.insert(db, [figureSet], gaps);
  for (const [position, gap] of gaps.entries()) {
    GAP_PARTS.insert(db, [figureSet, position], partsOf(gap));
    GAP_CAUSES.insert(db, [figureSet, position], gap.causes);
  }
}

export function selectGaps(db: Database, figureSet: number): GapExplained[] {
  return GAP_HEADS.select(db, [figureSet]).map((head, position) => {
    const parts = GAP_PARTS.select(db, [figureSet, position]);
    const list = (name: GapPart['list']) => parts.filter((part) => part.list === name);
    return {
      ...head,
      outside: list('outside').map(({ name, value }) => ({ kind: name as Outside['kind'], value })),
      bridge: list('bridge').map(({ name, value }) => ({ step: name, value })),
      paidAheadParts: list('paid_ahead').map(({ name, value }) => ({ kind: name as PaidAheadPart['kind'], value })),
      causes: GAP_CAUSES.select(db, [figureSet, position]),
    };
  });
}
