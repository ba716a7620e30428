import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Calendar, dayAt, periodAt, yearOf } from '../domain/calendar.js';
import type { Workspace } from './workspace.js';

/** A verified copy of the database; its name says when it was made. */
export interface Backup {
  name: string;
  path: string;
  at: Date;
}

const NAME = /^payesh-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z\.db$/;

export function backupName(at: Date): string {
  return `payesh-${at.toISOString().replace(/[-:]/g, '').replace(/\.\d+/, '')}.db`;
}

/** The backups of a workspace, oldest first. What else lies in the folder is not ours to count or to clear away. */
export function backupsIn({ backup }: Pick<Workspace, 'backup'>): Backup[] {
  return names(backup)
    .flatMap((name) => {
      const match = NAME.exec(name);
      if (match === null) return [];
      const [, year, month, day, hour, minute, second] = match;
      const at = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
      return Number.isNaN(at.getTime()) ? [] : [{ name, path: join(backup, name), at }];
    })
    .sort((a, b) => a.at.getTime() - b.at.getTime());
}

function names(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return [];
    throw error;
  }
}

/**
 * Which backups stay: the last of each of the newest `days` days and `months` months that have one, and the last of every
 * fiscal year. The newest one always stays, as the last of its own year.
 * @param backups oldest first
 */
export function backupsToKeep<T extends { at: Date }>(
  backups: readonly T[],
  { calendar, timeZone, backup }: { calendar: Calendar; timeZone: string; backup: { days: number; months: number } },
): Set<T> {
  const day = ({ at }: T) => JSON.stringify(dayAt(calendar, at, timeZone));
  const month = ({ at }: T) => periodAt(calendar, at, timeZone);
  const year = ({ at }: T) => String(yearOf(calendar, periodAt(calendar, at, timeZone)));
  return new Set([
    ...lastOfEach(backups, day, backup.days),
    ...lastOfEach(backups, month, backup.months),
    ...lastOfEach(backups, year, Number.POSITIVE_INFINITY),
  ]);
}

function lastOfEach<T>(backups: readonly T[], keyOf: (backup: T) => string, most: number): T[] {
  const last = new Map<string, T>();
  for (const backup of [...backups].reverse()) {
    const key = keyOf(backup);
    if (!last.has(key) && last.size < most) last.set(key, backup);
  }
  return [...last.values()];
}
