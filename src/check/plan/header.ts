import type { Finding } from '../../domain/finding.js';
import type { PlanTableName } from '../../domain/plan.js';
import { type Cell, cellAddress, type Row } from '../../domain/table.js';
import { findMoneyUnit, moneyUnitRial } from '../../domain/text/money-unit.js';
import { cleanText } from '../../domain/text/normalise.js';
import { recognisePlanHeader } from '../dictionary/plan-headers.js';
import type { NamedTable, PlanSource } from './places.js';
import { columnsOf, type SchemaColumn } from './schema.js';

/** A title, a note and a blank line or two may stand above the header, not a whole page. */
const SEARCHED_ROWS = 20;

/** One column of the file that is a column of the contract. */
export interface HeaderColumn extends SchemaColumn {
  /** 1-based in the file. */
  position: number;
  unitRial: number;
}

export interface Header {
  source: PlanSource;
  /** Index in `table.rows` of the first row below the header. */
  firstRow: number;
  columns: HeaderColumn[];
}

export interface HeaderReading {
  /** Null = no header, or one that lacks a required column: the rows cannot be read. */
  header: Header | null;
  findings: Finding[];
}

const ROW_NUMBER = 'row_no';

function recognised(table: PlanTableName, row: Row): number {
  return new Set(row.cells.map((cell) => recognisePlanHeader(table, cell.text).field).filter((field) => field !== null))
    .size;
}

/** Finds the header: the row in which most columns are recognised, two at least; of equals the first. */
export function readHeader(name: PlanTableName, { table, file }: NamedTable): HeaderReading {
  const scores = table.rows.slice(0, SEARCHED_ROWS).map((row) => recognised(name, row));
  const index = scores.indexOf(Math.max(2, ...scores));
  const row = table.rows[index];
  if (!row) {
    const seen = (table.rows[0]?.cells ?? [])
      .map((cell) => cleanText(cell.text))
      .slice(0, 8)
      .join(', ');
    const place = { file, sheet: table.sheet, row: table.rows[0]?.number ?? 1 };
    const wanted = required(name)
      .map(({ column }) => column.name)
      .join(', ');
    return { header: null, findings: [{ code: 'PLAN_HEADER_MISSING', place, params: { table: name, seen, wanted } }] };
  }
  const note = table.rows
    .slice(0, index)
    .flatMap((above) => above.cells.map((cell) => findMoneyUnit(cell.text)?.rial ?? null));
  return readColumns(name, file, table.sheet, row, index + 1, note.find((unit) => unit !== null) ?? null);
}

function required(name: PlanTableName): SchemaColumn[] {
  return columnsOf(name).filter(({ column }) => column.required);
}

function readColumns(
  name: PlanTableName,
  file: string,
  sheet: string | null,
  row: Row,
  firstRow: number,
  note: number | null,
): HeaderReading {
  const findings: Finding[] = [];
  const columns: HeaderColumn[] = [];
  const places = new Map<string, { header: string; column: number }>();
  const report = (code: Finding['code'], cell: Cell, params: Finding['params']) =>
    findings.push({
      code,
      place: { file, sheet, row: row.number, column: cleanText(cell.text), cell: cell.address },
      params: { table: name, header: cleanText(cell.text), ...params },
    });
  for (const cell of row.cells) {
    if (cleanText(cell.text) === '') continue;
    const { field, unit, suggestion } = recognisePlanHeader(name, cell.text);
    if (field === ROW_NUMBER) continue;
    const known = columnsOf(name).find(({ column }) => column.name === field);
    if (!known) {
      report('PLAN_COLUMN_UNKNOWN', cell, { suggestion: suggestion ?? '—' });
      continue;
    }
    const other = places.get(known.column.name);
    if (other) {
      report('PLAN_COLUMN_REPEATED', cell, { column: known.column.name, other: cellAddress(row.number, other.column) });
      continue;
    }
    places.set(known.column.name, { header: cleanText(cell.text), column: cell.column });
    const unitRial = known.column.money ? unitOf(cell.text, unit, note) : 1;
    if (unitRial === null) report('PLAN_UNIT_ASSUMED', cell, {});
    if (unitRial === 'unknown') report('PLAN_UNKNOWN_UNIT', cell, { value: unit ?? '' });
    columns.push({ ...known, position: cell.column, unitRial: typeof unitRial === 'number' ? unitRial : 1 });
  }
  const missing = required(name).filter(({ column }) => !places.has(column.name));
  for (const { column } of missing) {
    const place = { file, sheet, row: row.number, column: column.name };
    findings.push({ code: 'PLAN_COLUMN_MISSING', place, params: { table: name, column: column.name } });
  }
  const header = missing.length > 0 ? null : { source: { file, sheet, columns: places }, firstRow, columns };
  return { header, findings };
}

/** Rials of the column's unit: brackets of the header, then the word rial in it, then a note above. Null = not said. */
function unitOf(header: string, unit: string | null, note: number | null): number | 'unknown' | null {
  if (unit !== null && moneyUnitRial(unit) !== null) return moneyUnitRial(unit);
  if (unit !== null) return 'unknown';
  if (/rial|ریال|ريال/i.test(header)) return 1;
  return note;
}
