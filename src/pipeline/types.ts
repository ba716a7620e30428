import type { SheetUnderstanding } from '../check/submission/submission.js';
import type { ConfigFault } from '../config/index.js';
import type { Period } from '../domain/calendar.js';
import type { Completeness, ReportingMatrix } from '../domain/completeness.js';
import type { Critical, CriticalKind, EarnedValue, WorkForecast } from '../domain/control.js';
import type { CrosswalkOfPlans } from '../domain/crosswalk.js';
import type { Fact } from '../domain/fact.js';
import type { Decision, DecisionFollowed, FeedbackKind, FeedbackOfMonth } from '../domain/feedback.js';
import type { Finding } from '../domain/finding.js';
import type { ForecastRecord, ForecastRow, PublishedRecord } from '../domain/forecast.js';
import type { GapChanges, PartChanges, Since } from '../domain/gap-changes.js';
import type { IndicatorFigure, IndicatorRollup } from '../domain/indicator-figures.js';
import type { MailState } from '../domain/mail.js';
import type {
  Basis,
  BudgetVersion,
  Denominator,
  GapExplained,
  Leaf,
  MeasureOptions,
  Realization,
  Scope,
  Spending,
} from '../domain/measure.js';
import type { DepartmentReporting, SubmissionRecord } from '../domain/month.js';
import type { PlanVersion } from '../domain/plan.js';
import type { PreviewPeriod } from '../domain/preview.js';
import type { StandingQuestion } from '../domain/question.js';
import type { Reminder } from '../domain/reminder.js';
import type { Appeal, ComponentName, Scorecard, ScoredProgress } from '../domain/scorecard.js';
import type { QuestionFilter } from './data-questions.js';

/** What a question about figures may fix; everything left out has the contract's default. */
export interface FigureQuery {
  period?: Period;
  plan?: string;
  scope?: Scope;
  basis?: Basis;
  spending?: Spending;
  budget?: BudgetVersion;
  denominator?: Denominator;
  by?: 'district' | 'mission' | 'kind' | 'fund_source';
  level?: string;
  node?: string;
  department?: string;
  asOf?: string;
}

/** A sentence in both languages. */
export interface Sentence {
  fa: string;
  en: string;
}

/** Every answer says what it speaks of. */
export interface AnswerHead {
  period: Period;
  plan: string;
  options: MeasureOptions;
  asOf: string | null;
}

/** Figures, with the reasons why some of them are unknown or why there is none. */
export interface ReasonedHead extends AnswerHead {
  reasons: Sentence[];
}

export interface FigureAnswer extends ReasonedHead {
  rows: Realization[];
  /** Share of indicators in the mixed figure, from the configuration; 0 = there is none. */
  mix: number;
}

/** What is asked of a gap; `project` one project, `since` then: default the month before. */
export interface GapQuery extends Omit<FigureQuery, 'by' | 'level'> {
  project?: string;
  /** A period, an edition of the period that is asked, or an instant (UTC, ISO 8601). */
  since?: { period: Period } | { edition: number } | { instant: string };
}

export interface GapAnswer extends ReasonedHead {
  /** Null = the plan had not begun in the month before. */
  since: Since | null;
  /** `changes` stands beside the sum, never inside it. */
  rows: (GapExplained & { changes: GapChanges | null; parts: PartChanges[] })[];
}

/** What is asked of project control; `level` as in a figure query, `project` one project. */
export interface ControlQuery
  extends Pick<FigureQuery, 'period' | 'plan' | 'spending' | 'budget' | 'node' | 'department' | 'level' | 'asOf'> {
  project?: string;
  list?: CriticalKind;
}

export interface ControlAnswer extends ReasonedHead {
  rows: EarnedValue[];
  works: WorkForecast[];
  critical: Critical[];
}

export interface IndicatorAnswer extends ReasonedHead {
  rows: IndicatorFigure[];
  /** Together: of the plan, the node or the department that was asked. */
  total: IndicatorRollup;
}

/** What is asked of strategic feedback; always basis due. */
export interface FeedbackQuery
  extends Pick<FigureQuery, 'period' | 'plan' | 'scope' | 'spending' | 'budget' | 'node' | 'department' | 'asOf'> {
  /** Next year's credit in rials, as typed; absent = this year's stands. */
  total?: string;
  kind?: FeedbackKind;
}

/** A decision as it is given: about an item of the feedback of a period (default: the latest). */
export interface DecisionEntry {
  item: Decision['item'];
  code: string;
  outcome: Decision['outcome'];
  by: string;
  reason: string;
  period?: Period;
  total?: string;
}

/** A decision with the title of what it is about; null = its code is not in the plan in force. */
export type TitledDecision = Decision & { title: string | null };

export interface FeedbackAnswer extends ReasonedHead, FeedbackOfMonth {
  /** The register up to the period, as it was known. */
  decisions: TitledDecision[];
}

/** Rules to try on past periods; `rules` = path of the file. */
export interface PreviewQuery extends Pick<FigureQuery, 'period' | 'plan'> {
  rules: string;
  from?: Period;
}

/** With faults of the rules file there is no period. */
export interface PreviewAnswer {
  faults: ConfigFault[];
  periods: PreviewPeriod[];
}

export interface ScorecardAnswer extends ReasonedHead {
  rows: Scorecard[];
  /** Which progress the scores look at, from the configuration. */
  progress: ScoredProgress;
}

/** What is asked of forecasts: always the end of the fiscal year. */
export interface ForecastQuery
  extends Pick<FigureQuery, 'period' | 'plan' | 'spending' | 'budget' | 'node' | 'department' | 'level' | 'asOf'> {
  project?: string;
}

export interface ForecastAnswer extends ReasonedHead {
  rows: ForecastRow[];
  /** Unfinished projects of the rows that reported before and sent no progress for this very period; they are reckoned from their last report. */
  unreported: number;
  /** Records that the rows rest on. */
  records: ForecastRecord[];
  /** What earlier reports forecast, against what came; empty = no such year is over yet. */
  published: PublishedRecord[];
}

export interface PlanImportAnswer {
  version: PlanVersion | null;
  effective: Period | null;
  effectiveAssumed: boolean;
  unchanged: boolean;
  /** Per table: rows added, removed, changed. */
  difference: { table: string; added: string[]; removed: string[]; changed: { key: string; fields: string[] }[] }[];
  findings: Finding[];
}

export interface IngestAnswer {
  files: SubmissionRecord[];
  /** Files left in the inbox on purpose, with the reason. */
  ignored: { file: string; reason: LeftReason }[];
}

export type LeftReason = 'too_big' | 'still_being_written' | 'gone' | 'not_readable' | 'not_a_regular_file';

/** How one table of a file was understood. */
export type FileUnderstanding = SheetUnderstanding;

export interface Explanation extends ReasonedHead {
  code: string;
  kind: Realization['kind'];
  title: string;
  level: string;
  figure: Realization;
  formula: Sentence;
  operands: { name: string; fa: string; en: string; value: number | bigint | null; assumed: boolean }[];
  /** Parts that make the figure: child nodes, or projects of a scheme, with their share. */
  children: { share: number; figure: Realization }[];
  /** Leaves, for a project: one row. */
  leaves: Leaf[];
  /** Facts in force behind a project (or behind every project of a scheme). */
  facts: Fact[];
}

/** Forms that were written for a month; `nothing` = departments that have nothing to report in it. */
export interface TemplateAnswer {
  period: Period;
  files: { department: string; path: string; unchanged: boolean }[];
  nothing: string[];
}

/** Who was reminded, or with a dry run would be. */
export interface RemindAnswer {
  period: Period;
  /** A closed month takes no figures: nobody is reminded of it. */
  closed: boolean;
  /** Departments that have something to report for the month, or are reminded of an earlier one. */
  due: number;
  reminders: (Reminder & { path: string })[];
  /** The summary for the office and its manager; null = everything is there. */
  summary: string | null;
  /** New messages. */
  queued: number;
}

export interface ReportFile {
  file: string;
  path: string;
  sha256: string;
}

export interface ReportAnswer {
  period: Period;
  edition: number;
  files: ReportFile[];
  /** The same cells as the edition already published: nothing was written. */
  unchanged: boolean;
  pdf: BriefPdf;
}

/** What became of the brief's PDF. It never fails a report: where it is missing, the state says why. */
export interface BriefPdf {
  /** `off` = switched off; `absent` = no LibreOffice on this computer; `timeout`, `failed` = it was tried. */
  state: 'made' | 'kept' | 'off' | 'absent' | 'timeout' | 'failed';
  /** Where it stands; null where there is none. */
  path: string | null;
}

export interface Headline extends ReasonedHead {
  organisation: string;
  sample: boolean;
  figure: Realization;
  gap: GapExplained;
  /** Largest contributions to the gap among the nodes of the first level with more than one node. */
  nodes: { code: string; title: string; value: number }[];
  silentDepartments: { code: string; title: string }[];
}

export interface RunAnswer {
  headline: Headline | null;
  ingest: IngestAnswer;
  report: ReportAnswer | null;
  /** Null = mail is not set up. */
  mail: MailAnswer | null;
  stages: { stage: string; milliseconds: number }[];
}

/** What a round of outgoing mail did. `interrupted`: messages that were in flight when an earlier process died. */
export interface MailAnswer {
  sent: number;
  waiting: number;
  gaveUp: number;
  superseded: number;
  interrupted: number;
}

export interface JobRun {
  job: string;
  key: string;
  state: 'claimed' | 'done' | 'failed';
  startedAt: string;
  finishedAt: string | null;
  note: string | null;
  attempts: number;
}

/** Reporting of one period. Shares are 0..1, null where nothing is due; days are `1399-07-05`. */
export interface ReportingOverview {
  deadline: string;
  graceEnd: string;
  /** Departments that have something to report, and those that did. */
  due: number;
  onTime: number;
  late: number;
  rate: number | null;
  rows: number;
  filledRows: number;
  rowShare: number | null;
  fields: number;
  filledFields: number;
  fieldShare: number | null;
  departments: ({ code: string; title: string } & Completeness)[];
  /** Departments with due rows that nothing is said of, the most missing budget first. */
  blocking: ReportingOverview['departments'];
  matrix: ReportingMatrix;
}

export interface StatusAnswer {
  period: Period | null;
  /** `firstPeriod`, `lastPeriod`: the first and last month that a plan of the workspace covers. */
  plan: {
    version: PlanVersion;
    projects: number;
    nodes: number;
    firstPeriod?: Period;
    lastPeriod?: Period;
  } | null;
  departments: DepartmentReporting[];
  /** How complete the period is and who is waited for; null without a plan or a period. */
  reporting: ReportingOverview | null;
  periods: { period: Period; departments: number; facts: number; closed: boolean; edition: number | null }[];
  jobs: JobRun[];
  /** Questions to departments that still stand, at the period: waiting, of these overdue, and answered but not read yet. */
  questions: { open: number; overdue: number; answered: number };
  /** Files of the inbox that no round will take, with the reason. */
  ignored: IngestAnswer['ignored'];
  /** Outgoing mail by state; null = mail is not set up and nothing was ever queued. */
  mail: Record<MailState, number> | null;
  /** What is wrong, in words of both languages. */
  problems: Sentence[];
  /** What earlier starts found half done and brought to its end, newest last. */
  recoveries: ({ at: string } & Sentence)[];
  /** The service by the clock, as it last told of itself; null = there was none. */
  service: ServiceState | null;
}

/** What the service by the clock says of itself in `data/health.json` after each piece of work. */
export interface ServiceState {
  /** `running` that is no longer true shows in `at`: it is written after each tick. */
  state: 'running' | 'stopped';
  pid: number;
  /** UTC instants. */
  startedAt: string;
  at: string;
  /** Nothing is wrong. */
  ok: boolean;
  /** By the name of the job: its last end. */
  jobs: Record<string, { at: string; ok: boolean; note: string | null; succeededAt: string | null }>;
  problems: string[];
}

/** The right to be the one service of a workspace, until it is ended or the process is gone. */
export interface Service {
  /** Called after each piece of work; `note` = why it failed, null = it did not. */
  told(job: string, note: string | null): Promise<void>;
  end(): Promise<void>;
}

export interface RestoreAnswer {
  database: string;
  /** Where the database that stood there before is kept; null = there was none. */
  aside: string | null;
  files: number;
  latestPeriod: Period | null;
  /** Originals in the archive that came after the backup: they must be sent or taken again. */
  unknownOriginals: number;
  /** Answers, appeals and decisions that only the database before it knows; null = there was none, or it cannot be opened. */
  unknownWords: number | null;
}

export interface RebuildAnswer {
  submissions: number;
  facts: number;
  /** Appeals, decisions and words on questions that people entered, and that were said again. */
  words: number;
  /** Files that come to something else today, and questions that do not stand as they stood, with the reason. */
  differing: ({ file: string } & Sentence)[];
  path: string | null;
}

export interface Pipeline {
  importPlan(path: string, options: { effective?: Period; dryRun: boolean }): Promise<PlanImportAnswer>;
  /** Findings of the plan in force. */
  checkPlan(): Promise<Finding[]>;
  /** Writes the plan in force as CSV files into a folder; returns the paths. */
  exportPlan(path: string): Promise<string[]>;
  ingest(options: {
    files?: string[];
    dryRun: boolean;
    /** By the clock: files younger than the settle time wait for the next round. */
    unattended?: boolean;
    onProgress?: (done: number, total: number, file: string) => void;
    /** True from some moment on: the round ends after the file in hand. */
    isStopping?: () => boolean;
  }): Promise<IngestAnswer>;
  check(file: string, department?: string): Promise<{ record: SubmissionRecord; understanding: FileUnderstanding[] }>;
  realization(query: FigureQuery): Promise<FigureAnswer>;
  gap(query: GapQuery): Promise<GapAnswer>;
  indicators(query: FigureQuery): Promise<IndicatorAnswer>;
  scorecard(query: FigureQuery): Promise<ScorecardAnswer>;
  forecast(query: ForecastQuery): Promise<ForecastAnswer>;
  feedback(query: FeedbackQuery): Promise<FeedbackAnswer>;
  /** Records a decision about an item of a period's feedback; gives its number. Throws PayeshError where it is not there. */
  decideFeedback(entry: DecisionEntry): Promise<number>;
  feedbackDecisions(): Promise<DecisionFollowed[]>;
  /** An earlier plan beside the later one, with the remainder that nothing takes up. */
  crosswalk(query: { from?: string; to?: string }): Promise<CrosswalkOfPlans>;
  /** Records an objection of a department to a component of its score; gives its number. */
  appeal(entry: { department: string; period?: Period; component: ComponentName; text: string }): Promise<number>;
  decideAppeal(appeal: number, outcome: 'accepted' | 'rejected', by: string, reason: string): Promise<void>;
  appeals(period?: Period): Promise<Appeal[]>;
  /** Questions to departments about their figures, of any state. */
  questions(filter: QuestionFilter): Promise<StandingQuestion[]>;
  /** An answer by another way than a sheet, and the office's word on one; the returns of the outbox follow at once. */
  answerQuestion(question: number, text: string, by: string): Promise<void>;
  decideQuestion(question: number, outcome: 'accepted' | 'rejected', by: string, reason: string): Promise<void>;
  /** Past periods under other rules; nothing is stored. */
  preview(query: PreviewQuery): Promise<PreviewAnswer>;
  evm(query: ControlQuery): Promise<ControlAnswer>;
  facts(query: {
    period?: Period;
    code?: string;
    department?: string;
    asOf?: string;
  }): Promise<{ period: Period | null; facts: Fact[] }>;
  explain(code: string, query: FigureQuery & { measure?: string }): Promise<Explanation>;
  /** Writes the forms of a month into the outbox. */
  template(query: { period?: Period | undefined; department?: string | undefined }): Promise<TemplateAnswer>;
  /**
   * Reminders of a month into the outbox and the mail queue. An `occasion` is reminded of once; without one it is by hand, of
   * this day.
   */
  remind(query: {
    period?: Period | undefined;
    occasion?: string | undefined;
    dryRun?: boolean;
  }): Promise<RemindAnswer>;
  /** With `department` the whole set is published all the same, and the answer names that department's workbook alone. */
  report(query: { period?: Period; asOf?: string; department?: string }): Promise<ReportAnswer>;
  /** Queues the messages of a period's newest edition, once; the count of new ones. Without `mail` in the configuration 0. */
  queueMail(period: Period): Promise<number>;
  /** Queues an alert where something is wrong, and hands what is due to the mail server; `inService`: it is the scheduler that asks. */
  sendMail(options?: { isStopping?: () => boolean; inService?: boolean }): Promise<MailAnswer>;
  run(query: {
    period?: Period;
    onProgress?: (stage: string, done: number, total: number) => void;
  }): Promise<RunAnswer>;
  status(query: { period?: Period }): Promise<StatusAnswer>;
  /** Copies the shipped sample's plan and inbox where the workspace holds no plan. */
  loadSample(): Promise<{ loaded: boolean }>;
  /** False = it was closed already. */
  close(period: Period): Promise<boolean>;
  /** False = it was not closed. Throws PayeshError without a reason. */
  reopen(period: Period, reason: string): Promise<boolean>;
  /** `warnings`: rights that are wider than they should be, but let nobody change anything. */
  verify(): Promise<{ ok: boolean; problems: string[]; warnings: string[] }>;
  /** `prune`: older backups are thinned out as the configuration says. */
  backup(options?: { prune?: boolean }): Promise<{ path: string; sha256: string }>;
  /** Puts a backup in the place of the database, which is kept aside. Throws PayeshError and changes nothing where it is not sound. */
  restore(file: string): Promise<RestoreAnswer>;
  /** Reads every original again and compares the facts; `output` keeps the database that was built so. */
  rebuild(options: { output?: string; onProgress?: (done: number, total: number) => void }): Promise<RebuildAnswer>;
  exportCsv(directory: string): Promise<string[]>;
  /** Null = another process is the service of this workspace. Brings to its end what a dead one left. */
  startService(): Promise<Service | null>;
  claimJob(job: string, key: string): boolean;
  finishJob(job: string, key: string, outcome: 'done' | 'failed', note?: string): void;
  jobRuns(): JobRun[];
  /** Periods with accepted facts, oldest first. */
  periodsWithFacts(): Period[];
  stop(): void;
}
