import { describe, expect, it } from 'vitest';
import { JALALI } from '../../src/domain/calendar.js';
import { FINDINGS } from '../../src/domain/catalogue/findings.js';
import { amountIn, instantText, numberText, percentText, periodText } from '../../src/domain/catalogue/numbers.js';
import { fillSlots } from '../../src/domain/catalogue/render.js';
import type { FindingText } from '../../src/domain/finding.js';

const slots = (text: string) => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ''))].sort();

describe('findings in words', () => {
  it('fills slots once, numbers in the digits of the language', () => {
    const params = { value: '{row}', row: 12, amount: 1_250_000 };
    expect(fillSlots('ردیف {row}: {value} از {amount}', params, 'fa', 'X')).toBe('ردیف ۱۲: {row} از ۱٬۲۵۰٬۰۰۰');
    expect(fillSlots('row {row} of {amount}', params, 'en', 'X')).toBe('row 12 of 1,250,000');
  });

  /** A slot that is written in one language only (`whenFa`, `whenEn`) is the same fact. */
  const facts = (text: string) =>
    String(
      slots(text)
        .map((slot) => slot.replace(/(Fa|En)(?=\}?$)/, ''))
        .sort(),
    );

  it('asks for the same facts in both languages, for every finding of the catalogue', () => {
    const texts: [string, FindingText][] = Object.entries(FINDINGS);
    const uneven = texts.filter(([, { fa, en, remedyFa, remedyEn }]) => facts(fa + remedyFa) !== facts(en + remedyEn));
    expect(uneven.map(([code]) => code)).toEqual([]);
  });
});

describe('numbers in words', () => {
  it.each([
    [numberText('fa', 1_234_567.5, 1), '۱٬۲۳۴٬۵۶۷٫۵'],
    [numberText('fa', -5.25, 1), '\u200e−۵٫۳'],
    [numberText('en', -0.04, 1), '0.0'],
    [percentText('fa', 0.594), '۵۹٫۴٪'],
    [percentText('en', null), '—'],
    [periodText('fa', JALALI, '1398-13'), 'تفریغ سال ۱۳۹۸'],
    [periodText('en', { kind: 'gregorian', yearStartMonth: 7 }, '2021-02'), 'February 2021'],
    [instantText('en', JALALI, 'Asia/Tehran', '2021-03-20T20:29:59.000Z'), '1399/12/30 23:59'],
    [instantText('en', JALALI, 'Asia/Tehran', '2021-03-20T20:30:00.000Z'), '1400/01/01 00:00'],
    [String(amountIn('million_rial', 1_500_000n)), '1.5'],
  ])('%s', (text, wanted) => {
    expect(text).toBe(wanted);
  });
});
