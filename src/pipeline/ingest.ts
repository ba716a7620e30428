import { lstat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { checkSubmission, type SubmissionReading } from '../check/submission/check.js';
import type { Finding } from '../domain/finding.js';
import type { SubmissionRecord } from '../domain/month.js';
import { readTables } from '../read/read.js';
import {
  type Archived,
  archiveOriginal,
  OriginalChanging,
  OriginalTooBig,
  quarantine,
  readOriginal,
  removeInboxCopy,
} from './archive.js';
import type { Context } from './context.js';
import { noPlan } from './errors.js';
import { type InboxFile, listInbox, spellOut } from './inbox.js';
import { sampleReceipts } from './sample.js';
import { submissionContext } from './submission-context.js';
import type { IngestAnswer, LeftReason } from './types.js';

/** How an ingest is asked for. `files` = these instead of the inbox; they are read where they lie and not removed. */
export interface IngestOptions {
  files?: string[];
  dryRun: boolean;
  onProgress?: (done: number, total: number, file: string) => void;
}

/** A file with the instant at which it was received. */
interface Arrival extends InboxFile {
  receivedAt: Date;
  /** False for files named on the command line: they stay where they are. */
  fromInbox: boolean;
}

/**
 * Takes the inbox once. Each file goes its own way, in the order of receipt: archive (fsync, rename) → journal → read from the
 * archive → facts, findings and state in one transaction → only then the inbox copy is removed. What a crash left half done is
 * taken up by the next round: the journal names it, and content counts once for a department.
 */
export async function ingest(context: Context, options: IngestOptions): Promise<IngestAnswer> {
  if (context.store().plans.versions().length === 0) throw noPlan();
  const answer: IngestAnswer = { files: [], ignored: [] };
  if (!options.dryRun) await recover(context, answer);
  const { files, ignored } = await arrivals(context, options);
  answer.ignored.push(...ignored);
  for (const [index, file] of files.entries()) {
    options.onProgress?.(index, files.length, file.shown);
    const record = options.dryRun ? await tryOut(context, file) : await takeIn(context, file, answer);
    if (record) answer.files.push(record);
  }
  if (files.length > 0) options.onProgress?.(files.length, files.length, '');
  return answer;
}

async function arrivals(
  context: Context,
  options: IngestOptions,
): Promise<{ files: Arrival[]; ignored: IngestAnswer['ignored'] }> {
  if (options.files) {
    const files = await Promise.all(options.files.map((path) => namedFile(context, path)));
    return { files, ignored: [] };
  }
  const { files, ignored } = await listInbox(context.workspace.inbox);
  const receipts = await sampleReceipts(context);
  const received = files.map((file) => ({
    ...file,
    receivedAt: receipts.get(file.shown) ?? context.world.now(),
    fromInbox: true,
  }));
  return { files: received.sort((a, b) => a.receivedAt.getTime() - b.receivedAt.getTime()), ignored };
}

async function namedFile(context: Context, path: string): Promise<Arrival> {
  await lstat(path);
  const name = basename(path);
  const department = departmentFolder(path, context.workspace.inbox);
  return {
    path,
    shown: spellOut(department === null ? name : join(department, name)),
    name,
    nameBytes: Buffer.from(name),
    department,
    receivedAt: context.world.now(),
    fromInbox: department !== null,
  };
}

/** A file that lies in a department's folder of the inbox speaks for that department. */
export function departmentFolder(path: string, inbox: string): string | null {
  const folder = dirname(resolve(path));
  return dirname(folder) === inbox ? basename(folder) : null;
}

async function takeIn(context: Context, file: Arrival, answer: IngestAnswer): Promise<SubmissionRecord | null> {
  const archived = await archive(context, file, answer);
  if (!archived) return null;
  const { submissions } = context.store();
  const receivedAt = file.receivedAt.toISOString();
  const { id } = submissions.register({
    sha256: archived.sha256,
    department: file.department,
    fileName: file.nameBytes,
    file: file.shown,
    size: archived.bytes,
    receivedAt,
  });
  const record = await settle(context, id);
  if (file.fromInbox) await removeInboxCopy(file, archived);
  return record;
}

async function archive(context: Context, file: Arrival, answer: IngestAnswer): Promise<Archived | null> {
  try {
    return await archiveOriginal(context.workspace, file, context.config.limits.fileMegabytes * 1_000_000);
  } catch (error) {
    const reason = reasonToLeave(error);
    if (reason === null) throw error;
    answer.ignored.push({ file: file.shown, reason });
    return null;
  }
}

/** One file that cannot be taken stays where it is and is told; the next file goes on. Null = the world itself fails. */
function reasonToLeave(error: unknown): LeftReason | null {
  if (error instanceof OriginalTooBig) return 'too_big';
  if (error instanceof OriginalChanging) return 'still_being_written';
  const reasons: Record<string, LeftReason> = {
    ENOENT: 'gone',
    EACCES: 'not_readable',
    EPERM: 'not_readable',
    ELOOP: 'not_a_regular_file',
    ENXIO: 'not_a_regular_file',
    EISDIR: 'not_a_regular_file',
  };
  return reasons[(error as NodeJS.ErrnoException).code ?? ''] ?? null;
}

/** Reads a journalled original from the archive and commits what it says; the end of every submission. */
async function settle(context: Context, id: number): Promise<SubmissionRecord> {
  const { submissions } = context.store();
  const submission = submissions.get(id);
  const recordedAt = context.recordedAt(submission.receivedAt);
  const head = { id, file: submission.file, sha256: submission.sha256, receivedAt: submission.receivedAt };
  const counted = submissions
    .ofContent(submission.sha256)
    .find((other) => other.state === 'committed' && other.department === submission.department);
  if (counted) {
    submissions.settle(id, { state: 'duplicate', period: counted.period, duplicateOf: counted.id, recordedAt });
    return { ...head, department: counted.department, period: counted.period, ...DUPLICATE };
  }
  const attempts = submissions.attempt(id);
  if (attempts > MOST_ATTEMPTS) {
    await quarantine(context.workspace, submission.sha256, context.archivePath(submission.sha256));
    const finding: Finding = {
      code: 'INBOX_QUARANTINED',
      place: { file: submission.file },
      params: { attempts: MOST_ATTEMPTS },
    };
    submissions.settle(id, { state: 'quarantined', findings: [finding], recordedAt });
    const { department } = submission;
    return {
      ...head,
      department,
      period: null,
      status: 'refused',
      acceptedRows: 0,
      refusedRows: 0,
      findings: [finding],
    };
  }
  const bytes = await readOriginal(context.archivePath(submission.sha256), submission.sha256);
  const reading = await readSubmission(context, bytes, { ...submission, receivedAt: new Date(submission.receivedAt) });
  const { department, period, status, acceptedRows, refusedRows, findings } = reading;
  if (status === 'refused' || department === null || period === null) {
    submissions.settle(id, { state: 'refused', department, period, refusedRows, findings, recordedAt });
    return { ...head, department, period, status: 'refused', acceptedRows: 0, refusedRows, findings };
  }
  const { statements } = reading;
  const accepted = { department, period, status, acceptedRows, refusedRows, statements, findings, recordedAt };
  const { duplicateOf } = submissions.commit(id, accepted);
  if (duplicateOf !== null) return { ...head, department, period, ...DUPLICATE };
  return { ...head, department, period, status, acceptedRows, refusedRows, findings };
}

/** A file that stopped the program this often is not read again: its original is set aside. */
const MOST_ATTEMPTS = 3;

const DUPLICATE = {
  status: 'duplicate',
  acceptedRows: 0,
  refusedRows: 0,
  findings: [],
} as const satisfies Partial<SubmissionRecord>;

/** Bytes → tables → statements and findings. Nothing is stored. */
export async function readSubmission(
  context: Context,
  bytes: Uint8Array,
  file: { file: string; department: string | null; receivedAt: Date },
): Promise<SubmissionReading> {
  const name = basename(file.file);
  const { tables, findings } = await readTables(bytes, name);
  const placed = (finding: Finding): Finding => ({ ...finding, place: { file: file.file, ...finding.place } });
  if (tables.length === 0) return { ...UNREADABLE, department: file.department, findings: findings.map(placed) };
  const reading = checkSubmission(tables, submissionContext(context, name, file.department, file.receivedAt));
  return { ...reading, findings: [...findings, ...reading.findings].map(placed) };
}

const UNREADABLE: Omit<SubmissionReading, 'department' | 'findings'> = {
  period: null,
  status: 'refused',
  statements: [],
  acceptedRows: 0,
  refusedRows: 0,
  understanding: [],
};

/** The same code path without a trace: the dry run of a file. */
async function tryOut(context: Context, file: Arrival): Promise<SubmissionRecord> {
  return tryFile(context, file.path, file.shown, file.department, file.receivedAt).then(({ record }) => record);
}

/** Reads and checks one file where it lies, and stores nothing. */
export async function tryFile(
  context: Context,
  path: string | Buffer,
  shown: string,
  department: string | null,
  receivedAt: Date,
): Promise<{ record: SubmissionRecord; reading: SubmissionReading }> {
  const { bytes, sha256 } = await context.readStranger(path);
  const reading = await readSubmission(context, bytes, { file: shown, department, receivedAt });
  const { status, acceptedRows, refusedRows, findings, period } = reading;
  const head = { id: 0, file: shown, sha256, receivedAt: receivedAt.toISOString(), department: reading.department };
  return { record: { ...head, period, status, acceptedRows, refusedRows, findings }, reading };
}

/** Takes up what a crash left in the journal: archived and registered, but not read to the end. */
async function recover(context: Context, answer: IngestAnswer): Promise<void> {
  for (const { id, file } of context.store().submissions.pending()) {
    context.world.log('warning', `taking up ${JSON.stringify(file)}, which an earlier run left unfinished`);
    answer.files.push(await settle(context, id));
  }
}
