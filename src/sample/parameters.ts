/**
 * What was chosen so that the sample tells its story; every figure of a report is then computed from the files alone.
 * To move the headline: PACE moves physical realization, SPENDING moves budget realization.
 */
export const PLAN_CODE = 'QOM-1';
export const FIRST_YEAR = 1395;
export const LAST_YEAR = 1399;
export const YEARS = [1395, 1396, 1397, 1398, 1399] as const;
/** The last month for which the sample holds files. */
export const LAST_MONTH = 6;
export const LAST_PERIOD = '1399-06';
export const SAMPLE_MARK = 'داده نمونه — غیرواقعی';

/** Middle of a project's physical realization: of the year's work; 1399: of the work due by the month. */
export const PACE: Readonly<Record<number, number>> = { 1395: 0.766, 1396: 0.742, 1397: 0.7, 1398: 0.678, 1399: 0.475 };

/** Spending of the year against its budget (1399: against the spending planned by Shahrivar). */
export const SPENDING: Readonly<Record<number, number>> = {
  1395: 0.991,
  1396: 1.007,
  1397: 0.989,
  1398: 0.994,
  1399: 0.998,
};

/** Amended budgets of the years, milliard rial. */
export const BUDGET_MILLIARD: Readonly<Record<number, number>> = {
  1395: 11000,
  1396: 14000,
  1397: 17500,
  1398: 21640,
  1399: 35000,
};

/** Share of schemes that have planned work in the year and no project for it. */
export const EMPTY_SCHEMES: Readonly<Record<number, number>> = {
  1395: 0.06,
  1396: 0.05,
  1397: 0.05,
  1398: 0.04,
  1399: 0.03,
};

/** How far a scheme's own ease (−1 heavy and hard … +1 light and easy) moves its work. */
export const EASE_SPREAD = 0.23;
/** How far the same ease draws money: hard schemes of great strategic weight are starved. */
export const EASE_MONEY = 1.0;
/** Spread of a single project around its scheme. */
export const NOISE = 0.4;

/** Per goal: weight inside its statement, share of the money (any scale), and how much stronger its work is. */
export const GOAL_STORY: Readonly<Record<string, { weight: number; money: number; strength: number }>> = {
  '1': { weight: 60, money: 7, strength: -0.02 },
  '2': { weight: 40, money: 13, strength: -0.05 },
  '3': { weight: 50, money: 3, strength: -0.24 },
  '4': { weight: 50, money: 7, strength: -0.17 },
  '5': { weight: 55, money: 18, strength: 0.02 },
  '6': { weight: 45, money: 20, strength: 0.06 },
  '7': { weight: 35, money: 8, strength: 0.18 },
  '8': { weight: 35, money: 9, strength: 0.09 },
  '9': { weight: 30, money: 12, strength: 0.03 },
  '10': { weight: 100, money: 5, strength: 0.1 },
  '11': { weight: 100, money: 4, strength: -0.01 },
};
export const STATEMENT_WEIGHTS: Readonly<Record<string, number>> = { G1: 20, G2: 20, G3: 22, G4: 18, G5: 10, G6: 10 };
