import { expect, test } from 'vitest';
import { hearGaps, renderFinding } from '../../src/domain/catalogue/render.js';
import type { FindingCode } from '../../src/domain/finding.js';
import { refuseGaps } from '../strict.js';

const unknown = (suggestion: string) =>
  renderFinding({ code: 'SUB_UNKNOWN_PROJECT', place: {}, params: { raw: 'X[9]', suggestion } }, 'en').message;

test('a nearest code is named where there is one, and nothing is said where there is none', () => {
  expect(unknown('A1')).toBe('The plan has no project with the code “X[9]”. Nearest code of this department: A1.');
  expect(unknown('—')).toBe('The plan has no project with the code “X[9]”.');
});

test('a finding made today with a gap is our own fault', () => {
  const made = { code: 'SUB_UNKNOWN_PROJECT', place: {}, params: { suggestion: 'A1' } } as const;
  expect(() => renderFinding(made, 'en')).toThrow('SUB_UNKNOWN_PROJECT lacks its parameter raw');
});

test('a finding that another version stored is printed with its gaps named, and never stops the program', () => {
  hearGaps(() => {});
  try {
    const stored = { code: 'SUB_UNKNOWN_PROJECT', place: {}, params: {} } as const;
    expect(renderFinding(stored, 'en').message).toBe('The plan has no project with the code “unknown”.');
    expect(renderFinding(stored, 'fa').message).toContain('«نامعلوم»');
    const strange = { code: 'SUB_OF_TOMORROW' as FindingCode, place: {}, params: { raw: 1 } };
    expect(renderFinding(strange, 'en')).toMatchObject({
      severity: 'warning',
      message: 'A finding for which this version of the program has no words: SUB_OF_TOMORROW.',
    });
    expect(renderFinding(strange, 'fa').message).toContain('SUB_OF_TOMORROW');
  } finally {
    refuseGaps();
  }
});
