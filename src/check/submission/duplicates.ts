import type { Statement } from '../../domain/fact.js';
import { CODE_COLUMN } from './columns.js';
import { cellPlace, emptyCellPlace, finding, placeName, shown } from './place.js';
import type { Cells } from './placed.js';
import type { RowReading } from './read-row.js';

const says = ({ value, text, withdrawn }: Statement): string => JSON.stringify([value, text, withdrawn]);

const byField = (reading: RowReading): Map<string, string> =>
  new Map(reading.statements.map((statement) => [statement.field, says(statement)]));

/**
 * Two lines agree when they say the same. Lines of different sheets may also share the work (one sheet the progress,
 * one the money), so there only the fields that both state must be equal, and a line with an error goes back alone.
 * In one table a line with an error agrees with nothing.
 */
function agree(a: RowReading, b: RowReading): boolean {
  const shared = a.row.form.table !== b.row.form.table;
  if (!shared && (a.refused || b.refused)) return false;
  const [left, right] = [byField(a), byField(b)];
  const common = [...left].every(([field, said]) => !right.has(field) || right.get(field) === said);
  return common && (shared || (left.size === right.size && [...left.keys()].every((field) => right.has(field))));
}

function codePlace(reading: RowReading, file: string) {
  const { form, cells } = reading.row;
  const placed = cells.get(CODE_COLUMN[form.kind]);
  const own = reading.row.row.number;
  if (placed && placed.cell.row !== own)
    return emptyCellPlace(file, form.table, own, placed.column.number, placed.column.header);
  return placed
    ? cellPlace(file, form.table, placed.cell, placed.column.header)
    : { file, row: reading.row.row.number };
}

/** What two lines say differently, in the words of their cells: `هزینه‌کرد: 40 (C2) / 30 (C3)`. */
function differing({ row }: RowReading, { row: other }: RowReading): string {
  const said = (cells: Cells, field: string) => {
    const cell = cells.get(field)?.cell;
    return cell ? `${shown(cell.text)} (${cell.address})` : '—';
  };
  const lines = [...new Set([...row.cells.keys(), ...other.cells.keys()])].flatMap((field) => {
    const column = (row.cells.get(field) ?? other.cells.get(field))?.column;
    const [one, two] = [row.cells, other.cells].map((cells) => cells.get(field)?.cell.text.trim());
    if (!column || column.fact === null || one === two) return [];
    return [`${shown(column.header)}: ${said(row.cells, field)} / ${said(other.cells, field)}`];
  });
  return lines.length > 0 ? lines.join('; ') : '—';
}

function conflict(reading: RowReading, other: RowReading, file: string): RowReading {
  const params = {
    ...{ code: reading.subject?.record.code ?? '', other: placeName(codePlace(other, file)) },
    values: differing(reading, other),
  };
  const fault = finding('SUB_DUPLICATE_ROW', codePlace(reading, file), params);
  return { ...reading, refused: true, findings: [...reading.findings, fault] };
}

/** Keeps what earlier lines have not said yet; a line that adds nothing stays without statements and is not counted. */
function withoutRepeats(reading: RowReading, earlier: RowReading[], file: string): RowReading {
  const said = new Set(earlier.flatMap((other) => other.statements.map((statement) => statement.field)));
  const statements = reading.statements.filter((statement) => !said.has(statement.field));
  const [first] = earlier;
  if (statements.length === reading.statements.length || !first) return reading;
  const params = { code: reading.subject?.record.code ?? '', other: placeName(codePlace(first, file)) };
  const warning = finding('SUB_DUPLICATE_IDENTICAL', codePlace(reading, file), params);
  return { ...reading, statements, findings: [...reading.findings, warning] };
}

/** Settles lines that speak of one code: equal ones count once, different ones are all refused, each naming another. */
export function settleDuplicates(readings: readonly RowReading[], file: string): RowReading[] {
  const groups = new Map<string, RowReading[]>();
  for (const reading of readings) {
    if (!reading.subject) continue;
    const key = `${reading.subject.kind} ${reading.subject.record.code}`;
    groups.set(key, [...(groups.get(key) ?? []), reading]);
  }
  const settled = new Map<RowReading, RowReading>();
  for (const group of groups.values()) {
    if (group.length < 2) continue;
    const disputed = group.some((one, index) => group.slice(index + 1).some((other) => !agree(one, other)));
    for (const [index, reading] of group.entries()) {
      const other =
        group.find((one) => one !== reading && !agree(one, reading)) ?? group.find((one) => one !== reading);
      if (disputed && other) settled.set(reading, conflict(reading, other, file));
      else {
        const earlier = group.slice(0, index).filter((one) => !one.refused);
        settled.set(reading, reading.refused ? reading : withoutRepeats(reading, earlier, file));
      }
    }
  }
  return readings.map((reading) => settled.get(reading) ?? reading);
}
