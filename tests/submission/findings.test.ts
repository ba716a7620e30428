import { describe, expect, test } from 'vitest';
import { renderFinding } from '../../src/domain/catalogue/render.js';
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
