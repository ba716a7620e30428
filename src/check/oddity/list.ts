import { afterEnd } from './after-end.js';
import { beforeStart } from './before-start.js';
import { cancelled } from './cancelled.js';
import type { RowQuestions, SheetQuestions } from './check.js';
import { columnSlip } from './column-slip.js';
import { copied } from './copied.js';
import { departmentsDiffer } from './departments-differ.js';
import { doneSpending } from './done-spending.js';
import { falling } from './falling.js';
import { idleSpending } from './idle-spending.js';
import { jump } from './jump.js';
import { lifeOutside } from './life-outside.js';
import { allocatedOverApproved, committedOverApproved, spentOverAllocated, spentOverCommitted } from './money-order.js';
import { ninety } from './ninety.js';
import { noBudget } from './no-budget.js';
import { overBudget } from './over-budget.js';
import { indicatorHistory, spendingHistory } from './own-history.js';
import { peers } from './peers.js';
import { roundNumbers } from './round-numbers.js';
import { slip } from './slip.js';
import { unchanged } from './unchanged.js';

/** Of whole sheets, before their rows: what explains many rows is asked once. */
export const SHEET_LIST: readonly SheetQuestions[] = [copied, columnSlip, roundNumbers];

/** Of one row, the plainest explanation first: of two questions about one figure only the first is asked. */
export const ROW_LIST: readonly RowQuestions[] = [
  departmentsDiffer,
  slip,
  lifeOutside,
  falling,
  cancelled,
  beforeStart,
  noBudget,
  overBudget,
  allocatedOverApproved,
  committedOverApproved,
  spentOverAllocated,
  spentOverCommitted,
  doneSpending,
  idleSpending,
  jump,
  ninety,
  unchanged,
  afterEnd,
  indicatorHistory,
  spendingHistory,
];

/** Of rows beside each other, last: a figure that is odd by itself is asked about as such. */
export const PEER_LIST: readonly SheetQuestions[] = [peers];
