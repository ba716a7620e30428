import { describe, expect, test } from 'vitest';
import { fillSlots, renderFinding } from '../../src/domain/catalogue/render.js';
import { SUBMISSION_FINDINGS } from '../../src/domain/catalogue/submission-findings.js';
import { SUBMISSION_CASES } from './finding-cases.js';
import { check, told } from './town.js';

test('tiny spending without a budget is told in rials, not as 0 million', () => {
  const asked = (spent: number) =>
    check(`project | spent_rial\n1399-R03-0004 | ${spent}`).findings.flatMap((finding) =>
      finding.code === 'SUB_SPENT_WITHOUT_BUDGET'
        ? [renderFinding(finding, 'en').message, renderFinding(finding, 'fa').message]
        : [],
    );
  expect(asked(4000)).toEqual([
    expect.stringContaining('Spending of 4000 rial is'),
    expect.stringContaining('هزینه‌ای به مبلغ ۴۰۰۰ ریال گزارش'),
  ]);
  expect(asked(20_000_000)[0]).toContain('Spending of 20 million rial is');
});

test('every amount in millions that would print as 0 or as a hundredth is told in rials, whichever question names it', () => {
  for (const [code, { en, fa }] of Object.entries(SUBMISSION_FINDINGS))
    for (const [text, slot] of [
      [en, /\{(\w+)\} million rial/g],
      [fa, /\{(\w+)\} میلیون ریال/g],
    ] as const)
      for (const [, name = ''] of text.matchAll(slot)) {
        const params = Object.fromEntries([...text.matchAll(/\{(\w+)\}/g)].map(([, each = '']) => [each, 7]));
        const said = fillSlots(text, { ...params, [name]: 0.000001 }, text === en ? 'en' : 'fa', code);
        expect(said).toContain(text === en ? '1 rial' : '۱ ریال');
      }
  expect(fillSlots('{a} million rial', { a: 0 }, 'en', 'SUB_JUMP')).toBe('0 million rial');
  expect(fillSlots('{a} million rial', { a: 0.01 }, 'en', 'SUB_JUMP')).toBe('0.01 million rial');
});

test('no question names an amount of millions apart from its unit', () => {
  for (const { en, fa } of Object.values(SUBMISSION_FINDINGS))
    expect([en.match(/million rial/g)?.length, fa.match(/میلیون ریال(?!ی)/g)?.length]).toEqual([
      en.match(/\{\w+\} million rial/g)?.length,
      fa.match(/\{\w+\} میلیون ریال(?!ی)/g)?.length,
    ]);
});

describe('every finding of a submission, at its place', () => {
  test.each(SUBMISSION_CASES)('%s at %s', (code, at, input, context) => {
    const reading = check(input, context);
    expect(told(reading)).toContain([code, at].filter(Boolean).join(' '));
  });

  test('no code of the catalogue is without a case', () => {
    const codes = Object.keys(SUBMISSION_FINDINGS).filter((code) => !code.startsWith('TEMPLATE_'));
    expect(SUBMISSION_CASES.map(([code]) => code).sort()).toEqual(codes.sort());
  });
});
