import { type ChildProcess, spawn } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import { asked, supervise, tellingClaims, tellingParent } from '../../src/cli/serve.js';
import { pipelineOf } from './fakes.js';

/** A child that tells its parent what it holds, then does as the script says. */
function child(script: string): ChildProcess {
  return spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
}
const HOLDS = `process.send({ held: { job: 'month', key: '1399-06' } });`;

it('asks the child to stop, and reports a clean end', async () => {
  const signals = new EventEmitter();
  const polite = child(`process.on('message', () => process.exit(0)); ${HOLDS} process.send({ held: null });`);
  const ended = supervise(polite, signals);
  await new Promise((resolve) => polite.on('message', ({ held }: { held: unknown }) => held === null && resolve(null)));
  signals.emit('SIGTERM');
  expect(await ended).toEqual({ code: 0, held: null });
  expect(signals.listenerCount('SIGTERM')).toBe(0);
});

it('ends a child that is deaf with work, and gives back what it held', async () => {
  const signals = new EventEmitter();
  const deaf = child(`${HOLDS} setTimeout(() => { for (;;); }, 50);`);
  let told = 0;
  const ended = supervise(deaf, signals, () => (told += 1), 300);
  await new Promise((resolve) => deaf.once('message', resolve));
  signals.emit('SIGTERM');
  signals.emit('SIGINT');
  expect(await ended).toEqual({ code: 0, held: { job: 'month', key: '1399-06' } });
  expect(told).toBe(1);
});

it('passes on that the child failed by itself', async () => {
  expect((await supervise(child('process.exit(7)'), new EventEmitter())).code).toBe(7);
});

it('stops when the parent asks, or is gone; a signal alone is left to the parent', async () => {
  for (const event of [['message', 'stop'], ['disconnect']] as const) {
    const process = new EventEmitter();
    let stopped = false;
    const ended = asked(process).then(() => {
      stopped = true;
    });
    process.emit('SIGTERM');
    process.emit('message', 'hello');
    await Promise.resolve();
    expect(stopped).toBe(false);
    process.emit(event[0], event[1]);
    await ended;
  }
});

it('tells each claim that was won, and its end', () => {
  const told: unknown[] = [];
  const pipeline = pipelineOf({ claimJob: (_, key) => key === 'free', finishJob: () => {} });
  const telling = tellingClaims(pipeline, (held) => told.push(held));
  telling.claimJob('month', 'taken');
  telling.claimJob('month', 'free');
  telling.finishJob('month', 'free', 'done');
  expect(told).toEqual([{ job: 'month', key: 'free' }, null]);
});

it('survives a parent that was killed: the closed channel is no fault of the child', async () => {
  const script = `const tell = (${tellingParent})(process); tell(null); process.disconnect(); tell(null);`;
  const orphan = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  let said = '';
  orphan.stderr?.on('data', (part: Buffer) => {
    said += part.toString();
  });
  const code = await new Promise((resolve) => orphan.once('close', resolve));
  expect({ code, said }).toEqual({ code: 0, said: '' });
});
