import {
  closeSync,
  cpSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { durable } from '../domain/durable.js';

/** The few file operations of publication. Tests put faults between them; people have the one real disk. */
export interface Disk {
  /** Names in a folder; empty where the folder does not exist. */
  list(folder: string): string[];
  /** Bytes of a file; null where it does not exist. */
  read(path: string): Uint8Array | null;
  /** Milliseconds of the last change of a file or folder; null where it does not exist. */
  modified(path: string): number | null;
  makeFolder(path: string): void;
  /** Writes a new file and forces it to the disk. */
  write(path: string, bytes: Uint8Array): void;
  /** Copies a file or a folder with all that is in it, and forces the copy to the disk. */
  copy(from: string, to: string): void;
  rename(from: string, to: string): void;
  remove(path: string): void;
  /** Forces a folder's names to the disk, where the system can. */
  syncFolder(path: string): void;
}

export const REAL_DISK: Disk = {
  list: (folder) => orElse([], () => readdirSync(folder)),
  read: (path) => orElse(null, () => readFileSync(path)),
  modified: (path) => orElse(null, () => statSync(path).mtimeMs),
  makeFolder: (path) => {
    const first = mkdirSync(path, { recursive: true });
    durable('folder made');
    for (let made = path; first !== undefined && made.length >= first.length; made = dirname(made)) {
      forceFolder(dirname(made));
    }
  },
  write: (path, bytes) => {
    const file = openSync(path, 'wx');
    try {
      for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
      durable('file written');
      fsyncSync(file);
      durable('file forced');
    } finally {
      closeSync(file);
    }
  },
  copy: (from, to) => {
    cpSync(from, to, { recursive: true, preserveTimestamps: true, verbatimSymlinks: true });
    durable('file copied');
    forceAll(to);
  },
  rename: (from, to) => {
    renameSync(from, to);
    durable('renamed');
  },
  remove: (path) => {
    rmSync(path, { recursive: true, force: true });
    durable('removed');
  },
  syncFolder: forceFolder,
};

function forceFolder(path: string): void {
  if (process.platform === 'win32') return;
  force(path);
  durable('folder forced');
}

/** The original of a copy is removed soon after: the copy must lie on the disk by then. */
function forceAll(path: string): void {
  const stats = lstatSync(path);
  if (stats.isDirectory()) {
    for (const name of readdirSync(path)) forceAll(join(path, name));
    forceFolder(path);
  } else if (stats.isFile()) {
    force(path);
    durable('file forced');
  }
}

function force(path: string): void {
  const opened = openSync(path, 'r');
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}

function orElse<T>(absent: T, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return absent;
    throw error;
  }
}
