import { type Calendar, dayAt, JALALI_MONTHS_EN, JALALI_MONTHS_FA, type Period } from '../calendar.js';

export type Language = 'fa' | 'en';
export type DisplayUnit = 'rial' | 'million_rial' | 'billion_rial' | 'toman';

/** What stands where there is no figure: unknown is not zero. */
export const NO_DATA = '—';

const RIALS_IN: Record<DisplayUnit, number> = {
  rial: 1,
  million_rial: 1_000_000,
  billion_rial: 1_000_000_000,
  toman: 10,
};

/** Rials in the unit of display, the exact quotient; formats show it whole. */
export function amountIn(unit: DisplayUnit, rial: bigint | number): number {
  return Number(rial) / RIALS_IN[unit];
}

export function persianDigits(text: string): string {
  return text.replace(/[0-9]/g, (digit) => String.fromCharCode(0x06f0 + Number(digit)));
}

/** ASCII digits as the language writes them. */
export function digitsIn(language: Language, text: string): string {
  return language === 'fa' ? persianDigits(text) : text;
}

/** A number with a fixed count of decimals and grouped thousands: `1,234.5`, `۱٬۲۳۴٫۵`. */
export function numberText(language: Language, value: number, decimals = 0): string {
  const rounded = value.toFixed(decimals);
  const negative = Number(rounded) < 0;
  const [whole = '0', fraction] = rounded.replace('-', '').split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, language === 'fa' ? '٬' : ',');
  const digits = fraction === undefined ? grouped : `${grouped}${language === 'fa' ? '٫' : '.'}${fraction}`;
  // Beside right-to-left letters a minus jumps to the other side of its number unless a left-to-right mark holds it.
  const sign = negative ? (language === 'fa' ? '\u200e−' : '-') : '';
  return `${sign}${digitsIn(language, digits)}`;
}

/** A ratio as a percentage: 0.594 → `59.4%`, `۵۹٫۴٪`. */
export function percentText(language: Language, ratio: number | null, decimals = 1): string {
  return ratio === null ? NO_DATA : `${numberText(language, ratio * 100, decimals)}${language === 'fa' ? '٪' : '%'}`;
}

/** A difference of two ratios in percentage points, without its unit: 0.415 → `41.5`. */
export function pointsText(language: Language, ratio: number | null): string {
  return ratio === null ? NO_DATA : numberText(language, ratio * 100, 1);
}

/**
 * What lies between two figures as they stand in a text, each with one decimal: 66.44 and 66.46 are printed as 66.4 and 66.5, so 0.1 lies
 * between them and not 0.0.
 */
export function printedDifference(was: number, is: number): number {
  return Number(is.toFixed(1)) - Number(was.toFixed(1));
}

const GREGORIAN_MONTHS_EN = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;
const GREGORIAN_MONTHS_FA = [
  'ژانویه',
  'فوریه',
  'مارس',
  'آوریل',
  'مه',
  'ژوئن',
  'ژوئیه',
  'اوت',
  'سپتامبر',
  'اکتبر',
  'نوامبر',
  'دسامبر',
] as const;

/** A period in words: `شهریور ۱۳۹۹`, `Shahrivar 1399`; a settlement by its year. */
export function periodText(language: Language, calendar: Calendar, period: Period): string {
  const [year = '', month = ''] = period.split('-');
  if (month === '13') return language === 'fa' ? `تفریغ سال ${persianDigits(year)}` : `Settlement of ${year}`;
  const jalali = language === 'fa' ? JALALI_MONTHS_FA : JALALI_MONTHS_EN;
  const gregorian = language === 'fa' ? GREGORIAN_MONTHS_FA : GREGORIAN_MONTHS_EN;
  const name = (calendar.kind === 'jalali' ? jalali : gregorian)[Number(month) - 1] ?? month;
  return `${name} ${digitsIn(language, year)}`;
}

/** A stored instant (UTC) as day and hour of a wall clock: `1399/07/03 14:05`, in the calendar, never a serial date. */
export function instantText(language: Language, calendar: Calendar, timeZone: string, instant: string | null): string {
  if (instant === null) return NO_DATA;
  const at = new Date(instant);
  const { year, month, day } = dayAt(calendar, at, timeZone);
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(at);
  const two = (value: number) => String(value).padStart(2, '0');
  return digitsIn(language, `${year}/${two(month)}/${two(day)} ${clock}`);
}

/** A Persian name in an English sentence ends there: without the mark it would draw the number behind it to its other side. */
export function leftToRight(text: string): string {
  return /[\u0590-\u08ff]/.test(text) ? `${text}\u200e` : text;
}
