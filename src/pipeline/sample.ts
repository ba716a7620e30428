import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context } from './context.js';
import { importPlan } from './plan.js';
import type { Workspace } from './workspace.js';

/** The shipped sample lies in the package, whether it runs from its sources or from its build. */
export function shippedSample(): string {
  for (const up of ['../..', '../../..']) {
    const folder = new URL(`${up}/data/sample/`, import.meta.url).pathname;
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

/** Copies the sample's plan and inbox into a workspace that holds no plan. Never over an existing plan. */
export async function loadSample(context: Context): Promise<{ loaded: boolean }> {
  const { workspace } = context;
  context.createStore();
  if (context.store().plans.versions().length > 0) return { loaded: false };
  const sample = shippedSample();
  await mkdir(workspace.inbox, { recursive: true });
  await writeFile(markerOf(workspace), `${JSON.stringify({ note: 'داده نمونه — غیرواقعی / sample data' })}\n`);
  await cp(join(sample, 'inbox'), workspace.inbox, { recursive: true });
  const [first] = [...(await sampleReceipts(context)).values()].sort((a, b) => a.getTime() - b.getTime());
  await importPlan(context, join(sample, 'plan'), { dryRun: false }, first);
  return { loaded: true };
}
