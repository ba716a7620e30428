import { createHash, randomUUID } from 'node:crypto';
import { constants, createReadStream } from 'node:fs';
import { chmod, copyFile, type FileHandle, lstat, mkdir, open, readFile, rename, rm, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { durable } from '../domain/durable.js';
import { type InboxFile, openSafely } from './inbox.js';
import { fromSource, LeftInPlace } from './left-in-place.js';
import type { Workspace } from './workspace.js';

/** An original that lies in the archive, byte for byte, with the identity of the inbox copy that it came from. */
export interface Archived {
  sha256: string;
  path: string;
  bytes: number;
  inode: number;
  modified: number;
  /** Names that inbox copy and no other: another copy of the same bytes has another one. */
  copy: string;
}

/** Where an original lies: by content hash, in 256 folders. */
export function archivePath(workspace: Workspace, sha256: string): string {
  return join(workspace.archive, sha256.slice(0, 2), sha256);
}

/**
 * Copies an original into the archive: staging → fsync → rename → fsync of the folder. The hash is of the bytes that
 * were copied. Same content again is the same path; an archived copy that was damaged meanwhile is replaced.
 * @throws LeftInPlace where the file itself cannot be taken: unreadable, gone, or changing under our hands.
 */
export async function archiveOriginal(workspace: Workspace, file: InboxFile): Promise<Archived> {
  await makeFolder(workspace.staging);
  const source = await fromSource(file.shown, () => openSafely(file.path));
  const staged = join(workspace.staging, randomUUID());
  try {
    const before = await fromSource(file.shown, () => source.stat());
    const { sha256, bytes } = await copyDurably(file.shown, source, staged);
    const after = await fromSource(file.shown, () => source.stat());
    const still = [before.size, after.size, bytes].every((size) => size === file.size);
    // Also against the listing: in a long round much time passes before a file's turn.
    const isSame = [before.mtimeMs, after.mtimeMs].every((time) => time === file.modified);
    if (!still || !isSame) throw new LeftInPlace(file.shown, 'still_being_written');
    const path = archivePath(workspace, sha256);
    await keep(staged, path, sha256);
    const { dev, ino, mtimeMs, ctimeMs } = before;
    // The time of the last change of the file's record cannot be set by hand, so a new copy never has an old name.
    const copy = [dev, ino, bytes, mtimeMs, ctimeMs].join(':');
    return { sha256, path, bytes, inode: ino, modified: mtimeMs, copy };
  } catch (error) {
    await rm(staged, { force: true });
    throw error;
  } finally {
    await source.close();
  }
}

async function copyDurably(
  shown: string,
  source: FileHandle,
  target: string,
): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash('sha256');
  const copy = await open(target, 'wx', 0o600);
  let bytes = 0;
  try {
    const buffer = Buffer.alloc(256 * 1024);
    for (;;) {
      const at = bytes;
      const { bytesRead } = await fromSource(shown, () => source.read(buffer, 0, buffer.length, at));
      if (bytesRead === 0) break;
      const chunk = buffer.subarray(0, bytesRead);
      hash.update(chunk);
      await copy.writeFile(chunk);
      bytes += bytesRead;
    }
    durable('original staged');
    await copy.sync();
    durable('original forced');
  } finally {
    await copy.close();
  }
  return { sha256: hash.digest('hex'), bytes };
}

async function keep(staged: string, path: string, sha256: string): Promise<void> {
  const folder = dirname(path);
  await makeFolder(folder);
  if (await isSound(path, sha256)) {
    await unlink(staged);
    durable('staging cleared');
  } else {
    await chmod(staged, 0o440);
    durable('original locked');
    await rename(staged, path);
    durable('original named');
  }
  // Also where the original lay there already: whoever renamed it may have died before this.
  await syncFolder(folder);
}

/** Makes a folder and its parents, each of whose names survives a power cut. */
export async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true });
  if (first === undefined) return;
  durable('folder made');
  for (let made = folder; made.length >= first.length; made = dirname(made)) await syncFolder(dirname(made));
}

/** Whether an original lies in the archive with the content that its name says. */
export async function isSound(path: string, sha256: string): Promise<boolean> {
  return (await hashOf(path).catch(absent)) === sha256;
}

/** SHA-256 of a file, read in pieces. */
export async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array);
  return hash.digest('hex');
}

function absent(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}

/** Makes a rename survive a power cut, where the system lets a folder be synced. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
    durable('folder forced');
  } catch (error) {
    if (!['EPERM', 'EINVAL', 'EISDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  } finally {
    await handle.close();
  }
}

/** Puts a copy of an original aside for people to look at; the archive keeps its own. A missing original is no fault here. */
export async function quarantine(workspace: Workspace, sha256: string, from: string): Promise<void> {
  await makeFolder(workspace.quarantine);
  const aside = join(workspace.quarantine, sha256);
  await copyFile(from, aside, constants.COPYFILE_EXCL).catch((error: NodeJS.ErrnoException) => {
    if (!['ENOENT', 'EEXIST'].includes(error.code ?? '')) throw error;
  });
  durable('original set aside');
  await syncFolder(workspace.quarantine);
}

/** The archived original is missing, or its content is no longer what its name says. */
export class OriginalDamaged extends Error {}

/** Reads an original back and checks that it still is what its name says; throws OriginalDamaged where it is not. */
export async function readOriginal(path: string, sha256: string): Promise<Uint8Array> {
  const bytes = await readFile(path).catch(absent);
  if (bytes === null) throw new OriginalDamaged(`the archived original ${sha256} is missing`);
  const found = createHash('sha256').update(bytes).digest('hex');
  if (found !== sha256) throw new OriginalDamaged(`the archived original ${sha256} hashes to ${found}`);
  return bytes;
}

/** Removes the inbox copy, only if it still is the file that was archived: a newer one of the same name stays. */
export async function removeInboxCopy(file: InboxFile, archived: Archived): Promise<boolean> {
  try {
    const now = await lstat(file.path);
    if (now.ino !== archived.inode || now.size !== archived.bytes || now.mtimeMs !== archived.modified) return false;
    await unlink(file.path);
    durable('inbox copy removed');
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}
