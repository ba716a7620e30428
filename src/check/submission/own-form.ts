import type { Period } from '../../domain/calendar.js';
import { FORM_MARK, FORM_SHEET } from '../../domain/form-mark.js';
import type { Cell, Row, Table } from '../../domain/table.js';
import { recogniseHeader } from '../dictionary/recognise.js';
import { isTotalLabel } from './labels.js';

/** A form of ours that came back: whose it was, and whether anybody changed what it asks. */
export interface OwnForm {
  purpose: 'template' | 'return';
  department: string | null;
  period: Period | null;
  unchanged: boolean;
  /** What stood in its cells to fill in when it was written: sheet, code, header, value. */
  written: string[][];
  /** Cells to fill in that still hold what stood there when it was written: `sheet address`. */
  kept: ReadonlySet<string>;
  /** Of `written`, what stands there no more. */
  gone: string[][];
  /** The files (SHA-256) whose figures and faults it shows; null = it does not say. */
  seen: ReadonlySet<string> | null;
  /** Its sheets to fill in, with the columns that only remind of what is known left out. */
  tables: Table[];
}

/** Role → headers, of one sheet: what the form said of its columns when it was written. */
interface SheetPlan {
  key: string | null;
  fields: Set<string>;
  context: Set<string>;
  answers: Set<string>;
}

/**
 * Knows a form of ours by its hidden sheet; null = it is none. The mark is only believed about which columns to leave out and
 * about what stood in the form: month, sender and figures are read from the visible sheets as in every file.
 */
export function ownForm(tables: readonly Table[]): OwnForm | null {
  const marker = tables.find(({ sheet, hidden }) => hidden && sheet === FORM_SHEET);
  const lines = marker?.rows.map(byPosition) ?? [];
  const [[mark, purpose, department, period] = []] = lines;
  if (mark !== FORM_MARK || (purpose !== 'template' && purpose !== 'return') || department === undefined) return null;
  const plans = plansIn(lines);
  const visible = tables.filter(({ hidden }) => !hidden);
  const read = visible.filter(({ sheet }) => sheet !== null && plans.has(sheet));
  if (read.length === 0 && plans.size > 0) return null;
  const written = lines.flatMap(([role, ...rest]) => (role === 'entry' ? [rest] : []));
  const before = written.map((one) => one.join('\u0000'));
  const entries = read.flatMap((table) => entriesOf(table, plans.get(table.sheet ?? '')));
  const found = entries.map(({ entry }) => entry);
  const known = new Set(before);
  const now = new Set(found);
  const kept = new Set(entries.flatMap(({ entry, at }) => (known.has(entry) ? [at] : [])));
  const seen = lines.flatMap(([role, sha256 = '']) => (role === 'seen' ? [sha256] : []));
  // A sheet that somebody added may hold figures: then it is no unchanged form.
  const same = read.length === plans.size && before.sort().join('\u0001') === found.sort().join('\u0001');
  return {
    ...{ purpose, department: department || null, period: period || null, unchanged: same, written },
    kept,
    gone: written.filter((one) => !now.has(one.join('\u0000'))),
    seen: seen.length > 0 ? new Set(seen) : null,
    tables: read.map((table) => {
      const plan = plans.get(table.sheet ?? '');
      return withoutContext(withoutOldAnswers(table, plan, kept), plan);
    }),
  };
}

/** A value as the form compares it: marks of direction are no content, a number is its digits. */
function plain({ kind, number, text }: Cell): string {
  return kind === 'number' && number !== null ? String(number) : text.replace(/[\u200e\u200f]/g, '').trim();
}

/** The texts of a line at their places: blank cells of a sheet do not exist, and must not move what follows them. */
function byPosition({ cells }: Row): string[] {
  const texts = Array.from({ length: Math.max(0, ...cells.map(({ column }) => column)) }, () => '');
  for (const cell of cells) texts[cell.column - 1] = plain(cell);
  return texts;
}

function plansIn(lines: readonly string[][]): Map<string, SheetPlan> {
  const plans = new Map<string, SheetPlan>();
  for (const [role, sheet = '', header = ''] of lines) {
    if (role !== 'key' && role !== 'field' && role !== 'answer' && role !== 'context') continue;
    const plan = plans.get(sheet) ?? { key: null, fields: new Set(), context: new Set(), answers: new Set() };
    if (role === 'key') plan.key = header;
    else if (role === 'context') plan.context.add(header);
    else plan.fields.add(header);
    if (role === 'answer') plan.answers.add(header);
    plans.set(sheet, plan);
  }
  return plans;
}

/** The header row is the one that holds the key's header. */
function headerOf({ rows }: Table, { key }: SheetPlan): Row | undefined {
  return rows.find(({ cells }) => cells.some((cell) => plain(cell) === key));
}

interface Entry {
  /** Sheet, code, header and value in one. */
  entry: string;
  at: string;
}

function entriesOf(table: Table, plan: SheetPlan | undefined): Entry[] {
  const header = plan && headerOf(table, plan);
  if (!plan || !header) return [];
  const names = new Map(header.cells.map((cell) => [cell.column, plain(cell)]));
  const keyColumn = header.cells.find((cell) => plain(cell) === plan.key)?.column;
  return table.rows
    .filter(({ number }) => number > header.number)
    .flatMap(({ cells }) => {
      const key = cells.find(({ column }) => column === keyColumn);
      return cells.flatMap((cell) => {
        const name = names.get(cell.column) ?? '';
        const value = plain(cell);
        if (value === '' || plan.context.has(name)) return [];
        const entry = [table.sheet ?? '', key ? plain(key) : '', name, value].join('\u0000');
        return [{ entry, at: `${table.sheet ?? ''} ${cell.address}` }];
      });
    });
}

/** An answer that the form itself carried, and that nobody touched, is no answer of the sender's. */
function withoutOldAnswers(table: Table, plan: SheetPlan | undefined, kept: ReadonlySet<string>): Table {
  const header = plan && headerOf(table, plan);
  if (!plan || !header) return table;
  const columns = new Set(header.cells.filter((cell) => plan.answers.has(plain(cell))).map(({ column }) => column));
  const rows = table.rows.map((row) => {
    if (row.number <= header.number) return row;
    const answers = row.cells.filter((cell) => columns.has(cell.column) && plain(cell) !== '');
    const isOld = answers.every(({ address }) => kept.has(`${table.sheet ?? ''} ${address}`));
    return isOld ? { ...row, cells: row.cells.filter((cell) => !answers.includes(cell)) } : row;
  });
  return { ...table, rows };
}

/**
 * The form without what only reminds. Titles stay: of a line that the plan does not know they are what its sender calls it. On a
 * line without a code no reminder of ours stands, and the word of a total is the sender's own.
 */
function withoutContext(table: Table, plan: SheetPlan | undefined): Table {
  const header = plan && headerOf(table, plan);
  if (!plan || !header) return table;
  const key = header.cells.find((cell) => plain(cell) === plan.key)?.column;
  const left = new Set(header.cells.filter((cell) => plan.context.has(plain(cell))).map(({ column }) => column));
  const title = header.cells.find((cell) => left.has(cell.column) && isTitle(cell))?.column;
  const rows = table.rows.map((row) => {
    if (row.number < header.number) return row;
    const own = row.number > header.number && !row.cells.some((cell) => cell.column === key && plain(cell) !== '');
    const kept = (cell: Cell): boolean =>
      !left.has(cell.column) || cell.column === title || (own && isTotalLabel(cell.text));
    return { ...row, cells: row.cells.filter(kept) };
  });
  return { ...table, rows };
}

const isTitle = ({ text }: Cell): boolean =>
  (['project', 'indicator'] as const).some((kind) => recogniseHeader(text, kind).field === 'title');
