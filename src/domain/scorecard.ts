/** What a department is scored by, in the order of the print. */
export const COMPONENTS = [
  'physical',
  'money_ahead',
  'verified',
  'indicators',
  'on_time',
  'complete',
  'first_pass',
  'restatement',
] as const;
export type ComponentName = (typeof COMPONENTS)[number];

/** Weights of the components, any scale; 0 = not counted. */
export type ComponentWeights = Record<ComponentName, number>;

/** Progress that a score counts: as it was reported, or only what was verified of it for the period. */
export type ScoredProgress = 'reported' | 'verified';

/** One component of a score. `value` 0..1; null = nothing to judge, and its weight goes to the others. */
export interface ScoreComponent {
  name: ComponentName;
  value: number | null;
  /** Share of the score, of 100 points, after the weights of undefined components went to the others. */
  points: number;
  /** points · (1 − value); the lost points of all components are 100 − score. */
  lost: number;
  /** What the value was made of, for the sentence that gives the reason. */
  counted: number;
  of: number;
  /** An accepted appeal gave the lost points of this component back. */
  restored: boolean;
}

/** Score of one department in one period, 0..100; null = nothing in it was due, or no department at all reported in the year yet. */
export interface Scorecard {
  code: string;
  title: string;
  peerGroup: string | null;
  score: number | null;
  /** Rank among the scored departments of the peer group, ties alike (1, 2, 2, 4), and their number. */
  rank: number | null;
  peers: number;
  /** Score of the period before; null = none. */
  previous: number | null;
  components: ScoreComponent[];
  /** Credit released late: Σ(BD − L) of its projects where L < BD, in rials. It costs no points. */
  lateCreditRial: bigint;
  projects: number;
  appeals: Appeal[];
}

/** A department's objection to a lost component, and what became of it. Append-only; the last decision counts. */
export interface Appeal {
  id: number;
  department: string;
  period: string;
  component: ComponentName;
  text: string;
  recordedAt: string;
  outcome: 'open' | 'accepted' | 'rejected';
  decidedBy: string | null;
  decidedAt: string | null;
  reason: string | null;
}
