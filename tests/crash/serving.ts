import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DIST } from './rig.js';

/** A real `payesh serve` in the background. */
export interface Serving {
  child: ChildProcess;
  said: () => string;
  /** Exit code, or the signal that ended it. */
  ended: Promise<number | string>;
}

const running = new Set<ChildProcess>();

export function serve(root: string, dist = DIST): Serving {
  const words = [join(dist, 'src', 'cli', 'main.js'), '--workspace', root, '--language', 'en', 'serve'];
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'ignore', 'pipe'] });
  running.add(child);
  let said = '';
  child.stderr?.on('data', (part: Buffer) => {
    said += part.toString();
  });
  const ended = new Promise<number | string>((resolve) => {
    child.once('close', (code, signal) => {
      running.delete(child);
      resolve(code ?? signal ?? '');
    });
  });
  return { child, said: () => said, ended };
}

/** For the end of a test, however it went. */
export async function endAll(): Promise<void> {
  const left = [...running].map((child) => new Promise((resolve) => child.once('close', resolve)));
  for (const child of running) child.kill('SIGTERM');
  await Promise.all(left);
}

export async function until(what: string, isTrue: () => boolean, seconds = 30): Promise<void> {
  const end = performance.now() + seconds * 1000;
  while (!isTrue()) {
    if (performance.now() > end) throw new Error(`not within ${seconds} s: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

export function health(
  root: string,
): { state: string; pid: number; jobs: Record<string, { ok: boolean; note: string | null }> } | null {
  try {
    return JSON.parse(readFileSync(join(root, 'data', 'health.json'), 'utf8'));
  } catch {
    return null;
  }
}
