import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { FINDINGS } from '../../src/domain/catalogue/findings.js';
import { renderFinding } from '../../src/domain/catalogue/render.js';
import type { FindingCode } from '../../src/domain/finding.js';
import { isQuestion } from '../../src/domain/question.js';
import { QUESTION_CASES } from '../submission/question-cases.js';
import { check, TOWN } from '../submission/town.js';

const codesIn = (reading: ReturnType<typeof check>) => reading.findings.map(({ code }) => code as string);

describe('questions about figures that count', () => {
  test.each(QUESTION_CASES)('$code is asked beyond its threshold, refuses nothing, and is quiet within it', (one) => {
    const reading = check(one.asked, one.context);
    expect(codesIn(reading)).toContain(one.code);
    expect(reading.status).toBe('accepted');
    expect(reading.refusedRows).toBe(0);
    expect(codesIn(check(one.quiet, one.context))).not.toContain(one.code);
  });

  test.each(QUESTION_CASES)('$code is worded as a question with its numbers, in both languages', (one) => {
    const asked = check(one.asked, one.context).findings.find(({ code }) => code === one.code);
    if (!asked) throw new Error(`${one.code} was not asked`);
    expect(isQuestion(asked)).toBe(true);
    const [fa, en] = [renderFinding(asked, 'fa').message, renderFinding(asked, 'en').message];
    expect(fa).toContain('؟');
    expect(en).toContain('?');
    expect(fa).toMatch(/[۰-۹]/);
    expect(en).toMatch(/\d/);
  });

  test('every question stands in docs/checks.md', () => {
    const page = readFileSync('docs/checks.md', 'utf8');
    const questions = (Object.keys(FINDINGS) as FindingCode[]).filter((code) => isQuestion({ code }));
    expect(questions.length).toBeGreaterThan(20);
    expect(questions.filter((code) => !page.includes(`\`${code}\``))).toEqual([]);
  });

  test('a figure is asked about once, by the plainest explanation', () => {
    const context = { history: () => [{ field: 'spent_rial' as const, period: '1399-05', value: 4_000_000_000 }] };
    const reading = check('project | spent_rial\n1399-R03-0001 | 410000000', context);
    expect(reading.findings.filter(isQuestion).map(({ code }) => code)).toEqual(['SUB_UNIT_SLIP_DOWN']);
  });

  test('a slip is told by the ratio that was measured, not by the power of ten that it is near', () => {
    const context = { history: () => [{ field: 'spent_rial' as const, period: '1399-05', value: 1_000_000_000 }] };
    const told = (rial: number) =>
      check(`project | spent_rial\n1399-R03-0001 | ${rial}`, context).findings.find(isQuestion)?.params.factor;
    expect([told(5_000_000_000), told(9_440_000_000), told(83_000_000)]).toEqual([5, 9.4, 12]);
  });

  test('what explains a whole column is asked once, not in every row', () => {
    const slip = QUESTION_CASES.find(({ code }) => code === 'SUB_COLUMN_SLIP_DOWN');
    const reading = check(slip?.asked ?? '', slip?.context);
    expect(reading.findings.filter(isQuestion).map(({ code }) => code)).toEqual(['SUB_COLUMN_SLIP_DOWN']);
  });

  test('a schedule that plans a leap makes it no question', () => {
    const jump = QUESTION_CASES.find(({ code }) => code === 'SUB_JUMP');
    const row = { project: '1399-R03-0001', plannedQuantity: null, plannedSpendRial: null };
    const schedule = [
      { ...row, period: '1399-05', plannedPhysicalPercent: 10 },
      { ...row, period: '1399-06', plannedPhysicalPercent: 60 },
    ];
    const reading = check(jump?.asked ?? '', { ...jump?.context, planAt: () => ({ ...TOWN, schedule }) });
    expect(codesIn(reading)).not.toContain('SUB_JUMP');
  });
});
