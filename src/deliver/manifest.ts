import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Period } from '../domain/calendar.js';
import type { Disk } from './disk.js';

export const MANIFEST_FILE = 'manifest.json';

/** What a published report set holds: the edition, the run that made it, and each file with its SHA-256. */
export interface Manifest {
  period: Period;
  edition: number;
  /** Digest of the run; the same run is never published twice. */
  run: string;
  files: { file: string; sha256: string }[];
  /** Drawings of those files, such as a PDF: `of` = the SHA-256 of the file shown. Not part of what makes an edition another one. */
  drawings?: { file: string; sha256: string; of: string }[];
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

export function manifestBytes(manifest: Manifest): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`);
}

/** The manifest in a folder; null where there is none, or none that can be understood (it is then written anew). */
export function manifestIn(disk: Disk, folder: string): Manifest | null {
  const bytes = disk.read(join(folder, MANIFEST_FILE));
  if (!bytes) return null;
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return isManifest(value) ? value : null;
  } catch {
    return null;
  }
}

function isManifest(value: unknown): value is Manifest {
  if (typeof value !== 'object' || value === null) return false;
  const { period, edition, run, files, drawings = [] } = value as Record<string, unknown>;
  return (
    typeof period === 'string' &&
    Number.isSafeInteger(edition) &&
    typeof run === 'string' &&
    Array.isArray(files) &&
    files.every((entry) => typeof entry?.file === 'string' && typeof entry?.sha256 === 'string') &&
    Array.isArray(drawings) &&
    drawings.every((entry) => [entry?.file, entry?.sha256, entry?.of].every((text) => typeof text === 'string'))
  );
}
