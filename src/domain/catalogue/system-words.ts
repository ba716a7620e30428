import type { ControlReason, CriticalKind } from '../control.js';
import type { IndicatorFigure, IndicatorReason } from '../indicator-figures.js';
import type { Language } from './numbers.js';

type Words = Record<Language, string>;

/** Why a figure of earned value or of an indicator is unknown. */
export const REASON_WORDS = {
  scope_month: { fa: 'برای یک ماه سنجیده نمی‌شود', en: 'not measured for a single month' },
  not_due: { fa: 'موعد سنجش نرسیده', en: 'no measurement due yet' },
  never_reported: { fa: 'گزارش نشده', en: 'never reported' },
  no_target: { fa: 'هدف ندارد', en: 'no target' },
  no_baseline: { fa: 'مقدار پایه ندارد', en: 'no baseline' },
  target_zero: { fa: 'هدف صفر است', en: 'a target of 0' },
  no_denominator: { fa: 'مخرج ندارد', en: 'no denominator' },
  partial_sum: { fa: 'جمع ناقص: دوره‌های بی‌گزارش', en: 'partial sum: silent periods' },
  no_budget: { fa: 'بودجه ندارد', en: 'no budget' },
  no_planned_work: { fa: 'کار برنامه‌ای ندارد', en: 'no planned work' },
  no_progress_report: { fa: 'پیشرفت گزارش نشده', en: 'progress never reported' },
  no_spending_report: { fa: 'هزینه گزارش نشده', en: 'spending never reported' },
  no_common_projects: {
    fa: 'پیشرفت و هزینه از پروژه‌های یکسان گزارش نشده',
    en: 'progress and spending reported by different projects',
  },
  no_schedule: { fa: 'زمان‌بندی ماهانه ندارد', en: 'no monthly schedule' },
  nothing_planned_yet: { fa: 'هنوز کاری در برنامه نبوده', en: 'nothing planned yet' },
  nothing_earned: { fa: 'هنوز کاری انجام نشده', en: 'nothing earned yet' },
  nothing_spent: { fa: 'هنوز هزینه نشده', en: 'nothing spent yet' },
  not_started: { fa: 'آغاز نشده', en: 'not started' },
  budget_used_up: { fa: 'بودجه تمام شده', en: 'budget used up' },
  finished: { fa: 'پایان یافته', en: 'finished' },
} as const satisfies Record<ControlReason | IndicatorReason, Words>;

export const INDICATOR_STATES = {
  reported: { fa: 'گزارش‌شده', en: 'reported' },
  stale: { fa: 'قدیمی', en: 'stale' },
  missing: { fa: 'بی‌گزارش', en: 'missing' },
  not_due: { fa: 'موعد نرسیده', en: 'not due' },
} as const satisfies Record<IndicatorFigure['state'], Words>;

/** Names of the critical lists. */
export const CRITICAL_LISTS = {
  late: { fa: 'عقب از برنامه', en: 'late' },
  over_cost: { fa: 'گران‌تر از بودجه', en: 'over cost' },
  stopped: { fa: 'متوقف', en: 'stopped' },
  money_ahead: { fa: 'پول جلوتر از کار', en: 'money ahead of work' },
  work_ahead: { fa: 'کار جلوتر از پول', en: 'work ahead of money' },
  obstacle: { fa: 'مانع بی‌پاسخ', en: 'unanswered obstacle' },
} as const satisfies Record<CriticalKind, Words>;

export const DIRECTION_WORDS = {
  up: { fa: 'افزایشی', en: 'up' },
  down: { fa: 'کاهشی', en: 'down' },
  band: { fa: 'بازه', en: 'band' },
} as const satisfies Record<IndicatorFigure['direction'], Words>;
