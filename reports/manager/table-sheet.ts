import type { SheetKey } from '../../src/domain/catalogue/labels.js';
import type { MeasureOptions } from '../../src/domain/measure.js';
import type { MonthFigures } from '../../src/domain/month.js';
import { columnLetters } from '../../src/domain/table.js';
import { cell, emptyRow, spread } from '../../src/report/cells.js';
import type { Chart } from '../../src/report/chart.js';
import { withHeights } from '../../src/report/row-height.js';
import type { Condition, Print, Row, Sheet } from '../../src/report/sheet.js';
import { type Column, FIRST_ROW, HEADER_ROW } from './columns.js';
import type { Voice } from './voice.js';

interface TableSheet<Key extends string> {
  key: SheetKey;
  title: string;
  legend: string;
  /** Scope and basis where they are not those of the headline. */
  options?: MeasureOptions;
  columns: readonly Column<Key>[];
  rows: Row[];
  frozenColumns: number;
  /** The last column that is printed; helper columns after it stay on the screen. */
  lastPrinted: Key;
  conditions?: Condition[];
  /** Rows under the table, outside its filter: totals, the room of a chart. */
  foot?: Row[];
  charts?: Chart[];
  /** A row of the foot with which a new page begins; null = none. */
  pageBefore?: number | null;
  /** A sheet to look things up in is not worth its paper: only its head is printed, and the head says so. */
  unprinted?: boolean;
}

/** Printed of a sheet that is not worth its paper. */
const UNPRINTED_ROWS = HEADER_ROW + 25;

/** A table without rows keeps its first one empty, so that ranges over it stand. */
function bodyOf<Key extends string>({ rows, foot }: TableSheet<Key>): Row[] {
  return rows.length === 0 && foot ? [emptyRow()] : rows;
}

/** A sheet that is one table: title, scope in words, legend, banner, header that stays in view, rows. */
export function tableSheet<Key extends string>(figures: MonthFigures, voice: Voice, table: TableSheet<Key>): Sheet {
  const last = columnLetters(table.columns.length);
  const header = table.columns.map(({ title, note }) => cell('header', title, note === undefined ? {} : { note }));
  const head = headRows(figures, voice, table.title, table.legend, table.options);
  const printed = columnLetters(table.columns.findIndex(({ key }) => key === table.lastPrinted) + 1);
  const lastRow = FIRST_ROW + Math.max(table.rows.length, 1) - 1;
  const widths = table.columns.map(({ width }) => width);
  const foot = table.foot ?? [];
  const print = printOf(figures, voice, HEADER_ROW);
  return {
    name: voice.labels.sheets[table.key],
    tone: 'none',
    widths,
    rows: [...head, { cells: header, height: 40 }, ...withHeights([...bodyOf(table), ...foot], widths)],
    merges: headMerges(printed),
    freeze: { rows: HEADER_ROW, columns: table.frozenColumns },
    filter: `A${HEADER_ROW}:${last}${lastRow}`,
    print: table.unprinted
      ? { ...print, area: `A1:${printed}${UNPRINTED_ROWS}`, titleRows: null }
      : {
          ...print,
          area: `A1:${printed}${lastRow + foot.length}`,
          ...(table.pageBefore ? { breaks: [table.pageBefore - 1] } : {}),
        },
    conditions: table.conditions ?? [],
    ...(table.charts && table.charts.length > 0 ? { charts: table.charts } : {}),
  };
}

/** What project control and the forecast speak of, whatever the headline does: the whole work and budget of the fiscal year. */
export function wholeYear({ headline }: MonthFigures): MeasureOptions {
  return { ...headline.options, scope: 'year', basis: 'full' };
}

/** The four rows above every table: title, what the percentages mean, how to read the cells, the sample banner. */
export function headRows(
  figures: MonthFigures,
  voice: Voice,
  title: string,
  legend: string,
  options = figures.headline.options,
): Row[] {
  const { organisation, period, sample } = figures;
  const scope = `${organisation} — ${voice.period(period)} — ${voice.basis(options)}`;
  return [
    spread([[1, cell('title', title)]], 26),
    spread([[1, cell('subtitle', scope)]], 16),
    spread([[1, cell('legend', legend)]], 26),
    sample ? spread([[1, cell('banner', voice.labels.sample)]], 18) : emptyRow(6),
  ];
}

export function headMerges(lastColumn: string): string[] {
  return [1, 2, 3, 4].map((row) => `A${row}:${lastColumn}${row}`);
}

export function printOf({ organisation, period, sample }: MonthFigures, voice: Voice, titleRow: number | null): Print {
  const words = [organisation, voice.period(period), ...(sample ? [voice.labels.sample] : [])];
  return {
    landscape: true,
    pagesHigh: 0,
    area: null,
    titleRows: titleRow === null ? null : [titleRow, titleRow],
    header: words.join(' — '),
    footer: voice.labels.pageOf,
  };
}
