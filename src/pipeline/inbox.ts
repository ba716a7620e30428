import { constants, type Stats } from 'node:fs';
import { type FileHandle, lstat, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fromSource, LeftInPlace, NotRegularFile } from './left-in-place.js';
import type { LeftReason } from './types.js';

/** One file that waits in the inbox. Its name is data: kept as bytes, shown with its unprintable characters spelled out. */
export interface InboxFile {
  /** As the file system gave it: a name need not be valid text. */
  path: string | Buffer;
  /** `R03/1399-06.csv`, as people see it. */
  shown: string;
  /** The name's text, from which a period may be read. */
  name: string;
  nameBytes: Buffer;
  /** From the folder; null = it lay in the inbox itself. */
  department: string | null;
  /** Bytes, and milliseconds of the last writing, as the listing saw them. */
  size: number;
  modified: number;
}

/** What the inbox holds: files to take, and what was left with the reason. */
export interface InboxListing {
  files: InboxFile[];
  ignored: { file: string; reason: LeftReason }[];
}

const IGNORED_NAMES = [/^~\$/, /^\./, /^thumbs\.db$/i, /^desktop\.ini$/i, /\.(tmp|part|crdownload)$/i];

/**
 * Files of the inbox and of its department folders, by name; deeper folders, links and devices are left and reported, and so
 * is a department's folder that may not be read. An inbox that cannot be read at all is the world's fault and throws.
 */
export async function listInbox(inbox: string): Promise<InboxListing> {
  const listing: InboxListing = { files: [], ignored: [] };
  for (const nameBytes of await entries(Buffer.from(inbox))) {
    const path = inside(Buffer.from(inbox), nameBytes);
    const name = textOf(nameBytes);
    await orLeave(listing, spellOut(name), async () => {
      const stats = await lstat(path);
      if (!stats.isDirectory()) take(listing, path, nameBytes, null, stats);
      else if (!isIgnored(name)) await listDepartment(path, name, listing);
    });
  }
  return listing;
}

async function listDepartment(folder: Buffer, department: string, listing: InboxListing): Promise<void> {
  for (const nameBytes of await entries(folder)) {
    const path = inside(folder, nameBytes);
    await orLeave(listing, spellOut(join(department, textOf(nameBytes))), async () =>
      take(listing, path, nameBytes, department, await lstat(path)),
    );
  }
}

/** What vanished between the listing and the look at it is no longer of the inbox; any other fault of one entry is told. */
async function orLeave(listing: InboxListing, shown: string, look: () => Promise<void>): Promise<void> {
  try {
    await fromSource(shown, look);
  } catch (error) {
    if (!(error instanceof LeftInPlace)) throw error;
    if (error.reason !== 'gone') listing.ignored.push({ file: shown, reason: error.reason });
  }
}

async function entries(folder: Buffer): Promise<Buffer[]> {
  try {
    return (await readdir(folder, { encoding: 'buffer' })).sort(Buffer.compare);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

function take(listing: InboxListing, path: Buffer, nameBytes: Buffer, department: string | null, stats: Stats): void {
  const name = textOf(nameBytes);
  if (isIgnored(name)) return;
  const shown = spellOut(department === null ? name : join(department, name));
  if (!stats.isFile()) listing.ignored.push({ file: shown, reason: 'not_a_regular_file' });
  else listing.files.push({ path, shown, name, nameBytes, department, size: stats.size, modified: stats.mtimeMs });
}

function isIgnored(name: string): boolean {
  return IGNORED_NAMES.some((pattern) => pattern.test(name));
}

function textOf(nameBytes: Buffer): string {
  return nameBytes.toString('utf8');
}

function inside(folder: Buffer, name: Buffer): Buffer {
  return Buffer.concat([folder, Buffer.from('/'), name]);
}

/** Control characters and direction overrides would lie in logs and tables; only the joiner of Persian words stays. */
export function spellOut(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Co}\uFFFD]/gu, (character) =>
    character === '\u200C' ? character : `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
}

/** Opens a stranger's file without following links and without waiting on pipes; refuses all but regular files. */
export async function openSafely(path: string | Buffer): Promise<FileHandle> {
  const handle = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
  const stats = await handle.stat();
  if (stats.isFile()) return handle;
  await handle.close();
  throw new NotRegularFile(`not a regular file: ${spellOut(path.toString())}`);
}
