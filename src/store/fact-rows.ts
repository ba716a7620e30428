import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import type { Calendar } from '../domain/calendar.js';
import { type Fact, type FactField, MONEY_FIELDS, type Statement } from '../domain/fact.js';
import { invariant } from '../domain/invariant.js';
import { fiscal } from './context.js';
import { bindable } from './values.js';

/** Columns of a fact `f` with its submission `s`, for `.raw()` statements; `factOf` turns such a row into a Fact. */
export const FACT_COLUMNS = `f.id, f.kind, f.code, f.period, f.field, ifnull(f.value_integer, f.value_real), f.text,
  f.withdrawn, f.sheet, f.row_number, f.column_header, f.cell, f.raw, f.recorded_at, f.submission, s.department,
  s.file_text, s.sha256`;

/** An array, because making an object of each row and then another of it took a third of the time of reading a year. */
export type FactRow = [
  id: number,
  kind: Fact['kind'],
  code: string,
  period: string,
  field: FactField,
  value: number | null,
  text: string | null,
  withdrawn: number,
  sheet: string | null,
  row: number,
  column: string,
  cell: string,
  raw: string,
  recordedAt: string,
  submission: number,
  department: string,
  file: string,
  sha256: string,
];

/** Positions, not spreading: this runs for every fact of every year that a report covers. */
export function factOf(columns: FactRow): Fact {
  return {
    id: columns[0],
    kind: columns[1],
    code: columns[2],
    period: columns[3],
    field: columns[4],
    value: columns[5],
    text: columns[6],
    withdrawn: columns[7] === 1,
    source: { sheet: columns[8], row: columns[9], column: columns[10], cell: columns[11], raw: columns[12] },
    recordedAt: columns[13],
    submission: columns[14],
    department: columns[15],
    file: columns[16],
    sha256: columns[17],
  };
}

const INSERT = `insert into fact (submission, kind, code, period, year, month, field, value_integer, value_real, text,
    withdrawn, sheet, row_number, column_header, cell, raw, recorded_at)
  values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

function row(calendar: Calendar, submission: number, recordedAt: string, statement: Statement): unknown[] {
  const { kind, code, period, field, value, text, withdrawn, source } = statement;
  const money = MONEY_FIELDS.has(field);
  invariant(!money || value === null || Number.isSafeInteger(value), `${field} of ${code} is not whole rials`);
  const { year, month } = fiscal(calendar, period);
  const { sheet, row: line, column, cell, raw } = source;
  const values = [money ? value : null, money ? null : value, text, withdrawn];
  return [submission, kind, code, period, year, month, field, ...values, sheet, line, column, cell, raw, recordedAt];
}

/** Writes facts, and digests those of one submission so that the ledger notices any later change of them. */
export function factRows(db: Database, calendar: Calendar) {
  const insert = db.prepare(INSERT);
  const stored = db
    .prepare<[number, number, number], unknown[]>(
      `select kind, code, period, year, month, field, value_integer, value_real, text, withdrawn, sheet, row_number,
         column_header, cell, raw, recorded_at
       from fact where id >= ? and id < ? and submission = ? order by id`,
    )
    .raw();
  const nextId = db.prepare<[], number>('select ifnull(max(id), 0) + 1 from fact').pluck();

  /** Facts of one submission stand together: they were written in one transaction by the only writer. */
  function digestOf(submission: number, firstFact: number, count: number): string {
    const hash = createHash('sha256');
    for (const columns of stored.iterate(firstFact, firstFact + count, submission))
      hash.update(JSON.stringify(columns));
    return hash.digest('hex');
  }

  function append(submission: number, recordedAt: string, statements: readonly Statement[]) {
    const firstFact = nextId.get() ?? 1;
    for (const statement of statements) {
      insert.run(...row(calendar, submission, recordedAt, statement).map(bindable));
    }
    return { firstFact, facts: statements.length, digest: digestOf(submission, firstFact, statements.length) };
  }

  return { append, digestOf };
}
