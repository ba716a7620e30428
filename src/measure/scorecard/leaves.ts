import { monthOf } from '../../domain/calendar.js';
import type { Project } from '../../domain/plan.js';
import { leavesBelow, type MonthModel } from '../model.js';
import { PlannedFigures } from '../planned.js';
import { lastAllocated, lastPhysical, lastSpending, progressRatio, saysSpending } from '../progress.js';
import { ReportedFigures } from '../reported.js';

/** A project as its department answers for it: what happened since it became responsible, year to date. */
export interface ScoreLeaf {
  project: Project;
  /** Strategic weight × planned progress: what the physical components are weighed by. */
  weight: number;
  /** Approved credit due, by which money is weighed; null = none. */
  dueRial: number | null;
  /** PP: planned progress since it became responsible. */
  planned: number;
  /** min(1, L/BD): the part of the due credit that was released; null = not reported for this period. */
  released: number | null;
  lateCreditRial: number;
  /** P, and of it verified; null = not reported for this period. */
  achieved: number | null;
  verified: number | null;
  /** S; null = not reported for this period, or a part of it that was reported before in the year. */
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
    // What was released by an earlier month says nothing of what is today: only this period's statement counts.
    const released = credit === null || !BD || L?.month !== month ? null : Math.min(1, credit / BD);
    const speaks = values.achieved === null ? values.moneyState === 'reported' : values.physicalState === 'reported';
    const verified = reported.lastAt(project.code, 'verified_percent', year, month);
    const spoken = saysSpending(reported, project, month, input.options.spending);
    const progress = Math.max(0, physical(month) - physical(before));
    return [
      {
        project,
        weight: weight * PP,
        dueRial: BD,
        planned: PP,
        released,
        lateCreditRial: released === null || credit === null || !BD ? 0 : Math.max(0, BD - credit),
        achieved: values.achieved === null || values.physicalState !== 'reported' ? null : progress,
        verified:
          verified?.month !== month
            ? null
            : Math.max(0, Math.min(progress, verifiedRatio(project, verified.value) - physical(before))),
        spentRial: spoken ? Math.max(0, spent(month) - spent(before)) : null,
        reported: speaks,
      },
    ];
  });
}

/** Of a quantity it is percent of the year's work; else it is percent of what the project reports in. */
function verifiedRatio(project: Project, percent: number): number {
  return project.progressMethod === 'quantity' ? percent / 100 : progressRatio(project, percent / 100, 1);
}
