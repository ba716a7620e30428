import type { MonthFigures } from '../../src/domain/month.js';
import { cell, emptyRow } from '../../src/report/cells.js';
import type { Chart, ChartColour, ChartPlace, ChartRange } from '../../src/report/chart.js';
import { withHeights } from '../../src/report/row-height.js';
import type { Cell, Row, Sheet } from '../../src/report/sheet.js';
import { headMerges, headRows, printOf } from './table-sheet.js';
import type { Voice } from './voice.js';

/** One line of a chart's numbers: its label, and a cell for each series; null = nothing to draw. */
export interface ChartRow {
  label: Cell;
  values: readonly (Cell | null)[];
}

export interface ChartTable extends Omit<Chart, 'categories' | 'series' | 'place'> {
  series: readonly { name: string; colour: ChartColour; look?: 'solid' | 'dashed' | 'unseen'; labelled?: boolean }[];
  rows: readonly ChartRow[];
}

/** A chart that only lacks its place on a sheet. */
export type Placeable = (place: ChartPlace) => Chart;

const WIDTHS = [40, 16, 16, 16, 16, 16, 16];

/** The hidden sheet on which the numbers of all charts stand, table under table; a chart without rows is not drawn. */
export class ChartData {
  readonly #rows: Row[];
  readonly #sheet: string;

  constructor(
    private readonly figures: MonthFigures,
    private readonly voice: Voice,
  ) {
    const { t, labels } = voice;
    this.#sheet = labels.sheets.charts;
    this.#rows = headRows(
      figures,
      voice,
      t('عددهای نمودارها', 'Numbers behind the charts'),
      t(
        'نمودارها از این خانه‌ها کشیده می‌شوند؛ خانه‌های فرمول‌دار به برگه‌های دیگر همین پرونده نگاه می‌کنند. خانهٔ خالی یعنی داده نیست.',
        'The charts are drawn from these cells; those with formulas look at other sheets of this file. An empty cell = no data.',
      ),
    );
  }

  /** Row in which the data of the next table will begin, for formulas of its own. */
  get nextRow(): number {
    return this.#rows.length + 3;
  }

  add({ series, rows, ...chart }: ChartTable): Placeable | null {
    if (rows.every(({ values }) => values.every((value) => value === null))) return null;
    const header = this.#rows.length + 2;
    this.#rows.push(
      { cells: [cell('section', chart.title)] },
      { cells: [cell('header', chart.categoryTitle ?? ''), ...series.map(({ name }) => cell('header', name))] },
      ...rows.map(({ label, values }): Row => ({ cells: [label, ...values] })),
      emptyRow(),
    );
    const range = (column: number): ChartRange => ({
      sheet: this.#sheet,
      column,
      firstRow: header + 1,
      lastRow: header + rows.length,
    });
    return (place) => ({
      ...chart,
      categories: range(1),
      series: series.map(({ colour, look = 'solid', labelled = false }, index) => ({
        name: { sheet: this.#sheet, column: index + 2, firstRow: header, lastRow: header },
        values: range(index + 2),
        colour,
        look,
        labelled,
      })),
      place,
    });
  }

  sheet(): Sheet {
    return {
      name: this.#sheet,
      tone: 'none',
      widths: WIDTHS,
      rows: withHeights(this.#rows, WIDTHS),
      merges: headMerges('G'),
      freeze: null,
      filter: null,
      print: printOf(this.figures, this.voice, null),
      conditions: [],
      hidden: true,
    };
  }
}
