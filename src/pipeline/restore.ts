import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { type FileHandle, open, readdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { durable } from '../domain/durable.js';
import type { LedgerEntry } from '../store/ledger.js';
import { takeServiceLock } from '../store/lock.js';
import { openStore } from '../store/open.js';
import { replaceDatabase } from '../store/replace.js';
import { StoreError } from '../store/store-error.js';
import { hashOf, makeFolder } from './archive.js';
import { backupName } from './backups.js';
import type { Context } from './context.js';
import { serviceRuns } from './errors.js';
import { openSafely } from './inbox.js';
import { refuseUnusable } from './named-files.js';
import { isWord } from './rebuild-words.js';
import type { RestoreAnswer } from './types.js';

/**
 * Puts a backup in the place of the database. A copy of the backup is opened and checked whole (pages, references, chain of
 * events, every committed fact) before anything is touched; the database that stood there is kept beside the backups.
 * @throws StoreError for a file that is empty, foreign, newer or damaged; PayeshError while the service runs.
 */
export async function restore(context: Context, file: string): Promise<RestoreAnswer> {
  const { workspace, world } = context;
  const path = resolve(file);
  await refuseUnusable([path]);
  await makeFolder(workspace.backup);
  const lock = takeServiceLock(workspace.lock);
  if (lock === null) throw serviceRuns();
  const draft = join(workspace.backup, `.restore-${randomUUID()}.db`);
  try {
    await copyForced(path, draft);
    checkWhole(context, path, draft);
    const sha256 = await hashOf(path);
    const aside = freeName(join(workspace.backup, backupName(world.now()).replace(/^payesh/, 'replaced')));
    context.close();
    replaceDatabase(workspace.database, draft, aside);
    context.store().restored({ from: path, sha256 });
    return await told(context, existsSync(aside) ? aside : null);
  } finally {
    for (const end of ['', '-wal', '-shm']) await rm(`${draft}${end}`, { force: true });
    lock.release();
  }
}

/** A restore that died or ended within the same second kept a database under the first name; nothing is written over it. */
function freeName(path: string): string {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? path : path.replace(/\.db$/, `-${number}.db`);
    if (!existsSync(name) && !existsSync(`${name}-wal`)) return name;
  }
}

async function copyForced(from: string, to: string): Promise<void> {
  const source = await openSafely(from);
  let target: FileHandle | null = null;
  try {
    target = await open(to, 'wx', 0o600);
    for await (const chunk of source.createReadStream({ autoClose: false })) await target.writeFile(chunk as Buffer);
    await target.sync();
    durable('backup copied for restoring');
  } finally {
    await target?.close();
    await source.close();
  }
}

/** Faults are told of the file that the person named, not of our copy of it. An older schema is brought up to date. */
function checkWhole({ calendar, world }: Context, named: string, draft: string): void {
  try {
    const store = openStore(draft, { create: false, calendar, now: () => world.now().toISOString() });
    try {
      const [problem] = store.verify();
      if (problem !== undefined) throw new StoreError('STORE_DAMAGED', named, problem.en);
    } finally {
      store.close();
    }
  } catch (error) {
    if (error instanceof StoreError) throw new StoreError(error.code, named, error.detail, { cause: error });
    throw error;
  }
}

async function told(context: Context, aside: string | null): Promise<RestoreAnswer> {
  const { submissions, facts } = context.store();
  const records = submissions.records();
  const known = new Set([...records, ...submissions.pending()].map(({ sha256 }) => sha256));
  const originals = (await readdir(context.workspace.archive, { recursive: true }).catch(() => []))
    .map((path) => path.slice(path.lastIndexOf('/') + 1))
    .filter((name) => /^[0-9a-f]{64}$/.test(name));
  return {
    database: context.workspace.database,
    aside,
    files: records.length,
    latestPeriod: facts.latestPeriod(),
    unknownOriginals: originals.filter((name) => !known.has(name)).length,
    unknownWords: aside === null ? null : unknownWords(context, aside),
  };
}

/** What people entered that only the database before knows, or null where it cannot be opened. A rebuilt one has a chain of its own. */
function unknownWords({ calendar, world, store }: Context, aside: string): number | null {
  const said = ({ at, event, body }: LedgerEntry) => JSON.stringify([at, event, body]);
  const known = new Set(store().events().map(said));
  try {
    const before = openStore(aside, { create: false, calendar, now: () => world.now().toISOString(), readonly: true });
    try {
      return before.events().filter((entry) => isWord(entry) && !known.has(said(entry))).length;
    } finally {
      before.close();
    }
  } catch (error) {
    if (error instanceof StoreError) return null;
    throw error;
  }
}
