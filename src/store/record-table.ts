import type { Database } from 'better-sqlite3';
import { type Bindable, bindable } from './values.js';

/** Fields that SQLite holds in another form: booleans as 0 and 1, rials beyond 2^53 as 64-bit integers. */
type Codec = 'boolean' | 'bigint';

/** Rows of one owner (a plan version, a figure set), in order, as domain records. */
export interface RecordTable<T> {
  insert(db: Database, owner: readonly number[], records: readonly T[]): void;
  select(db: Database, owner: readonly number[]): T[];
}

/**
 * Joins a domain record to its table. `columns` must name a column for every field of the record: a field that is
 * added to the record and forgotten here does not compile. `owner` are the key columns before `position`.
 */
export function recordTable<T extends object>(
  table: string,
  owner: readonly string[],
  columns: { readonly [field in keyof T]-?: string },
  codecs: { readonly [field in keyof T]?: Codec } = {},
): RecordTable<T> {
  const fields = Object.keys(columns) as (keyof T & string)[];
  const names = [...owner, 'position', ...fields.map((field) => columns[field])];
  // A 64-bit integer is read as text: as a number it would lose digits without a word.
  const read = (field: keyof T & string) =>
    `${codecs[field] === 'bigint' ? `cast(${columns[field]} as text)` : columns[field]} as "${field}"`;
  const insertSql = `insert into ${table} (${names.join(', ')}) values (${names.map(() => '?').join(', ')})`;
  const selectSql = `select ${fields.map(read).join(', ')} from ${table}
    where ${owner.map((column) => `${column} = ?`).join(' and ')} order by position`;
  const coded = fields.filter((field) => codecs[field] !== undefined);

  function decoded(row: T): T {
    const record: Partial<Record<keyof T, unknown>> = { ...row };
    for (const field of coded) {
      const value = record[field];
      if (value !== null) record[field] = codecs[field] === 'bigint' ? BigInt(String(value)) : value === 1;
    }
    return record as T;
  }

  return {
    insert(db, key, records) {
      const statement = db.prepare<Bindable[]>(insertSql);
      for (const [position, record] of records.entries()) {
        statement.run(...key, position, ...fields.map((field) => bindable(record[field])));
      }
    },
    select(db, key) {
      const rows = db.prepare<Bindable[], T>(selectSql).all(...key);
      return coded.length === 0 ? rows : rows.map(decoded);
    },
  };
}
