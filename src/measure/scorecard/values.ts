import type { IndicatorFigure } from '../../domain/indicator-figures.js';
import type { ScoredProgress } from '../../domain/scorecard.js';
import * as value from './components.js';
import type { ScoreLeaf } from './leaves.js';
import type { Values } from './score.js';

/** Everything that one department is judged by. */
export interface Evidence {
  leaves: readonly ScoreLeaf[];
  /** Its indicators of which a measurement was due, measured at that date. */
  indicators: readonly IndicatorFigure[];
  /** Σ|Δ| of later corrections by project. */
  corrections: ReadonlyMap<string, number>;
  /** Months due from it, and those of them in time; rows of the period. */
  reporting: { received: number; months: number; accepted: number; refused: number };
}

/** Where no department reported in the year yet: nothing is known, and unknown is not zero. */
export const NOTHING_KNOWN: Values = {
  physical: value.NOTHING,
  money_ahead: value.NOTHING,
  verified: value.NOTHING,
  indicators: value.NOTHING,
  on_time: value.NOTHING,
  complete: value.NOTHING,
  first_pass: value.NOTHING,
  restatement: value.NOTHING,
};

/** Every component of a department's score before its points. */
export function valuesOf({ leaves, indicators, corrections, reporting }: Evidence, progress: ScoredProgress): Values {
  const { received, months, accepted, refused } = reporting;
  return {
    physical: value.physical(leaves, progress),
    money_ahead: value.moneyAhead(leaves, progress),
    verified: value.verified(leaves),
    indicators: value.indicators(indicators),
    on_time: value.onTime(received, months),
    complete: value.complete(leaves),
    first_pass: value.firstPass(accepted, refused, leaves.length + indicators.length),
    restatement: value.restatement(leaves, corrections),
  };
}
