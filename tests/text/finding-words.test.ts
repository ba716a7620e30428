import { expect, test } from 'vitest';
import { renderFinding } from '../../src/domain/catalogue/render.js';

const unknown = (suggestion: string) =>
  renderFinding({ code: 'SUB_UNKNOWN_PROJECT', place: {}, params: { raw: 'X[9]', suggestion } }, 'en').message;

test('a nearest code is named where there is one, and nothing is said where there is none', () => {
  expect(unknown('A1')).toBe('The plan has no project with the code “X[9]”. Nearest code of this department: A1.');
  expect(unknown('—')).toBe('The plan has no project with the code “X[9]”.');
});
