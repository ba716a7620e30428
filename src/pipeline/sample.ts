import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, rename, utimes, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PayeshError } from '../domain/error.js';
import type { Context } from './context.js';
import { importPlan } from './plan.js';
import { tracesIn } from './traces.js';
import type { Workspace } from './workspace.js';

/** The shipped sample lies in the package, whether it runs from its sources or from its build. */
export function shippedSample(): string {
  for (const up of ['../..', '../../..']) {
    const folder = fileURLToPath(new URL(`${up}/data/sample/`, import.meta.url));
    if (existsSync(join(folder, 'receipts.csv'))) return folder;
  }
  throw new Error('the shipped sample is missing from this installation: data/sample');
}

/** Says that this workspace holds the sample; written by the operator's side, never by a department. */
function markerOf(workspace: Workspace): string {
  return join(workspace.root, 'data', 'sample-loaded.json');
}

export function isSampleWorkspace(workspace: Workspace): boolean {
  return existsSync(markerOf(workspace));
}

/** When each sample file was received, by the name under which the inbox shows it; empty outside a sample workspace. */
export async function sampleReceipts({ workspace }: Context): Promise<ReadonlyMap<string, Date>> {
  if (!isSampleWorkspace(workspace)) return new Map();
  const text = await readFile(join(shippedSample(), 'receipts.csv'), 'utf8');
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .slice(1)
    .filter((line) => line !== '');
  return new Map(
    lines.map((line) => {
      const at = line.lastIndexOf(',');
      return [line.slice(0, at).replace(/^"|"$/g, ''), new Date(line.slice(at + 1))];
    }),
  );
}

/**
 * Copies the sample's plan and inbox into a workspace that holds nothing yet. `loaded` false = a plan is there already.
 * What an earlier loading left half done (the marker says so) is completed; nobody's file is ever written over.
 * @throws PayeshError where the workspace holds anything that is not the sample's.
 */
export async function loadSample(context: Context): Promise<{ loaded: boolean }> {
  const { workspace } = context;
  const hasPlan = () => context.store().plans.versions().length > 0;
  if (existsSync(workspace.database) && hasPlan()) return { loaded: false };
  const traces = tracesIn(workspace);
  if (!isSampleWorkspace(workspace) && traces.length > 0) throw sampleRefused(traces);
  context.createStore();
  if (hasPlan()) return { loaded: false };
  const sample = shippedSample();
  await mkdir(workspace.inbox, { recursive: true });
  await writeFile(markerOf(workspace), `${JSON.stringify({ note: 'داده نمونه — غیرواقعی / sample data' })}\n`);
  const receipts = await sampleReceipts(context);
  const [first = context.world.now()] = [...receipts.values()].sort((a, b) => a.getTime() - b.getTime());
  for (const file of await readdir(join(sample, 'inbox'), { recursive: true, withFileTypes: true })) {
    if (!file.isFile()) continue;
    const name = relative(join(sample, 'inbox'), join(file.parentPath, file.name));
    await copyOnce(join(file.parentPath, file.name), join(workspace.inbox, name), receipts.get(name) ?? first);
  }
  await importPlan(context, join(sample, 'plan'), { dryRun: false }, first);
  return { loaded: true };
}

/** A whole copy under its name or none, with the time at which it was received; a file of that name stays as it is. */
async function copyOnce(from: string, to: string, receivedAt: Date): Promise<void> {
  if (existsSync(to)) return;
  await mkdir(dirname(to), { recursive: true });
  const partial = `${to}.part`;
  await copyFile(from, partial);
  await utimes(partial, receivedAt, receivedAt);
  await rename(partial, to);
}

const sampleRefused = (traces: readonly string[]) => {
  const folders = traces.map((trace) => (trace === 'reports' ? trace : `data/${trace}`));
  return new PayeshError('SAMPLE_REFUSED', {
    fa: `این فضای کار خالی نیست (${folders.join('، ')})؛ دادهٔ نمونه در آن ریخته نشد و به هیچ پرونده‌ای دست نخورد.`,
    en: `This workspace is not empty (${folders.join(', ')}); the sample was not loaded and no file was touched.`,
    remedyFa:
      'نمونه را در پوشه‌ای خالی ببینید. برای کار با داده‌های خودتان: payesh plan import پوشه و سپس payesh run. برای بارگذاری نمونه در همین‌جا نخست این پوشه‌ها را به جایی دیگر ببرید.',
    remedyEn:
      'Try the sample in an empty folder. For your own data: payesh plan import FOLDER, then payesh run. To load the sample here, move these folders elsewhere first.',
  });
};
