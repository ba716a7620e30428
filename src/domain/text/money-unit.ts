import { foldWords } from './letters.js';

/**
 * Rials in one unit of money, by the unit's key (letters only). Redenomination is planned in law: a new rial will need
 * dated units, so every reading of a unit goes through this table.
 */
const RIAL_PER_UNIT: ReadonlyMap<string, number> = new Map([
  ...scaled(1, ['ریال', 'rial', 'rials', 'irr']),
  ...scaled(10, ['تومان', 'تومن', 'toman', 'tomans', 'irt']),
  ['همت', 1e13],
  ['hemat', 1e13],
  ['hemmat', 1e13],
  ['مر', 1e6],
]);

function scaled(rial: number, names: string[]): [string, number][] {
  const scales: [number, string[]][] = [
    [1, ['']],
    [1e3, ['هزار', 'thousand']],
    [1e6, ['میلیون', 'ملیون', 'م', 'million', 'mln', 'm']],
    [1e9, ['میلیارد', 'ملیارد', 'billion', 'bln']],
    [1e12, ['هزارمیلیارد', 'thousandbillion', 'trillion']],
  ];
  return scales.flatMap(([factor, words]) =>
    words.flatMap((word) => names.map((name): [string, number] => [word + name, rial * factor])),
  );
}

const UNIT_WORDS =
  '(?:(?:هزار|thousand)[ _]*)?(?:(?:میلیون|ملیون|میلیارد|ملیارد|هزار|million|billion|thousand|trillion|mln|bln|م|m)[ _.]*)?' +
  '(?:ریال|rials?|irr|تومان|تومن|tomans?|irt)|همت|hemm?at|م\\. ?ر\\.?';
const UNIT = new RegExp(`(?<![\\p{L}])(?:${UNIT_WORDS})(?![\\p{L}])`, 'gu');
/** An amount («۲۵۰ میلیون ریال», «یک میلیارد ریال») is not a note about the unit. */
const AMOUNT_BEFORE = /(?:\p{Nd}|(?<!\p{L})(?:یک|دو|سه|چهار|پنج|شش|هفت|هشت|نه|ده|صد|چند|one|two))\s*$/u;
/** Notes are short; a page of text in one cell is not searched to its end. */
const LONGEST_NOTE = 1000;
const CUE =
  /مبالغ|مبلغ|ارقام|رقم|اعداد|واحد|حسب|(?<!\p{L})به\s*$|amounts?|figures?|units?|currency|values?|(?<!\p{L})in\s*$/u;

/** Rials in the unit that the whole text names: `میلیون ریال`, `م.ر`, `million_rial`, `همت`; null where it names none. */
export function moneyUnitRial(text: string): number | null {
  return RIAL_PER_UNIT.get(foldWords(text).replace(/[^\p{L}]/gu, '')) ?? null;
}

export interface MoneyUnit {
  /** The unit's own words, folded: `میلیون ریال`. */
  unit: string;
  rial: number;
}

/**
 * The unit that a note declares: «مبالغ به میلیون ریال می‌باشد», «واحد: تومان», «(میلیون ریال)».
 * Null where there is none, where the words are an amount or a title («پیشرفت ریالی»), or where two units contradict.
 */
export function findMoneyUnit(text: string): MoneyUnit | null {
  const words = foldWords(text.slice(0, LONGEST_NOTE));
  const found = [...words.matchAll(UNIT)].flatMap((match): MoneyUnit[] => {
    const rial = moneyUnitRial(match[0]);
    const before = words.slice(0, match.index);
    const after = words.slice(match.index + match[0].length);
    const alone =
      /^[^\p{L}\p{Nd}]*$/u.test(before + after) || (/[([]\s*(?:به\s*)?$/.test(before) && /^\s*[)\]]/.test(after));
    const declared = !AMOUNT_BEFORE.test(before) && (alone || CUE.test(before));
    return rial !== null && declared ? [{ unit: match[0].trim(), rial }] : [];
  });
  const first = found[0];
  return first && found.every(({ rial }) => rial === first.rial) ? first : null;
}

/**
 * An amount in a unit as whole rials, exact in decimal: 1.1 million is 1100000, never 1100000.0000000002.
 * A number that is not whole is trusted to 15 digits, as spreadsheets hold it.
 */
export function wholeRial(value: number, unitRial: number): number | 'fraction' | 'too_large' {
  if (!Number.isFinite(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER) return 'too_large';
  return scaleDecimal(Number.isInteger(value) ? String(value) : plainDecimal(value), unitRial);
}

function plainDecimal(value: number): string {
  const [digits = '0', exponent] = value.toPrecision(15).split('e');
  if (exponent === undefined) return digits;
  return value.toFixed(Math.min(100, 15 - Number(exponent)));
}

/** A plain decimal text (`-12.5`) times a whole factor, exact; more than 2^53 − 1 cannot be held in a number. */
export function scaleDecimal(decimal: string, factor: number): number | 'fraction' | 'too_large' {
  const [whole = '0', fraction = ''] = decimal.split('.');
  const digits = BigInt(whole + fraction) * BigInt(factor);
  const divisor = 10n ** BigInt(fraction.length);
  if (digits % divisor !== 0n) return 'fraction';
  const rial = digits / divisor;
  return rial > Number.MAX_SAFE_INTEGER || rial < Number.MIN_SAFE_INTEGER ? 'too_large' : Number(rial);
}
