import { notCounted } from '../../src/pipeline/not-counted.js';
import type { SentFile, SentRow } from '../../src/pipeline/sent-rows.js';
import type { FindingCase } from './case.js';

const LINE: SentRow = {
  ...{ kind: 'project', sheet: null, row: 2, code: 'A1', title: '' },
  ...{ entries: { physical: 140, spent_rial: 60 }, said: { physical: '140 (B2)', spent_rial: '60 (C2)' } },
  ...{ merged: new Map(), kept: new Set(), unread: new Map() },
  fields: new Map([
    ['B', 'physical'],
    ['C', 'spent_rial'],
  ]),
};
const RECORD: SentFile['record'] = {
  ...{ id: 1, file: '1399-06.csv', sha256: '', receivedAt: '', department: 'D1', period: '1399-06' },
  ...{ status: 'partly', acceptedRows: 0, refusedRows: 1, findings: [] },
};
const file = (line: SentRow): SentFile => ({ record: RECORD, rows: [line], form: null });
const mended = file({ ...LINE, entries: { physical: 14 } });

/** What only a newer file brings to light: found when the return is made. */
export const RETURN_CASES: FindingCase[] = [
  { code: 'SUB_ROW_NOT_COUNTED', produce: () => notCounted(file(LINE), [LINE], [mended], () => false) },
];
