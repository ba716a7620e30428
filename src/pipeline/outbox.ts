import { dirname, join } from 'node:path';
import { REAL_DISK } from '../deliver/disk.js';
import type { Context } from './context.js';

/** A folder's name inside the outbox: a department's code as it is, without what a folder cannot be called. */
export function outboxFolder({ workspace }: Context, department: string | null): string {
  if (department === null) return workspace.outbox;
  const safe = department.replace(/[/\\:*?"<>|\p{Cc}]/gu, '_').replace(/^\.+$/u, '_');
  return join(workspace.outbox, safe);
}

/**
 * Puts a file into the outbox so that nobody ever sees half of it: written beside its place, forced to the disk, renamed. The
 * same bytes are not written again. True = it was written.
 */
export function putInOutbox(path: string, bytes: Uint8Array): boolean {
  const standing = REAL_DISK.read(path);
  if (standing && Buffer.compare(standing, bytes) === 0) return false;
  REAL_DISK.makeFolder(dirname(path));
  const half = `${path}.part`;
  REAL_DISK.remove(half);
  REAL_DISK.write(half, bytes);
  REAL_DISK.rename(half, path);
  REAL_DISK.syncFolder(dirname(path));
  return true;
}
