import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { sampleFiles } from '../../src/sample/sample.js';

const ROOT = 'data/sample';
const records = (path: string): Record<string, string>[] =>
  parse(readFileSync(join(ROOT, path)), { columns: true, bom: true });
const onDisk = readdirSync(ROOT, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length + 1));

describe('the shipped sample', () => {
  let made: Map<string, Uint8Array>;
  beforeAll(async () => {
    made = await sampleFiles();
  });

  it('is remade byte for byte', () => {
    expect([...made.keys()].sort()).toEqual([...onDisk].sort());
    const changed = [...made]
      .filter(([path, bytes]) => !readFileSync(join(ROOT, path)).equals(bytes))
      .map(([path]) => path);
    expect(changed).toEqual([]);
  });

  it('stays small', () => {
    const bytes = [...made.values()].reduce((sum, { length }) => sum + length, 0);
    expect(bytes).toBeLessThan(8_000_000);
  });

  it('has the tree, the departments and the indicators of the scenario', () => {
    const levels = records('plan/nodes.csv').map(({ level }) => level);
    const counts = ['statement', 'goal', 'strategy', 'policy', 'scheme'].map(
      (level) => levels.filter((one) => one === level).length,
    );
    expect(counts).toEqual([6, 11, 38, 118, 512]);
    expect(records('plan/departments.csv')).toHaveLength(31);
    expect(records('plan/indicators.csv')).toHaveLength(24);
    expect(records('plan/plans.csv')).toMatchObject([{ first_year: '1395', last_year: '1399', horizon_year: '1414' }]);
  });

  it('has about a thousand projects a year, and the budgets of the scenario once amended', () => {
    const projects = records('plan/projects.csv');
    const amended = new Map(records('plan/budget_changes.csv').map((change) => [change.project, change.approved_rial]));
    const byYear = (year: number) => projects.filter((project) => project.year === String(year));
    const years = [1395, 1396, 1397, 1398, 1399];
    for (const year of years) expect(Math.abs(byYear(year).length - 1000)).toBeLessThan(80);
    const budgets = years.map((year) =>
      byYear(year).reduce((sum, { code, approved_rial }) => sum + BigInt(amended.get(code) ?? approved_rial ?? 0), 0n),
    );
    expect(budgets).toEqual([11_000n, 14_000n, 17_500n, 21_640n, 35_000n].map((milliard) => milliard * 10n ** 9n));
  });

  it('gives every scheme year shares that sum to 100, and siblings weights that sum to 100', () => {
    const sums = new Map<string, number>();
    const add = (key: string, part: string | undefined) => sums.set(key, (sums.get(key) ?? 0) + Number(part));
    for (const share of records('plan/year_shares.csv')) add(`shares of ${share.node}`, share.share_percent);
    for (const node of records('plan/nodes.csv')) add(`children of ${node.parent}`, node.weight);
    for (const project of records('plan/projects.csv')) add(`${project.year} of ${project.node}`, project.weight);
    expect([...sums].filter(([, sum]) => sum !== 100)).toEqual([]);
    expect([...sums.keys()].filter((key) => key.startsWith('shares'))).toHaveLength(512);
  });

  it('has a receipt for each file of the inbox and a file for each receipt', () => {
    const receipts = records('receipts.csv');
    const inbox = onDisk.filter((path) => path.startsWith('inbox/')).map((path) => path.slice('inbox/'.length));
    expect(receipts.map(({ path }) => path).sort()).toEqual(inbox.sort());
    for (const { received_at } of receipts) expect(received_at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:00\.000Z$/);
  });
});
