import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { health, type Serving, serve } from '../../crash/serving.js';

/** What was seen of a real service while it emptied its inbox. */
export interface Watched {
  seconds: number;
  /** The longest time in which no file left the inbox, in seconds. */
  longestPause: number;
  /** What left the inbox after that pause. */
  slowest: string;
  /** Peak resident memory of the service and of its largest reader, in megabytes; null = not known on this system. */
  megabytes: number | null;
  readerMegabytes: number | null;
  service: Serving;
}

/** Names of regular files below the inbox, as bytes decoded one to one: a name need not be valid text. */
export function inboxFiles(root: string): string[] {
  return readdirSync(join(root, 'data', 'inbox'), {
    recursive: true,
    withFileTypes: true,
    encoding: 'latin1' as 'utf8',
  })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Starts `payesh serve` and watches it until no more than `left` files lie in the inbox. It goes on running. */
export async function serveUntilTaken(
  root: string,
  left: number,
  patience: number,
  seen: (seconds: number, lying: readonly string[]) => void = () => {},
) {
  const service = serve(root);
  const started = performance.now();
  const watched: Watched = {
    seconds: 0,
    longestPause: 0,
    slowest: '',
    megabytes: null,
    readerMegabytes: null,
    service,
  };
  let before = inboxFiles(root);
  let changed = started;
  while (before.length > left) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    const now = performance.now();
    const lying = new Set(inboxFiles(root));
    const gone = before.filter((name) => !lying.has(name));
    const pause = (now - changed) / 1000;
    if (gone.length > 0 && pause > watched.longestPause) {
      watched.longestPause = pause;
      watched.slowest = gone.map((name) => basename(name)).join(', ');
    }
    if (gone.length > 0) changed = now;
    before = [...lying];
    watched.seconds = (now - started) / 1000;
    seen(watched.seconds, before);
    lookAtMemory(watched, health(root)?.pid ?? 0);
    if (service.child.exitCode !== null) throw new Error(`the service ended: ${service.said()}`);
    if (watched.seconds > patience)
      throw new Error(`${before.length} files still wait after ${patience} s: ${service.said()}`);
  }
  return watched;
}

function lookAtMemory(watched: Watched, pid: number): void {
  const own = peakOf(pid);
  if (own === null) return;
  watched.megabytes = Math.max(watched.megabytes ?? 0, own);
  for (const child of childrenOf(pid))
    watched.readerMegabytes = Math.max(watched.readerMegabytes ?? 0, peakOf(child) ?? 0);
}

function peakOf(pid: number): number | null {
  try {
    const [, kilobytes] = /^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return kilobytes === undefined ? null : Math.round(Number(kilobytes) / 1024);
  } catch {
    return null;
  }
}

function childrenOf(pid: number): number[] {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
  } catch {
    return [];
  }
}

/** State → how many submissions came to it. */
export function endsOf(root: string): Record<string, number> {
  const db = new Sqlite(join(root, 'data', 'payesh.db'), { readonly: true });
  try {
    const rows = db.prepare('select state, count(*) from submission group by state').raw().all() as [string, number][];
    return Object.fromEntries(rows);
  } finally {
    db.close();
  }
}

/** Asks the service to stop; its exit code. */
export function stopped({ child, ended }: Serving): Promise<number | string> {
  child.kill('SIGTERM');
  return ended;
}
