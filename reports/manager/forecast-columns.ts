import { forecastWord } from '../../src/domain/catalogue/forecast-words.js';
import type { MonthFigures } from '../../src/domain/month.js';
import { type Column, lettersOf } from './columns.js';
import type { Voice } from './voice.js';

// biome-ignore format: one line for each group of columns.
export const FORECAST_KEYS = [
  'index', 'code', 'title', 'level', 'projects', 'silent',
  'physicalNow', 'physical', 'physicalLow', 'physicalHigh', 'physicalMethod',
  'spendNow', 'spend', 'spendLow', 'spendHigh', 'spendMethod',
  'budget', 'amount', 'remark',
] as const;
export type ForecastKey = (typeof FORECAST_KEYS)[number];
export const FORECAST_LETTERS = lettersOf(FORECAST_KEYS);

/** Headers of the sheet; the control sheet names its sums by them. */
export function forecastNames(figures: MonthFigures, { t, labels, language }: Voice): Record<ForecastKey, string> {
  const word = (key: Parameters<typeof forecastWord>[1]) => forecastWord(language, key);
  const [work, spending] = [word('forecast.is.physical'), word('forecast.is.spend')];
  const [low, high] = [t('کران پایین', 'low'), t('کران بالا', 'high')];
  const unit = labels.units[figures.displayUnit];
  return {
    index: t('ردیف', 'No.'),
    code: t('کد', 'Code'),
    title: t('عنوان', 'Title'),
    level: t('سطح', 'Level'),
    projects: word('forecast.size'),
    silent: t('هرگز گزارش نداده', 'Never reported'),
    physicalNow: word('forecast.physicalNow'),
    physical: word('forecast.physical'),
    physicalLow: `${work}: ${low}`,
    physicalHigh: `${work}: ${high}`,
    physicalMethod: `${work}: ${word('forecast.method')}`,
    spendNow: word('forecast.spendNow'),
    spend: word('forecast.spend'),
    spendLow: `${spending}: ${low}`,
    spendHigh: `${spending}: ${high}`,
    spendMethod: `${spending}: ${word('forecast.method')}`,
    budget: t(`اعتبار سال (${unit})`, `budget of the year (${unit})`),
    amount: forecastWord(language, 'forecast.amount', { unit }),
    remark: t('توضیح', 'Remark'),
  };
}

const WIDTHS: Record<ForecastKey, number> = {
  index: 6,
  code: 12,
  title: 38,
  level: 14,
  projects: 9,
  silent: 9,
  physicalNow: 9,
  physical: 9,
  physicalLow: 9,
  physicalHigh: 9,
  physicalMethod: 20,
  spendNow: 9,
  spend: 9,
  spendLow: 9,
  spendHigh: 9,
  spendMethod: 20,
  budget: 13,
  amount: 13,
  remark: 34,
};

export function forecastColumns(figures: MonthFigures, voice: Voice): Column<ForecastKey>[] {
  const { t } = voice;
  const names = forecastNames(figures, voice);
  const bound = t(
    'چهار پیامد از پنج میان دو کران می‌افتند، اگر آینده همانند کارنامه باشد.',
    'Four outcomes of five fall between the bounds if the future is like the record.',
  );
  const notes: Partial<Record<ForecastKey, string>> = {
    physicalNow: t(
      'سهم کار انجام‌شده از همهٔ کار سال، با وزن راهبردی',
      "Part of the year's work done, by strategic weight",
    ),
    physicalLow: bound,
    physicalHigh: bound,
    spendNow: t('سهم هزینه از اعتبار کل سال', 'Spending as part of the budget of the whole year'),
    spendLow: bound,
    spendHigh: bound,
    amount: t('هزینه در پایان سال × اعتبار سال', 'Spent at year end × budget of the year'),
  };
  return FORECAST_KEYS.map((key) => {
    const note = notes[key];
    const column = { key, title: names[key], width: WIDTHS[key] };
    return note === undefined ? column : { ...column, note };
  });
}
