import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { planFolder, SMALL_PLAN, type TestWorkspace, testWorkspace } from './workspace.js';

let town: TestWorkspace;
beforeEach(async () => {
  town = testWorkspace();
  await town.pipeline.importPlan(planFolder(town.root, SMALL_PLAN), { dryRun: false });
});
afterEach(() => town.remove());

it.skipIf(process.platform === 'win32')('verify tells rights that are wider than they should be', async () => {
  const at = (...names: string[]) => join(town.root, ...names);
  const inbox = at('data', 'inbox', 'D1');
  mkdirSync(inbox, { recursive: true });
  chmodSync(inbox, 0o1730);
  chmodSync(at('data', 'payesh.db'), 0o600);
  expect(await town.pipeline.verify()).toEqual({ ok: true, problems: [], warnings: [] });

  chmodSync(at('data', 'payesh.db'), 0o644);
  const read = await town.pipeline.verify();
  expect([read.ok, read.warnings]).toEqual([true, [expect.stringMatching(/payesh\.db .*\(0644\)/)]]);

  chmodSync(at('payesh.config.json'), 0o646);
  chmodSync(inbox, 0o733);
  const written = await town.pipeline.verify();
  expect(written.ok).toBe(false);
  expect(written.problems).toEqual([
    expect.stringMatching(/payesh\.config\.json .*\(0646\)/),
    expect.stringMatching(/D1 .*\(0733\)/),
  ]);
});
