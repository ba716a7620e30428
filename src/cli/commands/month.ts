import { noMail } from '../../pipeline/errors.js';
import type { MailAnswer, ReportAnswer, RunAnswer } from '../../pipeline/types.js';
import { DONE, FAILED } from '../host.js';
import { toJson } from '../json.js';
import { progressOn, stepText } from '../progress.js';
import type { Session } from '../session.js';
import { say, TEXTS, type TextKey } from '../texts.js';
import { queryOf } from './figures.js';
import { type Input, isSet, type Registry, textOf } from './registry.js';
import { exitCodeOf } from './submissions.js';

/** report · run · deliver · start · serve */
export function addMonthCommands({ program, host, text, option, inSession }: Registry): void {
  const report = program
    .command('report')
    .description(text('command.report'))
    .addOption(option('--period <period>', 'option.period'))
    .addOption(option('--department <code>', 'option.department'))
    .addOption(option('--as-of <instant>', 'option.asOf'))
    .addOption(option('--json', 'option.json'));
  inSession(report, async (session, input) => {
    const { printReport } = await import('../print/headline.js');
    const { period, asOf } = queryOf(session, input);
    const department = textOf(input, 'department');
    const answer = await session.pipeline.report({
      ...(department === undefined ? {} : { department }),
      ...(period === undefined ? {} : { period }),
      ...(asOf === undefined ? {} : { asOf }),
    });
    session.print(isSet(input, 'json') ? `${toJson(reportJson(answer))}\n` : printReport(session.view, answer));
    return DONE;
  });

  const run = program
    .command('run')
    .description(text('command.run'))
    .addOption(option('--period <period>', 'option.period'))
    .addOption(option('--json', 'option.json'));
  inSession(run, async (session, input) => {
    const answer = await runMonth(session, input);
    return exitCodeOf(answer.ingest);
  });

  const deliver = program
    .command('deliver')
    .description(text('command.deliver'))
    .addOption(option('--period <period>', 'option.period'))
    .addOption(option('--json', 'option.json'));
  inSession(deliver, async ({ pipeline, config, print, tell, ...session }, input) => {
    const period = textOf(input, 'period');
    if (config.mail === null) throw noMail();
    const queued = period === undefined ? 0 : await pipeline.queueMail(session.period(period));
    const answer = await pipeline.sendMail();
    if (isSet(input, 'json')) print(`${toJson({ queued, ...mailJson(answer) })}\n`);
    else tell('mail.done', { queued, ...mailJson(answer) });
    return answer.gaveUp > 0 ? FAILED : DONE;
  });

  const start = program.command('start').description(text('command.start')).addOption(option('--json', 'option.json'));
  inSession(start, async (session, input) => {
    const { loaded } = await session.pipeline.loadSample();
    if (loaded) session.tell('run.sample');
    await runMonth(session, input);
    // Rows that go back to their senders are the normal course of a month: a first look at Payesh does not "fail" by them.
    return DONE;
  });

  const serve = program.command('serve').description(text('command.serve'));
  inSession(serve, ({ pipeline, config }) => host.serve(pipeline, config));
}

/** Runs the month and prints its headline and workbooks; what went back to the senders is told on stderr. */
async function runMonth(session: Session, input: Input): Promise<RunAnswer> {
  const [
    { printHeadline, printReport },
    { headJson, ingestJson, realizationJson, reasonsJson },
    { ignoredLines, ingestSummary },
  ] = await Promise.all([import('../print/headline.js'), import('../rows.js'), import('../print/findings.js')]);
  const { view, pipeline, host, print, tell } = session;
  const { period } = queryOf(session, input);
  const progress = progressOn(host);
  const answer = await pipeline
    .run({
      ...(period === undefined ? {} : { period }),
      onProgress: (stage, done, total) => progress.show(stepText(stageName(session, stage), done, total)),
    })
    .finally(() => progress.clear());
  const { headline, ingest, report, stages } = answer;
  if (isSet(input, 'json')) {
    print(
      `${toJson({
        ...headJson(headline ?? {}),
        rows: headline ? [realizationJson(headline.figure)] : [],
        reasons: headline ? reasonsJson(headline, view.language) : [],
        ingest: ingestJson(ingest, view.language),
        report: report ? reportJson(report) : null,
        mail: answer.mail && mailJson(answer.mail),
        stages,
      })}\n`,
    );
    return answer;
  }
  if (ingest.files.length > 0) host.err(`${ingestSummary(view, ingest)}\n`);
  for (const line of ignoredLines(view, ingest.ignored)) host.err(`${line}\n`);
  if (headline) print(printHeadline(view, headline));
  else tell('headline.none');
  if (report) print(`\n${printReport(view, report)}`);
  if (answer.mail) tell('mail.done', { queued: '—', ...mailJson(answer.mail) });
  const times = stages.map(
    ({ stage, milliseconds }) => `${stageName(session, stage)} ${(milliseconds / 1000).toFixed(1)} s`,
  );
  if (times.length > 0) tell('run.stages', { stages: times.join(' · ') });
  return answer;
}

function stageName({ view }: Session, stage: string): string {
  const key = `progress.${stage}`;
  return key in TEXTS ? say(view.language, key as TextKey) : stage;
}

function reportJson({ period, edition, unchanged, files, pdf }: ReportAnswer) {
  return {
    period,
    edition,
    unchanged,
    files: files.map(({ file, path, sha256 }) => ({ file, path, sha256 })),
    pdf: { state: pdf.state, path: pdf.path },
  };
}

function mailJson({ sent, waiting, gaveUp, superseded, interrupted }: MailAnswer) {
  return { sent, waiting, gave_up: gaveUp, superseded, interrupted };
}
