import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Period } from '../domain/calendar.js';
import { type Disk, REAL_DISK } from './disk.js';
import { MANIFEST_FILE, type Manifest, manifestBytes, manifestIn, sha256Of } from './manifest.js';

/** A drawing of a published file, such as its PDF: other bytes each time it is made, so it is no part of the edition itself. */
export interface Drawing {
  file: string;
  /** SHA-256 of the published file that it shows. */
  of: string;
  bytes: Uint8Array;
}

/** The name that the manifest gives a drawing of the file with that digest, where the drawing stands as it was written. */
export function standingDrawing(folder: string, of: string, disk: Disk = REAL_DISK): string | null {
  const listed = manifestIn(disk, folder)?.drawings?.find((drawing) => drawing.of === of);
  const bytes = listed ? disk.read(join(folder, listed.file)) : null;
  return listed && bytes && sha256Of(bytes) === listed.sha256 ? listed.file : null;
}

/**
 * Puts a drawing beside the set that it belongs to, and names it in the manifest. Each file changes at once or not at all; a crash
 * between the two leaves a drawing that nothing names, which the next making replaces. False where another set stands by now.
 */
export function putBeside(reports: string, period: Period, drawing: Drawing, disk: Disk = REAL_DISK): boolean {
  const folder = join(reports, period);
  const standing = manifestIn(disk, folder);
  if (!standing?.files.some(({ sha256 }) => sha256 === drawing.of)) return false;
  const { file, of, bytes } = drawing;
  const others = (standing.drawings ?? []).filter((other) => other.file !== file);
  const manifest: Manifest = { ...standing, drawings: [...others, { file, sha256: sha256Of(bytes), of }] };
  replace(disk, reports, period, file, bytes);
  replace(disk, reports, period, MANIFEST_FILE, manifestBytes(manifest));
  disk.syncFolder(folder);
  return true;
}

/** Written under a staging name, which publication sweeps where a process died. */
function replace(disk: Disk, reports: string, period: Period, file: string, bytes: Uint8Array): void {
  const staging = join(reports, '.staging');
  const path = join(staging, `${period}.new-${randomUUID()}`);
  try {
    disk.makeFolder(staging);
    disk.write(path, bytes);
    disk.rename(path, join(reports, period, file));
  } catch (error) {
    disk.remove(path);
    throw error;
  }
}
