import type { MeasureOptions } from '../src/domain/measure.js';
import type { MonthFigures } from '../src/domain/month.js';
import { columnLetters } from '../src/domain/table.js';
import { cell, emptyRow, spread } from '../src/report/cells.js';
import type { Chart } from '../src/report/chart.js';
import { shownLength, withHeights } from '../src/report/row-height.js';
import type { Cell, Row, Sheet, Workbook } from '../src/report/sheet.js';
import type { Placeable } from './manager/chart-data.js';
import { section } from './manager/sections.js';
import { headMerges, headRows, printOf } from './manager/table-sheet.js';
import type { Voice } from './manager/voice.js';

/** One part of a page: sentences, or a table. Tables of a page share its columns. */
export type Part =
  | { title: string; sentences: readonly string[] }
  | {
      title: string;
      headers: readonly string[];
      /** `first` = row on the sheet at which the data begin, for formulas within the row. */
      rows(first: number): Cell[][];
      /** Said instead of an empty table; absent = "Nothing to report." */
      empty?: string;
      /** The last column runs on to the end of the page: words that need the room. */
      stretched?: boolean;
    }
  | { signatures: readonly string[] }
  /** Room for a chart over the first columns; null = nothing to draw, and no room is left. */
  | { chart: Placeable | null; lastColumn: number };

export interface Page {
  name: string;
  title: string;
  legend: string;
  /** Scope and basis where they are not those of the headline. */
  options?: MeasureOptions;
  /** In characters, first column first. */
  widths: number[];
  parts: readonly Part[];
  tone?: Sheet['tone'];
  /** All of it on one printed page. */
  onePage?: boolean;
}

const SIGNATURE_HEIGHT = 64;

/** A sheet of parts under each other: title, scope in words, legend, banner, then each part with its heading. */
export function pageSheet(figures: MonthFigures, voice: Voice, page: Page): Sheet {
  const last = page.widths.length;
  const rows: Row[] = headRows(figures, voice, page.title, page.legend, page.options);
  const legend = rows[2];
  if (legend) legend.height = linesHigh(page.legend, page.widths, 0.85);
  const merges = headMerges(columnLetters(last));
  const none = voice.t('موردی نیست.', 'Nothing to report.');
  const charts: Chart[] = [];
  for (const part of page.parts) {
    if ('chart' in part) charts.push(...placed(part.chart, part.lastColumn, rows));
    else if ('signatures' in part) rows.push(...signatureRows(part.signatures, page.widths, rows.length + 1, merges));
    else if ('sentences' in part) {
      rows.push(spread([[1, cell('section', part.title)]], 20));
      for (const text of part.sentences) {
        rows.push(spread([[1, cell('sentence', text)]], linesHigh(text, page.widths, 1)));
        merges.push(`A${rows.length}:${columnLetters(last)}${rows.length}`);
      }
      rows.push(emptyRow(8));
    } else {
      const start = rows.length + 1;
      const data = part.rows(start + 2);
      // What stands for an empty table is a sentence: in the first column alone it would be cut.
      if (data.length === 0) merges.push(`A${start + 1}:${columnLetters(last)}${start + 1}`);
      const { rows: added } = section(start, part.title, part.headers, data, part.empty ?? none, 34);
      rows.push(...(part.stretched ? stretched(added, part.headers.length, last, start, merges) : added));
    }
  }
  const print = printOf(figures, voice, null);
  return {
    name: page.name,
    tone: page.tone ?? 'none',
    widths: page.widths,
    rows: withHeights(rows, page.widths, merges),
    merges,
    freeze: null,
    filter: null,
    print: page.onePage ? { ...print, pagesHigh: 1 } : print,
    conditions: [],
    ...(charts.length > 0 ? { charts } : {}),
  };
}

/** The table with its last column up to the end of the page, under one border. */
function stretched(rows: Row[], column: number, last: number, start: number, merges: string[]): Row[] {
  return rows.map((row, index) => {
    const words = row.cells[column - 1];
    if (!words || row.cells.length !== column || last <= column) return row;
    merges.push(`${columnLetters(column)}${start + index}:${columnLetters(last)}${start + index}`);
    const blank = Array.from({ length: last - column }, () => ({ ...cell('text', null), style: words.style }));
    return { ...row, cells: [...row.cells, ...blank] };
  });
}

const CHART_ROWS = 13;

/** The chart over empty rows of its own, which are added to the page. */
function placed(chart: Placeable | null, lastColumn: number, rows: Row[]): Chart[] {
  if (!chart) return [];
  const firstRow = rows.length + 1;
  for (let row = 0; row < CHART_ROWS; row += 1) rows.push(emptyRow(15));
  rows.push(emptyRow(8));
  return [chart({ firstColumn: 1, lastColumn, firstRow, lastRow: firstRow + CHART_ROWS - 1 })];
}

/** Height of a text that runs over the whole page; `size` = its letters against those of a sentence. */
function linesHigh(text: string, widths: readonly number[], size: number): number {
  const room = widths.reduce((sum, width) => sum + width, 0) * 1.2;
  const lines = text
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil((shownLength(line) * size) / room)), 0);
  return 5 + 13 * lines;
}

/** Boxes side by side over the width of the page, each with its words at the top and room to write. */
function signatureRows(texts: readonly string[], widths: readonly number[], row: number, merges: string[]): Row[] {
  const total = widths.reduce((sum, width) => sum + width, 0);
  const starts = texts.map((_, index) => columnAt(widths, (total * index) / texts.length));
  // Every cell under a merged one carries the border too, or the boxes run together.
  const cells = widths.map((_, index) => {
    const box = starts.indexOf(index + 1);
    return [index + 1, cell('signature', texts[box] ?? null)] as const;
  });
  starts.forEach((start, index) => {
    const end = Math.max(start, (starts[index + 1] ?? widths.length + 1) - 1);
    if (end > start) merges.push(`${columnLetters(start)}${row}:${columnLetters(end)}${row}`);
  });
  return [spread(cells, SIGNATURE_HEIGHT), emptyRow(8)];
}

/** The column that begins nearest to a distance from the first one. */
function columnAt(widths: readonly number[], distance: number): number {
  let passed = 0;
  let best = 1;
  let nearest = distance;
  widths.forEach((width, index) => {
    passed += width;
    if (Math.abs(passed - distance) < nearest && index + 2 <= widths.length) {
      nearest = Math.abs(passed - distance);
      best = index + 2;
    }
  });
  return best;
}

// A month without any fact has no instant of its own; the file still needs a date that is not the clock's.
export const NO_INSTANT = '2000-01-01T00:00:00.000Z';

/** A workbook of a month from its sheets. */
export function workbookOf(figures: MonthFigures, voice: Voice, title: string, sheets: Sheet[]): Workbook {
  return {
    title,
    language: figures.language,
    font: voice.labels.font,
    digits: figures.look.digits,
    instant: figures.dataAsOf ?? NO_INSTANT,
    sheets,
    names: [],
  };
}
