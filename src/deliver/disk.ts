import {
  closeSync,
  cpSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';

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
  makeFolder: (path) => void mkdirSync(path, { recursive: true }),
  write: (path, bytes) => {
    const file = openSync(path, 'wx');
    try {
      for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  },
  copy: (from, to) => cpSync(from, to, { recursive: true, preserveTimestamps: true, verbatimSymlinks: true }),
  rename: (from, to) => renameSync(from, to),
  remove: (path) => rmSync(path, { recursive: true, force: true }),
  syncFolder: (path) => {
    if (process.platform === 'win32') return;
    const folder = openSync(path, 'r');
    try {
      fsyncSync(folder);
    } finally {
      closeSync(folder);
    }
  },
};

function orElse<T>(absent: T, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return absent;
    throw error;
  }
}
