import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { loadConfig } from '../../src/config/index.js';
import { loggedWorld, openLog } from '../../src/pipeline/log.js';
import { planFolder, SMALL_PLAN, type TestWorkspace, testWorkspace } from './workspace.js';

let town: TestWorkspace;
beforeEach(async () => {
  town = testWorkspace();
  await town.pipeline.importPlan(planFolder(town.root, SMALL_PLAN), { dryRun: false });
});
afterEach(() => town.remove());

const lines = (name: string) => readFileSync(join(town.root, 'data', name), 'utf8').split('\n');

it('the service leaves figures for the monitoring, and one line for what it took in', async () => {
  town.drop('D1/1399-06.csv', 'project,physical_percent,spent_rial\nA1,40,450\n');
  const service = await town.pipeline.startService();
  await town.pipeline.ingest({ dryRun: false, unattended: true });
  await service?.told('ingest', null);
  expect(town.log).toContain('info ingest: 1 files, 1 accepted, 0 partly, 0 refused, 0 duplicate');
  const metrics = lines('metrics/payesh.prom');
  expect(metrics).toContain('payesh_departments{period="1399-06",state="on_time"} 1');
  expect(metrics).toContain('payesh_departments{period="1399-06",state="silent"} 1');
  expect(metrics).toContain(`payesh_written_timestamp_seconds ${town.clock.now.getTime() / 1000}`);
  // Every line is a comment or a sample, as the exposition format has it.
  for (const line of metrics.filter((each) => each !== '')) {
    expect(line).toMatch(/^(# (HELP|TYPE) payesh_\w+ .+|payesh_\w+(\{\w+="[^"\n]*"(,\w+="[^"\n]*")*\})? -?[\d.e+]+)$/);
  }
  await service?.end();
});

it('the log is one object a line, turns over by size, and keeps so many files', async () => {
  const { config } = loadConfig(town.root);
  const log = await openLog(town.root, { ...config, logs: { files: 3, megabytes: 1 } });
  const told: string[] = [];
  const world = loggedWorld({ now: () => town.clock.now, log: (_, line) => void told.push(line) }, log);
  world.log('error', 'پروندهٔ «a\nb» خوانده نشد');
  const [first = ''] = lines('logs/payesh.1.log');
  expect(JSON.parse(first)).toEqual({ time: expect.any(String), level: 'error', msg: 'پروندهٔ «a\nb» خوانده نشد' });
  expect(told).toHaveLength(1);
  // It turns over between two turns of the event loop, as the service has them.
  for (let batch = 0; batch < 5; batch += 1) {
    for (let written = 0; written < 1_100; written += 1) log.write('info', 'x'.repeat(1000));
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const files = readdirSync(join(town.root, 'data', 'logs'));
  expect(files.length).toBeLessThanOrEqual(3);
  expect(files).not.toContain('payesh.1.log');
  log.end();
});
