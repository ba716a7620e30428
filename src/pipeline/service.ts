import { mkdirSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isPeriod } from '../domain/calendar.js';
import { MOST_ATTEMPTS, STOPPED } from '../domain/job.js';
import { takeServiceLock } from '../store/lock.js';
import type { Context } from './context.js';
import { readHealth, writeHealth, writeMetrics } from './health.js';
import { metricsText } from './metrics.js';
import { RULES_VERSION } from './month-figures.js';
import { standingSet, tellRecovery } from './recovery.js';
import { status } from './status.js';
import type { Service, ServiceState } from './types.js';

/**
 * Makes this process the one service of its workspace; null = another one is. Before any work it brings to its end what a
 * service that died had in hand: claims are given back, and a report set that was just changing places is put back.
 */
export async function startService(context: Context): Promise<Service | null> {
  const { workspace, world } = context;
  mkdirSync(dirname(workspace.lock), { recursive: true });
  const lock = takeServiceLock(workspace.lock);
  if (lock === null) return null;
  try {
    const before = readHealth(workspace);
    if (context.hasStore()) recover(context, before);
    const startedAt = world.now().toISOString();
    const state: ServiceState = {
      state: 'running',
      pid: process.pid,
      startedAt,
      at: startedAt,
      ok: true,
      // What ran before the restart still counts for "when did it last work".
      jobs: before?.jobs ?? {},
      problems: [],
    };
    const tell = (): Promise<void> => tellHealth(context, state);
    await tell();
    return {
      told(job, note) {
        const at = world.now().toISOString();
        const succeededAt = note === null ? at : (state.jobs[job]?.succeededAt ?? null);
        state.jobs[job] = { at, ok: note === null, note, succeededAt };
        return tell();
      },
      async end() {
        state.state = 'stopped';
        await tell();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

function recover(context: Context, before: ServiceState | null): void {
  const { jobs } = context.store();
  if (before?.state === 'running') tellRecovery(context, 'ended_without_word', before.at);
  for (const held of jobs.releaseAll(STOPPED)) tellRecovery(context, 'claim_released', held);
  jobs.beginAnew(MOST_ATTEMPTS);
  for (const period of asidePeriods(context)) standingSet(context, context.workspace.reports, period);
}

/** Periods with a set in the staging folder that a process was just replacing. */
function asidePeriods({ workspace }: Context): string[] {
  try {
    const names = readdirSync(join(workspace.reports, '.staging'));
    const periods = names.filter((name) => name.includes('.old')).map((name) => name.slice(0, name.indexOf('.old')));
    return [...new Set(periods.filter(isPeriod))];
  } catch {
    return [];
  }
}

/** A full disk must not stop the work for want of a word about it. */
async function tellHealth(context: Context, state: ServiceState): Promise<void> {
  const { workspace, world } = context;
  try {
    state.at = world.now().toISOString();
    const answer = await status(context, {});
    state.problems = answer.problems.map(({ en }) => en);
    state.ok = state.problems.length === 0;
    writeHealth(workspace, state);
    writeMetrics(workspace, await metricsText({ status: answer, now: world.now(), rules: RULES_VERSION }));
  } catch (error) {
    world.log('warning', `health.json could not be written: ${error instanceof Error ? error.message : String(error)}`);
  }
}
