import { resolve } from 'node:path';
import { DONE, DONE_WITH_ERRORS } from '../host.js';
import { toJson } from '../json.js';
import { argumentOf, isSet, type Registry, textOf } from './registry.js';

/** plan import · plan export · plan check */
export function addPlanCommands({ program, host, text, option, argument, inSession }: Registry): void {
  const plan = program.command('plan').description(text('command.plan'));

  const importing = plan
    .command('import')
    .description(text('command.plan.import'))
    .addArgument(argument('<path>', 'argument.package'))
    .addOption(option('--effective <period>', 'option.effective'))
    .addOption(option('--dry-run', 'option.dryRun'))
    .addOption(option('--json', 'option.json'));
  inSession(importing, async (session, input) => {
    const [{ hasErrors, printPlanImport }, { planImportJson }] = await Promise.all([
      import('../print/findings.js'),
      import('../rows.js'),
    ]);
    const effective = textOf(input, 'effective');
    const dryRun = isSet(input, 'dryRun');
    const answer = await session.pipeline.importPlan(resolve(host.currentFolder, argumentOf(input, 0)), {
      ...(effective === undefined ? {} : { effective: session.period(effective) }),
      dryRun,
    });
    session.print(
      isSet(input, 'json')
        ? `${toJson(planImportJson(answer, session.view.language))}\n`
        : printPlanImport(session.view, answer, dryRun),
    );
    return hasErrors(answer.findings) ? DONE_WITH_ERRORS : DONE;
  });

  const exporting = plan
    .command('export')
    .description(text('command.plan.export'))
    .addArgument(argument('<path>', 'argument.directory'));
  inSession(exporting, async (session, input) => {
    const paths = await session.pipeline.exportPlan(resolve(host.currentFolder, argumentOf(input, 0)));
    session.print(`${paths.join('\n')}\n`);
    return DONE;
  });

  const checking = plan
    .command('check')
    .description(text('command.plan.check'))
    .addOption(option('--json', 'option.json'));
  inSession(checking, async (session, input) => {
    const [{ hasErrors, printPlanFindings }, { findingJson }] = await Promise.all([
      import('../print/findings.js'),
      import('../rows.js'),
    ]);
    const findings = await session.pipeline.checkPlan();
    const rows = findings.map((finding) => findingJson(finding, session.view.language));
    session.print(isSet(input, 'json') ? `${toJson({ findings: rows })}\n` : printPlanFindings(session.view, findings));
    return hasErrors(findings) ? DONE_WITH_ERRORS : DONE;
  });
}
