import type { FindingText } from '../finding.js';
import { PLAN_CELL_FINDINGS } from './plan/cell-findings.js';
import { PLAN_CODE_FINDINGS } from './plan/code-findings.js';
import { PLAN_CROSSWALK_FINDINGS } from './plan/crosswalk-findings.js';
import { PLAN_PROJECT_FINDINGS } from './plan/project-findings.js';
import { PLAN_SCHEDULE_FINDINGS } from './plan/schedule-findings.js';
import { PLAN_TABLE_FINDINGS } from './plan/table-findings.js';
import { PLAN_TREE_FINDINGS } from './plan/tree-findings.js';

/** Everything that can be wrong or doubtful in a plan package. */
export const PLAN_FINDINGS = {
  ...PLAN_TABLE_FINDINGS,
  ...PLAN_CELL_FINDINGS,
  ...PLAN_CODE_FINDINGS,
  ...PLAN_TREE_FINDINGS,
  ...PLAN_PROJECT_FINDINGS,
  ...PLAN_SCHEDULE_FINDINGS,
  ...PLAN_CROSSWALK_FINDINGS,
} satisfies Record<string, FindingText>;
