import type { Calendar, Period } from './calendar.js';
import type { ReportingMatrix } from './completeness.js';
import type { Critical, EarnedValue, WorkForecast } from './control.js';
import type { Fact } from './fact.js';
import type { Decision, FeedbackOfMonth } from './feedback.js';
import type { Finding } from './finding.js';
import type { ForecastOfMonth } from './forecast.js';
import type { GapChanges, Since } from './gap-changes.js';
import type { IndicatorFigure, IndicatorRollup } from './indicator-figures.js';
import type { GapExplained, Leaf, LeafType, MeasureOptions, Realization, SliceKey } from './measure.js';
import type { PictureFile } from './picture.js';
import type { Plan, PlanPackage } from './plan.js';
import type { StandingQuestion } from './question.js';
import type { Scorecard } from './scorecard.js';

/** How one department reported for the period. */
export interface DepartmentReporting {
  code: string;
  title: string;
  /** on_time, late, silent; not_due = it has nothing to report in this year. */
  state: 'on_time' | 'late' | 'silent' | 'not_due';
  files: number;
  /** Rows in force, each once however often it was sent. */
  acceptedRows: number;
  /** All rows that its files had refused. */
  refusedRows: number;
  receivedAt: string | null;
}

/** One file that was taken in, with what became of it. */
export interface SubmissionRecord {
  id: number;
  file: string;
  department: string | null;
  period: Period | null;
  sha256: string;
  receivedAt: string;
  status: 'accepted' | 'partly' | 'refused' | 'duplicate';
  acceptedRows: number;
  refusedRows: number;
  findings: Finding[];
}

/** Figures of one scope and basis: the plan's total first, then every node in tree order. */
export interface FigureSet {
  options: MeasureOptions;
  rows: Realization[];
}

/** One node of the plan in tree order, for outlines; the plan's total is no row of its own. Depth 1 = under the total. */
export interface TreeRow {
  code: string;
  parent: string | null;
  depth: number;
  level: string;
  title: string;
  /** Normalised weight among its siblings in the headline scope; null = not in the weights ("no project"). */
  weight: number | null;
  weightAssumed: boolean;
}

/** One month of the fiscal year on scope year, basis full: shares of the whole year's work and budget. */
export interface CurvePoint {
  period: Period;
  planned: number | null;
  /** Null after the period of the report, and where nobody reported. */
  physical: number | null;
  budget: number | null;
}

/** The headline as it would have been printed at a month; null = nobody reported for that month. */
export interface TrendPoint {
  period: Period;
  physical: number | null;
  budget: number | null;
}

/** What was last said of a project in the fiscal year, as typed. */
export interface ProjectRemarks {
  obstacle: { text: string; period: Period } | null;
  action: { text: string; period: Period } | null;
}

/** Project control of the fiscal year. */
export interface ControlFigures {
  /** The plan's total first, then every node in tree order. */
  nodes: EarnedValue[];
  departments: EarnedValue[];
  projects: EarnedValue[];
  works: WorkForecast[];
  critical: Critical[];
  remarks: ReadonlyMap<string, ProjectRemarks>;
}

/** Indicators in the scope and basis of the headline. */
export interface IndicatorMonth {
  figures: IndicatorFigure[];
  /** Weight of each in the whole plan. */
  weights: ReadonlyMap<string, number>;
  /** The plan and every node at which an indicator stands, by code. */
  rollups: ReadonlyMap<string, IndicatorRollup>;
  /** By the code of the department that answers for the indicators. */
  departments: ReadonlyMap<string, IndicatorRollup>;
}

/** How an organisation wants its reports to look. */
export interface ReportLook {
  font: string;
  /** Digits of a Persian report. */
  digits: 'persian' | 'latin';
  logo: PictureFile | null;
  /** Roles of the signature block; null = the usual four. */
  signatures: string[] | null;
}

/** Everything a report may say about one month: pure data, made by the pipeline, read by report definitions. */
export interface MonthFigures {
  organisation: string;
  /** True where the data are the shipped sample: every sheet says so. */
  sample: boolean;
  language: 'fa' | 'en';
  calendar: Calendar;
  /** In which instants are shown as days and hours (`Asia/Tehran`). */
  timeZone: string;
  period: Period;
  plan: Plan;
  planPackage: PlanPackage;
  /** Instant of the last fact used (UTC); null = no facts. */
  dataAsOf: string | null;
  edition: number;
  runDigest: string;
  rulesVersion: string;
  displayUnit: 'rial' | 'million_rial' | 'billion_rial' | 'toman';
  /** As ratios, like every figure inside: 0.1 = 10 percentage points; gap [yellow above, red above], ratio [green from, yellow from]. */
  thresholds: { physicalPoints: number; gapPoints: [number, number]; ratioBands: [number, number] };
  look: ReportLook;
  headline: FigureSet;
  /** The same scope on basis full, and the other scopes on basis due. */
  others: { planFull: FigureSet; yearDue: FigureSet; yearFull: FigureSet; monthDue: FigureSet };
  /** Projects of the headline and of the fiscal year in full, by each attribute; blank values under "—". */
  slices: { headline: Record<SliceKey, Realization[]>; yearFull: Record<SliceKey, Realization[]> };
  /** The headline's total and nodes at the council's check before; null outside the months of checks, and where none was measured. */
  sinceCouncil: { period: Period; rows: Realization[] } | null;
  tree: TreeRow[];
  /** Leaves of the headline, weights in the whole plan. */
  leaves: Leaf[];
  leafTypes: ReadonlyMap<string, LeafType>;
  departments: { figures: Realization; reporting: DepartmentReporting }[];
  /** Every department of the plan, with or without projects of its own. */
  reporting: DepartmentReporting[];
  /** The same month by month, at most twelve months, the period last. */
  matrix: ReportingMatrix;
  gap: GapExplained;
  /** Gaps of the nodes of the first level with more than one node. */
  gapByNode: GapExplained[];
  /** The whole gap then and now, step by step; then = the month that was published before. Null = the plan had not begun. */
  gapSince: { since: Since; changes: GapChanges } | null;
  /** Share of the plan's months that have passed, 0..1. */
  timeElapsed: number;
  previous: (TrendPoint & { indicators: number | null })[];
  /** Months of the fiscal year, first to last. */
  curve: CurvePoint[];
  /** Twelve months at most, the period last. */
  trend: TrendPoint[];
  control: ControlFigures;
  indicators: IndicatorMonth;
  scorecards: Scorecard[];
  /** What every score is to be read with: which progress it looks at, and months in which nobody reported. */
  scoreNotes: { fa: string; en: string }[];
  /** Basis due, of the plan or, where the headline is a month, of the year. */
  feedback: FeedbackOfMonth;
  /** Decisions about the plan's feedback of this period and of those before, in the order in which they were made. */
  decisions: Decision[];
  /** Year-end forecasts of plan, nodes, departments and projects, with their records. */
  forecast: ForecastOfMonth;
  submissions: SubmissionRecord[];
  /** Questions about figures up to the period that are overdue, or were acknowledged in its fiscal year. */
  questions: StandingQuestion[];
  /** Facts in force that the headline used, in the order of code, period, field. */
  facts: Fact[];
  /** In both languages. */
  assumptions: { fa: string; en: string }[];
}
