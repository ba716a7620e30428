import { forecastWord, stretchText } from '../../src/domain/catalogue/forecast-words.js';
import { NO_DATA } from '../../src/domain/catalogue/numbers.js';
import type { ForecastFigure, ForecastMeasure, ForecastRecord, ForecastRow } from '../../src/domain/forecast.js';
import type { MonthFigures } from '../../src/domain/month.js';
import type { Voice } from './voice.js';

export const FORECAST_MEASURES: readonly ForecastMeasure[] = ['physical', 'spend'];

/** The plan, its nodes and the departments; projects stay with the command line and the archive. */
export function forecastRows({ forecast }: MonthFigures): ForecastRow[] {
  return forecast.rows.filter(({ kind }) => kind !== 'project');
}

/** Spending at the end of the year in the unit of display, as the sheet computes it: ratio × budget; null = unknown. */
export function forecastAmount({ spend, budgetRial }: ForecastRow, voice: Voice): number | null {
  return spend.value === null || budgetRial === null ? null : spend.value * voice.amount(budgetRial);
}

/** Words of the catalogue begin small, as inside a sentence; a header begins with a capital. */
export function headerText(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The record on which a figure rests; null = none. */
export function recordBehind({ record }: ForecastFigure, { forecast }: MonthFigures): ForecastRecord | null {
  return record === null ? null : (forecast.records[record] ?? null);
}

/** The method with the number of its record in the table below, or in words that it has none. */
export function methodText({ method, record }: ForecastFigure, { t, language, count }: Voice): string {
  if (method === null) return NO_DATA;
  const name = forecastWord(language, `forecast.method.${method}`);
  return record === null
    ? t(`${name}، بی‌کارنامه`, `${name}, no record`)
    : t(`${name}، کارنامهٔ ${count(record + 1)}`, `${name}, record ${count(record + 1)}`);
}

/** Why a figure or its interval is missing, and what was assumed; empty = nothing to say. */
export function remarkOf(row: ForecastRow, figures: MonthFigures, voice: Voice): string {
  const { t, language, count } = voice;
  const said = FORECAST_MEASURES.map((measure) => whyOf(row[measure], figures, voice));
  const [work, money] = said;
  const about = FORECAST_MEASURES.flatMap((measure, index) =>
    said[index] ? [`${forecastWord(language, `forecast.is.${measure}`)}: ${said[index]}`] : [],
  );
  const silent =
    row.silent > 0 && row.physical.value !== null
      ? [t(`${count(row.silent)} پروژهٔ بی‌گزارش روی صفر (فرض)`, `${count(row.silent)} never reported: at 0 (assumed)`)]
      : [];
  return [...(work && work === money ? [work] : about), ...silent].join(t('؛ ', '; '));
}

function whyOf(figure: ForecastFigure, figures: MonthFigures, { t, language, shown }: Voice): string {
  if (figure.reason !== null) return forecastWord(language, `forecast.reason.${figure.reason}`);
  if (figure.noInterval !== null) return forecastWord(language, `forecast.noInterval.${figure.noInterval}`);
  const record = recordBehind(figure, figures);
  const stretched = record && stretchText(language, record);
  return stretched ? t(`بازه ${shown(stretched)} کشیده (فرض)`, `interval stretched ${stretched} (assumed)`) : '';
}
