import { closeSync, existsSync, fsyncSync, openSync, rmSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import { connect } from './connection.js';
import { StoreError } from './store-error.js';
import { verifyFile } from './verify.js';

/**
 * Writes a whole, checked copy to `path`, which must not exist, and syncs it to disk. Give a temporary name and rename
 * it after this returned: then a backup under its final name is always a good one. The live file is never copied by
 * other means, because even reading it inside this process would drop SQLite's locks.
 * @throws StoreError when the copy cannot be written or does not pass its check; nothing is left behind then.
 */
export function backupTo(db: Database, path: string): void {
  if (existsSync(path)) throw new StoreError('STORE_BACKUP_EXISTS', path);
  try {
    db.prepare('vacuum into ?').run(path);
    const copy = connect(path, true);
    try {
      const [problem] = verifyFile(copy);
      if (problem !== undefined) throw new StoreError('STORE_DAMAGED', path, problem.en);
    } finally {
      copy.close();
    }
    const file = openSync(path, 'r+');
    try {
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  }
}
