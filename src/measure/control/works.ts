import { addMonths, comparePeriods, monthOf, ordinalOf, type Period, periodOf, yearOf } from '../../domain/calendar.js';
import type { WorkForecast } from '../../domain/control.js';
import type { Project, Work } from '../../domain/plan.js';
import { withCarriedWork } from '../carried.js';
import type { MeasureInput } from '../input.js';
import { PlannedFigures } from '../planned.js';
import { ReportedFigures } from '../reported.js';
import { ValueReader } from '../values.js';
import { earnedSchedule, forecastDuration, scheduleIndex } from './earned-schedule.js';
import { doneSince } from './leaves.js';

/**
 * Forecast finish of each whole work: its project-years one after the other are its time-phased plan, from its own start.
 *   EV = Σ_y B_y · P_y, curve = Σ_y B_y · PP_y(month), finish = start + PD/SPI(t).
 * Carried credit is counted once, in the year that first approved it, and carried work finishes the work of the project that it continues, as in scope plan.
 * Null with its reason: a year without an explicit schedule, nothing reported yet, or not begun. BAC is what the years hold; where the work
 * states a larger total, its last years are not planned yet and the finish is unknown (`no_schedule`).
 */
export function workForecasts(input: MeasureInput): WorkForecast[] {
  const planned = new PlannedFigures(input);
  const reported = ReportedFigures.of(input.figures);
  const reader = new ValueReader({
    ...input,
    options: { ...input.options, scope: 'plan', basis: 'full', denominator: 'approved' },
  });
  const years = new Map<string, Project[]>();
  for (const project of input.package.projects) {
    if (project.work === null || !reader.isLeaf(project)) continue;
    if (reader.read(project).achieved === null) continue;
    const known = years.get(project.work);
    if (known) known.push(project);
    else years.set(project.work, [project]);
  }
  return input.package.works.flatMap((work) => {
    const projects = years.get(work.code);
    return projects === undefined ? [] : [forecast(work, projects, { input, planned, reported, reader })];
  });
}

interface Sources {
  input: MeasureInput;
  planned: PlannedFigures;
  reported: ReportedFigures;
  reader: ValueReader;
}

function forecast(work: Work, projects: readonly Project[], sources: Sources): WorkForecast {
  const { input, planned } = sources;
  const { calendar, period } = input;
  const parts = partsOf(projects, sources);
  const BAC = parts.reduce((sum, { budget }) => sum + BigInt(budget ?? 0), 0n);
  const known = parts.some(({ earned }) => earned !== null);
  const EV = known ? parts.reduce((sum, { earned }) => sum + (earned ?? 0), 0) : null;
  const AC = parts.some(({ spent }) => spent !== null)
    ? parts.reduce((sum, { spent }) => sum + BigInt(spent ?? 0), 0n)
    : null;
  const first = Math.min(...projects.map(({ year }) => year));
  const last = Math.max(...projects.map(({ year }) => year));
  const curve: number[] = [];
  for (let year = first; year <= last; year += 1) {
    for (let month = 1; month <= 12; month += 1) {
      curve.push(
        parts.reduce((sum, { project, budget }) => sum + (budget ?? 0) * plannedBy(project, year, month, planned), 0),
      );
    }
  }
  const begin = curve.findIndex((value) => value > 0);
  const end = curve.findIndex((value) => value >= (curve.at(-1) ?? 0));
  const start = periodOf(calendar, first, 1);
  const startPeriod = begin < 0 ? null : addMonths(calendar, start, begin);
  const base: WorkForecast = {
    work: work.code,
    title: work.title,
    start: startPeriod,
    plannedFinish: begin < 0 ? null : addMonths(calendar, start, end),
    finish: null,
    BAC,
    EV,
    AC,
    EAC: EV !== null && EV > 0 && AC !== null && AC > 0n ? (Number(BAC) * Number(AC)) / EV : null,
    ES: null,
    AT: null,
    SPI_t: null,
    reason: null,
  };
  if (parts.some(({ explicit, budget, carrier }) => !(carrier && !budget) && (!explicit || budget === null)))
    return { ...base, reason: 'no_schedule' };
  if (work.totalRial !== null && BigInt(work.totalRial) > BAC) return { ...base, reason: 'no_schedule' };
  if (EV === null) return { ...base, reason: 'no_progress_report' };
  if (startPeriod === null || comparePeriods(calendar, period, startPeriod) < 0)
    return { ...base, reason: 'not_started' };
  const ES = earnedSchedule({ values: curve.slice(begin, end + 1) }, EV);
  const AT = Math.min(
    monthsBetween(input, startPeriod, period),
    monthsBetween(input, startPeriod, lastMonthOf(input, parts)),
  );
  const SPI_t = scheduleIndex(ES, AT);
  const duration = forecastDuration(end - begin + 1, SPI_t);
  return {
    ...base,
    ES,
    AT,
    SPI_t,
    finish: duration === null ? null : addMonths(calendar, startPeriod, Math.ceil(duration - 1e-9) - 1),
    reason: duration === null ? 'nothing_earned' : null,
  };
}

/** One project-year of a work. `budget` without the credit that it carries; `carrier` = it only finishes another year's work. */
interface Part {
  project: Project;
  budget: number | null;
  earned: number | null;
  spent: number | null;
  explicit: boolean;
  carrier: boolean;
  done: boolean;
  doneMonth: number | null;
}

function partsOf(projects: readonly Project[], { input, planned, reported, reader }: Sources): Part[] {
  const codes = new Set(projects.map(({ code }) => code));
  const carried = new Set(projects.filter((each) => each.carriedWork).map(({ continues }) => continues));
  return withCarriedWork(
    projects.map((project) => reader.read(project)),
    codes,
  ).map(({ project, achieved, fullRial, spentRial, physicalState, carriesWork }) => {
    const month = project.year < reader.year ? 13 : monthOf(input.calendar, input.period);
    const known = physicalState !== 'missing' || (carried.has(project.code) && (achieved ?? 0) > 0);
    return {
      project,
      budget: fullRial,
      earned: known && fullRial !== null ? fullRial * Math.min(1, achieved ?? 0) : null,
      spent: spentRial,
      explicit: !planned.planned(project, 1).assumed,
      carrier: carriesWork,
      // A chain of carried parts adds up to all of the work but for rounding.
      done: (achieved ?? 0) >= 1 - 1e-12,
      doneMonth: project.year > reader.year ? null : doneSince(reported, project, month),
    };
  });
}

/** Planned share of a project-year by a fiscal month: 0 before its year, all of it after. */
function plannedBy(project: Project, year: number, month: number, planned: PlannedFigures): number {
  if (year < project.year) return 0;
  return year > project.year ? 1 : planned.planned(project, month).ratio;
}

/** The last month in which the work went on: when the last part was done, else the period. */
function lastMonthOf({ calendar, period }: MeasureInput, parts: readonly Part[]): Period {
  if (parts.some(({ done }) => !done)) return period;
  return parts
    .flatMap(({ project, doneMonth }) =>
      doneMonth === null ? [] : [periodOf(calendar, project.year, Math.min(12, doneMonth))],
    )
    .reduce((latest, each) => (ordinalOf(calendar, each) > ordinalOf(calendar, latest) ? each : latest));
}

/** Months from the first to the second, both counted: 1399-01 to 1399-03 are three; a settlement is its year's last month. */
function monthsBetween({ calendar }: MeasureInput, from: Period, to: Period): number {
  const index = (period: Period) => yearOf(calendar, period) * 12 + Math.min(12, monthOf(calendar, period));
  return index(to) - index(from) + 1;
}
