import Sqlite from 'better-sqlite3';
import { StoreError, type StoreErrorCode } from './store-error.js';

/** Primary result codes of SQLite that speak of the world, not of our own SQL. */
const FAULTS: [prefix: string, code: StoreErrorCode][] = [
  ['SQLITE_BUSY', 'STORE_BUSY'],
  ['SQLITE_LOCKED', 'STORE_BUSY'],
  ['SQLITE_FULL', 'STORE_FULL'],
  ['SQLITE_READONLY', 'STORE_READ_ONLY'],
  ['SQLITE_NOTADB', 'STORE_NOT_A_DATABASE'],
  ['SQLITE_CORRUPT', 'STORE_DAMAGED'],
  ['SQLITE_CANTOPEN', 'STORE_CANNOT_OPEN'],
  ['SQLITE_IOERR', 'STORE_DISK'],
];

/** A fault of the disk, the lock or the file as a StoreError; any other error (our own bug) comes back as it was. */
export function asStoreError(error: unknown, file: string): unknown {
  if (!(error instanceof Sqlite.SqliteError)) return error;
  const known = FAULTS.find(([prefix]) => error.code.startsWith(prefix));
  return known ? new StoreError(known[1], file, error.code, { cause: error }) : error;
}

/** Runs `work` and throws its faults as `asStoreError` names them. */
export function namingFaults<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw asStoreError(error, file);
  }
}

/** The same functions, with every fault of the disk or the lock named. */
export function guarded<T extends object>(file: string, part: T): T {
  const named = Object.entries(part).map(([name, work]: [string, (...given: unknown[]) => unknown]) => [
    name,
    (...given: unknown[]) => namingFaults(file, () => work(...given)),
  ]);
  return Object.fromEntries(named) as T;
}
