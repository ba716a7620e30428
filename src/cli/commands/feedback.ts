import { DECISION_ITEMS, FEEDBACK_KINDS } from '../../domain/feedback.js';
import { DONE } from '../host.js';
import { toJson } from '../json.js';
import { CHOICES, queryOf } from './figures.js';
import { argumentOf, type Input, isSet, type Registry, textOf } from './registry.js';

const OUTCOMES = ['accepted', 'rejected'] as const;

/** feedback: what is strong and weak and where next year's credit should go; decide and decisions keep the register. */
export function addFeedbackCommands({ program, text, option, argument, inSession }: Registry): void {
  const command = program
    .command('feedback')
    .description(text('command.feedback'))
    .addOption(option('--period <period>', 'option.period'))
    .addOption(option('--plan <code>', 'option.plan'))
    .addOption(option('--scope <scope>', 'option.yearOrPlan', ['year', 'plan']))
    .addOption(option('--spending <spending>', 'option.spending', CHOICES.spending))
    .addOption(option('--budget <budget>', 'option.budget', CHOICES.budget))
    .addOption(option('--node <code>', 'option.node'))
    .addOption(option('--department <code>', 'option.department'))
    .addOption(option('--kind <kind>', 'option.kind', FEEDBACK_KINDS))
    .addOption(option('--total <rial>', 'option.total'))
    .addOption(option('--as-of <instant>', 'option.asOf'))
    .addOption(option('--json', 'option.json'));
  inSession(command, async (session, input) => {
    const [{ headJson, reasonsJson }, { feedbackJson }, { printFeedback }] = await Promise.all([
      import('../rows.js'),
      import('../feedback-rows.js'),
      import('../print/feedback.js'),
    ]);
    const kind = FEEDBACK_KINDS.find((each) => each === textOf(input, 'kind'));
    const answer = await session.pipeline.feedback({
      ...queryOf(session, input),
      ...totalOf(input),
      ...(kind === undefined ? {} : { kind }),
    });
    const { language, config } = session.view;
    session.print(
      isSet(input, 'json')
        ? `${toJson({ ...headJson(answer), ...feedbackJson(answer, language, config), reasons: reasonsJson(answer, language) })}\n`
        : printFeedback(session.view, answer),
    );
    return DONE;
  });

  const decide = command
    .command('decide')
    .description(text('command.feedback.decide'))
    .addArgument(argument('<item>', 'argument.feedbackItem').choices(DECISION_ITEMS))
    .addArgument(argument('<code>', 'argument.feedbackCode'))
    .addOption(option('--outcome <outcome>', 'option.outcome', OUTCOMES).makeOptionMandatory())
    .addOption(option('--by <name>', 'option.by.name').makeOptionMandatory())
    .addOption(option('--reason <text>', 'option.decisionReason').makeOptionMandatory())
    .addOption(option('--period <period>', 'option.period'))
    .addOption(option('--total <rial>', 'option.total'));
  inSession(decide, async (session, input) => {
    const { period } = queryOf(session, input);
    const number = await session.pipeline.decideFeedback({
      item: DECISION_ITEMS.find((each) => each === argumentOf(input, 0)) ?? 'shift',
      code: argumentOf(input, 1),
      outcome: OUTCOMES.find((each) => each === textOf(input, 'outcome')) ?? 'rejected',
      by: textOf(input, 'by') ?? '',
      reason: textOf(input, 'reason') ?? '',
      ...(period === undefined ? {} : { period }),
      ...totalOf(input),
    });
    const { say } = await import('../texts.js');
    session.print(`${say(session.view.language, 'feedback.decided', { number })}\n`);
    return DONE;
  });

  const decisions = command
    .command('decisions')
    .description(text('command.feedback.decisions'))
    .addOption(option('--json', 'option.json'));
  inSession(decisions, async (session, input) => {
    const [{ decisionJson }, { printDecisions }] = await Promise.all([
      import('../feedback-rows.js'),
      import('../print/feedback.js'),
    ]);
    const rows = await session.pipeline.feedbackDecisions();
    const { language } = session.view;
    session.print(
      isSet(input, 'json')
        ? `${toJson({ rows: rows.map((row) => decisionJson(row, language)) })}\n`
        : printDecisions(session.view, rows),
    );
    return DONE;
  });

  const crosswalk = command
    .command('crosswalk')
    .description(text('command.feedback.crosswalk'))
    .addOption(option('--from <plan>', 'option.fromPlan'))
    .addOption(option('--to <plan>', 'option.to'))
    .addOption(option('--json', 'option.json'));
  inSession(crosswalk, async (session, input) => {
    const [{ crosswalkJson }, { printCrosswalk }] = await Promise.all([
      import('../feedback-rows.js'),
      import('../print/crosswalk.js'),
    ]);
    const from = textOf(input, 'from');
    const to = textOf(input, 'to');
    const answer = await session.pipeline.crosswalk({
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
    });
    session.print(isSet(input, 'json') ? `${toJson(crosswalkJson(answer))}\n` : printCrosswalk(session.view, answer));
    return DONE;
  });
}

/** The total as typed; the pipeline reads it, so that a wrong one is told like every other wrong input. */
function totalOf(input: Input): { total?: string } {
  const total = textOf(input, 'total');
  return total === undefined ? {} : { total };
}
