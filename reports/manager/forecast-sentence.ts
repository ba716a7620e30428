import { yearOf } from '../../src/domain/calendar.js';
import { forecastWord, stretchText } from '../../src/domain/catalogue/forecast-words.js';
import type { ForecastMeasure, ForecastRow } from '../../src/domain/forecast.js';
import type { MonthFigures } from '../../src/domain/month.js';
import { recordBehind } from './forecast-figure.js';
import type { Voice } from './voice.js';

/** Where the year will end for the whole plan: interval, method and record of each figure, or in words that it has none. */
export function yearEndSentence(figures: MonthFigures, voice: Voice): string {
  const { t, labels, language, shown } = voice;
  const plan = figures.forecast.rows.find(({ kind }) => kind === 'plan');
  if (!plan) return '';
  const year = voice.digits(yearOf(figures.calendar, figures.period));
  const [work, money] = [figureText('physical', plan, figures, voice), figureText('spend', plan, figures, voice)];
  const silent =
    plan.silent > 0
      ? ` ${shown(forecastWord(language, 'forecast.silent', { silent: plan.silent, projects: plan.projects }))}`
      : '';
  const unreported =
    plan.unreported > 0 ? ` ${shown(forecastWord(language, 'forecast.unreported', { count: plan.unreported }))}` : '';
  const sheet = voice.quote(labels.sheets.forecast);
  return t(
    `پیش‌بینی پایان سال ${year}: ${work}؛ ${money}.${silent}${unreported} شرح در برگهٔ ${sheet}.`,
    `Forecast of the end of ${year}: ${work}; ${money}.${silent}${unreported} More on the sheet ${sheet}.`,
  );
}

function figureText(measure: ForecastMeasure, row: ForecastRow, figures: MonthFigures, voice: Voice): string {
  const { t, language, count, percent, shown } = voice;
  const figure = row[measure];
  const of =
    measure === 'physical' ? t('از کار سال', "of the year's work") : t('از اعتبار سال', 'of the budget of the year');
  const name = forecastWord(language, `forecast.is.${measure}`);
  if (figure.reason !== null) return `${name}: ${forecastWord(language, `forecast.reason.${figure.reason}`)}`;
  const value = `${name} ${percent(figure.value)} ${of}`;
  const method = figure.method === null ? '' : forecastWord(language, `forecast.method.${figure.method}`);
  const record = recordBehind(figure, figures);
  if (figure.low === null || figure.high === null || record === null) {
    const why = figure.noInterval === null ? '' : forecastWord(language, `forecast.noInterval.${figure.noInterval}`);
    const how = method === '' ? '' : t(`روش ${voice.quote(method)} بی‌کارنامه`, `${method}, no record`);
    return `${value} (${[why, how].filter((text) => text !== '').join(t('؛ ', '; '))})`;
  }
  const stretched = stretchText(language, record);
  const stretch = stretched ? t(`، با کشش فرضی ${shown(stretched)}`, `, stretched ${stretched} as an assumption`) : '';
  const source = forecastWord(language, `forecast.source.${record.source}`);
  return t(
    `${value} (بازهٔ چهار از پنج ${percent(figure.low)} تا ${percent(figure.high)}؛ روش ${voice.quote(method)}، میانگین خطا ${percent(record.meanError)} در ${count(record.cases)} مورد از ${source}${stretch})`,
    `${value} (four outcomes of five: ${percent(figure.low)} to ${percent(figure.high)}; ${method}, mean error ${percent(record.meanError)} in ${count(record.cases)} cases from ${source}${stretch})`,
  );
}
