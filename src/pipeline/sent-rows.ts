import { checkSubmission } from '../check/submission/check.js';
import { CODE_COLUMN, factOf } from '../check/submission/columns.js';
import { isTotalLabel } from '../check/submission/labels.js';
import { type MergeIndex, mergeIndex } from '../check/submission/merges.js';
import { type OwnForm, ownForm } from '../check/submission/own-form.js';
import { shown } from '../check/submission/place.js';
import { isBlank } from '../check/submission/placed.js';
import { type FactField, TEXT_FIELDS } from '../domain/fact.js';
import type { FormRow } from '../domain/form.js';
import type { SubmissionRecord } from '../domain/month.js';
import { type Cell, columnLetters, columnNumber, type Row, type Table } from '../domain/table.js';
import { codeKey } from '../domain/text/normalise.js';
import { dayOfSerial } from '../domain/text/title-period.js';
import { readBytesFenced } from '../read/fence/fence.js';
import { readOriginal } from './archive.js';
import type { Context } from './context.js';
import { fenceLimits } from './read-limits.js';
import { submissionContext } from './submission-context.js';

/** One line of a sender's file as it was written, found again by sheet and row. */
export interface SentRow {
  kind: FormRow['kind'];
  sheet: string | null;
  row: number;
  code: string;
  title: string;
  entries: Partial<Record<FactField, string | number>>;
  /** The same in the sender's own words, each with its cell: `40 (B2)`. */
  said: Partial<Record<FactField, string>>;
  /** Fields whose cell lies in a merged area that begins in an earlier line: the address of its first cell. */
  merged: ReadonlyMap<FactField, string>;
  /** Fields of a form of ours that nobody changed since it was written. */
  kept: ReadonlySet<FactField>;
  /** Figures under columns that were not read, by the letters of the column: `7 (N7)`. */
  unread: ReadonlyMap<string, string>;
  /** Column letters → the field that they hold; null = the code or a column without a field. */
  fields: ReadonlyMap<string, FactField | null>;
}

/** A line that repeats other lines by its own word. */
export const isTotalLine = ({ code, title }: SentRow): boolean =>
  isTotalLabel(code) || (code === '' && isTotalLabel(title));

/** By which a line and a row of the form are the same. */
export const lineKey = ({ kind, code }: Pick<SentRow, 'kind' | 'code'>): string => `${kind} ${codeKey(code)}`;

export const isSameCode = (one: Pick<SentRow, 'kind' | 'code'>, other: Pick<SentRow, 'kind' | 'code'>): boolean =>
  lineKey(one) === lineKey(other);

/** What a file said, line by line; `form` = it is a form of ours that came back. */
export interface SentFile {
  record: SubmissionRecord;
  rows: SentRow[];
  form: OwnForm | null;
}

/** Files that must not, or cannot, be read again. */
const UNREADABLE = new Set(['INBOX_QUARANTINED', 'INBOX_ORIGINAL_DAMAGED']);

/**
 * The lines of an archived file as its columns were understood; amounts in the unit of the form. The original is only read.
 * A file that cannot be read has no lines: its findings speak of it as a whole.
 */
export async function sentFile(context: Context, record: SubmissionRecord, unitRial: number): Promise<SentFile> {
  const nothing = { record, rows: [], form: null };
  if (record.findings.some(({ code }) => UNREADABLE.has(code))) return nothing;
  const bytes = await readOriginal(context.archivePath(record.sha256), record.sha256).catch(() => null);
  if (bytes === null) return nothing;
  const name = record.file.split(/[\\/]/).at(-1) ?? record.file;
  const read = await readBytesFenced(bytes, name, fenceLimits(context.config));
  if (read.tables.length === 0) return nothing;
  const form = ownForm(read.tables);
  const tables = form?.tables ?? read.tables;
  return { record, rows: rowsIn(context, record, name, tables, unitRial, form), form };
}

function rowsIn(
  context: Context,
  record: SubmissionRecord,
  name: string,
  tables: Table[],
  unitRial: number,
  form: OwnForm | null,
): SentRow[] {
  const known = submissionContext(context, name, record.department, new Date(record.receivedAt));
  const { understanding } = checkSubmission(tables, known);
  return understanding.flatMap(({ sheet, kind, headerRow, columns }): SentRow[] => {
    const table = tables.find((one) => one.sheet === sheet);
    const codeColumn = columns.find(({ field }) => field === CODE_COLUMN[kind])?.column;
    if (!table || codeColumn === undefined) return [];
    const next = understanding
      .filter(
        (other) =>
          other.sheet === sheet &&
          other.headerRow > headerRow &&
          other.columns.some((one) => one.column === codeColumn),
      )
      .map((other) => other.headerRow);
    const end = Math.min(Number.POSITIVE_INFINITY, ...next);
    const fields = new Map(columns.map(({ column, field }) => [column, factOf(kind, field)]));
    const units = new Map(columns.map(({ column, unitRial: rial }) => [column, rial]));
    const titleColumn = columns.find(({ field }) => field === 'title')?.column;
    const merges = mergeIndex(table);
    const codeAt = codeReader(merges, columnNumber(codeColumn));
    return table.rows
      .filter(({ number, hidden }) => !hidden && number > headerRow && number < end)
      .map((row) => ({
        ...{ kind, sheet, row: row.number, fields },
        code: codeAt(row),
        merged: mergedIn(row, fields, merges),
        kept: keptIn(row, fields, sheet, form),
        title: titleColumn === undefined ? '' : textAt(row, titleColumn),
        ...writtenIn(row, fields, units, unitRial, table.date1904),
      }));
  });
}

function textAt({ cells }: Row, column: string): string {
  return cells.find((cell) => columnLetters(cell.column) === column)?.text.trim() ?? '';
}

/** The code of a line, which reaches down in its merged area. */
function codeReader(merges: MergeIndex, column: number): (row: Row) => string {
  return (row) => {
    const merge = merges.covering(row.number, column);
    const master = merge && merge[0] < row.number && merge[1] === column ? merges.master(merge) : null;
    return textAt(row, columnLetters(column)) || (master?.text.trim() ?? '');
  };
}

function keptIn(row: Row, fields: SentRow['fields'], sheet: string | null, form: OwnForm | null): SentRow['kept'] {
  const cells = form === null ? [] : row.cells.filter(({ address }) => form.kept.has(`${sheet ?? ''} ${address}`));
  return new Set(cells.flatMap(({ column }) => fields.get(columnLetters(column)) ?? []));
}

function mergedIn(row: Row, fields: SentRow['fields'], merges: MergeIndex): SentRow['merged'] {
  const merged = new Map<FactField, string>();
  if (!merges.any) return merged;
  for (const [letters, field] of fields) {
    const merge = field === null ? null : merges.covering(row.number, columnNumber(letters));
    const master = merge && merge[0] < row.number ? merges.master(merge) : null;
    if (field !== null && master) merged.set(field, master.address);
  }
  return merged;
}

function writtenIn(
  { cells }: Row,
  fields: ReadonlyMap<string, FactField | null>,
  units: ReadonlyMap<string, number | null>,
  unitRial: number,
  date1904: boolean,
): Pick<SentRow, 'entries' | 'said' | 'unread'> {
  const unread = new Map<string, string>();
  const entries: SentRow['entries'] = {};
  const said: SentRow['said'] = {};
  for (const cell of cells) {
    const column = columnLetters(cell.column);
    const field = fields.get(column) ?? null;
    if (field === null && /\p{Nd}/u.test(cell.text)) unread.set(column, `${typed(cell, date1904)} (${cell.address})`);
    if (field === null || isBlank(cell, { fact: field })) continue;
    said[field] = `${typed(cell, date1904)} (${cell.address})`;
    if (cell.kind === 'date' && cell.number !== null) {
      entries[field] = dayOfSerial(cell.number, date1904);
      continue;
    }
    entries[field] = field.endsWith('_rial')
      ? amount(cell, units.get(column) ?? null, unitRial)
      : TEXT_FIELDS.has(field)
        ? cell.text.trim()
        : written(cell);
  }
  return { entries, said, unread };
}

/** A cell as its sender sees it. */
function typed(cell: Cell, date1904: boolean): string {
  if (cell.kind === 'date' && cell.number !== null) return dayOfSerial(cell.number, date1904);
  return cell.percentFormat ? `${written(cell)}%` : shown(cell.text);
}

function written(cell: Cell): string | number {
  const text = cell.text.trim();
  // A text file knows no numbers: plain digits are one all the same.
  if (cell.kind !== 'number' || cell.number === null) return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
  return cell.percentFormat ? Number((cell.number * 100).toPrecision(15)) : cell.number;
}

/** An amount without a unit, as `amount` writes it; its number stands in the group. */
export const UNKNOWN_UNIT = /^(-?[\d.]+) ؟$/;

/** An amount whose unit nobody stated stays a text with a question mark: it must not become an amount of another unit. */
function amount(cell: Cell, rial: number | null, unitRial: number): string | number {
  const value = written(cell);
  if (typeof value !== 'number') return value;
  if (rial === null) return value === 0 ? 0 : `${value} ؟`;
  return rial === unitRial ? value : Number(((value * rial) / unitRial).toPrecision(15));
}
