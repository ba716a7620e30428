import type { Period } from '../domain/calendar.js';
import type { SubmissionRecord } from '../domain/month.js';

/** One file with its place in the journal. `status`, `recordedAt` null = still waiting to be read. */
export interface Submission {
  id: number;
  sha256: string;
  department: string | null;
  /** The bytes of the name, which need not be text, and the name as people see it. */
  fileName: Uint8Array;
  file: string;
  size: number;
  period: Period | null;
  receivedAt: string;
  recordedAt: string | null;
  state: 'stored' | 'committed' | 'refused' | 'duplicate' | 'quarantined';
  status: SubmissionRecord['status'] | null;
  acceptedRows: number;
  refusedRows: number;
  attempts: number;
  duplicateOf: number | null;
  /** Identity of the inbox copy that it came from; null = it did not come from the inbox. */
  inboxCopy: string | null;
}

export type SubmissionRow = Omit<Submission, 'fileName'> & { fileName: Buffer };

export const SUBMISSION_COLUMNS = `id, sha256, department, file_name as fileName, file_text as file, size, period,
  received_at as receivedAt, recorded_at as recordedAt, state, status, accepted_rows as acceptedRows,
  refused_rows as refusedRows, attempts, duplicate_of as duplicateOf,
  inbox_copy as inboxCopy`;

export function submissionOf(row: SubmissionRow): Submission {
  return { ...row, fileName: new Uint8Array(row.fileName) };
}
