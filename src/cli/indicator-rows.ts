import type { IndicatorFigure, IndicatorRollup } from '../domain/indicator-figures.js';

// Keys of `indicators --json`. Stable: add, never rename.

export function indicatorJson(row: IndicatorFigure) {
  return {
    code: row.code,
    title: row.title,
    department: row.department,
    linked: row.linked,
    unit: row.unit,
    direction: row.direction,
    aggregation: row.aggregation,
    frequency: row.frequency,
    weight: row.weight,
    baseline: row.baseline,
    opening: row.opening,
    target: row.target,
    low: row.band?.low ?? null,
    high: row.band?.high ?? null,
    path: row.path,
    path_assumed: row.pathAssumed,
    value: row.value,
    numerator: row.numerator,
    denominator: row.denominator,
    measured_at: row.measuredAt,
    due_at: row.dueAt,
    measured_parts: row.measuredParts,
    expected_parts: row.expectedParts,
    state: row.state,
    attainment_raw: row.attainmentRaw,
    attainment: row.attainment,
    reason: row.reason,
    worse_than_baseline: row.worseThanBaseline,
    next_target: row.nextTarget,
    gap_to_fill: row.gapToFill,
  };
}

export function rollupJson(total: IndicatorRollup) {
  const { notDue, ...rest } = total;
  return { ...rest, not_due: notDue };
}
