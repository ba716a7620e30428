import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { publishedSet } from '../deliver/folder.js';
import { isPeriod } from '../domain/calendar.js';
import { durable } from '../domain/durable.js';
import { hashOf, makeFolder, syncFolder } from './archive.js';
import { backupName, backupsIn, backupsToKeep } from './backups.js';
import type { Context } from './context.js';
import { removeLeftovers } from './leftovers.js';

export { exportCsv } from './export-csv.js';

/**
 * Writes a verified copy of the database under a name that says when; a backup under its final name is always whole. With
 * `prune` the older ones are thinned out afterwards, as the configuration says.
 */
export async function backup(
  context: Context,
  { prune = false }: { prune?: boolean } = {},
): Promise<{ path: string; sha256: string }> {
  const { workspace, world, store } = context;
  await makeFolder(workspace.backup);
  await removeLeftovers(workspace.backup, world.now(), (name) => name.endsWith('.partial'));
  const path = join(workspace.backup, backupName(world.now()));
  // Made within the same second: it is the same backup, or whoever makes the other one will have told.
  if (existsSync(path)) return { path, sha256: await hashOf(path) };
  // Under a name of its own: what a process that died left in the same second must not stand in the way.
  const partial = `${path}.${randomUUID()}.partial`;
  store().backupTo(partial);
  await chmod(partial, 0o440);
  await rename(partial, path);
  durable('backup named');
  await syncFolder(workspace.backup);
  if (prune) await thinOut(context);
  return { path, sha256: await hashOf(path) };
}

async function thinOut({ workspace, config }: Context): Promise<void> {
  const backups = backupsIn(workspace);
  const keep = backupsToKeep(backups, config);
  for (const old of backups.filter((each) => !keep.has(each))) {
    await rm(old.path, { force: true });
    durable('old backup removed');
  }
}

/** Something outside the database that is not as the program left it. */
export interface Problem {
  fa: string;
  en: string;
}

/** What is wrong with the files that the database speaks of: archived originals and published reports. Empty = sound. */
export async function verifyArchive(context: Context): Promise<Problem[]> {
  return [...(await originalProblems(context)), ...(await publicationProblems(context))];
}

/** Every original that was ever taken in must lie in the archive, byte for byte. */
async function originalProblems(context: Context): Promise<Problem[]> {
  const { submissions } = context.store();
  const names = new Map([...submissions.records(), ...submissions.pending()].map(({ sha256, file }) => [sha256, file]));
  const problems: Problem[] = [];
  for (const [sha256, file] of names) {
    const path = context.archivePath(sha256);
    const fault = await faultOf(path, sha256);
    if (fault === null) continue;
    problems.push({
      fa: `نسخهٔ اصل «${file}» ${fault.fa}: ${path}. آن را از پشتیبان برگردانید یا پرونده را دوباره بخواهید.`,
      en: `The original of ${file} ${fault.en}: ${path}. Restore it from a backup, or ask for the file again.`,
    });
  }
  return problems;
}

/** Every published file must be the one that its manifest names; a period that was published must still be there. */
async function publicationProblems(context: Context): Promise<Problem[]> {
  const { reports: root } = context.workspace;
  const published = context
    .store()
    .submissions.records()
    .flatMap(({ period }) => (period === null ? [] : [period]));
  const folders = (await readdir(root).catch(() => [])).filter(isPeriod);
  const problems: Problem[] = [];
  for (const period of [...new Set([...folders, ...published])].sort()) {
    const manifest = publishedSet(root, period);
    if (manifest === null && context.store().reports.latest(period) === null) continue;
    if (manifest === null) {
      problems.push({
        fa: `گزارش‌های منتشرشدهٔ ${period} در پوشهٔ reports نیست یا فهرستشان خوانده نمی‌شود. بازسازی: payesh report --period ${period}`,
        en: `The published reports of ${period} are not in reports, or their manifest cannot be read. Mend with payesh report --period ${period}`,
      });
    }
    for (const { file, sha256 } of manifest?.files ?? []) {
      const fault = await faultOf(join(root, period, file), sha256);
      if (fault === null) continue;
      problems.push({
        fa: `گزارش «${period}/${file}» ${fault.fa}. بازسازی: payesh report --period ${period}`,
        en: `The report ${period}/${file} ${fault.en}. Mend with payesh report --period ${period}`,
      });
    }
    problems.push(...(await drawingProblems(join(root, period), period, manifest?.drawings ?? [])));
  }
  return problems;
}

/** A drawing that was deleted is no loss, since it can be made anew; one that was changed says something that Payesh did not. */
async function drawingProblems(folder: string, period: string, drawings: readonly { file: string; sha256: string }[]) {
  const problems: Problem[] = [];
  for (const { file, sha256 } of drawings) {
    const path = join(folder, file);
    const fault = existsSync(path) ? await faultOf(path, sha256) : null;
    if (fault === null) continue;
    problems.push({
      fa: `«${period}/${file}» ${fault.fa}. آن را پاک کنید و دوباره بسازید: payesh report --period ${period}`,
      en: `${period}/${file} ${fault.en}. Delete it and make it anew with payesh report --period ${period}`,
    });
  }
  return problems;
}

async function faultOf(path: string, sha256: string): Promise<Problem | null> {
  try {
    return (await hashOf(path)) === sha256 ? null : { fa: 'تغییر کرده است', en: 'was changed' };
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return { fa: 'نیست', en: 'is missing' };
    return { fa: `خوانده نمی‌شود (${code})`, en: `cannot be read (${code})` };
  }
}
