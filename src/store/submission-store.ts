import type { AnswerGiven } from '../domain/answer.js';
import type { Period } from '../domain/calendar.js';
import type { Statement } from '../domain/fact.js';
import type { Finding } from '../domain/finding.js';
import { invariant } from '../domain/invariant.js';
import type { SubmissionRecord } from '../domain/month.js';
import { isQuestion } from '../domain/question.js';
import { fiscal, type StoreContext } from './context.js';
import { factRows } from './fact-rows.js';
import { findingRows } from './finding-rows.js';
import { questionStore } from './question-store.js';
import { SUBMISSION_COLUMNS, type Submission, type SubmissionRow, submissionOf } from './submission-rows.js';
import { asOfBound, instant } from './values.js';

/** A file that lies in the archive and waits to be read. `fileName` holds the bytes of its name, `file` what people see. */
export interface Arrival {
  sha256: string;
  department: string | null;
  fileName: Uint8Array;
  file: string;
  size: number;
  receivedAt: string;
  /** Identity of the inbox copy; the same copy found again after its end is not a new submission. */
  inboxCopy?: string;
}

/** What reading a file came to, good rows and findings alike. */
export interface Accepted {
  department: string;
  period: Period;
  status: 'accepted' | 'partly';
  acceptedRows: number;
  refusedRows: number;
  statements: readonly Statement[];
  findings: readonly Finding[];
  /** What the sheet answers to questions that were asked before. */
  answers?: readonly AnswerGiven[];
  recordedAt: string;
  /** What to say where the content turns out to be counted already; asked inside the transaction. */
  ifDuplicate?: (counted: Submission) => readonly Finding[];
}

/** The end of a file from which nothing counts. */
export interface Settled {
  state: 'refused' | 'duplicate' | 'quarantined';
  department?: string | null;
  period?: Period | null;
  refusedRows?: number;
  findings?: readonly Finding[];
  /** Answers count even where no figure does; they need a department. */
  answers?: readonly AnswerGiven[];
  recordedAt: string;
  /** Of a duplicate: the submission that counts. */
  duplicateOf?: number;
}

const SETTLE = `update submission set state = @state, status = @status, department = @department, period = @period,
    year = @year, month = @month, accepted_rows = @acceptedRows, refused_rows = @refusedRows,
    recorded_at = @recordedAt, duplicate_of = @duplicateOf
  where id = @id and state = 'stored'`;

/** The journal of files: each waits as `stored` until its facts, findings and state are committed together. */
export function submissionStore(context: StoreContext) {
  const { db, calendar, ledger } = context;
  const questions = questionStore(context);
  const findings = findingRows(db);
  const facts = factRows(db, calendar);
  const select = `select ${SUBMISSION_COLUMNS} from submission`;
  const byId = db.prepare<[number], SubmissionRow>(`${select} where id = ?`);
  const waiting = db.prepare<[], SubmissionRow>(`${select} where state = 'stored' order by id`);
  const waitingTwin = db.prepare<[string, string], SubmissionRow>(
    `${select} where state = 'stored' and sha256 = ? and ifnull(department, '') = ?`,
  );
  const settledCopy = db.prepare<[string, string, string], SubmissionRow>(
    `${select} where state <> 'stored' and sha256 = ? and ifnull(department, '') = ? and inbox_copy = ? limit 1`,
  );
  const counted = db.prepare<[string, string], SubmissionRow>(
    `${select} where state = 'committed' and sha256 = ? and department = ?`,
  );
  const byContent = db.prepare<[string], SubmissionRow>(`${select} where sha256 = ? order by id`);
  const ofContent = db.prepare<[string, string | null], SubmissionRow>(
    `${select} where sha256 = ? and department is ? and state <> 'duplicate'
     order by case state when 'committed' then 0 when 'stored' then 1 else 2 end, id desc limit 1`,
  );
  const settled = db.prepare<[{ year: number | null; month: number | null; asOf: string }], SubmissionRow>(
    `${select} where recorded_at <= @asOf and (@year is null or (year = @year and month = @month))
     order by recorded_at, id`,
  );
  const setAside = db.prepare<[], SubmissionRow>(`${select} where state = 'quarantined' order by id`);
  const insert = db.prepare(
    `insert into submission (sha256, department, file_name, file_text, size, received_at, inbox_copy, state)
     values (@sha256, @department, @fileName, @file, @size, @receivedAt, @inboxCopy, 'stored')`,
  );
  const countAttempt = db.prepare<[number], number>(
    `update submission set attempts = attempts + 1 where id = ? and state = 'stored' returning attempts`,
  );
  const takeBack = db.prepare<[number]>(
    "update submission set attempts = attempts - 1 where id = ? and state = 'stored' and attempts > 0",
  );
  const settleRow = db.prepare(SETTLE);

  function get(id: number): Submission {
    const row = byId.get(id);
    invariant(row, `no submission ${id}`);
    return submissionOf(row);
  }

  const register = db.transaction((arrival: Arrival): Submission => {
    const twin = waitingTwin.get(arrival.sha256, arrival.department ?? '');
    if (twin !== undefined) return submissionOf(twin);
    // Another process came to the end of this very copy since the caller looked: it is not a second submission.
    const ended = settledCopy.get(arrival.sha256, arrival.department ?? '', arrival.inboxCopy ?? '');
    if (ended !== undefined) return submissionOf(ended);
    const { lastInsertRowid } = insert.run({
      ...arrival,
      inboxCopy: arrival.inboxCopy ?? null,
      fileName: Buffer.from(arrival.fileName),
      receivedAt: instant(arrival.receivedAt),
    });
    const submission = get(Number(lastInsertRowid));
    const { id, sha256, department, file } = submission;
    ledger.append('submission_stored', { submission: id, sha256, department, file });
    return submission;
  });

  const settle = db.transaction((id: number, end: Settled): boolean => {
    const { sha256, department: folder, state: before } = get(id);
    if (before !== 'stored') return false;
    const { state, recordedAt, refusedRows = 0, period = null, duplicateOf = null } = end;
    const { year, month } = period === null ? { year: null, month: null } : fiscal(calendar, period);
    const status = state === 'duplicate' ? 'duplicate' : 'refused';
    const department = end.department ?? folder;
    const counts = { acceptedRows: 0, refusedRows, duplicateOf, recordedAt: instant(recordedAt) };
    const { changes } = settleRow.run({ id, state, status, department, period, year, month, ...counts });
    invariant(changes === 1, `submission ${id} was not settled`);
    findings.insert(id, end.findings ?? []);
    const { answers = [] } = end;
    if (answers.length > 0 && department !== null) questions.hear(id, recordedAt, { department, period, answers });
    ledger.append('submission_settled', { submission: id, sha256, state, duplicateOf });
    return true;
  });

  const commit = db.transaction((id: number, accepted: Accepted): boolean => {
    const { sha256, state: before } = get(id);
    if (before !== 'stored') return false;
    const { department, period, status, acceptedRows, refusedRows } = accepted;
    const recordedAt = instant(accepted.recordedAt);
    const earlier = counted.get(sha256, department);
    if (earlier !== undefined) {
      const findings = accepted.ifDuplicate?.(submissionOf(earlier)) ?? [];
      return settle(id, { state: 'duplicate', department, period, duplicateOf: earlier.id, findings, recordedAt });
    }
    const counts = { acceptedRows, refusedRows, duplicateOf: null, recordedAt };
    const state = { id, state: 'committed', status, department, period, ...fiscal(calendar, period), ...counts };
    invariant(settleRow.run(state).changes === 1, `submission ${id} was not settled`);
    const written = facts.append(id, recordedAt, accepted.statements);
    findings.insert(id, accepted.findings);
    const { statements, answers = [] } = accepted;
    const asked = accepted.findings.filter(isQuestion);
    questions.follow(id, recordedAt, { department, period, statements, asked, answers });
    ledger.append('submission_committed', { submission: id, sha256, department, period, ...written });
    return true;
  });

  function recordOf(row: SubmissionRow): SubmissionRecord {
    const { id, file, department, period, sha256, receivedAt, status, acceptedRows, refusedRows } = row;
    invariant(status !== null, `submission ${id} has an end without a status`);
    return {
      ...{ id, file, department, period, sha256, receivedAt, status, acceptedRows, refusedRows },
      findings: findings.of(id),
    };
  }

  return {
    /**
     * Journals an archived file as waiting. The same content of the same department that still waits is given back, and
     * so is the end of this very inbox copy.
     */
    register: (arrival: Arrival): Submission => register.immediate(arrival),

    /**
     * Counts an attempt to read, in its own commit, so that a file that kills the reader is noticed; gives how many there
     * were. Null = it no longer waits: another process took it to its end.
     */
    attempt: (id: number): number | null => countAttempt.pluck().get(id) ?? null,

    /** Takes an attempt back that failed for the world's fault: a full disk says nothing about the file. */
    takeBackAttempt(id: number): void {
      takeBack.run(id);
    },

    /**
     * Facts, findings and state in one transaction: after a crash all of them are there or none. Content that this
     * department had counted before becomes a duplicate instead. False = it no longer waited and nothing was changed:
     * what another process decided stands.
     */
    commit: (id: number, accepted: Accepted): boolean => commit.immediate(id, accepted),

    /** Ends a submission from which nothing counts. False = it no longer waited and nothing was changed. */
    settle: (id: number, end: Settled): boolean => settle.immediate(id, end),

    /** A file with its end and findings. The caller knows that it has an end. */
    record(id: number): SubmissionRecord {
      const row = byId.get(id);
      invariant(row, `no submission ${id}`);
      return recordOf(row);
    },

    get,

    /** What became of this content from this department: counted, else waiting, else the latest refusal; null = new. */
    find(sha256: string, department: string | null): Submission | null {
      const row = ofContent.get(sha256, department);
      return row === undefined ? null : submissionOf(row);
    },

    /** Every submission of this content, whoever sent it, oldest first. */
    ofContent: (sha256: string): Submission[] => byContent.all(sha256).map(submissionOf),

    /** Files that were journalled but not read to the end: what a restart takes up first. */
    pending: (): Submission[] => waiting.all().map(submissionOf),

    /** Files that stopped the program too often. */
    quarantined: (): Submission[] => setAside.all().map(submissionOf),

    /** Files with their end and findings, by the time of the decision. Without `period` those of every period. */
    records({ period, asOf }: { period?: Period; asOf?: string | null } = {}): SubmissionRecord[] {
      const month = period === undefined ? { year: null, month: null } : fiscal(calendar, period);
      return settled.all({ ...month, asOf: asOfBound(asOf) }).map(recordOf);
    },
  };
}

export type SubmissionStore = ReturnType<typeof submissionStore>;
