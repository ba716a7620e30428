import { squash } from './letters.js';
import { MONTH_NAMES } from './month-names.js';

/** The month that a header's own words name, and whether the column is cumulative to its end or the flow within it. */
export interface HeaderMonth {
  /** 1..12 of the Jalali calendar; null = «ماه جاری», «این دوره»: the month of the report. */
  month: number | null;
  /** `to` = «تا پایان شهریور»; `within` = «طی شهریور», «ماه جاری»; `bare` = «شهریور» alone, which may be either. */
  span: 'to' | 'within' | 'bare';
  /** The key without these words: `هزینهکرد` of «هزینه‌کرد طی شهریورماه». */
  label: string;
}

const NAME =
  'فروردین|اردیبهشت|خرداد|تیر|امرداد|مرداد|شهریور|مهر|ابان|اذر|دی|بهمن|اسفند|اسپند';
const YEAR = '(?:سال)?(?:1[34]\\d\\d|\\d\\d)?';
const TO = new RegExp(`(?:تاپایان|تااخر|لغایت|منتهیبه|تا)(?:\\d{1,2})?(${NAME})(?:ماه)?${YEAR}(?:سالجاری)?$`, 'u');
const WITHIN = new RegExp(`(?:درطی|طی|درطول|در)(${NAME})(?:ماه)?${YEAR}$`, 'u');
const BARE = new RegExp(`(${NAME})(?:ماه)?${YEAR}$`, 'u');
const THIS = /(?:درطیماه|طیماه|طیدوره|طیاینماه|ماهجاری|اینماه|ایندوره|دورهجاری|درماه|طیماهجاری|درماهجاری|ماهانه)$/u;

/** Reads the ending of a header; null where it names no month. «مهر» inside a longer word is none. */
export function headerMonth(text: string): HeaderMonth | null {
  const key = squash(text);
  for (const [pattern, span] of [
    [TO, 'to'],
    [WITHIN, 'within'],
    [BARE, 'bare'],
  ] as const) {
    const match = pattern.exec(key);
    if (!match?.[1]) continue;
    const label = key.slice(0, match.index);
    // A short rest is a piece of a word: «سهمیه» must not lose its «مهر»-like end.
    if (label.length > 0 && label.length < 4) return null;
    return { month: MONTH_NAMES.jalali.monthOf(match[1]), span, label };
  }
  const current = THIS.exec(key);
  return current ? { month: null, span: 'within', label: key.slice(0, current.index) } : null;
}
