import { lstat } from 'node:fs/promises';
import { type FileFault, unusableFiles } from './errors.js';

/** Looks at every file that a person named before any of them is read. Throws PayeshError that names all unusable ones. */
export async function refuseUnusable(paths: readonly string[]): Promise<void> {
  const looked = await Promise.all(paths.map(async (path) => ({ path, fault: await faultOf(path) })));
  const faults = looked.flatMap(({ path, fault }) => (fault === null ? [] : [{ path, fault }]));
  if (faults.length > 0) throw unusableFiles(faults);
}

async function faultOf(path: string): Promise<FileFault | null> {
  try {
    const stats = await lstat(path);
    if (stats.isFile()) return null;
    return stats.isDirectory() ? 'folder' : 'special';
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return 'missing';
    throw error;
  }
}
