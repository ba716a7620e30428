import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { planFolder, SMALL_PLAN, type TestWorkspace, testWorkspace } from './workspace.js';

let town: TestWorkspace;
beforeEach(async () => {
  town = testWorkspace();
  await town.pipeline.importPlan(planFolder(town.root, SMALL_PLAN), { dryRun: false });
  town.drop('D1/1399-04.csv', 'project,physical_percent,spent_rial,obstacle\nA1,10,100,معارض محلی\nA2,20,900,\n');
  town.drop('D1/1399-06.csv', 'project,physical_percent,spent_rial,action\nA1,40,450,\nA2,20,1500,پیگیری شد\n');
  await town.pipeline.ingest({ dryRun: false });
});
afterEach(() => town.remove());

describe('project control', () => {
  it('answers for the plan, a department and one project, from stored facts', async () => {
    const { rows, options, critical } = await town.pipeline.evm({});
    expect([options.scope, options.basis]).toEqual(['year', 'full']);
    expect(rows[0]).toMatchObject({ code: 'P1', BAC: 6000n, PV: 3000, EV: 800, AC: 1950n });
    expect(critical.map(({ kind, code, text }) => [kind, code, text])).toEqual([
      ['late', 'A2', null],
      ['over_cost', 'A2', null],
      ['over_cost', 'A1', null],
      ['money_ahead', 'A2', null],
      ['obstacle', 'A1', 'معارض محلی'],
    ]);
    const own = await town.pipeline.evm({ department: 'd1' });
    expect(own.rows).toMatchObject([{ code: 'D1', kind: 'department', BAC: 3000n, EV: 800 }]);
    const one = await town.pipeline.evm({ project: 'a1', list: 'obstacle' });
    expect([one.rows.map(({ code }) => code), one.critical.length]).toEqual([['A1'], 1]);
    await expect(town.pipeline.evm({ project: 'A1', node: 'G1' })).rejects.toMatchObject({ exitCode: 2 });
  });
});
