import { addMonths, monthOf, type Period, periodOf, yearOf } from '../domain/calendar.js';
import type { Project } from '../domain/plan.js';
import type { Appeal, ComponentName, Scorecard } from '../domain/scorecard.js';
import type { MonthModel } from '../measure/model.js';
import { progressRatio } from '../measure/progress.js';
import { type ScoreLeaf, scoreLeaves } from '../measure/scorecard/leaves.js';
import { ranked, scoreOf } from '../measure/scorecard/score.js';
import { NOTHING_KNOWN, valuesOf } from '../measure/scorecard/values.js';
import { departmentOf } from './codes.js';
import type { Context } from './context.js';
import { blankText, unknownAppeal } from './errors.js';
import { indicatorsOf } from './indicators.js';
import { modelOf, type Question, refuseOutside, resolve } from './questions.js';
import { ownsNothing } from './reasons.js';
import { reportingBegun, reportingHistory, silenceReasons, yearOfFiles } from './score-reporting.js';
import type { FigureQuery, ScorecardAnswer } from './types.js';

/** Scores of the departments for a period, with the score of the month before; the fiscal year to date, whatever the query's scope. */
export function scorecard(context: Context, query: FigureQuery): ScorecardAnswer {
  const question = resolve(context, { ...query, scope: 'year', basis: 'due' });
  const rows = scorecardsOf(context, question);
  const { period, plan, options, asOf, inForce } = question;
  const head = { period, plan: plan.code, options, asOf, progress: context.config.scoredProgress };
  const silence = silenceReasons(context, question);
  if (query.department === undefined) return { ...head, rows, reasons: silence };
  const department = departmentOf(inForce.package, query.department);
  const own = rows.filter(({ code }) => code === department.code);
  return { ...head, rows: own, reasons: own.length === 0 ? [ownsNothing(department)] : silence };
}

export function scorecardsOf(context: Context, question: Question): Scorecard[] {
  const before = addMonths(context.calendar, question.period, -1);
  const sameYear = yearOf(context.calendar, before) === yearOf(context.calendar, question.period);
  const known = sameYear && context.planAt(before, question.asOf) !== null;
  const earlier = known ? new Map(measured(context, question, before).map(({ code, score }) => [code, score])) : null;
  return ranked(measured(context, question, question.period)).map((card) => ({
    ...card,
    previous: earlier?.get(card.code) ?? null,
  }));
}

type Unranked = Omit<Scorecard, 'rank' | 'peers'>;

function measured(context: Context, question: Question, period: Period): Unranked[] {
  const model = modelOf(context, question, { scope: 'year', basis: 'due', period });
  const since = responsibility(context, question, model);
  const leaves = byDepartment(scoreLeaves(model, since));
  const indicators = indicatorsOf(context, question, { scope: 'year', basis: 'due', period }, true).figures;
  const files = yearOfFiles(context, question, period);
  const reporting = reportingHistory(context, question, period, files);
  const corrections = correctionsOf(context, question, model, since);
  const appeals = context.store().judgements.appeals(period);
  return model.input.package.departments.flatMap(({ code, title, peerGroup }) => {
    const own = leaves.get(code) ?? [];
    const ownIndicators = indicators.filter(({ department, dueAt }) => department === code && dueAt !== null);
    if (own.length === 0 && ownIndicators.length === 0) return [];
    const evidence = { leaves: own, indicators: ownIndicators, corrections, reporting: reporting(code) };
    const values = reportingBegun(files) ? valuesOf(evidence, context.config.scoredProgress) : NOTHING_KNOWN;
    const theirs = appeals.filter(({ department }) => department === code);
    const restored = new Set(theirs.filter(({ outcome }) => outcome === 'accepted').map(({ component }) => component));
    return [
      {
        code,
        title,
        peerGroup,
        ...scoreOf(values, context.config.scorecard, restored),
        previous: null,
        lateCreditRial: own.reduce((sum, { lateCreditRial }) => sum + BigInt(Math.round(lateCreditRial)), 0n),
        projects: own.length,
        appeals: theirs,
      },
    ];
  });
}

/** The last month of the year in which another department answered for a project; absent = it was this one all the year. */
function responsibility(context: Context, question: Question, { input, year }: MonthModel): Map<string, number> {
  const { calendar } = context;
  const since = new Map<string, number>();
  const owner = new Map(input.package.projects.map(({ code, department }) => [code, department]));
  for (let month = 1; month < Math.min(13, monthOf(calendar, input.period)); month += 1) {
    const inForce = context.planAt(periodOf(calendar, year, month), question.asOf);
    if (!inForce || inForce.package === input.package) continue;
    for (const { code, department } of inForce.package.projects) {
      const now = owner.get(code);
      if (now !== undefined && now !== department) since.set(code, month);
    }
  }
  return since;
}

/**
 * Σ|Δ| of a project's later corrections in the year: progress as a ratio, spending against its approved budget. Figures of the months in which another
 * department answered for it (`since`) are not its own.
 */
function correctionsOf(
  context: Context,
  { asOf }: Question,
  { input, year }: MonthModel,
  since: ReadonlyMap<string, number>,
): Map<string, number> {
  const projects = new Map(input.package.projects.map((project): [string, Project] => [project.code, project]));
  const from = periodOf(context.calendar, year, 1);
  const sizes = new Map<string, number>();
  for (const { code, field, period, before, after } of context
    .store()
    .facts.restatements({ from, to: input.period, asOf })) {
    const project = projects.get(code);
    if (!project || monthOf(context.calendar, period) <= (since.get(code) ?? 0)) continue;
    const part = (figure: number | null) => {
      if (figure === null) return 0;
      if (field !== 'spent_rial') return progressRatio(project, figure, 1);
      return project.approvedRial ? figure / project.approvedRial : 0;
    };
    sizes.set(code, (sizes.get(code) ?? 0) + Math.abs(part(after) - part(before)));
  }
  return sizes;
}

function byDepartment(leaves: readonly ScoreLeaf[]): Map<string, ScoreLeaf[]> {
  const groups = new Map<string, ScoreLeaf[]>();
  for (const leaf of leaves) {
    const group = groups.get(leaf.project.department);
    if (group) group.push(leaf);
    else groups.set(leaf.project.department, [leaf]);
  }
  return groups;
}

export function recordAppeal(
  context: Context,
  {
    department,
    period,
    component,
    text,
  }: { department: string; period?: Period; component: ComponentName; text: string },
): number {
  const question = resolve(context, period === undefined ? {} : { period });
  refuseOutside(context, question.period);
  if (text.trim() === '') throw blankText('--text');
  const { code } = departmentOf(question.inForce.package, department);
  return context.store().judgements.appeal({ department: code, period: question.period, component, text: text.trim() });
}

export function decideAppeal(
  context: Context,
  appeal: Appeal['id'],
  outcome: 'accepted' | 'rejected',
  by: string,
  reason: string,
): void {
  if (by.trim() === '') throw blankText('--by');
  if (reason.trim() === '') throw blankText('--reason');
  if (!context.store().judgements.decideAppeal(appeal, outcome, by.trim(), reason.trim())) throw unknownAppeal(appeal);
}
