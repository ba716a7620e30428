import { resolve } from 'node:path';
import { DONE, FAILED } from '../host.js';
import { toJson } from '../json.js';
import { oneLine } from '../table.js';
import { argumentOf, isSet, type Registry, textOf } from './registry.js';

/** close · reopen · backup · verify · export: keeping it safe. */
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
