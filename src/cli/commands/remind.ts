import { DONE } from '../host.js';
import { toJson } from '../json.js';
import { queryOf } from './figures.js';
import { isSet, type Registry } from './registry.js';

/** remind: what departments still owe for a month, into their outbox and the mail queue. */
export function addRemindCommand({ program, text, option, inSession }: Registry): void {
  const remind = program
    .command('remind')
    .description(text('command.remind'))
    .addOption(option('--period <period>', 'option.remindPeriod'))
    .addOption(option('--dry-run', 'option.remindDryRun'))
    .addOption(option('--json', 'option.json'));
  inSession(remind, async (session, input) => {
    const { printReminders, remindJson } = await import('../print/remind.js');
    const { period } = queryOf(session, input);
    const dryRun = isSet(input, 'dryRun');
    const answer = await session.pipeline.remind({ period, dryRun });
    session.print(isSet(input, 'json') ? `${toJson(remindJson(answer))}\n` : printReminders(session.view, answer));
    if (answer.closed) session.tell('remind.closed', { period: answer.period });
    else if (dryRun) session.tell('remind.dryRun', { period: answer.period });
    else session.tell('remind.done', { period: answer.period, queued: answer.queued });
    return DONE;
  });
}
