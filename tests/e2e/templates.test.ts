import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { PayeshError } from '../../src/domain/error.js';
import { planFolder, SMALL_PLAN, type TestWorkspace, testWorkspace } from './workspace.js';

let town: TestWorkspace;
beforeEach(async () => {
  town = testWorkspace();
  await town.pipeline.importPlan(planFolder(town.root, SMALL_PLAN), { dryRun: false });
});
afterEach(() => town.remove());

function template(name: string, text: string): void {
  const path = join(town.root, 'data', 'templates', name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

const SHEET = 'کد کار,تحقق کارگاهی,ستون ۴\nA1,40,5\n';

it('takes the synonyms and layouts of the workspace when the inbox is read', async () => {
  template(
    'words.json',
    JSON.stringify({
      synonyms: [
        { header: 'کد کار', field: 'project' },
        { header: 'تحقق کارگاهی', field: 'physical_percent' },
      ],
      layouts: [{ department: 'D1', money_unit: 'toman', columns: [{ header: 'ستون ۴', field: 'spent_rial' }] }],
    }),
  );
  town.drop('D1/1399-06.csv', SHEET);
  const { files } = await town.reopen().ingest({ dryRun: false });
  expect(files.map(({ status, acceptedRows }) => [status, acceptedRows])).toEqual([['accepted', 1]]);
  const { facts } = await town.pipeline.facts({ period: '1399-06' });
  expect(facts.map(({ field, value, source }) => `${field} ${value} ${source.cell}`).sort()).toEqual([
    'physical 0.4 B2',
    'spent_rial 50 C2',
  ]);
});

it('refuses a faulty template before any file is read, naming file, place and remedy', async () => {
  template('words.json', JSON.stringify({ synonyms: [{ header: 'x', field: 'spent_rials' }] }));
  town.drop('D1/1399-06.csv', SHEET);
  const fault = await town
    .reopen()
    .ingest({ dryRun: false })
    .catch((error: unknown) => error);
  expect(fault).toBeInstanceOf(PayeshError);
  expect(fault).toMatchObject({ code: 'TEMPLATES', exitCode: 2 });
  expect((fault as PayeshError).text.en).toContain('words.json: “spent_rials” at “synonyms[0].field”');
  expect(town.inbox()).toEqual(['1399-06.csv']);
});
