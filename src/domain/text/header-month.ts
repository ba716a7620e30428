import { foldWords, squash } from './letters.js';
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

const NAME = MONTH_NAMES.jalali.pattern;
const END = '(?: ?(?:سال ?)?(?:1[34]\\d\\d|\\d\\d))?(?: ?سال ?جاری)?[ )]*$';
const PATTERNS = [
  ['to', new RegExp(`(?<!\\p{L})(?:تا ?پایان|تا ?اخر|لغایت|منتهی ?به|تا) ?(?:\\d{1,2}(?:ام|م)? ?)?${NAME}${END}`, 'u')],
  ['within', new RegExp(`(?<!\\p{L})(?:در ?طی|طی|در طول|در|فقط) ?${NAME}${END}`, 'u')],
  ['bare', new RegExp(`${NAME}${END}`, 'u')],
] as const;
const THIS =
  /(?<!\p{L})(?:(?:در ?)?(?:طی ?)?(?:این ?)?(?:ماه|دوره)(?: ?(?:جاری|گزارش))?|(?:این|طی) ?(?:ماه|دوره)|ماهانه)[ )]*$/u;
/** «ماه» and «دوره» alone are columns of their own. */
const SAYS_THIS = /(?:طی|این|جاری|در|ماهانه) ?/u;

/** Reads the ending of a header; null where it names no month. */
export function headerMonth(text: string): HeaderMonth | null {
  const words = foldWords(text);
  for (const [span, pattern] of PATTERNS) {
    const match = pattern.exec(words);
    if (match?.[1])
      return { month: MONTH_NAMES.jalali.monthOf(match[1]), span, label: squash(words.slice(0, match.index)) };
  }
  const current = THIS.exec(words);
  if (!current || !SAYS_THIS.test(current[0])) return null;
  return { month: null, span: 'within', label: squash(words.slice(0, current.index)) };
}
