import { DONE, DONE_WITH_ERRORS } from '../host.js';
import { toJson } from '../json.js';
import { isSet, type Registry, textOf } from './registry.js';

/** status: who has submitted, who is late, what ran, what is due next. */
export function addStatusCommand({ program, text, option, inSession }: Registry): void {
  const status = program
    .command('status')
    .description(text('command.status'))
    .addOption(option('--period <period>', 'option.period'))
    .addOption(option('--check', 'option.check'))
    .addOption(option('--json', 'option.json'));
  inSession(status, async (session, input) => {
    const [{ printStatus }, { aheadOf, statusJson }] = await Promise.all([
      import('../print/status.js'),
      import('../status-rows.js'),
    ]);
    const period = textOf(input, 'period');
    const answer = await session.pipeline.status(period === undefined ? {} : { period: session.period(period) });
    const ahead = answer.plan ? await aheadOf(session) : { dueNow: [], next: null };
    session.print(
      isSet(input, 'json') ? `${toJson(statusJson(answer, ahead))}\n` : printStatus(session.view, answer, ahead),
    );
    return isSet(input, 'check') && answer.problems.length > 0 ? DONE_WITH_ERRORS : DONE;
  });
}
