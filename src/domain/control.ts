/** Why a figure of earned value is unknown. Texts stand in the catalogue of labels. */
export type ControlReason =
  | 'no_budget'
  | 'no_planned_work'
  | 'no_progress_report'
  | 'no_spending_report'
  | 'no_common_projects'
  | 'no_schedule'
  | 'nothing_planned_yet'
  | 'nothing_earned'
  | 'nothing_spent'
  | 'not_started'
  | 'budget_used_up'
  | 'finished';

/**
 * Earned value of one project, or of everything below a node or of a department, in the spelling of EIA-748 and the PMI standard.
 * BAC and AC are whole rials. PV, EV and what follows from them are not payments but figures, and are not rounded. Every
 * null has its reason in `reasons`. Unknown is not zero: a variance, index or estimate speaks of the projects whose figures are known on
 * both of its sides, and the shares say how much of BAC that is.
 */
export interface EarnedValue {
  kind: 'plan' | 'node' | 'department' | 'project';
  code: string;
  level: string;
  title: string;
  BAC: bigint | null;
  PV: number | null;
  EV: number | null;
  AC: bigint | null;
  SV: number | null;
  CV: number | null;
  SPI: number | null;
  CPI: number | null;
  /** BAC / CPI: the rest costs what the work so far did. */
  EAC: number | null;
  /** AC + BAC − EV: the rest costs what was planned. */
  EAC_atypical: number | null;
  /** AC + (BAC − EV)/(CPI · SPI): the rest costs more because it is also late. */
  EAC_spi: number | null;
  ETC: number | null;
  VAC: number | null;
  /** (BAC − EV)/(BAC − AC): the efficiency that the rest needs to end within the budget. */
  TCPI: number | null;
  /** (BAC − EV)/(EAC − AC). */
  TCPI_EAC: number | null;
  /** Earned schedule and actual time in months since the start; SPI_t = ES / AT. */
  ES: number | null;
  AT: number | null;
  SPI_t: number | null;
  /** Share of BAC that has a time-phased plan. */
  scheduled_share: number | null;
  /** Share of BAC whose progress is known: EV and SV speak of it. */
  earned_share: number | null;
  /** Share of BAC whose spending is known: AC speaks of it. */
  paid_share: number | null;
  /** Share of BAC whose progress and spending are both known: CV, CPI and all that follow from them (EAC … TCPI_EAC) speak of it alone. */
  cost_share: number | null;
  /** Share of BAC with a time-phased plan and known progress: SPI, ES, AT and SPI_t speak of it alone. */
  time_share: number | null;
  /** Share of BAC whose progress was reported for this very period. */
  coverage: number | null;
  /** Projects counted, and projects left out because one side is undefined (no budget, no planned work). */
  projects: number;
  left_out: number;
  reasons: Partial<Record<keyof EarnedValue, ControlReason>>;
}

/**
 * Forecast of a whole effort of several years, from its earned schedule. Periods as text; months as numbers. EAC speaks of the years whose
 * progress and spending are both known and of those to come, `cost_share` of BAC.
 */
export interface WorkForecast {
  work: string;
  title: string;
  start: string | null;
  plannedFinish: string | null;
  finish: string | null;
  BAC: bigint | null;
  EV: number | null;
  AC: bigint | null;
  EAC: number | null;
  cost_share: number | null;
  ES: number | null;
  AT: number | null;
  SPI_t: number | null;
  reason: ControlReason | null;
}

export type CriticalKind = 'late' | 'over_cost' | 'stopped' | 'money_ahead' | 'work_ahead' | 'obstacle';

/** A project that somebody must look at, with the figures that put it on the list. Ratios 0..1. */
export interface Critical {
  kind: CriticalKind;
  code: string;
  title: string;
  department: string;
  node: string;
  /** P and PP of the year's work, spending against the approved budget. */
  achieved: number | null;
  planned: number | null;
  spentShare: number | null;
  /** PP is linear over the active months, because no schedule says it: being late then rests on an assumption. Null = an old run that did not say. */
  plannedAssumed: boolean | null;
  /** What orders the list: points behind, share over the budget, reported periods without a move, points between money and work. */
  size: number;
  /** No progress was reported for this very period. */
  silent: boolean;
  /** Stopped: periods without a report since the figure was first said, which are no part of `size`; else null. */
  silentPeriods: number | null;
  /** The obstacle as typed, with the period that it was reported for. */
  text: string | null;
  since: string | null;
}
