import { afterEach, beforeEach, expect, it } from 'vitest';
import { PLAN } from './forms.js';
import { planFolder, type TestWorkspace, testWorkspace } from './workspace.js';

let town: TestWorkspace;
beforeEach(async () => {
  town = testWorkspace('2020-09-25T08:00:00Z');
  await town.pipeline.importPlan(planFolder(town.root, PLAN), { dryRun: false });
});
afterEach(() => town.remove());

const HEAD = 'کد پروژه,پیشرفت فیزیکی (درصد)';
const REAL = 'هزینه‌کرد (میلیون ریال)';

// What is left out is said by an error of its column; a column beside the real one loses nothing and is only named.
it.each([
  ['an unknown unit', `${HEAD},هزینه‌کرد (درهم)\nA1,40,25\n`, 'partly', ['SUB_COLUMN_VAGUE C1'], ['A1 physical']],
  [
    'two units',
    `${HEAD},هزینه‌کرد (میلیون ریال / تومان)\nA1,40,25\n`,
    'partly',
    ['SUB_COLUMN_VAGUE C1'],
    ['A1 physical'],
  ],
  [
    'a column beside the real one',
    `${HEAD},${REAL},هزینه‌کرد (پیمانکار)\nA1,40,25,9\nA3,40,,\n`,
    'accepted',
    ['SUB_UNKNOWN_COLUMN D1'],
    ['A1 physical', 'A1 spent_rial', 'A3 physical'],
  ],
  [
    'a column that alone has a figure',
    `${HEAD},${REAL},هزینه‌کرد (پیمانکار)\nA1,40,25,9\nA3,40,,7\n`,
    'partly',
    ['SUB_COLUMN_VAGUE D1'],
    ['A1 physical', 'A1 spent_rial', 'A3 physical'],
  ],
  [
    'progress in metres',
    `کد پروژه,پیشرفت فیزیکی (متر),${REAL}\nA1,40,25\n`,
    'partly',
    ['SUB_COLUMN_VAGUE B1'],
    ['A1 spent_rial'],
  ],
])('%s', async (_, text, status, findings, facts) => {
  town.drop('D1/1399-06.csv', text);
  const [record] = (await town.pipeline.ingest({ dryRun: false })).files;
  expect(record?.findings.map(({ code, place }) => `${code} ${place.cell}`)).toEqual(findings);
  expect(record?.status).toBe(status);
  const stored = (await town.pipeline.facts({ period: '1399-06' })).facts;
  expect(stored.map(({ code, field }) => `${code} ${field}`)).toEqual(facts);
});
