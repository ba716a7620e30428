import type { LeftReason } from './types.js';

/** One file that cannot be taken now: it stays where it is and is told, and the next file goes on. */
export class LeftInPlace extends Error {
  constructor(
    readonly file: string,
    readonly reason: LeftReason,
    options?: ErrorOptions,
  ) {
    super(`${file} is left in place: ${reason}`, options);
  }
}

/** Links, pipes, devices and folders are never read. */
export class NotRegularFile extends Error {}

const REASONS: Readonly<Record<string, LeftReason>> = {
  ENOENT: 'gone',
  ENOTDIR: 'gone',
  ELOOP: 'not_a_regular_file',
  ENXIO: 'not_a_regular_file',
  EISDIR: 'not_a_regular_file',
  EBUSY: 'still_being_written',
};

/** Faults of this process, whatever file it happens to hold. */
const OURS = ['EMFILE', 'ENFILE', 'ENOMEM'];

/** Works on a stranger's file: the file's own faults become LeftInPlace, the world's pass as they are. */
export async function fromSource<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof NotRegularFile) throw new LeftInPlace(file, 'not_a_regular_file', { cause: error });
    const { code = '' } = error as NodeJS.ErrnoException;
    if (!/^E[A-Z0-9]+$/.test(code) || OURS.includes(code)) throw error;
    throw new LeftInPlace(file, REASONS[code] ?? 'not_readable', { cause: error });
  }
}
