import { labelsIn } from '../../src/domain/catalogue/labels.js';
import { digitsIn, numberText, periodText } from '../../src/domain/catalogue/numbers.js';
import type { FactField } from '../../src/domain/fact.js';
import type { MonthForm } from '../../src/domain/form.js';

/** Points of a title's row: a program that takes the usual height cuts the letters. */
export const TITLE_HEIGHT = 30;

/** How a form speaks: headers that the reader of submissions knows by heart, in the language of the form. */
export interface FormWords {
  t(fa: string, en: string): string;
  font: string;
  period: string;
  money: string;
  number(value: number, decimals?: number): string;
  digits(text: string): string;
  periodOf(period: string): string;
  header(field: FactField): string;
  field(field: FactField): string;
  sheets: { projects: string; indicators: string; questions: string; list: string; changes: string };
}

const UNITS: Record<string, [fa: string, en: string]> = {
  rial: ['ریال', 'rial'],
  thousand_rial: ['هزار ریال', 'thousand rial'],
  million_rial: ['میلیون ریال', 'million rial'],
  billion_rial: ['میلیارد ریال', 'billion rial'],
  toman: ['تومان', 'toman'],
  million_toman: ['میلیون تومان', 'million toman'],
  billion_toman: ['میلیارد تومان', 'billion toman'],
};

const HEADERS: Record<FactField, [fa: string, en: string]> = {
  physical: ['پیشرفت فیزیکی واقعی (٪)', 'physical progress (%)'],
  quantity: ['مقدار انجام‌شده', 'quantity done'],
  verified_percent: ['درصد تأییدشده (٪)', 'verified progress (%)'],
  allocated_rial: ['تخصیص', 'allocated'],
  committed_rial: ['تعهد', 'committed'],
  certified_rial: ['صورت‌وضعیت تأییدشده', 'certified'],
  spent_rial: ['هزینه‌کرد', 'spent'],
  spent_noncash_rial: ['هزینه غیرنقدی', 'spent noncash'],
  advance_rial: ['پیش‌پرداخت مستهلک‌نشده', 'advance'],
  note: ['توضیحات', 'notes'],
  obstacle: ['مشکلات و موانع', 'obstacles'],
  action: ['اقدامات اصلاحی', 'actions'],
  value: ['عملکرد شاخص', 'actual value'],
  numerator: ['صورت', 'numerator'],
  denominator: ['مخرج', 'denominator'],
};

export function wordsOf({ language, calendar, period, moneyUnit }: MonthForm): FormWords {
  const t = (fa: string, en: string) => (language === 'fa' ? fa : en);
  const money = t(...(UNITS[moneyUnit] ?? [moneyUnit, moneyUnit]));
  const labels = labelsIn(language);
  return {
    t,
    font: labels.font,
    period: period === '' ? t('ماه نامعلوم', 'unknown month') : periodText(language, calendar, period),
    money,
    number: (value, decimals = 0) => numberText(language, value, decimals),
    digits: (text) => digitsIn(language, text),
    periodOf: (other) => periodText(language, calendar, other),
    header: (field) => `${t(...HEADERS[field])}${field.endsWith('_rial') ? ` (${money})` : ''}`,
    field: (field) => t(...HEADERS[field]),
    sheets: {
      projects: t('پروژه‌ها', 'projects'),
      indicators: t('شاخص‌ها', 'indicators'),
      questions: t('پرسش‌ها', 'questions'),
      list: t('فهرست اصلاح', 'fix list'),
      changes: t('تغییرها', 'changes'),
    },
  };
}

const RIALS: Record<string, number> = {
  rial: 1,
  thousand_rial: 1e3,
  million_rial: 1e6,
  billion_rial: 1e9,
  toman: 10,
  million_toman: 1e7,
  billion_toman: 1e10,
};

/** Rials in the unit of the form. */
export function inUnit({ moneyUnit }: MonthForm, rial: number): number {
  return rial / (RIALS[moneyUnit] ?? 1);
}
