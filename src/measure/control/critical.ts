import { periodOf } from '../../domain/calendar.js';
import type { Critical, CriticalKind } from '../../domain/control.js';
import { physicalReports } from '../progress.js';
import { ReportedFigures } from '../reported.js';
import type { ControlModel } from './earned-value.js';
import type { ControlLeaf } from './leaves.js';

/** When a project comes onto a list. Points as ratios (0.1 = 10 points). */
export interface CriticalRules {
  /** Late: PP − P; money ahead of work and work ahead of money: S/B − P, by more than this. */
  points: number;
  /** Over cost: the estimate at completion BAC/CPI above BAC by more than this share, or spent more than approved. */
  overCost: number;
  /** Stopped: so many reported periods without a move of P, although work was planned and is not done. */
  stoppedPeriods: number;
}

const MONTHS = 12;

/** The last obstacle of a project and the last action, as typed, with their fiscal months. */
export interface Remark {
  code: string;
  obstacle: { text: string; month: number } | null;
  actionMonth: number | null;
}

/**
 * Projects that somebody must look at, each list largest first: late, over cost, stopped, money ahead of work, work ahead of
 * money, and obstacles to which no action was reported in the same period or later. A figure that is unknown puts nobody on a list,
 * nor does silence; where the plan is assumed, the row says so.
 */
export function criticalLists(control: ControlModel, rules: CriticalRules, remarks: readonly Remark[]): Critical[] {
  const reported = ReportedFigures.of(control.model.input.figures);
  const spoken = new Map(remarks.map((remark) => [remark.code, remark]));
  const open = control.leaves.filter(({ project }) => project.status !== 'cancelled');
  const lists: Record<CriticalKind, Critical[]> = {
    late: open.flatMap((leaf) => sized(leaf, 'late', behind(leaf), rules.points)),
    over_cost: open.flatMap((leaf) => sized(leaf, 'over_cost', overCost(leaf), rules.overCost)),
    stopped: open.flatMap((leaf) => stopped(leaf, control, reported, rules.stoppedPeriods)),
    money_ahead: open.flatMap((leaf) => sized(leaf, 'money_ahead', ahead(leaf), rules.points)),
    work_ahead: open.flatMap((leaf) => sized(leaf, 'work_ahead', negated(ahead(leaf)), rules.points)),
    obstacle: open.flatMap((leaf) => obstacle(leaf, control, spoken.get(leaf.project.code))),
  };
  return Object.values(lists).flatMap((list) =>
    list.sort((a, b) => b.size - a.size || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0)),
  );
}

function row(leaf: ControlLeaf, kind: CriticalKind, size: number): Critical {
  const { project, values, BAC, AC } = leaf;
  return {
    kind,
    code: project.code,
    title: project.title,
    department: project.department,
    node: project.node,
    achieved: values.physicalState === 'missing' ? null : values.achieved,
    planned: values.planned,
    plannedAssumed: values.plannedAssumed,
    spentShare: AC === null || !BAC ? null : AC / BAC,
    size,
    silent: values.physicalState !== 'reported',
    silentPeriods: null,
    text: null,
    since: values.lastPhysical,
  };
}

function sized(leaf: ControlLeaf, kind: CriticalKind, size: number | null, above: number): Critical[] {
  return size !== null && size > above + 1e-12 ? [row(leaf, kind, size)] : [];
}

/** PP − P of what was reported. */
function behind({ values }: ControlLeaf): number | null {
  if (values.physicalState === 'missing' || values.achieved === null || values.planned === null) return null;
  return values.planned - values.achieved;
}

/** How much the estimate at completion exceeds the budget, as a share of it: AC/EV − 1, or AC/BAC − 1 where that is more. */
function overCost({ BAC, EV, AC }: ControlLeaf): number | null {
  if (!BAC || AC === null) return null;
  const spent = AC / BAC - 1;
  return EV !== null && EV > 0 ? Math.max(spent, AC / EV - 1) : spent;
}

/** Spending against the budget less the work done, both of the whole year. */
function ahead({ BAC, AC, values }: ControlLeaf): number | null {
  if (!BAC || AC === null || values.physicalState === 'missing' || values.achieved === null) return null;
  return AC / BAC - values.achieved;
}

function negated(value: number | null): number | null {
  return value === null ? null : -value;
}

/**
 * Reported n times as it was said before, in months after the first planned one, and not done. Silence is no evidence of a stop: months
 * without a report are counted apart. Worked example: 45% in months 2, 3, 5 and 6, nothing in 4 → 3 periods without a move, 1 silent.
 */
function stopped(leaf: ControlLeaf, { month }: ControlModel, reported: ReportedFigures, periods: number): Critical[] {
  const { project, values } = leaf;
  if (values.achieved === null || values.physicalState === 'missing' || values.achieved >= 1) return [];
  const said = physicalReports(reported, project, month);
  const last = said.at(-1)?.value;
  const first = said.findLastIndex(({ value }) => value !== last) + 1;
  const still = said.slice(first + 1).filter((each) => each.month > leaf.firstMonth && each.month <= MONTHS).length;
  if (still < periods) return [];
  const since = Math.max(said[first]?.month ?? month, leaf.firstMonth);
  return [{ ...row(leaf, 'stopped', still), silentPeriods: Math.min(MONTHS, month) - since - still }];
}

function obstacle(leaf: ControlLeaf, { model, month }: ControlModel, remark: Remark | undefined): Critical[] {
  if (!remark?.obstacle || (remark.actionMonth ?? 0) >= remark.obstacle.month) return [];
  const since = periodOf(model.input.calendar, leaf.project.year, remark.obstacle.month);
  // A settlement is no month of waiting: it closes the twelfth.
  const waited = Math.min(MONTHS, month) - Math.min(MONTHS, remark.obstacle.month) + 1;
  return [{ ...row(leaf, 'obstacle', waited), text: remark.obstacle.text, since }];
}
