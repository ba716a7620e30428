import Sqlite, { type Database } from 'better-sqlite3';
import { durable, isHeard } from '../domain/durable.js';
import { invariant } from '../domain/invariant.js';
import { StoreError } from './store-error.js';

/** "PAYE": marks our files, so that no other program's database is ever changed. */
export const APPLICATION_ID = 0x50415945;

/** Longer than any writer of ours holds the lock; a foreign one that holds it longer is told by name. */
const BUSY_MILLISECONDS = 30_000;

/** 3.51.3 is the first version without the WAL-reset bug that could damage a file. */
const OLDEST_SQLITE = [3, 51, 3];

function assertSqliteVersion(db: Database, file: string): void {
  const version = String(db.prepare('select sqlite_version()').pluck().get());
  const parts = version.split('.').map(Number);
  const differing = OLDEST_SQLITE.findIndex((oldest, index) => parts[index] !== oldest);
  if (differing !== -1 && (parts[differing] ?? 0) < (OLDEST_SQLITE[differing] ?? 0)) {
    throw new StoreError('STORE_SQLITE_TOO_OLD', file, version);
  }
}

/** Settings that keep a commit through a power cut and distrust a file that somebody else may have touched. */
function secure(db: Database, file: string, readonly: boolean): void {
  db.pragma('trusted_schema = OFF');
  db.pragma('cell_size_check = ON');
  db.pragma('foreign_keys = ON');
  // Without it, `insert or replace` would delete rows past the append-only triggers.
  db.pragma('recursive_triggers = ON');
  db.pragma(`busy_timeout = ${BUSY_MILLISECONDS}`);
  if (readonly) return;
  const mode = db.pragma('journal_mode = WAL', { simple: true });
  if (mode !== 'wal') throw new StoreError('STORE_NO_WAL', file, String(mode));
  // The library's default in WAL mode is NORMAL, which loses commits at a power cut.
  db.pragma('synchronous = FULL');
  invariant(db.pragma('synchronous', { simple: true }) === 2, 'synchronous is not FULL');
  invariant(db.pragma('foreign_keys', { simple: true }) === 1, 'foreign keys are not enforced');
}

const COMMITS = /^\s*(commit|vacuum)\b/i;
const WRITES = /^\s*(insert|update|delete)\b/i;

/** Where somebody hears the durable steps, each statement that is about to make something last is told before it runs. */
function connectTo(file: string, options: Sqlite.Options): Database {
  if (!isHeard()) return new Sqlite(file, { ...options, timeout: BUSY_MILLISECONDS });
  const verbose = (sql: unknown): void => {
    const text = String(sql);
    const [, verb] = COMMITS.exec(text) ?? (db.inTransaction ? [] : (WRITES.exec(text) ?? []));
    if (verb !== undefined) durable(`sql ${verb.toLowerCase()}`);
  };
  const db = new Sqlite(file, { ...options, timeout: BUSY_MILLISECONDS, verbose });
  return db;
}

/** Opens a file that exists and is ours; a foreign file, and one that `refuse` throws for, is left as it is to the byte. */
export function connect(file: string, readonly: boolean, refuse: (db: Database) => void = () => {}): Database {
  const db = connectTo(file, { readonly, fileMustExist: true });
  try {
    assertSqliteVersion(db, file);
    const id = db.pragma('application_id', { simple: true });
    if (id !== APPLICATION_ID) throw new StoreError('STORE_FOREIGN', file, String(id));
    refuse(db);
    secure(db, file, readonly);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Makes a new file of ours. The caller sees to it that none is there. */
export function connectNew(file: string): Database {
  const db = connectTo(file, {});
  try {
    assertSqliteVersion(db, file);
    db.pragma(`application_id = ${APPLICATION_ID}`);
    secure(db, file, false);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}
