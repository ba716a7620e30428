import type { ChildProcess } from 'node:child_process';
import type { EventEmitter } from 'node:events';
import type { Pipeline } from '../pipeline/types.js';

/** The work that the child holds now, as it tells its parent; null = none. */
export type Held = { job: string; key: string } | null;

/** A report keeps the child's only thread busy for seconds, deaf to signals: its parent listens in its place. */
export const END_WITHIN_MILLISECONDS = 9_000;

const SIGNALS = ['SIGTERM', 'SIGINT'] as const;

/**
 * The parent of `serve`: waits for a signal, asks the child to stop, and ends it after its patience. What the child held
 * when it had to be ended is returned, so that the claim can be given back; stored data are safe by the store's protocol.
 * A child that ends by itself ends the service with its exit code.
 */
export function supervise(
  child: ChildProcess,
  signals: EventEmitter,
  onStop: () => void = () => {},
  patience = END_WITHIN_MILLISECONDS,
): Promise<{ code: number; held: Held }> {
  let held: Held = null;
  let stopping = false;
  let timer: NodeJS.Timeout | undefined;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    onStop();
    child.send('stop', () => {});
    timer = setTimeout(() => child.kill('SIGKILL'), patience);
  };
  child.on('message', (message: { held: Held }) => {
    held = message.held;
  });
  for (const signal of SIGNALS) signals.on(signal, stop);
  return new Promise((resolve) => {
    child.once('exit', (code) => {
      clearTimeout(timer);
      for (const signal of SIGNALS) signals.off(signal, stop);
      resolve({ code: stopping ? 0 : (code ?? 1), held });
    });
  });
}

/**
 * The way from the child to its parent. A parent that was killed closes the channel at any moment: then nobody is told,
 * and the child stops by the disconnection, not by a fault.
 */
export function tellingParent(process: Pick<NodeJS.Process, 'connected' | 'send'>): (held: Held) => void {
  return (held) => {
    if (process.connected) process.send?.({ held }, undefined, undefined, () => {});
  };
}

/** The child's end: tells its parent which claim it holds, before the work that may make it deaf begins. */
export function tellingClaims(pipeline: Pipeline, tell: (held: Held) => void): Pipeline {
  return {
    ...pipeline,
    claimJob(job, key) {
      const claimed = pipeline.claimJob(job, key);
      if (claimed) tell({ job, key });
      return claimed;
    },
    finishJob(job, key, outcome, note) {
      pipeline.finishJob(job, key, outcome, note);
      tell(null);
    },
  };
}

/** Resolves when the parent asks to stop, or is gone. The signals themselves are the parent's business. */
export function asked(process: EventEmitter): Promise<void> {
  for (const signal of SIGNALS) process.on(signal, () => {});
  return new Promise((resolve) => {
    process.on('message', (message) => message === 'stop' && resolve());
    process.once('disconnect', () => resolve());
  });
}
