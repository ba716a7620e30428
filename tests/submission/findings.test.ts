import { describe, expect, test } from 'vitest';
import { SUBMISSION_FINDINGS } from '../../src/domain/catalogue/submission-findings.js';
import { SUBMISSION_CASES } from './finding-cases.js';
import { check, told } from './town.js';

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
