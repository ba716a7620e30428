import type { Finding } from '../../../domain/finding.js';
import type { Indicator, Target } from '../../../domain/plan.js';
import { findingAt, type PlanCheck } from '../plan-context.js';

/** Indicators without a target or a place in the plan, and targets that cannot be measured against. */
export function checkIndicators(check: PlanCheck): Finding[] {
  const { pkg, indicators } = check;
  const aimed = new Set(pkg.targets.map(({ indicator }) => indicator));
  const linked = new Set(pkg.links.map(({ indicator }) => indicator));
  const missing = pkg.indicators.flatMap((indicator) => {
    const { code, node } = indicator;
    const findings: Finding[] = [];
    if (!aimed.has(code))
      findings.push(
        findingAt(check, 'PLAN_INDICATOR_WITHOUT_TARGET', 'indicators', indicator, 'code', { indicator: code }),
      );
    if (node === null && !linked.has(code)) {
      findings.push(
        findingAt(check, 'PLAN_INDICATOR_WITHOUT_NODE', 'indicators', indicator, 'node', { indicator: code }),
      );
    }
    return findings;
  });
  const targets = pkg.targets.flatMap((target) => {
    const indicator = indicators.get(target.indicator);
    return indicator ? checkTarget(check, indicator, target) : [];
  });
  return [...missing, ...targets];
}

function checkTarget(check: PlanCheck, { code, direction }: Indicator, target: Target): Finding[] {
  const { low, high, zeroBelow, zeroAbove } = target;
  const params = { indicator: code, period: target.periodOrYear };
  if (direction !== 'band') {
    return target.target === null ? [findingAt(check, 'PLAN_TARGET_BLANK', 'targets', target, 'target', params)] : [];
  }
  if (low === null || high === null) {
    return [findingAt(check, 'PLAN_BAND_INCOMPLETE', 'targets', target, low === null ? 'low' : 'high', params)];
  }
  const ordered = (zeroBelow ?? low) <= low && low <= high && high <= (zeroAbove ?? high);
  if (ordered) return [];
  const values = [zeroBelow, low, high, zeroAbove].map((value) => value ?? '—').join(' ≤ ');
  return [
    findingAt(check, 'PLAN_BAND_REVERSED', 'targets', target, low > high ? 'low' : 'zero_below', { ...params, values }),
  ];
}
