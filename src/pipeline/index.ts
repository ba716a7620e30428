import { basename, resolve as resolvePath } from 'node:path';
import type { Config, Language } from '../config/config.js';
import { isPeriod } from '../domain/calendar.js';
import { CLAIM_HOLDS_MINUTES } from '../domain/job.js';
import type { SubmissionRecord } from '../domain/month.js';
import { type Outcome, outcomeOf } from '../domain/outcome.js';
import { realization } from './answers.js';
import { departmentOf, latestPackage } from './codes.js';
import { createContext } from './context.js';
import { crosswalk } from './crosswalk.js';
import { answerQuestion, dataQuestions, decideQuestion } from './data-questions.js';
import { badPeriod, blankReason } from './errors.js';
import { evm } from './evm.js';
import { explain } from './explain.js';
import { factsInForce } from './facts.js';
import { feedback } from './feedback.js';
import { decideFeedback, followDecisions } from './feedback-decisions.js';
import { forecast } from './forecast.js';
import { gap } from './gap.js';
import { indicators } from './indicators.js';
import { departmentFolder, ingest, tryFile } from './ingest.js';
import { backup, exportCsv, verifyArchive } from './keeping.js';
import { deliver } from './mail/deliver.js';
import { queueReports } from './mail/queue.js';
import { runMonth } from './month.js';
import { refuseUnusable } from './named-files.js';
import { checkLoadedPlan, exportPlan, importPlan } from './plan.js';
import { preview } from './preview.js';
import { refuseOutside } from './questions.js';
import { rebuild } from './rebuild.js';
import { remind } from './remind.js';
import { reportOf } from './report.js';
import { restore } from './restore.js';
import { rightsOf } from './rights.js';
import { isSampleWorkspace, loadSample } from './sample.js';
import { decideAppeal, recordAppeal, scorecard } from './scorecard.js';
import { startService } from './service.js';
import { jobRuns, periodsOf, status } from './status.js';
import type { Pipeline, Sentence } from './types.js';
import { workspaceAt } from './workspace.js';
import type { World } from './world.js';
import { writeReturns } from './write-returns.js';
import { writeTemplates } from './write-templates.js';

/**
 * The sequence behind every command and job: one workspace, one world, one configuration. `language` is the one that a command
 * asks for: reports and answers follow it; forms, returns and letters, which others read, keep the configuration's own.
 */
export function createPipeline(
  directory: string,
  world: World,
  config: Config,
  language: Language = config.language,
): Pipeline {
  const workspace = workspaceAt(directory);
  const context = createContext(workspace, world, config, () => isSampleWorkspace(workspace));
  const asked = { ...context, config: { ...config, language } };
  return {
    importPlan: async (path, options) => importPlan(context, path, options),
    checkPlan: async () => checkLoadedPlan(context),
    exportPlan: async (path) => exportPlan(context, path),
    async ingest(options) {
      await refuseUnusable(options.files ?? []);
      const answer = await ingest(context, options);
      if (options.unattended && answer.files.length > 0) world.log('info', takenText(answer.files));
      return answer;
    },
    async check(file, department) {
      const path = resolvePath(file);
      await refuseUnusable([path]);
      const named = department === undefined ? null : departmentOf(latestPackage(context), department).code;
      const folder = named ?? departmentFolder(path, workspace.inbox);
      const { record, reading } = await tryFile(context, path, basename(path), folder, world.now());
      return { record, understanding: reading.understanding };
    },
    realization: async (query) => realization(context, query),
    gap: async (query) => gap(context, query),
    indicators: async (query) => indicators(context, query),
    scorecard: async (query) => scorecard(context, query),
    forecast: async (query) => forecast(context, query),
    feedback: async (query) => feedback(context, query),
    decideFeedback: async (entry) => decideFeedback(context, entry),
    feedbackDecisions: async () => followDecisions(context),
    crosswalk: async (query) => crosswalk(context, query),
    appeal: async (entry) => recordAppeal(context, entry),
    decideAppeal: async (...decision) => decideAppeal(context, ...decision),
    appeals: async (period) => context.store().judgements.appeals(period ?? null),
    questions: async (filter) => dataQuestions(context, filter),
    async answerQuestion(...answer) {
      answerQuestion(context, ...answer);
      await writeReturns(context);
    },
    async decideQuestion(...decision) {
      decideQuestion(context, ...decision);
      await writeReturns(context);
    },
    preview: async (query) => preview(context, query),
    evm: async (query) => evm(context, query),
    facts: async (query) => factsInForce(context, query),
    explain: async (code, query) => explain(context, code, query),
    template: async (query) => writeTemplates(context, query),
    remind: async (query) => remind(context, query),
    report: async (query) => reportOf(asked, query),
    queueMail: async (period) => queueReports(context, period),
    sendMail: async (options) => deliver(context, options),
    run: async (query) => runMonth(context, asked, query),
    status: async (query) => status(context, query),
    loadSample: async () => loadSample(context),
    async close(period) {
      refuseOutside(context, period);
      return context.store().periods.close(period);
    },
    async reopen(period, reason) {
      if (!isPeriod(period)) throw badPeriod(period);
      if (reason.trim() === '') throw blankReason();
      return context.store().periods.reopen(period, reason);
    },
    backup: async (options) => backup(context, options),
    restore: async (file) => restore(context, file),
    rebuild: async (options) => rebuild(context, options),
    async verify() {
      const rights = await rightsOf(context);
      const found = [...context.store().verify(), ...(await verifyArchive(context)), ...rights.problems];
      const said = (sentences: readonly Sentence[]) => sentences.map((sentence) => sentence[language]);
      return { ok: found.length === 0, problems: said(found), warnings: said(rights.warnings) };
    },
    exportCsv: async (folder) => exportCsv(context, folder),
    startService: async () => startService(context),
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

/** One line for the journal: how many files came in, and how they ended. */
function takenText(files: readonly SubmissionRecord[]): string {
  const count = (outcome: Outcome) => files.filter((file) => outcomeOf(file) === outcome).length;
  const ends = (['accepted', 'partly', 'refused', 'duplicate'] as const).map((status) => `${count(status)} ${status}`);
  const answers = count('answers') > 0 ? [`${count('answers')} answers only`] : [];
  return `ingest: ${files.length} files, ${[...ends, ...answers].join(', ')}`;
}
