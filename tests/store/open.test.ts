import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, it } from 'vitest';
import { JALALI } from '../../src/domain/calendar.js';
import { openStore } from '../../src/store/open.js';
import { StoreError } from '../../src/store/store-error.js';
import { folder, NOW, open } from './temporary.js';

function faultOf(file: string, options: { create?: boolean; readonly?: boolean } = {}): StoreError {
  try {
    openStore(file, { create: options.create ?? false, calendar: JALALI, now: () => NOW, ...options }).close();
  } catch (error) {
    if (error instanceof StoreError) return error;
    throw error;
  }
  throw new Error('opened without a fault');
}

/** A good database, changed by somebody with SQL. */
function changed(sql: string): string {
  const file = join(folder(), 'payesh.db');
  open(file).close();
  const db = new Sqlite(file);
  db.exec(sql);
  db.close();
  return file;
}

it('makes a new database only when asked, and leaves nothing else behind', () => {
  const directory = folder();
  const file = join(directory, 'data', 'payesh.db');
  expect(faultOf(file).code).toBe('STORE_MISSING');
  expect(existsSync(join(directory, 'data'))).toBe(false);
  open(file).close();
  expect(readdirSync(join(directory, 'data'))).toEqual(['payesh.db']);
});

it.each([
  ['STORE_EMPTY', ''],
  ['STORE_NOT_A_DATABASE', 'project,physical_percent\nP1,50\n'.repeat(100)],
])('refuses a file that is no database as %s, even where a new one may be made', (code, content) => {
  const file = join(folder(), 'payesh.db');
  writeFileSync(file, content);
  expect(faultOf(file, { create: true }).code).toBe(code);
});

it('does not put a new database beside the journal of a lost one', () => {
  const file = join(folder(), 'payesh.db');
  writeFileSync(`${file}-wal`, 'pages of the lost database');
  expect(faultOf(file, { create: true }).code).toBe('STORE_LEFTOVER');
});

it("leaves another program's database as it is", () => {
  const file = join(folder(), 'other.db');
  const other = new Sqlite(file);
  other.exec('create table theirs (a); pragma application_id = 7');
  other.close();
  const fault = faultOf(file, { create: true });
  expect([fault.code, fault.detail]).toEqual(['STORE_FOREIGN', '7']);
  const after = new Sqlite(file, { readonly: true });
  expect(after.prepare('select name from sqlite_schema').pluck().all()).toEqual(['theirs']);
  after.close();
});

it.each([
  ['STORE_NEWER', "insert into schema_migration values (99, '0099-later.sql', 'x', '')", '0099-later.sql'],
  ['STORE_MIGRATION_EDITED', "update schema_migration set sha256 = 'x' where id = 2", '0002-plan.sql'],
  ['STORE_MIGRATION_MISSING', 'delete from schema_migration where id = 2', '0002-plan.sql'],
])('stops at a migration that does not fit: %s', (code, sql, detail) => {
  const fault = faultOf(changed(sql));
  expect([fault.code, fault.detail]).toEqual([code, detail]);
});

it('applies only what is missing, and not at all when opened for reading', () => {
  const file = changed(`delete from schema_migration where id >= 5; alter table submission drop column inbox_copy;
    drop table job_run; drop table period_event; drop table report_file;
    drop table mail_attachment; drop table mail_event; drop table mail; drop table appeal_decision; drop table appeal; drop table decision;
    drop table question_event; drop table question;
    drop table feedback; drop table feedback_item; drop table feedback_contribution; drop table feedback_pace;
    drop table feedback_cycle; drop table feedback_shift; drop table crosswalk;
    drop table score_component; drop table scorecard; drop table indicator_rollup; drop table indicator_figure;
    drop table critical; drop table work_forecast; drop table earned_value; drop table forecast`);
  expect(faultOf(file, { readonly: true }).code).toBe('STORE_OUTDATED');
  const store = open(file);
  expect(store.jobs.claim('month', '1399-06')).toBe(true);
});

it('names file and remedy in both languages', () => {
  const file = join(folder(), '$& payesh.db');
  const { text, message } = faultOf(file);
  expect(text.fa).toContain(file);
  expect(text.en).toContain(file);
  expect(message).toBe(`${text.en} ${text.remedyEn}`);
  expect(text.remedyFa).not.toBe('');
});

it('keeps every commit through a power cut: WAL, FULL, foreign keys', () => {
  const file = join(folder(), 'payesh.db');
  const store = open(file);
  expect(existsSync(`${file}-wal`)).toBe(true);
  store.close();
  const db = new Sqlite(file, { readonly: true });
  expect(db.pragma('journal_mode', { simple: true })).toBe('wal');
  db.close();
});

it('refuses another calendar once months were counted with the first', () => {
  const file = join(folder(), 'payesh.db');
  const gregorian = { kind: 'gregorian', yearStartMonth: 4 } as const;
  open(file).close();
  const store = open(file, gregorian);
  store.submissions.register({
    ...{ sha256: 'a'.repeat(64), department: null, file: 'a', size: 0, receivedAt: NOW },
    fileName: Buffer.from('a'),
  });
  store.close();
  const fault = faultOf(file);
  expect([fault.code, fault.detail, fault.exitCode]).toEqual(['STORE_CALENDAR', 'gregorian, 4', 2]);
});

it('refuses a folder in place of the database', () => {
  const file = join(folder(), 'payesh.db');
  mkdirSync(file);
  expect(faultOf(file, { create: true }).code).toBe('STORE_NOT_A_DATABASE');
});
