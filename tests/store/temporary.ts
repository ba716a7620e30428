import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Calendar, JALALI } from '../../src/domain/calendar.js';
import { type FactField, type Statement, TEXT_FIELDS } from '../../src/domain/fact.js';
import { openStore, type Store } from '../../src/store/open.js';
import type { Accepted, Arrival } from '../../src/store/submission-store.js';

/** A folder that lives as long as the test. */
export function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'payesh-store-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

export const NOW = '2020-09-01T08:00:00.000Z';

export function open(file: string, calendar: Calendar = JALALI): Store {
  const store = openStore(file, { create: true, calendar, now: () => NOW });
  onTestFinished(() => store.close());
  return store;
}

export function freshStore(calendar: Calendar = JALALI): Store {
  return open(join(folder(), 'payesh.db'), calendar);
}

export function arrival(content: string, department: string | null, name = 'file.csv'): Arrival {
  const sha256 = content.repeat(64).slice(0, 64);
  return { sha256, department, fileName: Buffer.from(name), file: name, size: 10, receivedAt: NOW };
}

/** `P1 1399-06 spent_rial=500` as a statement; a text field keeps its text, `حذف` withdraws. */
export function statement(text: string, row = 2): Statement {
  const [code = '', period = '', ...rest] = text.split(' ');
  const [field, raw = ''] = rest.join(' ').split('=') as [FactField, string];
  const withdrawn = raw === 'حذف';
  const isText = TEXT_FIELDS.has(field);
  const value = withdrawn || isText ? null : Number(raw);
  return {
    kind: 'project',
    code,
    period,
    field,
    value,
    text: isText && !withdrawn ? raw : null,
    withdrawn,
    source: { sheet: null, row, column: field, cell: `B${row}`, raw },
  };
}

/** Takes in one file of one department with these statements, known from an instant on. */
export function submit(
  store: Store,
  content: string,
  department: string,
  recordedAt: string,
  statements: string[],
  more: Partial<Accepted> = {},
): number {
  const { id } = store.submissions.register(arrival(content, department));
  store.submissions.commit(id, {
    department,
    period: statements[0]?.split(' ')[1] ?? '1399-06',
    status: 'accepted',
    acceptedRows: statements.length,
    refusedRows: 0,
    statements: statements.map((text, index) => statement(text, index + 2)),
    findings: [],
    recordedAt,
    ...more,
  });
  return id;
}

/** Facts in the same short form, so that a test's expectation reads like its input. */
export function shortFacts(facts: ReturnType<Store['facts']['currentFacts']>): string[] {
  return facts.map(
    ({ code, period, field, value, text, withdrawn }) =>
      `${code} ${period} ${field}=${withdrawn ? 'حذف' : (text ?? value)}`,
  );
}
