import { comparePeriods, monthOf, type Period, periodOf, SETTLEMENT_MONTH, yearOf } from '../domain/calendar.js';
import type { PlanPackage, Project } from '../domain/plan.js';
import type { ForecastInput, Subject } from '../measure/forecast/forecast.js';
import { MONTHS, type Track } from '../measure/forecast/track.js';
import type { Figure, MeasureInput } from '../measure/input.js';
import { leavesBelow, type MonthModel, monthModel } from '../measure/model.js';
import { PlannedFigures } from '../measure/planned.js';
import { hasNoPlannedWork, lastPhysical, lastSpending, progressRatio } from '../measure/progress.js';
import { ReportedFigures } from '../measure/reported.js';
import { type ScopedNode, walk } from '../measure/scoped-tree.js';
import { hasOwnWork } from '../measure/values.js';
import type { Context } from './context.js';
import { modelInput, type Question } from './questions.js';

/**
 * The stored history as the forecasts see it: every project-year of the plan up to the period, month by month, with the plan and
 * budget in force at each month and figures as they were first reported; outcomes as they stand now.
 */
export function forecastInput(context: Context, question: Question): ForecastInput {
  const { calendar } = context;
  const year = yearOf(calendar, question.period);
  const month = monthOf(calendar, question.period);
  const subjects = new Map<number, Subject[]>();
  const physical: Track[] = [];
  const spend: Track[] = [];
  const now = new ReportedFigures(question.figuresTo(question.period));
  const first = new ReportedFigures(firstReported(context, question));
  let projects: Subject[] = [];
  for (let each = question.plan.firstYear; each <= year; each += 1) {
    const until = each === year ? Math.min(month, MONTHS) : MONTHS;
    const at = each === year ? question.period : periodOf(calendar, each, MONTHS);
    if (context.planAt(at, question.asOf) === null) continue;
    const model = monthModel(inputAt(context, question, at));
    subjects.set(each, [...nodeSubjects(model), ...departmentSubjects(model)]);
    const sources = { context, question, now, first, until, current: each === year };
    for (const track of tracksOf(model, sources)) (track.measure === 'physical' ? physical : spend).push(track);
    if (each === year) projects = projectSubjects(model);
  }
  return { year, month, physical, spend, subjects, projects };
}

/** Figures with every correction undone: what people knew when they first heard. */
function firstReported(context: Context, { period, asOf, figuresTo }: Question): Figure[] {
  const first = new Map<string, number>();
  for (const { code, field, period: said, before } of context.store().facts.restatements({ to: period, asOf })) {
    const key = `${code}\n${field}\n${said}`;
    if (before !== null && !first.has(key)) first.set(key, before);
  }
  if (first.size === 0) return [...figuresTo(period)];
  return figuresTo(period).map((figure) => {
    const said = periodOf(context.calendar, figure.year, figure.month);
    const value = first.get(`${figure.code}\n${figure.field}\n${said}`);
    return value === undefined ? figure : { ...figure, value };
  });
}

interface Sources {
  context: Context;
  question: Question;
  now: ReportedFigures;
  first: ReportedFigures;
  /** Last month that is known of the year. */
  until: number;
  current: boolean;
}

type MeasuredTrack = Track & { measure: 'physical' | 'spend' };

function tracksOf(model: MonthModel, sources: Sources): MeasuredTrack[] {
  const { input, year } = model;
  const projects = leavesBelow(model.root).flatMap(({ leaf: { values } }) =>
    values && values.project.year === year ? [values] : [],
  );
  const planned = plansByMonth(sources, year);
  return projects.flatMap((values): MeasuredTrack[] => {
    const { project } = values;
    const tracks: MeasuredTrack[] = [];
    if (values.achieved !== null && !hasNoPlannedWork(project))
      tracks.push(workTrack(project, planned, sources, input.options.cap));
    if (values.approvedRial !== null && values.approvedRial > 0) tracks.push(moneyTrack(project, planned, sources));
    return tracks;
  });
}

type Planned = readonly { planned: PlannedFigures; projects: ReadonlyMap<string, Project> }[];

/** Plan and choices at a period, without figures: weights, planned work and budgets do not depend on what was reported. */
function inputAt(context: Context, question: Question, period: Period): MeasureInput {
  const inForce = context.planAt(period, question.asOf) ?? question.inForce;
  return {
    ...modelInput(context, question, { scope: 'year', basis: 'full' }),
    package: inForce.package,
    period,
    figures: [],
  };
}

/** The plan in force at each month of a year, narrowed to the year; months before the first version have the one of the period. */
function plansByMonth({ context, question, until }: Sources, year: number): Planned {
  const narrowed = new Map<PlanPackage, PlanPackage>();
  const made = new Map<string, Planned[number]>();
  const numbers = new Map<PlanPackage, number>();
  return EVERY_MONTH.map((month) => {
    const input = inputAt(context, question, periodOf(context.calendar, year, Math.max(1, Math.min(month, until))));
    const own = narrowed.get(input.package) ?? ofYear(input.package, year);
    narrowed.set(input.package, own);
    numbers.set(own, numbers.get(own) ?? numbers.size);
    // Months between two budget changes have the same plan: it is worked out once.
    const inEffect = own.budgetChanges.filter(
      ({ effective }) => comparePeriods(context.calendar, effective, input.period) <= 0,
    ).length;
    const key = `${numbers.get(own)} ${inEffect}`;
    const known = made.get(key) ?? {
      planned: new PlannedFigures({ ...input, package: own }),
      projects: new Map(own.projects.map((project) => [project.code, project])),
    };
    made.set(key, known);
    return known;
  });
}

function ofYear(whole: PlanPackage, year: number): PlanPackage {
  const projects = whole.projects.filter((project) => project.year === year);
  const codes = new Set(projects.map(({ code }) => code));
  return {
    ...whole,
    projects,
    schedule: whole.schedule.filter(({ project }) => codes.has(project)),
    budgetChanges: whole.budgetChanges.filter(({ project }) => codes.has(project)),
  };
}

const EVERY_MONTH = Array.from({ length: MONTHS + 1 }, (_, month) => month);

function workTrack(project: Project, planned: Planned, sources: Sources, cap: number): MeasuredTrack {
  const ratio = (figures: ReportedFigures, month: number) => {
    const said = lastPhysical(figures, project, month);
    return said ? { month: said.month, value: progressRatio(project, said.value, cap) } : null;
  };
  return {
    measure: 'physical',
    ...identity(project),
    cap: project.progressMethod === 'quantity' ? cap : 1,
    ...seen(sources, ratio),
    plans: curves(planned, ({ planned: then, projects }) => {
      const own = projects.get(project.code) ?? project;
      return (month) => then.planned(own, month).ratio;
    }),
    bases: EVERY_MONTH.map(() => 1),
  };
}

function moneyTrack(project: Project, planned: Planned, sources: Sources): MeasuredTrack {
  const { spending } = sources.question.options;
  const bases = planned.map((then) => then.planned.approvedRial(then.projects.get(project.code) ?? project) ?? 0);
  return {
    measure: 'spend',
    ...identity(project),
    cap: null,
    ...seen(sources, (figures, month) => lastSpending(figures, project, month, spending)),
    plans: curves(planned, ({ planned: then, projects }) => {
      const own = projects.get(project.code) ?? project;
      const approved = then.approvedRial(own) ?? 0;
      return (month) => then.plannedSpend(own, approved, month).rial ?? 0;
    }),
    bases,
  };
}

/** The planned values of all months as each month's plan had them; months that share a plan share the list. */
function curves(planned: Planned, read: (then: Planned[number]) => (month: number) => number): (readonly number[])[] {
  const known = new Map<Planned[number], readonly number[]>();
  return planned.map((then) => {
    const valueAt = read(then);
    const curve = known.get(then) ?? EVERY_MONTH.map((month) => (month === 0 ? 0 : valueAt(month)));
    known.set(then, curve);
    return curve;
  });
}

function identity(project: Project) {
  return { code: project.code, year: project.year, group: `${project.kind ?? '—'}|${project.progressMethod}` };
}

/** What was known at each month, and what was reported for that very month; the period itself as it stands now. */
function seen(
  { now, first, until, current }: Sources,
  read: (figures: ReportedFigures, month: number) => { month: number; value: number } | null,
): Pick<Track, 'known' | 'saidFor' | 'outcome'> {
  const last = EVERY_MONTH.map((month) => {
    if (month === 0 || month > until) return null;
    return read(current && month === until ? now : first, month);
  });
  return {
    known: last.map((said) => said?.value ?? null),
    saidFor: last.map((said) => said?.month ?? null),
    outcome: EVERY_MONTH.map((month) => {
      if (month === 0 || month > until) return null;
      const said = read(now, month === MONTHS && !current ? SETTLEMENT_MONTH : month);
      return said && said.month >= month ? said.value : null;
    }),
  };
}

/** Nodes with projects of the year below them, the plan first; weights relative to the plan. */
function nodeSubjects({ root, plan, year }: MonthModel): Subject[] {
  return [...walk(root)].flatMap((node) => {
    const members = membersOf(node, year);
    if (members.length === 0) return [];
    const named = node.node;
    const subject: Subject = named
      ? { kind: 'node', code: named.code, level: named.level, title: named.title, members }
      : { kind: 'plan', code: plan.code, level: 'plan', title: plan.title, members };
    return [subject];
  });
}

function membersOf(node: ScopedNode, year: number) {
  return leavesBelow(node).flatMap(({ leaf: { values }, weight }) =>
    values && values.project.year === year
      ? [{ code: values.project.code, weight: hasOwnWork(values) ? weight : 0 }]
      : [],
  );
}

function departmentSubjects({ root, year, input }: MonthModel): Subject[] {
  const members = membersOf(root, year);
  const owners = new Map(input.package.projects.map(({ code, department }) => [code, department]));
  return input.package.departments.flatMap(({ code, title }) => {
    const own = members.filter((member) => owners.get(member.code) === code);
    return own.length === 0 ? [] : [{ kind: 'department' as const, code, level: 'department', title, members: own }];
  });
}

function projectSubjects({ root, year }: MonthModel): Subject[] {
  return leavesBelow(root).flatMap(({ leaf: { values } }): Subject[] => {
    if (!values || values.project.year !== year) return [];
    const { code, title } = values.project;
    return [{ kind: 'project', code, level: 'project', title, members: [{ code, weight: 1 }] }];
  });
}
