import type { SubmissionRecord } from '../../src/domain/month.js';

/** The later file that stands for one with returned rows: same department and period, with at least as many rows. */
export function replacementOf(record: SubmissionRecord, all: readonly SubmissionRecord[]): SubmissionRecord | null {
  if (record.refusedRows === 0 || record.department === null) return null;
  const later = all.filter(
    (other) =>
      other.id !== record.id &&
      other.department === record.department &&
      other.period === record.period &&
      other.receivedAt > record.receivedAt &&
      (other.status === 'accepted' || other.status === 'partly') &&
      other.acceptedRows + other.refusedRows >= record.acceptedRows + record.refusedRows,
  );
  return later.at(-1) ?? null;
}

/** Returned rows that still wait to be mended: those of a file that was sent again do not. */
export function openRefusals(submissions: readonly SubmissionRecord[]): number {
  return submissions
    .filter((record) => replacementOf(record, submissions) === null)
    .reduce((sum, { refusedRows }) => sum + refusedRows, 0);
}
