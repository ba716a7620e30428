/** From when on a figure is asked about. Every one is a key of the configuration, `checks.…`; percent and points as 0..100. */
export interface CheckThresholds {
  /** Spending above the approved budget by more than so many percent of it. */
  overBudgetPercent: number;
  /** Spent above allocated or committed, or allocated above approved, by more than so many percent. */
  orderPercent: number;
  /** Committed above the year's approved budget, in percent: contracts run longer than the year, so much is ordinary. */
  committedPercent: number;
  /** Spending after the work was reported done, in percent of the approved budget; the same after a cancellation. */
  doneSpendingPercent: number;
  /** Spending net of advances, in percent of the approved budget, at which some progress is expected. */
  idleSpendingPercent: number;
  /** Rise of physical progress in one month, in points, unless the schedule plans it. */
  jumpPoints: number;
  /** Months after its planned end in which a project may still move. */
  lateMonths: number;
  /** Movement after that, in points. */
  latePoints: number;
  /** Reports in a row with the same progress and the same spending. */
  unchangedPeriods: number;
  /** Reports in a row at 90 percent or more without being done. */
  ninetyPeriods: number;
  /** Rows of a sheet that repeat last month's figures, in percent of at least `copiedRows` rows. */
  copiedPercent: number;
  copiedRows: number;
  /** A figure so many times another that should be near it may stand in the wrong unit. */
  slipRatio: number;
  /** Round tens among the percentages of a sheet, in percent of at least `roundRows` of them. */
  roundPercent: number;
  roundRows: number;
  /** Robust deviations (median, MAD) from comparable projects or from the own history. */
  deviations: number;
  /** Comparable projects, and own earlier figures, that are needed for such a comparison. */
  comparables: number;
  ownFigures: number;
}

export const DEFAULT_THRESHOLDS: CheckThresholds = {
  overBudgetPercent: 10,
  orderPercent: 10,
  committedPercent: 50,
  doneSpendingPercent: 20,
  idleSpendingPercent: 30,
  jumpPoints: 40,
  lateMonths: 3,
  latePoints: 20,
  unchangedPeriods: 4,
  ninetyPeriods: 5,
  copiedPercent: 90,
  copiedRows: 8,
  slipRatio: 5,
  roundPercent: 80,
  roundRows: 12,
  deviations: 6,
  comparables: 10,
  ownFigures: 5,
};
