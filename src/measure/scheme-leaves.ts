import type { MeasureOptions } from '../domain/measure.js';
import type { Plan } from '../domain/plan.js';
import { hasOwnWork, type ProjectValues } from './values.js';
import { siblingShares } from './weights.js';

/** A leaf with its weight inside its scheme. `values` null = a plan year of the scheme without work of its own. */
export interface ScopedLeaf {
  scheme: string;
  year: number;
  values: ProjectValues | null;
  /** Share of the scheme's whole (scope plan) or of its year; 0 = money only, or a weight of 0. */
  weight: number;
  /** Share of the scheme's year alone. */
  shareOfYear: number;
  weightAssumed: boolean;
  /** P, P if the silent are on plan, and PP; 0 where there is no physical side. */
  achieved: number;
  achievedHigh: number;
  planned: number;
}

/** What leaves of a scheme depend on. */
export interface SchemeContext {
  options: MeasureOptions;
  plan: Plan;
  /** Fiscal year of the period. */
  year: number;
  /** Projects of a scheme, every year, in file order, merged ones left out. */
  projectsOf: ReadonlyMap<string, readonly ProjectValues[]>;
  /** Given year shares of a scheme in percent by year; absent = equal over the plan's years. */
  sharesOf: ReadonlyMap<string, ReadonlyMap<number, number>>;
}

/** Leaves of one scheme. Scope plan: every plan year has its share of the scheme's whole work; else the year alone. */
export function schemeLeaves(scheme: string, context: SchemeContext): ScopedLeaf[] {
  const projects = context.projectsOf.get(scheme) ?? [];
  if (context.options.scope !== 'plan') {
    return leavesOfYear(
      scheme,
      projects.filter((values) => values.current),
      context,
      { share: 1, assumed: false },
    );
  }
  const years = Array.from(
    { length: context.plan.lastYear - context.plan.firstYear + 1 },
    (_, i) => context.plan.firstYear + i,
  );
  return years.flatMap((year) => {
    const share = yearShare(scheme, year, years.length, context);
    const own = projects.filter((values) => values.project.year === year);
    const leaves = leavesOfYear(scheme, own, context, share);
    // A year whose share is 0 still has its projects: only their weights are 0.
    const hasWork = leaves.some((leaf) => leaf.shareOfYear > 0);
    return hasWork ? leaves : [...leaves, emptyYear(scheme, year, share, year < context.year)];
  });
}

function leavesOfYear(
  scheme: string,
  projects: readonly ProjectValues[],
  context: SchemeContext,
  yearShare: { share: number; assumed: boolean },
): ScopedLeaf[] {
  const working = projects.filter(hasOwnWork);
  const { shares, assumed } = siblingShares(
    working.map(({ project, approvedRial }) => ({ weight: project.weight, budgetRial: approvedRial ?? 0 })),
    context.options.blankWeights,
  );
  return projects.map((values) => {
    const index = working.indexOf(values);
    const shareOfYear = shares[index] ?? 0;
    return {
      scheme,
      year: values.project.year,
      values,
      weight: shareOfYear * yearShare.share,
      shareOfYear,
      weightAssumed: index >= 0 && ((assumed[index] ?? false) || yearShare.assumed),
      achieved: index < 0 ? 0 : (values.achieved ?? 0),
      achievedHigh: index < 0 ? 0 : (values.achievedHigh ?? 0),
      planned: index < 0 ? 0 : (values.planned ?? 0),
    };
  });
}

/**
 * A finished year without projects achieved 0 of its planned share; the current and later years count neither. A year whose
 * projects have no share of their own (money without planned work, a released weight, carried work) is such a year.
 */
function emptyYear(
  scheme: string,
  year: number,
  { share, assumed }: { share: number; assumed: boolean },
  due: boolean,
): ScopedLeaf {
  const planned = due ? 1 : 0;
  return {
    scheme,
    year,
    values: null,
    weight: share,
    shareOfYear: 1,
    weightAssumed: assumed,
    achieved: 0,
    achievedHigh: 0,
    planned,
  };
}

function yearShare(
  scheme: string,
  year: number,
  years: number,
  context: SchemeContext,
): { share: number; assumed: boolean } {
  const given = context.sharesOf.get(scheme);
  if (!given) return { share: 1 / years, assumed: years > 1 };
  const total = [...given.values()].reduce((sum, percent) => sum + percent, 0);
  return { share: total > 0 ? (given.get(year) ?? 0) / total : 0, assumed: false };
}
