import type { FactField, Source, Statement } from '../../domain/fact.js';
import type { Finding } from '../../domain/finding.js';
import { type Cell, isErrorCell, type Table } from '../../domain/table.js';
import { dayOfSerial } from '../../domain/text/title-period.js';
import { isWithdraw } from '../../domain/text/values.js';
import { codeOfTitle, readSubject, type Sender, type Subject } from './code.js';
import { CODE_COLUMN, type Column, isText } from './columns.js';
import { readFigure } from './figure.js';
import { allows } from './permission.js';
import { cellPlace, emptyCellPlace, finding, shown } from './place.js';
import type { DataRow, Placed } from './rows.js';
import type { SheetUnits } from './unit.js';

/** What one line states; `refused` when it holds an error, and then none of it counts. */
export interface RowReading {
  row: DataRow;
  /** Null = the code is missing or names nothing that this sender may report. */
  subject: Subject | null;
  statements: Statement[];
  findings: Finding[];
  refused: boolean;
  /** Columns of money with a figure and no known unit. */
  unitless: Column[];
}

function source(row: DataRow, { cell, column }: Placed): Source {
  return { sheet: row.form.table.sheet, row: cell.row, column: column.header, cell: cell.address, raw: cell.text };
}

function readPlaced(
  row: DataRow,
  placed: Placed & { fact: FactField },
  subject: Subject,
  sender: Sender,
  units: SheetUnits,
): { statement?: Statement; fault?: Finding; unitless?: Column } {
  const { cell, column, fact } = placed;
  const place = cellPlace(sender.context.fileName, row.form.table, cell, column.header);
  if (!allows(subject.permission, row.form.kind, fact))
    return {
      fault: finding('SUB_FIELD_NOT_ALLOWED', place, {
        code: subject.record.code,
        header: shown(column.header),
        department: sender.department.title,
      }),
    };
  if (placed.spread) {
    const params = { header: shown(column.header), raw: shown(cell.text) };
    return { fault: finding('SUB_MERGED_FIGURE', place, params) };
  }
  const base = {
    kind: row.form.kind,
    code: subject.record.code,
    period: sender.period,
    field: fact,
    value: null,
    text: null,
    withdrawn: false,
    source: source(row, placed),
  };
  if (cell.kind === 'text' && isWithdraw(cell.text)) return { statement: { ...base, withdrawn: true } };
  if (isText(fact)) {
    if (isErrorCell(cell)) return { fault: finding('SUB_CELL_ERROR', place, { raw: shown(cell.text) }) };
    return { statement: { ...base, text: cell.text.trim() } };
  }
  const read = readFigure(cell, fact, subject, units.get(column.number)?.rial ?? null, column.header);
  if (read.state === 'value') return { statement: { ...base, value: read.value } };
  if (read.state === 'fault') {
    const params = cell.kind === 'date' ? { ...read.params, raw: rawText(cell, row.form.table) } : read.params;
    return { fault: finding(read.code, place, params) };
  }
  return read.state === 'unit_unknown' ? { unitless: column } : {};
}

/** A cell that nobody touched in an older form of ours says nothing against what came since. */
function overtaken(
  { form }: DataRow,
  { cell, column, fact }: Placed & { fact: FactField },
  { record: { code } }: Subject,
  said: Statement | null,
  { context, period }: Sender,
): Finding | null {
  const at = { sheet: form.table.sheet, cell: cell.address };
  const newer = context.overtaken?.(at, { code, period, field: fact }, said) ?? null;
  if (newer === null) return null;
  const place = cellPlace(context.fileName, form.table, cell, column.header);
  const params = { raw: shown(cell.text), header: shown(column.header), now: newer.now ?? '—', other: newer.file };
  return finding('SUB_FORM_OUTDATED', place, params);
}

/** What stands in a cell as the sender sees it: a date is a day, not the number behind it. */
function rawText({ kind, number, text }: Cell, { date1904 }: Table): string {
  return kind === 'date' && number !== null ? dayOfSerial(number, date1904) : shown(text);
}

/** Reads one line: its code, then every cell under a column of facts. All faults of the line are told at once. */
export function readRow(row: DataRow, sender: Sender, units: SheetUnits): RowReading {
  const { table, kind, columns } = row.form;
  const file = sender.context.fileName;
  const reading: RowReading = { row, subject: null, statements: [], findings: [], refused: true, unitless: [] };
  const code = row.cells.get(CODE_COLUMN[kind]);
  if (!code) {
    const column = columns.find((one) => one.field === CODE_COLUMN[kind]);
    const place = emptyCellPlace(file, table, row.row.number, column?.number ?? 1, column?.header ?? CODE_COLUMN[kind]);
    const title = row.cells.get('title')?.cell.text ?? '—';
    const params = { title: shown(title), suggestion: codeOfTitle(title, kind, sender) };
    return { ...reading, findings: [finding('SUB_CODE_MISSING', place, params)] };
  }
  const place = cellPlace(file, table, code.cell, code.column.header);
  // A spreadsheet that made a date or an error of a code has lost it: no text is left to look up.
  const lost = code.cell.kind === 'date' ? 'SUB_DATE_IN_CODE' : isErrorCell(code.cell) ? 'SUB_CELL_ERROR' : null;
  if (lost !== null) return { ...reading, findings: [finding(lost, place, { raw: rawText(code.cell, table) })] };
  const subject = readSubject(code.cell.text, kind, sender);
  if ('fault' in subject) return { ...reading, findings: [finding(subject.fault, place, subject.params)] };
  reading.subject = subject.subject;
  const notes: Finding[] = [];
  for (const placed of row.cells.values()) {
    if (placed.column.fact === null) continue;
    const figure = { ...placed, fact: placed.column.fact };
    const read = readPlaced(row, figure, subject.subject, sender, units);
    const old = overtaken(row, figure, subject.subject, read.statement ?? null, sender);
    if (old !== null) {
      // Of a fault that was mended since there is nothing to tell.
      if (read.statement) notes.push(old);
      continue;
    }
    if (read.statement) reading.statements.push(read.statement);
    if (read.fault) reading.findings.push(read.fault);
    if (read.unitless) reading.unitless.push(read.unitless);
  }
  return { ...reading, refused: reading.findings.length > 0, findings: [...reading.findings, ...notes] };
}
