import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isPeriod } from '../domain/calendar.js';
import { backupsIn } from './backups.js';
import type { Workspace } from './workspace.js';

/** Folders of a workspace in which earlier work shows. */
export type Trace = 'inbox' | 'archive' | 'backup' | 'reports';

/**
 * Where a workspace holds something already: files waiting, archived originals, backups, published periods. Hidden files
 * and whatever else people keep beside the reports do not count.
 */
export function tracesIn(workspace: Workspace): Trace[] {
  const traces: Trace[] = [];
  if (visible(workspace.inbox).length > 0) traces.push('inbox');
  if (visible(workspace.archive).some((name) => visible(join(workspace.archive, name)).length > 0)) {
    traces.push('archive');
  }
  if (visible(workspace.backup).length > 0) traces.push('backup');
  if (visible(workspace.reports).some(isPeriod)) traces.push('reports');
  return traces;
}

/** The backup to restore: their names say when they were made. Null = there is none. */
export function newestBackup(workspace: Workspace): string | null {
  return backupsIn(workspace).at(-1)?.path ?? null;
}

/** A folder that is not there holds nothing; neither does a plain file in its place. */
function visible(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => !name.startsWith('.'));
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return [];
    throw error;
  }
}
