import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planFolder, SMALL_PLAN, type TestWorkspace, testWorkspace } from '../e2e/workspace.js';
import { run } from './fakes.js';

// Real answers behind the command line: a small plan of 1398 to 1400 whose last year, 1400, has no budget yet; a second plan joins in 1399-11.

const PLAN = {
  ...SMALL_PLAN,
  plans: `plan,title,first_year,last_year
    P1,برنامه آزمایشی,1398,1400`,
  departments: `${SMALL_PLAN.departments}\nD9,واحد بی‌پروژه`,
  projects: `code,title,node,department,year,approved_rial,district
    A1,پروژه الف,T1,D1,1399,1000,1
    A2,پروژه ب,T2,D1,1399,2000,2
    B1,پروژه پ,T2,D2,1399,3000,1
    A0,پروژه سال پیش,T1,D1,1398,500,1`,
};

let town: TestWorkspace;
beforeAll(async () => {
  town = testWorkspace();
  await town.pipeline.importPlan(planFolder(town.root, PLAN), { dryRun: false });
  town.drop('D1/1399-06.csv', 'project,physical_percent,spent_rial,allocated_rial\nA1,20,200,400\nA2,40,500,900\n');
  town.drop('D2/1399-06.csv', 'project,physical_percent,spent_rial\nB1,50,900\n');
  await town.pipeline.ingest({ dryRun: false });
  const second = { ...PLAN, plans: `${PLAN.plans}\nQ2,برنامه دوم,1401,1405` };
  await town.pipeline.importPlan(planFolder(town.root, second), { effective: '1399-11', dryRun: false });
});
afterAll(() => town.remove());

const ask = (line: string) =>
  run(`${line} --language en`, {}, { currentFolder: town.root, openPipeline: async () => town.pipeline });
const answerOf = async (line: string) => {
  const { code, out, err } = await ask(`${line} --json`);
  return { code, err, ...(out === '' ? {} : JSON.parse(out)) };
};
const codesOf = async (line: string) => ((await answerOf(line)).rows as { code: string }[]).map((row) => row.code);

describe('parts of the plan', () => {
  const spentBy = async (line: string) => {
    const { rows } = await answerOf(`realization --scope year ${line}`);
    return Object.fromEntries(
      (rows as { code: string; spent_rial: number }[]).map((row) => [row.code, row.spent_rial]),
    );
  };

  it('slices the leaves of the plan, below a node, and of a department', async () => {
    expect(await spentBy('--by district')).toEqual({ 1: 1_100, 2: 500 });
    expect(await spentBy('--by district --node G2')).toEqual({ 1: 900, 2: 500 });
    expect(await spentBy('--by district --department D1')).toEqual({ 1: 200, 2: 500 });
  });

  it('lists the projects below a node or of a department, each with its own figures', async () => {
    expect(await spentBy('--level project --node G2')).toEqual({ A2: 500, B1: 900 });
    expect(await spentBy('--level project --department D1')).toEqual({ A1: 200, A2: 500 });
  });

  it.each([
    ['--node G1 --department D1', '--node and --department'],
    ['--level goal --node G1', '--level and --node'],
    ['--level goal --department D1', '--level and --department'],
    ['--level project --by district', '--level and --by'],
  ])('%s is wrong usage', async (options, words) => {
    expect(await ask(`realization ${options}`)).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining(words),
    });
  });
});

describe('codes as people type them', () => {
  it.each([
    ['realization --node g۱', ['G1']],
    ['realization --department d۱', ['D1']],
    ['realization --plan p۱ --level goal', ['G1', 'G2']],
    ['gap --node p۱', ['P1']],
    ['explain t۲', ['T2']],
    ['explain –', null],
    ['explain a۱ --scope year', ['A1']],
    ['explain d۱', ['D1']],
    ['facts --code a۱ --department d۱', ['A1', 'A1', 'A1']],
    ['facts --code a0', []],
    ['facts --code NOPE', null],
    ['facts --department NOPE', null],
    ['realization --department NOPE', null],
    ['realization --node NOPE', null],
  ])('%s', async (line, codes) => {
    if (codes) expect(await codesOf(line)).toEqual(codes);
    else
      expect(await ask(line)).toMatchObject({ code: 2, out: '', err: expect.stringContaining('is not in this plan') });
  });

  it('says of a department that it has no projects, and of a code of the plan that it has no figure here', async () => {
    const words = 'The department D9 (واحد بی‌پروژه) has no projects in this plan, scope and period.';
    expect(await answerOf('realization --department d9')).toMatchObject({ code: 0, rows: [], reasons: [words] });
    expect((await ask('realization --department D9')).out).toContain(`\n* ${words}\n`);
    expect(await ask('explain D9')).toMatchObject({ code: 2, err: expect.stringContaining(words) });
    expect(await ask('explain A0 --scope year')).toMatchObject({
      code: 2,
      err: expect.stringContaining('has no figure in this scope and period'),
    });
  });
});

it.each(['due', 'full'])('explains spending against the credit released on basis %s', async (basis) => {
  const { rows } = await answerOf(`explain A1 --scope year --basis ${basis} --denominator allocated`);
  expect(rows[0].formula_en).toContain('budget = ΣS / ΣL;');
  expect(rows[0].operands.at(-1)).toMatchObject({ name: 'L', title_en: 'credit released to date (rial)', value: 400 });
});

it('gives the reason why the budget against the whole plan is unknown', async () => {
  const words = 'the plan has no budget for 1400';
  for (const command of ['realization', 'gap', 'explain P1']) {
    const line = `${command} --scope plan --basis full`;
    expect((await answerOf(line)).reasons).toEqual([expect.stringContaining(words)]);
    expect((await ask(line)).out).toMatch(/\n\* .*the plan has no budget for 1400/);
    expect((await answerOf(`${command} --scope year --basis full`)).reasons).toEqual([]);
  }
});

describe('periods', () => {
  it.each(['realization', 'gap', 'explain P1', 'report'])('%s refuses a period outside the plan', async (command) => {
    for (const period of ['1397-05', '1406-01']) {
      const { code, err } = await ask(`${command} --period ${period}`);
      expect({ code, err }).toMatchObject({
        code: 2,
        err: expect.stringContaining('To mend it: Name a period from 1'),
      });
    }
  });

  it('count the settlement of the last year in, and bound neither facts nor status', async () => {
    const outside = await ask('realization --plan P1 --period 1401-01');
    expect(outside.err).toContain('The period 1401-01 is outside the years of plan P1.');
    expect(outside.err).toContain('Name a period from 1398-01 to 1400-13');
    expect((await ask('realization --plan P1 --period 1400-13')).code).toBe(0);
    for (const line of ['facts --period 1397-05', 'status --period 1397-05']) expect((await ask(line)).code).toBe(0);
  });

  it('says from which period a plan is in force', async () => {
    const { code, err } = await ask('realization --plan q2');
    expect(code).toBe(2);
    expect(err).toContain('Plan Q2 is not in force at 1399-06; it is in force from 1401-01.');
    expect(err).toContain('--period 1401-01');
  });

  it('are closed once and opened once, with a reason, and only inside the plan', async () => {
    expect(await ask('close 1397-01')).toMatchObject({ code: 2 });
    expect((await ask('reopen 1399-05 --reason mistake')).err).toContain('was not closed');
    expect((await ask('close 1399-05')).err).toBe('Period 1399-05 is closed.\n');
    expect((await ask('close 1399-05')).err).toContain('was closed already');
    expect(await ask('reopen 1399-05 --reason=')).toMatchObject({ code: 2, err: expect.stringContaining('blank') });
    expect((await ask('reopen 1399-05 --reason mistake')).err).toBe('Period 1399-05 is open again.\n');
  });
});

describe('files that are named', () => {
  it('are all looked at before any is taken', async () => {
    const good = join(town.root, 'good.csv');
    writeFileSync(good, 'project,physical_percent\nA1,30\n');
    symlinkSync(good, join(town.root, 'link.csv'));
    mkdirSync(join(town.root, 'folder'));
    const before = (await answerOf('facts --code A1')).rows;
    const { code, out, err } = await ask('ingest good.csv missing.csv folder link.csv /dev/null');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(
      /missing\.csv does not exist; .*folder is a folder; .*link\.csv is not .*\/dev\/null is not a regular/,
    );
    expect((await answerOf('facts --code A1')).rows).toEqual(before);
    for (const name of ['folder', '/dev/null', 'missing.csv', 'good.csv/x']) {
      expect(await ask(`check ${name}`)).toMatchObject({
        code: 2,
        out: '',
        err: expect.stringContaining('To mend it:'),
      });
    }
  });

  it('status tells what the inbox holds that no round will take', async () => {
    mkdirSync(join(town.root, 'data', 'inbox', 'D1', 'old'), { recursive: true });
    const { out } = await ask('status');
    expect(out).toContain('Left alone: D1/old — not a regular file');
    expect((await answerOf('status')).ignored).toEqual([{ file: 'D1/old', reason: 'not_a_regular_file' }]);
  });
});
