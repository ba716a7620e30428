import Sqlite from 'better-sqlite3';
import { asStoreError } from './sqlite-fault.js';

/** A lock that is held until it is released or its process ends, however it ends. */
export interface ServiceLock {
  release(): void;
}

/**
 * Takes the lock of a workspace's service; null = another process holds it. The system frees it at the holder's death, so
 * nothing is left behind to be judged. The file must never be opened by other means in this process: closing it would
 * drop the lock.
 * @throws StoreError where the file cannot be made or read.
 */
export function takeServiceLock(file: string): ServiceLock | null {
  let db: Sqlite.Database | null = null;
  try {
    db = new Sqlite(file, { timeout: 0 });
    db.pragma('locking_mode = EXCLUSIVE');
    db.exec('begin exclusive');
  } catch (error) {
    db?.close();
    if (error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_BUSY')) return null;
    throw asStoreError(error, file);
  }
  const held = db;
  return { release: () => void held.close() };
}
