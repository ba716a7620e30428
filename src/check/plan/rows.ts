import type { Calendar } from '../../domain/calendar.js';
import type { Finding } from '../../domain/finding.js';
import type { PlanTableName } from '../../domain/plan.js';
import type { Cell, Row } from '../../domain/table.js';
import { squash } from '../../domain/text/normalise.js';
import { BLANK, Fault } from './cell.js';
import type { Header } from './header.js';
import { type NamedTable, placeOf, type RowPlace } from './places.js';
import type { PlanRecords } from './records.js';
import { columnsOf, SCHEMA } from './schema.js';
import type { Spelling } from './spelling.js';

export interface ReadRow<R> {
  record: R;
  place: RowPlace;
  /** Contract columns whose cells were blank. */
  blank: ReadonlySet<string>;
}

export interface RowsReading<R> {
  rows: ReadRow<R>[];
  findings: Finding[];
}

const TOTALS = new Set(['جمع', 'جمعکل', 'مجموع', 'total', 'grandtotal', 'sum']);

/** A row of sums below a table, as people leave it under their figures: its first cell says so and it has no code. */
function isTotal(row: Row): boolean {
  const first = row.cells.find((cell) => cell.text.trim() !== '');
  return first !== undefined && first.kind === 'text' && first.text.length < 20 && TOTALS.has(squash(first.text));
}

/** The cells of a row under the header's columns; null = the row says nothing there. */
function cellsOf(row: Row, byPosition: readonly (number | undefined)[], count: number): (Cell | undefined)[] | null {
  const cells = new Array<Cell | undefined>(count);
  let empty = true;
  for (const cell of row.cells) {
    const index = byPosition[cell.column];
    if (index === undefined || (cell.kind === 'text' && cell.text.trim() === '')) continue;
    cells[index] = cell;
    empty = false;
  }
  return empty ? null : cells;
}

/** Every row below the header as a record, or findings at its cells. A row with a fault gives no record. */
export function readRows<T extends PlanTableName>(
  name: T,
  { table }: NamedTable,
  header: Header,
  calendar: Calendar,
  spelling: Spelling,
): RowsReading<PlanRecords[T]> {
  const reading: RowsReading<PlanRecords[T]> = { rows: [], findings: [] };
  const byPosition: (number | undefined)[] = [];
  header.columns.forEach(({ position }, index) => {
    byPosition[position] = index;
  });
  const contexts = header.columns.map(({ unitRial }) => ({ calendar, spelling, date1904: table.date1904, unitRial }));
  const blanks = blankRecord(name);
  const absent = columnsOf(name)
    .map(({ column }) => column.name)
    .filter((column) => !header.source.columns.has(column));
  for (const row of table.rows.slice(header.firstRow)) {
    const cells = cellsOf(row, byPosition, header.columns.length);
    if (!cells) continue;
    const place: RowPlace = { source: header.source, row: row.number };
    const report = (code: Finding['code'], column: string | null, params: Finding['params']) =>
      reading.findings.push({ code, place: placeOf(place, column), params: { table: name, ...params } });
    if (isTotal(row)) {
      report('PLAN_TOTAL_ROW', null, { row: row.number });
      continue;
    }
    const record: Record<string, unknown> = { ...blanks };
    const blank = new Set(absent);
    let sound = true;
    header.columns.forEach(({ field, column }, index) => {
      const cell = cells[index];
      const context = contexts[index];
      const value = cell && context ? column.read(cell, context) : BLANK;
      if (value instanceof Fault) {
        report(value.code, column.name, { column: column.name, ...value.params });
        sound = false;
      } else if (value !== BLANK) {
        record[field] = value;
      } else {
        blank.add(column.name);
        if (column.blank !== null) return;
        report('PLAN_CELL_REQUIRED', column.name, { column: column.name });
        sound = false;
      }
    });
    // The schema has one column for each field of the record, each with the field's type: a sound row is a record.
    if (sound) reading.rows.push({ record: record as unknown as PlanRecords[T], place, blank });
  }
  return reading;
}

/** What a row says that says nothing: the blank value of every column. */
function blankRecord(name: PlanTableName): Record<string, unknown> {
  const blanks: Record<string, unknown> = {};
  for (const [field, column] of Object.entries(SCHEMA[name])) blanks[field] = column.blank?.value ?? null;
  return blanks;
}
