import type { Row, Table } from '../../domain/table.js';
import { recogniseHeader } from '../dictionary/recognise.js';
import type { Vocabulary } from '../dictionary/vocabulary.js';
import { columnRuns, joinRuns, slice } from './areas.js';
import type { Column, Form } from './columns.js';
import { bestOf, type Candidate, candidatesIn, isComplete, type Sheet } from './header.js';
import { isHeaderLike } from './header-path.js';
import { isSignatureLabel, isTotalLabel } from './labels.js';
import { mergeIndex } from './merges.js';
import { settleByValues } from './settle-values.js';

/** What a sheet, or one table of it, turned out to be: a form, figures without a column of codes, or nothing known. */
export type Found =
  | { state: 'form'; form: Form }
  | { state: 'no_code' | 'unknown'; table: Table; headerRow: number | null; columns: Column[] };

/** What the values of a column can be asked about, for words that have several meanings. */
export interface Knowledge {
  vocabulary: Vocabulary;
  isDepartment: (text: string) => boolean;
}

const visible = (rows: readonly Row[]): Row[] => rows.filter((row) => !row.hidden);
const shownCells = (rows: readonly Row[], hidden: ReadonlySet<number>): Row[] =>
  hidden.size === 0
    ? [...rows]
    : rows.map((row) => ({ ...row, cells: row.cells.filter((cell) => !hidden.has(cell.column)) }));

/** Whether a line can start another table: words only, among them the header of a column of codes. */
function mayStart(row: Row): boolean {
  if (row.hidden || row.cells.length < 2 || !isHeaderLike(row)) return false;
  return row.cells.some(({ text }) => {
    if (text.length > 40) return false;
    const { field, likelyField } = recogniseHeader(text, 'project');
    return [field, likelyField].some((name) => name === 'project' || name === 'indicator');
  });
}

const sameHeader = (a: readonly Row[], b: Candidate): boolean => {
  const texts = (rows: readonly Row[]) =>
    rows
      .flatMap(({ cells }) => cells.map(({ column, text }) => `${column} ${text.trim()}`))
      .sort()
      .join('\n');
  return texts(a) === texts(b.rows);
};

interface Started {
  candidate: Candidate;
  /** Positions in the visible rows: of the first header row and of the first line below the header. */
  from: number;
  start: number;
}

function started(rows: readonly Row[], candidate: Candidate): Started {
  const [header] = candidate.rows;
  const from = header ? rows.indexOf(header) : 0;
  return { candidate, from, start: from + candidate.rows.length };
}

/** Tables one under the other: wherever a new header of codes and figures stands that is no repetition of the last. */
function stacked(rows: readonly Row[], first: Started, sheet: Sheet): Started[] {
  const all = [first];
  let current = first;
  for (let at = first.start; at < rows.length; at += 1) {
    const row = rows[at];
    if (!row || !mayStart(row)) continue;
    const near = rows.slice(Math.max(current.start, at - 1), at + 8);
    const best = bestOf(candidatesIn(near, sheet).filter((one) => isComplete(one) && one.rows.includes(row)));
    if (!best || sameHeader(current.candidate.rows, best)) continue;
    current = started(rows, best);
    all.push(current);
    at = current.start - 1;
  }
  return all;
}

const endsTable = (row: Row): boolean =>
  row.cells.some(
    ({ text, kind }) =>
      kind !== 'text' || isTotalLabel(text) || isSignatureLabel(text) || /^[^\p{L}]*\p{Nd}/u.test(text),
  );

/** Where the titles of the next table begin: after the data of the first, at the blank line that parts its notes from them. */
function titlesFrom(rows: readonly Row[], from: number, to: number): number {
  let at = to;
  while (at > from && !rows.slice(at - 1, at).some(endsTable)) at -= 1;
  for (let next = at; next <= to; next += 1)
    if ((rows[next]?.number ?? 0) - (rows[next - 1]?.number ?? 0) > 1) return next;
  return at;
}

function formsOf(area: Table, whole: Table, best: Candidate, sheet: Sheet, knowledge: Knowledge): Found[] {
  const rows = visible(area.rows);
  const starts = stacked(rows, started(rows, best), sheet);
  const firstHeader = best.rows[0]?.number ?? 0;
  const sheetAbove = shownCells(
    visible(whole.rows).filter((row) => row.number < firstHeader),
    sheet.hidden,
  );
  return starts.map(({ candidate, from, start }, index): Found => {
    const next = starts[index + 1];
    const end = next ? titlesFrom(rows, start, next.from) : rows.length;
    const previous = starts[index - 1];
    const above = rows.slice(previous ? titlesFrom(rows, previous.start, from) : 0, from);
    const [startNumber, endNumber] = [rows[start - 1]?.number ?? 0, next ? (rows[end]?.number ?? Infinity) : Infinity];
    const body = area.rows.filter((row) => row.number > startNumber && row.number < endNumber);
    const last = candidate.rows.at(-1);
    const form: Form = {
      table: { ...area },
      kind: candidate.kind,
      headerRow: last?.number ?? 0,
      headerRows: candidate.rows,
      columns: candidate.columns,
      body,
      above: shownCells(above, sheet.hidden),
      sheetAbove,
      merges: sheet.merges,
    };
    return { state: 'form', form: settleByValues(form, knowledge.isDepartment) };
  });
}

function findIn(area: Table, whole: Table, sheet: Sheet, knowledge: Knowledge): Found[] {
  const candidates = candidatesIn(visible(area.rows), sheet);
  const form = bestOf(candidates.filter(isComplete));
  if (form) return formsOf(area, whole, form, sheet, knowledge);
  // One recognised word is not a table yet: «مصوب» in a sentence must not make one.
  const figures = bestOf(candidates.filter((one) => one.hasFigure && one.score > 1));
  const nearest = figures ?? bestOf(candidates);
  const headerRow = nearest?.rows.at(-1)?.number ?? null;
  return [{ state: figures ? 'no_code' : 'unknown', table: whole, headerRow, columns: nearest?.columns ?? [] }];
}

/**
 * Every table of a sheet: side by side where blank columns part complete tables, one under the other where a new header
 * stands. A sheet with figures and no codes is told apart, since its figures would be lost.
 */
export function findForms(table: Table, knowledge: Knowledge): Found[] {
  const sheet: Sheet = {
    table,
    merges: mergeIndex(table),
    hidden: new Set(table.hiddenColumns),
    vocabulary: knowledge.vocabulary,
  };
  const runs = columnRuns(table);
  if (runs.length > 1) {
    const isTable = (run: (typeof runs)[number]) =>
      candidatesIn(visible(slice(table, run).rows), sheet).some(isComplete);
    const tables = runs.filter((run) => run.last > run.first && isTable(run));
    if (tables.length > 1) {
      const spans = joinRuns(runs, (run) => tables.includes(run));
      return spans.flatMap((span) => findIn(slice(table, span), table, sheet, knowledge));
    }
  }
  return findIn(table, table, sheet, knowledge);
}
