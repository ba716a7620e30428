import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { durable } from '../domain/durable.js';
import { connectNew } from './connection.js';
import { type Migration, migrate } from './migrate.js';
import { StoreError } from './store-error.js';

/** A journal without its database would be replayed into the new file and spoil it. */
function refuseLeftoverJournal(file: string): void {
  for (const journal of [`${file}-wal`, `${file}-journal`]) {
    if (existsSync(journal) && statSync(journal).size > 0) throw new StoreError('STORE_LEFTOVER', file, journal);
  }
}

/** A link never replaces a file, a rename would; the rename serves file systems without links. */
function publish(draft: string, file: string): void {
  try {
    linkSync(draft, file);
  } catch {
    if (!existsSync(file)) renameSync(draft, file);
  }
}

/**
 * Makes the database under another name and links it into place when it is whole: after a crash there is either
 * a complete database or none. When two processes create at once, the second keeps the first one's file.
 */
export function createDatabase(file: string, now: () => string, migrations: Migration[]): void {
  refuseLeftoverJournal(file);
  mkdirSync(dirname(file), { recursive: true });
  const folder = mkdtempSync(join(dirname(file), '.payesh-new-'));
  try {
    const draft = join(folder, 'new.db');
    const db = connectNew(draft);
    try {
      migrate(db, file, now, migrations);
    } finally {
      db.close();
    }
    durable('database made');
    publish(draft, file);
    durable('database named');
    forceFolder(dirname(file));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Makes a new name in a folder survive a power cut, where the system lets a folder be synced. */
export function forceFolder(path: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
    durable('folder forced');
  } finally {
    closeSync(folder);
  }
}
