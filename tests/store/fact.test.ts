import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { folder, freshStore, open, shortFacts, statement, submit } from './temporary.js';

const SEPTEMBER = '2020-09-25T00:00:00.000Z';
const OCTOBER = '2020-10-25T00:00:00.000Z';
const NOVEMBER = '2020-11-25T00:00:00.000Z';

it('takes the latest revision, and as of an instant the latest that was known then', () => {
  const store = freshStore();
  submit(store, 'a', 'D1', SEPTEMBER, [
    'P1 1399-06 spent_rial=500',
    'P1 1399-06 physical=0.5',
    'P1 1399-06 note=آغاز شد',
  ]);
  submit(store, 'b', 'D1', OCTOBER, ['P1 1399-06 spent_rial=700']);
  expect(shortFacts(store.facts.currentFacts())).toEqual([
    'P1 1399-06 note=آغاز شد',
    'P1 1399-06 physical=0.5',
    'P1 1399-06 spent_rial=700',
  ]);
  expect(shortFacts(store.facts.currentFacts({ asOf: '2020-10-01T00:00:00Z' }))).toContain('P1 1399-06 spent_rial=500');
  expect(store.facts.currentFacts({ asOf: '2020-01-01T00:00:00Z' })).toEqual([]);
});

it('goes by when we knew, not by the order of storing; at one instant the later fact wins', () => {
  const store = freshStore();
  submit(store, 'a', 'D1', NOVEMBER, ['P1 1399-06 spent_rial=700']);
  submit(store, 'b', 'D1', OCTOBER, ['P1 1399-06 spent_rial=500']);
  expect(shortFacts(store.facts.currentFacts())).toEqual(['P1 1399-06 spent_rial=700']);
  submit(store, 'c', 'D1', NOVEMBER, ['P1 1399-06 spent_rial=800']);
  expect(shortFacts(store.facts.currentFacts())).toEqual(['P1 1399-06 spent_rial=800']);
  expect(store.facts.revisions('P1', '1399-06', 'spent_rial').map(({ value }) => value)).toEqual([500, 700, 800]);
});

it('leaves withdrawn figures out, until they are stated again', () => {
  const store = freshStore();
  submit(store, 'a', 'D1', SEPTEMBER, ['P1 1399-06 spent_rial=500', 'P1 1399-06 physical=0.5']);
  submit(store, 'b', 'D1', OCTOBER, ['P1 1399-06 spent_rial=حذف']);
  expect(shortFacts(store.facts.currentFacts())).toEqual(['P1 1399-06 physical=0.5']);
  expect(store.facts.figures().map(({ field }) => field)).toEqual(['physical']);
  expect(shortFacts(store.facts.currentFacts({ withWithdrawn: true }))).toContain('P1 1399-06 spent_rial=حذف');
  expect(store.facts.lastFigure('P1', 'spent_rial', '1399-12')).toBeNull();
  submit(store, 'c', 'D1', NOVEMBER, ['P1 1399-06 spent_rial=0']);
  expect(shortFacts(store.facts.currentFacts())).toContain('P1 1399-06 spent_rial=0');
});

it('selects by period, code and sending department', () => {
  const store = freshStore();
  submit(store, 'a', 'D1', SEPTEMBER, [
    'P1 1398-13 spent_rial=1',
    'P1 1399-05 spent_rial=2',
    'P2 1399-06 spent_rial=3',
  ]);
  submit(store, 'b', 'D2', OCTOBER, ['P1 1399-05 spent_rial=4']);
  const select = (query: Parameters<typeof store.facts.currentFacts>[0]) => shortFacts(store.facts.currentFacts(query));
  expect(select({ from: '1398-12', to: '1398-13' })).toEqual(['P1 1398-13 spent_rial=1']);
  expect(select({ code: 'P1' })).toEqual(['P1 1398-13 spent_rial=1', 'P1 1399-05 spent_rial=4']);
  // The figure of D1 for 1399-05 is no longer in force, so D1 sent nothing that is.
  expect(select({ department: 'D1', from: '1399-01' })).toEqual(['P2 1399-06 spent_rial=3']);
  expect(store.facts.latestPeriod()).toBe('1399-06');
  expect(store.facts.lastFigure('P1', 'spent_rial', '1399-04')).toMatchObject({ value: 1, period: '1398-13' });
  expect(store.facts.lastFigure('P1', 'spent_rial', '1399-06')).toMatchObject({ value: 4, department: 'D2' });
});

it('counts months by the fiscal year', () => {
  const store = freshStore({ kind: 'gregorian', yearStartMonth: 7 });
  submit(store, 'a', 'D1', SEPTEMBER, [
    'P1 2020-06 spent_rial=9',
    'P1 2020-07 spent_rial=1',
    'P1 2019-13 spent_rial=10',
  ]);
  expect(store.facts.figures({ to: '2019-13' }).map(({ year, month, value }) => [year, month, value])).toEqual([
    [2019, 12, 9],
    [2019, 13, 10],
  ]);
  expect(store.facts.latestPeriod()).toBe('2020-07');
});

it('carries every fact back to its file, cell and raw text', () => {
  const store = freshStore();
  const stated = statement('P1 1399-06 spent_rial=500', 7);
  const source = { sheet: 'منطقه ۱', row: 7, column: 'هزینه (میلیون ریال)', cell: 'C7', raw: '‏۰٫۰۰۰۵\u0000' };
  const submission = submit(store, 'a', 'D1', SEPTEMBER, ['P1 1399-06 x=1'], { statements: [{ ...stated, source }] });
  expect(store.facts.currentFacts()).toEqual([
    {
      ...{ ...stated, source, id: 1, submission, department: 'D1', file: 'file.csv' },
      ...{ sha256: 'a'.repeat(64), recordedAt: SEPTEMBER },
    },
  ]);
});

it('keeps every number to the last bit, and rials beyond the reach of 32 bits', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.maxSafeInteger(), (ratio, rial) => {
      const store = freshStore();
      const statements = [
        { ...statement('P1 1399-06 physical=0'), value: ratio + 0 },
        { ...statement('P1 1399-06 spent_rial=0'), value: rial },
      ];
      submit(store, 'a', 'D1', SEPTEMBER, ['P1 1399-06 x=1'], { statements });
      expect(store.facts.figures().map(({ value }) => value)).toEqual([ratio + 0, rial]);
    }),
    { numRuns: 20, examples: [[0.1, Number.MAX_SAFE_INTEGER]] },
  );
});

it('can neither change nor lose a fact', () => {
  const file = join(folder(), 'payesh.db');
  const store = open(file);
  submit(store, 'a', 'D1', SEPTEMBER, ['P1 1399-06 spent_rial=500']);
  store.close();
  const db = new Sqlite(file);
  for (const sql of [
    'update fact set value_integer = 1',
    'delete from fact',
    "insert or replace into fact (id, submission, kind, code, period, year, month, field, value_integer, withdrawn, row_number, column_header, cell, raw, recorded_at) select id, submission, kind, code, period, year, month, field, 1, 0, 2, '', '', '', recorded_at from fact",
  ]) {
    db.pragma('recursive_triggers = ON');
    expect(() => db.exec(sql), sql).toThrow('append-only');
  }
  db.close();
});

it('reads one state inside a snapshot, whatever another process writes meanwhile', () => {
  const file = join(folder(), 'payesh.db');
  const [reader, writer] = [open(file), open(file)];
  submit(writer, 'a', 'D1', SEPTEMBER, ['P1 1399-06 spent_rial=500']);
  const seen = reader.snapshot(() => {
    const before = reader.facts.newest();
    submit(writer, 'b', 'D1', OCTOBER, ['P1 1399-06 spent_rial=700']);
    return [before, reader.facts.newest()];
  });
  expect(seen).toEqual([
    { id: 1, recordedAt: SEPTEMBER },
    { id: 1, recordedAt: SEPTEMBER },
  ]);
  expect(reader.facts.newest()).toEqual({ id: 2, recordedAt: OCTOBER });
});
