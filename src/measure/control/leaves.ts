import { monthOf } from '../../domain/calendar.js';
import type { Project } from '../../domain/plan.js';
import { leavesBelow, type MonthModel } from '../model.js';
import { PlannedFigures } from '../planned.js';
import { lastSpending, physicalReports, progressRatio } from '../progress.js';
import { ReportedFigures } from '../reported.js';
import type { ProjectValues } from '../values.js';
import type { PlannedCurve } from './earned-schedule.js';

/** One project of the period's year as project control sees it. Rials; PV and EV not rounded. */
export interface ControlLeaf {
  project: Project;
  values: ProjectValues;
  /** B in force; null = no budget, and no earned value. */
  BAC: number | null;
  /** B · P with P held at the cap; null = never reported, or no planned work. */
  EV: number | null;
  PV: number | null;
  AC: number | null;
  /** Explicit schedule of the year: planned value by fiscal month 1..12; null = none. */
  yearCurve: readonly number[] | null;
  /** First and last fiscal month of the explicit schedule. */
  firstMonth: number;
  lastMonth: number;
  /** Fiscal month of the year in which the whole work was reported done; null = not yet. */
  doneMonth: number | null;
}

const MONTHS = 12;

/** Projects of the year, in tree order, with their budgets, plans and figures at the period. `model` is of scope year. */
export function controlLeaves(model: MonthModel): ControlLeaf[] {
  const { input } = model;
  const planned = new PlannedFigures(input);
  const reported = ReportedFigures.of(input.figures);
  const month = monthOf(input.calendar, input.period);
  return leavesBelow(model.root).flatMap(({ leaf: { values } }) => {
    if (!values || values.project.year !== model.year) return [];
    return [controlLeaf(values, planned, reported, input.options.spending, month)];
  });
}

function controlLeaf(
  values: ProjectValues,
  planned: PlannedFigures,
  reported: ReportedFigures,
  spending: 'spent' | 'certified' | 'committed',
  month: number,
): ControlLeaf {
  const { project, approvedRial: BAC } = values;
  const works = values.achieved !== null && values.planned !== null;
  const ratios = Array.from({ length: MONTHS }, (_, index) => planned.planned(project, index + 1));
  const explicit = works && BAC !== null && ratios.every(({ assumed }) => !assumed);
  const known = works && values.physicalState !== 'missing';
  const first = ratios.findIndex(({ ratio }) => ratio > 0);
  const last = ratios.findIndex(({ ratio }) => ratio >= 1);
  return {
    project,
    values,
    BAC,
    PV: works && BAC !== null ? BAC * (values.planned ?? 0) : null,
    EV: known && BAC !== null ? BAC * (values.achieved ?? 0) : null,
    AC: BAC === null ? null : (lastSpending(reported, project, month, spending)?.value ?? null),
    yearCurve: explicit ? ratios.map(({ ratio }) => BAC * ratio) : null,
    firstMonth: explicit && first >= 0 ? first + 1 : (project.startMonth ?? 1),
    lastMonth: explicit && last >= 0 ? last + 1 : (project.endMonth ?? MONTHS),
    doneMonth: known ? doneSince(reported, project, month) : null,
  };
}

/**
 * The month since whose report the whole work is said to be done without a break; null = the last report does not say so. Progress
 * that was taken back after 100% was none: 100% in month 4, 80% in 5, 100% in 7 → 7.
 */
export function doneSince(reported: ReportedFigures, project: Project, until: number): number | null {
  const said = physicalReports(reported, project, until);
  const broken = said.findLastIndex(({ value }) => progressRatio(project, value, 1) < 1);
  return said[broken + 1]?.month ?? null;
}

/** A curve over the months from the first active one to the last, from curves by fiscal month. */
export function curveOf(curves: readonly (readonly number[])[], firstMonth: number, lastMonth: number): PlannedCurve {
  const values: number[] = [];
  for (let month = firstMonth; month <= lastMonth; month += 1) {
    values.push(curves.reduce((sum, curve) => sum + (curve[month - 1] ?? 0), 0));
  }
  return { values };
}
