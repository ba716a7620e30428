import { DONE } from '../host.js';
import { toJson } from '../json.js';
import { CHOICES, queryOf } from './figures.js';
import { isSet, type Registry, textOf } from './registry.js';

export const LISTS = ['late', 'over_cost', 'stopped', 'money_ahead', 'work_ahead', 'obstacle'] as const;

/** evm and indicators: figures beside realization. */
export function addControlCommands({ program, text, option, inSession }: Registry): void {
  const command = program
    .command('evm')
    .description(text('command.evm'))
    .addOption(option('--period <period>', 'option.period'))
    .addOption(option('--plan <code>', 'option.plan'))
    .addOption(option('--spending <spending>', 'option.spending', CHOICES.spending))
    .addOption(option('--budget <budget>', 'option.budget', CHOICES.budget))
    .addOption(option('--level <level>', 'option.level'))
    .addOption(option('--node <code>', 'option.node'))
    .addOption(option('--department <code>', 'option.department'))
    .addOption(option('--project <code>', 'option.project'))
    .addOption(option('--list <list>', 'option.list', LISTS))
    .addOption(option('--as-of <instant>', 'option.asOf'))
    .addOption(option('--json', 'option.json'));
  inSession(command, async (session, input) => {
    const [{ headJson, reasonsJson }, { criticalJson, earnedValueJson, workJson }, { printControl }] =
      await Promise.all([import('../rows.js'), import('../control-rows.js'), import('../print/control.js')]);
    const project = textOf(input, 'project');
    const list = LISTS.find((name) => name === textOf(input, 'list'));
    const answer = await session.pipeline.evm({
      ...queryOf(session, input),
      ...(project === undefined ? {} : { project }),
      ...(list === undefined ? {} : { list }),
    });
    const { language } = session.view;
    session.print(
      isSet(input, 'json')
        ? `${toJson({
            ...headJson(answer),
            rows: answer.rows.map(earnedValueJson),
            critical: answer.critical.map(criticalJson),
            works: answer.works.map(workJson),
            reasons: reasonsJson(answer, language),
          })}\n`
        : printControl(session.view, answer, list ?? null),
    );
    return DONE;
  });
  addIndicators({ program, text, option, inSession });
}

function addIndicators({
  program,
  text,
  option,
  inSession,
}: Pick<Registry, 'program' | 'text' | 'option' | 'inSession'>) {
  const command = program
    .command('indicators')
    .description(text('command.indicators'))
    .addOption(option('--period <period>', 'option.period'))
    .addOption(option('--plan <code>', 'option.plan'))
    .addOption(option('--scope <scope>', 'option.scope', CHOICES.scope))
    .addOption(option('--basis <basis>', 'option.basis', CHOICES.basis))
    .addOption(option('--node <code>', 'option.node'))
    .addOption(option('--department <code>', 'option.department'))
    .addOption(option('--as-of <instant>', 'option.asOf'))
    .addOption(option('--json', 'option.json'));
  inSession(command, async (session, input) => {
    const [{ headJson, reasonsJson }, { indicatorJson, rollupJson }, { printIndicators }] = await Promise.all([
      import('../rows.js'),
      import('../indicator-rows.js'),
      import('../print/indicators.js'),
    ]);
    const answer = await session.pipeline.indicators(queryOf(session, input));
    session.print(
      isSet(input, 'json')
        ? `${toJson({
            ...headJson(answer),
            rows: answer.rows.map(indicatorJson),
            total: rollupJson(answer.total),
            reasons: reasonsJson(answer, session.view.language),
          })}\n`
        : printIndicators(session.view, answer),
    );
    return DONE;
  });
}
