import type { Period } from './calendar.js';

export const FEEDBACK_KINDS = ['weakness', 'funded_staller', 'starved_winner', 'strength'] as const;
export type FeedbackKind = (typeof FEEDBACK_KINDS)[number];

/** Thresholds of the rules, as ratios (0.2 = 20 points of percent, or 20%). They are configuration and are printed. */
export interface FeedbackRules {
  /** Periods in a row, up to the present one, in which a rule must hold. */
  periods: number;
  /** Weakness: work lies so many points below what was due. */
  weak: number;
  /** Strength: work lies so many points above that of the whole plan, and is no weakness itself. */
  strong: number;
  /** Funded staller: at least so much of the money due was released or spent, … */
  funded: number;
  /** … work lies so many points of the year's work behind, … */
  behind: number;
  /** … and moved by no more than so much of what was planned for the period. */
  moved: number;
  /** Starved winner: at least so much of the work due is done, with at most so much of the money due. */
  winner: number;
  starved: number;
  /** Largest part of a node's credit that a proposal takes or gives. */
  shift: number;
}

/** A judgement that held for several periods in a row, with every number that its sentence says. Ratios; null = unknown. */
export interface Feedback {
  kind: FeedbackKind;
  subject: 'node' | 'department' | 'project';
  code: string;
  level: string;
  title: string;
  /** The department that answers for a project; null for nodes. */
  department: string | null;
  /** The scheme above a project; null for others. */
  node: string | null;
  /**
   * What was measured: weakness 1 − physical, strength physical − that of the whole, staller PP − P, winner 1 − money ÷ money due. The least
   * that is certain where reports are missing. It holds where value ≥ threshold.
   */
  value: number;
  threshold: number;
  persistence: number;
  since: Period;
  /** The row reaches back to the oldest period that was looked at: it may be longer. */
  openEnded: boolean;
  /** Part of the whole's gap, and of its missing work (1 − physical), that lies below. */
  contribution: number | null;
  shortfall: number | null;
  /** On the scope and basis of the answer; of a project of its year. `reference` = physical of the whole, for strengths. */
  physical: number | null;
  high: number | null;
  budget: number | null;
  reference: number | null;
  /** Of a project: P, PP, S/BD, L/BD and its approved budget. */
  achieved: number | null;
  planned: number | null;
  spent: number | null;
  released: number | null;
  creditRial: number | null;
}

/** How fast a node or an indicator has to go to reach its target, against how fast it went; both per month. */
export interface Pace {
  subject: 'node' | 'indicator';
  code: string;
  level: string;
  title: string;
  /** Share of the whole work, or a value in the indicator's unit; `from` = where the scope started. */
  from: number;
  reached: number;
  target: number;
  monthsPassed: number;
  monthsLeft: number;
  /** (target − reached)/left and (reached − from)/passed; null = no month left, none passed. */
  needed: number | null;
  soFar: number | null;
  /** needed ÷ soFar; null = one of them is unknown or nothing moved. */
  times: number | null;
}

/** What lies below a place of the whole's gap and of its missing work. Children (and departments) add up to the whole. */
export interface Contribution {
  subject: 'plan' | 'node' | 'department';
  code: string;
  level: string;
  title: string;
  gap: number | null;
  shortfall: number | null;
}

/** One line of next year's sheet: how an indicator stands, what is left, and which projects serve it. */
export interface CycleRow {
  indicator: string;
  title: string;
  unit: string | null;
  department: string;
  /** The year's opening value, its target and value, and target − value. */
  opening: number | null;
  target: number | null;
  value: number | null;
  gap: number | null;
  nextYear: number;
  nextTarget: number | null;
  /** What is left to next year's target; of a sum all of it. */
  gapToFill: number | null;
  /** Projects of this year that serve it and their credit; one that serves several counts in each. */
  projects: number;
  creditRial: bigint;
}

export type ShiftReason =
  | 'staller'
  | 'starved'
  | 'ahead_of_money'
  | 'strength'
  | 'committed'
  | 'makes_room'
  | 'unchanged';

/** Next year's credit of one node. base + received − taken + bound = proposed; all rows add up to the total. Rials. */
export interface Shift {
  code: string;
  title: string;
  /** This year's approved credit, and its share of next year's total. */
  currentRial: bigint;
  baseRial: bigint;
  /** Commitments that are not paid yet; and projects that never reported any (nothing is held for them). */
  committedRial: bigint;
  commitmentsUnknown: number;
  takenRial: bigint;
  receivedRial: bigint;
  /** Raised to its commitments (above 0), or lowered so that others reach theirs. */
  boundRial: bigint;
  proposedRial: bigint;
  reason: ShiftReason;
  /** Share of its credit that stands with funded stallers and with starved winners; physical and budget of the year to date. */
  stalled: number;
  starved: number;
  /** Points above the whole by which the scheme is a strength; 0 = it is none. */
  strong: number;
  physical: number | null;
  budget: number | null;
}

export interface Proposal {
  nextYear: number;
  totalRial: bigint;
  /** The total was not given: this year's credit stands. */
  totalAssumed: boolean;
  /** No node has credit this year: the total is shared equally. */
  equalAssumed: boolean;
  /** False = the total is less than what is committed; it is then shared by commitments. */
  coversCommitments: boolean;
  committedRial: bigint;
  rows: Shift[];
}

/** Everything that strategic feedback says of a period. */
export interface FeedbackOfMonth {
  rules: FeedbackRules;
  /** Periods that were looked at, oldest first. */
  history: Period[];
  items: Feedback[];
  /** Subjects whose rule could not be decided in this period because reports are missing. */
  undecided: number;
  contributions: Contribution[];
  paces: Pace[];
  cycle: CycleRow[];
  proposal: Proposal;
}

/** What a decision may be about: an item of the feedback, or a node's share of next year's credit. */
export const DECISION_ITEMS = [...FEEDBACK_KINDS, 'shift'] as const;

/** A decision about something that feedback named, with the figures that it was made upon. Append-only. */
export interface Decision {
  id: number;
  period: Period;
  plan: string;
  item: (typeof DECISION_ITEMS)[number];
  subject: Feedback['subject'];
  code: string;
  outcome: 'accepted' | 'rejected';
  decidedBy: string;
  reason: string;
  decidedAt: string;
  /** Of an item its value and threshold, of a shift the node's base and proposed credit; null = recorded without. */
  value: number | null;
  threshold: number | null;
  baseRial: bigint | null;
  proposedRial: bigint | null;
}

/** The year to date of what was decided about, on basis due. */
export interface DecisionFigure {
  period: Period;
  /** Of a project that its next year carries on: that year's code. */
  code: string;
  physical: number | null;
  budget: number | null;
  coverage: number | null;
  /** Approved credit of the year. */
  creditRial: bigint | null;
}

/**
 * What became of a decision: the figure as it was known when it was made, and the figure twelve periods later, or the latest before
 * that. It says what changed and never why.
 *   year_on: the same month of the next year · earlier: twelve periods have not passed · continued: a project's next year
 *   own_year: a project ended with its year · nothing_later: no later period yet · gone: it is in no later plan
 */
export interface DecisionFollowed {
  decision: Decision;
  title: string | null;
  before: DecisionFigure | null;
  after: DecisionFigure | null;
  months: number | null;
  comparison: 'year_on' | 'earlier' | 'continued' | 'own_year' | 'nothing_later' | 'gone';
  /** Another plan version was in force at the later period. */
  replanned: boolean;
}
