import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '../config/index.js';
import { createPipeline } from '../pipeline/index.js';
import type { Pipeline } from '../pipeline/types.js';

/** A file for the inbox of a department: `1399-06.csv`. */
export interface Sent {
  department: string;
  name: string;
  content: string | Uint8Array;
}

/** A workspace of its own in a temporary folder with a plan imported and files in its inbox, while `use` works in it. */
export async function inWorkspace<T>(
  plan: Record<string, string>,
  files: readonly Sent[],
  use: (pipeline: Pipeline, root: string) => Promise<T>,
): Promise<T> {
  const root = mkdtempSync(join(tmpdir(), 'payesh-bench-'));
  writeFileSync(join(root, 'payesh.config.json'), JSON.stringify({ limits: { settle_seconds: 0 } }));
  const folder = join(root, 'plan');
  mkdirSync(folder);
  for (const [name, text] of Object.entries(plan)) writeFileSync(join(folder, `${name}.csv`), text);
  for (const { department, name, content } of files) {
    const inbox = join(root, 'data', 'inbox', department);
    mkdirSync(inbox, { recursive: true });
    writeFileSync(join(inbox, name), content);
  }
  const world = { now: () => new Date('2021-06-01T00:00:00Z'), log: () => {} };
  const pipeline = createPipeline(root, world, loadConfig(root).config);
  try {
    const { version, findings } = await pipeline.importPlan(folder, { dryRun: false });
    if (!version) throw new Error(`the plan was refused: ${findings.map(({ code }) => code).join(', ')}`);
    return await use(pipeline, root);
  } finally {
    pipeline.stop();
    rmSync(root, { recursive: true, force: true });
  }
}
