import { createHash, randomUUID } from 'node:crypto';
import { chmod, copyFile, type FileHandle, lstat, mkdir, open, readFile, rename, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { type InboxFile, openSafely } from './inbox.js';
import type { Workspace } from './workspace.js';

/** An original that lies in the archive, byte for byte, with the identity of the inbox copy that it came from. */
export interface Archived {
  sha256: string;
  path: string;
  bytes: number;
  inode: number;
  modified: number;
}

/** Where an original lies: by content hash, in 256 folders. */
export function archivePath(workspace: Workspace, sha256: string): string {
  return join(workspace.archive, sha256.slice(0, 2), sha256);
}

/**
 * Copies an original into the archive: staging → fsync → rename → fsync of the folder. The hash is of the bytes that
 * were copied; a file that changes meanwhile is refused and waits for its next turn. Same content again is the same path.
 */
export async function archiveOriginal(workspace: Workspace, file: InboxFile, maxBytes: number): Promise<Archived> {
  await mkdir(workspace.staging, { recursive: true });
  const source = await openSafely(file.path);
  try {
    const before = await source.stat();
    if (before.size > maxBytes) throw new OriginalTooBig(file.shown, before.size, maxBytes);
    const staged = join(workspace.staging, randomUUID());
    const { sha256, bytes } = await copyDurably(source, staged);
    const after = await source.stat();
    if (after.size !== before.size || after.mtimeMs !== before.mtimeMs || bytes !== before.size) {
      await unlink(staged);
      throw new OriginalChanging(file.shown);
    }
    const path = archivePath(workspace, sha256);
    await settle(staged, path);
    return { sha256, path, bytes, inode: before.ino, modified: before.mtimeMs };
  } finally {
    await source.close();
  }
}

/** The file is larger than the limit: it is reported and stays where it is. */
export class OriginalTooBig extends Error {
  constructor(
    readonly file: string,
    readonly bytes: number,
    readonly limit: number,
  ) {
    super(`${file} has ${bytes} bytes, more than the limit of ${limit}`);
  }
}

/** The file is still being written: it waits for the next round. */
export class OriginalChanging extends Error {
  constructor(readonly file: string) {
    super(`${file} is still being written`);
  }
}

async function copyDurably(source: FileHandle, target: string): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash('sha256');
  const copy = await open(target, 'wx', 0o600);
  let bytes = 0;
  try {
    const buffer = Buffer.alloc(256 * 1024);
    for (;;) {
      const { bytesRead } = await source.read(buffer, 0, buffer.length, bytes);
      if (bytesRead === 0) break;
      const chunk = buffer.subarray(0, bytesRead);
      hash.update(chunk);
      await copy.write(chunk);
      bytes += bytesRead;
    }
    await copy.sync();
  } finally {
    await copy.close();
  }
  return { sha256: hash.digest('hex'), bytes };
}

async function settle(staged: string, path: string): Promise<void> {
  const folder = join(path, '..');
  await mkdir(folder, { recursive: true });
  if (await exists(path)) {
    await unlink(staged);
    return;
  }
  await chmod(staged, 0o440);
  await rename(staged, path);
  await syncFolder(folder);
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/** Makes a rename survive a power cut, where the system lets a folder be synced. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } catch (error) {
    if (!['EPERM', 'EINVAL', 'EISDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  } finally {
    await handle.close();
  }
}

/** Puts a copy of an original aside for people to look at; the archive keeps its own. */
export async function quarantine(workspace: Workspace, sha256: string, from: string): Promise<void> {
  await mkdir(workspace.quarantine, { recursive: true });
  const aside = join(workspace.quarantine, sha256);
  if (!(await exists(aside))) await copyFile(from, aside);
  await syncFolder(workspace.quarantine);
}

/** Reads an original back and checks that it still is what its name says. */
export async function readOriginal(path: string, sha256: string): Promise<Uint8Array> {
  const bytes = await readFile(path);
  const found = createHash('sha256').update(bytes).digest('hex');
  if (found !== sha256) throw new Error(`the archived original ${sha256} is damaged: its content hashes to ${found}`);
  return bytes;
}

/** Removes the inbox copy, only if it still is the file that was archived: a newer one of the same name stays. */
export async function removeInboxCopy(file: InboxFile, archived: Archived): Promise<boolean> {
  try {
    const now = await lstat(file.path);
    if (now.ino !== archived.inode || now.size !== archived.bytes || now.mtimeMs !== archived.modified) return false;
    await unlink(file.path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}
