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
import { cell } from '../../src/report/cells.js';
import type { Cell, Row } from '../../src/report/sheet.js';
import { known } from './roll-up.js';
import { section } from './sections.js';
import type { Voice } from './voice.js';

/** Under the forecasts: how each method did when it was asked about what is known by now, and what earlier reports printed against what came. */
export function recordRows(start: number, { forecast }: MonthFigures, voice: Voice): Row[] {
  const { t, language } = voice;
  const word = (key: ForecastWord) => forecastWord(language, key);
  const records = section(
    start,
    word('forecast.records'),
    headersOf(RECORD_KEYS, voice),
    forecast.records.map((record, index) => recordCells(record, index, voice)),
    t('هیچ روشی هنوز کارنامه ندارد.', 'No method has a record yet.'),
  );
  const published = section(
    start + records.rows.length,
    word('forecast.published'),
    headersOf(['measure', 'size', 'cases', 'meanError', 'coverage'], voice),
    forecast.published.map((record, index) => publishedCells(record, index, voice)),
    word('forecast.notPublished'),
  );
  return [...records.rows, ...published.rows];
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
  return ['#', ...keys.map((key) => forecastWord(language, `forecast.${key}`))];
}

function recordCells(record: ForecastRecord, index: number, voice: Voice): Cell[] {
  const { language, shown, digits } = voice;
  const stretched = stretchText(language, record);
  return [
    cell('count', index + 1),
    cell('word', forecastWord(language, `forecast.is.${record.measure}`)),
    cell('wrapped', forecastWord(language, `forecast.method.${record.method}`)),
    cell('word', forecastWord(language, `forecast.source.${record.source}`)),
    cell('code', digits(sizeText(record.size))),
    cell('code', digits(bandText(record.band))),
    cell('count', record.cases),
    known('percent', record.meanError),
    known('percent', record.naiveError),
    known('percent', record.coverage),
    cell('word', stretched === null ? NO_DATA : shown(stretched), { assumed: stretched !== null }),
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
