import { constants } from 'node:fs';
import { type FileHandle, lstat, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** One file that waits in the inbox. `name` is shown to people; it is never trusted as a path of our own. */
export interface InboxFile {
  path: string;
  /** `R03/1399-06.csv`, as people see it. */
  shown: string;
  name: string;
  /** From the folder; null = it lay in the inbox itself. */
  department: string | null;
}

/** What the inbox holds: files to take, and what was left with the reason. */
export interface InboxListing {
  files: InboxFile[];
  ignored: { file: string; reason: string }[];
}

const IGNORED_NAMES = [
  /^~\$/,
  /^\.~lock/,
  /^\._/,
  /^\./,
  /^thumbs\.db$/i,
  /^desktop\.ini$/i,
  /\.(tmp|part|crdownload)$/i,
];

/** Files of the inbox and of its department folders, by name; deeper folders, links and devices are left and reported. */
export async function listInbox(inbox: string): Promise<InboxListing> {
  const listing: InboxListing = { files: [], ignored: [] };
  for (const entry of await entries(inbox)) {
    const path = join(inbox, entry);
    const stats = await lstat(path);
    if (stats.isDirectory()) await listDepartment(path, entry, listing);
    else take(listing, { path, shown: entry, name: entry, department: null }, stats.isFile());
  }
  return listing;
}

async function listDepartment(folder: string, department: string, listing: InboxListing): Promise<void> {
  for (const name of await entries(folder)) {
    const path = join(folder, name);
    const stats = await lstat(path);
    take(listing, { path, shown: `${department}/${name}`, name, department }, stats.isFile());
  }
}

async function entries(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

function take(listing: InboxListing, file: InboxFile, regular: boolean): void {
  if (IGNORED_NAMES.some((pattern) => pattern.test(file.name))) return;
  if (regular) listing.files.push(file);
  else listing.ignored.push({ file: file.shown, reason: 'not_a_regular_file' });
}

/** Opens a stranger's file without following links and without waiting on pipes; refuses all but regular files. */
export async function openSafely(path: string): Promise<FileHandle> {
  const handle = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
  const stats = await handle.stat();
  if (stats.isFile()) return handle;
  await handle.close();
  throw new Error(`not a regular file: ${path}`);
}
