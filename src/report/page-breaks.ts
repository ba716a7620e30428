import type { Row, Sheet } from './sheet.js';

/** Room of a printed A4 landscape page inside the margins that the file is given, in points. */
const PAGE = { width: 784, height: 516 };
/** Programs differ by a little in what they fit on a page; a page that ends early costs less than a heading left behind. */
const CAREFUL = 0.96;
/** A column of one character's width: the digits of the workbook's font give it. */
const CHARACTER = 5.25;
const WIDE_CHARACTER = 6;
const WIDE_FONTS = /tahoma|verdana|dejavu|vazir/i;
/** What a row takes to which no height was given. */
const ROW = 15;
/** Tables up to this part of a page stay whole. */
const WHOLE = 0.4;
/** Rows of a longer table that its heading takes along. */
const TAKEN = 2;

/**
 * Rows after which a new page begins, for a sheet of several tables that is one page wide: no heading stands at the foot of a
 * page without its table, a short table stays whole, and no chart is cut. None for a sheet that says its own breaks, repeats
 * its header row, or is one page.
 */
export function pageBreaks(sheet: Sheet, font: string): number[] {
  const { print, widths } = sheet;
  if (print.breaks || print.titleRows || print.pagesHigh !== 0 || sheet.hidden) return print.breaks ?? [];
  const character = WIDE_FONTS.test(font) ? WIDE_CHARACTER : CHARACTER;
  const width = widths.reduce((sum, one) => sum + one, 0) * character;
  const room = (PAGE.height * CAREFUL) / Math.min(1, PAGE.width / width);
  const last = lastPrinted(print.area) ?? sheet.rows.length;
  const breaks: number[] = [];
  let used = 0;
  for (const { from, to } of units(sheet, Math.min(last, sheet.rows.length), room)) {
    const height = heightOf(sheet.rows.slice(from, to));
    if (used > 0 && used + height > room) {
      breaks.push(from);
      used = 0;
    }
    used += height;
  }
  return breaks;
}

interface Unit {
  /** Index of the first row, and of the one behind the last. */
  from: number;
  to: number;
}

/** Rows that stay together, first to last. */
function units(sheet: Sheet, end: number, room: number): Unit[] {
  const { rows } = sheet;
  const found: Unit[] = [];
  for (let from = 0; from < end; ) {
    const to = Math.min(
      end,
      Math.max(from + 1, isHeading(rows[from]) ? tableEnd(rows, from, end, room) : chartEnd(sheet, from)),
    );
    const signs = rows[from]?.cells.some((cell) => cell?.style.name === 'signature');
    found.push({ from: signs ? lastWords(found, rows, from) : from, to });
    from = to;
  }
  return found;
}

/** Signatures alone on a page would sign nothing: they take along what stands above them, and the blank rows between. */
function lastWords(found: Unit[], rows: readonly Row[], signed: number): number {
  let from = signed;
  for (let unit = found.pop(); unit; unit = found.pop()) {
    from = unit.from;
    if (rows.slice(unit.from, unit.to).some(({ cells }) => cells.length > 0)) break;
  }
  return from;
}

function isHeading(row: Row | undefined): boolean {
  return row?.cells.some((cell) => cell?.style.name === 'section') ?? false;
}

/** Behind a short table, or behind the first rows of a long one. */
function tableEnd(rows: readonly Row[], from: number, end: number, room: number): number {
  const blank = rows.findIndex((row, index) => index > from && (row.cells.length === 0 || isHeading(row)));
  const behind = blank < 0 ? end : blank;
  if (heightOf(rows.slice(from, behind)) <= room * WHOLE) return behind;
  const header = rows[from + 1]?.cells.some((cell) => cell?.style.name === 'header') ? 1 : 0;
  return Math.min(behind, from + 1 + header + TAKEN);
}

/** Behind the chart that lies over the row; the row itself where none does. */
function chartEnd({ charts = [] }: Sheet, from: number): number {
  return Math.max(from + 1, ...charts.map(({ place }) => (place.firstRow - 1 === from ? place.lastRow : 0)));
}

function heightOf(rows: readonly Row[]): number {
  return rows.reduce((sum, row) => sum + (row.folded ? 0 : (row.height ?? ROW)), 0);
}

/** The last row of a print area such as `A1:L90`. */
function lastPrinted(area: string | null): number | null {
  const row = area === null ? undefined : /(\d+)$/.exec(area)?.[1];
  return row === undefined ? null : Number(row);
}
