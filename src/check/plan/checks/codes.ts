import type { Finding } from '../../../domain/finding.js';
import type { PlanTableName } from '../../../domain/plan.js';
import { findingAt, type PlanCheck, whereIs } from '../plan-context.js';
import { type PlanRecords, rowKey, rowName, rowsOf } from '../records.js';

/** Codes of plans, nodes, projects and indicators are one space: a figure's code must mean one thing. */
export function checkCodes(check: PlanCheck): Finding[] {
  const items = new Map<string, string>();
  const { plans, nodes, projects, indicators, departments, works } = check.pkg;
  return [
    ...repeatedCodes(check, 'plans', 'plan', plans, items),
    ...repeatedCodes(check, 'nodes', 'code', nodes, items),
    ...repeatedCodes(check, 'projects', 'code', projects, items),
    ...repeatedCodes(check, 'indicators', 'code', indicators, items),
    ...repeatedCodes(check, 'departments', 'code', departments, new Map()),
    ...repeatedCodes(check, 'works', 'work', works, new Map()),
  ];
}

type Coded = 'plans' | 'nodes' | 'projects' | 'indicators' | 'departments' | 'works';

function repeatedCodes<T extends Coded>(
  check: PlanCheck,
  table: T,
  column: string,
  records: readonly PlanRecords[T][],
  taken: Map<string, string>,
): Finding[] {
  const findings: Finding[] = [];
  const counts = new Map<string, number>();
  for (const record of records) {
    const occurrence = counts.get(record.code) ?? 0;
    counts.set(record.code, occurrence + 1);
    const other = taken.get(record.code);
    if (other === undefined) taken.set(record.code, `${table} (${whereIs(check, table, record)})`);
    else
      findings.push(
        findingAt(check, 'PLAN_DUPLICATE_CODE', table, record, column, { code: record.code, other }, occurrence),
      );
  }
  return findings;
}

const UNIQUE_ROWS = [
  'schedule',
  'budget_changes',
  'budget_totals',
  'year_shares',
  'targets',
  'links',
  'reporters',
  'crosswalk',
] as const;

/** A row of a table that says the same thing twice would count twice. */
export function checkRepeatedRows(check: PlanCheck): Finding[] {
  return UNIQUE_ROWS.flatMap((table) => repeatedRows(check, table));
}

function repeatedRows<T extends PlanTableName>(check: PlanCheck, table: T): Finding[] {
  const findings: Finding[] = [];
  const counts = new Map<string, number>();
  for (const record of rowsOf(check.pkg)[table]) {
    const key = rowKey(table, record);
    const occurrence = counts.get(key) ?? 0;
    counts.set(key, occurrence + 1);
    if (occurrence === 0) continue;
    const params = { row: rowName(table, record), other: whereIs(check, table, record) };
    findings.push(findingAt(check, 'PLAN_DUPLICATE_ROW', table, record, null, params, occurrence));
  }
  return findings;
}

/** Figures belong to a project's year: a code that moves to another year leaves its figures behind. */
export function checkMovedYears(check: PlanCheck): Finding[] {
  const before = new Map(check.previous?.projects.map(({ code, year }) => [code, year]));
  return check.pkg.projects.flatMap((project) => {
    const was = before.get(project.code);
    if (was === undefined || was === project.year || check.projects.get(project.code) !== project) return [];
    const params = { project: project.code, before: was, year: project.year };
    return [findingAt(check, 'PLAN_PROJECT_YEAR_MOVED', 'projects', project, 'year', params)];
  });
}

/** A code that figures were reported under must stay in every later version, if need be with a status. */
export function checkVanished(check: PlanCheck): Finding[] {
  if (check.previous === null) return [];
  const source = check.pkg.projects
    .map((project) => check.places.get(rowKey('projects', project)))
    .find(Boolean)?.[0]?.source;
  const place = source ? { file: source.file, sheet: source.sheet } : {};
  const gone = check.previous.projects.filter(({ code }) => !check.projects.has(code));
  return gone.map(({ code: project, title }): Finding => {
    return { code: 'PLAN_CODE_VANISHED', place, params: { table: 'projects', project, title } };
  });
}
