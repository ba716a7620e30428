import type { ForecastRow } from '../../src/domain/forecast.js';
import type { MonthFigures } from '../../src/domain/month.js';
import { refTo } from '../../src/report/sheet.js';
import { columnRange } from './columns.js';
import { type Check, numberedCheck, sumChecks } from './control-checks.js';
import { type EarnedKey, earnedHeaders, earnedRange } from './earned-columns.js';
import { FORECAST_LETTERS, forecastNames } from './forecast-columns.js';
import { forecastAmount, forecastRows } from './forecast-figure.js';
import { INDICATOR_LETTERS, type IndicatorKey } from './indicators-columns.js';
import { rankedCards } from './scorecard.js';
import { SCORE_LETTERS } from './scorecard-columns.js';
import type { Voice } from './voice.js';

/** Sums and numbered sums of project control, indicators, scorecards and forecasts. */
export function systemChecks(figures: MonthFigures, voice: Voice): Check[] {
  return [
    ...earnedChecks(figures, voice),
    ...indicatorChecks(figures, voice),
    ...scoreChecks(figures, voice),
    ...forecastChecks(figures, voice),
  ];
}

function earnedChecks({ control: { projects } }: MonthFigures, voice: Voice): Check[] {
  const { t, labels } = voice;
  const names = earnedHeaders(voice);
  const range = (key: EarnedKey) => refTo(labels.sheets.earned, earnedRange(key, projects.length));
  return (['BAC', 'PV', 'EV', 'AC'] as const).flatMap((key) => {
    const values = projects.map((value) => {
      const rial = value[key];
      return rial === null ? 0 : voice.amount(rial);
    });
    return sumChecks(`${labels.sheets.earned}: ${names[key]}`, range(key), range('index'), values, 'money', t);
  });
}

function indicatorChecks({ indicators: { figures } }: MonthFigures, voice: Voice): Check[] {
  const { t, labels } = voice;
  const { sheets } = labels;
  const range = (key: IndicatorKey) => refTo(sheets.indicators, columnRange(INDICATOR_LETTERS[key], figures.length));
  const columns = [
    ['value', t('مقدار', 'value')],
    ['opening', t('آغاز', 'opening')],
    ['target', t('هدف', 'target')],
    ['attainment', t('دستیابی', 'attainment')],
  ] as const;
  return columns.map(([key, name]) =>
    numberedCheck(
      `${sheets.indicators}: ${name}`,
      range(key),
      range('index'),
      // A band has no target that is one number.
      figures.map((figure, at) => [key === 'target' && figure.band ? null : figure[key], at + 1]),
      voice,
    ),
  );
}

function scoreChecks(figures: MonthFigures, voice: Voice): Check[] {
  const { t, labels } = voice;
  const cards = rankedCards(figures);
  const range = (key: 'score' | 'index') =>
    refTo(labels.sheets.scorecard, columnRange(SCORE_LETTERS[key], cards.length));
  return [
    numberedCheck(
      `${labels.sheets.scorecard}: ${t('امتیاز', 'score')}`,
      range('score'),
      range('index'),
      cards.map(({ score }, at) => [score, at + 1]),
      voice,
    ),
  ];
}

function forecastChecks(figures: MonthFigures, voice: Voice): Check[] {
  const { sheets } = voice.labels;
  const names = forecastNames(figures, voice);
  const rows = forecastRows(figures);
  const range = (key: keyof typeof FORECAST_LETTERS) =>
    refTo(sheets.forecast, columnRange(FORECAST_LETTERS[key], rows.length));
  const columns = [
    ['physical', (row: ForecastRow) => row.physical.value],
    ['physicalLow', (row: ForecastRow) => row.physical.low],
    ['physicalHigh', (row: ForecastRow) => row.physical.high],
    ['spend', (row: ForecastRow) => row.spend.value],
    ['spendLow', (row: ForecastRow) => row.spend.low],
    ['spendHigh', (row: ForecastRow) => row.spend.high],
    ['amount', (row: ForecastRow) => forecastAmount(row, voice)],
  ] as const;
  return columns.map(([key, of]) =>
    numberedCheck(
      `${sheets.forecast}: ${names[key]}`,
      range(key),
      range('index'),
      rows.map((row, at) => [of(row), at + 1]),
      voice,
    ),
  );
}
