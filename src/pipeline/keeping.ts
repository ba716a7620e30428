import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { syncFolder } from './archive.js';
import type { Context } from './context.js';
import { noFacts } from './errors.js';
import { csvText } from './plan.js';
import { periodsOf } from './status.js';

/** Writes a verified copy of the database under a name that says when; a backup under its final name is always whole. */
export async function backup({ workspace, world, store }: Context): Promise<{ path: string; sha256: string }> {
  await mkdir(workspace.backup, { recursive: true });
  const stamp = world.now().toISOString().replace(/[-:]/g, '').replace(/\.\d+/, '');
  const path = join(workspace.backup, `payesh-${stamp}.db`);
  const partial = `${path}.partial`;
  store().backupTo(partial);
  await rename(partial, path);
  await syncFolder(workspace.backup);
  return { path, sha256: await hashOf(path) };
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array);
  return hash.digest('hex');
}

/** Facts in force with provenance, and the latest measures of every period, as CSV for other tools; gives the paths. */
export async function exportCsv(context: Context, folder: string): Promise<string[]> {
  const { facts, measures, submissions } = context.store();
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
  const measureRows = periodsOf(context, submissions.records()).flatMap(({ period }) => {
    const run = measures.latestRun('report', period);
    return (run ? measures.figuresOf(run.id) : []).flatMap(({ plan, options, rows }) =>
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
    );
  });
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
  ];
  return Promise.all(
    files.map(async ({ name, rows }) => {
      const path = join(folder, name);
      await writeFile(path, csvText(rows));
      return path;
    }),
  );
}
