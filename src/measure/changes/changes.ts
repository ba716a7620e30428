import type { ChangeCause, ChangeStep, GapChanges, GapTriple } from '../../domain/gap-changes.js';
import type { Cause, GapExplained } from '../../domain/measure.js';
import type { MeasureInput } from '../input.js';
import { type MonthModel, monthModel, type WeighedLeaf } from '../model.js';
import { stagesOf } from './stages.js';
import { explainSubject, type GapSubject } from './subject.js';

/** The models of the way from then to now, built once however many subjects are asked. */
export interface ChangePath {
  start: MonthModel;
  steps: { kind: ChangeStep['kind']; model: MonthModel }[];
}

/** See `stagesOf` for what each step replaces. Throws RangeError where a package does not hold the plan. */
export function changePath(then: MeasureInput, now: MeasureInput): ChangePath {
  const { start, stages } = stagesOf(then, now);
  return { start: monthModel(start), steps: stages.map(({ kind, input }) => ({ kind, model: monthModel(input) })) };
}

/**
 * How the gap of a subject came from then to now, step by step: effect = value after the step − value before it, so that
 *   Σ effects = value now − value then, for physical, budget and gap alike, and Σ causes of a step = its effect on the gap.
 * Worked case: budget 100.5% over work of 59.0% is a gap of 41.5; a correction of the work to 64.0% and a budget that was
 * raised by half (67.0%) leave 3.0: restated −5.0, budget amended −33.5.
 */
export function gapChanges({ start, steps }: ChangePath, subject: GapSubject): GapChanges {
  let before = stateOf(start, subject);
  let last: Known = { ...before.triple, causes: before.causes };
  const begin = before.triple;
  const found: ChangeStep[] = [];
  for (const { kind, model } of steps) {
    const after = stateOf(model, subject);
    found.push({
      kind,
      physical: less(after.triple.physical, last.physical),
      budget: less(after.triple.budget, last.budget),
      gap: less(after.triple.gap, last.gap),
      touched: kind === 'replanned' || kind === 'new_year' ? null : touched(before.values, after.values),
      causes: after.triple.gap === null || last.gap === null ? [] : moved(last.causes, after.causes),
    });
    last = {
      physical: after.triple.physical ?? last.physical,
      budget: after.triple.budget ?? last.budget,
      gap: after.triple.gap ?? last.gap,
      causes: after.triple.gap === null ? last.causes : after.causes,
    };
    before = after;
  }
  const end = before.triple;
  const change = {
    physical: less(end.physical, begin.physical),
    budget: less(end.budget, begin.budget),
    gap: less(end.gap, begin.gap),
  };
  return { before: begin, after: end, change, steps: found.map((step) => onlyOf(step, change)) };
}

/** The last defined value of each figure, and the causes of the last defined gap. */
type Known = GapTriple & { causes: State['causes'] };

interface State {
  triple: GapTriple;
  /** By project and year. */
  causes: ReadonlyMap<string, Cause>;
  values: ReadonlyMap<string, string>;
}

function stateOf(model: MonthModel, subject: GapSubject): State {
  const found = explainSubject(model, subject);
  const { physical = null, budget = null, gap = null, causes = [] }: Partial<GapExplained> = found?.explained ?? {};
  return {
    triple: { physical, budget, gap },
    causes: new Map(causes.map((cause) => [`${cause.code}\n${cause.year}`, cause])),
    values: new Map((found?.leaves ?? []).flatMap(valuesOf)),
  };
}

/** What one project-year says by itself, without its weight among the others. */
function valuesOf({ leaf: { values } }: WeighedLeaf): [string, string][] {
  if (!values) return [];
  const { project, achieved, planned, spentRial, dueRial, fullRial } = values;
  return [[`${project.code}\n${project.year}`, JSON.stringify([achieved, planned, spentRial, dueRial, fullRial])]];
}

function touched(before: State['values'], after: State['values']): number {
  const keys = new Set([...before.keys(), ...after.keys()]);
  return [...keys].filter((key) => before.get(key) !== after.get(key)).length;
}

/** Smaller differences are the arithmetic's own. */
const NOTHING = 1e-12;

function moved(before: State['causes'], after: State['causes']): ChangeCause[] {
  const sizeOf = (cause: Cause | undefined) => (cause ? cause.paidAhead + cause.mix + cause.outside : 0);
  return [...new Set([...before.keys(), ...after.keys()])]
    .flatMap((key): ChangeCause[] => {
      const [was, is] = [before.get(key), after.get(key)];
      const named = is ?? was;
      const gap = sizeOf(is) - sizeOf(was);
      if (!named || Math.abs(gap) <= NOTHING) return [];
      const { code, title, year, node, department } = named;
      return [{ code, title, year, node, department, gap }];
    })
    .sort((a, b) => Math.abs(b.gap) - Math.abs(a.gap) || (a.code < b.code ? -1 : 1));
}

/** Where an end is undefined there is no change, and no step leads to it. */
function onlyOf(step: ChangeStep, change: GapTriple): ChangeStep {
  return {
    ...step,
    physical: change.physical === null ? null : step.physical,
    budget: change.budget === null ? null : step.budget,
    gap: change.gap === null ? null : step.gap,
    causes: change.gap === null ? [] : step.causes,
  };
}

function less(after: number | null, before: number | null): number | null {
  return after === null || before === null ? null : after - before;
}
