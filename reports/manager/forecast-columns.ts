import { forecastWord } from '../../src/domain/catalogue/forecast-words.js';
import type { MonthFigures } from '../../src/domain/month.js';
import { type Column, lettersOf } from './columns.js';
import { headerText } from './forecast-figure.js';
import type { Voice } from './voice.js';

// biome-ignore format: one line for each group of columns.
export const FORECAST_KEYS = [
  'index', 'code', 'title', 'level', 'projects', 'silent', 'unreported',
  'physicalNow', 'physical', 'physicalLow', 'physicalHigh', 'physicalMethod',
  'spendNow', 'spend', 'spendLow', 'spendHigh', 'spendMethod',
  'budget', 'amount', 'remark',
] as const;
export type ForecastKey = (typeof FORECAST_KEYS)[number];
export const FORECAST_LETTERS = lettersOf(FORECAST_KEYS);

/** Headers of the sheet; the control sheet names its sums by them. */
export function forecastNames(figures: MonthFigures, { t, labels, language }: Voice): Record<ForecastKey, string> {
  const word = (key: Parameters<typeof forecastWord>[1]) => headerText(forecastWord(language, key));
  const [work, spending] = [word('forecast.is.physical'), word('forecast.is.spend')];
  const [low, high] = [t('کران پایین', 'low'), t('کران بالا', 'high')];
  const method = forecastWord(language, 'forecast.method');
  const unit = labels.units[figures.displayUnit];
  return {
    index: t('ردیف', 'No.'),
    code: t('کد', 'Code'),
    title: t('عنوان', 'Title'),
    level: t('سطح', 'Level'),
    projects: word('forecast.size'),
    silent: t('هرگز گزارش نداده', 'Never reported'),
    unreported: t('این ماه نفرستاده', 'None this month'),
    physicalNow: word('forecast.physicalNow'),
    physical: word('forecast.physical'),
    physicalLow: `${work}: ${low}`,
    physicalHigh: `${work}: ${high}`,
    physicalMethod: `${work}: ${method}`,
    spendNow: word('forecast.spendNow'),
    spend: word('forecast.spend'),
    spendLow: `${spending}: ${low}`,
    spendHigh: `${spending}: ${high}`,
    spendMethod: `${spending}: ${method}`,
    budget: t(`اعتبار سال (${unit})`, `Budget of the year (${unit})`),
    amount: headerText(forecastWord(language, 'forecast.amount', { unit })),
    remark: t('توضیح', 'Remark'),
  };
}

const WIDTHS: Record<ForecastKey, number> = {
  index: 5,
  code: 11,
  title: 31,
  level: 10,
  projects: 8,
  silent: 8,
  unreported: 8,
  physicalNow: 8,
  physical: 8,
  physicalLow: 8,
  physicalHigh: 8,
  physicalMethod: 17,
  spendNow: 8,
  spend: 8,
  spendLow: 8,
  spendHigh: 8,
  spendMethod: 17,
  budget: 12,
  amount: 12,
  remark: 30,
};

export function forecastColumns(figures: MonthFigures, voice: Voice): Column<ForecastKey>[] {
  const { t } = voice;
  const names = forecastNames(figures, voice);
  const bound = t(
    'چهار پیامد از پنج میان دو کران می‌افتند، اگر آینده همانند کارنامه باشد.',
    'Four outcomes of five fall between the bounds if the future is like the record.',
  );
  const notes: Partial<Record<ForecastKey, string>> = {
    unreported: t(
      'پروژه‌های ناتمامی که پیش‌تر گزارش داده‌اند و برای این ماه پیشرفتی نفرستاده‌اند: از ماه آخرین گزارش حساب شده‌اند.',
      'Unfinished projects that reported before and sent no progress for this month: reckoned from the month of their last report.',
    ),
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
