import { cleanText, foldWords, squash } from './letters.js';
import { findMoneyUnit, moneyUnitRial } from './money-unit.js';

export interface HeaderKey {
  /** The squashed label without its bracketed unit; a year stays in, since «هدف ۱۴۰۰» is a label of its own. */
  key: string;
  /** The key without its year: `مصوب` of «مصوب سال ۹۹»; equal to `key` where there is none. */
  bareKey: string;
  /** `%`, or the unit's words (`میلیون ریال`, `روز`); null where the header names none. */
  unit: string | null;
  year: number | null;
}

/** No label is longer; of a paragraph only the beginning is looked at. */
const LONGEST_HEADER = 300;

const UNIT_KEYS = new Set(
  'روز ساعت دقیقه عدد تعداد نفر متر مترمربع م2 هکتار کیلومتر تن فقره مورد دستگاه باب خدمت days day hours hour km m m2'.split(
    ' ',
  ),
);
const PERCENT_KEYS = new Set(['%', 'درصد', 'percent', 'pct', 'بهدرصد', 'برحسبدرصد']);

/** The unit that bracketed words name, or null where they say something else, such as «(تجمعی)». */
function bracketedUnit(words: string): string | null {
  const key = squash(words);
  if (PERCENT_KEYS.has(key)) return '%';
  if (moneyUnitRial(words) !== null) return cleanText(words);
  const money = findMoneyUnit(`(${words})`) ?? findMoneyUnit(words);
  if (money) return money.unit;
  return UNIT_KEYS.has(key) ? cleanText(words) : null;
}

/** Two digits below 50 mean 14yy: the pivot of every two-digit Jalali year that we read. */
export function fullJalaliYear(year: number): number {
  if (year >= 100) return year;
  return year >= 50 ? 1300 + year : 1400 + year;
}

/** A header without its bracketed unit: «هزینه‌کرد تا پایان شهریور (میلیون ریال)» → «هزینه‌کرد تا پایان شهریور ». */
export function withoutUnit(text: string): string {
  return splitUnit(text).label;
}

function splitUnit(text: string): { label: string; unit: string | null } {
  let unit: string | null = null;
  const label = text.slice(0, LONGEST_HEADER).replace(/[([{]([^()[\]{}]*)[)\]}]?/g, (whole, inside: string) => {
    const found = bracketedUnit(inside);
    if (found === null) return whole;
    unit = unit ?? found;
    return ' ';
  });
  return { label, unit };
}

/** Key, unit and year of a column header: «اعتبار مصوب سال ۹۹ (میلیون ریال)» → `اعتبارمصوبسال99`, `میلیون ریال`, 1399. */
export function headerKey(text: string): HeaderKey {
  const split = splitUnit(text);
  let { unit } = split;
  const squashed = squash(split.label);
  // «Planned %» is a label in Latin headers; after Persian words the sign is only the unit.
  const persian = /\p{Script=Arabic}/u.test(squashed) && squashed.includes('%');
  const key = persian ? squashed.replaceAll('%', '') : squashed;
  if (persian) unit = unit ?? '%';
  const match = /سال(1[34]\d\d|\d\d)(?!\d)|(?<!\d)(1[34]\d\d|\d\d)$/.exec(key);
  if (!match || !/\p{L}/u.test(key)) return { key, bareKey: key, unit, year: null };
  const year = fullJalaliYear(Number(match[1] ?? match[2]));
  return { key, bareKey: key.replace(match[0], ''), unit, year };
}

const TAIL_UNIT =
  /[\s\-–—:،,/_]+(?:(?:ارقام|مبالغ)?\s*(?:به|بر ?حسب)\s+)?((?:هزار )?(?:هزار |میلیون |میلیارد )?(?:ریال|تومان)|درصد|روز)$/u;
const TAIL_UNIT_LATIN = /[\s_-]+(?:in[\s_-]+)?((?:thousand|million|billion)[\s_-]+(?:rials?|tomans?))$/u;

/** A header whose last words are a unit without brackets, split: «هزینه‌کرد - میلیون ریال»; null where it has none. */
export function splitTailUnit(text: string): { label: string; unit: string } | null {
  const words = foldWords(text.slice(0, LONGEST_HEADER));
  const match = TAIL_UNIT.exec(words) ?? TAIL_UNIT_LATIN.exec(words);
  if (!match?.[1]) return null;
  return { label: words.slice(0, match.index), unit: match[1] === 'درصد' ? '%' : match[1] };
}
