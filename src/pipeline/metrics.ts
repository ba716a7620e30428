import { Gauge, Registry } from 'prom-client';
import type { StatusAnswer } from './types.js';

/** What the service knows of itself and its month, for the text-file collector of Prometheus' node exporter. */
export interface Watched {
  status: Pick<StatusAnswer, 'period' | 'departments' | 'periods' | 'jobs' | 'mail' | 'problems' | 'ignored'>;
  now: Date;
  /** Version of the rules of measuring. */
  rules: string;
}

/**
 * The text of `data/metrics/payesh.prom`. Names end in their units; times are seconds since 1970. What is not known has no
 * line: unknown is not zero.
 */
export async function metricsText({ status, now, rules }: Watched): Promise<string> {
  const registry = new Registry();
  const gauge = (name: string, help: string, labelNames: string[] = []) =>
    new Gauge({ name: `payesh_${name}`, help, labelNames, registers: [registry] });

  gauge('info', 'The version of the rules of measuring', ['rules']).set({ rules }, 1);
  gauge('written_timestamp_seconds', 'When these figures were written').set(seconds(now.toISOString()));
  gauge('problems', 'What payesh status calls wrong').set(status.problems.length);
  gauge('inbox_left_files', 'Files of the inbox that no round will take').set(status.ignored.length);

  const finished = gauge('job_finished_timestamp_seconds', 'When a job last ended well', ['job']);
  const failed = gauge('job_failed', 'Keys of a job that failed and wait for another try', ['job']);
  for (const job of new Set(status.jobs.map((run) => run.job))) {
    const own = status.jobs.filter((run) => run.job === job);
    const ends = own.flatMap(({ state, finishedAt }) => (state === 'done' && finishedAt ? [seconds(finishedAt)] : []));
    if (ends.length > 0) finished.set({ job }, Math.max(...ends));
    failed.set({ job }, own.filter(({ state }) => state === 'failed').length);
  }

  const departments = gauge('departments', 'Departments by what they reported for the period', ['period', 'state']);
  if (status.period !== null) {
    for (const { state } of status.departments) departments.inc({ period: status.period, state });
  }
  const edition = gauge('edition', 'Newest published edition of a period', ['period']);
  for (const row of status.periods) if (row.edition !== null) edition.set({ period: row.period }, row.edition);

  const mail = gauge('mail', 'Outgoing messages by state', ['state']);
  for (const [state, count] of Object.entries(status.mail ?? {})) mail.set({ state }, count);
  return registry.metrics();
}

const seconds = (instant: string) => Date.parse(instant) / 1000;
