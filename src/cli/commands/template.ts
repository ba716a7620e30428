import type { TemplateAnswer } from '../../pipeline/types.js';
import { DONE } from '../host.js';
import { toJson } from '../json.js';
import { queryOf } from './figures.js';
import { isSet, type Registry, textOf } from './registry.js';

/** template: the forms of a month, one for each department, into the outbox. */
export function addTemplateCommand({ program, text, option, inSession }: Registry): void {
  const template = program
    .command('template')
    .description(text('command.template'))
    .addOption(option('--period <period>', 'option.templatePeriod'))
    .addOption(option('--department <code>', 'option.department'))
    .addOption(option('--json', 'option.json'));
  inSession(template, async (session, input) => {
    const { period } = queryOf(session, input);
    const answer = await session.pipeline.template({ period, department: textOf(input, 'department') });
    session.print(
      isSet(input, 'json') ? `${toJson(answer)}\n` : `${answer.files.map(({ path }) => path).join('\n')}\n`,
    );
    session.tell('template.done', { period: answer.period, ...countsOf(answer) });
    return DONE;
  });
}

function countsOf({ files, nothing }: TemplateAnswer): Record<'count' | 'fresh' | 'nothing', number> {
  return { count: files.length, fresh: files.filter(({ unchanged }) => !unchanged).length, nothing: nothing.length };
}
