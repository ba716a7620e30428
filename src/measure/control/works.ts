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
 *   EV = Σ_y B_y · P_y (P held at the cap, as everywhere), curve = Σ_y B_y · PP_y(month), finish = start + PD/SPI(t).
 * Carried credit is counted once, in the year that first approved it, and carried work finishes the work of the project that it continues, as in scope plan.
 * EAC = BAC · AC / EV over the years that are known on both sides and those to come, which earned and cost nothing yet (`cost_share` of BAC).
 * Null with its reason: a year without an explicit schedule, a finished year whose progress was never reported, or not begun. In the
 * year under way what was last known stands until it reports. BAC is what the years hold; where the work
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
    ...costOf(parts, BAC),
    ES: null,
    AT: null,
    SPI_t: null,
    reason: null,
  };
  if (parts.some(({ explicit, budget, carrier }) => !(carrier && !budget) && (!explicit || budget === null)))
    return { ...base, reason: 'no_schedule' };
  if (work.totalRial !== null && BigInt(work.totalRial) > BAC) return { ...base, reason: 'no_schedule' };
  if (EV === null || parts.some(({ over, earned, budget }) => over && earned === null && budget !== 0))
    return { ...base, reason: 'no_progress_report' };
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

/** EAC of the parts that are known on both sides or still to come, and their share of BAC. */
function costOf(parts: readonly Part[], BAC: bigint): Pick<WorkForecast, 'EAC' | 'cost_share'> {
  const costed = parts.filter((part) => part.ahead || costKnown(part, parts));
  const budget = Number(costed.reduce((sum, part) => sum + BigInt(part.budget ?? 0), 0n));
  const EV = costed.reduce((sum, { earned }) => sum + (earned ?? 0), 0);
  const AC = Number(costed.reduce((sum, { spent }) => sum + BigInt(spent ?? 0), 0n));
  return {
    EAC: EV > 0 && AC > 0 ? (budget * AC) / EV : null,
    cost_share: BAC > 0n ? budget / Number(BAC) : null,
  };
}

/** Its progress holds the work of those that carry it on, so what they spent must be known too. */
function costKnown(part: Part, parts: readonly Part[]): boolean {
  const others = parts.filter((each) => each !== part);
  const carriers = others.filter(({ carrier, project }) => carrier && project.continues === part.project.code);
  const quiet = ({ earned, spent }: Part) => earned === null && spent === null;
  return (
    part.earned !== null && part.spent !== null && carriers.every((each) => quiet(each) || costKnown(each, others))
  );
}

/** One project-year of a work. `budget` without the credit that it carries; `carrier` = it only finishes another year's work. */
interface Part {
  project: Project;
  /** Its year is finished; it is still to come. */
  over: boolean;
  ahead: boolean;
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
      over: project.year < reader.year,
      ahead: project.year > reader.year,
      budget: fullRial,
      earned: known && fullRial !== null ? fullRial * (achieved ?? 0) : null,
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
