import { monthOf, yearOf } from '../../domain/calendar.js';
import type { Realization } from '../../domain/measure.js';
import type { Project } from '../../domain/plan.js';
import { departmentFigures, nodeFigures, projectFigures } from '../figures.js';
import type { Figure, MeasureInput } from '../input.js';
import { leavesBelow, type MonthModel } from '../model.js';
import { lastAllocated, lastPhysical, lastSpending, physicalField, progressRatio } from '../progress.js';
import { ReportedFigures } from '../reported.js';
import { hasOwnWork } from '../values.js';
import { type Bounds, boundsAt, nextReport, scaled } from './bounds.js';

/** What was known of a node, a department or a project at the end of one period. */
export interface PlaceMoment {
  row: Realization;
  /** physical(due), between the silent where last known and on plan; null = unknown. */
  physical: Bounds | null;
}

/** Money and work of one project against what was due, both of its year to date. */
export interface ProjectMoment {
  achieved: Bounds | null;
  planned: number;
  spent: Bounds | null;
  /** Null = never reported in the year. */
  released: Bounds | null;
}

/** One period of history. Keys of `places`: kind and code. */
export interface Moment {
  period: string;
  places: ReadonlyMap<string, PlaceMoment>;
  /** The whole: in the scope of the answer, and of the year for projects. */
  whole: Bounds | null;
  wholeYear: Bounds | null;
  projects: ReadonlyMap<string, ProjectMoment>;
}

/** The same period twice: as last known, and with what later reports say of its silent months. */
export interface Pair {
  known: MonthModel;
  later: MonthModel;
}

/** `until` = the fiscal month up to which later reports of the same year are known. */
export function momentOf(scope: Pair, year: Pair, until: number): Moment {
  const whole = placesOf(scope, nodeFigures);
  const wholeYear = placesOf(year, nodeFigures);
  const current = currentProjects(year.known);
  const projects = placesOf(year, (model) => projectFigures(model).filter(({ code }) => current.has(code)));
  return {
    period: scope.known.input.period,
    places: new Map([...whole, ...placesOf(scope, departmentFigures), ...projects]),
    whole: whole.get(`plan ${scope.known.plan.code}`)?.physical ?? null,
    wholeYear: wholeYear.get(`plan ${year.known.plan.code}`)?.physical ?? null,
    projects: projectMoments(year.known, until),
  };
}

export function placeKey({ kind, code }: Pick<Realization, 'kind' | 'code'>): string {
  return `${kind} ${code}`;
}

function placesOf({ known, later }: Pair, rows: (model: MonthModel) => Realization[]): Map<string, PlaceMoment> {
  const highs = new Map(rows(later).map((row) => [row.code, row.high]));
  return new Map(
    rows(known).map((row): [string, PlaceMoment] => {
      const high = highs.get(row.code) ?? null;
      const physical =
        row.low === null || high === null ? null : { low: Math.min(row.low, high), high: Math.max(row.low, high) };
      return [placeKey(row), { row, physical }];
    }),
  );
}

function currentProjects(model: MonthModel): Set<string> {
  return new Set(
    leavesBelow(model.root).flatMap(({ leaf: { values } }) =>
      values?.current && values.project.status !== 'cancelled' ? [values.project.code] : [],
    ),
  );
}

function projectMoments(model: MonthModel, until: number): Map<string, ProjectMoment> {
  const { input } = model;
  const reported = ReportedFigures.of(input.figures);
  const month = monthOf(input.calendar, input.period);
  const moments = new Map<string, ProjectMoment>();
  for (const { leaf } of leavesBelow(model.root)) {
    const { values } = leaf;
    if (!values?.current || !hasOwnWork(values) || values.planned === null) continue;
    if (values.project.status === 'cancelled') continue;
    const { project, dueRial } = values;
    const money = (last: Parameters<typeof boundsAt>[0]) => {
      const bounds = dueRial ? boundsAt(last, month, until) : null;
      return bounds && dueRial ? scaled(bounds, 1 / dueRial) : null;
    };
    moments.set(project.code, {
      achieved: boundsAt((at) => progressAt(project, reported, at), month, until),
      planned: values.planned,
      spent: money((at) => lastSpending(reported, project, at, input.options.spending)),
      released: money((at) => lastAllocated(reported, project, at)),
    });
  }
  return moments;
}

function progressAt(project: Project, reported: ReportedFigures, month: number) {
  const said = lastPhysical(reported, project, month);
  return said && { ...said, value: progressRatio(project, said.value, 1) };
}

/**
 * Figures with the silent months of a period filled by the next report of the same year: no more can have been done by then. A
 * project without a next report stays silent.
 */
export function withLaterReports(input: MeasureInput, until: number): Figure[] {
  const reported = ReportedFigures.of(input.figures);
  const year = yearOf(input.calendar, input.period);
  const month = monthOf(input.calendar, input.period);
  const added: Figure[] = [];
  for (const project of input.package.projects) {
    if (project.year !== year) continue;
    const last = (at: number) => lastPhysical(reported, project, at);
    const now = last(month);
    if (now?.month === month) continue;
    const next = nextReport(last, month, until);
    if (!next) continue;
    const value = Math.max(now?.value ?? next.value, next.value);
    added.push({ code: project.code, field: physicalField(project), year, month, value });
  }
  return added.length === 0 ? [...input.figures] : [...input.figures, ...added];
}
