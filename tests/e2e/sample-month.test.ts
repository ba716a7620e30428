import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunAnswer } from '../../src/pipeline/types.js';
import { type TestWorkspace, testWorkspace } from './workspace.js';

/** The shipped sample through the whole month: what `npm start` shows, from the inbox to the workbook. */
let city: TestWorkspace;
let month: RunAnswer;

beforeAll(async () => {
  city = testWorkspace('2026-11-22T08:00:00Z');
  await city.pipeline.loadSample();
  month = await city.pipeline.run({});
});
afterAll(() => city.remove());

const hashOf = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');

describe('the sample city at 1399-06', () => {
  it('shows physical about 59% against budget about 100% on one basis, with scope, basis, coverage and bounds', () => {
    const { headline } = month;
    expect(headline).toMatchObject({ period: '1399-06', sample: true, options: { scope: 'plan', basis: 'due' } });
    expect(headline?.figure.physical).toBeGreaterThanOrEqual(0.59);
    expect(headline?.figure.physical).toBeLessThanOrEqual(0.599);
    expect(headline?.figure.budget).toBeGreaterThanOrEqual(0.985);
    expect(headline?.figure.budget).toBeLessThanOrEqual(1.005);
    expect(headline?.figure.coverage).toBeGreaterThan(0.8);
    expect(headline?.figure.high).toBeGreaterThan(headline?.figure.low ?? 1);
    expect(headline?.silentDepartments.map(({ code }) => code)).toEqual(['R08']);
  });

  it('explains the whole gap', () => {
    const gap = month.headline?.gap;
    const outside = gap?.outside.reduce((sum, { value }) => sum + value, 0) ?? Number.NaN;
    expect((gap?.paidAhead ?? 0) + (gap?.mix ?? 0) + outside).toBeCloseTo(gap?.gap ?? Number.NaN, 9);
    const nodes = month.headline?.nodes.reduce((sum, { value }) => sum + value, 0);
    expect(nodes).toBeCloseTo(gap?.gap ?? Number.NaN, 9);
    expect(gap?.weightsAssumed).toBe(false);
  });

  it('loses in every scorecard exactly the points that its score lacks of a hundred', async () => {
    const { rows, reasons } = await city.pipeline.scorecard({});
    expect([rows.length, reasons]).toEqual([31, []]);
    for (const { code, score, components } of rows) {
      const sum = (name: 'points' | 'lost') => components.reduce((total, each) => total + each[name], 0);
      expect([code, sum('points')]).toEqual([code, expect.closeTo(100, 9)]);
      expect([code, sum('lost')]).toEqual([code, expect.closeTo(100 - (score ?? Number.NaN), 9)]);
      for (const { points, lost, value } of components) expect(lost).toBeCloseTo(points * (1 - (value ?? 1)), 9);
    }
    // The year before was loaded by its end alone: until then nothing was known of anybody.
    const early = await city.pipeline.scorecard({ period: '1398-02' });
    expect([early.rows.filter(({ score }) => score !== null), early.reasons.length]).toEqual([[], 1]);
  });

  it('finds each planted fault at its cell, and nothing of severity error that was not planted', () => {
    const lines = readFileSync('data/sample/faults.csv', 'utf8')
      .replace(/^\uFEFF/, '')
      .trim()
      .split(/\r?\n/)
      .slice(1);
    const planted = lines.map((line) => line.split(',')).filter((cells) => cells[3]);
    const found = new Set(
      month.ingest.files.flatMap(({ file, findings }) =>
        findings.map(({ code, place }) => `${file} ${code} ${place.cell ?? ''}`),
      ),
    );
    for (const [file, , cell, code] of planted) {
      const known = [...found].some(
        (text) => text.startsWith(`${file} ${code} `) && (!cell || text.endsWith(` ${cell}`) || text.endsWith(' ')),
      );
      expect(known, `${file} ${cell} ${code}`).toBe(true);
    }
    const withFaults = new Set(planted.map(([file]) => file));
    const refused = month.ingest.files
      .filter(({ status }) => status === 'refused' || status === 'partly')
      .map(({ file }) => file);
    expect(refused.filter((file) => !withFaults.has(file))).toEqual([]);
    expect(month.ingest.files.filter(({ status }) => status === 'duplicate')).toHaveLength(2);
  });

  it('takes every file once and leaves the inbox empty, with each original in the archive', () => {
    expect(city.inbox()).toEqual([]);
    expect(month.ingest.files.length).toBeGreaterThan(300);
    for (const { sha256 } of month.ingest.files) {
      expect(hashOf(join(city.root, 'data', 'archive', sha256.slice(0, 2), sha256))).toBe(sha256);
    }
  });

  it('leads from a project’s figure to file, sheet, cell and raw text', async () => {
    const answer = await city.pipeline.explain('1399-D04-0001', {});
    const physical = answer.facts.find(({ field, period }) => field === 'physical' && period === '1399-06');
    expect(physical).toMatchObject({
      file: expect.stringContaining('D04/'),
      source: { cell: expect.stringMatching(/^[A-Z]+\d+$/) },
    });
    expect(physical?.source.raw).not.toBe('');
  });

  it('names who stands still with the money there, and proposes credit that is neutral to the rial', async () => {
    const { items, contributions, proposal, cycle } = await city.pipeline.feedback({});
    const stallers = items.filter(({ kind }) => kind === 'funded_staller');
    expect(stallers.length).toBeGreaterThan(50);
    // Of the two weightiest (declared, in percent of the year's work) the cells themselves say so: no more than a quarter of three months' plan since the month before the row.
    for (const { code, planned, achieved } of stallers.slice(0, 2)) {
      const { facts } = await city.pipeline.explain(code, {});
      const said = facts.filter(({ field, period }) => field === 'physical' && period <= '1399-06');
      const at = (period: string) => said.filter((fact) => fact.period <= period).at(-1)?.value ?? Number.NaN;
      expect(at('1399-06'), code).toBe(achieved);
      expect(at('1399-06') - at('1399-03'), code).toBeLessThanOrEqual(0.25 * (planned ?? 0));
      expect(at('1399-06'), code).toBeLessThanOrEqual((planned ?? 0) - 0.2);
      const money = facts
        .filter(({ field }) => field === 'spent_rial' || field === 'allocated_rial')
        .map(({ value }) => value);
      expect(Math.max(...money.map((value) => value ?? 0)), code).toBeGreaterThan(0);
    }
    const [plan] = contributions;
    const top = contributions.filter(({ level }) => level === 'statement');
    expect(top.reduce((sum, { gap }) => sum + (gap ?? 0), 0)).toBeCloseTo(month.headline?.gap.gap ?? Number.NaN, 9);
    expect(plan?.shortfall).toBeCloseTo(1 - (month.headline?.figure.physical ?? Number.NaN), 9);
    expect(proposal.rows.reduce((sum, { proposedRial }) => sum + proposedRial, 0n)).toBe(35_000_000_000_000n);
    expect(proposal.rows.every(({ proposedRial, committedRial }) => proposedRial >= committedRial)).toBe(true);
    expect(cycle).toHaveLength(24);
  });

  it('changes no fact, no measure and no workbook byte when it runs again', async () => {
    const [file] = month.report?.files ?? [];
    expect(file).toBeDefined();
    const before = { bytes: hashOf(file?.path ?? ''), facts: (await city.pipeline.facts({})).facts.length };
    const again = await city.reopen().run({});
    expect(again.ingest.files).toEqual([]);
    expect(again.report).toMatchObject({ unchanged: true, edition: month.report?.edition });
    expect(hashOf(file?.path ?? '')).toBe(before.bytes);
    expect((await city.pipeline.facts({})).facts).toHaveLength(before.facts);
    expect(again.headline?.figure).toEqual(month.headline?.figure);
  });

  it('keeps what was known before: an earlier instant gives the earlier figure', async () => {
    const [now] = (await city.pipeline.realization({ period: '1399-06' })).rows;
    const [before] = (await city.pipeline.realization({ period: '1399-06', asOf: '2020-09-25T20:00:00.000Z' })).rows;
    expect(before?.coverage).toBeLessThan(now?.coverage ?? 0);
  });

  it('is sound by its own check', async () => {
    expect(await city.pipeline.verify()).toMatchObject({ ok: true, problems: [] });
  });
});
