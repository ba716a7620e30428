import { FORECAST_WORDS } from '../domain/catalogue/forecast-words.js';

/** Texts of year-end forecasts that the command line alone says, beside the words that it shares with the workbook. */
export const FORECAST_TEXTS = {
  'command.forecast': {
    fa: 'پیش‌بینی کار و هزینه تا پایان سال مالی، با بازه و کارنامهٔ پیش‌بینی‌های پیشین',
    en: 'work and spending at the end of the fiscal year, with an interval and the record of earlier forecasts',
  },
  'forecast.interval': { fa: '{value} ({low}–{high})', en: '{value} ({low}–{high})' },
  'forecast.marks': {
    fa: 'روش هر رقم با شمارهٔ کارنامه‌اش: * یعنی بی‌کارنامه و بی‌بازه.',
    en: 'Each figure names the number of its record; * = no record, no interval.',
  },
  ...FORECAST_WORDS,
} as const;
