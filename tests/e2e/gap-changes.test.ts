import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { JALALI } from '../../src/domain/calendar.js';
import { type GapSentence, gapSentences, gapText, type Operand } from '../../src/domain/catalogue/gap-sentences.js';
import type { ChangeKind } from '../../src/domain/gap-changes.js';
import { createPipeline } from '../../src/pipeline/index.js';
import type { GapAnswer, GapQuery } from '../../src/pipeline/types.js';
import { run } from '../cli/fakes.js';
import { reread } from '../report/cells.js';
import { planFolder, SMALL_PLAN, type TestWorkspace, testWorkspace } from './workspace.js';

let town: TestWorkspace;
beforeEach(async () => {
  town = testWorkspace('2020-08-25T08:00:00Z');
  await town.pipeline.importPlan(planFolder(town.root, PLAN), { dryRun: false });
});
afterEach(() => town.remove());

const PLAN = { ...SMALL_PLAN, projects: `${SMALL_PLAN.projects}\nC1,پروژه ۷ «نو»,T1,D2,1399,1000` };

/** Month 5 as first reported and published; then month 6 with a correction, an amended budget, a release and silence of C1. */
async function twoMonths(): Promise<void> {
  const { pipeline } = town;
  town.drop('D1/1399-05.csv', 'project,physical_percent,spent_rial\nA1,20,300\nA2,40,900\n');
  town.drop('D2/1399-05.csv', 'project,physical_percent,spent_rial\nB1,30,1300\nC1,35,400\n');
  await pipeline.ingest({ dryRun: false });
  await pipeline.report({ period: '1399-05' });
  town.clock.now = new Date('2020-09-25T08:00:00Z');
  town.drop('D1/1399-05-again.csv', 'project,physical_percent,spent_rial\nA2,30,900\n');
  town.drop('D1/1399-06.csv', 'project,physical_percent,spent_rial\nA1,40,450\nA2,45,1100\n');
  town.drop('D2/1399-06.csv', 'project,physical_percent,spent_rial\nB1,50,1600\n');
  await pipeline.ingest({ dryRun: false });
  const amended = {
    ...PLAN,
    projects: `code,title,node,department,year,approved_rial,status,status_effective,released
      A1,پروژه الف,T1,D1,1399,1000,,,
      A2,پروژه ب,T2,D1,1399,2000,,,
      B1,پروژه پ,T2,D2,1399,3000,cancelled,1399-06,مصوبه ۱۲
      A0,پروژه سال پیش,T1,D1,1398,500,,,
      C1,پروژه ۷ «نو»,T1,D2,1399,1000,,,`,
    nodes: PLAN.nodes.replace('هدف یکم,3', 'هدف یکم,2'),
    budget_changes: `project,effective,approved_rial
      A1,1399-06,1600`,
  };
  await pipeline.importPlan(planFolder(town.root, amended), { dryRun: false, effective: '1399-06' });
}

async function asked(query: GapQuery = {}) {
  const answer = await town.pipeline.gap({ scope: 'year', ...query });
  const [row] = answer.rows;
  if (!row?.changes) throw new Error('no changes');
  return { answer, row, changes: row.changes };
}

function stepsOf(changes: NonNullable<GapAnswer['rows'][number]['changes']>, figure: 'physical' | 'budget' | 'gap') {
  return Object.fromEntries(changes.steps.map((step) => [step.kind, step[figure] ?? 0])) as Record<ChangeKind, number>;
}

describe('what changed a gap', () => {
  it('is told against the edition of the month before, each cause in its own step, in sums that close', async () => {
    await twoMonths();
    const { answer, row, changes } = await asked();
    expect(answer.since).toMatchObject({ period: '1399-05', edition: 1, asOf: '2020-08-25T08:00:00.000Z' });
    expect(changes.after).toEqual({ physical: row.physical, budget: row.budget, gap: row.gap });
    const before = (
      await town.pipeline.realization({ scope: 'year', period: '1399-05', asOf: '2020-08-26T00:00:00.000Z' })
    ).rows[0];
    expect(changes.before.gap).toBeCloseTo(before?.gap ?? Number.NaN, 12);
    // Weights 3/4 (A1, C1) and 1/4 (A2, B1) halved; PP 5/12 each: A2 fell by ten points of its eighth of the work.
    expect(stepsOf(changes, 'physical').restated).toBeCloseTo((-0.1 * 0.125) / (5 / 12), 9);
    expect(stepsOf(changes, 'budget').restated).toBe(0);
    // The corrected spending over a budget due of 5/12 · 7000, then · 7600.
    const [narrow, wide] = [7000, 7600].map((rial) => 2900 / ((rial * 5) / 12));
    expect(stepsOf(changes, 'budget').budget_amended).toBeCloseTo((wide ?? 0) - (narrow ?? 0), 4);
    expect(changes.steps.map(({ kind, touched }) => [kind, touched])).toEqual([
      ['restated', 1],
      ['replanned', null],
      ['budget_amended', 1],
      ['weight_released', 1],
      ['not_reported', 1],
      ['reported', 3],
    ]);
    for (const figure of ['physical', 'budget', 'gap'] as const) {
      const effects = Object.values(stepsOf(changes, figure));
      expect(effects.filter((effect) => effect !== 0).length).toBeGreaterThan(2);
      expect(effects.reduce((sum, effect) => sum + effect, 0)).toBeCloseTo(changes.change[figure] ?? Number.NaN, 12);
    }
    expect(changes.steps.find(({ kind }) => kind === 'not_reported')?.causes.map(({ code }) => code)).toContain('C1');
  });

  it('of one project and one department speaks of theirs alone', async () => {
    await twoMonths();
    const { row, changes } = await asked({ project: 'a۱' });
    expect(row).toMatchObject({ code: 'A1', level: 'project', mix: 0, outside: [] });
    // P 0.4 of PP 0.5; 450 of 1600/2: the gap is all paid ahead of its own work.
    expect(row.gap).toBeCloseTo(450 / 800 - 0.8, 12);
    expect(row.paidAhead).toBeCloseTo(row.gap ?? Number.NaN, 12);
    expect(Object.entries(stepsOf(changes, 'gap')).filter(([, effect]) => Math.abs(effect) > 1e-9)).toEqual([
      ['budget_amended', expect.closeTo(300 / ((1600 * 5) / 12) - 300 / ((1000 * 5) / 12), 2)],
      ['reported', expect.any(Number)],
    ]);
    const department = await asked({ department: 'D2' });
    expect(department.changes.steps.map(({ kind, touched }) => [kind, touched])).toEqual(
      expect.arrayContaining([
        ['restated', 0],
        ['weight_released', 1],
        ['not_reported', 1],
      ]),
    );
  });

  it('since an instant or an edition of the period itself is what was learnt of it later', async () => {
    await twoMonths();
    await town.pipeline.report({ period: '1399-06' });
    town.clock.now = new Date('2020-10-05T08:00:00Z');
    town.drop('D2/1399-06.csv', 'project,physical_percent,spent_rial\nB1,50,1500\nC1,60,500\n');
    await town.pipeline.ingest({ dryRun: false });
    for (const since of [{ edition: 1 }, { instant: '2020-09-30T00:00:00.000Z' }]) {
      const { answer, changes } = await asked({ period: '1399-06', since });
      expect(answer.since?.period).toBe('1399-06');
      const moving = changes.steps.filter(({ gap }) => Math.abs(gap ?? 0) > 1e-9);
      expect(moving.map(({ kind, touched }) => [kind, touched])).toEqual([
        ['restated', 1],
        ['reported', 1],
      ]);
    }
    // Nothing was published of month 4, and it is the month before the fiscal fifth.
    const known = await town.pipeline.gap({ period: '1399-05' });
    expect(known.since).toEqual({ period: '1399-04', asOf: null, edition: null });
    expect(known.rows[0]?.changes?.change.gap).toBeNull();
  });

  it.each([
    [['--since', '7'], 'has no edition 7'],
    [['--since', '1399-08'], 'later than what it is compared with'],
    [['--since', '2019-01-01'], 'No report had been accepted yet'],
    [['--since', 'yesterday'], 'is not a period'],
    [['--project', 'A1', '--node', 'G1'], '--node and --project'],
    [['--project', 'Z9'], 'is not in this plan'],
  ])('%j is wrong usage', async (options, words) => {
    await twoMonths();
    expect(await go(`gap --period 1399-06 ${options.join(' ')} --language en`)).toMatchObject({
      code: 2,
      err: expect.stringContaining(words),
    });
  });
});

describe('the report of a month', () => {
  it('is held against the last month that was published, as that edition knew it, and says what the command says', async () => {
    await twoMonths();
    town.drop('D1/1399-07.csv', 'project,physical_percent,spent_rial\nA1,50,500\n');
    await town.pipeline.ingest({ dryRun: false });
    // Month 6 was never published, so month 7 begins at month 5 as its edition knew it: A2 still at 40.
    const { files } = await town.pipeline.report({ period: '1399-07' });
    const book = await reread(new Uint8Array(readFileSync(files.find(({ file }) => /manager/.test(file))?.path ?? '')));
    const rows: unknown[][] = [];
    book.getWorksheet('شکاف')?.eachRow((row) => rows.push(row.values as unknown[]));
    const start = rows.findIndex((cells) => String(cells[1]).startsWith('از مرداد ۱۳۹۹، ویرایش ۱ تا امروز'));
    const { changes } = await asked({ scope: 'plan', period: '1399-07', since: { period: '1399-05' } });
    const told = rows.slice(start + 3, start + 3 + changes.steps.length).map((cells) => cells[5]);
    expect(told).toEqual(changes.steps.map(({ gap }) => expect.closeTo((gap ?? 0) * 100, 9)));
    expect(changes.steps.find(({ kind }) => kind === 'restated')?.touched).toBe(1);
    // The month between, once published, is what the report is held against: another edition.
    await town.pipeline.report({ period: '1399-06' });
    expect(await town.pipeline.report({ period: '1399-07' })).toMatchObject({ edition: 2, unchanged: false });
  });
});

describe('sentences about a gap', () => {
  it('hold no figure but their operands, at the printed precision, in both languages', async () => {
    await twoMonths();
    const rules = new Set<string>();
    for (const query of [
      {},
      { scope: 'plan' as const },
      { node: 'T2' },
      { node: 'G1' },
      { department: 'D2' },
      { project: 'C1' },
      { since: { instant: '2020-09-01T00:00:00.000Z' } },
    ]) {
      const { answer, row } = await asked(query);
      for (const sentence of gapSentences(row, row.changes, answer.since)) {
        rules.add(sentence.rule);
        for (const language of ['fa', 'en'] as const) {
          const text = gapText(sentence, language, JALALI);
          expect([text, figuresIn(text, sentence)]).toEqual([text, figuresOf(sentence)]);
          expect(text).not.toMatch(/[{}]|undefined|NaN/);
        }
      }
    }
    expect([...rules].sort()).toEqual(expect.arrayContaining(SAID));
  });

  it('come with --json beside the old keys, and are printed under the changes, never in the sum', async () => {
    await twoMonths();
    const { rows } = JSON.parse((await go('gap --scope year --json --language en')).out);
    expect(rows[0]).toMatchObject({
      code: 'P1',
      paid_ahead: expect.any(Number),
      changes: { since: { period: '1399-05', edition: 1 } },
    });
    const ahead = rows[0].sentences.find(({ rule }: GapSentence) => rule === 'paid_behind' || rule === 'paid_ahead');
    expect(ahead.operands[0]).toEqual({ name: 'effect', kind: 'points', value: Math.abs(rows[0].paid_ahead) });
    const parts = rows[0].outside.reduce(
      (sum: number, { value }: { value: number }) => sum + value,
      rows[0].paid_ahead + rows[0].mix,
    );
    expect(parts).toBeCloseTo(rows[0].gap, 9);
    // The parts have gaps of their own, each told as it would be if it were asked.
    for (const part of rows[0].changes.parts) {
      const own = await asked(part.kind === 'node' ? { node: part.code } : { department: part.code });
      expect([part.code, part.change]).toEqual([part.code, own.changes.change]);
      expect(part.steps.map(({ gap }: { gap: number }) => gap)).toEqual(own.changes.steps.map(({ gap }) => gap));
    }
    expect(rows[0].changes.parts.map(({ code }: { code: string }) => code)).toEqual(['G1', 'G2', 'D1', 'D2']);
    const { out } = await go('gap --scope year --language fa');
    expect(out).toContain('کنار شکاف، و نه در جمع آن — تغییر از مرداد ۱۳۹۹ (1399-05)، چنان‌که ویرایش 1 می‌دانست:');
    expect(out).toMatch(/D2 +[-+]?\d+\.\d.* واحد دوم/);
    expect(out).toMatch(/بی‌گزارش +-?\d+\.\d/);
  });
});

const SAID = [
  'paid_behind',
  'restated',
  'replanned',
  'budget_amended',
  'weight_released',
  'not_reported',
  'reported',
  'since_edition',
  'since_instant',
];

function go(line: string) {
  return run(
    line,
    {},
    {
      currentFolder: town.root,
      openPipeline: async (root, config) => createPipeline(root, { now: () => town.clock.now, log: () => {} }, config),
    },
  );
}

/** Numbers of a text, its names taken out: as a reader of either language reads them. */
function figuresIn(text: string, { operands }: GapSentence): string[] {
  const bare = operands.reduce(
    (rest, { kind, value }) => (kind === 'title' || kind === 'code' ? rest.replace(String(value), '') : rest),
    text,
  );
  const ascii = bare
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))
    .replaceAll('٫', '.')
    .replaceAll('٬', '')
    .replaceAll('−', '-');
  return (ascii.match(/[+-]?\d+(\.\d+)?/g) ?? []).sort();
}

/** The same from the operands alone, rounded by hand. */
function figuresOf({ operands }: GapSentence): string[] {
  return operands.flatMap((operand) => figureOf(operand)).sort();
}

function figureOf({ kind, value }: Operand): string[] {
  if (kind === 'title' || kind === 'code') return [];
  if (kind === 'period') return [String(value).slice(0, 4)];
  if (kind === 'count') return [String(value)];
  const tenths = (Number(value) * 100).toFixed(1).replace(/^-(?=0\.0$)/, '');
  return [kind === 'signed' && Number(tenths) > 0 ? `+${tenths}` : tenths];
}
