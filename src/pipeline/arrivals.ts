import { lstat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { SubmissionRecord } from '../domain/month.js';
import type { Context } from './context.js';
import { type InboxFile, listInbox, spellOut } from './inbox.js';
import { readLimits } from './read-limits.js';
import { sampleReceipts } from './sample.js';
import type { IngestAnswer } from './types.js';

/** A file with the instant at which it was received. */
export interface Arrival extends InboxFile {
  receivedAt: Date;
  /** Orders the files of one round: the sample's receipt, else when the file was written last (milliseconds). */
  sentAt: number;
  /** False for files named on the command line: they stay where they are. */
  fromInbox: boolean;
}

/** The files of one round in their order, and those that are not taken with the reason. */
export interface Round {
  files: Arrival[];
  tooBig: SubmissionRecord[];
  ignored: IngestAnswer['ignored'];
}

/**
 * What one round takes: files named by a person, or the settled files of the inbox. A later file counts later, so the order is
 * that of sending (receipt, else modification), then of the name; a department that floods the inbox shares the round in turns.
 */
export async function arrivals(context: Context, named?: string[], unattended = false): Promise<Round> {
  const limit = readLimits(context.config).fileBytes;
  const round: Round = named ? await namedFiles(context, named) : await inboxFiles(context, unattended);
  const fits = (file: Arrival) => file.size <= limit;
  round.tooBig = round.files.filter((file) => !fits(file)).map((file) => tooBig(file, limit));
  round.files = round.files
    .filter(fits)
    .sort((a, b) => a.sentAt - b.sentAt || Buffer.compare(a.nameBytes, b.nameBytes));
  if (!named) round.files = inTurns(round.files, context.config.limits.filesPerDepartment);
  return round;
}

async function namedFiles(context: Context, paths: string[]): Promise<Round> {
  return { files: await Promise.all(paths.map((path) => namedFile(context, path))), tooBig: [], ignored: [] };
}

async function namedFile(context: Context, path: string): Promise<Arrival> {
  const { size, mtimeMs } = await lstat(path);
  const name = basename(path);
  const department = departmentFolder(path, context.workspace.inbox);
  return {
    path,
    shown: spellOut(department === null ? name : join(department, name)),
    name,
    nameBytes: Buffer.from(name),
    department,
    size,
    modified: mtimeMs,
    receivedAt: context.world.now(),
    sentAt: mtimeMs,
    fromInbox: department !== null,
  };
}

/** A file that lies in a department's folder of the inbox speaks for that department. */
export function departmentFolder(path: string, inbox: string): string | null {
  const folder = dirname(resolve(path));
  return dirname(folder) === inbox ? basename(folder) : null;
}

async function inboxFiles(context: Context, unattended: boolean): Promise<Round> {
  const { files, ignored } = await listInbox(context.workspace.inbox);
  const receipts = await sampleReceipts(context);
  const settled = await settledFiles(context, files, unattended);
  const written = files.filter((file) => !settled.has(file));
  return {
    files: [...settled].map((file) => {
      const receipt = receipts.get(file.shown);
      const receivedAt = receipt ?? context.world.now();
      return { ...file, receivedAt, sentAt: receipt?.getTime() ?? file.modified, fromInbox: true };
    }),
    tooBig: [],
    ignored: [...ignored, ...written.map(({ shown }) => ({ file: shown, reason: 'still_being_written' as const }))],
  };
}

/** A person who takes the inbox in by hand waits only this long to see whether somebody is writing. */
const QUICK_LOOK_MILLISECONDS = 250;

/**
 * A file is settled when nobody has written to it for the settle time. The scheduler leaves a younger one for its next
 * round; a person who takes the inbox by hand has put the files there, so a second look after a moment is enough. A file
 * that claims to be written in the future comes from a clock that runs ahead: its age says nothing, and it is looked at twice.
 */
async function settledFiles(
  context: Context,
  files: readonly InboxFile[],
  unattended: boolean,
): Promise<Set<InboxFile>> {
  const pause = context.config.limits.settleSeconds * 1000;
  const now = context.world.now().getTime();
  if (pause === 0) return new Set(files);
  const settled = new Set(files.filter(({ modified }) => modified <= now - pause));
  const again = files.filter((file) => !settled.has(file) && (!unattended || file.modified > now + pause));
  if (again.length > 0) await setTimeout(unattended ? pause : QUICK_LOOK_MILLISECONDS);
  for (const file of again) {
    const later = await lstat(file.path).catch(() => null);
    if (later?.size === file.size && later.mtimeMs === file.modified) settled.add(file);
  }
  return settled;
}

/**
 * One department's flood does not hold up the others: each has its limit of files in a turn, then the next turn begins. Whose
 * a file outside the departments' folders is, only its content says; while there is one, the order of sending alone can keep
 * every correction behind what it corrects.
 */
function inTurns(files: Arrival[], limit: number): Arrival[] {
  if (files.some(({ department }) => department === null)) return files;
  const counts = new Map<string | null, number>();
  const turns: Arrival[][] = [];
  for (const file of files) {
    const count = counts.get(file.department) ?? 0;
    counts.set(file.department, count + 1);
    const turn = Math.floor(count / limit);
    turns[turn] ??= [];
    turns[turn].push(file);
  }
  return turns.flat();
}

const MB = 1024 * 1024;

/** Neither read nor stored; it stays where it is, and is told every time. */
function tooBig({ shown, department, size, receivedAt }: Arrival, limit: number): SubmissionRecord {
  const params = { megabytes: Math.ceil(size / MB), limit: Math.floor(limit / MB) };
  return {
    ...{ id: 0, file: shown, department, period: null, sha256: '', receivedAt: receivedAt.toISOString() },
    ...{ status: 'refused', acceptedRows: 0, refusedRows: 0 },
    findings: [{ code: 'INBOX_TOO_BIG', place: { file: shown }, params }],
  };
}
