import { cleanText, foldDigits } from './letters.js';
import { moneyUnitRial, scaleDecimal } from './money-unit.js';
import { isNoData } from './normalise.js';
import { type NumberKind, readSeparators } from './separators.js';

export type { NumberKind } from './separators.js';

/**
 * A number as people typed it.
 * - `value`: percent as 0..100; money in whole rials where the cell named its unit (`unit` not null), else as written,
 *   to be scaled with `wholeRial`; null unless it was read (a negative percent is an error that keeps its value).
 * - `flags`: how it was read (`slash_decimal`, `pct_sign`, …) or why not (`bad_number`, `date_in_number`, …).
 */
export interface ReadNumber {
  status: 'ok' | 'empty' | 'error' | 'ambiguous';
  value: number | null;
  flags: string[];
  unit: string | null;
}

/** No number that people type is longer; what is longer is not searched for one. */
const LONGEST_NUMBER = 80;
const PERCENT_SIGN = /^(?:%|درصد)\s*|\s*(?:%|درصد|percent)$/g;
const MINUS = /[\u2010-\u2015\u2212\ufe63\uff0d]/g;

const unread = (status: ReadNumber['status'], ...flags: string[]): ReadNumber => ({
  status,
  value: null,
  flags,
  unit: null,
});

/**
 * Reads a number in any of the three digit sets, with the separators, signs and units that people write.
 * Blank words are `empty` and never 0; «صفر» is 0; what has two readings is `ambiguous`, never guessed.
 * `parseNumber('۵۹٪', 'percent')` is 59; `parseNumber('1/250', 'money')` is ambiguous.
 */
export function parseNumber(text: string, kind: NumberKind): ReadNumber {
  // Most cells are plain digits already; the long way gives them the same reading.
  if (/^\d{1,15}$/.test(text)) return readPlain(Number(text), kind);
  if (isNoData(text)) return unread('empty');
  if (text.length > LONGEST_NUMBER) return unread('error', 'bad_number');
  const clean = foldDigits(cleanText(text)).replaceAll('\u200c', ' ').replaceAll('٪', '%').replace(MINUS, '-');
  if (/^صفر$/.test(clean)) return { status: 'ok', value: 0, flags: ['word_zero'], unit: null };

  const flags: string[] = [];
  const unsigned = clean.replace(PERCENT_SIGN, '');
  if (unsigned !== clean) flags.push('pct_sign');
  if (flags.length > 0 && kind === 'money') return unread('error', 'percent_in_money');

  const amount = kind === 'money' ? splitUnit(unsigned) : { digits: unsigned, unit: null, rial: 1 };
  if (amount.unit !== null) flags.push(`unit:${amount.unit}`);

  const signed = splitSign(amount.digits);
  if (signed.trailing) flags.push('trailing_minus');
  const read = readSeparators(signed.digits, kind);
  flags.push(...read.flags);
  if (read.status !== 'ok') return { status: read.status, value: null, flags, unit: amount.unit };

  const decimal = (signed.negative ? '-' : '') + read.decimal;
  const value = exactValue(decimal, amount.unit === null ? null : amount.rial);
  if (typeof value === 'string') return { status: 'error', value: null, flags: [...flags, value], unit: amount.unit };
  return kind === 'percent' ? judgePercent(value, flags) : { status: 'ok', value, flags, unit: amount.unit };
}

function readPlain(value: number, kind: NumberKind): ReadNumber {
  return kind === 'percent' ? judgePercent(value, []) : { status: 'ok', value, flags: [], unit: null };
}

/** Splits «۲۵۰ میلیون ریال» into its digits and its unit; a text without a known unit stays whole. */
function splitUnit(text: string): { digits: string; unit: string | null; rial: number } {
  const match = /^([^\p{L}]*\p{Nd}[^\p{L}]*?)\s*(\p{L}.*)$/u.exec(text);
  const rial = match?.[2] === undefined ? null : moneyUnitRial(match[2]);
  if (!match?.[1] || match[2] === undefined || rial === null) return { digits: text, unit: null, rial: 1 };
  return { digits: match[1].trim(), unit: match[2].trim(), rial };
}

/** A minus before, after («1250-») or brackets around the digits. */
function splitSign(text: string): { digits: string; negative: boolean; trailing: boolean } {
  const bracketed = /^\(\s*([^()-]+)\s*\)$/.exec(text);
  if (bracketed?.[1] !== undefined) return { digits: bracketed[1].trim(), negative: true, trailing: false };
  const match = /^([-+]?)\s*([^-+]*?)\s*(-?)$/.exec(text);
  if (!match || (match[1] !== '' && match[3] !== '')) return { digits: text, negative: false, trailing: false };
  return { digits: match[2] ?? '', negative: match[1] === '-' || match[3] === '-', trailing: match[3] === '-' };
}

/** The decimal text as a number, scaled by the unit; a whole number beyond 2^53 − 1 is refused, never rounded. */
function exactValue(decimal: string, unitRial: number | null): number | 'too_large' | 'not_whole_rial' {
  if (unitRial !== null) {
    const rial = scaleDecimal(decimal, unitRial);
    return rial === 'fraction' ? 'not_whole_rial' : rial;
  }
  const value = Number(decimal);
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER) return 'too_large';
  return value === 0 ? 0 : value;
}

function judgePercent(value: number, flags: string[]): ReadNumber {
  if (value < 0) return { status: 'error', value, flags: [...flags, 'pct_negative'], unit: null };
  if (value > 100) flags.push('pct_over_100');
  else if (value > 0 && value <= 1 && !flags.includes('pct_sign')) flags.push('pct_scale_suspect');
  return { status: 'ok', value, flags, unit: null };
}
