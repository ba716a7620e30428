import { FILE_FINDINGS } from './file-findings.js';
import { INTAKE_FINDINGS } from './intake-findings.js';
import { PLAN_FINDINGS } from './plan-findings.js';
import { RETURN_FINDINGS } from './return-findings.js';
import { SUBMISSION_FINDINGS } from './submission-findings.js';
import { VERSION_FINDINGS } from './version-findings.js';

/** Every finding that the program can state: code → severity, text and remedy in Persian and English. Codes are stable. */
export const FINDINGS = {
  ...INTAKE_FINDINGS,
  ...FILE_FINDINGS,
  ...PLAN_FINDINGS,
  ...SUBMISSION_FINDINGS,
  ...RETURN_FINDINGS,
  ...VERSION_FINDINGS,
};
