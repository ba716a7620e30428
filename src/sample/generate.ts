import { emptyPackage, type PlanPackage } from '../domain/plan.js';
import { DEPARTMENTS } from './base/departments.js';
import { AGREED_UNIT, UNITS_OF_GOAL } from './base/units.js';
import { giveBudgets } from './budget.js';
import { makeFiles, type SampleFile } from './files.js';
import { indicatorReports, indicatorTables } from './indicators.js';
import { FIRST_YEAR, LAST_YEAR, PLAN_CODE, SAMPLE_MARK } from './parameters.js';
import { type Draft, makeProjects } from './projects.js';
import { makeReports, type Report } from './reports.js';
import { makeSchedules } from './schedule.js';
import { Dice } from './seed.js';
import { addTurns } from './story.js';
import { budgetTotals } from './totals.js';
import { makeTree } from './tree.js';
import { addWorks } from './works.js';

/** The clean sample: the plan package and the departments' files, before anything goes wrong in them. */
export function generate(): { plan: PlanPackage; files: SampleFile[] } {
  const tree = makeTree();
  const drafts = makeProjects(tree.schemes);
  addTurns(drafts, new Dice('turns'));
  const { finalRial, changes } = giveBudgets(drafts);
  const { rows, courses } = makeSchedules(drafts, finalRial);
  const works = addWorks(drafts, finalRial);
  const reports = makeReports(drafts, { finalRial, courses });
  carryCredit(drafts, reports, finalRial);
  const plan: PlanPackage = {
    ...emptyPackage(),
    plans: [
      {
        code: PLAN_CODE,
        title: `برنامه پنج‌ساله اول شهرداری (${SAMPLE_MARK})`,
        firstYear: FIRST_YEAR,
        lastYear: LAST_YEAR,
        horizonYear: 1414,
      },
    ],
    nodes: tree.nodes.map((node) => ({ ...node, owner: UNITS_OF_GOAL[node.code]?.[0] ?? null })),
    departments: DEPARTMENTS.map(({ code, title, peers }) => ({
      code,
      title,
      email: `${code.toLowerCase()}@sample.invalid`,
      managerEmail: `manager.${code.toLowerCase()}@sample.invalid`,
      peerGroup: peers,
      moneyUnit: AGREED_UNIT.has(code) ? 'million_rial' : null,
    })),
    projects: drafts.map(({ record }) => record),
    works,
    schedule: rows,
    budgetChanges: changes,
    budgetTotals: budgetTotals(drafts, finalRial, reports),
    yearShares: tree.yearShares,
    ...indicatorTables(),
  };
  return { plan, files: makeFiles(reports, indicatorReports()) };
}

/** Credit carried into a year is what the earlier project left unspent, at most 60% of the later budget. */
function carryCredit(
  drafts: readonly Draft[],
  reports: readonly Report[],
  finalRial: ReadonlyMap<string, number>,
): void {
  const spent = new Map(
    reports
      .filter(({ month }) => month === 12)
      .map((report) => [report.project, (report.spentRial ?? 0) + (report.noncashRial ?? 0)]),
  );
  for (const { record } of drafts) {
    if (record.carriedRial === null || record.continues === null) continue;
    const unspent = (finalRial.get(record.continues) ?? 0) - (spent.get(record.continues) ?? 0);
    const limit = Math.floor(((finalRial.get(record.code) ?? 0) * 0.6) / 1e6) * 1e6;
    record.carriedRial = unspent > 0 && limit > 0 ? Math.min(unspent, limit) : null;
  }
}
