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
 * work has no earned value and is left out of all three sums (`left_out`); one that never reported adds 0 to a sum (the low scenario,
 * as everywhere) but is null alone; a set in which none ever reported is null. SPI, ES and SPI(t) speak of the projects
 * with a time-phased plan, and are null where none of those ever reported.
 */
export function setEarnedValue(
  { month }: ControlModel,
  subject: ControlSubject,
  leaves: readonly ControlLeaf[],
): EarnedValue {
  const counted = leaves.filter(({ BAC, PV }) => BAC !== null && PV !== null);
  if (counted.length === 0) return nothing(subject, leaves);
  const scheduled = counted.filter(({ yearCurve }) => yearCurve !== null);
  const known = counted.some(({ EV }) => EV !== null);
  // The part with a plan may be wholly silent while the rest speaks: then its index is unknown, not 0.
  const scheduleKnown = scheduled.length === 0 ? known : scheduled.some(({ EV }) => EV !== null);
  const paid = counted.some(({ AC }) => AC !== null);
  const BAC = rials(counted, ({ BAC: budget }) => budget);
  const EV = known ? sum(counted, (leaf) => leaf.EV) : null;
  const PV = sum(counted, (leaf) => leaf.PV);
  const AC = paid ? rials(counted, (leaf) => leaf.AC) : null;
  const { reasons, ...indices } = indicesOf({
    BAC,
    PV,
    EV,
    AC,
    scheduled:
      scheduleKnown && scheduled.length > 0
        ? { PV: sum(scheduled, (leaf) => leaf.PV), EV: sum(scheduled, (leaf) => leaf.EV) }
        : null,
    silentSchedule: !scheduleKnown,
  });
  const time = scheduleKnown ? timeOf(scheduled, month) : unknownTime('no_progress_report');
  return {
    ...subject,
    BAC,
    PV,
    EV,
    AC,
    ...indices,
    ES: time.ES,
    AT: time.AT,
    SPI_t: time.SPI_t,
    scheduled_share: share(scheduled, counted),
    coverage: share(
      counted.filter(({ values }) => values.physicalState === 'reported'),
      counted,
    ),
    projects: counted.length,
    left_out: leaves.length - counted.length,
    reasons: {
      ...(EV === null ? { EV: 'no_progress_report' as const } : {}),
      ...(AC === null ? { AC: 'no_spending_report' as const } : {}),
      ...reasons,
      ...time.reasons,
    },
  };
}

interface Time {
  ES: number | null;
  AT: number | null;
  SPI_t: number | null;
  reasons: EarnedValue['reasons'];
}

/** ES and AT of the scheduled projects together, in months since the first of them starts. */
function timeOf(scheduled: readonly ControlLeaf[], month: number): Time {
  if (scheduled.length === 0) return unknownTime('no_schedule');
  const first = Math.min(...scheduled.map(({ firstMonth }) => firstMonth));
  const last = Math.max(...scheduled.map(({ lastMonth }) => lastMonth));
  const curve = curveOf(
    scheduled.map(({ yearCurve }) => yearCurve ?? []),
    first,
    last,
  );
  const earned = sum(scheduled, (leaf) => leaf.EV);
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
  const BAC = leaves.some((leaf) => leaf.BAC !== null) ? rials(leaves, (leaf) => leaf.BAC) : null;
  return {
    ...subject,
    ...nulls,
    BAC,
    scheduled_share: null,
    coverage: null,
    projects: 0,
    left_out: leaves.length,
    reasons: Object.fromEntries(
      [...INDICES, ...(BAC === null ? (['BAC'] as const) : [])].map((name) => [name, reason]),
    ),
  };
}

function sum(leaves: readonly ControlLeaf[], of: (leaf: ControlLeaf) => number | null): number {
  return leaves.reduce((total, leaf) => total + (of(leaf) ?? 0), 0);
}

function rials(leaves: readonly ControlLeaf[], of: (leaf: ControlLeaf) => number | null): bigint {
  return leaves.reduce((total, leaf) => total + BigInt(of(leaf) ?? 0), 0n);
}

function share(part: readonly ControlLeaf[], whole: readonly ControlLeaf[]): number | null {
  const all = rials(whole, ({ BAC }) => BAC);
  return all > 0n ? Number(rials(part, ({ BAC }) => BAC)) / Number(all) : null;
}
