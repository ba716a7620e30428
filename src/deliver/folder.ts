import { randomUUID } from 'node:crypto';
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
  /** Names of drawings that may be put beside the set: nobody else's, even where no manifest names them. */
  drawings?: string[];
}

export interface Published {
  edition: number;
  run: string;
  files: { file: string; path: string; sha256: string }[];
  /** The same files stood there already: nothing was written. */
  unchanged: boolean;
}

/**
 * The set published for a period, or null. Mends first what a power cut left between two renames, and tells it through
 * `onPutBack`.
 */
export function publishedSet(
  reports: string,
  period: Period,
  disk: Disk = REAL_DISK,
  onPutBack: () => void = () => {},
): Manifest | null {
  invariant(isPeriod(period), `not a period: ${period}`);
  return guarded(join(reports, period), () => {
    if (recover(disk, reports, period)) onPutBack();
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
    const kept = keptDrawings(disk, target, old, set);
    if (kept.length > 0) manifest.drawings = kept;
    const copies = [...keptByPeople(disk, target, old, set), ...kept.map(({ file }) => file)];
    const staging = stage(disk, reports, set, manifest, copies);
    swap(disk, reports, set.period, staging);
    return published(target, manifest, false);
  });
}

const stagingRoot = (reports: string) => join(reports, '.staging');

/** Longer than any publication takes: a staging folder so much older than ours belongs to a process that died. */
const HOUR = 3_600_000;

/**
 * A crash between the two renames leaves the old set aside: it goes back. Where another process is just between its two
 * renames, it finds the old set in place again and repeats them. True = it was put back.
 */
function recover(disk: Disk, reports: string, period: Period): boolean {
  let putBack = false;
  const aside = disk.list(stagingRoot(reports)).filter((name) => name.startsWith(`${period}.old`));
  for (const name of aside.sort().reverse()) {
    const path = join(stagingRoot(reports), name);
    if (disk.list(reports).includes(period)) sweep(disk, path);
    else if (moved(disk, path, join(reports, period))) {
      disk.syncFolder(reports);
      putBack = true;
    }
  }
  return putBack;
}

/** False where the other process was quicker: its folder is there, or what we meant to move is gone. */
function moved(disk: Disk, from: string, to: string): boolean {
  try {
    disk.rename(from, to);
    return true;
  } catch (error) {
    if (isTaken(error) || (error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}

function isTaken(error: unknown): boolean {
  return ['ENOTEMPTY', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '');
}

/** Half-written sets of processes that died. Judged by the disk's own clock, against the folder that we have just made. */
function sweepOld(disk: Disk, reports: string, period: Period, staging: string): void {
  const now = disk.modified(staging) ?? 0;
  for (const name of disk.list(stagingRoot(reports)).filter((left) => left.startsWith(`${period}.new`))) {
    const path = join(stagingRoot(reports), name);
    if (now - (disk.modified(path) ?? now) > HOUR) sweep(disk, path);
  }
}

function stage(disk: Disk, reports: string, set: ReportSet, manifest: Manifest, kept: string[]): string {
  // Two processes may publish at once, each in a folder of its own.
  const staging = join(stagingRoot(reports), `${set.period}.new-${randomUUID()}`);
  try {
    disk.makeFolder(staging);
    sweepOld(disk, reports, set.period, staging);
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

/** How often another process may come between the two renames before that is a fault of its own. */
const MOST_TURNS = 5;

function swap(disk: Disk, reports: string, period: Period, staging: string): void {
  const target = join(reports, period);
  const aside = staging.replace('.new-', '.old-');
  let replaced = false;
  try {
    for (let turn = 1; ; turn += 1) {
      if (disk.list(reports).includes(period)) replaced = moved(disk, target, aside);
      try {
        disk.rename(staging, target);
        break;
      } catch (error) {
        if (!isTaken(error) || turn === MOST_TURNS) throw error;
      }
    }
  } catch (error) {
    if (replaced && !disk.list(reports).includes(period)) moved(disk, aside, target);
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
    ...(old?.drawings ?? []).map(({ file }) => file),
    ...(set.drawings ?? []),
  ]);
  return disk.list(target).filter((name) => !ours.has(name) && !name.startsWith('~$') && !name.startsWith('.~lock'));
}

/** Drawings that still show a file of the new set: where one damaged workbook is written anew, the PDF of another stays. */
function keptDrawings(disk: Disk, target: string, old: Manifest | null, set: ReportSet) {
  const digests = new Set(set.files.map(({ bytes }) => sha256Of(bytes)));
  const names = new Set(set.files.map(({ file }) => file));
  const stands = ({ file, sha256 }: { file: string; sha256: string }) => {
    const bytes = isPlainName(file) && !names.has(file) ? disk.read(join(target, file)) : null;
    return bytes !== null && sha256Of(bytes) === sha256;
  };
  return (old?.drawings ?? []).filter((drawing) => digests.has(drawing.of) && stands(drawing));
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
