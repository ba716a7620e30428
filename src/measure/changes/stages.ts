import { monthOf, yearOf } from '../../domain/calendar.js';
import type { ChangeKind } from '../../domain/gap-changes.js';
import type { PlanPackage, Project } from '../../domain/plan.js';
import type { Figure, MeasureInput } from '../input.js';
import { settled } from './settled.js';

/** One state on the way from then to now: what the step of this kind leaves. */
export interface Stage {
  kind: ChangeKind;
  input: MeasureInput;
}

/**
 * The way from then to now, one input replaced at a time. The first state measures as `then` does, the last stage as `now`.
 *
 *   restated         figures known then, as they stand now (a figure that was taken back leaves)
 *   replanned        the plan of now: tree, weights, year shares, schedules, projects; budgets and releases as then
 *   budget_amended   budgets and carried credit of now
 *   weight_released  cancelled projects whose weight a decision released
 *   new_year         another fiscal year: the years before it are finished, its own projects have not begun
 *   not_reported     the months go by for the projects of which no new figure came
 *   reported         the months go by for the others, and the new figures count
 *
 * `then` is the same period or an earlier one, of the same plan.
 */
export function stagesOf(then: MeasureInput, now: MeasureInput): { start: MeasureInput; stages: Stage[] } {
  const start = settled(then);
  const end = settled(now);
  const { known, reporters } = newsOf(then, now);
  const before = new Map(start.package.projects.map((project) => [project.code, project]));
  const stages: Stage[] = [];
  const put = (kind: ChangeKind, replaced: Partial<MeasureInput>): void => {
    const input = { ...(stages.at(-1)?.input ?? start), ...replaced };
    stages.push({ kind, input });
  };
  const plan = (kept: (was: Project, is: Project) => Partial<Project>) => ({
    package: keeping(end.package, before, kept),
  });
  put('restated', { figures: known });
  put(
    'replanned',
    plan((was, is) => ({ ...moneyOf(was), ...releaseOf(was, is) })),
  );
  put('budget_amended', plan(releaseOf));
  put('weight_released', { package: end.package });
  const [yearThen, year] = [yearOf(then.calendar, then.period), yearOf(now.calendar, now.period)];
  const month = yearThen === year ? monthOf(then.calendar, then.period) : 0;
  const codes = new Set(end.package.projects.map(({ code }) => code));
  if (yearThen !== year) put('new_year', { period: now.period, held: { month, codes } });
  put('not_reported', { period: now.period, held: { month, codes: reporters } });
  return { start, stages: [...stages, { kind: 'reported', input: end }] };
}

/** The figures known then with their values of now, and the codes that reported a later month than that of then. */
function newsOf(then: MeasureInput, now: MeasureInput): { known: Figure[]; reporters: Set<string> } {
  const keyOf = ({ code, field, year, month }: Figure) => `${code}\n${field}\n${year}\n${month}`;
  const before = new Set(then.figures.map(keyOf));
  const known = now.figures.filter((figure) => before.has(keyOf(figure)));
  const [year, month] = [yearOf(then.calendar, then.period), monthOf(then.calendar, then.period)];
  const later = now.figures.filter((figure) => figure.year > year || (figure.year === year && figure.month > month));
  return { known, reporters: new Set(later.map(({ code }) => code)) };
}

function keeping(
  plan: PlanPackage,
  before: ReadonlyMap<string, Project>,
  kept: (was: Project, is: Project) => Partial<Project>,
): PlanPackage {
  return {
    ...plan,
    projects: plan.projects.map((project) => {
      const was = before.get(project.code);
      return was ? { ...project, ...kept(was, project) } : project;
    }),
  };
}

function moneyOf({ approvedRial, carriedRial }: Project): Partial<Project> {
  return { approvedRial, carriedRial };
}

/** The status of then where a release is what parts it from that of now. */
function releaseOf(was: Project, is: Project): Partial<Project> {
  const released = ({ status, released: decision }: Project) => status === 'cancelled' && decision !== null;
  return released(was) === released(is) ? {} : { status: was.status, released: was.released };
}
