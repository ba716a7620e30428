import type { ControlReason, EarnedValue } from '../../domain/control.js';

/** What the indices are computed from: sums of the leaves that were asked. Null = unknown, never 0. */
export interface ValueSums {
  BAC: bigint | null;
  PV: number | null;
  EV: number | null;
  AC: bigint | null;
  /** PV and EV of the part that has a time-phased plan; null = there is none. */
  scheduled: { PV: number; EV: number } | null;
  /** That part never reported its progress. */
  silentSchedule?: boolean;
}

/** Less than this share of BAC left to earn is the rounding of sums, not work. */
const ROUNDING = 1e-9;

type Index = 'SV' | 'CV' | 'SPI' | 'CPI' | 'EAC' | 'EAC_atypical' | 'EAC_spi' | 'ETC' | 'VAC' | 'TCPI' | 'TCPI_EAC';
export type Indices = Pick<EarnedValue, Index> & { reasons: EarnedValue['reasons'] };

/**
 * Variances, indices and estimates of earned value (PMI, The Standard for Earned Value Management, 2019; EIA-748):
 *   SV = EV − PV, CV = EV − AC, SPI = EV/PV, CPI = EV/AC,
 *   EAC = BAC/CPI, EAC_atypical = AC + BAC − EV, EAC_spi = AC + (BAC − EV)/(CPI · SPI), ETC = EAC − AC, VAC = BAC − EAC,
 *   TCPI = (BAC − EV)/(BAC − AC), TCPI_EAC = (BAC − EV)/(EAC − AC).
 * Null with its reason: an operand unknown, or a denominator of 0 or less. SPI only over the part with a time-phased plan.
 * Worked example: BAC 1000, PV 500, EV 400, AC 600 → SPI 0.8, CPI 0.667, EAC 1500, EAC_atypical 1200, EAC_spi 1725,
 * ETC 900, VAC −500, TCPI 1.5, TCPI_EAC 0.667.
 */
export function indicesOf({ BAC, PV, EV, AC, scheduled, silentSchedule = false }: ValueSums): Indices {
  const reasons: EarnedValue['reasons'] = {};
  const known = (name: Index, value: number | null, reason: ControlReason): number | null => {
    if (value === null) reasons[name] = reason;
    return value;
  };
  const unknown: ControlReason = EV === null ? 'no_progress_report' : 'no_spending_report';
  const spent = AC === null ? null : Number(AC);
  const budget = BAC === null ? null : Number(BAC);
  const both = EV !== null && spent !== null;
  const cpi = both ? over(EV, spent) : null;
  const spi = scheduled === null ? null : over(scheduled.EV, scheduled.PV);
  const costReason = !both ? unknown : spent <= 0 ? 'nothing_spent' : 'nothing_earned';
  const eac = budget !== null && cpi !== null && cpi > 0 ? budget / cpi : null;
  const rest = budget !== null && EV !== null ? budget - EV : null;
  const spiReason: ControlReason = silentSchedule
    ? 'no_progress_report'
    : scheduled === null
      ? 'no_schedule'
      : 'nothing_planned_yet';
  const forecast = cpi !== null && spi !== null && cpi * spi > 0 && rest !== null && spent !== null;
  return {
    SV: known('SV', EV === null || PV === null ? null : EV - PV, unknown),
    CV: known('CV', both ? EV - spent : null, unknown),
    SPI: known('SPI', spi, EV === null ? unknown : spiReason),
    CPI: known('CPI', cpi, costReason),
    EAC: known('EAC', eac, costReason),
    EAC_atypical: known('EAC_atypical', rest === null || spent === null ? null : spent + rest, unknown),
    EAC_spi: known(
      'EAC_spi',
      forecast ? spent + rest / (cpi * spi) : null,
      eac === null ? costReason : spi === null ? spiReason : 'nothing_earned',
    ),
    ETC: known('ETC', eac === null || spent === null ? null : eac - spent, costReason),
    VAC: known('VAC', eac === null || budget === null ? null : budget - eac, costReason),
    TCPI: known(
      'TCPI',
      rest === null || spent === null || budget === null ? null : over(rest, budget - spent),
      both ? 'budget_used_up' : unknown,
    ),
    TCPI_EAC: known(
      'TCPI_EAC',
      // Done work leaves nothing to be efficient in; EAC − AC would then be what rounding left of 0.
      rest === null || eac === null || spent === null || rest <= ROUNDING * (budget ?? 0)
        ? null
        : over(rest, eac - spent),
      eac === null ? costReason : 'finished',
    ),
    reasons,
  };
}

function over(numerator: number, denominator: number): number | null {
  return denominator > 0 ? numerator / denominator : null;
}
