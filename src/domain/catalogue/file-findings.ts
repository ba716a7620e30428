import type { FindingText } from '../finding.js';

export const FILE_FINDINGS = {} satisfies Record<string, FindingText>;
