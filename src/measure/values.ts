import { monthOf, ordinalOf, periodOf, SETTLEMENT_MONTH, yearOf } from '../domain/calendar.js';
import type { ReportState } from '../domain/measure.js';
import type { Project } from '../domain/plan.js';
import type { MeasureInput } from './input.js';
import { PlannedFigures } from './planned.js';
import { hasNoPlannedWork, lastAllocated, lastPhysical, lastSpending, progressRatio } from './progress.js';
import { ReportedFigures } from './reported.js';

/** What one project says in a scope, before any weight: the symbols of the measures beside their names. */
export interface ProjectValues {
  project: Project;
  /** P; null = no physical side. */
  achieved: number | null;
  achievedHigh: number | null;
  /** PP; null with `achieved`. */
  planned: number | null;
  /** S; null = never reported, or no budget to set it against. */
  spentRial: number | null;
  /** Denominator of basis due and of basis full; null = none. */
  dueRial: number | null;
  fullRial: number | null;
  /** B as approved, carried credit included. */
  approvedRial: number | null;
  physicalState: ReportState;
  moneyState: ReportState;
  lastPhysical: string | null;
  lastMoney: string | null;
  plannedAssumed: boolean;
  dueAssumed: boolean;
  /** The project belongs to the fiscal year of the period. */
  current: boolean;
  /** Its work finishes another project's work (scope plan): no share of its own. */
  carriesWork: boolean;
}

/** False for money alone: no planned work, a released weight, or work that finishes another project's. */
export function hasOwnWork({ achieved, carriesWork }: ProjectValues): boolean {
  return achieved !== null && !carriesWork;
}

/** One moment of one project: everything cumulative in its fiscal year. */
interface Moment {
  achieved: number;
  achievedHigh: number;
  planned: number;
  spentRial: number | null;
  dueRial: number | null;
}

/** Reads projects' values at the period of an input, for the scope of its options. */
export class ValueReader {
  readonly #input: MeasureInput;
  readonly #planned: PlannedFigures;
  readonly #reported: ReportedFigures;
  readonly year: number;
  readonly #month: number;

  constructor(input: MeasureInput) {
    this.#input = input;
    this.#planned = new PlannedFigures(input);
    this.#reported = ReportedFigures.of(input.figures);
    this.year = yearOf(input.calendar, input.period);
    this.#month = monthOf(input.calendar, input.period);
  }

  /** A merged project leaves the leaves from the period at which its status takes effect. */
  isLeaf(project: Project): boolean {
    return !(project.status === 'merged' && this.#statusHolds(project));
  }

  /** Money without work: quantity 0, or cancelled with a decision that releases its weight. */
  #hasPhysicalSide(project: Project): boolean {
    if (hasNoPlannedWork(project)) return false;
    const released = project.status === 'cancelled' && project.released !== null && this.#statusHolds(project);
    return this.#input.ignoreReleases === true || !released;
  }

  #statusHolds(project: Project): boolean {
    if (project.statusEffective === null) return true;
    const { calendar, period } = this.#input;
    return ordinalOf(calendar, project.statusEffective) <= ordinalOf(calendar, period);
  }

  #monthFor({ code }: Project): number {
    const { held } = this.#input;
    return held?.codes.has(code) ? held.month : this.#month;
  }

  /** Values of a project in the scope; see `ProjectValues`. A year after the period has neither report nor plan yet. */
  read(project: Project): ProjectValues {
    const { scope, spending, denominator } = this.#input.options;
    const current = project.year === this.year;
    // A later year is still to come: whatever was reported of it after the period is not known here.
    const month = current ? this.#monthFor(project) : project.year < this.year ? SETTLEMENT_MONTH : 0;
    const approvedRial = this.#planned.approvedRial(project);
    const creditRial = scope === 'plan' ? lessCarried(approvedRial, project) : approvedRial;
    const physical = this.#hasPhysicalSide(project);
    const now = this.#moment(project, month, creditRial);
    const before = scope === 'month' ? this.#moment(project, month - 1, creditRial) : NOTHING;
    const lastP = lastPhysical(this.#reported, project, month);
    const lastS = lastSpending(this.#reported, project, month, spending);
    const full = denominator === 'allocated' ? this.#allocated(project, month, creditRial) : creditRial;
    return {
      project,
      achieved: physical ? now.achieved - before.achieved : null,
      achievedHigh: physical ? now.achievedHigh - before.achieved : null,
      planned: physical ? now.planned - before.planned : null,
      spentRial: full !== null && now.spentRial !== null ? now.spentRial - (before.spentRial ?? 0) : null,
      dueRial: now.dueRial === null ? null : now.dueRial - (before.dueRial ?? 0),
      fullRial: full,
      approvedRial,
      physicalState: stateOf(lastP?.month, current ? month : null),
      moneyState: stateOf(lastS?.month, current ? month : null),
      lastPhysical: this.#periodOf(project, lastP?.month),
      lastMoney: this.#periodOf(project, lastS?.month),
      plannedAssumed: current && physical && this.#planned.planned(project, month).assumed,
      dueAssumed:
        current && denominator === 'approved' && this.#planned.plannedSpend(project, creditRial, month).assumed,
      current,
      carriesWork: scope === 'plan' && project.carriedWork,
    };
  }

  #moment(project: Project, month: number, creditRial: number | null): Moment {
    if (month === 0 || project.year > this.year) return { ...NOTHING, dueRial: creditRial === null ? null : 0 };
    const { spending, denominator, cap } = this.#input.options;
    const finished = project.year < this.year;
    const reported = lastPhysical(this.#reported, project, month);
    const achieved = reported ? progressRatio(project, reported.value, cap) : 0;
    const planned = finished ? 1 : this.#planned.planned(project, month).ratio;
    const silent = !finished && reported?.month !== month;
    const due = finished ? creditRial : this.#planned.plannedSpend(project, creditRial, month).rial;
    return {
      achieved,
      achievedHigh: silent ? Math.max(achieved, planned) : achieved,
      planned,
      spentRial: lastSpending(this.#reported, project, month, spending)?.value ?? null,
      dueRial: denominator === 'allocated' ? this.#allocated(project, month, creditRial) : due,
    };
  }

  #allocated(project: Project, month: number, creditRial: number | null): number | null {
    return creditRial === null ? null : (lastAllocated(this.#reported, project, month)?.value ?? null);
  }

  #periodOf(project: Project, month: number | undefined): string | null {
    return month === undefined ? null : periodOf(this.#input.calendar, project.year, month);
  }
}

const NOTHING: Moment = { achieved: 0, achievedHigh: 0, planned: 0, spentRial: null, dueRial: null };

/** `month` null = a finished year: its last report stands, whatever its month. */
function stateOf(lastMonth: number | undefined, month: number | null): ReportState {
  if (lastMonth === undefined) return 'missing';
  return month === null || lastMonth === month ? 'reported' : 'stale';
}

/** Carried credit is counted once, in the year that first approved it: it is taken off the later year's budget. */
function lessCarried(approvedRial: number | null, project: Project): number | null {
  return approvedRial === null ? null : Math.max(0, approvedRial - (project.carriedRial ?? 0));
}
