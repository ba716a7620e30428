import { DONE } from '../host.js';
import { toJson } from '../json.js';
import { CHOICES, queryOf } from './figures.js';
import { isSet, type Registry, textOf } from './registry.js';

/** forecast: work and money at the end of the fiscal year. */
export function addForecastCommand({ program, text, option, inSession }: Registry): void {
  const command = program
    .command('forecast')
    .description(text('command.forecast'))
    .addOption(option('--period <period>', 'option.period'))
    .addOption(option('--plan <code>', 'option.plan'))
    .addOption(option('--spending <spending>', 'option.spending', CHOICES.spending))
    .addOption(option('--budget <budget>', 'option.budget', CHOICES.budget))
    .addOption(option('--level <level>', 'option.level'))
    .addOption(option('--node <code>', 'option.node'))
    .addOption(option('--department <code>', 'option.department'))
    .addOption(option('--project <code>', 'option.project'))
    .addOption(option('--as-of <instant>', 'option.asOf'))
    .addOption(option('--json', 'option.json'));
  inSession(command, async (session, input) => {
    const [{ headJson, reasonsJson }, { forecastJson, publishedJson, recordJson }, { printForecast }] =
      await Promise.all([import('../rows.js'), import('../forecast-rows.js'), import('../print/forecast.js')]);
    const project = textOf(input, 'project');
    const answer = await session.pipeline.forecast({
      ...queryOf(session, input),
      ...(project === undefined ? {} : { project }),
    });
    session.print(
      isSet(input, 'json')
        ? `${toJson({
            ...headJson(answer),
            rows: answer.rows.map(forecastJson),
            unreported: answer.unreported,
            records: answer.records.map(recordJson),
            published: answer.published.map(publishedJson),
            reasons: reasonsJson(answer, session.view.language),
          })}\n`
        : printForecast(session.view, answer),
    );
    return DONE;
  });
}
