import { DONE } from '../host.js';
import { toJson } from '../json.js';
import { isSet, type Registry } from './registry.js';

/** findings: the catalogue of everything that a file can be told. */
export function addFindingsCommand({ program, host, language, text, option, alone }: Registry): void {
  const findings = program
    .command('findings')
    .description(text('command.findings'))
    .addOption(option('--markdown', 'option.markdown'))
    .addOption(option('--json', 'option.json'));
  alone(findings, async (input) => {
    const { catalogueMarkdown, catalogueRows } = await import('../print/catalogue.js');
    const rows = catalogueRows();
    const plain = () =>
      rows.map((row) => `${row.code}  ${row.severity}  ${language === 'fa' ? row.fa : row.en}`).join('\n');
    if (isSet(input, 'markdown')) host.out(catalogueMarkdown());
    else host.out(isSet(input, 'json') ? `${toJson({ rows })}\n` : `${plain()}\n`);
    return DONE;
  });
}
