import { basename } from 'node:path';
import { checkSubmission } from '../check/submission/check.js';
import { type OwnForm, ownForm } from '../check/submission/own-form.js';
import { isPeriod } from '../domain/calendar.js';
import type { Finding } from '../domain/finding.js';
import { invariant } from '../domain/invariant.js';
import type { SubmissionRecord } from '../domain/month.js';
import { readBytesFenced } from '../read/fence/fence.js';
import { type Archived, archiveOriginal, isSound, removeInboxCopy } from './archive.js';
import { type Arrival, arrivals } from './arrivals.js';
import type { Context } from './context.js';
import { noPlan } from './errors.js';
import { fromSource, LeftInPlace } from './left-in-place.js';
import { removeLeftovers } from './leftovers.js';
import { overtakenIn } from './overtaken.js';
import { fenceLimits } from './read-limits.js';
import { tellRecovery } from './recovery.js';
import { withdrawReminders } from './remind.js';
import { type FileReading, settle } from './settle.js';
import { submissionContext } from './submission-context.js';
import type { IngestAnswer } from './types.js';
import { writeReturns } from './write-returns.js';

export { departmentFolder } from './arrivals.js';

/** How an ingest is asked for. `files` = these instead of the inbox; they are read where they lie and not removed. */
export interface IngestOptions {
  files?: string[];
  dryRun: boolean;
  /** By the clock, with nobody there: files younger than the settle time wait for the next round. */
  unattended?: boolean;
  onProgress?: (done: number, total: number, file: string) => void;
  /** The service is about to end: what is in hand is brought to its end, the rest waits for the next round. */
  isStopping?: () => boolean;
}

/**
 * Takes the inbox once. Each file goes its own way, in the order of sending: archive (fsync, rename) → journal → read from the
 * archive → facts, findings and state in one transaction → only then the inbox copy is removed. What a crash left half done is
 * taken up first by the next round, in the order of sending, so that a correction never counts before what it corrects: the
 * journal names it, and content counts once for a department.
 */
export async function ingest(context: Context, options: IngestOptions): Promise<IngestAnswer> {
  if (context.store().plans.versions().length === 0) throw noPlan();
  const answer: IngestAnswer = { files: [], ignored: [] };
  if (!options.dryRun) {
    await removeLeftovers(context.workspace.staging, context.world.now(), () => true);
    await takeUp(context, answer, isWhole);
  }
  if (options.isStopping?.()) return answer;
  const { files, tooBig, ignored } = await arrivals(context, options.files, options.unattended);
  answer.files.push(...tooBig);
  answer.ignored.push(...ignored);
  let ended = 0;
  for (const [index, file] of files.entries()) {
    if (options.isStopping?.()) return answer;
    options.onProgress?.(index, files.length, file.shown);
    try {
      const record = options.dryRun ? await tryOut(context, file) : await takeIn(context, file);
      if (record) answer.files.push(record);
      ended += 1;
    } catch (error) {
      if (!(error instanceof LeftInPlace)) throw error;
      answer.ignored.push({ file: file.shown, reason: error.reason });
      ended += 1;
    }
  }
  // A reader that ends early, without a word, must not look like a round that is done.
  invariant(ended === files.length, `${files.length - ended} files of the inbox came to no end`);
  // What has neither a sound original nor an inbox copy that could mend it comes to its end here.
  if (!options.dryRun) await takeUp(context, answer, async () => true);
  // After everything is committed: a return that a crash prevented is written by the next round.
  if (!options.dryRun) {
    await writeReturns(context);
    if (answer.files.length > 0) withdrawReminders(context);
  }
  if (files.length > 0) options.onProgress?.(files.length, files.length, '');
  return answer;
}

async function takeIn(context: Context, file: Arrival): Promise<SubmissionRecord | null> {
  const archived = await archiveOriginal(context.workspace, file);
  if (isSettled(context, file, archived)) {
    await clear(context, file, archived);
    return null;
  }
  const { id, state } = context.store().submissions.register({
    sha256: archived.sha256,
    department: file.department,
    fileName: file.nameBytes,
    file: file.shown,
    size: archived.bytes,
    receivedAt: file.receivedAt.toISOString(),
    ...(file.fromInbox ? { inboxCopy: archived.copy } : {}),
  });
  if (state !== 'stored') {
    await clear(context, file, archived);
    return null;
  }
  const record = await settle(context, id, readSubmission);
  await clear(context, file, archived);
  return record;
}

/** The very copy (not only the content) came to its end in an earlier round that could not remove it, or died before. */
function isSettled(context: Context, { fromInbox, department }: Arrival, { sha256, copy }: Archived): boolean {
  const known = context.store().submissions.ofContent(sha256);
  const same = known.filter((other) => other.department === department && other.inboxCopy === copy);
  return fromInbox && same.some(({ state }) => state !== 'stored');
}

/** The content is safe and counted; a copy that cannot be removed is told and tried again at the next round. */
async function clear(context: Context, file: Arrival, archived: Archived): Promise<void> {
  if (!file.fromInbox) return;
  try {
    await removeInboxCopy(file, archived);
  } catch (error) {
    const { code = 'unknown fault' } = error as NodeJS.ErrnoException;
    context.world.log('warning', `${JSON.stringify(file.shown)} was taken in but cannot be removed: ${code}`);
  }
}

/** Takes up what a crash left in the journal: archived and registered, but not read to the end. */
async function takeUp(
  context: Context,
  answer: IngestAnswer,
  isReady: (context: Context, sha256: string) => Promise<boolean>,
): Promise<void> {
  for (const { id, file, sha256 } of context.store().submissions.pending()) {
    if (!(await isReady(context, sha256))) continue;
    tellRecovery(context, 'submission_taken_up', file);
    answer.files.push(await settle(context, id, readSubmission));
  }
}

/** A damaged original waits: its inbox copy may still be there and mend it. */
const isWhole = (context: Context, sha256: string): Promise<boolean> => isSound(context.archivePath(sha256), sha256);

/** Bytes → tables (in a fenced child process) → statements and findings. Nothing is stored. */
export async function readSubmission(
  context: Context,
  bytes: Uint8Array,
  file: { file: string; department: string | null; receivedAt: Date },
): Promise<FileReading> {
  const name = basename(file.file);
  const { tables, findings } = await readBytesFenced(bytes, name, fenceLimits(context.config));
  const placed = (finding: Finding): Finding => ({ ...finding, place: { file: file.file, ...finding.place } });
  if (tables.length === 0) return { ...UNREADABLE, department: file.department, findings: findings.map(placed) };
  const own = ownForm(tables);
  if (own?.unchanged) {
    const reading = unchangedForm(own, file);
    return { ...reading, findings: reading.findings.map(placed) };
  }
  const known = submissionContext(context, name, file.department, file.receivedAt);
  const reading = own
    ? checkSubmission(own.tables, { ...known, overtaken: overtakenIn(context, own) })
    : checkSubmission(tables, known);
  return { ...reading, findings: [...findings, ...reading.findings].map(placed) };
}

/** A form of ours in which nobody has changed anything says nothing new. */
function unchangedForm({ purpose, department, period }: OwnForm, file: { department: string | null }): FileReading {
  const code = purpose === 'return' ? 'INBOX_RETURN_UNCHANGED' : 'INBOX_TEMPLATE_BLANK';
  const known = period !== null && isPeriod(period) ? period : null;
  return {
    ...UNREADABLE,
    ...{ department: file.department ?? department, period: known, unchanged: true },
    findings: [{ code, place: {}, params: {} }],
  };
}

const UNREADABLE: Omit<FileReading, 'department' | 'findings'> = {
  period: null,
  status: 'refused',
  statements: [],
  acceptedRows: 0,
  refusedRows: 0,
  answers: [],
  understanding: [],
};

/** The same code path without a trace: the dry run of a file. */
async function tryOut(context: Context, file: Arrival): Promise<SubmissionRecord> {
  const { bytes, sha256 } = await fromSource(file.shown, () => context.readStranger(file.path));
  return (await tryBytes(context, bytes, sha256, file.shown, file.department, file.receivedAt)).record;
}

/** Reads and checks one file where it lies, and stores nothing. */
export async function tryFile(
  context: Context,
  path: string | Buffer,
  shown: string,
  department: string | null,
  receivedAt: Date,
): Promise<{ record: SubmissionRecord; reading: FileReading }> {
  const { bytes, sha256 } = await context.readStranger(path);
  return tryBytes(context, bytes, sha256, shown, department, receivedAt);
}

async function tryBytes(
  context: Context,
  bytes: Uint8Array,
  sha256: string,
  shown: string,
  department: string | null,
  receivedAt: Date,
): Promise<{ record: SubmissionRecord; reading: FileReading }> {
  const reading = await readSubmission(context, bytes, { file: shown, department, receivedAt });
  const { acceptedRows, refusedRows, findings, period } = reading;
  const status = reading.unchanged ? 'duplicate' : reading.status;
  const head = { id: 0, file: shown, sha256, receivedAt: receivedAt.toISOString(), department: reading.department };
  return { record: { ...head, period, status, acceptedRows, refusedRows, findings }, reading };
}
