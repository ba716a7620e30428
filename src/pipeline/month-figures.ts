import { addMonths, monthOf, type Period, SETTLEMENT_MONTH, yearOf } from '../domain/calendar.js';
import { SCORED_PROGRESS } from '../domain/catalogue/score-reasons.js';
import type { Fact } from '../domain/fact.js';
import { type MeasureOptions, type Realization, SLICE_KEYS, type SliceKey } from '../domain/measure.js';
import type { FigureSet, IndicatorMonth, MonthFigures, TreeRow } from '../domain/month.js';
import { councilCheckBefore } from '../domain/packs.js';
import { changePath, gapChanges } from '../measure/changes/changes.js';
import { classify } from '../measure/classify.js';
import { departmentFigures, leafRows, nodeFigures, sliceFigures } from '../measure/figures.js';
import { explainGap } from '../measure/gap.js';
import type { MonthModel } from '../measure/model.js';
import { type ScopedNode, walk } from '../measure/scoped-tree.js';
import { firstWideLevel } from './answers.js';
import { assumptionsOf } from './assumptions.js';
import { matrixPeriods, reportingMatrix } from './completeness.js';
import type { Context } from './context.js';
import { dataQuestions } from './data-questions.js';
import { decisionsTo } from './decisions.js';
import { feedbackOf, yearOrPlan } from './feedback.js';
import { forecastPrinted } from './forecast.js';
import { withIndicators } from './indicators.js';
import { curveOf, trendOf } from './month-history.js';
import { controlFigures, indicatorMonth } from './month-systems.js';
import { modelInput, modelOf, type Question } from './questions.js';
import { reportLook } from './report-look.js';
import { reportingOf } from './reporting.js';
import { isSampleWorkspace } from './sample.js';
import { silenceReasons } from './score-reporting.js';
import { scorecardsOf } from './scorecard.js';
import { publishedBefore } from './since.js';

/** Measures in `figures` change with the program; the digest of a run holds this name. */
export const RULES_VERSION = 'measures-3';

/** Gathers everything that reports say about a month. `edition` and `runDigest` name the run that asks. */
export function monthFigures(
  context: Context,
  question: Question,
  run: { edition: number; digest: string },
): MonthFigures {
  const { config, calendar } = context;
  const { period, plan, inForce } = question;
  const headline = modelOf(context, question);
  const setOf = (other: Partial<MeasureOptions>): FigureSet =>
    figureSet(context, question, modelOf(context, question, other));
  const leaves = leafRows(headline);
  const indicators = indicatorMonth(context, question);
  const facts = usedFacts(context, question, indicators);
  const reporting = reportingOf(
    context,
    period,
    inForce.package,
    context.store().submissions.records({ period, asOf: question.asOf }),
    question.asOf,
  );
  const figures = new Map(departmentFigures(headline).map((row) => [row.code, row]));
  return {
    organisation: config.organisation,
    sample: isSampleWorkspace(context.workspace),
    language: config.language,
    calendar,
    timeZone: config.timeZone,
    period,
    plan,
    planPackage: inForce.package,
    dataAsOf: context.store().facts.newest(question.asOf)?.recordedAt ?? null,
    edition: run.edition,
    runDigest: run.digest,
    rulesVersion: RULES_VERSION,
    displayUnit: config.displayUnit,
    thresholds: asRatios(config.thresholds),
    look: reportLook(context),
    headline: figureSet(context, question, headline),
    others: {
      planFull: setOf({ scope: 'plan', basis: 'full' }),
      yearDue: setOf({ scope: 'year', basis: 'due' }),
      yearFull: setOf({ scope: 'year', basis: 'full' }),
      monthDue: setOf({ scope: 'month', basis: 'due' }),
    },
    slices: {
      headline: slicesOf(headline),
      yearFull: slicesOf(modelOf(context, question, { scope: 'year', basis: 'full' })),
    },
    sinceCouncil: sinceCouncil(context, question),
    tree: [...walk(headline.root)].slice(1).map(treeRow),
    leaves,
    leafTypes: new Map(leaves.map((leaf) => [leaf.code, classify(leaf, config.thresholds.physicalPoints / 100)])),
    departments: reporting.flatMap((row) => {
      const own = figures.get(row.code);
      return own ? [{ figures: own, reporting: row }] : [];
    }),
    reporting,
    matrix: matrixOf(context, question),
    gap: explainGap(headline, headline.root),
    gapByNode: firstWideLevel(headline).map((node) => explainGap(headline, node)),
    gapSince: gapSince(context, question, headline),
    timeElapsed: timeElapsed(context, question),
    previous: previousFigures(context, question),
    curve: curveOf(context, question),
    trend: trendOf(context, question),
    control: controlFigures(context, question),
    indicators,
    scorecards: scorecardsOf(context, yearDue(question)),
    scoreNotes: [SCORED_PROGRESS[config.scoredProgress], ...silenceReasons(context, question)],
    feedback: feedbackOf(context, yearOrPlan(question), null),
    decisions: decisionsTo(context, question),
    forecast: forecastPrinted(context, question),
    submissions: context.store().submissions.records({ period, asOf: question.asOf }),
    questions: toldQuestions(context, question),
    facts,
    assumptions: assumptionsOf(context, question, headline),
  };
}

/** What the manager has to know of the questions: those that nobody answers, and oddities of the year that were accepted. */
function toldQuestions(context: Context, { period, asOf }: Question): MonthFigures['questions'] {
  const year = yearOf(context.calendar, period);
  return dataQuestions(context, { period, asOf })
    .filter((one) => one.escalated || (one.state === 'acknowledged' && yearOf(context.calendar, one.period) === year))
    .sort((a, b) => b.waited - a.waited || a.id - b.id);
}

function slicesOf(model: MonthModel): Record<SliceKey, Realization[]> {
  return Object.fromEntries(SLICE_KEYS.map((key) => [key, sliceFigures(model, key, key)])) as Record<
    SliceKey,
    Realization[]
  >;
}

/** What the council saw at its check before, on the plan in force then. */
function sinceCouncil(context: Context, question: Question): MonthFigures['sinceCouncil'] {
  const period = councilCheckBefore(context.calendar, question.period);
  if (period === null || yearOf(context.calendar, period) < question.plan.firstYear) return null;
  if (!context.planAt(period, question.asOf)) return null;
  return { period, rows: nodeFigures(modelOf(context, question, { period })) };
}

/** Who reported which month, from the files that were known. */
function matrixOf(context: Context, { period, asOf }: Question): MonthFigures['matrix'] {
  const records = matrixPeriods(context.calendar, period).flatMap((month) =>
    context.store().submissions.records({ period: month, asOf }),
  );
  return reportingMatrix(context, period, records, asOf);
}

/** How the whole gap came here since the month that was published before. */
function gapSince(context: Context, question: Question, { root }: MonthModel): MonthFigures['gapSince'] {
  const then = publishedBefore(context, question);
  if (!then) return null;
  const path = changePath(modelInput(context, then.question), modelInput(context, question));
  return { since: then.since, changes: gapChanges(path, { kind: 'node', code: root.code }) };
}

/** Departments are scored by the fiscal year's work to date, whatever the headline speaks of. */
export function yearDue(question: Question): Question {
  return { ...question, options: { ...question.options, scope: 'year', basis: 'due' } };
}

function figureSet(context: Context, question: Question, model: MonthModel): FigureSet {
  return { options: model.input.options, rows: withIndicators(context, question, model, nodeFigures(model)) };
}

function treeRow({ code, node, depth, share, shareAssumed }: ScopedNode): TreeRow {
  return {
    code,
    parent: node?.parent ?? null,
    depth,
    level: node?.level ?? '',
    title: node?.title ?? code,
    weight: share > 0 ? share : null,
    weightAssumed: shareAssumed,
  };
}

/** Share of the plan's months that have passed at the end of the period, 0..1. */
function timeElapsed({ calendar }: Context, { period, plan }: Question): number {
  const months = (yearOf(calendar, period) - plan.firstYear) * 12 + Math.min(12, monthOf(calendar, period));
  return Math.min(1, Math.max(0, months / ((plan.lastYear - plan.firstYear + 1) * 12)));
}

/** The same pair one month earlier and in the same month of last year, each on the plan in force then. */
function previousFigures(context: Context, question: Question): MonthFigures['previous'] {
  const periods = [addMonths(context.calendar, question.period, -1), addMonths(context.calendar, question.period, -12)];
  return periods.map((period: Period) => {
    const begun = yearOf(context.calendar, period) >= question.plan.firstYear;
    if (!begun || !context.planAt(period, question.asOf))
      return { period, physical: null, budget: null, indicators: null };
    const model = modelOf(context, question, { period });
    const [total] = withIndicators(context, question, model, nodeFigures(model).slice(0, 1));
    const { physical = null, budget = null, indicators = null } = total ?? {};
    return { period, physical, budget, indicators };
  });
}

/**
 * Facts in force of the projects and indicators of the headline, up to the period: what lineage rows show. An indicator may
 * be a sum or an average of its reports, so all of them are shown.
 */
function usedFacts(context: Context, { period, plan, inForce, asOf }: Question, indicators: IndicatorMonth): Fact[] {
  const nodes = new Set(inForce.package.nodes.filter((node) => node.plan === plan.code).map((node) => node.code));
  const own = new Set(
    inForce.package.projects.filter((project) => nodes.has(project.node)).map((project) => project.code),
  );
  const measured = new Set(indicators.figures.map(({ code }) => code));
  const all = context.store().facts.currentFacts({ to: period, asOf });
  return [
    ...latestOfYear(
      context,
      all.filter((fact) => fact.kind === 'project' && own.has(fact.code)),
      period,
    ),
    ...all.filter((fact) => fact.kind === 'indicator' && measured.has(fact.code)),
  ];
}

/** Of each project and field only the last report of its year is what the cumulative figure stands on. */
function latestOfYear({ calendar }: Context, facts: readonly Fact[], period: Period): Fact[] {
  const current = yearOf(calendar, period);
  const latest = new Map<string, Fact>();
  for (const fact of facts) {
    const settlement = monthOf(calendar, fact.period) === SETTLEMENT_MONTH;
    if (settlement && yearOf(calendar, fact.period) === current && fact.period !== period) continue;
    latest.set(`${fact.code}\n${fact.field}`, fact);
  }
  return [...latest.values()];
}

/** Configuration speaks in points of percent; figures inside are ratios. */
export function asRatios(given: Context['config']['thresholds']): MonthFigures['thresholds'] {
  const [yellow, red] = given.gapPoints;
  const [serious, warning] = given.ratioBands;
  return {
    physicalPoints: given.physicalPoints / 100,
    gapPoints: [yellow / 100, red / 100],
    ratioBands: [Math.max(serious, warning), Math.min(serious, warning)],
  };
}
