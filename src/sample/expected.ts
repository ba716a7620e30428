import type { PlanPackage, Project } from '../domain/plan.js';
import type { SampleFile } from './files.js';
import { YEARS } from './parameters.js';

/** What the sample's files add up to: a second, small computation to calibrate by. Ratios; basis due. */
export interface Expected {
  physical: number;
  budget: number;
  spentRial: number;
  dueRial: number;
  achieved: number;
  planned: number;
}

interface Lookups {
  schedule: ReadonlyMap<string, PlanPackage['schedule']>;
  changes: ReadonlyMap<string, PlanPackage['budgetChanges']>;
}

function groups<T>(rows: readonly T[], key: (row: T) => string): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const row of rows) {
    const group = found.get(key(row));
    if (group) group.push(row);
    else found.set(key(row), [row]);
  }
  return found;
}

/** Last accepted value of each figure of a project in its year, up to a month. */
interface Known {
  physical: number | null;
  spent: number | null;
  noncash: number | null;
}

/** Scope plan at a month of 1399: every scheme, every year by its share, finished years in full. */
export function expectedOfPlan(plan: PlanPackage, files: readonly SampleFile[], month: number): Expected {
  const known = accepted(files, month);
  const weights = schemeWeights(plan);
  const shares = new Map(
    plan.yearShares.map(({ node, year, sharePercent }) => [`${node}/${year}`, sharePercent / 100]),
  );
  const lookups: Lookups = {
    schedule: groups(plan.schedule, (row) => row.project),
    changes: groups(plan.budgetChanges, (change) => change.project),
  };
  const leaves = plan.projects.filter((project) => !(project.status === 'merged' && holds(project, month)));
  const ofScheme = groups(leaves, ({ node, year }) => `${node}/${year}`);
  const carriersOf = groups(
    leaves.filter((project) => project.carriedWork),
    ({ continues }) => continues ?? '',
  );
  let [achieved, planned] = [0, 0];
  for (const [scheme, weight] of weights) {
    for (const year of YEARS) {
      const own = ofScheme.get(`${scheme}/${year}`) ?? [];
      const part = weight * (shares.get(`${scheme}/${year}`) ?? 0);
      const working = own.filter(
        (project) => project.quantity !== 0 && !project.carriedWork && !released(project, month),
      );
      const total = working.reduce((sum, { weight: own }) => sum + (own ?? 0), 0);
      if (working.length === 0) planned += year < 1399 ? part : 0;
      for (const project of working) {
        const w = (part * (project.weight ?? 0)) / total;
        achieved += w * finished(project, carriersOf.get(project.code) ?? [], known);
        planned += w * (year < 1399 ? 1 : plannedRatio(lookups, project, month));
      }
    }
  }
  const money = leaves.map((project) => moneyOf(lookups, project, known, month));
  const spentRial = money.reduce((sum, { spent }) => sum + spent, 0);
  const dueRial = money.reduce((sum, { due }) => sum + due, 0);
  return { physical: achieved / planned, budget: spentRial / dueRial, spentRial, dueRial, achieved, planned };
}

function accepted(files: readonly SampleFile[], month: number): Map<string, Known> {
  const known = new Map<string, Known>();
  const last = files
    .filter((file) => !file.refused && (file.year < 1399 || file.month <= month))
    .sort((a, b) => a.year * 13 + a.month - (b.year * 13 + b.month) || (a.receivedAt < b.receivedAt ? -1 : 1));
  for (const file of last) {
    for (const report of file.reports) {
      if (file.refusedRows.has(report.project)) continue;
      const before = known.get(report.project);
      known.set(report.project, {
        physical: report.percent ?? report.quantity ?? before?.physical ?? null,
        spent: report.spentRial ?? before?.spent ?? null,
        noncash: report.noncashRial ?? before?.noncash ?? null,
      });
    }
  }
  return known;
}

function schemeWeights(plan: PlanPackage): Map<string, number> {
  const own = new Map(plan.nodes.map((node) => [node.code, node]));
  const weight = (code: string | null): number => {
    const node = code === null ? undefined : own.get(code);
    return node ? ((node.weight ?? 0) / 100) * weight(node.parent) : 1;
  };
  return new Map(plan.nodes.filter(({ level }) => level === 'scheme').map(({ code }) => [code, weight(code)]));
}

function holds(project: Project, month: number): boolean {
  return project.year < 1399 || (project.statusEffective ?? '') <= `1399-${String(month).padStart(2, '0')}`;
}

function released(project: Project, month: number): boolean {
  return project.status === 'cancelled' && project.released !== null && holds(project, month);
}

/** P, with the work that a later project finished for it: P + (1 − P) × P_later. */
function finished(project: Project, carriers: readonly Project[], known: ReadonlyMap<string, Known>): number {
  return carriers.reduce((done, carrier) => done + (1 - done) * progress(carrier, known), progress(project, known));
}

function progress(project: Project, known: ReadonlyMap<string, Known>): number {
  const reported = known.get(project.code)?.physical ?? 0;
  if (project.progressMethod === 'quantity') return Math.min(1, reported / (project.quantity ?? 1));
  if (project.progressBasis === 'year') return reported / 100;
  const opening = project.openingPercent ?? 0;
  return Math.min(1, Math.max(0, (reported - opening) / ((project.targetPercent ?? 100) - opening)));
}

function plannedRatio(lookups: Lookups, project: Project, month: number): number {
  const rows = lookups.schedule.get(project.code) ?? [];
  if (rows.length === 0) {
    const [first, last] = [project.startMonth ?? 1, project.endMonth ?? 12];
    return Math.min(1, Math.max(0, (month - first + 1) / (last - first + 1)));
  }
  const row = rows.findLast(({ period }) => Number(period.slice(5)) <= month);
  return (row?.plannedPhysicalPercent ?? 0) / 100 + (row?.plannedQuantity ?? 0) / (project.quantity ?? 1);
}

function moneyOf(
  lookups: Lookups,
  project: Project,
  known: ReadonlyMap<string, Known>,
  month: number,
): { spent: number; due: number } {
  const period = `1399-${String(month).padStart(2, '0')}`;
  const change = (lookups.changes.get(project.code) ?? []).findLast((one) => one.effective <= period);
  const approved = change?.approvedRial ?? project.approvedRial;
  if (approved === null) return { spent: 0, due: 0 };
  const credit = approved - (project.carriedRial ?? 0);
  const { spent, noncash } = known.get(project.code) ?? { spent: null, noncash: null };
  const rows = lookups.schedule.get(project.code) ?? [];
  const scheduled = rows.findLast((row) => Number(row.period.slice(5)) <= month)?.plannedSpendRial ?? 0;
  const current = rows.length > 0 ? scheduled : Math.floor(credit * plannedRatio(lookups, project, month) + 0.5);
  return { spent: (spent ?? 0) + (noncash ?? 0), due: project.year < 1399 ? credit : current };
}
