import {
  bandText,
  type ForecastWord,
  forecastWord,
  sizeText,
  stretchText,
} from '../../src/domain/catalogue/forecast-words.js';
import { NO_DATA } from '../../src/domain/catalogue/numbers.js';
import type { ForecastRecord, PublishedRecord } from '../../src/domain/forecast.js';
import type { MonthFigures } from '../../src/domain/month.js';
import { cell, emptyRow, spread } from '../../src/report/cells.js';
import type { Cell, Row } from '../../src/report/sheet.js';
import { forecastRows, headerText } from './forecast-figure.js';
import { known } from './roll-up.js';
import { section } from './sections.js';
import type { Voice } from './voice.js';

/** Under the forecasts: how each method did when it was asked about what is known by now, and what earlier reports printed against what came. */
export function recordRows(start: number, figures: MonthFigures, voice: Voice): Row[] {
  const { t, language } = voice;
  const { records, published } = figures.forecast;
  const used = new Set(forecastRows(figures).flatMap(({ physical, spend }) => [physical.record, spend.record]));
  const table = (at: number, title: ForecastWord, keys: readonly HeaderKey[], body: Cell[][], none: string) => {
    const heading = forecastWord(language, title);
    // A sentence stands in the first column, which is too narrow to wrap it.
    if (body.length === 0)
      return [spread([[1, cell('section', heading)]], 20), { cells: [cell('subtitle', none)] }, emptyRow(10)];
    return section(at, heading, headersOf(keys, voice), body, none).rows;
  };
  const rows = table(
    start,
    'forecast.records',
    RECORD_KEYS,
    // Records of projects alone are left out; the others keep the number by which the methods name them.
    records.flatMap((record, index) => (used.has(index) ? [recordCells(record, index, voice)] : [])),
    t('هیچ روشی هنوز کارنامه ندارد.', 'No method has a record yet.'),
  );
  return [
    ...rows,
    ...table(
      start + rows.length,
      'forecast.published',
      ['measure', 'size', 'cases', 'meanError', 'coverage'],
      published.map((record, index) => publishedCells(record, index, voice)),
      forecastWord(language, 'forecast.notPublished'),
    ),
  ];
}

// In the order of the cells, under the columns of the forecasts.
const RECORD_KEYS = [
  'measure',
  'method',
  'source',
  'size',
  'ahead',
  'cases',
  'meanError',
  'naiveError',
  'coverage',
  'stretch',
] as const;

type HeaderKey = (typeof RECORD_KEYS)[number];

function headersOf(keys: readonly HeaderKey[], { language }: Voice): string[] {
  return ['#', ...keys.map((key) => headerText(forecastWord(language, `forecast.${key}`)))];
}

function recordCells(record: ForecastRecord, index: number, voice: Voice): Cell[] {
  const { language, shown, digits } = voice;
  const stretched = stretchText(language, record);
  return [
    cell('count', index + 1),
    cell('word', forecastWord(language, `forecast.is.${record.measure}`)),
    cell('wrapped', forecastWord(language, `forecast.method.${record.method}`)),
    cell('wrapped', forecastWord(language, `forecast.source.${record.source}`)),
    cell('code', digits(sizeText(record.size))),
    cell('code', digits(bandText(record.band))),
    cell('count', record.cases),
    known('percent', record.meanError),
    known('percent', record.naiveError),
    known('percent', record.coverage),
    cell('code', stretched === null ? NO_DATA : shown(stretched), { assumed: stretched !== null }),
  ];
}

function publishedCells(record: PublishedRecord, index: number, { language, digits }: Voice): Cell[] {
  return [
    cell('count', index + 1),
    cell('word', forecastWord(language, `forecast.is.${record.measure}`)),
    cell('code', digits(sizeText(record.size))),
    cell('count', record.cases),
    known('percent', record.meanError),
    known('percent', record.coverage),
  ];
}
