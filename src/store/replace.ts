import { existsSync, linkSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { durable } from '../domain/durable.js';
import { connect } from './connection.js';
import { forceFolder } from './create.js';
import { StoreError } from './store-error.js';

/**
 * Puts `next`, a whole and closed database, in the place of `file`. What stood there is kept as `aside`, with its journal
 * where it could not be folded in; at no moment is there a database beside a journal that is not its own. After a crash the
 * old database or the new one stands, and the call can be repeated.
 * @throws StoreError STORE_BUSY while another process has the database open.
 */
export function replaceDatabase(file: string, next: string, aside: string): void {
  const whole = foldJournal(file);
  if (whole && existsSync(`${file}-wal`)) throw new StoreError('STORE_BUSY', file, 'SQLITE_BUSY');
  if (existsSync(file)) linkSync(file, aside);
  durable('old database kept');
  if (existsSync(`${file}-wal`)) renameSync(`${file}-wal`, `${aside}-wal`);
  rmSync(`${file}-shm`, { force: true });
  forceFolder(dirname(aside));
  forceFolder(dirname(file));
  renameSync(next, file);
  durable('database replaced');
  forceFolder(dirname(file));
}

/** Writes the journal of a sound database into it, so that the file alone is everything. False = it cannot be opened. */
function foldJournal(file: string): boolean {
  if (!existsSync(file)) return false;
  try {
    const db = connect(file, false);
    try {
      db.pragma('wal_checkpoint(TRUNCATE)');
    } finally {
      db.close();
    }
    return true;
  } catch {
    return false;
  }
}
