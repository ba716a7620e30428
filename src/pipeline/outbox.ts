import { basename, dirname, join } from 'node:path';
import { REAL_DISK } from '../deliver/disk.js';
import type { Context } from './context.js';

/** A folder's name inside the outbox: a department's code as it is, without what a folder cannot be called. */
export function outboxFolder({ workspace }: Context, department: string | null): string {
  if (department === null) return workspace.outbox;
  const safe = department.replace(/[/\\:*?"<>|\p{Cc}]/gu, '_').replace(/^\.+$/u, '_');
  return join(workspace.outbox, safe);
}

/**
 * Makes the inbox folder of a department, which its forms and reminders name: a file is dropped where it was told. A code that
 * no folder can be called by has none, and a folder that cannot be made keeps no form back.
 */
export function makeInboxFolder(context: Context, department: string): void {
  const { workspace, world } = context;
  if (basename(outboxFolder(context, department)) !== department) return;
  const folder = join(workspace.inbox, department);
  if (REAL_DISK.modified(folder) !== null) return;
  try {
    REAL_DISK.makeFolder(folder);
  } catch (error) {
    world.log('warning', `the inbox folder of ${department} could not be made: ${String(error)}`);
  }
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
