import { resolve } from 'node:path';
import { tellConfigFaults } from '../faults.js';
import { DONE } from '../host.js';
import { toJson } from '../json.js';
import { queryOf } from './figures.js';
import { isSet, type Registry, textOf } from './registry.js';

/** preview: past periods under other rules; nothing is stored. */
export function addPreviewCommand({ program, host, text, option, inSession }: Registry): void {
  const command = program
    .command('preview')
    .description(text('command.preview'))
    .addOption(option('--rules <file>', 'option.rules').makeOptionMandatory())
    .addOption(option('--period <period>', 'option.period'))
    .addOption(option('--from <period>', 'option.from'))
    .addOption(option('--plan <code>', 'option.plan'))
    .addOption(option('--json', 'option.json'));
  inSession(command, async (session, input) => {
    const [{ previewJson }, { printPreview }] = await Promise.all([
      import('../preview-rows.js'),
      import('../print/preview.js'),
    ]);
    const file = textOf(input, 'rules') ?? '';
    const from = textOf(input, 'from');
    const { period, plan } = queryOf(session, input);
    const { faults, periods } = await session.pipeline.preview({
      rules: resolve(host.currentFolder, file),
      ...(period === undefined ? {} : { period }),
      ...(from === undefined ? {} : { from: session.period(from) }),
      ...(plan === undefined ? {} : { plan }),
    });
    if (faults.length > 0) return tellConfigFaults(host, session.view.language, faults, { key: 'fault.rules', file });
    session.print(
      isSet(input, 'json') ? `${toJson({ rows: periods.map(previewJson) })}\n` : printPreview(session.view, periods),
    );
    return DONE;
  });
}
