import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/config/index.js';
import { renderFinding } from '../../src/domain/catalogue/render.js';
import { planFolder, SMALL_PLAN, type TestWorkspace, testWorkspace } from './workspace.js';

let town: TestWorkspace;
beforeEach(() => {
  town = testWorkspace();
});
afterEach(() => town.remove());

const importSmallPlan = () => town.pipeline.importPlan(planFolder(town.root, SMALL_PLAN), { dryRun: false });

/** file name, content, status, accepted rows, findings as `CODE@cell`. */
const CASES: [what: string, name: string, text: string, status: string, accepted: number, findings: string[]][] = [
  [
    'unknown project',
    '1399-06.csv',
    'project,physical_percent\nA1,40\nX9,50\n',
    'partly',
    1,
    ['SUB_UNKNOWN_PROJECT@A3'],
  ],
  [
    'foreign project',
    '1399-06.csv',
    'project,physical_percent\nA1,40\nB1,50\n',
    'partly',
    1,
    ['SUB_FOREIGN_PROJECT@A3'],
  ],
  ['missing period', 'report.csv', 'project,physical_percent\nA1,40\n', 'refused', 0, ['SUB_PERIOD_MISSING@']],
  [
    'two periods',
    '1399-06.csv',
    'project,period,physical_percent\nA1,1399-05,40\n',
    'refused',
    0,
    ['SUB_PERIOD_CONFLICT@'],
  ],
  ['period in the future', '1399-09.csv', 'project,physical_percent\nA1,40\n', 'refused', 0, ['SUB_PERIOD_FUTURE@']],
  [
    'text in a number',
    '1399-06.csv',
    'project,physical_percent\nA1,40\nA2,حدود نصف\n',
    'partly',
    1,
    ['SUB_NOT_A_NUMBER@B3'],
  ],
  [
    'physical over 100',
    '1399-06.csv',
    'project,physical_percent\nA1,140\nA2,50\n',
    'partly',
    1,
    ['SUB_PHYSICAL_OVER_100@B2'],
  ],
  ['negative physical', '1399-06.csv', 'project,physical_percent\nA1,-4\nA2,50\n', 'partly', 1, ['SUB_NEGATIVE@B2']],
  [
    'spent with separators',
    '1399-06.csv',
    'project,spent_rial\nA1,"1,250,000"\nA2,۱٬۲۵۰٬۰۰۰\n',
    'accepted',
    2,
    // Read alike; and asked about, since the approved budgets are 1,000 and 2,000 rials.
    ['SUB_UNIT_SLIP_UP@B2', 'SUB_UNIT_SLIP_UP@B3'],
  ],
  ['empty file', '1399-06.csv', '', 'refused', 0, ['FILE_EMPTY@']],
  [
    'unknown column',
    '1399-06.csv',
    'project,physical_percent,flavour\nA1,40,x\n',
    'accepted',
    1,
    ['SUB_UNKNOWN_COLUMN@C1'],
  ],
  [
    'missing required column',
    '1399-06.csv',
    'title,physical_percent\nپروژه,40\n',
    'refused',
    0,
    ['SUB_CODE_COLUMN_MISSING@'],
  ],
  [
    'duplicate rows',
    '1399-06.csv',
    'project,physical_percent\nA1,40\nA1,50\nA2,10\n',
    'partly',
    1,
    ['SUB_DUPLICATE_ROW@A2', 'SUB_DUPLICATE_ROW@A3'],
  ],
];

describe('wrong input is told with its place and its remedy, and nothing is lost', () => {
  it.each(CASES)('%s', async (_what, name, text, status, accepted, findings) => {
    await importSmallPlan();
    town.drop(`D1/${name}`, text);
    const { files } = await town.pipeline.ingest({ dryRun: false });
    expect(files).toHaveLength(1);
    const [record] = files;
    if (!record) return;
    expect(record).toMatchObject({ status, acceptedRows: accepted, department: 'D1' });
    expect(record.findings.map(({ code, place }) => `${code}@${place.cell ?? ''}`).sort()).toEqual(
      [...findings].sort(),
    );
    for (const finding of record.findings) {
      for (const language of ['fa', 'en'] as const) {
        const { message, remedy } = renderFinding(finding, language);
        expect(message.length).toBeGreaterThan(10);
        expect(remedy.length).toBeGreaterThan(10);
      }
    }
    const sha256 = createHash('sha256').update(text).digest('hex');
    expect(readFileSync(join(town.root, 'data', 'archive', sha256.slice(0, 2), sha256), 'utf8')).toBe(text);
    expect(town.inbox()).toEqual([]);
  });

  it('no plan loaded: says so, and the inbox stays as it is', async () => {
    town.drop('D1/1399-06.csv', 'project,physical_percent\nA1,40\n');
    await expect(town.pipeline.ingest({ dryRun: false })).rejects.toMatchObject({ code: 'NO_PLAN' });
    expect(town.inbox()).toEqual(['1399-06.csv']);
    expect(existsSync(join(town.root, 'data', 'payesh.db'))).toBe(false);
  });

  it('a dry run and a check of a file store nothing', async () => {
    await importSmallPlan();
    town.drop('D1/1399-06.csv', 'project,physical_percent\nA1,40\nX9,1\n');
    const { files } = await town.pipeline.ingest({ dryRun: true });
    expect(files.map(({ status }) => status)).toEqual(['partly']);
    const checked = await town.pipeline.check(join(town.root, 'data', 'inbox', 'D1', '1399-06.csv'));
    expect(checked.record).toMatchObject({ status: 'partly', department: 'D1' });
    expect(town.inbox()).toEqual(['1399-06.csv']);
    expect(town.pipeline.periodsWithFacts()).toEqual([]);
  });
});

describe('a broken plan is refused whole', () => {
  const broken: [string, Partial<Record<keyof typeof SMALL_PLAN | 'year_shares', string>>, string][] = [
    [
      'cycle',
      { nodes: `plan,code,parent,level,title\nP1,G1,T1,goal,a\nP1,T1,G1,scheme,b\nP1,T2,G1,scheme,c` },
      'PLAN_NODE_CYCLE',
    ],
    ['orphan', { nodes: `${SMALL_PLAN.nodes}\nP1,T9,G9,scheme,یتیم,` }, 'PLAN_UNKNOWN_NODE'],
    ['duplicate', { projects: `${SMALL_PLAN.projects}\nA1,دوباره,T1,D1,1399,1` }, 'PLAN_DUPLICATE_CODE'],
    ['shares', { year_shares: 'node,year,share_percent\nT1,1398,40\nT1,1399,50' }, 'PLAN_SHARES_NOT_100'],
  ];
  it.each(broken)('%s', async (_what, tables, code) => {
    const folder = planFolder(town.root, { ...SMALL_PLAN, ...tables });
    const answer = await town.pipeline.importPlan(folder, { dryRun: false });
    expect(answer.version).toBeNull();
    expect(answer.findings.map((finding) => finding.code)).toContain(code);
    expect(answer.findings.every(({ place }) => place.file !== undefined)).toBe(true);
    expect((await town.pipeline.status({})).plan).toBeNull();
  });
});

describe('a workspace that cannot be used says why', () => {
  it('bad configuration: every fault at once, with an example', () => {
    writeFileSync(
      join(town.root, 'payesh.config.json'),
      '{ "calendar": "lunar", "deadline": { "day": 40 }, "colour": 1 }',
    );
    const { faults } = loadConfig(town.root);
    expect(faults.map(({ key }) => key).sort()).toEqual(['calendar', 'colour', 'deadline.day']);
    for (const fault of faults) expect(fault.example).not.toBe('');
  });

  it('a database newer than the program is not touched', async () => {
    await importSmallPlan();
    town.pipeline.stop();
    const file = join(town.root, 'data', 'payesh.db');
    const db = new Database(file);
    const columns = db.prepare('select * from schema_migration order by id desc limit 1').get() as Record<
      string,
      unknown
    >;
    const names = Object.keys(columns);
    const next = { ...columns, id: 9999, name: '9999-later' };
    db.prepare(
      `insert into schema_migration (${names.join(', ')}) values (${names.map((name) => `@${name}`).join(', ')})`,
    ).run(next);
    db.close();
    await expect(town.reopen().status({})).rejects.toMatchObject({ code: 'STORE_NEWER' });
  });
});
