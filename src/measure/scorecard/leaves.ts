import { monthOf } from '../../domain/calendar.js';
import type { Project } from '../../domain/plan.js';
import { leavesBelow, type MonthModel } from '../model.js';
import { PlannedFigures } from '../planned.js';
import { lastAllocated, lastPhysical, lastSpending, progressRatio } from '../progress.js';
import { ReportedFigures } from '../reported.js';

/** A project as its department answers for it: what happened since it became responsible, year to date. */
export interface ScoreLeaf {
  project: Project;
  /** Strategic weight × planned progress: what the physical components are weighed by. */
  weight: number;
  /** Approved credit due, by which money is weighed; null = none. */
  dueRial: number | null;
  /** min(1, L/BD): the part of the due credit that was released; 1 where the release was never reported. */
  released: number;
  lateCreditRial: number;
  /** P, of it verified, and the work that the released credit could pay; P null = not reported for this period. */
  achieved: number | null;
  verified: number | null;
  payable: number;
  /** S; null = not reported for this period. */
  spentRial: number | null;
  reported: boolean;
}

/** `since` = the last fiscal month of the year before the department became responsible for a project; absent = the whole year. */
export function scoreLeaves(model: MonthModel, since: ReadonlyMap<string, number>): ScoreLeaf[] {
  const { input, year } = model;
  const planned = new PlannedFigures(input);
  const reported = new ReportedFigures(input.figures);
  const month = monthOf(input.calendar, input.period);
  return leavesBelow(model.root).flatMap(({ leaf: { values }, weight }) => {
    if (!values || values.project.year !== year) return [];
    const { project, approvedRial } = values;
    const before = since.get(project.code) ?? 0;
    const part = (at: number) => (at === 0 ? 0 : planned.planned(project, at).ratio);
    const physical = (at: number) => {
      const said = at === 0 ? null : lastPhysical(reported, project, at);
      return said ? progressRatio(project, said.value, 1) : 0;
    };
    const due = (at: number) => (at === 0 ? 0 : (planned.plannedSpend(project, approvedRial, at).rial ?? 0));
    const spent = (at: number) =>
      at === 0 ? 0 : (lastSpending(reported, project, at, input.options.spending)?.value ?? 0);
    const PP = values.planned === null ? 0 : Math.max(0, part(month) - part(before));
    const BD = approvedRial === null ? null : Math.max(0, due(month) - due(before));
    const L = lastAllocated(reported, project, month);
    const credit =
      L === null || !BD ? null : Math.max(0, L.value - (lastAllocated(reported, project, before)?.value ?? 0));
    const released = credit === null || !BD ? 1 : Math.min(1, credit / BD);
    const speaks = values.achieved === null ? values.moneyState === 'reported' : values.physicalState === 'reported';
    const verified = reported.lastAt(project.code, 'verified_percent', year, month);
    const progress = Math.max(0, physical(month) - physical(before));
    return [
      {
        project,
        weight: weight * PP,
        dueRial: BD,
        released,
        // An old statement of the release says nothing of what is late today.
        lateCreditRial: credit === null || !BD || L?.month !== month ? 0 : Math.max(0, BD - credit),
        achieved: values.achieved === null || values.physicalState !== 'reported' ? null : progress,
        verified:
          verified === null
            ? null
            : Math.max(0, Math.min(progress, verifiedRatio(project, verified.value) - physical(before))),
        payable: PP * released,
        spentRial: values.moneyState === 'reported' ? Math.max(0, spent(month) - spent(before)) : null,
        reported: speaks,
      },
    ];
  });
}

/** Of a quantity it is percent of the year's work; else it is percent of what the project reports in. */
function verifiedRatio(project: Project, percent: number): number {
  return project.progressMethod === 'quantity' ? percent / 100 : progressRatio(project, percent / 100, 1);
}
