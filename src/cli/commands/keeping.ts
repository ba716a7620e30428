import { resolve } from 'node:path';
import { DONE, FAILED } from '../host.js';
import { toJson } from '../json.js';
import { progressOn, stepText } from '../progress.js';
import { oneLine } from '../table.js';
import { argumentOf, isSet, type Registry, textOf } from './registry.js';

/** close · reopen · backup · restore · rebuild · verify · export: keeping it safe. */
export function addKeepingCommands({ program, host, text, option, argument, inSession }: Registry): void {
  const close = program
    .command('close')
    .description(text('command.close'))
    .addArgument(argument('<period>', 'argument.period'));
  inSession(close, async ({ pipeline, tell, ...session }, input) => {
    const period = session.period(argumentOf(input, 0));
    const closed = await pipeline.close(period);
    tell(closed ? 'close.done' : 'close.already', { period });
    return DONE;
  });

  const reopen = program
    .command('reopen')
    .description(text('command.reopen'))
    .addArgument(argument('<period>', 'argument.period'))
    .addOption(option('--reason <text>', 'option.reason').makeOptionMandatory());
  inSession(reopen, async ({ pipeline, tell, ...session }, input) => {
    const period = session.period(argumentOf(input, 0));
    const reopened = await pipeline.reopen(period, textOf(input, 'reason') ?? '');
    tell(reopened ? 'reopen.done' : 'reopen.already', { period });
    return DONE;
  });

  inSession(program.command('backup').description(text('command.backup')), async ({ pipeline, print, tell }) => {
    const { path, sha256 } = await pipeline.backup();
    print(`${path}\n${sha256}\n`);
    tell('backup.done');
    return DONE;
  });

  const restore = program
    .command('restore')
    .description(text('command.restore'))
    .addArgument(argument('<file>', 'argument.file'))
    .addOption(option('--json', 'option.json'));
  inSession(restore, async ({ pipeline, print, tell }, input) => {
    const answer = await pipeline.restore(resolve(host.currentFolder, argumentOf(input, 0)));
    const { database, aside, files, latestPeriod, unknownOriginals, unknownWords } = answer;
    if (isSet(input, 'json')) {
      const unknown = { unknown_originals: unknownOriginals, unknown_words: unknownWords };
      print(`${toJson({ database, aside, files, latest_period: latestPeriod, ...unknown })}\n`);
    } else print(`${database}\n`);
    tell('restore.done', { files, period: latestPeriod ?? '—' });
    if (aside !== null) tell('restore.aside', { path: aside });
    if (unknownOriginals > 0) tell('restore.unknown', { count: unknownOriginals });
    if (unknownWords !== null && unknownWords > 0) tell('restore.words', { count: unknownWords });
    return DONE;
  });

  const rebuild = program
    .command('rebuild')
    .description(text('command.rebuild'))
    .addOption(option('--output <file>', 'option.output'))
    .addOption(option('--json', 'option.json'));
  inSession(rebuild, async ({ pipeline, print, tell, view }, input) => {
    const named = textOf(input, 'output');
    const progress = progressOn(host);
    const onProgress = (done: number, total: number) => progress.show(stepText('', done, total));
    const output = named === undefined ? {} : { output: resolve(host.currentFolder, named) };
    const answer = await pipeline.rebuild({ ...output, onProgress }).finally(() => progress.clear());
    const { submissions, facts, words, differing, path } = answer;
    const lines = differing.map((each) => oneLine(each[view.language]));
    if (isSet(input, 'json')) print(`${toJson({ submissions, facts, words, differing: lines, path })}\n`);
    else if (lines.length > 0) print(`${lines.join('\n')}\n`);
    if (path !== null) tell('rebuild.kept', { path });
    if (lines.length === 0) tell('rebuild.same', { submissions, facts, words });
    else tell('rebuild.differs', { count: lines.length });
    return lines.length === 0 ? DONE : FAILED;
  });

  const verify = program
    .command('verify')
    .description(text('command.verify'))
    .addOption(option('--json', 'option.json'));
  inSession(verify, async ({ pipeline, print, tell }, input) => {
    const { ok, problems, warnings } = await pipeline.verify();
    if (isSet(input, 'json')) print(`${toJson({ ok, problems, warnings })}\n`);
    else if (problems.length > 0) print(`${problems.map(oneLine).join('\n')}\n`);
    for (const warning of warnings) host.err(`${oneLine(warning)}\n`);
    if (ok) tell('verify.ok');
    else tell('verify.failed', { count: problems.length });
    return ok ? DONE : FAILED;
  });

  const exporting = program
    .command('export')
    .description(text('command.export'))
    .addArgument(argument('<directory>', 'argument.directory'))
    .addOption(option('--format <format>', 'option.format', ['csv']).default('csv'));
  inSession(exporting, async ({ pipeline, print }, input) => {
    const paths = await pipeline.exportCsv(resolve(host.currentFolder, argumentOf(input, 0)));
    print(`${paths.join('\n')}\n`);
    return DONE;
  });
}
