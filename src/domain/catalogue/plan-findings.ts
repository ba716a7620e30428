import type { FindingText } from '../finding.js';

export const PLAN_FINDINGS = {} satisfies Record<string, FindingText>;
