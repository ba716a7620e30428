import type { Config } from '../src/config/config.js';
import { PayeshError } from '../src/domain/error.js';
import type { Pipeline } from '../src/pipeline/types.js';
import { type DueInput, dueBackup, duePeriods, dueReminders, dueTemplates } from './due.js';

export interface Job {
  name: keyof Config['jobs'];
  /** What is due, as keys to claim one by one; 'always' = repeating is harmless, so nothing is claimed. */
  due: ((input: DueInput) => string[]) | 'always';
  run(pipeline: Pipeline, key: string, isStopping: () => boolean): Promise<unknown>;
  /** What it does cannot be taken back: it rests while the clock may be wrong. */
  needsSureClock?: true;
}

/** Everything that happens by the clock, in the order in which it happens at start. */
export const JOBS: readonly Job[] = [
  {
    name: 'ingest',
    // A file counts once by its content, whenever and however often the inbox is looked into.
    due: 'always',
    run: (pipeline, _, isStopping) => pipeline.ingest({ dryRun: false, unattended: true, isStopping }),
  },
  { name: 'month', due: duePeriods, run: closeAndReport, needsSureClock: true },
  { name: 'reminder', due: dueReminders, run: remind, needsSureClock: true },
  {
    name: 'mail',
    // What is due is known from the queue itself.
    due: 'always',
    run: (pipeline, _, isStopping) => pipeline.sendMail({ isStopping, inService: true }),
  },
  { name: 'template', due: dueTemplates, run: (pipeline, period) => pipeline.template({ period }) },
  { name: 'backup', due: dueBackup, run: (pipeline) => pipeline.backup({ prune: true }) },
];

/** What arrived in time still counts; then the month is closed, so that its report speaks of what will not move again. */
async function closeAndReport(pipeline: Pipeline, period: string): Promise<void> {
  await pipeline.ingest({ dryRun: false });
  const { periods } = await pipeline.status({ period });
  if (!periods.some((row) => row.period === period && row.closed)) await pipeline.close(period);
  await pipeline.report({ period });
  await pipeline.queueMail(period);
}

/** Who has dropped a file by now is not reminded of it. */
async function remind(pipeline: Pipeline, key: string): Promise<void> {
  const [period = '', occasion = ''] = key.split(' ');
  await pipeline.ingest({ dryRun: false });
  await pipeline.remind({ period, occasion });
}

/** One line about a failure, for the job's row and the journal. */
export function reasonOf(error: unknown): string {
  if (error instanceof PayeshError) return `${error.text.en} ${error.text.remedyEn}`;
  return error instanceof Error ? error.message : String(error);
}
