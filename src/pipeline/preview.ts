import { gapVerdict, physicalVerdict } from '../../reports/manager/voice.js';
import { groupBy } from '../check/plan/plan-context.js';
import {
  type RuledWeights,
  type Rules,
  readRules,
  ruledToNothing,
  ruledTwice,
  unknownRuledCode,
} from '../config/index.js';
import { comparePeriods, type Period, periodOf, yearOf } from '../domain/calendar.js';
import type { LeafType, Realization } from '../domain/measure.js';
import { mixedPhysical } from '../domain/measure.js';
import type { PlanPackage } from '../domain/plan.js';
import type { PreviewFigures, PreviewPeriod, PreviewRow } from '../domain/preview.js';
import { classify } from '../measure/classify.js';
import { departmentFigures, leafRows, nodeFigures } from '../measure/figures.js';
import { byCode, latestPackage } from './codes.js';
import type { Context, PlanInForce } from './context.js';
import { noPeriodToReplay } from './errors.js';
import { withIndicators } from './indicators.js';
import { asRatios } from './month-figures.js';
import { refuseUnusable } from './named-files.js';
import { modelOf, refuseOutside, resolve } from './questions.js';
import { scorecardsOf } from './scorecard.js';
import { periodsOf } from './status.js';
import type { PreviewAnswer, PreviewQuery } from './types.js';

/**
 * Replays periods with accepted reports under other rules: the same measures asked twice, of this workspace and of one
 * whose configuration and weights are the tried ones. Only reads; nothing of it is stored. Faults of the file come back
 * all at once, and then no period.
 */
export async function preview(context: Context, query: PreviewQuery): Promise<PreviewAnswer> {
  await refuseUnusable([query.rules]);
  const { bytes } = await context.readStranger(query.rules);
  const { rules, faults } = readRules(new TextDecoder().decode(bytes), context.config);
  const plan = latestPackage(context);
  const nodes = inPlan('nodes', rules.nodes, plan);
  const projects = inPlan('projects', rules.projects, plan);
  const empty = [
    ...toNothing('nodes', plan.nodes, nodes.weights, (node) => node.parent ?? node.plan),
    ...toNothing('projects', plan.projects, projects.weights, ({ node, year }) => `${node}, ${year}`),
  ];
  const all = [...faults, ...nodes.faults, ...projects.faults, ...empty];
  if (all.length > 0) return { faults: all, periods: [] };
  const tried = underRules(context, { ...rules, nodes: nodes.weights, projects: projects.weights });
  return {
    faults: [],
    periods: periodsToReplay(context, query).map((period) => replay(context, tried, query, period)),
  };
}

function inPlan(group: 'nodes' | 'projects', given: RuledWeights, plan: PlanPackage) {
  const weights = new Map<string, number | null>();
  const faults = [...given].flatMap(([typed, weight]) => {
    const found = byCode<{ code: string }>(plan[group], typed);
    const twice = found !== undefined && weights.has(found.code);
    if (found && !twice) weights.set(found.code, weight);
    return found
      ? twice
        ? [ruledTwice(group, typed, found.code)]
        : []
      : [
          unknownRuledCode(
            group,
            typed,
            plan[group].map(({ code }) => code),
          ),
        ];
  });
  return { weights, faults };
}

/** Siblings of which the file weighs at least one and all would weigh 0 (a blank counts as the mean of the given). */
function toNothing<Row extends { code: string; weight: number | null }>(
  group: 'nodes' | 'projects',
  rows: readonly Row[],
  given: RuledWeights,
  under: (row: Row) => string,
) {
  const weigh = ({ code, weight }: Row) => (given.has(code) ? (given.get(code) ?? null) : weight);
  return [...groupBy(rows, under)].flatMap(([place, siblings]) => {
    const ruled = siblings.find(({ code }) => given.has(code));
    const weights = siblings.map(weigh).filter((weight) => weight !== null);
    if (!ruled || weights.length === 0 || weights.some((weight) => weight > 0)) return [];
    return [ruledToNothing(group, ruled.code, place)];
  });
}

/** The same workspace with another configuration, and plans with other weights. One package per version, as always. */
function underRules(context: Context, { config, nodes, projects }: Rules): Context {
  const packages = new Map<number, PlanPackage>();
  const weighed = <Row extends { code: string; weight: number | null }>(rows: readonly Row[], weights: RuledWeights) =>
    rows.map((row) => ({ ...row, weight: weights.has(row.code) ? (weights.get(row.code) ?? null) : row.weight }));
  const ruled = ({ version, package: plan }: PlanInForce): PlanInForce => {
    const made = packages.get(version.id) ?? {
      ...plan,
      nodes: weighed(plan.nodes, nodes),
      projects: weighed(plan.projects, projects),
    };
    packages.set(version.id, made);
    return { version, package: made };
  };
  return {
    ...context,
    config,
    planAt(period, asOf) {
      const inForce = context.planAt(period, asOf);
      return inForce && ruled(inForce);
    },
  };
}

/** Periods with accepted reports from `from` (the fiscal year's first month) to the period that was asked. */
function periodsToReplay(context: Context, query: PreviewQuery): Period[] {
  const { calendar } = context;
  const { period: to } = resolve(context, choiceOf(query));
  const from = query.from ?? periodOf(calendar, yearOf(calendar, to), 1);
  refuseOutside(context, from);
  const periods = periodsOf(context, context.store().submissions.records())
    .filter(({ departments }) => departments > 0)
    .map(({ period }) => period)
    .filter((period) => comparePeriods(calendar, period, from) >= 0 && comparePeriods(calendar, period, to) <= 0);
  if (periods.length === 0) throw noPeriodToReplay(from, to);
  return periods;
}

function choiceOf({ period, plan }: PreviewQuery) {
  return { ...(period === undefined ? {} : { period }), ...(plan === undefined ? {} : { plan }) };
}

function replay(context: Context, tried: Context, query: PreviewQuery, period: Period): PreviewPeriod {
  const before = measured(context, query, period);
  const after = measured(tried, query, period);
  const changes = [...after.types].flatMap(([code, { title, department, type }]) => {
    const was = before.types.get(code)?.type ?? 'unknown';
    return was === type ? [] : [{ code, title, department, before: was, after: type }];
  });
  const keys = new Set([...before.rows.keys(), ...after.rows.keys()]);
  const rows = [...keys].flatMap((key): PreviewRow[] => {
    const [from, to] = [before.rows.get(key), after.rows.get(key)];
    const subject = to?.subject ?? from?.subject;
    return subject ? [{ ...subject, before: from?.figures ?? null, after: to?.figures ?? null }] : [];
  });
  return { period, before: before.options, after: after.options, rows, changes };
}

interface Row {
  subject: Pick<PreviewRow, 'kind' | 'code' | 'level' | 'title'>;
  figures: PreviewFigures;
}

function measured(context: Context, query: PreviewQuery, period: Period) {
  const question = resolve(context, { ...choiceOf(query), period });
  const model = modelOf(context, question);
  const scores = new Map(scorecardsOf(context, question).map(({ code, score }) => [code, score]));
  const figures = withIndicators(context, question, model, [...nodeFigures(model), ...departmentFigures(model)]);
  const rows = new Map(figures.map((row): [string, Row] => [`${row.kind}\n${row.code}`, rowOf(context, row, scores)]));
  const { physicalPoints } = asRatios(context.config.thresholds);
  const types = new Map(
    leafRows(model).map((leaf): [string, { title: string; department: string | null; type: LeafType }] => [
      leaf.code,
      { title: leaf.title, department: leaf.department, type: classify(leaf, physicalPoints) },
    ]),
  );
  return { options: question.options, rows, types };
}

function rowOf({ config }: Context, row: Realization, scores: ReadonlyMap<string, number | null>): Row {
  const { physical, budget, gap, code, level, title } = row;
  const kind = row.kind === 'department' || row.kind === 'plan' ? row.kind : 'node';
  const { gapPoints, ratioBands } = asRatios(config.thresholds);
  return {
    subject: { kind, code, level, title },
    figures: {
      physical,
      physicalMixed: mixedPhysical(row, config.mix.indicators),
      budget,
      gap,
      score: kind === 'department' ? (scores.get(code) ?? null) : null,
      physicalVerdict: physicalVerdict(physical, ratioBands),
      gapVerdict: gapVerdict(gap === null ? null : gap * 100, gapPoints),
    },
  };
}
