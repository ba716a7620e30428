import { existsSync, statSync } from 'node:fs';
import type { Calendar } from '../domain/calendar.js';
import { backupTo } from './backup.js';
import { connect } from './connection.js';
import type { StoreContext } from './context.js';
import { createDatabase } from './create.js';
import { type FactStore, factStore } from './fact-store.js';
import { type JobStore, jobStore } from './job-store.js';
import { type JudgementStore, judgementStore } from './judgement-store.js';
import { type LedgerEntry, ledger } from './ledger.js';
import { type MailStore, mailStore } from './mail-store.js';
import { type MeasureStore, measureStore } from './measure-store.js';
import { migrate, pendingMigrations, programMigrations } from './migrate.js';
import { type PeriodStore, periodStore } from './period-store.js';
import { type PlanStore, planStore } from './plan-store.js';
import { type QuestionStore, questionStore } from './question-store.js';
import { type ReportStore, reportStore } from './report-store.js';
import { guarded, namingFaults } from './sqlite-fault.js';
import { StoreError } from './store-error.js';
import { type SubmissionStore, submissionStore } from './submission-store.js';
import { type StoreProblem, verifyStore } from './verify.js';
import { keepCalendar } from './workspace.js';

export interface OpenOptions {
  /** Only the set-up of a workspace may make a new database; everybody else needs the one that is there. */
  create: boolean;
  calendar: Calendar;
  /** The clock, as a UTC instant. */
  now: () => string;
  readonly?: boolean;
}

/** The organisation's memory. Every method is a short synchronous transaction; disk and lock faults are thrown. */
export interface Store {
  readonly plans: PlanStore;
  readonly submissions: SubmissionStore;
  readonly facts: FactStore;
  readonly measures: MeasureStore;
  readonly jobs: JobStore;
  readonly judgements: JudgementStore;
  readonly mails: MailStore;
  readonly periods: PeriodStore;
  readonly questions: QuestionStore;
  readonly reports: ReportStore;
  /** The last event of the ledger, to be printed outside so that a cut-off tail shows. */
  ledgerHead(): { seq: number; hash: string };
  /** Every event, oldest first. */
  events(): LedgerEntry[];
  /** Notes in the ledger that this database came from a backup. */
  restored(body: { from: string; sha256: string }): void;
  /** Notes in the ledger what a start found half done and brought to its end. */
  recovered(kind: string, what: string): void;
  recoveries(): { at: string; kind: string; what: string }[];
  /** When the last event was noted; null = there was none. */
  lastEventAt(): string | null;
  /** All reads inside see the same state, whatever others write meanwhile. */
  snapshot<T>(work: () => T): T;
  backupTo(path: string): void;
  /** What is not as the program left it; empty = sound. */
  verify(): StoreProblem[];
  close(): void;
}

function refuseUnusable(file: string): void {
  if (!existsSync(file)) throw new StoreError('STORE_MISSING', file);
  const status = statSync(file);
  if (!status.isFile()) throw new StoreError('STORE_NOT_A_DATABASE', file);
  if (status.size === 0) throw new StoreError('STORE_EMPTY', file);
}

/**
 * Opens the database of a workspace, applying what is pending of the schema.
 * @throws StoreError for a missing, empty, foreign, newer, edited or damaged file; it is never replaced by a new one.
 */
export function openStore(file: string, { create, calendar, now, readonly = false }: OpenOptions): Store {
  return namingFaults(file, () => {
    const migrations = programMigrations();
    if (create && !readonly && !existsSync(file)) createDatabase(file, now, migrations);
    refuseUnusable(file);
    const db = connect(file, readonly, (opened) => void pendingMigrations(opened, file, migrations));
    try {
      const [pending] = pendingMigrations(db, file, migrations);
      if (pending !== undefined && readonly) throw new StoreError('STORE_OUTDATED', file, pending.name);
      migrate(db, file, now, migrations);
      const context: StoreContext = { db, file, calendar, now, ledger: ledger(db, now) };
      keepCalendar(context, readonly);
      return storeOf(context);
    } catch (error) {
      db.close();
      throw error;
    }
  });
}

function storeOf(context: StoreContext): Store {
  const { db, file } = context;
  return {
    plans: guarded(file, planStore(context)),
    submissions: guarded(file, submissionStore(context)),
    facts: guarded(file, factStore(context)),
    measures: guarded(file, measureStore(context)),
    jobs: guarded(file, jobStore(context)),
    judgements: guarded(file, judgementStore(context)),
    mails: guarded(file, mailStore(context)),
    periods: guarded(file, periodStore(context)),
    questions: guarded(file, questionStore(context)),
    reports: guarded(file, reportStore(context)),
    ledgerHead: () => context.ledger.head(),
    recovered: (kind, what) => {
      namingFaults(file, () => db.transaction(() => context.ledger.append('recovered', { kind, what })).immediate());
    },
    restored: (body) => {
      namingFaults(file, () => db.transaction(() => context.ledger.append('restored', body)).immediate());
    },
    events: () => context.ledger.entries(),
    recoveries: () => context.ledger.bodiesOf('recovered') as { at: string; kind: string; what: string }[],
    lastEventAt: () => context.ledger.lastAt(),
    snapshot: (work) => db.transaction(work).deferred(),
    backupTo: (path) => namingFaults(path, () => backupTo(context, path)),
    verify: () => namingFaults(file, () => verifyStore(context)),
    close: () => {
      db.close();
    },
  };
}
