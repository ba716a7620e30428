import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FINDINGS } from '../../src/domain/catalogue/findings.js';
import { renderFinding } from '../../src/domain/catalogue/render.js';
import type { Finding, FindingCode } from '../../src/domain/finding.js';
import { outcomeOf } from '../../src/domain/outcome.js';
import { FILE_CASES } from './files.js';
import { intakeCases } from './intake.js';
import { PLAN_PRODUCED } from './plans.js';
import { RETURN_CASES } from './returns.js';
import { SHEET_CASES, TEMPLATE_CASES } from './submissions.js';

const intake = intakeCases();
beforeAll(intake.open);
afterAll(intake.close);

const FAMILIES = {
  'files as bytes': FILE_CASES,
  'plan packages': PLAN_PRODUCED,
  'monthly sheets': SHEET_CASES,
  'the dictionary of the workspace': TEMPLATE_CASES,
  'the way in': intake.cases,
  'the way back': RETURN_CASES,
};
const produced = new Set<FindingCode>();

/** What its reader sees must be whole: no open slot, no sentence about a thing that is not there. */
function wholeInBothLanguages(finding: Finding): void {
  const { fa, en, remedyFa, remedyEn } = FINDINGS[finding.code];
  const slots = [fa, en, remedyFa, remedyEn].flatMap((text) =>
    [...text.matchAll(/\{(\w+)\}/g)].map(([, slot]) => slot),
  );
  expect(Object.keys(finding.params)).toEqual(expect.arrayContaining(slots));
  for (const language of ['fa', 'en'] as const) {
    const { message, remedy } = renderFinding(finding, language);
    const text = `${finding.code}: ${message} ${remedy}`;
    expect(text).not.toMatch(/undefined|NaN|\[object|\{\w+\}|[:：] ?—|[«“]—[»”]|\(—\)/u);
  }
}

describe.each(Object.entries(FAMILIES))('%s', (_, cases) => {
  test.each(cases.map((one) => [one.code, one] as const))('%s is produced', async (code, one) => {
    const findings = await one.produce();
    const own = findings.filter((finding) => finding.code === code);
    expect(findings.map((finding) => finding.code)).toContain(code);
    for (const finding of own) wholeInBothLanguages(finding);
    produced.add(code);
  });
});

test('every code of the catalogue was produced by one of these inputs, and each of them once', () => {
  const cases = Object.values(FAMILIES).flatMap((family) => family.map(({ code }) => code));
  expect([...produced].sort()).toEqual(Object.keys(FINDINGS).sort());
  expect(cases).toHaveLength(produced.size);
});

test('an error refuses a row, a column or the file; a question, a warning and a note refuse nothing', () => {
  const told = SHEET_CASES.map(({ code, read }) => {
    const { status, findings, refusedRows, statements } = read();
    const letters = (cell: string | undefined) => /^[A-Z]+/.exec(cell ?? '')?.[0];
    const column = letters(findings.find((finding) => finding.code === code)?.place.cell);
    const columnCounts = column === undefined || statements.some(({ source }) => letters(source.cell) === column);
    // A file that states no figure and answers questions has nothing that could be refused.
    const refuses = outcomeOf({ status, findings }) === 'refused' || refusedRows > 0;
    if (FINDINGS[code].severity === 'error') return refuses || !columnCounts || `${code} refuses nothing`;
    const beside = findings.some((finding) => FINDINGS[finding.code].severity === 'error');
    return beside || !refuses || `${code} refuses`;
  });
  expect(told.filter((one) => one !== true)).toEqual([]);
});
