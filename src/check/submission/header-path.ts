import type { Cell, Row } from '../../domain/table.js';
import { cleanText, foldDigits } from '../../domain/text/normalise.js';
import type { MergeIndex } from './merges.js';

/** One column of a header of one to three rows: its own cell below, and what stands above it. */
export interface HeaderPath {
  column: number;
  /** The lowest cell, which names the column. */
  cell: Cell;
  /** Cells above, from the top; `sure` = by a merged area or in the very column, else only by standing to the left. */
  parents: { cell: Cell; sure: boolean }[];
}

/** No header is as long as this; the paragraphs of a cover page need no look-up. */
const LONGEST_HEADER = 120;
const YEAR = /^(?:(?:1[34]|20)\d\d|9\d)$/;
const LONG_YEAR = /^(?:1[34]|20)\d\d$/;

const filled = (row: Row): Cell[] => row.cells.filter((cell) => cell.text.trim() !== '');

const isYear = ({ kind, text }: Cell, pattern: RegExp): boolean =>
  (kind === 'number' || kind === 'text') && pattern.test(foldDigits(text).trim());

/** Figures and paragraphs are no headers; a bare year may be one («هدف کمی» over ۱۳۹۵ … ۱۴۰۰). */
function mayBeHeader(cell: Cell, years = LONG_YEAR): boolean {
  const { kind, text } = cell;
  return isYear(cell, years) || (kind === 'text' && text.length <= LONGEST_HEADER && /[\p{L}#%٪]/u.test(text));
}

/** A row of headers holds words and no figures; the lowest may hold nothing but years, even short ones. */
export function isHeaderLike(row: Row): boolean {
  const cells = filled(row);
  if (cells.length === 0) return false;
  if (cells.every((cell) => isYear(cell, YEAR))) return true;
  return cells.every((cell) => mayBeHeader(cell)) && cells.some(({ text }) => /\p{L}/u.test(text));
}

/** A line mostly of figures is data; looking its words up would be dear and could only mislead. */
export function isMostlyHeaders(row: Row): boolean {
  const cells = filled(row);
  return cells.filter((cell) => mayBeHeader(cell)).length * 2 > cells.length || isHeaderLike(row);
}

/** The columns of the header rows, with the path of merged or left-standing cells above each. Hidden columns are left out. */
export function headerPaths(rows: readonly Row[], merges: MergeIndex, hidden: ReadonlySet<number>): HeaderPath[] {
  const cellsOf = rows.map((row) => new Map(filled(row).map((cell) => [cell.column, cell])));
  const columns = [...new Set(cellsOf.flatMap((cells) => [...cells.keys()]))]
    .filter((column) => !hidden.has(column))
    .sort((a, b) => a - b);
  const [first, last] = [columns[0] ?? 0, columns.at(-1) ?? 0];
  const isTitle = (row: number, column: number): boolean => {
    const merge = merges.covering(row, column);
    return merge !== null && last > first && merge[1] <= first && merge[3] >= last;
  };
  return columns.flatMap((column): HeaderPath[] => {
    const path: { cell: Cell; sure: boolean }[] = [];
    for (const [index, row] of rows.entries()) {
      if (isTitle(row.number, column)) continue;
      const merge = merges.covering(row.number, column);
      const own = merge ? merges.master(merge) : cellsOf[index]?.get(column);
      if (own) {
        if (path.at(-1)?.cell !== own) path.push({ cell: own, sure: true });
        continue;
      }
      const below = rows.slice(index + 1).some((_, next) => cellsOf[index + 1 + next]?.has(column));
      const left = below && !merges.any ? leftOf(cellsOf, index, column, first) : undefined;
      if (left) path.push({ cell: left, sure: false });
    }
    const named = path.pop();
    // A column under nothing but its neighbour's wide header has no name of its own.
    if (!named?.sure || named.cell.column !== column || !mayBeHeader(named.cell, YEAR)) return [];
    return [{ column, cell: named.cell, parents: path.filter((one) => mayBeHeader(one.cell)) }];
  });
}

/** Where nothing is merged (text files) a parent stands over its first child, and blanks follow to the right. */
function leftOf(cellsOf: Map<number, Cell>[], index: number, column: number, first: number): Cell | undefined {
  const lower = cellsOf[index + 1];
  for (let at = column - 1; at >= first; at -= 1) {
    const cell = cellsOf[index]?.get(at);
    if (cell) return cell;
    if (!lower?.has(at)) return undefined;
  }
  return undefined;
}

/** The header as the sender sees it: «پیشرفت فیزیکی / واقعی». Parents that are only guessed at are left out. */
export function headerText({ cell, parents }: HeaderPath): string {
  const words = [...parents.filter(({ sure }) => sure).map((one) => one.cell), cell].map(({ text }) => text.trim());
  return words.filter((word, index) => cleanText(word) !== cleanText(words[index - 1] ?? '')).join(' / ');
}

/** Whether a wide header cell of the last row has names of its own below it: then the header goes on. */
export function goesOn(last: Row, next: Row | undefined, merges: MergeIndex): boolean {
  if (!next || !isHeaderLike(next)) return false;
  const here = new Set(filled(last).map(({ column }) => column));
  const below = filled(next).filter((cell) => merges.covering(next.number, cell.column)?.[0] !== last.number);
  return filled(last).some((cell) => {
    const merge = merges.covering(last.number, cell.column);
    if (merge)
      return (
        merge[3] > merge[1] &&
        merge[2] === last.number &&
        below.some((one) => one.column >= merge[1] && one.column <= merge[3])
      );
    const children = below.filter((one) => one.column === cell.column || one.column === cell.column + 1);
    return !merges.any && children.length === 2 && !here.has(cell.column + 1);
  });
}
