import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Period } from '../domain/calendar.js';
import type { MeasureOptions, Realization } from '../domain/measure.js';
import { departmentFigures, nodeFigures, projectFigures } from '../measure/figures.js';
import type { Context } from './context.js';
import { noFacts } from './errors.js';
import { csvText } from './plan.js';
import { modelOf, resolve } from './questions.js';
import { periodsOf } from './status.js';
import { systemTables } from './system-csv.js';

/**
 * Facts in force with provenance, and the measures of every period with facts as they stand now, as CSV for other tools;
 * gives the paths. Throws PayeshError where there are no facts.
 */
export async function exportCsv(context: Context, folder: string): Promise<string[]> {
  const { facts, submissions } = context.store();
  if (facts.newest() === null) throw noFacts();
  await mkdir(folder, { recursive: true });
  const factRows = facts
    .currentFacts()
    .map((fact) => [
      fact.code,
      fact.period,
      fact.field,
      fact.value ?? fact.text,
      fact.department,
      fact.file,
      fact.source.sheet,
      fact.source.row,
      fact.source.cell,
      fact.source.raw,
      fact.recordedAt,
      fact.sha256,
    ]);
  const header = [
    'code',
    'period',
    'field',
    'value',
    'department',
    'file',
    'sheet',
    'row',
    'cell',
    'raw',
    'recorded_at',
    'sha256',
  ];
  const periods = periodsOf(context, submissions.records()).filter(({ departments }) => departments > 0);
  const measureRows = periods.flatMap(({ period }) =>
    setsOf(context, period).flatMap(({ plan, options, rows }) =>
      rows.map((row) => [
        period,
        plan,
        options.scope,
        options.basis,
        options.spending,
        options.budget,
        options.denominator,
        row.kind,
        row.code,
        row.level,
        row.physical,
        row.budget,
        row.gap,
        row.achieved,
        row.planned,
        row.spentRial,
        row.budgetRial,
        row.coverage,
        row.coverageBudget,
        row.low,
        row.high,
        row.assumed,
        row.assumedBudget,
        row.silent,
        row.leaves,
      ]),
    ),
  );
  const measureHeader = [
    'period',
    'plan',
    'scope',
    'basis',
    'spending',
    'budget_version',
    'denominator',
    'kind',
    'code',
    'level',
    'physical',
    'budget',
    'gap',
    'achieved',
    'planned',
    'spent_rial',
    'budget_rial',
    'coverage',
    'coverage_budget',
    'low',
    'high',
    'assumed',
    'assumed_budget',
    'silent',
    'leaves',
  ];
  const files = [
    { name: 'facts.csv', rows: [header, ...factRows] },
    { name: 'measures.csv', rows: [measureHeader, ...measureRows] },
    ...systemTables(
      context,
      periods.map(({ period }) => period),
    ),
  ];
  return Promise.all(
    files.map(async ({ name, rows }) => {
      const path = join(folder, name);
      await writeFile(path, csvText(rows));
      return path;
    }),
  );
}

interface FigureRows {
  plan: string;
  options: MeasureOptions;
  rows: Realization[];
}

/** Besides the headline, the choices of the reports: the plan in full, the year and the month. */
const OTHERS: Pick<MeasureOptions, 'scope' | 'basis'>[] = [
  { scope: 'plan', basis: 'full' },
  { scope: 'year', basis: 'due' },
  { scope: 'year', basis: 'full' },
  { scope: 'month', basis: 'due' },
];

/** The headline with nodes, departments and projects; the other choices with their nodes. */
function setsOf(context: Context, period: Period): FigureRows[] {
  const question = resolve(context, { period });
  const plan = question.plan.code;
  const headline = modelOf(context, question);
  const rows = [...nodeFigures(headline), ...departmentFigures(headline), ...projectFigures(headline)];
  const others = OTHERS.map((choice) => modelOf(context, question, choice));
  return [
    { plan, options: headline.input.options, rows },
    ...others.map((model) => ({ plan, options: model.input.options, rows: nodeFigures(model) })),
  ];
}
