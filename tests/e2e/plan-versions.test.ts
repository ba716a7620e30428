import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { loadConfig } from '../../src/config/index.js';
import { createContext } from '../../src/pipeline/context.js';
import { resolve } from '../../src/pipeline/questions.js';
import { replanningOf } from '../../src/pipeline/replanning.js';
import { workspaceAt } from '../../src/pipeline/workspace.js';
import { planFolder, SMALL_PLAN, type TestWorkspace, testWorkspace } from './workspace.js';

let town: TestWorkspace;
beforeEach(async () => {
  town = testWorkspace();
  await town.pipeline.importPlan(planFolder(town.root, SMALL_PLAN), { dryRun: false });
});
afterEach(() => town.remove());

const CHEAPER = { ...SMALL_PLAN, projects: SMALL_PLAN.projects.replace('D1,1399,2000', 'D1,1399,8000') };

it('imports a plan once, shows what a new version would change, and measures each period on the version in force', async () => {
  const again = await town.pipeline.importPlan(planFolder(town.root, SMALL_PLAN), { dryRun: false });
  expect(again).toMatchObject({ unchanged: true, effective: '1398-01', effectiveAssumed: true });
  const dry = await town.pipeline.importPlan(planFolder(town.root, CHEAPER), { effective: '1399-06', dryRun: true });
  expect(dry).toMatchObject({
    version: null,
    difference: [{ table: 'projects', changed: [{ key: 'A2', fields: ['approved_rial: 2000 → 8000'] }] }],
  });
  town.drop('D1/1399-05.csv', 'project,physical_percent,spent_rial\nA1,10,100\nA2,10,100\n');
  town.drop('D1/1399-06.csv', 'project,physical_percent,spent_rial\nA1,20,200\nA2,20,200\n');
  await town.pipeline.ingest({ dryRun: false });
  const budgetOf = async (period: string) =>
    (await town.pipeline.realization({ period, scope: 'year', basis: 'full' })).rows[0]?.budgetRial;
  expect(await budgetOf('1399-06')).toBe(6_000n);
  await town.pipeline.importPlan(planFolder(town.root, CHEAPER), { effective: '1399-06', dryRun: false });
  expect(await budgetOf('1399-05')).toBe(6_000n);
  expect(await budgetOf('1399-06')).toBe(12_000n);
  const [original] = (
    await town.pipeline.realization({ period: '1399-06', scope: 'year', basis: 'full', budget: 'original' })
  ).rows;
  expect(original?.budgetRial).toBe(6_000n);
});

it('puts the effect of replanning on its own line', async () => {
  town.drop('D1/1399-06.csv', 'project,physical_percent,spent_rial\nA1,20,200\n');
  await town.pipeline.ingest({ dryRun: false });
  await town.pipeline.importPlan(planFolder(town.root, CHEAPER), { effective: '1399-06', dryRun: false });
  const { config } = loadConfig(town.root);
  const context = createContext(
    workspaceAt(town.root),
    { now: () => town.clock.now, log: () => {} },
    config,
    () => false,
  );
  expect(replanningOf(context, resolve(context, { period: '1399-06' }))).toMatchObject({
    // 5/12 of 1000, 2000 and 3000, each rounded half up; then of 1000, 8000 and 3000.
    budgetRial: { before: 2_500n, now: 5_000n },
  });
  expect(replanningOf(context, resolve(context, { period: '1399-05' }))).toBeNull();
  context.close();
});

it('lets a vanished project stop an import', async () => {
  const without = { ...SMALL_PLAN, projects: SMALL_PLAN.projects.split('\n').slice(0, -1).join('\n') };
  const answer = await town.pipeline.importPlan(planFolder(town.root, without), {
    effective: '1399-06',
    dryRun: false,
  });
  expect(answer).toMatchObject({ version: null });
  expect(answer.findings.map(({ code }) => code)).toContain('PLAN_CODE_VANISHED');
});

it('changes nothing by its own export, mends the version in force, and says where a later version keeps holding', async () => {
  const { pipeline } = town;
  await pipeline.importPlan(planFolder(town.root, CHEAPER), { effective: '1399-05', dryRun: false });
  town.drop('D1/1399-06.csv', 'project,physical_percent\nA1,20\n');
  await pipeline.ingest({ dryRun: false });
  const folder = join(town.root, 'exported');
  await pipeline.exportPlan(folder);
  expect(await pipeline.importPlan(folder, { dryRun: false })).toMatchObject({
    unchanged: true,
    version: { effective: '1399-05' },
  });
  const mended = { ...CHEAPER, projects: CHEAPER.projects.replace('1399,8000', '1399,9000') };
  const mend = await pipeline.importPlan(planFolder(town.root, mended), { dryRun: false });
  expect(mend).toMatchObject({ effective: '1399-05', effectiveAssumed: true, unchanged: false });
  const withNew = { ...SMALL_PLAN, projects: `${SMALL_PLAN.projects}\nA9,پروژه تازه,T1,D1,1399,10` };
  await pipeline.importPlan(planFolder(town.root, withNew), { effective: '1399-08', dryRun: false });
  const back = await pipeline.importPlan(planFolder(town.root, mended), { effective: '1399-03', dryRun: true });
  expect(back.findings.map(({ code }) => code)).toEqual(['VERSION_OVERTAKEN']);
  await expect(pipeline.importPlan(folder, { effective: '1399-13', dryRun: true })).rejects.toMatchObject({
    exitCode: 2,
  });
});

it('stores nothing in a dry run, not even an empty database', async () => {
  const empty = testWorkspace();
  await empty.pipeline.importPlan(planFolder(empty.root, SMALL_PLAN), { dryRun: true });
  expect(existsSync(join(empty.root, 'data'))).toBe(false);
  empty.remove();
});
