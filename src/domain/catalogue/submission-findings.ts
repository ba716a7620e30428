import type { FindingText } from '../finding.js';
import { SUBMISSION_FILE_FINDINGS } from './submission-file-findings.js';
import { SUBMISSION_LAYOUT_FINDINGS } from './submission-layout-findings.js';
import { SUBMISSION_QUESTION_FINDINGS } from './submission-question-findings.js';
import { SUBMISSION_ROW_FINDINGS } from './submission-row-findings.js';
import { SUBMISSION_TEMPLATE_FINDINGS } from './submission-template-findings.js';
import { SUBMISSION_VALUE_FINDINGS } from './submission-value-findings.js';

/** What can be wrong or doubtful in a monthly submission: of the file, of a row, of one value. */
export const SUBMISSION_FINDINGS = {
  ...SUBMISSION_FILE_FINDINGS,
  ...SUBMISSION_LAYOUT_FINDINGS,
  ...SUBMISSION_TEMPLATE_FINDINGS,
  ...SUBMISSION_ROW_FINDINGS,
  ...SUBMISSION_VALUE_FINDINGS,
  ...SUBMISSION_QUESTION_FINDINGS,
} satisfies Record<string, FindingText>;
