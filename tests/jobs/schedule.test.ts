import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { STOP_WITHIN_MILLISECONDS, startScheduler } from '../../jobs/schedule.js';
import { readConfig } from '../../src/config/index.js';
import type { JobRun, Pipeline } from '../../src/pipeline/types.js';

const { config } = readConfig('{}');
const clock = { now: () => new Date() };

beforeEach(() => void vi.useFakeTimers({ now: Date.parse('2021-05-01T00:01:00Z') }));
afterEach(() => void vi.useRealTimers());

/** A pipeline that remembers what was asked of it; its job table is the real rule: one claim for each key. */
function fake(overrides: Partial<Pipeline> = {}) {
  const calls: string[] = [];
  const runs = new Map<string, JobRun>();
  const partial: Partial<Pipeline> = {
    ingest: async () => {
      calls.push('ingest');
      return { files: [], ignored: [] };
    },
    close: async (period) => calls.push(`close ${period}`) > 0,
    report: async ({ period = '' }) => {
      calls.push(`report ${period}`);
      return { period, edition: 1, files: [], unchanged: false, pdf: { state: 'off' as const, path: null } };
    },
    queueMail: async () => 0,
    sendMail: async () => ({ sent: 0, waiting: 0, gaveUp: 0, superseded: 0, interrupted: 0 }),
    template: async ({ period = '' }) => {
      calls.push(`template ${period}`);
      return { period, files: [], nothing: [] };
    },
    remind: async ({ period = '', occasion = '' }) => {
      calls.push(`remind ${period} ${occasion}`);
      return { period, closed: false, due: 0, reminders: [], summary: null, queued: 0 };
    },
    backup: async () => {
      calls.push('backup');
      return { path: '', sha256: '' };
    },
    status: async () => ({
      period: null,
      plan: {
        version: { id: 1, effective: '1399-01', recordedAt: '2020-03-20T00:00:00.000Z', digest: '' },
        projects: 1,
        nodes: 1,
      },
      departments: [],
      reporting: null,
      periods: [{ period: '1399-11', departments: 1, facts: 1, closed: true, edition: 1 }],
      jobs: [],
      ignored: [],
      mail: null,
      problems: [],
      recoveries: [],
      questions: { open: 0, overdue: 0, answered: 0 },
      service: null,
    }),
    periodsWithFacts: () => ['1399-11'],
    jobRuns: () => [...runs.values()],
    claimJob: (job, key) => {
      const held = runs.get(`${job} ${key}`);
      if (held && held.state !== 'failed') return false;
      const startedAt = new Date().toISOString();
      runs.set(`${job} ${key}`, { job, key, state: 'claimed', startedAt, finishedAt: null, note: null, attempts: 1 });
      return true;
    },
    finishJob: (job, key, state, note) => {
      const held = runs.get(`${job} ${key}`);
      if (held) Object.assign(held, { state, finishedAt: new Date().toISOString(), note: note ?? null });
    },
    ...overrides,
  };
  return { pipeline: partial as Pipeline, calls, runs };
}

const minutes = (count: number) => vi.advanceTimersByTimeAsync(count * 60_000);

it('catches up at start, in order, then each tick finds nothing more to do', async () => {
  const { pipeline, calls } = fake();
  const scheduler = startScheduler(pipeline, config, clock);
  await minutes(0);
  const months = [
    'report 1399-11',
    'ingest',
    'close 1399-12',
    'report 1399-12',
    'ingest',
    'close 1400-01',
    'report 1400-01',
  ];
  expect(calls).toEqual(['ingest', 'ingest', ...months, 'template 1400-02', 'backup']);
  await minutes(180);
  expect(calls.filter((call) => call !== 'ingest')).toHaveLength(7);
  expect(calls.filter((call) => call === 'ingest').length).toBeGreaterThan(4 + 30);
  await scheduler.stop();
  const after = calls.length;
  await minutes(600);
  expect(calls).toHaveLength(after);
  expect(vi.getTimerCount()).toBe(0);
});

it('runs each month once when two servers share a workspace', async () => {
  const { pipeline, calls } = fake();
  const two = [startScheduler(pipeline, config, clock), startScheduler(pipeline, config, clock)];
  await minutes(120);
  expect(calls.filter((call) => call.startsWith('report'))).toEqual([
    'report 1399-11',
    'report 1399-12',
    'report 1400-01',
  ]);
  expect(calls.filter((call) => call === 'backup')).toHaveLength(1);
  await Promise.all(two.map((scheduler) => scheduler.stop()));
});

it('reminds once on each of its days, after taking what has arrived, and by no clock that has just jumped', async () => {
  // Ordibehesht 1400 is due on 5 Khordad, 26 May; the first reminder is due three days before.
  vi.setSystemTime(Date.parse('2021-05-23T06:00:00Z'));
  const { pipeline, calls } = fake({ periodsWithFacts: () => ['1400-02'] });
  const scheduler = startScheduler(pipeline, config, clock);
  await minutes(3 * 24 * 60);
  const reminded = calls.flatMap((call, index) => (call.startsWith('remind') ? [[calls[index - 1], call]] : []));
  expect(reminded).toEqual([
    ['ingest', 'remind 1400-02 -3'],
    ['ingest', 'remind 1400-02 0'],
  ]);
  // Two days on in a moment, a minute before the first look of the day: the next look, an hour later, believes the clock.
  await minutes(21 * 60 + 39);
  vi.setSystemTime(Date.parse('2021-05-29T03:39:00Z'));
  await minutes(5);
  expect(calls.filter((call) => call.startsWith('remind'))).toHaveLength(2);
  await minutes(60);
  expect(calls.filter((call) => call.startsWith('remind')).at(-1)).toBe('remind 1400-02 2');
  await scheduler.stop();
});

it('records a failure, keeps the order, goes on with other jobs and tries again later', async () => {
  let broken = true;
  const log: string[] = [];
  const told: string[] = [];
  const { pipeline, calls, runs } = fake({
    report: async ({ period = '' }) => {
      if (broken) throw new Error('disk on fire');
      calls.push(`report ${period}`);
      return { period, edition: 1, files: [], unchanged: false, pdf: { state: 'off' as const, path: null } };
    },
  });
  const scheduler = startScheduler(pipeline, config, clock, {
    log: (line) => log.push(line),
    told: async (job, note) => void told.push(`${job} ${note}`),
  });
  await minutes(1);
  expect(runs.get('month 1399-11')).toMatchObject({ state: 'failed', note: 'disk on fire' });
  expect(runs.has('month 1399-12')).toBe(false);
  expect(calls).toContain('backup');
  expect(log.join('\n')).toContain('disk on fire');
  expect(told).toEqual(expect.arrayContaining(['ingest null', 'month disk on fire', 'backup null']));
  broken = false;
  await minutes(150);
  expect(calls.filter((call) => call.startsWith('report'))).toEqual([
    'report 1399-11',
    'report 1399-12',
    'report 1400-01',
  ]);
  await scheduler.stop();
});

it('stops within its patience even when a job hangs, and takes up no further month', async () => {
  const { pipeline, calls } = fake({ backup: () => new Promise(() => {}) });
  const scheduler = startScheduler(pipeline, config, clock);
  await minutes(1);
  let stopped = false;
  void scheduler.stop().then(() => {
    stopped = true;
  });
  await vi.advanceTimersByTimeAsync(STOP_WITHIN_MILLISECONDS - 1);
  expect(stopped).toBe(false);
  await vi.advanceTimersByTimeAsync(2);
  expect(stopped).toBe(true);
  // The last work before the one that hangs.
  expect(calls.at(-1)).toBe('template 1400-02');
});

it('says which schedule is impossible', () => {
  const { pipeline } = fake();
  const impossible = { ...config, jobs: { ...config.jobs, backup: '0 0 31 2 *' } };
  expect(() => startScheduler(pipeline, impossible, clock)).toThrow('jobs.backup');
});
