import { COMPONENTS } from '../../domain/scorecard.js';
import { DONE } from '../host.js';
import { toJson } from '../json.js';
import { queryOf } from './figures.js';
import { argumentOf, isSet, type Registry, textOf } from './registry.js';

const OUTCOMES = ['accepted', 'rejected'] as const;

/** scorecard: departments by peer group; appeal, decide and appeals keep the record of objections. */
export function addScorecardCommands({ program, text, option, argument, inSession }: Registry): void {
  const command = program
    .command('scorecard')
    .description(text('command.scorecard'))
    .addOption(option('--period <period>', 'option.period'))
    .addOption(option('--plan <code>', 'option.plan'))
    .addOption(option('--department <code>', 'option.department'))
    .addOption(option('--as-of <instant>', 'option.asOf'))
    .addOption(option('--json', 'option.json'));
  inSession(command, async (session, input) => {
    const [{ headJson, reasonsJson }, { scorecardJson }, { printScorecard }] = await Promise.all([
      import('../rows.js'),
      import('../score-rows.js'),
      import('../print/scorecard.js'),
    ]);
    const answer = await session.pipeline.scorecard(queryOf(session, input));
    const { language } = session.view;
    session.print(
      isSet(input, 'json')
        ? `${toJson({
            ...headJson(answer),
            progress: answer.progress,
            rows: answer.rows.map((card) => scorecardJson(card, language)),
            reasons: reasonsJson(answer, language),
          })}\n`
        : printScorecard(session.view, answer),
    );
    return DONE;
  });

  const appeal = command
    .command('appeal')
    .description(text('command.scorecard.appeal'))
    .addArgument(argument('<department>', 'argument.department'))
    .addOption(option('--period <period>', 'option.period'))
    .addOption(option('--component <name>', 'option.component', COMPONENTS).makeOptionMandatory())
    .addOption(option('--text <text>', 'option.appealText').makeOptionMandatory());
  inSession(appeal, async (session, input) => {
    const { period } = queryOf(session, input);
    const component = COMPONENTS.find((name) => name === textOf(input, 'component')) ?? 'physical';
    const number = await session.pipeline.appeal({
      department: argumentOf(input, 0),
      ...(period === undefined ? {} : { period }),
      component,
      text: textOf(input, 'text') ?? '',
    });
    const { say } = await import('../texts.js');
    session.print(`${say(session.view.language, 'score.recorded', { number })}\n`);
    return DONE;
  });

  const decide = command
    .command('decide')
    .description(text('command.scorecard.decide'))
    .addArgument(argument('<number>', 'argument.appeal'))
    .addOption(option('--outcome <outcome>', 'option.outcome', OUTCOMES).makeOptionMandatory())
    .addOption(option('--by <name>', 'option.by.name').makeOptionMandatory())
    .addOption(option('--reason <text>', 'option.decisionReason').makeOptionMandatory());
  inSession(decide, async (session, input) => {
    const outcome = OUTCOMES.find((each) => each === textOf(input, 'outcome')) ?? 'rejected';
    const number = Number(argumentOf(input, 0));
    await session.pipeline.decideAppeal(number, outcome, textOf(input, 'by') ?? '', textOf(input, 'reason') ?? '');
    const { say } = await import('../texts.js');
    session.print(`${say(session.view.language, 'score.decided', { number })}\n`);
    return DONE;
  });

  const appeals = command
    .command('appeals')
    .description(text('command.scorecard.appeals'))
    .addOption(option('--period <period>', 'option.period'))
    .addOption(option('--json', 'option.json'));
  inSession(appeals, async (session, input) => {
    const [{ appealJson }, { printAppeals }] = await Promise.all([
      import('../score-rows.js'),
      import('../print/scorecard.js'),
    ]);
    const rows = await session.pipeline.appeals(queryOf(session, input).period);
    session.print(
      isSet(input, 'json') ? `${toJson({ rows: rows.map(appealJson) })}\n` : printAppeals(session.view, rows),
    );
    return DONE;
  });
}
