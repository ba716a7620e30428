import type { SubmissionReading } from '../check/submission/check.js';
import { PayeshError } from '../domain/error.js';
import type { Finding } from '../domain/finding.js';
import type { SubmissionRecord } from '../domain/month.js';
import type { Submission } from '../store/submission-rows.js';
import { OriginalDamaged, quarantine, readOriginal } from './archive.js';
import type { Context } from './context.js';
import { duplicateFindings } from './duplicates.js';

/** What a file says; `unchanged` = it is a form of ours in which nobody has changed anything. */
export type FileReading = SubmissionReading & { unchanged?: true };

/** Bytes of an original → statements and findings. */
export type ReadOriginal = (
  context: Context,
  bytes: Uint8Array,
  file: { file: string; department: string | null; receivedAt: Date },
) => Promise<FileReading>;

/** A file that stopped the program this often is not read again: its original is set aside. */
const MOST_ATTEMPTS = 3;

/**
 * Reads a journalled original from the archive and commits what it says; the end of every submission. Where another
 * process came to the end first, its decision is given.
 */
export async function settle(context: Context, id: number, read: ReadOriginal): Promise<SubmissionRecord> {
  const { submissions } = context.store();
  const submission = submissions.get(id);
  if (submission.state === 'stored') await decide(context, submission, read);
  return submissions.record(id);
}

async function decide(context: Context, submission: Submission, read: ReadOriginal): Promise<void> {
  const { submissions } = context.store();
  const { id, sha256, department } = submission;
  const recordedAt = context.recordedAt(submission.receivedAt);
  const twins = submissions.ofContent(sha256).filter((other) => other.department === department);
  const counted = twins.find(({ state }) => state === 'committed');
  if (counted) {
    const findings = duplicateFindings(context, submission, counted);
    const { period } = counted;
    submissions.settle(id, { state: 'duplicate', period, duplicateOf: counted.id, findings, recordedAt });
    return;
  }
  const setAside = (): void => {
    const findings = [about(submission, 'INBOX_QUARANTINED', { attempts: MOST_ATTEMPTS })];
    submissions.settle(id, { state: 'quarantined', findings, recordedAt });
  };
  if (twins.some(({ state }) => state === 'quarantined')) return setAside();
  const attempts = submissions.attempt(id);
  if (attempts === null) return;
  if (attempts > MOST_ATTEMPTS) {
    await quarantine(context.workspace, sha256, context.archivePath(sha256));
    return setAside();
  }
  try {
    await readAndCommit(context, submission, read, recordedAt);
  } catch (error) {
    if (isWorldsFault(error)) takeBack(context, id);
    throw error;
  }
}

async function readAndCommit(
  context: Context,
  submission: Submission,
  read: ReadOriginal,
  recordedAt: string,
): Promise<void> {
  const { submissions } = context.store();
  const { id, sha256, file } = submission;
  const bytes = await original(context, sha256);
  if (bytes === null) {
    const findings = [about(submission, 'INBOX_ORIGINAL_DAMAGED', { sha256 })];
    submissions.settle(id, { state: 'refused', findings, recordedAt });
    return;
  }
  const receivedAt = new Date(submission.receivedAt);
  const reading = await read(context, bytes, { file, department: submission.department, receivedAt });
  const { department, period, status, acceptedRows, refusedRows, statements, findings, answers } = reading;
  const answered = reading.unchanged ? answeredBy(context, submission, reading) : null;
  if (answered) {
    submissions.settle(id, { state: 'duplicate', department, period, duplicateOf: answered.id, findings, recordedAt });
    return;
  }
  if (status === 'refused' || department === null || period === null) {
    submissions.settle(id, { state: 'refused', department, period, refusedRows, findings, answers, recordedAt });
    return;
  }
  const ifDuplicate = (counted: Submission) => duplicateFindings(context, submission, counted);
  const accepted = { department, period, status, acceptedRows, refusedRows, statements, findings, answers, recordedAt };
  submissions.commit(id, { ...accepted, ifDuplicate });
}

/** The latest file of the department (and month) before this one: what an unchanged form only repeats; null = there is none. */
function answeredBy(
  context: Context,
  { id }: Submission,
  { department, period }: FileReading,
): SubmissionRecord | null {
  const records = context.store().submissions.records(period === null ? {} : { period });
  const own = records.filter((one) => one.department === department && one.status !== 'duplicate' && one.id !== id);
  return own.at(-1) ?? null;
}

/** The archived bytes; null where they are missing or no longer what was received. */
async function original(context: Context, sha256: string): Promise<Uint8Array | null> {
  try {
    return await readOriginal(context.archivePath(sha256), sha256);
  } catch (error) {
    if (error instanceof OriginalDamaged) return null;
    throw error;
  }
}

function about(
  { file }: Submission,
  code: 'INBOX_QUARANTINED' | 'INBOX_ORIGINAL_DAMAGED',
  params: Finding['params'],
): Finding {
  return { code, place: { file }, params };
}

/** A full disk or a lock says nothing about the file; a bug that the file brings out does, and goes on counting. */
function isWorldsFault(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return error instanceof PayeshError || (typeof code === 'string' && /^E[A-Z0-9]+$/.test(code));
}

/** On a full disk even this may fail; the fault that came first is the one to tell. */
function takeBack(context: Context, id: number): void {
  try {
    context.store().submissions.takeBackAttempt(id);
  } catch {
    context.world.log('warning', `the attempt at submission ${id} could not be taken back`);
  }
}
