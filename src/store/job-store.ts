import { invariant } from '../domain/invariant.js';
import type { StoreContext } from './context.js';
import { instant } from './values.js';

/** One job for one key (a period, a day). `endedAt` null = claimed and still running, or its process died. */
export interface JobRun {
  job: string;
  key: string;
  state: 'claimed' | 'finished' | 'failed';
  claimedAt: string;
  endedAt: string | null;
  attempts: number;
  note: string | null;
}

const JOB_RUN = 'select job, key, state, claimed_at as claimedAt, ended_at as endedAt, attempts, note from job_run';

/** The memory of the scheduler: a job runs once for its key, however often the clock ticks. */
export function jobStore({ db, now }: StoreContext) {
  const claim = db.prepare(
    `insert into job_run (job, key, state, claimed_at, attempts) values (@job, @key, 'claimed', @at, 1)
     on conflict (job, key) do update
       set state = 'claimed', claimed_at = @at, ended_at = null, attempts = attempts + 1, note = null
       where state = 'failed' or (state = 'claimed' and claimed_at < @deadBefore)`,
  );
  const end = db.prepare(
    `update job_run set state = @state, ended_at = @at, note = @note
     where job = @job and key = @key and state = 'claimed'`,
  );
  const release = db
    .prepare<{ at: string; note: string }, string>(
      `update job_run set state = 'failed', ended_at = @at, note = @note where state = 'claimed' returning job || ' ' || key`,
    )
    .pluck();
  const begin = db.prepare<[number]>("update job_run set attempts = 1 where state = 'failed' and attempts >= ?");
  const all = db.prepare<[], JobRun>(`${JOB_RUN} order by claimed_at, job, key`);
  const one = db.prepare<[string, string], JobRun>(`${JOB_RUN} where job = ? and key = ?`);

  const claimOnce = db.transaction(
    (job: string, key: string, deadBefore: string): boolean =>
      claim.run({ job, key, at: instant(now()), deadBefore }).changes === 1,
  );

  function ended(job: string, key: string, state: 'finished' | 'failed', note: string | null): void {
    const { changes } = end.run({ job, key, state, at: instant(now()), note });
    invariant(changes === 1, `job ${job} ${key} was not claimed`);
  }

  return {
    /**
     * True = the caller alone may run it now. A finished job is never claimed again; a failed one is, and so is one
     * claimed before `deadBefore` (its process died). Without `deadBefore` a claim holds for ever.
     */
    claim: (job: string, key: string, deadBefore: string | null = null): boolean =>
      claimOnce.immediate(job, key, deadBefore === null ? '' : instant(deadBefore)),
    finished: (job: string, key: string, note: string | null = null): void => ended(job, key, 'finished', note),
    failed: (job: string, key: string, note: string): void => ended(job, key, 'failed', note),
    /** Gives back every claim: only the one service may, before its work, when no other holds any. The jobs with their keys. */
    releaseAll: (note: string): string[] => release.all({ at: instant(now()), note }),
    /** Work that was given up after so many attempts is open again. */
    beginAnew(mostAttempts: number): void {
      begin.run(mostAttempts);
    },
    find: (job: string, key: string): JobRun | null => one.get(job, key) ?? null,
    /** Every job run by the time of its claim. */
    all: (): JobRun[] => all.all(),
  };
}

export type JobStore = ReturnType<typeof jobStore>;
