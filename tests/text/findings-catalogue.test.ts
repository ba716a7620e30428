import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { catalogueMarkdown } from '../../src/cli/print/catalogue.js';
import { exampleOf } from '../../src/domain/catalogue/examples.js';
import { FINDINGS } from '../../src/domain/catalogue/findings.js';
import type { FindingCode } from '../../src/domain/finding.js';

const ROOT = join(import.meta.dirname, '..', '..');
const CODES = Object.keys(FINDINGS).sort() as FindingCode[];
const pinned = () =>
  readFileSync(join(ROOT, 'tests', 'text', 'finding-codes.txt'), 'utf8')
    .trim()
    .split('\n');

test('docs/findings.md is what payesh findings --markdown prints', () => {
  expect(readFileSync(join(ROOT, 'docs', 'findings.md'), 'utf8')).toBe(catalogueMarkdown());
});

test('no code vanishes, is renamed, or comes in unnoticed', () => {
  expect(CODES).toEqual(pinned());
});

test.each(['fa', 'en'] as const)('every finding has a whole example and a remedy in %s', (language) => {
  for (const code of CODES) {
    const { message, remedy } = exampleOf(code, language);
    expect(`${code} ${message} ${remedy}`).not.toMatch(/[{}]/);
    expect([code, message.length > 10, remedy.length > 5]).toEqual([code, true, true]);
  }
});
