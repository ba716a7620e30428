import { join } from 'node:path';
import { expect, it } from 'vitest';
import { FINDINGS } from '../../src/domain/catalogue/findings.js';
import type { Finding, FindingCode } from '../../src/domain/finding.js';
import { arrival, folder, freshStore, NOW, open, statement, submit } from './temporary.js';

const [CODE, OTHER] = Object.keys(FINDINGS) as FindingCode[];

function finding(code: FindingCode | undefined, place: Finding['place'], params: Finding['params'] = {}): Finding {
  if (code === undefined) throw new Error('the catalogue is empty');
  return { code, place, params };
}

const accepted = (recordedAt: string, statements: string[]) => ({
  ...{ department: 'D1', period: '1399-06', status: 'accepted' as const, acceptedRows: 1, refusedRows: 0 },
  ...{ statements: statements.map((text) => statement(text)), findings: [], recordedAt },
});

it('keeps a file that was journalled but not read to the end, through a crash', () => {
  const file = join(folder(), 'payesh.db');
  const before = open(file);
  const { id } = before.submissions.register(arrival('a', 'D1', 'شهریور ۹۹.csv'));
  before.submissions.attempt(id);
  before.close();

  const after = open(file);
  const [waiting] = after.submissions.pending();
  expect(waiting).toMatchObject({ id, file: 'شهریور ۹۹.csv', state: 'stored', attempts: 1, status: null });
  expect(after.submissions.register(arrival('a', 'D1')).id).toBe(id);
  after.submissions.commit(id, accepted(NOW, ['P1 1399-06 spent_rial=500']));
  expect(after.submissions.pending()).toEqual([]);
});

it('takes an attempt back, never below none', () => {
  const store = freshStore();
  const { id } = store.submissions.register(arrival('a', 'D1'));
  expect(store.submissions.attempt(id)).toBe(1);
  store.submissions.takeBackAttempt(id);
  store.submissions.takeBackAttempt(id);
  expect(store.submissions.attempt(id)).toBe(1);
});

it('commits facts, findings and state together or not at all', () => {
  const store = freshStore();
  const { id } = store.submissions.register(arrival('a', 'D1'));
  const broken = accepted(NOW, ['P1 1399-06 spent_rial=500', 'P2 1399-06 spent_rial=0.5']);
  expect(() => store.submissions.commit(id, broken)).toThrow('spent_rial of P2 is not whole rials');
  expect(store.facts.currentFacts()).toEqual([]);
  expect(store.submissions.get(id).state).toBe('stored');
  expect(store.verify()).toEqual([]);
});

it('counts the same content once for a department, and again for another', () => {
  const store = freshStore();
  const first = submit(store, 'a', 'D1', NOW, ['P1 1399-06 spent_rial=500']);
  const again = store.submissions.register(arrival('a', 'D1'));
  expect(store.submissions.find(again.sha256, 'D1')?.id).toBe(first);
  const ifDuplicate = ({ id }: { id: number }) => [finding(CODE, {}, { id })];
  store.submissions.commit(again.id, { ...accepted(NOW, ['P1 1399-06 spent_rial=500']), ifDuplicate });
  expect(store.submissions.get(again.id)).toMatchObject({ state: 'duplicate', duplicateOf: first });
  expect(store.submissions.record(again.id).findings).toEqual([finding(CODE, {}, { id: first })]);
  submit(store, 'a', 'D2', NOW, ['P1 1399-06 spent_rial=500']);
  expect(store.facts.revisions('P1').map(({ department }) => department)).toEqual(['D1', 'D2']);
  expect(store.submissions.records().map(({ status }) => status)).toEqual(['accepted', 'duplicate', 'accepted']);
});

it('finds the twin of a file whose department stood only inside', () => {
  const store = freshStore();
  const inFolder = store.submissions.register(arrival('a', 'D1'));
  const loose = store.submissions.register(arrival('a', null));
  expect(loose.id).not.toBe(inFolder.id);
  store.submissions.commit(loose.id, accepted(NOW, ['P1 1399-06 spent_rial=500']));
  store.submissions.commit(inFolder.id, accepted(NOW, ['P1 1399-06 spent_rial=500']));
  expect(store.submissions.get(inFolder.id)).toMatchObject({ state: 'duplicate', duplicateOf: loose.id });
  expect(store.facts.revisions('P1')).toHaveLength(1);
});

it('takes a refused file again, and lets the first decision stand when two processes settle one', () => {
  const store = freshStore();
  const { id, sha256 } = store.submissions.register(arrival('a', 'D1'));
  const refusal = { state: 'refused', period: '1399-06', refusedRows: 3, recordedAt: NOW } as const;
  expect(store.submissions.settle(id, refusal)).toBe(true);
  expect(store.submissions.settle(id, { ...refusal, refusedRows: 9 })).toBe(false);
  expect(store.submissions.commit(id, accepted(NOW, ['P1 1399-06 spent_rial=500']))).toBe(false);
  expect(store.submissions.attempt(id)).toBeNull();
  expect(store.submissions.record(id)).toMatchObject({ status: 'refused', refusedRows: 3 });
  expect(store.submissions.find(sha256, 'D1')?.state).toBe('refused');
  const second = submit(store, 'a', 'D1', NOW, ['P1 1399-06 spent_rial=500']);
  expect(store.submissions.find(sha256, 'D1')).toMatchObject({ id: second, state: 'committed' });
});

it('tells what became of each file, findings exactly as they were made', () => {
  const store = freshStore();
  const findings = [
    finding(
      CODE,
      { file: 'a.xlsx', sheet: 'منطقه ۱', row: 7, column: 'هزینه (ریال)', cell: 'C7' },
      { value: '۱۲/۵', row: 7 },
    ),
    finding(OTHER, { sheet: null, row: 2 }),
    finding(CODE, {}),
  ];
  const more = { status: 'partly' as const, acceptedRows: 1, refusedRows: 2, findings };
  const id = submit(store, 'a', 'D1', '2020-10-02T00:00:00Z', ['P1 1399-06 spent_rial=500'], more);
  submit(store, 'b', 'D1', '2020-11-02T00:00:00Z', ['P1 1399-07 spent_rial=600']);
  expect(store.submissions.records({ period: '1399-06' })).toEqual([
    {
      ...{ id, file: 'file.csv', department: 'D1', period: '1399-06', sha256: 'a'.repeat(64), receivedAt: NOW },
      ...{ status: 'partly', acceptedRows: 1, refusedRows: 2, findings },
    },
  ]);
  expect(store.submissions.records({ asOf: '2020-10-15T00:00:00Z' }).map((record) => record.id)).toEqual([id]);
});
