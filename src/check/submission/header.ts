import type { Row, Table } from '../../domain/table.js';
import type { Vocabulary } from '../dictionary/vocabulary.js';
import { CODE_COLUMN, type Column, factOf, isFigure, readColumn } from './columns.js';
import { goesOn, type HeaderPath, headerPaths, isHeaderLike, isMostlyHeaders } from './header-path.js';
import type { MergeIndex } from './merges.js';
import { settleCode } from './settle-code.js';
import type { SheetKind } from './submission.js';

/** People put titles, notes and logos above a table; further down than this is not a title any more. */
const HEADER_SEARCH_ROWS = 20;
/** A complete header below which so many lines hold none with more columns is the header; the rest are data. */
const LOOK_FURTHER_ROWS = 3;
const MOST_HEADER_ROWS = 3;
/** Rows of one header stand together, or with one blank line of a merged area between them. */
const WIDEST_GAP = 2;
/** Lines below a header that show whether a column holds anything. */
const LOOKED_BELOW = 8;
const KINDS: readonly SheetKind[] = ['project', 'indicator'];

/** Some rows read as a header of one kind of sheet. */
export interface Candidate {
  kind: SheetKind;
  rows: Row[];
  columns: Column[];
  score: number;
  hasCode: boolean;
  hasFigure: boolean;
}

/** A sheet with what is needed to read its headers. */
export interface Sheet {
  table: Table;
  merges: MergeIndex;
  hidden: ReadonlySet<number>;
  vocabulary: Vocabulary;
}

/** Flows are refused with the reason, vague words are settled by their values or asked about: both are figures. */
const mayHoldFigures = (kind: SheetKind, { flowOf, likely }: Column): boolean =>
  flowOf !== null || isFigure(factOf(kind, likely));

/** A cell of an upper row that names no data below it is a title beside the header and no column. */
function namesColumn({ cell, column }: HeaderPath, last: Row, after: readonly Row[], merges: MergeIndex): boolean {
  if (cell.row === last.number) return true;
  const merge = merges.covering(cell.row, column);
  if (merge !== null && merge[2] >= last.number) return true;
  return after.some((row) => row.cells.some((one) => one.column === column && one.text.trim() !== ''));
}

function candidate(rows: Row[], after: readonly Row[], kind: SheetKind, sheet: Sheet): Candidate {
  const { merges, hidden, vocabulary } = sheet;
  const last = rows.at(-1);
  const read = headerPaths(rows, merges, hidden)
    .filter((path) => last !== undefined && namesColumn(path, last, after, merges))
    .map((path) => readColumn(path, kind, vocabulary));
  const columns = settleCode(read, kind);
  const fields = new Set(columns.flatMap((column) => column.field ?? []));
  return {
    kind,
    rows,
    columns,
    score: fields.size,
    hasCode: fields.has(CODE_COLUMN[kind]),
    hasFigure: columns.some((column) => isFigure(column.fact) || mayHoldFigures(kind, column)),
  };
}

/** A form needs a column of codes and one other column of facts (or of flows, which are refused with the reason). */
export const isComplete = (one: Candidate): boolean =>
  one.hasCode && one.columns.some((column) => column.fact !== null || mayHoldFigures(one.kind, column));

/** The blocks of one to three rows that end at a row of the list and may be a header. */
function* blocks(rows: readonly Row[], end: number, sheet: Sheet): Generator<Row[]> {
  const last = rows[end];
  if (!last) return;
  for (let size = 1; size <= MOST_HEADER_ROWS; size += 1) {
    const block = rows.slice(end - size + 1, end + 1);
    if (block.length < size) return;
    const [upper, lower] = block;
    if (size > 1 && upper && lower) {
      if (!isHeaderLike(last) || !isHeaderLike(upper)) return;
      if (sheet.table.sheet !== null && lower.number - upper.number > WIDEST_GAP) return;
    }
    yield block;
  }
}

export const bestOf = (candidates: readonly Candidate[]): Candidate | null =>
  candidates.reduce<Candidate | null>((top, next) => (top === null || next.score > top.score ? next : top), null);

/** All ways of reading a header among the first rows of a list; a complete one soon ends the search. */
export function candidatesIn(rows: readonly Row[], sheet: Sheet): Candidate[] {
  const found: Candidate[] = [];
  let left = HEADER_SEARCH_ROWS;
  for (const [index, row] of rows.slice(0, HEADER_SEARCH_ROWS).entries()) {
    if (left-- <= 0) break;
    if (!isMostlyHeaders(row)) continue;
    if (goesOn(row, rows[index + 1], sheet.merges)) continue;
    const after = rows.slice(index + 1, index + 1 + LOOKED_BELOW);
    const read = [...blocks(rows, index, sheet)].flatMap((block) =>
      KINDS.map((kind) => candidate(block, after, kind, sheet)),
    );
    if (left > LOOK_FURTHER_ROWS && read.some(isComplete)) left = LOOK_FURTHER_ROWS;
    found.push(...read);
  }
  return found;
}
