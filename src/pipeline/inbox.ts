import { constants } from 'node:fs';
import { type FileHandle, lstat, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';

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
}

/** What the inbox holds: files to take, and what was left with the reason. */
export interface InboxListing {
  files: InboxFile[];
  ignored: { file: string; reason: 'not_a_regular_file' }[];
}

const IGNORED_NAMES = [/^~\$/, /^\./, /^thumbs\.db$/i, /^desktop\.ini$/i, /\.(tmp|part|crdownload)$/i];

/** Files of the inbox and of its department folders, by name; deeper folders, links and devices are left and reported. */
export async function listInbox(inbox: string): Promise<InboxListing> {
  const listing: InboxListing = { files: [], ignored: [] };
  for (const nameBytes of await entries(Buffer.from(inbox))) {
    const path = inside(Buffer.from(inbox), nameBytes);
    const stats = await lstat(path).catch(gone);
    if (!stats) continue;
    if (!stats.isDirectory()) take(listing, path, nameBytes, null, stats.isFile());
    else if (!isIgnored(textOf(nameBytes))) await listDepartment(path, textOf(nameBytes), listing);
  }
  return listing;
}

async function listDepartment(folder: Buffer, department: string, listing: InboxListing): Promise<void> {
  for (const nameBytes of await entries(folder)) {
    const path = inside(folder, nameBytes);
    const stats = await lstat(path).catch(gone);
    if (stats) take(listing, path, nameBytes, department, stats.isFile());
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

/** A file may vanish between the listing and the look at it. */
function gone(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}

function take(
  listing: InboxListing,
  path: Buffer,
  nameBytes: Buffer,
  department: string | null,
  regular: boolean,
): void {
  const name = textOf(nameBytes);
  if (isIgnored(name)) return;
  const shown = spellOut(department === null ? name : join(department, name));
  if (!regular) listing.ignored.push({ file: shown, reason: 'not_a_regular_file' });
  else listing.files.push({ path, shown, name, nameBytes, department });
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
  throw new Error(`not a regular file: ${spellOut(path.toString())}`);
}
