import { bandText, sizeText, stretchText } from '../../domain/catalogue/forecast-words.js';
import { NO_DATA } from '../../domain/catalogue/numbers.js';
import {
  countsOf,
  type ForecastFigure,
  type ForecastRecord,
  type ForecastRow,
  type PublishedRecord,
} from '../../domain/forecast.js';
import type { ForecastAnswer } from '../../pipeline/types.js';
import { amount, percent } from '../numbers.js';
import { footnotes, headLine, type View, wordsOf } from './view.js';

const END = { align: 'end' as const };

/** The forecasts, the records that they rest on, and what earlier reports printed against what came. */
export function printForecast(view: View, answer: ForecastAnswer): string {
  const { word } = wordsOf(view);
  const blocks = [
    headLine(view, answer),
    rowTable(view, answer.rows),
    `${word('forecast.rule')} ${word('forecast.marks')}`,
  ];
  const { silent, projects } = countsOf(answer.rows);
  if (silent > 0) blocks.push(word('forecast.silent', { silent, projects }));
  if (answer.unreported > 0) blocks.push(word('forecast.unreported', { count: answer.unreported }));
  if (answer.rows.some(({ physical }) => physical.noInterval === 'year_is_over')) blocks.push(word('forecast.over'));
  if (answer.records.length > 0) blocks.push(`${word('forecast.records')}:\n${recordTable(view, answer.records)}`);
  blocks.push(
    answer.published.length > 0
      ? `${word('forecast.published')}:\n${publishedTable(view, answer.published)}`
      : word('forecast.notPublished'),
  );
  return `${blocks.join('\n\n')}\n${footnotes(view, answer)}`;
}

function rowTable(view: View, rows: readonly ForecastRow[]): string {
  const { word, table, unit } = wordsOf(view);
  const columns = [
    { title: word('code'), ltr: true },
    { title: word('forecast.physicalNow'), ...END },
    { title: word('forecast.physical'), ...END, ltr: true },
    { title: word('forecast.method') },
    { title: word('forecast.spendNow'), ...END },
    { title: word('forecast.spend'), ...END, ltr: true },
    { title: word('forecast.method') },
    { title: word('forecast.amount', { unit }), ...END },
    { title: word('title') },
  ];
  return table(
    columns,
    rows.map((row) => [
      row.code,
      percent(row.physical.now),
      figureText(view, row.physical),
      methodText(view, row.physical),
      percent(row.spend.now),
      figureText(view, row.spend),
      methodText(view, row.spend),
      amount(view.config.displayUnit, row.spendRial),
      row.title,
    ]),
  );
}

function figureText(view: View, { value, low, high, reason }: ForecastFigure): string {
  const { word } = wordsOf(view);
  if (reason !== null) return `— ${word(`forecast.reason.${reason}`)}`;
  if (low === null || high === null) return percent(value);
  return word('forecast.interval', { value: percent(value), low: percent(low), high: percent(high) });
}

function methodText(view: View, { method, record }: ForecastFigure): string {
  if (method === null) return '—';
  return `${wordsOf(view).word(`forecast.method.${method}`)} ${record === null ? '*' : record + 1}`;
}

function recordTable(view: View, records: readonly ForecastRecord[]): string {
  const { word, table } = wordsOf(view);
  const columns = [
    { title: '#', ...END },
    { title: word('forecast.measure') },
    { title: word('forecast.size'), ltr: true },
    { title: word('forecast.method') },
    { title: word('forecast.source') },
    { title: word('forecast.ahead'), ltr: true },
    { title: word('forecast.cases'), ...END },
    { title: word('forecast.meanError'), ...END },
    { title: word('forecast.naiveError'), ...END },
    { title: word('forecast.coverage'), ...END },
    { title: word('forecast.stretch'), ...END },
  ];
  return table(
    columns,
    records.map((record, index) => [
      String(index + 1),
      word(`forecast.is.${record.measure}`),
      sizeText(record.size),
      word(`forecast.method.${record.method}`),
      word(`forecast.source.${record.source}`),
      bandText(record.band),
      String(record.cases),
      percent(record.meanError),
      percent(record.naiveError),
      percent(record.coverage),
      stretchText('en', record) ?? NO_DATA,
    ]),
  );
}

function publishedTable(view: View, records: readonly PublishedRecord[]): string {
  const { word, table } = wordsOf(view);
  const columns = [
    { title: word('forecast.measure') },
    { title: word('forecast.size'), ltr: true },
    { title: word('forecast.cases'), ...END },
    { title: word('forecast.meanError'), ...END },
    { title: word('forecast.coverage'), ...END },
  ];
  return table(
    columns,
    records.map((record) => [
      word(`forecast.is.${record.measure}`),
      sizeText(record.size),
      String(record.cases),
      percent(record.meanError),
      percent(record.coverage),
    ]),
  );
}
