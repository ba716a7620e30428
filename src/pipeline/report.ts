import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { departmentFile } from '../../reports/department.js';
import { REPORTS } from '../../reports/index.js';
import { type Published, publish } from '../deliver/folder.js';
import { addMonths, monthOf, type Period, periodOf, yearOf } from '../domain/calendar.js';
import { invariant } from '../domain/invariant.js';
import type { MonthFigures } from '../domain/month.js';
import { fileInLanguage } from '../domain/report-files.js';
import { departmentFigures, nodeFigures, projectFigures } from '../measure/figures.js';
import type { MeasureSet } from '../store/measure-store.js';
import { briefPdf, drawingsOf } from './brief-pdf.js';
import { departmentOf, latestPackage } from './codes.js';
import { matrixPeriods } from './completeness.js';
import type { Context } from './context.js';
import { decisionsTo } from './decisions.js';
import { noDepartmentReport } from './errors.js';
import { monthFigures, RULES_VERSION } from './month-figures.js';
import { modelOf, type Question, resolve } from './questions.js';
import { standingSet } from './recovery.js';
import { buildReports, furtherLanguages } from './report-build.js';
import { reportLook } from './report-look.js';
import { publishedBefore } from './since.js';
import type { FigureQuery, ReportAnswer } from './types.js';

const KIND = 'report';
const LANGUAGES = ['fa', 'en'] as const;

/**
 * Measures a period, stores the measures with their run, builds every report and publishes the set. The digest of what went in
 * (plan version, facts, choices, program) names the run: the same digest with its files still in place writes nothing.
 */
export async function report(
  context: Context,
  query: FigureQuery,
  onStage: (stage: string) => void = () => {},
): Promise<ReportAnswer> {
  const question = resolve(context, query);
  const { measures, reports } = context.store();
  const digest = digestOf(context, question);
  const latest = question.asOf === null ? reports.latest(question.period) : null;
  const root = question.asOf === null ? context.workspace.reports : asOfFolder(context, question.asOf);
  const standing = standingSet(context, root, question.period);
  if (standing && standing.run === digest) {
    const known = latest === null || latest.digest === digest;
    const path = (file: string) => join(root, question.period, file);
    const files = standing.files.map(({ file, sha256 }) => ({ file, path: path(file), sha256 }));
    if (known && question.asOf === null && measures.findRun(digest, KIND)) {
      const published = publish(root, await sameSet(context, question, standing.edition, digest, files));
      return answered(context, root, question.period, { ...published, files });
    }
  }
  return write(context, question, digest, root, onStage);
}

/** The same, and of the answer that department's workbook alone. Throws PayeshError where it has none in the period. */
export async function reportOf(
  context: Context,
  { department, ...query }: FigureQuery & { department?: string },
): Promise<ReportAnswer> {
  if (department === undefined) return report(context, query);
  const { code } = departmentOf(latestPackage(context), department);
  const answer = await report(context, query);
  const name = departmentFile(code, answer.period);
  const names = [name, ...LANGUAGES.map((language) => fileInLanguage(name, language))];
  const own = answer.files.filter(({ file }) => names.includes(file));
  if (own.length === 0) throw noDepartmentReport(code, answer.period);
  // The PDF is the whole organisation's; who asks for one department's workbook is told of that alone.
  return { ...answer, files: own, pdf: { state: 'off', path: null } };
}

/** Reads the published files back, so that a damaged one is noticed and written anew instead of being called unchanged. */
async function sameSet(
  context: Context,
  question: Question,
  edition: number,
  digest: string,
  files: readonly { file: string; path: string; sha256: string }[],
) {
  const bytes = await Promise.all(files.map(({ path }) => context.readStranger(path).catch(() => null)));
  const whole = files.every(({ sha256 }, index) => bytes[index]?.sha256 === sha256);
  const set = whole
    ? files.map(({ file }, index) => ({ file, bytes: bytes[index]?.bytes ?? new Uint8Array() }))
    : await buildReports(monthFigures(context, question, { edition, digest }), furtherLanguages(context.config));
  return { period: question.period, edition, run: digest, files: set, drawings: drawingsOf(set) };
}

async function write(
  context: Context,
  question: Question,
  digest: string,
  root: string,
  onStage: (stage: string) => void,
): Promise<ReportAnswer> {
  const { measures, reports } = context.store();
  const startedAt = context.world.now().toISOString();
  onStage('measure');
  const latest = reports.latest(question.period);
  const edition = latest?.digest === digest ? latest.edition : (latest?.edition ?? 0) + 1;
  const figures = monthFigures(context, question, { edition, digest });
  const run = measures.findRun(digest, KIND)?.id ?? saveRun(context, question, digest, figures, startedAt);
  onStage('build');
  const files = await buildReports(figures, furtherLanguages(context.config));
  onStage('publish');
  const published = publish(root, {
    period: question.period,
    edition,
    run: digest,
    files,
    drawings: drawingsOf(files),
  });
  if (question.asOf === null && latest?.digest !== digest) {
    reports.save(
      run,
      edition,
      published.files.map(({ file, sha256 }) => ({ path: join(question.period, file), sha256 })),
    );
  }
  return answered(context, root, question.period, { ...published, edition }, onStage);
}

/** What was published, with the PDF of its brief beside it. */
async function answered(
  context: Context,
  root: string,
  period: Period,
  { edition, files, unchanged }: Published,
  onStage: (stage: string) => void = () => {},
): Promise<ReportAnswer> {
  onStage('pdf');
  return { period, edition, files, unchanged, pdf: await briefPdf(context, root, period, files) };
}

function saveRun(
  context: Context,
  question: Question,
  digest: string,
  figures: MonthFigures,
  startedAt: string,
): number {
  const { measures, facts } = context.store();
  const headline = modelOf(context, question);
  const sets: MeasureSet[] = [
    {
      plan: question.plan.code,
      options: headline.input.options,
      rows: [...nodeFigures(headline), ...departmentFigures(headline), ...projectFigures(headline)],
      gaps: [figures.gap, ...figures.gapByNode.map((gap) => ({ ...gap, causes: [] }))],
    },
    ...Object.values(figures.others).map((set) => ({
      plan: question.plan.code,
      options: set.options,
      rows: set.rows,
      gaps: [],
    })),
  ];
  return measures.saveRun(
    {
      kind: KIND,
      period: question.period,
      planVersion: question.inForce.version.id,
      optionsDigest: sha256(JSON.stringify(question.options)),
      asOf: question.asOf,
      uptoFact: facts.newest(question.asOf)?.id ?? null,
      programVersion: RULES_VERSION,
      startedAt,
      finishedAt: context.world.now().toISOString(),
      status: 'done',
      digest,
      note: null,
    },
    sets,
    { feedback: figures.feedback, systems: figures, forecasts: figures.forecast.rows },
  );
}

/** Everything that a report's cells depend on; later facts of later periods do not make another edition. */
function digestOf(context: Context, question: Question): string {
  const { store, config, planAt, calendar } = context;
  const { period, plan, inForce, options, asOf } = question;
  const further = furtherLanguages(config);
  const decisions = decisionsTo(context, question);
  const records = store().submissions.records({ period, asOf });
  const figures = store().facts.currentFacts({ to: period, asOf, withWithdrawn: true });
  invariant(planAt(period, asOf)?.version.id === inForce.version.id, 'the plan in force changed during a report');
  return sha256(
    JSON.stringify({
      rules: RULES_VERSION,
      reports: REPORTS.map(({ code }) => code),
      // A workbook more is another set; without one nothing changes for months that were published before.
      ...(further.length > 0 ? { further } : {}),
      period,
      asOf,
      plan: plan.code,
      version: store()
        .plans.versions()
        .map(({ effective, digest }) => [effective, digest]),
      options,
      config: [
        config.organisation,
        config.language,
        config.displayUnit,
        config.thresholds,
        config.feedback,
        config.deadline,
        config.daysOff,
        config.timeZone,
        config.scorecard,
        config.control,
        config.mix,
        lookOf(context),
      ],
      // The score of the month before stands beside this one's, and months reported in time count from the year's first.
      appeals: [period, addMonths(calendar, period, -1)].flatMap((month) =>
        store()
          .judgements.appeals(month)
          .map(({ id, outcome }) => [id, outcome]),
      ),
      // Without a decision nothing changes for months that were published before.
      ...(decisions.length > 0 ? { decisions: decisions.map(({ id }) => id) } : {}),
      earlier: earlierMonths(context, question).flatMap((month) =>
        store()
          .submissions.records({ period: month, asOf })
          .filter(({ status }) => status !== 'duplicate')
          .map(({ id, status }) => [id, status]),
      ),
      since: sinceOf(context, question),
      facts: figures.map(({ id }) => id),
      // A file sent again changes nothing that counts, so it makes no new edition.
      records: records.filter(({ status }) => status !== 'duplicate').map(({ id, status }) => [id, status]),
    }),
  );
}

/** Months of the fiscal year before the period, and those of the reporting matrix. */
function earlierMonths({ calendar }: Context, { period }: Question): Period[] {
  const months = Math.min(12, monthOf(calendar, period) - 1);
  const ofYear = Array.from({ length: months }, (_, index) => periodOf(calendar, yearOf(calendar, period), index + 1));
  return [...new Set([...matrixPeriods(calendar, period), ...ofYear])].filter((month) => month !== period).sort();
}

/** What the gap is held against: the edition of a month before, and the last fact that it knew. */
function sinceOf(context: Context, question: Question) {
  const then = publishedBefore(context, question);
  if (!then) return null;
  const { period, asOf, edition } = then.since;
  return [period, edition, context.store().facts.newest(asOf)?.id ?? null, then.question.inForce.version.id];
}

/** The look with the logo's own digest: another picture under the same name is another report. */
function lookOf(context: Context) {
  const { logo, ...look } = reportLook(context);
  return { ...look, logo: logo && createHash('sha256').update(logo.bytes).digest('hex') };
}

function asOfFolder({ workspace }: Context, asOf: string): string {
  return join(workspace.reports, `as-of-${asOf.replace(/[^0-9TZ]/g, '')}`);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
