import type { ForecastRecord, ForecastSize } from '../forecast.js';
import { type Language, numberText } from './numbers.js';
import { fillSlots } from './render.js';

/** Words of year-end forecasts, shared by the command line and the workbook. */
export const FORECAST_WORDS = {
  'forecast.physicalNow': { fa: 'کار تاکنون', en: 'work so far' },
  'forecast.physical': { fa: 'کار در پایان سال', en: 'work at year end' },
  'forecast.spendNow': { fa: 'هزینه تاکنون', en: 'spent so far' },
  'forecast.spend': { fa: 'هزینه در پایان سال', en: 'spent at year end' },
  'forecast.amount': { fa: 'هزینهٔ پایان سال ({unit})', en: 'spending at year end ({unit})' },
  'forecast.rule': {
    fa: 'بازه‌ها چهار پیامد از پنج را دربرمی‌گیرند اگر آینده همانند کارنامه باشد.',
    en: 'Intervals hold four outcomes of five if the future is like the record.',
  },
  'forecast.records': {
    fa: 'کارنامهٔ روش‌ها (خطا به درصد کل)',
    en: 'Record of the methods (errors in percent of the whole)',
  },
  'forecast.published': {
    fa: 'پیش‌بینی‌های چاپ‌شدهٔ سال‌های پیش، در برابر آنچه شد',
    en: 'Forecasts that reports of earlier years printed, against what came',
  },
  'forecast.notPublished': {
    fa: 'هنوز هیچ سالی پس از نخستین پیش‌بینیِ چاپ‌شده به پایان نرسیده است.',
    en: 'No year has ended yet since a report first printed a forecast.',
  },
  'forecast.measure': { fa: 'چه', en: 'what' },
  'forecast.size': { fa: 'پروژه‌ها', en: 'projects' },
  'forecast.method': { fa: 'روش', en: 'method' },
  'forecast.source': { fa: 'از', en: 'from' },
  'forecast.ahead': { fa: 'ماه پیش رو', en: 'months ahead' },
  'forecast.cases': { fa: 'مورد', en: 'cases' },
  'forecast.meanError': { fa: 'میانگین خطا', en: 'mean error' },
  'forecast.naiveError': { fa: 'خطای ساده', en: 'naive error' },
  'forecast.coverage': { fa: 'درون بازه', en: 'held' },
  'forecast.stretch': { fa: 'کشش (فرض)', en: 'stretched (assumed)' },
  'forecast.silent': {
    fa: '{silent} از {projects} پروژهٔ سال هنوز پیشرفتی گزارش نکرده‌اند و در جمع‌ها روی صفر ایستاده‌اند (فرض).',
    en: '{silent} of the {projects} projects of the year never reported progress; in sums they stand at 0 (assumed).',
  },
  'forecast.unreported': {
    fa: '{count} پروژهٔ ناتمام برای این ماه پیشرفتی نفرستاده‌اند؛ پیش‌بینی‌شان از ماه آخرین گزارششان حساب شده است: ماه بی‌گزارش نامعلوم است، نه ماه بی‌کار.',
    en: '{count} unfinished projects sent no progress for this month; they are forecast from the month of their last report: a month without a report is unknown, not a month without work.',
  },
  'forecast.is.physical': { fa: 'کار', en: 'work' },
  'forecast.is.spend': { fa: 'هزینه', en: 'spending' },
  'forecast.method.naive': { fa: 'ادامهٔ آهنگ (ساده)', en: 'own pace (naive)' },
  'forecast.method.stays': { fa: 'آخرین رقم', en: 'last value' },
  'forecast.method.plan_rest': { fa: 'بقیه طبق برنامه', en: 'rest as planned' },
  'forecast.method.index': { fa: 'شاخص (نسبت به برنامه)', en: 'index (ratio to plan)' },
  'forecast.method.earned_schedule': { fa: 'زمان کسب‌شده', en: 'earned schedule' },
  'forecast.method.shape': { fa: 'الگوی سال‌های پیش', en: 'shape of earlier years' },
  'forecast.method.class_end': { fa: 'پایان سال‌های پیش', en: 'ends of earlier years' },
  'forecast.source.earlier_years': { fa: 'سال‌های پیش', en: 'earlier years' },
  'forecast.source.this_year': { fa: 'ماه‌های امسال', en: "this year's months" },
  'forecast.source.year_starts': { fa: 'آغاز سال‌های پیش', en: 'starts of earlier years' },
  'forecast.reason.never_reported': { fa: 'گزارش نشده', en: 'never reported' },
  'forecast.reason.no_budget': { fa: 'بودجه ندارد', en: 'no budget' },
  'forecast.reason.no_work': { fa: 'کار فیزیکی ندارد', en: 'no planned work' },
  'forecast.over': {
    fa: 'سال به پایان رسیده است: رقم‌ها خودِ عملکردند.',
    en: 'The year is over: the figures are what was done.',
  },
  'forecast.noInterval.too_little_history': {
    fa: 'بی‌بازه: تاریخچه کم است',
    en: 'no interval: too little history',
  },
  'forecast.noInterval.year_is_over': { fa: 'سال به پایان رسیده: خودِ عملکرد', en: 'the year is over: what was done' },
} as const;

export type ForecastWord = keyof typeof FORECAST_WORDS;

/** A word of forecasts in one language, its slots filled. */
export function forecastWord(
  language: Language,
  key: ForecastWord,
  slots: Record<string, string | number> = {},
): string {
  return fillSlots(FORECAST_WORDS[key][language], slots, language, key);
}

/** How many projects a record speaks of: `1`, `6-20`, `101+`. */
export function sizeText(size: ForecastSize): string {
  return size === 'project' ? '1' : size;
}

/** Months ahead of a record: `6`, `5–7`. */
export function bandText([from, to]: ForecastRecord['band']): string {
  return from === to ? String(from) : `${from}–${to}`;
}

/** By what the errors of a record were stretched: `×2.0`; null = they were not. */
export function stretchText(language: Language, { stretch }: ForecastRecord): string | null {
  return stretch === 1 ? null : `×${numberText(language, stretch, 1)}`;
}
