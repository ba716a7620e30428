import { createHash } from 'node:crypto';
import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadConfig } from '../../src/config/index.js';
import type { Finding, FindingCode } from '../../src/domain/finding.js';
import { archiveOriginal } from '../../src/pipeline/archive.js';
import { arrivals } from '../../src/pipeline/arrivals.js';
import { createContext } from '../../src/pipeline/context.js';
import { workspaceAt } from '../../src/pipeline/workspace.js';
import { planFolder, SMALL_PLAN, type TestWorkspace, testWorkspace } from '../e2e/workspace.js';
import type { FindingCase } from './case.js';

/** Findings of the way in, made in one workspace, each by a file of its own; what they need of faults is planted beside it. */
export function intakeCases(): { cases: FindingCase[]; open(): Promise<void>; close(): void } {
  let town: TestWorkspace;
  let form = '';
  const physical = (percent: number) => `project,physical_percent\nB1,${percent}\n`;
  const take = async (): Promise<Finding[]> =>
    (await town.pipeline.ingest({ dryRun: false })).files.flatMap(({ findings }) => findings);
  const drop = (name: string, content: string | Uint8Array): Promise<Finding[]> => {
    town.drop(name, content);
    return take();
  };
  const original = (text: string) => {
    const sha256 = createHash('sha256').update(text).digest('hex');
    return join(town.root, 'data', 'archive', sha256.slice(0, 2), sha256);
  };
  /** Leaves a file as a crash does: archived and journalled, not read, `attempts` times begun; its inbox copy is gone. */
  async function leftUnread(text: string, attempts: number): Promise<void> {
    town.drop('D2/1399-06 unread.csv', text);
    const world = { now: () => town.clock.now, log: () => {} };
    const context = createContext(workspaceAt(town.root), world, loadConfig(town.root).config, () => false);
    const [file] = (await arrivals(context, undefined)).files;
    if (!file) throw new Error('nothing has arrived');
    const { sha256, bytes } = await archiveOriginal(context.workspace, file);
    const { submissions } = context.store();
    const { department, nameBytes, shown } = file;
    const receivedAt = file.receivedAt.toISOString();
    const row = { sha256, department, fileName: nameBytes, file: shown, size: bytes, receivedAt };
    const { id } = submissions.register(row);
    for (let attempt = 0; attempt < attempts; attempt += 1) submissions.attempt(id);
    context.close();
    rmSync(join(town.root, 'data', 'inbox', 'D2', '1399-06 unread.csv'));
  }
  const cases: [code: FindingCode, produce: () => Promise<Finding[]>][] = [
    ['INBOX_TOO_BIG', () => drop('D1/1399-06 big.csv', Buffer.alloc(1_500_000, 32))],
    ['INBOX_TEMPLATE_BLANK', () => drop('D1/blank.xlsx', readFileSync(form))],
    [
      'INBOX_RETURN_UNCHANGED',
      async () => {
        await drop('D1/1399-06.csv', 'project,physical_percent\nA1,140\n');
        const returned = join(town.root, 'data', 'outbox', 'D1', 'payesh-return-1399-06.xlsx');
        return drop('D1/returned.xlsx', readFileSync(returned));
      },
    ],
    [
      'INBOX_DUPLICATE',
      async () => {
        await drop('D2/1399-06.csv', physical(10));
        return drop('D2/1399-06 again.csv', physical(10));
      },
    ],
    [
      'INBOX_DUPLICATE_OLDER',
      async () => {
        await drop('D2/1399-06 newer.csv', physical(11));
        return drop('D2/1399-06 old.csv', physical(10));
      },
    ],
    [
      'INBOX_QUARANTINED',
      async () => {
        await leftUnread(physical(12), 3);
        return take();
      },
    ],
    [
      'INBOX_ORIGINAL_DAMAGED',
      async () => {
        await leftUnread(physical(13), 0);
        chmodSync(original(physical(13)), 0o640);
        writeFileSync(original(physical(13)), 'rotten');
        return take();
      },
    ],
    [
      'VERSION_OVERTAKEN',
      async () => {
        const cheaper = { ...SMALL_PLAN, projects: SMALL_PLAN.projects.replace('3000', '2000') };
        await town.pipeline.importPlan(planFolder(town.root, cheaper), { effective: '1399-08', dryRun: false });
        const again = { ...SMALL_PLAN, projects: SMALL_PLAN.projects.replace('3000', '2500') };
        const plan = planFolder(town.root, again);
        return (await town.pipeline.importPlan(plan, { effective: '1399-03', dryRun: true })).findings;
      },
    ],
  ];
  return {
    cases: cases.map(([code, produce]) => ({ code, produce })),
    async open() {
      town = testWorkspace(undefined, { limits: { file_megabytes: 1 } });
      await town.pipeline.importPlan(planFolder(town.root, SMALL_PLAN), { dryRun: false });
      const { files } = await town.pipeline.template({ period: '1399-06', department: 'D1' });
      form = files[0]?.path ?? '';
    },
    close: () => town.remove(),
  };
}
