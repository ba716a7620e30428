import { existsSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, it } from 'vitest';
import { JALALI } from '../../src/domain/calendar.js';
import type { EarnedValue } from '../../src/domain/control.js';
import { DEFAULT_OPTIONS, type GapExplained, type Realization } from '../../src/domain/measure.js';
import type { Run } from '../../src/store/measure-store.js';
import { openStore } from '../../src/store/open.js';
import type { MeasuredSystems } from '../../src/store/system-tables.js';
import { folder, freshStore, NOW, open, submit } from './temporary.js';

it('runs a job once for its key; a failed or dead one again', () => {
  const { jobs } = freshStore();
  expect([jobs.claim('month', '1399-06'), jobs.claim('month', '1399-06'), jobs.claim('month', '1399-07')]).toEqual([
    true,
    false,
    true,
  ]);
  jobs.failed('month', '1399-06', 'disk full');
  expect(jobs.find('month', '1399-06')).toMatchObject({ state: 'failed', note: 'disk full', endedAt: NOW });
  expect(jobs.claim('month', '1399-06')).toBe(true);
  jobs.finished('month', '1399-06');
  expect(jobs.claim('month', '1399-06', '2030-01-01T00:00:00Z')).toBe(false);
  expect(jobs.claim('month', '1399-07', NOW)).toBe(false);
  expect(jobs.claim('month', '1399-07', '2020-09-01T08:00:01Z')).toBe(true);
  expect(jobs.all().map(({ key, state, attempts }) => [key, state, attempts])).toEqual([
    ['1399-06', 'finished', 2],
    ['1399-07', 'claimed', 2],
  ]);
});

it('lets only one of two processes claim', () => {
  const file = join(folder(), 'payesh.db');
  const [one, two] = [open(file), open(file)];
  expect([one.jobs.claim('month', '1399-06'), two.jobs.claim('month', '1399-06')]).toEqual([true, false]);
});

it('closes a month, and opens it again only with a reason that stays', () => {
  const { periods } = freshStore();
  expect([periods.close('1399-05'), periods.close('1399-06'), periods.close('1399-06')]).toEqual([true, true, false]);
  expect(() => periods.reopen('1399-06', ' ')).toThrow('reason');
  expect([periods.reopen('1399-06', 'اصلاح سند مالی'), periods.reopen('1399-04', 'never closed')]).toEqual([
    true,
    false,
  ]);
  expect(periods.closed()).toEqual(new Set(['1399-05']));
  expect(periods.states()).toEqual([
    { period: '1399-05', closedAt: NOW, reopenedAt: null, reason: null },
    { period: '1399-06', closedAt: NOW, reopenedAt: NOW, reason: 'اصلاح سند مالی' },
  ]);
});

const row: Realization = {
  ...{
    kind: 'plan',
    code: 'PL',
    level: 'plan',
    title: 'برنامه',
    physical: 0.59,
    budget: 1.005,
    gap: 0.41500000000000004,
  },
  ...{ indicators: null, adherence: 0.55, coverage: 0.91, coverageBudget: 0.9, low: 0.59, high: 0.64, assumed: 0 },
  ...{ assumedBudget: null, activeWeight: 1, achieved: 0.1 + 0.2, planned: 0.6, silent: 12, leaves: 140 },
  ...{ spentRial: 2n ** 53n + 1n, budgetRial: null },
};

const gap: GapExplained = {
  ...{ code: 'PL', title: 'برنامه', level: 'plan', physical: 0.59, budget: 1.005, gap: 0.415, paidAhead: 0.265 },
  ...{ mix: 0.15, mixBetweenYears: null, weightsAssumed: true },
  outside: [{ kind: 'not_due', value: 0 }],
  bridge: [
    { step: 'budget', value: 1.005 },
    { step: 'physical', value: 0.59 },
  ],
  paidAheadParts: [{ kind: 'rest', value: 0.265 }],
  causes: [
    {
      ...{ code: 'P1', title: 'پل', year: 1399, node: 'N', department: null, paidAhead: 0.1, mix: 0.05 },
      ...{ outside: 0, outsideKind: null },
    },
    {
      ...{ code: 'N2', title: '', year: 1398, node: 'N2', department: 'D', paidAhead: 0, mix: 0 },
      ...{ outside: 1e-9, outsideKind: 'money_without_work' },
    },
  ],
};

const run: Omit<Run, 'id'> = {
  ...{ kind: 'month', period: '1399-06', planVersion: null, optionsDigest: 'o', asOf: null, uptoFact: 7 },
  ...{ programVersion: '0.1.0', startedAt: NOW, finishedAt: NOW, status: 'done', digest: 'abc', note: null },
};

it('gives back what a run measured, rials beyond 2^53 and unknowns included', () => {
  const { measures } = freshStore();
  const sets = [
    { plan: 'PL', options: DEFAULT_OPTIONS, rows: [row], gaps: [gap, { ...gap, code: 'N', causes: [] }] },
    { plan: 'PL', options: { ...DEFAULT_OPTIONS, scope: 'year' as const }, rows: [], gaps: [] },
  ];
  const id = measures.saveRun(run, sets);
  measures.saveRun({ ...run, status: 'failed', digest: null, note: 'disk full' });
  expect(measures.figuresOf(id)).toEqual(sets);
  expect(measures.findRun('abc', 'month')).toEqual({ id, ...run });
  expect(measures.latestRun('month', '1399-06')?.id).toBe(id);
  expect(measures.findRun('abc', 'report')).toBeNull();
  expect(measures.runs().map(({ status }) => status)).toEqual(['done', 'failed']);
});

const UNKNOWN_VALUE: EarnedValue = {
  ...{ kind: 'plan', code: 'PL', level: 'plan', title: 'برنامه', BAC: null, PV: null, EV: null, AC: null, SV: null },
  ...{ CV: null, SPI: null, CPI: null, EAC: null, EAC_atypical: null, EAC_spi: null, ETC: null, VAC: null, TCPI: null },
  ...{ TCPI_EAC: null, ES: null, AT: null, SPI_t: null, scheduled_share: null, coverage: null, projects: 1 },
  ...{ earned_share: 1, paid_share: 0.5, cost_share: 0.25, time_share: null, left_out: 0, reasons: {} },
};

const ROLLUP = { defined: 1, undefined: 0, worse: 1, missing: 0, notDue: 2 };

const systems: MeasuredSystems = {
  control: {
    nodes: [{ ...UNKNOWN_VALUE, BAC: 2n ** 53n + 1n, PV: 0.1 + 0.2, SPI: 0, reasons: { AC: 'no_spending_report' } }],
    departments: [{ ...UNKNOWN_VALUE, kind: 'department', code: 'D', AC: 0n, reasons: {} }],
    projects: [{ ...UNKNOWN_VALUE, kind: 'project', code: 'P1', left_out: 1, reasons: { BAC: 'no_budget' } }],
    works: [
      {
        ...{ work: 'W', title: 'راه', start: '1398-01', plannedFinish: '1400-12', finish: null, BAC: null, EV: 1.5 },
        ...{ AC: 3n, EAC: null, cost_share: 0.5, ES: null, AT: 18, SPI_t: null, reason: 'no_schedule' },
      },
    ],
    critical: [
      {
        ...{ kind: 'stopped', code: 'P1', title: 'پل', department: 'D', node: 'N', achieved: 0, planned: null },
        ...{
          plannedAssumed: true,
          spentShare: null,
          size: 3,
          silent: true,
          silentPeriods: 2,
          text: 'معارض',
          since: '1399-04',
        },
      },
    ],
  },
  indicators: {
    figures: [
      {
        ...{ code: 'I1', title: 'شاخص', department: 'D', linked: ['N', 'P1'], unit: null, direction: 'band' },
        ...{ aggregation: 'last', frequency: 'quarterly', weight: null, baseline: 0, opening: null, target: null },
        ...{ band: { low: 1, high: 2, zeroBelow: null, zeroAbove: 3 }, path: null, pathAssumed: true, value: 0 },
        ...{ numerator: null, denominator: null, measuredAt: '1399-03', dueAt: null, state: 'stale' },
        ...{ measuredParts: 2, expectedParts: 3 },
        ...{
          attainmentRaw: -0.5,
          attainment: 0,
          reason: null,
          worseThanBaseline: null,
          nextTarget: 0,
          gapToFill: null,
        },
      },
      {
        ...{ code: 'I2', title: '', department: 'E', linked: [], unit: 'km', direction: 'up', aggregation: 'sum' },
        ...{ frequency: 'monthly', weight: 2, baseline: null, opening: null, target: 9, band: null, path: 4.5 },
        ...{ pathAssumed: false, value: null, numerator: null, denominator: null, measuredAt: null, dueAt: null },
        ...{ measuredParts: null, expectedParts: null },
        ...{ state: 'missing', attainmentRaw: null, attainment: null, reason: 'never_reported' },
        ...{ worseThanBaseline: false, nextTarget: null, gapToFill: 0 },
      },
    ],
    weights: new Map([['I1', 0.25]]),
    rollups: new Map([['PL', { ...ROLLUP, code: 'PL', attainment: 0 }]]),
    departments: new Map([['E', { ...ROLLUP, code: 'E', attainment: null }]]),
  },
  scorecards: [
    {
      ...{ code: 'D', title: 'واحد', peerGroup: null, score: 81.5, rank: 1, peers: 2, previous: null },
      ...{ lateCreditRial: 2n ** 60n, projects: 3 },
      components: [
        { name: 'physical', value: 0.815, points: 100, lost: 18.5, counted: 0.4, of: 0.5, restored: false },
        { name: 'indicators', value: null, points: 0, lost: 0, counted: 0, of: 0, restored: true },
      ],
    },
    {
      ...{ code: 'E', title: '', peerGroup: 'ستاد', score: null, rank: null, peers: 2, previous: 0 },
      ...{ lateCreditRial: 0n, projects: 0, components: [] },
    },
  ],
};

it('gives back project control, indicators and scores of a run, and never lets them be changed', () => {
  const file = join(folder(), 'payesh.db');
  const store = open(file);
  const id = store.measures.saveRun(run, [], { systems });
  expect(store.measures.systemsOf(id)).toEqual(systems);
  const other = store.measures.systemsOf(store.measures.saveRun({ ...run, digest: 'def' }));
  expect([other.control.nodes, other.indicators.figures, other.scorecards]).toEqual([[], [], []]);
  store.close();
  const db = new Sqlite(file);
  const tables = ['earned_value', 'work_forecast', 'critical', 'indicator_figure', 'indicator_rollup', 'scorecard'];
  for (const table of [...tables, 'score_component']) {
    expect(() => db.exec(`delete from ${table}`)).toThrow('append-only');
    expect(() => db.exec(`update ${table} set run = run`)).toThrow('append-only');
  }
  db.close();
});

it('remembers the newest edition of a period with its files', () => {
  const { measures, reports } = freshStore();
  const file = (path: string) => ({ path, sha256: 'f'.repeat(64) });
  reports.save(measures.saveRun(run), 1, [file('month.xlsx')]);
  const second = measures.saveRun({ ...run, digest: 'def' });
  reports.save(second, 2, [file('month.xlsx'), file('lineage.xlsx')]);
  expect(reports.latest('1399-06')).toEqual({
    ...{ edition: 2, run: second, digest: 'def' },
    files: [file('month.xlsx'), file('lineage.xlsx')],
  });
  expect(reports.latest('1399-07')).toBeNull();
});

it('lets two processes report the same result at once: one run, one list of files', () => {
  const { measures, reports } = freshStore();
  const first = measures.saveRun(run);
  expect(measures.saveRun(run)).toBe(first);
  expect(measures.saveRun({ ...run, kind: 'other' })).not.toBe(first);
  const files = [{ path: 'month.xlsx', sha256: 'f'.repeat(64) }];
  reports.save(first, 1, files);
  reports.save(first, 1, files);
  expect(reports.latest('1399-06')).toMatchObject({ edition: 1, run: first, files });
});

it('writes a backup that is a whole database, and never over another file', () => {
  const file = join(folder(), 'payesh.db');
  const store = open(file);
  submit(store, 'a', 'D1', NOW, ['P1 1399-06 spent_rial=500']);
  const copy = join(folder(), 'backup.db');
  store.backupTo(copy);
  expect(() => store.backupTo(copy)).toThrow('already exists');
  expect(() => store.backupTo(join(folder(), 'missing', 'backup.db'))).toThrow('cannot be opened');
  const restored = openStore(copy, { create: false, calendar: JALALI, now: () => NOW, readonly: true });
  expect(restored.facts.currentFacts()).toEqual(store.facts.currentFacts());
  expect([restored.verify(), restored.ledgerHead()]).toEqual([[], store.ledgerHead()]);
  restored.close();
  expect(existsSync(copy)).toBe(true);
});

it.each([
  ['an amount', 'update fact set value_integer = 501', 'facts of submission 1 differ'],
  [
    'a fact that was added',
    "insert into fact select 99, submission, kind, 'P9', period, year, month, field, value_integer, value_real, text, withdrawn, sheet, row_number, column_header, cell, raw, recorded_at from fact",
    '2 facts, but 1',
  ],
  [
    'an event',
    "update ledger set body = replace(body, 'D1', 'D2') where event = 'submission_stored'",
    'changed from event 2',
  ],
  ['a lost row', 'pragma foreign_keys = off; delete from submission', 'refers to a row of submission'],
])('verify finds %s that somebody changed past the program', (_, sql, problem) => {
  const file = join(folder(), 'payesh.db');
  const store = open(file);
  submit(store, 'a', 'D1', NOW, ['P1 1399-06 spent_rial=500']);
  expect(store.verify()).toEqual([]);
  store.close();
  const db = new Sqlite(file);
  const guards = db.prepare("select name from sqlite_schema where type = 'trigger'").pluck().all();
  for (const name of guards) db.exec(`drop trigger ${String(name)}`);
  db.exec(sql);
  db.close();
  expect(
    open(file)
      .verify()
      .map(({ en }) => en)
      .join('\n'),
  ).toContain(problem);
});
