import { invariant } from '../../src/domain/invariant.js';
import type { Leaf } from '../../src/domain/measure.js';
import { live } from '../../src/report/cells.js';
import { type Cell, refTo } from '../../src/report/sheet.js';
import { hasMoney, hasProgress } from './leaf-state.js';
import { type ProjectKey, projectRange } from './projects-columns.js';

/** What the formulas of a node or department add up, as we computed it: the stored results. Money in the unit of display. */
export interface LiveSums {
  achieved: number;
  planned: number;
  spent: number;
  due: number;
  reportedPhysical: number;
  reportedMoney: number;
}

const NONE: LiveSums = { achieved: 0, planned: 0, spent: 0, due: 0, reportedPhysical: 0, reportedMoney: 0 };

export function sumsOfLeaves(leaves: readonly Leaf[], scope: string, amount: (rial: number) => number): LiveSums {
  return leaves.reduce((sum, leaf) => {
    const progress = hasProgress(leaf, scope);
    const money = hasMoney(leaf, scope);
    return {
      achieved: sum.achieved + (progress ? leaf.weight * (leaf.achieved ?? 0) : 0),
      planned: sum.planned + leaf.weight * (leaf.planned ?? 0),
      spent: sum.spent + (money ? amount(leaf.spentRial ?? 0) : 0),
      due: sum.due + amount(leaf.budgetRial ?? 0),
      reportedPhysical: sum.reportedPhysical + (progress ? 1 : 0),
      reportedMoney: sum.reportedMoney + (money ? 1 : 0),
    };
  }, NONE);
}

export function addLiveSums(sums: readonly LiveSums[]): LiveSums {
  return sums.reduce(
    (total, part) => ({
      achieved: total.achieved + part.achieved,
      planned: total.planned + part.planned,
      spent: total.spent + part.spent,
      due: total.due + part.due,
      reportedPhysical: total.reportedPhysical + part.reportedPhysical,
      reportedMoney: total.reportedMoney + part.reportedMoney,
    }),
    NONE,
  );
}

/** `SUM(F7,F20,…)` in groups that every program accepts (255 arguments at most). */
export function sumOfRows(letter: string, rows: readonly number[]): string {
  invariant(rows.length > 0, 'a sum needs at least one row');
  const groups: string[] = [];
  for (let start = 0; start < rows.length; start += 200) {
    groups.push(
      `SUM(${rows
        .slice(start, start + 200)
        .map((row) => `${letter}${row}`)
        .join(',')})`,
    );
  }
  return groups.join('+');
}

const SOURCES: Record<keyof LiveSums, ProjectKey> = {
  achieved: 'weightedAchieved',
  planned: 'weightedPlanned',
  spent: 'spent',
  due: 'due',
  reportedPhysical: 'achieved',
  reportedMoney: 'spent',
};

/**
 * The sum, or the count of numbers, over the projects whose running number of node or department stands in `criterion`.
 * Numbers are matched, never codes: a spreadsheet would take a code such as `1-2` for a date and `*` for a pattern.
 */
export function sumOverProjects(
  key: keyof LiveSums,
  by: 'node' | 'department',
  criterion: string,
  rows: number,
  sheet: string,
): string {
  const values = refTo(sheet, projectRange(SOURCES[key], rows));
  const owners = refTo(sheet, projectRange(by, rows));
  const counts = key === 'reportedPhysical' || key === 'reportedMoney';
  return counts ? `COUNTIFS(${owners},${criterion},${values},"<1E+300")` : `SUMIFS(${values},${owners},${criterion})`;
}

/** Cells of the six sums of a row, with our own results stored. */
export function liveSumCells(own: LiveSums, formulaOf: (key: keyof LiveSums) => string): Record<keyof LiveSums, Cell> {
  const muted = { tone: 'muted' as const };
  return {
    achieved: live('ratio', formulaOf('achieved'), own.achieved, muted),
    planned: live('ratio', formulaOf('planned'), own.planned, muted),
    spent: live('money', formulaOf('spent'), own.spent),
    due: live('money', formulaOf('due'), own.due),
    reportedPhysical: live('count', formulaOf('reportedPhysical'), own.reportedPhysical, muted),
    reportedMoney: live('count', formulaOf('reportedMoney'), own.reportedMoney, muted),
  };
}
