import { yearOf } from '../domain/calendar.js';
import {
  countsOf,
  type ForecastOfMonth,
  type ForecastRecord,
  type ForecastRow,
  type PublishedRecord,
} from '../domain/forecast.js';
import { type ForecastInput, forecasts } from '../measure/forecast/forecast.js';
import { publishedRecords } from '../measure/forecast/published.js';
import { walk } from '../measure/scoped-tree.js';
import { headOf, nodeOf } from './answers.js';
import { byCode, departmentOf, mustKnow } from './codes.js';
import type { Context } from './context.js';
import { noFigure, unknownLevel } from './errors.js';
import { refuseTogether } from './evm.js';
import { forecastInput } from './forecast-tracks.js';
import { modelOf, type Question, resolve } from './questions.js';
import { ownsNothing } from './reasons.js';
import type { ForecastAnswer, ForecastQuery } from './types.js';

/** Every forecast of a question's period: the plan, its nodes, departments and projects, with their records. */
export function forecastOf(
  context: Context,
  question: Question,
): { rows: ForecastRow[]; records: ForecastRecord[]; input: ForecastInput } {
  const input = forecastInput(context, question);
  return { ...forecasts(input), input };
}

/** The same with how earlier printed forecasts did: what a report prints. */
export function forecastPrinted(context: Context, question: Question): ForecastOfMonth {
  const { rows, records, input } = forecastOf(context, yearQuestion(question));
  return { rows, records, published: publishedOf(context, question, input) };
}

/** Forecasts speak of the fiscal year's work and budget, whatever the headline's scope. */
function yearQuestion(question: Question): Question {
  return { ...question, options: { ...question.options, scope: 'year', basis: 'full' } };
}

/** Where work and money will stand at the end of the fiscal year: the plan and its nodes, or what was asked. */
export function forecast(context: Context, query: ForecastQuery): ForecastAnswer {
  refuseTogether(query);
  const { project: _project, ...figures } = query;
  const question = resolve(context, { ...figures, scope: 'year', basis: 'full' });
  const { rows, records, input } = forecastOf(context, question);
  const chosen = rowsOf(context, question, rows, query);
  const used = [...new Set(chosen.flatMap(({ physical, spend }) => [physical.record, spend.record]))].filter(
    (record) => record !== null,
  );
  const place = (record: number | null) => (record === null ? null : used.indexOf(record));
  const reasons =
    chosen.length === 0 && query.department !== undefined
      ? [ownsNothing(departmentOf(question.inForce.package, query.department))]
      : [];
  return {
    ...headOf(question),
    rows: chosen.map((row) => ({
      ...row,
      physical: { ...row.physical, record: place(row.physical.record) },
      spend: { ...row.spend, record: place(row.spend.record) },
    })),
    unreported: countsOf(chosen).unreported,
    records: used.flatMap((record) => records[record] ?? []),
    published: publishedOf(context, question, input),
    reasons,
  };
}

/** What the reports of earlier years said, against the ends that are known now. */
function publishedOf(context: Context, question: Question, input: ForecastInput): PublishedRecord[] {
  const year = yearOf(context.calendar, question.period);
  return publishedRecords(input, context.store().measures.forecastsBefore(question.plan.code, year, question.asOf));
}

function rowsOf(context: Context, question: Question, rows: ForecastRow[], query: ForecastQuery): ForecastRow[] {
  const { node, department, project, level } = query;
  const { projects } = question.inForce.package;
  const ofKind = (...kinds: ForecastRow['kind'][]) => rows.filter(({ kind }) => kinds.includes(kind));
  if (project !== undefined) {
    const found = byCode(ofKind('project'), project);
    if (!found) throw noFigure(mustKnow(question.inForce.package, project));
    return [found];
  }
  const owner = department === undefined ? null : departmentOf(question.inForce.package, department).code;
  const place = node === undefined ? null : nodeOf(modelOf(context, question), node);
  if (level === 'project') {
    const within = place && new Set([...walk(place)].map(({ code }) => code));
    const own = new Set(
      projects
        .filter((each) => within === null || within.has(each.node))
        .filter((each) => owner === null || each.department === owner)
        .map(({ code }) => code),
    );
    return ofKind('project').filter(({ code }) => own.has(code));
  }
  if (owner !== null) return ofKind('department').filter(({ code }) => code === owner);
  if (place !== null) return ofKind('plan', 'node').filter(({ code }) => code === place.code);
  if (level === 'department') return ofKind('department');
  const tree = ofKind('plan', 'node');
  if (level === undefined) return tree;
  const found = tree.filter((row) => row.level === level);
  if (found.length === 0)
    throw unknownLevel(level, [...new Set(tree.map((row) => row.level)), 'project', 'department']);
  return found;
}
