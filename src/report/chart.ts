/** A native chart as pure data. Its numbers stand in cells: the program draws them anew whenever a cell changes. */
export interface Chart {
  /** `bars` lie, `columns` stand; `waterfall` stacks columns on an unseen one. */
  kind: 'lines' | 'columns' | 'bars' | 'waterfall';
  title: string;
  /** Read aloud to those who do not see the picture. */
  description: string;
  categories: ChartRange;
  series: ChartSeries[];
  /** Title of the axis of values; null = the title of the chart says it. */
  valueTitle: string | null;
  categoryTitle: string | null;
  format: 'percent' | 'points';
  legend: boolean;
  place: ChartPlace;
}

export interface ChartSeries {
  /** The one cell that holds the name. */
  name: ChartRange;
  values: ChartRange;
  colour: ChartColour;
  /** A plan or a forecast is dashed; the base of a waterfall is not drawn. */
  look: 'solid' | 'dashed' | 'unseen';
  /** Each point carries its number. */
  labelled: boolean;
}

/** Cells of one column of one sheet, counted from 1, first to last. */
export interface ChartRange {
  sheet: string;
  column: number;
  firstRow: number;
  lastRow: number;
}

/** Cells that the chart covers, counted from 1; the last row and column are covered whole. */
export interface ChartPlace {
  firstColumn: number;
  firstRow: number;
  lastColumn: number;
  lastRow: number;
}

/** One meaning, one colour, on every sheet; they differ in lightness too, so that a print in grey can be read. */
export const CHART_COLOURS = {
  planned: '8593A5',
  physical: '17406D',
  budget: 'E39A33',
  indicators: '4C9A73',
  good: '6BB07F',
  bad: 'D9746C',
  total: '5B8DBE',
  none: 'FFFFFF',
} as const;
export type ChartColour = keyof typeof CHART_COLOURS;
