import type { Indicator, Link, Target } from '../domain/plan.js';
import { INDICATORS, type IndicatorBase } from './base/indicators.js';
import { FIRST_YEAR, GOAL_STORY, LAST_MONTH, YEARS } from './parameters.js';
import { Dice } from './seed.js';

/** A measured value of an indicator for a period. */
export interface IndicatorReport {
  indicator: string;
  title: string;
  department: string;
  year: number;
  month: number;
  value: number;
}

const STEP = { monthly: 1, quarterly: 3, half_yearly: 6, yearly: 12 } as const;

export function indicatorTables(): { indicators: Indicator[]; targets: Target[]; links: Link[] } {
  const indicators = INDICATORS.map((base) => ({
    code: base.code,
    title: base.title,
    department: base.department,
    node: base.goal,
    unit: base.unit,
    direction: base.direction,
    aggregation: base.aggregation,
    baselineYear: 1394,
    baseline: base.baseline,
    weight: null,
    frequency: base.frequency,
    lagMonths: base.frequency === 'yearly' ? 1 : 0,
  }));
  const targets = INDICATORS.flatMap((base) =>
    base.targets.map((target, index) => ({
      indicator: base.code,
      periodOrYear: String(FIRST_YEAR + index),
      target,
      low: null,
      high: null,
      zeroBelow: null,
      zeroAbove: null,
    })),
  );
  const links = INDICATORS.flatMap((base) =>
    base.nodes.map((code) => ({ indicator: base.code, code, weight: base.nodes.length > 1 ? 50 : 100 })),
  );
  return { indicators, targets, links };
}

/** One value at the end of each finished year, a flow as the settlement of the whole year; in the last year what falls due by its frequency. */
export function indicatorReports(): IndicatorReport[] {
  return INDICATORS.flatMap((base) => [
    ...YEARS.filter((year) => year < 1399).map((year) =>
      reportOf(base, year, base.aggregation === 'sum' ? 13 : 12, levelAt(base, year - 1394)),
    ),
    ...Array.from({ length: LAST_MONTH }, (_, index) => index + 1)
      .filter((month) => month % STEP[base.frequency] === 0)
      .map((month) => reportOf(base, 1399, month, monthlyValue(base, month))),
  ]);
}

function reportOf(base: IndicatorBase, year: number, month: number, value: number): IndicatorReport {
  const { code: indicator, title, department } = base;
  return { indicator, title, department, year, month, value: rounded(base, value) };
}

/** Where the indicator stood `years` after 1394: it walks the path to its targets, at its goal's strength. */
function levelAt(base: IndicatorBase, years: number): number {
  const index = Math.floor(years);
  const at = (year: number) => (year === 0 ? base.baseline : (base.targets[year - 1] ?? base.baseline));
  const path = at(index) + (at(index + 1) - at(index)) * (years - index);
  const dice = new Dice(`indicator/${base.code}`);
  const attained = Math.min(1.05, 0.72 + (GOAL_STORY[base.goal]?.strength ?? 0) + 0.3 * dice.bell());
  return base.aggregation === 'sum' ? at(index) * attained : base.baseline + (path - base.baseline) * attained;
}

/** A flow reports what was done since its last report; a state reports where it stands. */
function monthlyValue(base: IndicatorBase, month: number): number {
  if (base.aggregation !== 'sum') return levelAt(base, 4 + month / 12);
  const season = new Dice(`season/${base.code}/${month}`).between(0.8, 1.15);
  return (levelAt(base, 5) * STEP[base.frequency] * season) / 12;
}

/** Counts are whole; shares and averages keep one decimal, small ones two. */
function rounded(base: IndicatorBase, value: number): number {
  const counted = ['خدمت', 'ایستگاه', 'نقطه', 'تقاطع', 'مرکز', 'تخت', 'نوع'].includes(base.unit);
  const scale = counted ? 1 : Math.abs(base.targets[4] ?? 0) < 4 ? 100 : 10;
  return Math.round(value * scale) / scale;
}
