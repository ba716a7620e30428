import { cleanText, foldDigits, squash } from './letters.js';

export { fullJalaliYear, headerKey } from './header-key.js';
export { cleanText, foldDigits, foldWords, squash } from './letters.js';

const DASHES = /[-\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g;

/**
 * The key by which codes match: «۱۳۹۹–r03–0127 » is `1399-R03-0127`. Digits ASCII, one kind of dash, no blanks,
 * upper case. Leading zeros stay: a code is text. The apostrophe that keeps zeros in spreadsheets is dropped.
 */
export function codeKey(text: string): string {
  const dashed = text.replace(DASHES, '-');
  return foldDigits(cleanText(dashed))
    .replace(/[\s\u200c]/g, '')
    .replace(/^['’`]/, '')
    .toUpperCase();
}

const NO_DATA_WORDS = new Set(
  ['ندارد', 'فاقد', 'نامشخص', 'نامعلوم', 'در دست بررسی', 'اعلام نشده', 'گزارش نشده', 'N/A', '#N/A', 'null'].map(squash),
);

/** True for what people write to say "nothing to report": blank, dashes, dots, «ندارد», N/A. It is never zero. */
export function isNoData(text: string): boolean {
  const clean = cleanText(text);
  return /^[\s\-\u2010-\u2015\u2212_.…ـ]*$/.test(clean) || NO_DATA_WORDS.has(squash(clean));
}
