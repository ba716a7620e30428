import type { Critical, EarnedValue, WorkForecast } from '../domain/control.js';

// Keys of `evm --json` in the spelling of the standard. Stable: add, never rename.

export function earnedValueJson({ code, kind, level, title, ...row }: EarnedValue) {
  return { code, kind, level, title, ...row };
}

export function criticalJson(row: Critical) {
  return {
    list: row.kind,
    code: row.code,
    title: row.title,
    department: row.department,
    node: row.node,
    achieved: row.achieved,
    planned: row.planned,
    planned_assumed: row.plannedAssumed,
    spent_share: row.spentShare,
    size: row.size,
    silent: row.silent,
    silent_periods: row.silentPeriods,
    text: row.text,
    since: row.since,
  };
}

export function workJson(row: WorkForecast) {
  const { plannedFinish, ...rest } = row;
  return { ...rest, planned_finish: plannedFinish };
}
