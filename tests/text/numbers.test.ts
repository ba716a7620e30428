import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scaleDecimal, wholeRial } from '../../src/domain/text/money-unit.js';
import { type NumberKind, parseNumber } from '../../src/domain/text/number.js';

const DIGITS = ['0123456789', '۰۱۲۳۴۵۶۷۸۹', '٠١٢٣٤٥٦٧٨٩'];
const digitSet = fc.constantFrom(...DIGITS);
const inSet = (text: string, digits: string) => text.replace(/\d/g, (digit) => digits[Number(digit)] ?? '');
const grouped = (value: number, separator: string) => String(value).replace(/\B(?=(\d{3})+$)/g, separator);

test('a whole number reads back in any digits, with any thousands separator', () => {
  const separator = fc.constantFrom('', ',', '٬', '،', ' ', '\u00a0', '\u202f');
  fc.assert(
    fc.property(fc.nat(), digitSet, separator, fc.boolean(), (value, digits, comma, negative) => {
      const text = (negative ? '-' : '') + inSet(grouped(value, comma), digits);
      expect(parseNumber(text, 'money')).toMatchObject({ status: 'ok', value: negative && value > 0 ? -value : value });
    }),
  );
});

test('millions read back with slash and dot as thousands, and are flagged', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1_000_000 }), digitSet, fc.constantFrom('/', '.'), (value, digits, separator) => {
      const flag = separator === '/' ? 'slash_thousands' : 'dot_thousands';
      expect(parseNumber(inSet(grouped(value, separator), digits), 'money')).toMatchObject({ value, flags: [flag] });
    }),
  );
});

test('a percent with one or two decimals reads back with every decimal sign', () => {
  const hundredths = fc.integer({ min: 101, max: 10_000 }).filter((value) => value % 100 !== 0);
  fc.assert(
    fc.property(hundredths, digitSet, fc.constantFrom('.', '٫', '/', ',', '،'), (value, digits, separator) => {
      const text = inSet((value / 100).toFixed(2).replace('.', separator), digits);
      expect(parseNumber(`${text} ٪`, 'percent')).toMatchObject({ status: 'ok', value: value / 100 });
    }),
  );
});

test('money in a unit is scaled exactly, as decimals and not as floats', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999_999 }), (thousandths) => {
      const text = (thousandths / 1000).toFixed(3);
      expect(scaleDecimal(text, 1e6)).toBe(thousandths * 1000);
      expect(wholeRial(thousandths / 1000, 1e6)).toBe(thousandths * 1000);
    }),
  );
});

const cases: [raw: string, kind: NumberKind, status: string, value: number | null, flag?: string][] = [
  ['9007199254740991', 'money', 'ok', 9007199254740991],
  ['9007199254740993', 'money', 'error', null, 'too_large'],
  ['1234 همت', 'money', 'error', null, 'too_large'],
  ['1.2345678 میلیون ریال', 'money', 'error', null, 'not_whole_rial'],
  ['1,250,000.50', 'money', 'ok', 1250000.5],
  ['1.250.000,50', 'money', 'ok', 1250000.5, 'comma_decimal'],
  ['1,250.000', 'money', 'ambiguous', null, 'dot_1or1000'],
  ['0.125', 'money', 'ok', 0.125],
  ['۰/۱۲۵', 'number', 'ok', 0.125, 'slash_decimal'],
  ['1.250', 'number', 'ok', 1.25],
  ['1/250', 'number', 'ambiguous', null, 'slash_1or1000'],
  ['12,375', 'percent', 'ambiguous', null, 'comma_1or1000'],
  ['1399/06', 'money', 'ambiguous', null, 'date_or_decimal'],
  ['۱۳۹۹-۰۶-۳۱', 'number', 'error', null, 'date_in_number'],
  ['6/1399', 'number', 'error', null, 'date_in_number'],
  ['12,50,000', 'money', 'error', null, 'bad_number'],
  ['12 5', 'money', 'error', null, 'bad_number'],
  ['--5', 'money', 'error', null, 'bad_number'],
  ['٫۵', 'number', 'error', null, 'bad_number'],
  ['1?50', 'money', 'error', null, 'bad_number'],
  ['۵۹٪', 'money', 'error', null, 'percent_in_money'],
  ['250 کیلومتر', 'money', 'error', null, 'bad_number'],
  ['٠', 'percent', 'ok', 0],
  ['-0', 'number', 'ok', 0],
  ['فاقد', 'number', 'empty', null],
  ['#N/A', 'number', 'empty', null],
  ['0.5%', 'percent', 'ok', 0.5, 'pct_sign'],
];

test.each(cases)('%s as %s', (raw, kind, status, value, flag) => {
  const read = parseNumber(raw, kind);
  expect(read).toMatchObject({ status, value });
  expect(read.flags).toEqual(flag === undefined ? [] : expect.arrayContaining([flag]));
});

test('a unit in the cell makes rials, and says so', () => {
  expect(parseNumber('۲۵۰ میلیون ریال', 'money')).toMatchObject({ value: 250_000_000, unit: 'میلیون ریال' });
  expect(parseNumber('(1.5 میلیارد تومان)', 'money').status).toBe('error');
  expect(wholeRial(1.1, 1e6)).toBe(1_100_000);
  expect(wholeRial(0.1 + 0.2, 10)).toBe(3);
  expect(wholeRial(1e-7, 1e6)).toBe('fraction');
  expect(wholeRial(9.1e9, 1e6)).toBe('too_large');
});
