import { lstat, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { durable } from '../domain/durable.js';

/** Longer than any copy takes: what is older belongs to a process that died. */
const HOUR = 3_600_000;

/** Removes what a crash left half written in a folder, an hour after it was last touched; others may be at work there. */
export async function removeLeftovers(folder: string, now: Date, isLeftover: (name: string) => boolean): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter(isLeftover)) {
    const path = join(folder, name);
    const stats = await lstat(path).catch(() => null);
    // Clearing away is no reason to fail: the next round tries again.
    if (stats && now.getTime() - stats.mtimeMs > HOUR) {
      await rm(path, { force: true }).catch(() => {});
      durable('leftover removed');
    }
  }
}
