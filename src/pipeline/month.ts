import type { Context } from './context.js';
import { headline } from './headline.js';
import { ingest } from './ingest.js';
import { deliver } from './mail/deliver.js';
import { queueReports } from './mail/queue.js';
import { report } from './report.js';
import type { FigureQuery, RunAnswer } from './types.js';

/**
 * The month on one screen: take the inbox in, measure, build and publish the reports, deliver them, and say the headline.
 * Each stage can be repeated at any time; what is done already changes nothing.
 */
export async function runMonth(
  context: Context,
  /** The same with the language that was asked for: what is returned to departments keeps that of the configuration. */
  asked: Context,
  query: FigureQuery & { onProgress?: (stage: string, done: number, total: number) => void },
): Promise<RunAnswer> {
  const stages: RunAnswer['stages'] = [];
  let stage = 'ingest';
  let started = context.world.now().getTime();
  const next = (name: string): void => {
    const now = context.world.now().getTime();
    stages.push({ stage, milliseconds: now - started });
    stage = name;
    started = now;
    query.onProgress?.(name, 0, 0);
  };
  const taken = await ingest(context, {
    dryRun: false,
    onProgress: (done, total) => query.onProgress?.('ingest', done, total),
  });
  if (query.period === undefined && context.store().facts.latestPeriod() === null) {
    next('done');
    return { headline: null, ingest: taken, report: null, mail: null, stages };
  }
  const written = await report(asked, query, next);
  next('deliver');
  const mail = context.config.mail === null ? null : await delivered(asked, written.period);
  next('headline');
  const answer = headline(context, query);
  next('done');
  return { headline: answer, ingest: taken, report: written, mail, stages };
}

async function delivered(context: Context, period: string): Promise<RunAnswer['mail']> {
  await queueReports(context, period);
  return deliver(context);
}
