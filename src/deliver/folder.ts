import { join } from 'node:path';
import { isPeriod, type Period } from '../domain/calendar.js';
import { PayeshError } from '../domain/error.js';
import { invariant } from '../domain/invariant.js';
import { type Disk, REAL_DISK } from './disk.js';
import { MANIFEST_FILE, type Manifest, manifestBytes, manifestIn, sha256Of } from './manifest.js';

export interface ReportSet {
  period: Period;
  edition: number;
  run: string;
  /** Plain file names and the bytes of each. */
  files: { file: string; bytes: Uint8Array }[];
}

export interface Published {
  edition: number;
  run: string;
  files: { file: string; path: string; sha256: string }[];
  /** The same files stood there already: nothing was written. */
  unchanged: boolean;
}

/** The set published for a period, or null. Mends first what a power cut left between two renames. */
export function publishedSet(reports: string, period: Period, disk: Disk = REAL_DISK): Manifest | null {
  invariant(isPeriod(period), `not a period: ${period}`);
  return guarded(join(reports, period), () => {
    recover(disk, reports, period);
    return manifestIn(disk, join(reports, period));
  });
}

/**
 * Publishes a report set as the folder `<reports>/<period>/`. All files are written and forced to the disk in a staging
 * folder beside it, then the folders change places, so that a reader finds the whole old set or the whole new one.
 * A full disk or an open workbook leaves the old set as it was and throws a PayeshError. Files that people put into
 * the folder stay. The same files again change nothing and keep edition and run.
 */
export function publish(reports: string, set: ReportSet, disk: Disk = REAL_DISK): Published {
  invariant(isPeriod(set.period), `not a period: ${set.period}`);
  for (const { file } of set.files) invariant(isPlainName(file), `not a plain file name: ${file}`);
  const target = join(reports, set.period);
  const manifest: Manifest = {
    period: set.period,
    edition: set.edition,
    run: set.run,
    files: set.files.map(({ file, bytes }) => ({ file, sha256: sha256Of(bytes) })),
  };
  return guarded(target, () => {
    recover(disk, reports, set.period);
    const old = manifestIn(disk, target);
    if (old && sameFiles(old, manifest) && intact(disk, target, old)) return published(target, old, true);
    const staging = stage(disk, reports, set, manifest, keptByPeople(disk, target, old, set));
    swap(disk, reports, set.period, staging);
    return published(target, manifest, false);
  });
}

const stagingRoot = (reports: string) => join(reports, '.staging');
const oldPath = (reports: string, period: Period) => join(stagingRoot(reports), `${period}.old`);
const newPath = (reports: string, period: Period) => join(stagingRoot(reports), `${period}.new`);

/** A crash between the two renames leaves the old set aside: it goes back. What was half written is swept away. */
function recover(disk: Disk, reports: string, period: Period): void {
  const left = disk.list(stagingRoot(reports));
  if (left.includes(`${period}.old`) && !disk.list(reports).includes(period)) {
    disk.rename(oldPath(reports, period), join(reports, period));
    disk.syncFolder(reports);
  }
  for (const name of left) if (name.startsWith(`${period}.`)) disk.remove(join(stagingRoot(reports), name));
}

function stage(disk: Disk, reports: string, set: ReportSet, manifest: Manifest, kept: string[]): string {
  const staging = newPath(reports, set.period);
  try {
    disk.makeFolder(staging);
    for (const name of kept) disk.copy(join(reports, set.period, name), join(staging, name));
    for (const { file, bytes } of set.files) disk.write(join(staging, file), bytes);
    disk.write(join(staging, MANIFEST_FILE), manifestBytes(manifest));
    disk.syncFolder(staging);
    return staging;
  } catch (error) {
    sweep(disk, staging);
    throw error;
  }
}

function swap(disk: Disk, reports: string, period: Period, staging: string): void {
  const target = join(reports, period);
  const aside = oldPath(reports, period);
  const replaces = disk.list(reports).includes(period);
  try {
    if (replaces) disk.rename(target, aside);
    disk.rename(staging, target);
  } catch (error) {
    if (replaces && !disk.list(reports).includes(period)) disk.rename(aside, target);
    sweep(disk, staging);
    throw error;
  }
  disk.syncFolder(reports);
  sweep(disk, aside);
}

/** Clearing away must not hide the fault that came before, nor fail a publication that is done: the next run sweeps again. */
function sweep(disk: Disk, path: string): void {
  try {
    disk.remove(path);
  } catch {
    // Left for `recover`.
  }
}

/** Names in the target that no report set brought: people's own files. Excel's lock files are not among them. */
function keptByPeople(disk: Disk, target: string, old: Manifest | null, set: ReportSet): string[] {
  const ours = new Set([
    MANIFEST_FILE,
    ...(old?.files ?? []).map(({ file }) => file),
    ...set.files.map(({ file }) => file),
  ]);
  return disk.list(target).filter((name) => !ours.has(name) && !name.startsWith('~$') && !name.startsWith('.~lock'));
}

function sameFiles(a: Manifest, b: Manifest): boolean {
  const list = ({ files }: Manifest) =>
    files
      .map(({ file, sha256 }) => `${sha256} ${file}`)
      .sort()
      .join('\n');
  return list(a) === list(b);
}

/** Somebody may have edited or deleted a published file: then the set is written again. */
function intact(disk: Disk, target: string, { files }: Manifest): boolean {
  return files.every(({ file, sha256 }) => {
    const bytes = isPlainName(file) ? disk.read(join(target, file)) : null;
    return bytes !== null && sha256Of(bytes) === sha256;
  });
}

function published(target: string, { edition, run, files }: Manifest, unchanged: boolean): Published {
  return { edition, run, unchanged, files: files.map((entry) => ({ ...entry, path: join(target, entry.file) })) };
}

function isPlainName(name: string): boolean {
  return name !== '' && !/^\.|[/\\\0:*?"<>|]/.test(name) && name !== MANIFEST_FILE;
}

/** The failing disk, told in words with its remedy; our own faults pass as they are. */
function guarded<T>(target: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (error instanceof PayeshError || code === '' || code.startsWith('ERR_')) throw error;
    throw deliveryFault(target, code, error);
  }
}

function deliveryFault(target: string, code: string, cause: unknown): PayeshError {
  const [fa, en] =
    code === 'ENOSPC' || code === 'EDQUOT'
      ? ['روی دیسک جا باز کنید و دوباره اجرا کنید.', 'Free some disk space and run again.']
      : [
          'پرونده‌های باز این پوشه را در اکسل ببندید، اجازهٔ نوشتن را بررسی کنید و دوباره اجرا کنید.',
          'Close the workbooks of this folder, check the permission to write, and run again.',
        ];
  const fault = new PayeshError('DELIVER_FAILED', {
    fa: `گزارش‌ها در پوشهٔ «${target}» منتشر نشدند (${code})؛ مجموعهٔ پیشین دست‌نخورده است.`,
    en: `The reports could not be published to ${target} (${code}); the previous set is untouched.`,
    remedyFa: fa,
    remedyEn: en,
  });
  fault.cause = cause;
  return fault;
}
