import { closeSync, existsSync, fsyncSync, openSync, rmSync } from 'node:fs';
import { durable } from '../domain/durable.js';
import { connect } from './connection.js';
import type { StoreContext } from './context.js';
import { ledger } from './ledger.js';
import { StoreError } from './store-error.js';
import { verifyStore } from './verify.js';

/**
 * Writes a whole, checked copy to `path`, which must not exist, and syncs it to disk. Give a temporary name and rename
 * it after this returned: then a backup under its final name is always a good one. The live file is never copied by
 * other means, because even reading it inside this process would drop SQLite's locks.
 * @throws StoreError when the copy cannot be written or does not pass its check; nothing is left behind then.
 */
export function backupTo(context: StoreContext, path: string): void {
  if (existsSync(path)) throw new StoreError('STORE_BACKUP_EXISTS', path);
  try {
    const before = context.ledger.head();
    context.db.prepare('vacuum into ?').run(path);
    durable('backup copied');
    const head = verifyCopy(context, path);
    // Another process may have added events meanwhile; the copy knows at least what we knew when we began.
    if (head.seq < before.seq || head.seq > context.ledger.head().seq) {
      throw new StoreError('STORE_DAMAGED', path, `event ${head.seq}`);
    }
    const file = openSync(path, 'r+');
    try {
      fsyncSync(file);
      durable('backup forced');
    } finally {
      closeSync(file);
    }
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  }
}

/** Opens the copy as a stranger's file: pages, references, the chain of events, and every committed fact by its digest. */
function verifyCopy({ calendar, now }: StoreContext, path: string): { seq: number; hash: string } {
  const db = connect(path, true);
  try {
    const own = ledger(db, now);
    const [problem] = verifyStore({ db, file: path, calendar, now, ledger: own });
    if (problem !== undefined) throw new StoreError('STORE_DAMAGED', path, problem.en);
    return own.head();
  } finally {
    db.close();
  }
}
