import { monthOf } from '../../domain/calendar.js';
import type { ControlReason, EarnedValue } from '../../domain/control.js';
import type { MonthModel } from '../model.js';
import type { Subject } from '../realization.js';
import { type ScopedNode, walk } from '../scoped-tree.js';
import { earnedSchedule, scheduleIndex } from './earned-schedule.js';
import { indicesOf } from './indices.js';
import { type ControlLeaf, controlLeaves, curveOf } from './leaves.js';

export type ControlSubject = Subject & { kind: EarnedValue['kind'] };

/** Project control of one month: the leaves once, then any set of them as a row. */
export interface ControlModel {
  model: MonthModel;
  leaves: readonly ControlLeaf[];
  month: number;
}

/** Throws RangeError for another scope: earned value here is that of the fiscal year's work and budget. */
export function controlModel(model: MonthModel): ControlModel {
  if (model.input.options.scope !== 'year') throw new RangeError('earned value is measured in scope year');
  return { model, leaves: controlLeaves(model), month: monthOf(model.input.calendar, model.input.period) };
}

/** The plan's total first, then every node in tree order. */
export function nodeEarnedValues(control: ControlModel): EarnedValue[] {
  return [...walk(control.model.root)].map((node) => nodeEarnedValue(control, node));
}

export function nodeEarnedValue(control: ControlModel, node: ScopedNode): EarnedValue {
  const below = new Set([...walk(node)].map(({ code }) => code));
  const { plan } = control.model;
  const subject: ControlSubject = node.node
    ? { kind: 'node', code: node.code, level: node.node.level, title: node.node.title }
    : { kind: 'plan', code: plan.code, level: 'plan', title: plan.title };
  const whole = subject.kind === 'plan';
  return setEarnedValue(
    control,
    subject,
    whole ? control.leaves : control.leaves.filter(({ project }) => below.has(project.node)),
  );
}

/** One row for each department that owns a project of the year, in the order of the departments table. */
export function departmentEarnedValues(control: ControlModel): EarnedValue[] {
  return control.model.input.package.departments.flatMap(({ code, title }) => {
    const own = control.leaves.filter(({ project }) => project.department === code);
    return own.length === 0
      ? []
      : [setEarnedValue(control, { kind: 'department', code, level: 'department', title }, own)];
  });
}

export function projectEarnedValues(control: ControlModel): EarnedValue[] {
  return control.leaves.map((leaf) => {
    const { code, title } = leaf.project;
    return setEarnedValue(control, { kind: 'project', code, level: 'project', title }, [leaf]);
  });
}

/**
 * Earned value of a set of projects: PV, EV and AC are summed, then divided. A project without a budget or without planned
 * work has no earned value and is left out of everything (`left_out`). Unknown is not zero: EV and AC are sums of what is known, and each
 * variance, index and estimate is computed over the same projects on both sides, with their share of BAC beside it: SV over those whose
 * progress is known (`earned_share`), CV, CPI, EAC, ETC, VAC and TCPI over those whose progress and spending are known (`cost_share`),
 * SPI, ES, AT and SPI(t) over those with a time-phased plan and known progress (`time_share`); null with the reason where there are none.
 * Worked example: A with BAC 1000, EV 400, AC 500 and B with BAC 3000, EV 900 and no spending reported → EV 1300, AC 500, but
 * CPI = 400/500 = 0.8 and EAC = 1000/0.8 = 1250 over a quarter of BAC, and not 1300/500.
 */
export function setEarnedValue(
  { month }: ControlModel,
  subject: ControlSubject,
  leaves: readonly ControlLeaf[],
): EarnedValue {
  const counted = leaves.filter(({ BAC, PV }) => BAC !== null && PV !== null);
  if (counted.length === 0) return nothing(subject, leaves);
  const scheduled = counted.filter(({ yearCurve }) => yearCurve !== null);
  const earned = counted.filter(({ EV }) => EV !== null);
  const paid = counted.filter(({ AC }) => AC !== null);
  const costed = earned.filter(({ AC }) => AC !== null);
  const timed = scheduled.filter(({ EV }) => EV !== null);
  const { reasons, ...indices } = indicesOf({
    earned: earned.length === 0 ? 'no_progress_report' : { PV: sum(earned, 'PV'), EV: sum(earned, 'EV') },
    cost:
      costed.length === 0
        ? noCost(earned, paid)
        : { BAC: rials(costed, 'BAC'), EV: sum(costed, 'EV'), AC: rials(costed, 'AC') },
    time: timed.length === 0 ? noTime(earned, scheduled) : { PV: sum(timed, 'PV'), EV: sum(timed, 'EV') },
  });
  const time = timed.length === 0 ? unknownTime(noTime(earned, scheduled)) : timeOf(timed, month);
  return {
    ...subject,
    BAC: rials(counted, 'BAC'),
    PV: sum(counted, 'PV'),
    EV: earned.length === 0 ? null : sum(earned, 'EV'),
    AC: paid.length === 0 ? null : rials(paid, 'AC'),
    ...indices,
    ES: time.ES,
    AT: time.AT,
    SPI_t: time.SPI_t,
    scheduled_share: share(scheduled, counted),
    earned_share: share(earned, counted),
    paid_share: share(paid, counted),
    cost_share: share(costed, counted),
    time_share: share(timed, counted),
    coverage: share(
      counted.filter(({ values }) => values.physicalState === 'reported'),
      counted,
    ),
    projects: counted.length,
    left_out: leaves.length - counted.length,
    reasons: {
      ...(earned.length === 0 ? { EV: 'no_progress_report' as const } : {}),
      ...(paid.length === 0 ? { AC: 'no_spending_report' as const } : {}),
      ...reasons,
      ...time.reasons,
    },
  };
}

/** Why no project has both progress and spending. */
function noCost(earned: readonly ControlLeaf[], paid: readonly ControlLeaf[]): ControlReason {
  if (earned.length === 0) return 'no_progress_report';
  return paid.length === 0 ? 'no_spending_report' : 'no_common_projects';
}

/** Why no project has both a time-phased plan and progress. */
function noTime(earned: readonly ControlLeaf[], scheduled: readonly ControlLeaf[]): ControlReason {
  return earned.length === 0 || scheduled.length > 0 ? 'no_progress_report' : 'no_schedule';
}

interface Time {
  ES: number | null;
  AT: number | null;
  SPI_t: number | null;
  reasons: EarnedValue['reasons'];
}

/** ES and AT of projects with a time-phased plan and known progress together, in months since the first of them starts. */
function timeOf(scheduled: readonly ControlLeaf[], month: number): Time {
  const first = Math.min(...scheduled.map(({ firstMonth }) => firstMonth));
  const last = Math.max(...scheduled.map(({ lastMonth }) => lastMonth));
  const curve = curveOf(
    scheduled.map(({ yearCurve }) => yearCurve ?? []),
    first,
    last,
  );
  const earned = sum(scheduled, 'EV');
  const ES = earnedSchedule(curve, earned);
  // Time stops when the work is done: it must not look late because the calendar went on.
  const done = scheduled.every(({ doneMonth }) => doneMonth !== null);
  const until = done ? Math.max(...scheduled.map(({ doneMonth }) => doneMonth ?? month)) : month;
  const AT = Math.max(0, Math.min(12, until) - first + 1);
  const index = scheduleIndex(ES, AT);
  return { ES, AT, SPI_t: index, reasons: index === null ? { SPI_t: 'not_started' } : {} };
}

function unknownTime(reason: ControlReason): Time {
  return { ES: null, AT: null, SPI_t: null, reasons: { ES: reason, AT: reason, SPI_t: reason } };
}

const INDICES = [
  'PV', 'EV', 'AC', 'SV', 'CV', 'SPI', 'CPI', 'EAC', 'EAC_atypical', 'EAC_spi', 'ETC', 'VAC', 'TCPI', 'TCPI_EAC', 'ES', 'AT', 'SPI_t',
] as const; // biome-ignore format: one line for each group.

/** No project with both a budget and planned work: everything is unknown, for one reason. */
function nothing(subject: ControlSubject, leaves: readonly ControlLeaf[]): EarnedValue {
  const reason: ControlReason = leaves.some(({ BAC }) => BAC !== null) ? 'no_planned_work' : 'no_budget';
  const nulls = Object.fromEntries(INDICES.map((name) => [name, null])) as Record<(typeof INDICES)[number], null>;
  const BAC = leaves.some((leaf) => leaf.BAC !== null) ? rials(leaves, 'BAC') : null;
  return {
    ...subject,
    ...nulls,
    BAC,
    scheduled_share: null,
    earned_share: null,
    paid_share: null,
    cost_share: null,
    time_share: null,
    coverage: null,
    projects: 0,
    left_out: leaves.length,
    reasons: Object.fromEntries(
      [...INDICES, ...(BAC === null ? (['BAC'] as const) : [])].map((name) => [name, reason]),
    ),
  };
}

function sum(leaves: readonly ControlLeaf[], of: 'PV' | 'EV'): number {
  return leaves.reduce((total, leaf) => total + (leaf[of] ?? 0), 0);
}

function rials(leaves: readonly ControlLeaf[], of: 'BAC' | 'AC'): bigint {
  return leaves.reduce((total, leaf) => total + BigInt(leaf[of] ?? 0), 0n);
}

function share(part: readonly ControlLeaf[], whole: readonly ControlLeaf[]): number | null {
  const all = rials(whole, 'BAC');
  return all > 0n ? Number(rials(part, 'BAC')) / Number(all) : null;
}
