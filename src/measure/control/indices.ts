import type { ControlReason, EarnedValue } from '../../domain/control.js';

/** What the indices are computed from: for each group of them the sums over the projects that are known on both sides, or why there are none. */
export interface ValueSums {
  /** Of the projects whose progress is known: SV. */
  earned: { PV: number; EV: number } | ControlReason;
  /** Of those whose progress and spending are known: CV, CPI, the estimates and what they ask of the rest. */
  cost: { BAC: bigint; EV: number; AC: bigint } | ControlReason;
  /** Of those with a time-phased plan and known progress: SPI. */
  time: { PV: number; EV: number } | ControlReason;
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
 * Null with its reason: no project is known on both sides, or a denominator of 0 or less. EAC_spi carries the SPI of the projects with a
 * time-phased plan to all whose cost is known.
 * Worked example: BAC 1000, PV 500, EV 400, AC 600 → SPI 0.8, CPI 0.667, EAC 1500, EAC_atypical 1200, EAC_spi 1725,
 * ETC 900, VAC −500, TCPI 1.5, TCPI_EAC 0.667.
 */
export function indicesOf({ earned, cost, time }: ValueSums): Indices {
  const reasons: EarnedValue['reasons'] = {};
  const known = (name: Index, value: number | null, reason: ControlReason): number | null => {
    if (value === null) reasons[name] = reason;
    return value;
  };
  const costs = typeof cost === 'string' ? null : { BAC: Number(cost.BAC), EV: cost.EV, AC: Number(cost.AC) };
  const rest = costs && costs.BAC - costs.EV;
  const CPI = costs && over(costs.EV, costs.AC);
  const SPI = typeof time === 'string' ? null : over(time.EV, time.PV);
  const EAC = costs && CPI !== null && CPI > 0 ? costs.BAC / CPI : null;
  const unknown = typeof cost === 'string' ? cost : 'nothing_earned';
  const costReason = costs && costs.AC <= 0 ? 'nothing_spent' : unknown;
  const timeReason = typeof time === 'string' ? time : 'nothing_planned_yet';
  const pace = CPI !== null && SPI !== null && CPI * SPI > 0 ? CPI * SPI : null;
  return {
    SV: typeof earned === 'string' ? known('SV', null, earned) : earned.EV - earned.PV,
    CV: known('CV', costs && costs.EV - costs.AC, unknown),
    SPI: known('SPI', SPI, timeReason),
    CPI: known('CPI', CPI, costReason),
    EAC: known('EAC', EAC, costReason),
    EAC_atypical: known('EAC_atypical', costs && costs.AC + costs.BAC - costs.EV, unknown),
    EAC_spi: known(
      'EAC_spi',
      costs && rest !== null && pace !== null ? costs.AC + rest / pace : null,
      EAC === null ? costReason : SPI === null ? timeReason : 'nothing_earned',
    ),
    ETC: known('ETC', costs && EAC !== null ? EAC - costs.AC : null, costReason),
    VAC: known('VAC', costs && EAC !== null ? costs.BAC - EAC : null, costReason),
    TCPI: known(
      'TCPI',
      costs && rest !== null ? over(rest, costs.BAC - costs.AC) : null,
      costs ? 'budget_used_up' : unknown,
    ),
    TCPI_EAC: known(
      'TCPI_EAC',
      // Done work leaves nothing to be efficient in; EAC − AC would then be what rounding left of 0.
      costs && rest !== null && EAC !== null && rest > ROUNDING * costs.BAC ? over(rest, EAC - costs.AC) : null,
      EAC === null ? costReason : 'finished',
    ),
    reasons,
  };
}

function over(numerator: number, denominator: number): number | null {
  return denominator > 0 ? numerator / denominator : null;
}
