import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { planFolder, SMALL_PLAN, type TestWorkspace, testWorkspace } from './workspace.js';

let town: TestWorkspace;
beforeEach(async () => {
  town = testWorkspace();
  await town.pipeline.importPlan(planFolder(town.root, SMALL_PLAN), { dryRun: false });
  // A1 stands still with its money released, A2 works ahead with little money, B1 is weak until it falls silent.
  for (const [at, month] of ['03', '04', '05', '06'].entries()) {
    const done = 27 + 10 * at;
    town.drop(
      `D1/1399-${month}.csv`,
      `project,physical_percent,spent_rial,allocated_rial\nA1,2,${250 + 83 * at},1000\nA2,${done},40,60\n`,
    );
    if (month !== '06') town.drop(`D2/1399-${month}.csv`, `project,physical_percent,spent_rial\nB1,${done - 22},700\n`);
  }
  await town.pipeline.ingest({ dryRun: false });
});
afterEach(() => town.remove());

describe('feedback', () => {
  it('names who stands still with money and who works without, and moves credit from one to the other', async () => {
    const { items, proposal, history, contributions, undecided } = await town.pipeline.feedback({ scope: 'year' });
    expect(history.at(-1)).toBe('1399-06');
    const projects = items.filter(({ subject }) => subject === 'project');
    expect(projects.map(({ kind, code, persistence, since }) => [kind, code, persistence, since])).toEqual([
      ['weakness', 'A1', 4, '1399-03'],
      ['funded_staller', 'A1', 4, '1399-03'],
      ['starved_winner', 'A2', 4, '1399-03'],
      ['strength', 'A2', 4, '1399-03'],
    ]);
    expect(undecided).toBeGreaterThan(0);
    expect(proposal.rows.map(({ code, reason }) => [code, reason])).toEqual([
      ['T1', 'staller'],
      ['T2', 'ahead_of_money'],
    ]);
    const moved = proposal.rows.map(({ proposedRial, baseRial }) => proposedRial - baseRial);
    expect(moved).toEqual([-200n, 200n]);
    const [plan, ...rest] = contributions;
    const top = rest.filter(({ level }) => level === 'goal');
    expect(top.reduce((sum, { gap }) => sum + (gap ?? 0), 0)).toBeCloseTo(plan?.gap ?? 0, 9);
  });
});
