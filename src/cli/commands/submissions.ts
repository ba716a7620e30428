import { resolve } from 'node:path';
import { outcomeOf } from '../../domain/outcome.js';
import type { IngestAnswer, LeftReason } from '../../pipeline/types.js';
import { DONE, DONE_WITH_ERRORS, type ExitCode } from '../host.js';
import { toJson } from '../json.js';
import { progressOn, stepText } from '../progress.js';
import { say } from '../texts.js';
import { argumentOf, isSet, type Registry } from './registry.js';

/** ingest · check */
export function addSubmissionCommands({ program, host, text, option, argument, inSession }: Registry): void {
  const ingest = program
    .command('ingest')
    .description(text('command.ingest'))
    .addArgument(argument('[files...]', 'argument.files'))
    .addOption(option('--dry-run', 'option.dryRun'))
    .addOption(option('--json', 'option.json'));
  inSession(ingest, async (session, input) => {
    const [{ printIngest }, { ingestJson }] = await Promise.all([import('../print/findings.js'), import('../rows.js')]);
    const given = input.arguments[0];
    const files = Array.isArray(given) ? given.map((file) => resolve(host.currentFolder, file)) : [];
    const dryRun = isSet(input, 'dryRun');
    const progress = progressOn(host);
    const stage = say(session.view.language, 'progress.ingest');
    const answer = await session.pipeline
      .ingest({
        ...(files.length > 0 ? { files } : {}),
        dryRun,
        onProgress: (done, total) => progress.show(stepText(stage, done, total)),
      })
      .finally(() => progress.clear());
    session.print(
      isSet(input, 'json')
        ? `${toJson(ingestJson(answer, session.view.language))}\n`
        : printIngest(session.view, answer, dryRun),
    );
    return exitCodeOf(answer);
  });

  const check = program
    .command('check')
    .description(text('command.check'))
    .addArgument(argument('<file>', 'argument.file'))
    .addOption(option('--department <code>', 'option.department'))
    .addOption(option('--json', 'option.json'));
  inSession(check, async (session, input) => {
    const [{ printCheck }, { submissionJson }] = await Promise.all([
      import('../print/findings.js'),
      import('../rows.js'),
    ]);
    const department = typeof input.options.department === 'string' ? input.options.department : undefined;
    const { record, understanding } = await session.pipeline.check(
      resolve(host.currentFolder, argumentOf(input, 0)),
      department,
    );
    session.print(
      isSet(input, 'json')
        ? `${toJson({ files: [submissionJson(record, session.view.language)], understanding })}\n`
        : printCheck(session.view, record, understanding),
    );
    return exitCodeOf({ files: [record], ignored: [] });
  });
}

/** What was left in the inbox and stays there until somebody mends it; the other reasons mend themselves. */
const LEFT_TO_MEND: readonly LeftReason[] = ['too_big', 'not_a_regular_file', 'not_readable'];

/** 3 where a row or a file was refused, or a file could not be taken: somebody has something to mend. A duplicate is no fault. */
export function exitCodeOf({ files, ignored }: IngestAnswer): ExitCode {
  const refused = files.some(
    (file) => outcomeOf(file) === 'refused' || file.status === 'partly' || file.refusedRows > 0,
  );
  return refused || ignored.some(({ reason }) => LEFT_TO_MEND.includes(reason)) ? DONE_WITH_ERRORS : DONE;
}
