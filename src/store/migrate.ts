import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import { invariant } from '../domain/invariant.js';
import { StoreError } from './store-error.js';

/** One numbered step of the schema, `0003-submission.sql`. */
export interface Migration {
  id: number;
  name: string;
  sql: string;
  sha256: string;
}

const FILE_NAME = /^(\d{4})-[a-z0-9-]+\.sql$/;
const FOLDER = new URL('./migrations/', import.meta.url);

/** The program's own migrations in order. Line ends are normalised first: a checkout on Windows is not an edit. */
export function programMigrations(folder: URL = FOLDER): Migration[] {
  const names = readdirSync(folder).filter((name) => FILE_NAME.test(name));
  const migrations = names.sort().map((name) => {
    const sql = readFileSync(new URL(name, folder), 'utf8').replaceAll('\r\n', '\n');
    return { id: Number(name.slice(0, 4)), name, sql, sha256: createHash('sha256').update(sql).digest('hex') };
  });
  for (const [index, { id, name }] of migrations.entries()) {
    invariant(id === index + 1, `migrations must be numbered without a gap: ${name}`);
  }
  invariant(migrations.length > 0, 'the program came without its migrations');
  return migrations;
}

interface Applied {
  id: number;
  name: string;
  sha256: string;
}

function applied(db: Database): Applied[] {
  const known = db.prepare("select 1 from sqlite_schema where type = 'table' and name = 'schema_migration'").get();
  if (known === undefined) return [];
  return db.prepare<[], Applied>('select id, name, sha256 from schema_migration order by id').all();
}

/**
 * Compares what the file records with what the program holds and returns the migrations still to apply.
 * @throws StoreError for a newer, edited or missing migration.
 */
export function pendingMigrations(db: Database, file: string, migrations: Migration[]): Migration[] {
  const done = applied(db);
  for (const [index, record] of done.entries()) {
    const own = migrations[index];
    if (record.id > migrations.length) throw new StoreError('STORE_NEWER', file, record.name);
    if (own === undefined || record.id !== own.id) throw new StoreError('STORE_MIGRATION_MISSING', file, own?.name);
    if (record.sha256 !== own.sha256) throw new StoreError('STORE_MIGRATION_EDITED', file, record.name);
  }
  return migrations.slice(done.length);
}

/** Applies what is pending, each step with its record in one immediate transaction: a crash leaves whole steps. */
export function migrate(db: Database, file: string, now: () => string, migrations: Migration[]): void {
  if (pendingMigrations(db, file, migrations).length === 0) return;
  const step = db.transaction(() => {
    db.exec(
      'create table if not exists schema_migration (id integer primary key, name text not null, sha256 text not null, applied_at text not null) strict',
    );
    // Asked again inside the lock: another process may have migrated in the meantime.
    const [next] = pendingMigrations(db, file, migrations);
    if (next === undefined) return false;
    db.exec(next.sql);
    db.prepare('insert into schema_migration (id, name, sha256, applied_at) values (?, ?, ?, ?)').run(
      next.id,
      next.name,
      next.sha256,
      now(),
    );
    invariant((db.pragma('foreign_key_check') as unknown[]).length === 0, `migration ${next.name} broke a reference`);
    return true;
  });
  // Foreign keys cannot be switched inside a transaction, and a rebuilt table would break them for a moment.
  db.pragma('foreign_keys = OFF');
  try {
    while (step.immediate());
  } finally {
    db.pragma('foreign_keys = ON');
  }
}
