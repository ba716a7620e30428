import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createPipeline } from '../../src/pipeline/index.js';
import { run } from '../cli/fakes.js';
import { PLAN } from './forms.js';
import { planFolder, type TestWorkspace, testWorkspace } from './workspace.js';

let town: TestWorkspace;
beforeEach(async () => {
  town = testWorkspace('2020-09-25T08:00:00Z');
  await town.pipeline.importPlan(planFolder(town.root, PLAN), { dryRun: false });
});
afterEach(() => town.remove());

const returned = () => readFileSync(join(town.root, 'data', 'outbox', 'D1', 'payesh-return-1399-06.xlsx'));
const ingest = async () => (await town.pipeline.ingest({ dryRun: false })).files;

it('changes nothing when a return that holds lines without a code comes back unchanged', async () => {
  const lines = 'A1,x,5\n,20,7\n,,9\n';
  town.drop('D1/1399-06.csv', `کد پروژه,پیشرفت فیزیکی (درصد),هزینه‌کرد (میلیون ریال)\n${lines}`);
  await ingest();
  const before = [await town.pipeline.facts({ period: '1399-06' }), returned()];
  town.drop('D1/دوباره.xlsx', returned());
  expect((await ingest()).map(({ status, findings }) => [status, findings.map(({ code }) => code)])).toEqual([
    ['duplicate', ['INBOX_RETURN_UNCHANGED']],
  ]);
  expect([await town.pipeline.facts({ period: '1399-06' }), returned()]).toEqual(before);
});

it('keeps the language of the configuration when a command that asks for another takes the inbox in', async () => {
  town.drop('D1/1399-06.csv', 'کد پروژه,پیشرفت فیزیکی (درصد)\nA1,140\n');
  await ingest();
  const before = returned();
  const world = { now: () => town.clock.now, log: () => {} };
  const { code } = await run(
    'ingest --language en',
    {},
    {
      currentFolder: town.root,
      openPipeline: async (root, config, language) => createPipeline(root, world, config, language),
    },
  );
  expect(code).toBe(0);
  expect(returned()).toEqual(before);
});
