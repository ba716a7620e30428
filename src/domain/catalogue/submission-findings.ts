import type { FindingText } from '../finding.js';

export const SUBMISSION_FINDINGS = {} satisfies Record<string, FindingText>;
