import { basename, resolve as resolvePath } from 'node:path';
import type { Config } from '../config/config.js';
import { isPeriod } from '../domain/calendar.js';
import { CLAIM_HOLDS_MINUTES } from '../domain/job.js';
import { gap, realization } from './answers.js';
import { createContext } from './context.js';
import { badPeriod } from './errors.js';
import { explain } from './explain.js';
import { departmentFolder, ingest, tryFile } from './ingest.js';
import { backup, exportCsv } from './keeping.js';
import { runMonth } from './month.js';
import { checkLoadedPlan, exportPlan, importPlan } from './plan.js';
import { report } from './report.js';
import { isSampleWorkspace, loadSample } from './sample.js';
import { jobRuns, periodsOf, status } from './status.js';
import type { Pipeline } from './types.js';
import { workspaceAt } from './workspace.js';
import type { World } from './world.js';

/** The sequence behind every command and job: one workspace, one world, one configuration. */
export function createPipeline(directory: string, world: World, config: Config): Pipeline {
  const workspace = workspaceAt(directory);
  const context = createContext(workspace, world, config, () => isSampleWorkspace(workspace));
  return {
    importPlan: async (path, options) => importPlan(context, path, options),
    checkPlan: async () => checkLoadedPlan(context),
    exportPlan: async (path) => exportPlan(context, path),
    ingest: async (options) => ingest(context, options),
    async check(file, department) {
      const path = resolvePath(file);
      const folder = department ?? departmentFolder(path, workspace.inbox);
      const { record, reading } = await tryFile(context, path, basename(path), folder, world.now());
      return { record, understanding: reading.understanding };
    },
    realization: async (query) => realization(context, query),
    gap: async (query) => gap(context, query),
    async facts({ period, code, department, asOf }) {
      if (period !== undefined && !isPeriod(period)) throw badPeriod(period);
      const month = period ?? context.store().facts.latestPeriod(asOf ?? null);
      const bounds = month === null ? {} : { from: month, to: month };
      const asked = { ...(code === undefined ? {} : { code }), ...(department === undefined ? {} : { department }) };
      return {
        period: month,
        facts: context.store().facts.currentFacts({ ...bounds, ...asked, asOf: asOf ?? null }),
      };
    },
    explain: async (code, query) => explain(context, code, query),
    report: async (query) => report(context, query),
    run: async (query) => runMonth(context, query),
    status: async (query) => status(context, query),
    loadSample: async () => loadSample(context),
    async close(period) {
      if (!isPeriod(period)) throw badPeriod(period);
      context.store().periods.close(period);
    },
    async reopen(period, reason) {
      if (!isPeriod(period)) throw badPeriod(period);
      context.store().periods.reopen(period, reason);
    },
    backup: async () => backup(context),
    async verify() {
      const problems = context
        .store()
        .verify()
        .map((problem) => problem[config.language]);
      return { ok: problems.length === 0, problems };
    },
    exportCsv: async (folder) => exportCsv(context, folder),
    claimJob: (job, key) =>
      context
        .store()
        .jobs.claim(job, key, new Date(world.now().getTime() - CLAIM_HOLDS_MINUTES * 60_000).toISOString()),
    finishJob(job, key, outcome, note) {
      if (outcome === 'done') context.store().jobs.finished(job, key, note ?? null);
      else context.store().jobs.failed(job, key, note ?? '');
    },
    jobRuns: () => jobRuns(context),
    periodsWithFacts: () =>
      periodsOf(context, context.store().submissions.records())
        .filter(({ departments }) => departments > 0)
        .map(({ period }) => period),
    stop: () => context.close(),
  };
}
