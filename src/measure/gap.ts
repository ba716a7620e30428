import type { Cause, GapExplained, OutsideKind, Realization } from '../domain/measure.js';
import { bridge, outsideByKind } from './bridge.js';
import {
  departmentFigure,
  departmentFigures,
  departmentLeaves,
  nodeFigure,
  projectFigures,
  projectLeaves,
} from './figures.js';
import { leavesBelow, type MonthModel, type WeighedLeaf } from './model.js';
import { advanceParts, type PaidAheadParts } from './paid-ahead.js';
import type { ScopedNode } from './scoped-tree.js';
import { hasOwnWork } from './values.js';

/** One leaf as the explanation sees it: w, P and S beside what each is measured against (PP and BD; full: 1 and B). */
interface Part {
  weighed: WeighedLeaf;
  w: number;
  achieved: number;
  whole: number;
  spent: number;
  budget: number;
  outsideKind: OutsideKind | null;
}

/**
 * Explains budget − physical at a node, exactly. Over the leaves with both sides defined, p = P/PP, s = S/BD,
 * w' ∝ w PP, b ∝ BD, p̄ = Σ w' p:
 *   gap = Σ b (s − p)  [paid ahead]  +  Σ (b − w')(p − p̄)  [mix]  +  outside, by kind.
 * Basis full: p = P, s = S/B, w' ∝ w, b ∝ B. In scope plan mix has a part between years:
 * Σ_y (B_y − W_y)(p̄_y − p̄). Parts sum to the gap to 1e-9. All null where the gap is null.
 * Worked case: w .5/.3/.2, b .2/.3/.5, p .4/.7/.9, s .9/1/1.05 → gap 0.415 = 0.265 + 0.150; by leaf .157, .090, .168.
 */
export function explainGap(model: MonthModel, node: ScopedNode): GapExplained {
  return explain(model, nodeFigure(model, node), leavesBelow(node), model.input.options.basis === 'full' ? 1 : null);
}

/**
 * The same for each department, over its own projects with their weights in the whole plan; its figures are those of
 * `departmentFigures`, and on basis full Σ w of its projects stands in the place of 1.
 */
export function explainDepartmentGaps(model: MonthModel): GapExplained[] {
  return departmentFigures(model).flatMap(({ code }) => explainDepartmentGap(model, code) ?? []);
}

/** One department's; null = it owns nothing here. */
export function explainDepartmentGap(model: MonthModel, code: string): GapExplained | null {
  const leaves = departmentLeaves(model).get(code);
  const figure = departmentFigure(model, code);
  return figure && leaves ? explain(model, figure, leaves, null) : null;
}

/** The same for one project of the scope up to the period's year, a whole of its own; null = it is not there. */
export function explainProjectGap(model: MonthModel, code: string): GapExplained | null {
  const leaves = projectLeaves(model).get(code);
  const [figure] = leaves ? projectFigures(model, leaves) : [];
  return figure && leaves ? explain(model, figure, leaves, null) : null;
}

/** `whole`: what the achieved work is measured against; null = Σ w PP (basis full: Σ w) of the leaves. */
function explain(
  model: MonthModel,
  { code, title, level, physical, budget, gap }: Realization,
  leaves: readonly WeighedLeaf[],
  whole: number | null,
): GapExplained {
  const parts = comparable(leaves.flatMap((weighed) => partOf(weighed, model)));
  const head = {
    code,
    title,
    level,
    physical,
    budget,
    gap,
    weightsAssumed: parts.some((part) => part.weighed.assumed),
  };
  if (physical === null || budget === null || gap === null) {
    return { ...head, ...NOTHING_EXPLAINED };
  }
  const totals = totalsOf(parts, whole);
  const causes = parts.map((part) => causeOf(part, totals, model)).sort(byContribution);
  const paidAhead = sum(causes, (cause) => cause.paidAhead);
  const mix = sum(causes, (cause) => cause.mix);
  const outside = outsideByKind(causes);
  return {
    ...head,
    paidAhead,
    mix,
    mixBetweenYears: mixBetweenYears(parts, totals),
    outside,
    bridge: bridge(budget, physical, paidAhead, outside),
    paidAheadParts: advanceParts(paidAhead, paidAheadInputs(parts, totals), model),
    causes,
  };
}

const NOTHING_EXPLAINED = {
  paidAhead: null,
  mix: null,
  mixBetweenYears: null,
  outside: [],
  bridge: [],
  paidAheadParts: [],
  causes: [],
} satisfies Partial<GapExplained>;

function partOf(weighed: WeighedLeaf, { input }: MonthModel): Part[] {
  const { leaf } = weighed;
  const full = input.options.basis === 'full';
  const values = leaf.values;
  // A year that is not finished and has no projects is not due: it says nothing about the gap of basis due.
  if (!values && !full && leaf.planned === 0) return [];
  const hasWork = !values || hasOwnWork(values);
  const budget = (full ? values?.fullRial : values?.dueRial) ?? null;
  const whole = hasWork ? (full ? 1 : leaf.planned) : 0;
  const w = hasWork ? weighed.weight : 0;
  return [
    {
      weighed,
      w,
      achieved: leaf.achieved,
      whole,
      spent: values?.spentRial ?? 0,
      budget: budget ?? 0,
      outsideKind: outsideKind(hasWork, whole, budget, values?.approvedRial ?? null),
    },
  ];
}

/** Work whose approved money is not due yet (a later spending schedule, credit not released) is not work without a budget. */
function outsideKind(
  hasWork: boolean,
  whole: number,
  budget: number | null,
  approvedRial: number | null,
): OutsideKind | null {
  if (!hasWork) return 'money_without_work';
  if (whole <= 0) return 'not_due';
  if (budget !== null && budget > 0) return null;
  return approvedRial !== null && approvedRial > 0 ? 'not_due' : 'work_without_budget';
}

/** Where the leaves with both sides weigh nothing, no effective weights exist: their money stands alone, and is outside. */
function comparable(parts: Part[]): Part[] {
  if (parts.some((part) => part.outsideKind === null && part.w * part.whole > 0)) return parts;
  return parts.map((part) => ({ ...part, outsideKind: part.outsideKind ?? 'money_without_work' }));
}

/** Sums over all leaves, and over the included ones alone. */
interface Totals {
  planned: number;
  budget: number;
  plannedIn: number;
  budgetIn: number;
  /** p̄, and ΣS/ΣBD, over the included leaves; 0 where there is none: then the whole gap is outside. */
  physicalIn: number;
  spentRatioIn: number;
}

function totalsOf(parts: readonly Part[], whole: number | null): Totals {
  const included = parts.filter((part) => part.outsideKind === null);
  const plannedIn = sum(included, (part) => part.w * part.whole);
  const budgetIn = sum(included, (part) => part.budget);
  return {
    planned: whole ?? sum(parts, (part) => part.w * part.whole),
    budget: sum(parts, (part) => part.budget),
    plannedIn,
    budgetIn,
    physicalIn: plannedIn > 0 ? sum(included, (part) => part.w * part.achieved) / plannedIn : 0,
    spentRatioIn: budgetIn > 0 ? sum(included, (part) => part.spent) / budgetIn : 0,
  };
}

function causeOf(part: Part, totals: Totals, model: MonthModel): Cause {
  const { leaf } = part.weighed;
  const project = leaf.values?.project;
  const cause = {
    code: project?.code ?? leaf.scheme,
    title: project?.title ?? model.nodes.get(leaf.scheme)?.node?.title ?? leaf.scheme,
    year: leaf.year,
    node: leaf.scheme,
    department: project?.department ?? null,
    outsideKind: part.outsideKind,
  };
  if (part.outsideKind !== null) {
    const money = totals.budget > 0 ? (part.spent - totals.spentRatioIn * part.budget) / totals.budget : 0;
    const work = totals.planned > 0 ? (part.w * (part.achieved - totals.physicalIn * part.whole)) / totals.planned : 0;
    return { ...cause, paidAhead: 0, mix: 0, outside: money - work };
  }
  const { b, weight, p } = ratios(part, totals);
  return {
    ...cause,
    paidAhead: (part.spent - p * part.budget) / totals.budgetIn,
    mix: (b - weight) * (p - totals.physicalIn),
    outside: 0,
  };
}

/** b, w' and p of an included leaf. */
function ratios(part: Part, totals: Totals): { b: number; weight: number; p: number } {
  return {
    b: part.budget / totals.budgetIn,
    weight: totals.plannedIn > 0 ? (part.w * part.whole) / totals.plannedIn : 0,
    p: part.achieved / part.whole,
  };
}

function mixBetweenYears(parts: readonly Part[], totals: Totals): number {
  const years = new Map<number, { b: number; weight: number; weighted: number }>();
  for (const part of parts) {
    if (part.outsideKind !== null) continue;
    const { b, weight, p } = ratios(part, totals);
    const year = years.get(part.weighed.leaf.year) ?? { b: 0, weight: 0, weighted: 0 };
    years.set(part.weighed.leaf.year, {
      b: year.b + b,
      weight: year.weight + weight,
      weighted: year.weighted + weight * p,
    });
  }
  // A year whose included leaves all have weight 0 has no mean of its own: it stands at the mean of all.
  return sum([...years.values()], ({ b, weight, weighted }) =>
    weight > 0 ? (b - weight) * (weighted / weight - totals.physicalIn) : 0,
  );
}

function paidAheadInputs(parts: readonly Part[], totals: Totals): PaidAheadParts[] {
  return parts.flatMap((part) => {
    const project = part.weighed.leaf.values?.project;
    if (part.outsideKind !== null || !project) return [];
    return [{ project, earnedRial: (part.achieved / part.whole) * part.budget, shareOf: totals.budgetIn }];
  });
}

function byContribution(a: Cause, b: Cause): number {
  const size = (cause: Cause) => cause.paidAhead + cause.mix + cause.outside;
  return size(b) - size(a) || (a.code < b.code ? -1 : a.code > b.code ? 1 : a.year - b.year);
}

function sum<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}
