import type { Database } from 'better-sqlite3';
import type {
  Contribution,
  CycleRow,
  Feedback,
  FeedbackOfMonth,
  FeedbackRules,
  Pace,
  Proposal,
  Shift,
} from '../domain/feedback.js';
import { recordTable } from './record-table.js';

/** What stands once for a run: thresholds, periods looked at (blanks between), and the totals of the proposal. */
type Head = FeedbackRules & Omit<Proposal, 'rows'> & { undecided: number; history: string };

const HEADS = recordTable<Head>(
  'feedback',
  ['run'],
  {
    periods: 'periods',
    weak: 'weak',
    strong: 'strong',
    funded: 'funded',
    behind: 'behind',
    moved: 'moved',
    winner: 'winner',
    starved: 'starved',
    shift: 'shift',
    undecided: 'undecided',
    nextYear: 'next_year',
    totalRial: 'total_rial',
    totalAssumed: 'total_assumed',
    equalAssumed: 'equal_assumed',
    coversCommitments: 'covers_commitments',
    committedRial: 'committed_rial',
    history: 'history',
  },
  {
    totalRial: 'bigint',
    committedRial: 'bigint',
    totalAssumed: 'boolean',
    equalAssumed: 'boolean',
    coversCommitments: 'boolean',
  },
);

const ITEMS = recordTable<Feedback>(
  'feedback_item',
  ['run'],
  {
    kind: 'kind',
    subject: 'subject',
    code: 'code',
    level: 'level',
    title: 'title',
    department: 'department',
    node: 'node',
    value: 'value',
    threshold: 'threshold',
    persistence: 'persistence',
    since: 'since',
    openEnded: 'open_ended',
    contribution: 'contribution',
    shortfall: 'shortfall',
    physical: 'physical',
    high: 'high',
    budget: 'budget',
    reference: 'reference',
    achieved: 'achieved',
    planned: 'planned',
    spent: 'spent',
    released: 'released',
    creditRial: 'credit_rial',
  },
  { openEnded: 'boolean' },
);

const CONTRIBUTIONS = recordTable<Contribution>('feedback_contribution', ['run'], {
  subject: 'subject',
  code: 'code',
  level: 'level',
  title: 'title',
  gap: 'gap',
  shortfall: 'shortfall',
});

const PACES = recordTable<Pace>('feedback_pace', ['run'], {
  subject: 'subject',
  code: 'code',
  level: 'level',
  title: 'title',
  from: 'started',
  reached: 'reached',
  target: 'target',
  monthsPassed: 'months_passed',
  monthsLeft: 'months_left',
  needed: 'needed',
  soFar: 'so_far',
  times: 'times',
});

const CYCLE = recordTable<CycleRow>(
  'feedback_cycle',
  ['run'],
  {
    indicator: 'indicator',
    title: 'title',
    unit: 'unit',
    department: 'department',
    opening: 'opening',
    target: 'target',
    value: 'value',
    gap: 'gap',
    nextYear: 'next_year',
    nextTarget: 'next_target',
    gapToFill: 'gap_to_fill',
    projects: 'projects',
    creditRial: 'credit_rial',
  },
  { creditRial: 'bigint' },
);

const SHIFTS = recordTable<Shift>(
  'feedback_shift',
  ['run'],
  {
    code: 'code',
    title: 'title',
    currentRial: 'current_rial',
    baseRial: 'base_rial',
    committedRial: 'committed_rial',
    commitmentsUnknown: 'commitments_unknown',
    takenRial: 'taken_rial',
    receivedRial: 'received_rial',
    boundRial: 'bound_rial',
    proposedRial: 'proposed_rial',
    reason: 'reason',
    stalled: 'stalled',
    starved: 'starved',
    strong: 'strong',
    physical: 'physical',
    budget: 'budget',
  },
  {
    currentRial: 'bigint',
    baseRial: 'bigint',
    committedRial: 'bigint',
    takenRial: 'bigint',
    receivedRial: 'bigint',
    boundRial: 'bigint',
    proposedRial: 'bigint',
  },
);

/** Stores the feedback of a run; inside the transaction of the run. */
export function insertFeedback(db: Database, run: number, feedback: FeedbackOfMonth): void {
  const { rows, ...proposal } = feedback.proposal;
  const { rules, undecided, history } = feedback;
  HEADS.insert(db, [run], [{ ...rules, ...proposal, undecided, history: history.join(' ') }]);
  ITEMS.insert(db, [run], feedback.items);
  CONTRIBUTIONS.insert(db, [run], feedback.contributions);
  PACES.insert(db, [run], feedback.paces);
  CYCLE.insert(db, [run], feedback.cycle);
  SHIFTS.insert(db, [run], rows);
}

/** The feedback of a run as it was stored; null = the run holds none. */
export function selectFeedback(db: Database, run: number): FeedbackOfMonth | null {
  const [head] = HEADS.select(db, [run]);
  if (!head) return null;
  const {
    undecided,
    history,
    nextYear,
    totalRial,
    totalAssumed,
    equalAssumed,
    coversCommitments,
    committedRial,
    ...rules
  } = head;
  return {
    rules,
    history: history.split(' '),
    items: ITEMS.select(db, [run]),
    undecided,
    contributions: CONTRIBUTIONS.select(db, [run]),
    paces: PACES.select(db, [run]),
    cycle: CYCLE.select(db, [run]),
    proposal: {
      nextYear,
      totalRial,
      totalAssumed,
      equalAssumed,
      coversCommitments,
      committedRial,
      rows: SHIFTS.select(db, [run]),
    },
  };
}
