import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import {
  buildProgram,
  copyWorkspace,
  dropFiles,
  finalState,
  mustEnd,
  payesh,
  plannedWorkspace,
  type Run,
  rigFolder,
  startPayesh,
} from '../../crash/rig.js';
import { CERTIFICATE_FILE, mailServer, type TestMailServer } from '../../e2e/mail-server.js';
import { extent, report } from './extent.js';

/** The process that hands over messages is killed; a real mail server counts what it got. */
const RECIPIENTS = ['a@example.invalid', 'b@example.invalid', 'c@example.invalid', 'd@example.invalid'];
const RANDOM_KILLS = extent(30, 6);
/** In flight so long ago that its process must be dead. */
const MINUTES_LATER = 16;

let folder = '';
let base = '';
let server: TestMailServer;
beforeAll(async () => {
  vi.stubEnv('PAYESH_TEST_SMTP', 'رمز-secret!');
  server = await mailServer();
  buildProgram();
  folder = rigFolder();
  base = plannedWorkspace(folder, {
    mail: {
      ...{ host: 'localhost', port: server.port, ca_file: CERTIFICATE_FILE, user: 'payesh' },
      ...{ password_env: 'PAYESH_TEST_SMTP', from: 'payesh@example.invalid', recipients: RECIPIENTS },
    },
  });
  dropFiles(base, 2);
  mustEnd(payesh(base, ['ingest']));
  mustEnd(payesh(base, ['report']));
}, 240_000);
afterAll(async () => {
  vi.unstubAllEnvs();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const WORDS = ['deliver', '--period', '1399-01', '--json'];

async function deliver(root: string, run: Run = {}) {
  const { stdout, stderr, ...ended } = await startPayesh(root, WORDS, run).ended;
  if (ended.status !== 0) throw new Error(`${JSON.stringify(ended)}\n${stdout}\n${stderr}`);
  return JSON.parse(stdout) as Record<'queued' | 'sent' | 'waiting' | 'interrupted', number>;
}

/** How often each message arrived, by its id. */
function arrivals(): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { mail } of server.received) counts.set(mail.messageId ?? '', (counts.get(mail.messageId ?? '') ?? 0) + 1);
  return counts;
}

/**
 * One kill, then a run at once and one after the holding time. Every recipient has the message; twice only the one that was in
 * flight, and that is told. Gives how many arrived twice.
 */
async function killed(kill: (root: string) => Promise<string | null>, what: string): Promise<number> {
  const root = copyWorkspace(base, join(folder, 'killed'));
  server.received.length = 0;
  server.onMessage = () => {};
  if ((await kill(root)) !== 'SIGKILL') return 0;
  server.onMessage = () => {};
  const atOnce = await deliver(root);
  expect(atOnce, what).toMatchObject({ waiting: 0, interrupted: 0 });
  const later = await deliver(root, { minutesLater: MINUTES_LATER });
  const counts = arrivals();
  const twice = [...counts.values()].filter((count) => count > 1);
  expect(new Set(server.received.flatMap(({ to }) => to)), what).toEqual(new Set(RECIPIENTS));
  expect(counts.size, what).toBe(RECIPIENTS.length);
  expect(Math.max(...counts.values()), what).toBeLessThanOrEqual(2);
  expect(twice.length, `${what}: beyond the one in flight, which is told`).toBeLessThanOrEqual(later.interrupted);
  expect(later.interrupted, what).toBeLessThanOrEqual(1);
  expect(await deliver(root, { minutesLater: 2 * MINUTES_LATER }), what).toMatchObject({ sent: 0, interrupted: 0 });
  expect(finalState(root).problems, what).toEqual([]);
  return twice.length;
}

it('killed at every durable step, at each message that the server has just got, and at random: none twice but the one in flight', async () => {
  const calm = copyWorkspace(base, join(folder, 'calm'));
  const started = performance.now();
  expect(await deliver(calm)).toMatchObject({ queued: 4, sent: 4 });
  const whole = performance.now() - started;
  expect([...arrivals().values()]).toEqual([1, 1, 1, 1]);
  const { steps } = payesh(copyWorkspace(calm, join(folder, 'again')), ['status']);
  expect(steps.length).toBeLessThan(2);
  const counts = { steps: 0, received: 0, random: 0, twice: 0 };
  for (let step = 1; ; step += 1) {
    let reached = true;
    counts.twice += await killed(async (root) => {
      const { signal } = await startPayesh(root, WORDS, { killAt: step }).ended;
      reached = signal === 'SIGKILL';
      return signal;
    }, `step ${step}`);
    if (!reached) break;
    counts.steps += 1;
  }
  for (let nth = 1; nth <= RECIPIENTS.length; nth += 1) {
    const twice = await killed(async (root) => {
      const { child, ended } = startPayesh(root, WORDS);
      server.onMessage = () => {
        // The server has it and has not answered: whoever sent it cannot know.
        if (server.received.length === nth) child.kill('SIGKILL');
      };
      return (await ended).signal;
    }, `message ${nth}`);
    counts.received += 1;
    counts.twice += twice;
    expect(twice, `message ${nth} had arrived, and is sent again under its id`).toBe(1);
  }
  while (counts.random < RANDOM_KILLS) {
    counts.twice += await killed(async (root) => {
      const { child, ended } = startPayesh(root, WORDS);
      const timer = setTimeout(() => child.kill('SIGKILL'), whole * (0.3 + Math.random() * 0.7));
      const { signal } = await ended;
      clearTimeout(timer);
      if (signal === 'SIGKILL') counts.random += 1;
      return signal;
    }, 'random');
  }
  report(
    `delivery killed at ${counts.steps} durable steps, at ${counts.received} messages just received and at ${counts.random} random instants; ${counts.twice} messages arrived twice, each in flight and told`,
  );
  expect(counts.steps).toBeGreaterThanOrEqual(1 + 2 * RECIPIENTS.length);
}, 1_200_000);
