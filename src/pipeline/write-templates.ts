import { join } from 'node:path';
import { monthFormWorkbook } from '../../reports/form.js';
import { addMonths, isPeriod, type Period, periodAt } from '../domain/calendar.js';
import { writeWorkbook } from '../report/xlsx.js';
import { departmentOf } from './codes.js';
import type { Context } from './context.js';
import { badPeriod, noPlan, noPlanAt } from './errors.js';
import { formSource, monthForm } from './month-form.js';
import { makeInboxFolder, outboxFolder, putInOutbox } from './outbox.js';
import type { TemplateAnswer } from './types.js';

export const templateName = (period: Period): string => `payesh-template-${period}.xlsx`;

/**
 * Writes the form of a month for each department, or for one, into its outbox folder. Without a period it is the month after
 * the latest reported one, else the running month: the one that is reported next. Writing again with the same data changes
 * nothing. A department without anything to report gets none, and is named.
 */
export async function writeTemplates(
  context: Context,
  query: { period?: Period | undefined; department?: string | undefined },
): Promise<TemplateAnswer> {
  if (!context.hasStore() || context.store().plans.versions().length === 0) throw noPlan();
  if (query.period !== undefined && !isPeriod(query.period)) throw badPeriod(query.period);
  const period = query.period ?? nextPeriod(context);
  const source = formSource(context, period);
  if (!source) throw noPlanAt(period);
  const asked =
    query.department === undefined ? source.plan.departments : [departmentOf(source.plan, query.department)];
  const answer: TemplateAnswer = { period, files: [], nothing: [] };
  for (const department of asked) {
    const form = monthForm(context, source, department);
    if (!form) {
      answer.nothing.push(department.code);
      continue;
    }
    makeInboxFolder(context, department.code);
    const path = join(outboxFolder(context, department.code), templateName(period));
    const written = putInOutbox(path, await writeWorkbook(monthFormWorkbook(form)));
    answer.files.push({ department: department.code, path, unchanged: !written });
  }
  return answer;
}

function nextPeriod({ store, calendar, config, world }: Context): Period {
  const latest = store().facts.latestPeriod();
  return latest === null ? periodAt(calendar, world.now(), config.timeZone) : addMonths(calendar, latest, 1);
}
