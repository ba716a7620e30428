import { readTemplates, type SubmissionReading } from '../../src/check/submission/check.js';
import type { FindingCode } from '../../src/domain/finding.js';
import { TEMPLATE_FAULTS } from '../messy/template-faults.js';
import { SUBMISSION_CASES } from '../submission/finding-cases.js';
import { check } from '../submission/town.js';
import { type FindingCase, firstOfEach } from './case.js';

export interface Submitted extends FindingCase {
  read(): SubmissionReading;
}

/** Findings of a monthly sheet, with the whole reading beside them. */
export const SHEET_CASES: Submitted[] = SUBMISSION_CASES.map(([code, , input, context]) => {
  const read = () => check(input, context);
  return { code: code as FindingCode, read, produce: () => read().findings };
});

const templateFile = (text: string) => readTemplates([{ file: 'data/templates/a.json', text }]).findings;

/** Faults of the workspace's own dictionary. */
export const TEMPLATE_CASES: FindingCase[] = firstOfEach([
  ...TEMPLATE_FAULTS.map(([code, , value]) => ({
    code: code as FindingCode,
    produce: () => templateFile(JSON.stringify(value)),
  })),
  { code: 'TEMPLATE_NOT_JSON', produce: () => templateFile('{') },
]);
