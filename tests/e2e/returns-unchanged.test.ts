import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
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
