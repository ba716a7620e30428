import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { planFolder, SMALL_PLAN, type TestWorkspace, testWorkspace } from './workspace.js';

let town: TestWorkspace;
afterEach(() => town.remove());

it('follows every word on a question at once: its month’s return asks it while it is open, whatever is open for a later month', async () => {
  town = testWorkspace('2020-12-01T08:00:00Z');
  await town.pipeline.importPlan(planFolder(town.root, SMALL_PLAN), { dryRun: false, effective: '1398-01' });
  const send = async (month: string, physical: number) => {
    town.drop(`D1/${month}.csv`, `project,physical_percent\nA1,${physical}\n`);
    await town.pipeline.ingest({ dryRun: false });
  };
  const asked = (month: string) => existsSync(join(town.root, 'data', 'outbox', 'D1', `payesh-return-${month}.xlsx`));
  await send('1399-05', 60);
  await send('1399-06', 40);
  await send('1399-07', 20);
  expect([asked('1399-06'), asked('1399-07')]).toEqual([true, true]);
  await town.pipeline.answerQuestion(1, 'نقشه‌برداری شد', 'کارشناس');
  expect([asked('1399-06'), asked('1399-07')]).toEqual([false, true]);
  await town.pipeline.decideQuestion(1, 'rejected', 'دفتر برنامه', 'سند پیوست نیست');
  expect(asked('1399-06')).toBe(true);
  await town.pipeline.decideQuestion(1, 'accepted', 'دفتر برنامه', 'سند دیده شد');
  expect(asked('1399-06')).toBe(false);
});
