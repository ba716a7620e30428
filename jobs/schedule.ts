import { createTask, type ScheduledTask } from 'node-cron';
import type { Config } from '../src/config/config.js';
import { PayeshError } from '../src/domain/error.js';
import type { Pipeline } from '../src/pipeline/types.js';
import { clockWatch } from './clock-watch.js';
import { JOBS, type Job, reasonOf } from './index.js';
import { type Log, runDue } from './run-due.js';

/** A running job gets this long to end after `stop`; whoever ends the process then gives its claim back. */
export const STOP_WITHIN_MILLISECONDS = 7_000;

export interface Scheduler {
  /** No new work from now on; resolves when the running job has ended, or after 7 s. */
  stop(): Promise<void>;
}

/** What happens around the work: a line for the journal, and the service's word about each job that ended. */
export interface Telling {
  log: Log;
  /** `note` = why the job failed, null = it did not. */
  told(job: string, note: string | null): Promise<void>;
}

const SILENT: Telling = { log: () => {}, told: async () => {} };

/**
 * Wakes the jobs by cron and at once at start. Cron is only the wake-up: what is due comes from the job table, so a
 * tick that is missed, doubled or late changes nothing. Jobs run one after another, never two at a time.
 */
export function startScheduler(
  pipeline: Pipeline,
  config: Config,
  clock: { now(): Date },
  { log, told }: Telling = SILENT,
): Scheduler {
  const watch = clockWatch(clock, log);
  const waiting = new Set<string>();
  let stopping = false;
  let queue: Promise<void> = Promise.resolve();

  function tick(job: Job): Promise<void> {
    if (stopping || waiting.has(job.name)) return Promise.resolve();
    waiting.add(job.name);
    queue = queue.then(async () => {
      let note: string | null = null;
      const doubtful = watch.isDoubtful();
      try {
        if (job.needsSureClock && doubtful) return;
        await runDue(job, { pipeline, config, clock, log, isStopping: () => stopping });
      } catch (error) {
        note = reasonOf(error);
        log(`${job.name}: ${note}`, 'error');
      } finally {
        waiting.delete(job.name);
      }
      if (!stopping) await told(job.name, note);
    });
    return queue;
  }

  const tasks = JOBS.map((job) => wakeUp(job, config, () => tick(job)));
  for (const task of tasks) void task.start();
  for (const job of JOBS) void tick(job);

  return {
    stop: async () => {
      stopping = true;
      for (const task of tasks) void task.destroy();
      let timer: NodeJS.Timeout | undefined;
      const patience = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, STOP_WITHIN_MILLISECONDS);
      });
      await Promise.race([queue, patience]);
      clearTimeout(timer);
    },
  };
}

/** The one place that speaks cron. A tick that came too late (sleep, a long job) is simply a tick. */
function wakeUp(job: Job, { jobs, timeZone }: Config, tick: () => Promise<void>): ScheduledTask {
  try {
    const task = createTask(jobs[job.name], tick, {
      name: job.name,
      timezone: timeZone,
      noOverlap: true,
      suppressMissedWarning: true,
    });
    task.on('execution:missed', tick);
    return task;
  } catch (error) {
    throw new PayeshError(
      'CONFIG_CRON',
      {
        fa: `زمان‌بندی «jobs.${job.name}» در پیکربندی شدنی نیست: ${jobs[job.name]}`,
        en: `The schedule jobs.${job.name} of the configuration is impossible: ${jobs[job.name]} (${reasonOf(error)})`,
        remedyFa: 'پنج بخش cron بنویسید، مانند "20 * * * *".',
        remedyEn: 'Write five cron fields, such as "20 * * * *".',
      },
      2,
    );
  }
}
