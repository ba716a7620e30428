import type { Config } from '../src/config/config.js';
import type { Pipeline } from '../src/pipeline/types.js';
import { dueInput } from './due-input.js';
import { type Job, reasonOf } from './index.js';

export type Log = (line: string, level?: 'info' | 'error') => void;

/** With what a tick works. `isStopping` ends the list between two keys. */
export interface Tick {
  pipeline: Pipeline;
  config: Config;
  clock: { now(): Date };
  log: Log;
  isStopping(): boolean;
}

/** One tick of one job: claims and runs what is due, oldest first. What another process holds ends the list. */
export async function runDue(job: Job, { pipeline, config, clock, log, isStopping }: Tick): Promise<void> {
  if (isStopping()) return;
  if (job.due === 'always') {
    await job.run(pipeline, '', isStopping);
    return;
  }
  for (const key of job.due(await dueInput(pipeline, config, clock.now()))) {
    if (isStopping() || !pipeline.claimJob(job.name, key)) return;
    log(`${job.name} ${key}: started`);
    try {
      await job.run(pipeline, key, isStopping);
    } catch (error) {
      pipeline.finishJob(job.name, key, 'failed', reasonOf(error));
      throw error;
    }
    pipeline.finishJob(job.name, key, 'done');
    log(`${job.name} ${key}: done`);
  }
}
