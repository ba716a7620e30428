import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { printPreview } from '../../src/cli/print/preview.js';
import { readConfig } from '../../src/config/index.js';
import { deltaOf } from '../../src/domain/preview.js';
import { COMPONENTS } from '../../src/domain/scorecard.js';
import { createPipeline } from '../../src/pipeline/index.js';
import { run } from '../cli/fakes.js';
import { planFolder, SMALL_PLAN, type TestWorkspace, testWorkspace } from './workspace.js';

let town: TestWorkspace;
beforeEach(async () => {
  town = testWorkspace();
  await town.pipeline.importPlan(planFolder(town.root, SMALL_PLAN), { dryRun: false });
  town.drop('D1/1399-04.csv', 'project,physical_percent,spent_rial\nA1,10,100\nA2,20,900\n');
  town.drop('D1/1399-06.csv', 'project,physical_percent,spent_rial\nA1,40,450\nA2,20,1500\n');
  town.drop('D2/1399-06.csv', 'project,physical_percent,spent_rial\nB1,50,1600\n');
  await town.pipeline.ingest({ dryRun: false });
});
afterEach(() => town.remove());

function rules(text: string): string {
  const path = join(town.root, 'rules.json');
  writeFileSync(path, text);
  return path;
}

describe('rules are tried on past periods', () => {
  it('weights of nodes and projects give what a plan with those weights gives', async () => {
    const file = rules(
      '{ // goals alike, and the first project three times\n"weights": {"nodes": {"g1": 1}, "projects": {"A1": 3, "A2": 1, "B1": 1}} }',
    );
    const { faults, periods } = await town.pipeline.preview({ rules: file });
    expect([faults, periods.map(({ period }) => period)]).toEqual([[], ['1399-04', '1399-06']]);
    const before = (await town.pipeline.realization({})).rows;
    await town.pipeline.importPlan(
      planFolder(town.root, {
        ...SMALL_PLAN,
        nodes: SMALL_PLAN.nodes.replace('هدف یکم,3', 'هدف یکم,1'),
        projects: `code,title,node,department,year,approved_rial,weight
          A1,پروژه الف,T1,D1,1399,1000,3
          A2,پروژه ب,T2,D1,1399,2000,1
          B1,پروژه پ,T2,D2,1399,3000,1
          A0,پروژه سال پیش,T1,D1,1398,500,`,
      }),
      { dryRun: false, effective: '1399-06' },
    );
    const after = (await town.pipeline.realization({})).rows;
    const replayed = periods[1]?.rows.filter(({ kind }) => kind !== 'department') ?? [];
    expect(replayed.map((row) => [row.code, row.before?.physical, row.after?.physical])).toEqual(
      before.map((row, index) => [row.code, row.physical, after[index]?.physical]),
    );
    const [whole] = replayed;
    expect(whole && Math.abs(deltaOf(whole, 'physical') ?? 0)).toBeGreaterThan(0.001);
  });

  it('thresholds, scope and the weights of the score say whose type, figure and score change', async () => {
    // Budget 45% of 50% due beside work of 40% of 50%: ten points ahead, under a threshold of five only.
    const file = rules(
      '{"thresholds": {"physical_points": 5}, "headline": {"scope": "year"}, "scorecard": {"on_time": 0}}',
    );
    const { periods } = await town.pipeline.preview({ rules: file, period: '1399-06', from: '1399-06' });
    const [period] = periods;
    expect([period?.before.scope, period?.after.scope]).toEqual(['plan', 'year']);
    expect(period?.changes.map(({ code, before, after }) => [code, before, after])).toEqual([
      ['A1', 'on_plan', 'money_ahead'],
      ['B1', 'on_plan', 'money_ahead'],
    ]);
    const department = period?.rows.find(({ code }) => code === 'D1');
    const scored = town.reopen();
    const [own] = (await scored.scorecard({ period: '1399-06', department: 'D1' })).rows;
    expect(department?.before?.score).toBeCloseTo(own?.score ?? Number.NaN, 9);
    expect(department && deltaOf(department, 'score')).toBeGreaterThan(0);
  });

  it('stores nothing: every byte of the workspace is as it was', async () => {
    const file = rules('{"quantity_cap": 2, "weights": {"blank": "budget"}}');
    town.reopen();
    const before = fingerprint(town.root);
    await town.pipeline.preview({ rules: file });
    town.pipeline.stop();
    expect(fingerprint(town.root)).toEqual(before);
  });
});

describe('a wrong rules file', () => {
  const WRONG = `{"quantity_cap": 0, "scorecard": {"physicl": 3}, "deadline": {"day": 3}, "mail": {"host": "x"},
    "weights": {"nodes": {"G1": -1, "G9": 2}, "projects": {"A11": 1}}}`;
  const go = (line: string) =>
    run(
      `${line} --language en`,
      {},
      {
        currentFolder: town.root,
        openPipeline: async (root, config) =>
          createPipeline(root, { now: () => town.clock.now, log: () => {} }, config),
      },
    );

  it('is told whole, each fault with its key and an example, and ends with 2', async () => {
    rules(WRONG);
    const { code, out, err } = await go('preview --rules rules.json');
    expect([code, out]).toEqual([2, '']);
    expect(err.match(/^ {2}\S+/gm)?.map((key) => key.trim())).toEqual([
      'quantity_cap',
      'scorecard.physicl',
      'deadline.day',
      'mail.host',
      'weights.nodes.G1',
      'weights.nodes.G9',
      'weights.projects.A11',
    ]);
    expect(err.match(/example: \S/g)?.length).toBe(7);
    expect(err).toContain('the nearest is "scorecard.physical"');
    expect(err).toContain('the nearest is "A1"');
  });

  it.each([
    ['{"quantity_cap": ', 'valid JSON'],
    ['{}', 'at least one rule'],
    ['[]', 'a JSON object'],
    ['{"weights": {"nodes": {"G1": 1, "g1": 5}}}', '"G1" is given twice'],
    ['{"weights": {"nodes": {"G1": 1, "G\\u0031": 5}}}', 'weights.nodes.G1 = weights.nodes.G1'],
    ['{"quantity_cap": 1.2, /* again */ "quantity_cap": 1.1}', 'each key once'],
    ['{"weights": {"nodes": {"G1": 0, "G2": 0}}}', 'add up to more than 0 under "P1"'],
    ['{"weights": {"projects": {"A1": 0}}}', 'add up to more than 0 under "T1, 1399"'],
    ['{"weights": {"nodes": {"G1": 1e308, "G2": 1e308}}}', 'from 0 to 1,000,000,000'],
    [`{"scorecard": {${COMPONENTS.map((name) => `"${name}": 0`).join()}}}`, 'at least one component'],
    [`{"weights": {"nodes": ${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}}}`, 'weights.nodes'],
  ])('%s', async (text, words) => {
    rules(text);
    const { code, err } = await go('preview --rules rules.json');
    expect([code, err.includes(words), err.includes('payesh.config.json')]).toEqual([2, true, false]);
  });

  it('with many unknown codes tells some of them and how many more there are', async () => {
    const codes = Array.from({ length: 50 }, (_, at) => `"X${at}": 1`).join();
    rules(`{"weights": {"nodes": {${codes}}}}`);
    const { code, err } = await go('preview --rules rules.json');
    expect([code, err.match(/weights\.nodes\.X/g)?.length, err.includes('… and 30 more')]).toEqual([2, 20, true]);
  });

  it('cannot steer the terminal with its keys', async () => {
    rules('{"a\\u001b[31m\\u202e\\nb": 1, "weights": {"nodes": {"x\\u009b31m": 1}}}');
    const { err } = await go('preview --rules rules.json');
    const lines = err.trimEnd().split('\n');
    expect(lines).toHaveLength(3);
    for (const line of lines) expect(line).not.toMatch(/[\p{Cc}\u202e]/u);
  });

  it('a mix is held against the projects’ own figure where nothing was mixed, and changes of class and type are counted', async () => {
    await town.pipeline.importPlan(
      planFolder(town.root, {
        ...SMALL_PLAN,
        indicators: `code,title,department,node,direction,aggregation,baseline,frequency
          I1,شاخص یکم,D1,T1,up,last,10,monthly`,
        targets: 'indicator,period_or_year,target\nI1,1399,30',
      }),
      { dryRun: false },
    );
    town.drop('D1/شاخص 1399-06.csv', 'indicator,value\nI1,20\n');
    await town.pipeline.ingest({ dryRun: false });
    town.reopen();
    rules(
      '{"mix": {"indicators": 0.5}, "headline": {"scope": "year"}, "thresholds": {"ratio_bands": [0.1, 0.2], "physical_points": 5}}',
    );
    const { out } = await go('preview --rules rules.json --from 1399-06');
    // The plan of the first scheme at 40% of the 50% due in the year, its indicator on its path: (80 + 100) / 2.
    expect(out).toMatch(/T1 .*→ 80\.0%.*→ 90\.0%/);
    expect(out).toMatch(/Rows whose class changes:\n( {2}.+ → .+: \d+\n)+/);
    expect(out).toMatch(/Projects of another type: 2\n {2}on plan → money ahead of work: 2\n/);
  });

  it('that is right prints changed rows, and --json keeps both sides', async () => {
    rules('{"weights": {"nodes": {"G1": 1}}}');
    const printed = await go('preview --rules rules.json');
    expect(printed.code).toBe(0);
    expect(printed.out).toMatch(/P1 .*→.*\([+-]\d/);
    const { rows } = JSON.parse((await go('preview --rules rules.json --json')).out);
    const [plan] = rows[1].rows;
    expect(plan.delta.physical).toBeCloseTo(plan.after.physical - plan.before.physical, 12);
    expect((await go('preview --rules rules.json --from 1399-01 --period 1399-02')).code).toBe(2);
  });

  it('prints the difference of the two figures that it prints, however close they are', async () => {
    const { periods } = await town.pipeline.preview({ rules: rules('{"weights": {"nodes": {"G1": 1}}}') });
    const [period] = periods;
    const [row] = period?.rows ?? [];
    if (!period || !row?.before || !row.after) throw new Error('the plan is replayed');
    const [before, after] = [
      { ...row.before, physical: 0.66449, gap: -0.10049 },
      { ...row.after, physical: 0.66451, gap: -0.10051 },
    ];
    const view = { language: 'en' as const, config: readConfig('{}').config, terminal: false };
    const out = printPreview(view, [{ ...period, rows: [{ ...row, before, after }] }]);
    expect(out).toMatch(/66\.4% → 66\.5% \(\+0\.1\).*-10\.0 → -10\.1 \(-0\.1\)/);
  });
});

/** Every file below a folder with its content; the database's sidecars belong to an open connection, not to the record. */
function fingerprint(root: string): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/-(wal|shm)$/.test(entry.name))
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return `${path} ${createHash('sha256').update(readFileSync(path)).digest('hex')}`;
    })
    .sort();
}
