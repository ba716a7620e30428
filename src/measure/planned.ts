import { monthOf, ordinalOf } from '../domain/calendar.js';
import type { BudgetChange, Project, ScheduleRow } from '../domain/plan.js';
import { decimalFraction, divided, type Fraction, ratioOf, rialPart } from './fraction.js';
import type { MeasureInput } from './input.js';

/** A project's schedule, by month: cumulative part of the work and rials; a missing list = nothing scheduled explicitly. */
interface Schedule {
  physical: { month: number; part: Fraction }[];
  spend: { month: number; rial: number }[];
}

/** What the plan in force says of each project: PP, B and BD at a month. */
export class PlannedFigures {
  readonly #schedules = new Map<string, Schedule>();
  readonly #changes = new Map<string, BudgetChange[]>();
  readonly #input: MeasureInput;

  constructor(input: MeasureInput) {
    this.#input = input;
    const quantities = new Map(input.package.projects.map((project) => [project.code, project.quantity]));
    for (const row of input.package.schedule) this.#addRow(row, quantities.get(row.project) ?? null);
    for (const { physical, spend } of this.#schedules.values()) {
      physical.sort((a, b) => a.month - b.month);
      spend.sort((a, b) => a.month - b.month);
    }
    const until = ordinalOf(input.calendar, input.period);
    for (const change of input.package.budgetChanges) {
      if (ordinalOf(input.calendar, change.effective) > until) continue;
      const changes = this.#changes.get(change.project);
      if (changes) changes.push(change);
      else this.#changes.set(change.project, [change]);
    }
  }

  #addRow(row: ScheduleRow, quantity: number | null): void {
    let schedule = this.#schedules.get(row.project);
    if (!schedule) {
      schedule = { physical: [], spend: [] };
      this.#schedules.set(row.project, schedule);
    }
    const month = monthOf(this.#input.calendar, row.period);
    const part = plannedPart(row, quantity);
    if (part !== null) schedule.physical.push({ month, part });
    if (row.plannedSpendRial !== null) schedule.spend.push({ month, rial: row.plannedSpendRial });
  }

  /**
   * PP: planned physical progress of the year to a month, 0..1, cumulative. From the schedule (a month that it leaves
   * out carries the one before); else linear over the active months: (m − a + 1)/(z − a + 1), and then assumed.
   */
  planned(project: Project, month: number): { ratio: number; assumed: boolean } {
    const { part, assumed } = this.#part(project, month);
    return { ratio: ratioOf(part), assumed };
  }

  #part(project: Project, month: number): { part: Fraction; assumed: boolean } {
    const until = Math.min(month, 12);
    const scheduled = this.#schedules.get(project.code)?.physical ?? [];
    if (scheduled.length > 0) {
      const last = scheduled.findLast((point) => point.month <= until);
      return { part: last?.part ?? NOTHING_YET, assumed: false };
    }
    const first = project.startMonth ?? 1;
    const months = (project.endMonth ?? 12) - first + 1;
    const passed = Math.min(months, Math.max(0, until - first + 1));
    return { part: { numerator: BigInt(passed), denominator: BigInt(months) }, assumed: true };
  }

  /** B: the approved budget in force at the period (or as first approved), whole rials; null = no budget. */
  approvedRial(project: Project): number | null {
    if (this.#input.options.budget === 'original') {
      return this.#input.firstApproved.get(project.code) ?? project.approvedRial;
    }
    const { calendar } = this.#input;
    let latest: BudgetChange | null = null;
    for (const change of this.#changes.get(project.code) ?? []) {
      if (!latest || ordinalOf(calendar, change.effective) >= ordinalOf(calendar, latest.effective)) latest = change;
    }
    return latest?.approvedRial ?? project.approvedRial;
  }

  /**
   * BD: planned spending of the year to a month. An explicit schedule stands as it is; else B × PP rounded half up,
   * and then assumed. Null = no budget.
   */
  plannedSpend(
    project: Project,
    approvedRial: number | null,
    month: number,
  ): { rial: number | null; assumed: boolean } {
    if (approvedRial === null) return { rial: null, assumed: false };
    const scheduled = this.#schedules.get(project.code)?.spend ?? [];
    if (scheduled.length > 0) {
      const last = scheduled.findLast((point) => point.month <= Math.min(month, 12));
      return { rial: last?.rial ?? 0, assumed: false };
    }
    return { rial: rialPart(approvedRial, this.#part(project, month).part), assumed: true };
  }
}

const NOTHING_YET: Fraction = { numerator: 0n, denominator: 1n };
const PERCENT: Fraction = { numerator: 100n, denominator: 1n };

function plannedPart(row: ScheduleRow, quantity: number | null): Fraction | null {
  if (row.plannedPhysicalPercent !== null) return divided(decimalFraction(row.plannedPhysicalPercent), PERCENT);
  if (row.plannedQuantity !== null && quantity !== null && quantity > 0) {
    return divided(decimalFraction(row.plannedQuantity), decimalFraction(quantity));
  }
  return null;
}
