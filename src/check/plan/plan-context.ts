import type { Calendar } from '../../domain/calendar.js';
import type { Finding } from '../../domain/finding.js';
import type { Indicator, Plan, PlanNode, PlanPackage, PlanTableName, Project } from '../../domain/plan.js';
import { type PlanPlaces, placeOf, placeText, type RowPlace } from './places.js';
import { type PlanRecords, rowKey } from './records.js';

/** What every check of a package may look at: the package, its look-ups, the version before, and where rows stand. */
export interface PlanCheck {
  pkg: PlanPackage;
  previous: PlanPackage | null;
  calendar: Calendar;
  places: PlanPlaces;
  plans: ReadonlyMap<string, Plan>;
  nodes: ReadonlyMap<string, PlanNode>;
  projects: ReadonlyMap<string, Project>;
  indicators: ReadonlyMap<string, Indicator>;
  departments: ReadonlySet<string>;
  works: ReadonlySet<string>;
  /** Codes of nodes that have nodes below them. */
  parents: ReadonlySet<string>;
}

export type Check = (check: PlanCheck) => Finding[];

export function planCheck(
  pkg: PlanPackage,
  places: PlanPlaces | null,
  previous: PlanPackage | null,
  calendar: Calendar,
): PlanCheck {
  return {
    pkg,
    previous,
    calendar,
    places: places ?? new Map(),
    plans: byCode(pkg.plans),
    nodes: byCode(pkg.nodes),
    projects: byCode(pkg.projects),
    indicators: byCode(pkg.indicators),
    departments: new Set(pkg.departments.map(({ code }) => code)),
    works: new Set(pkg.works.map(({ code }) => code)),
    parents: new Set(pkg.nodes.flatMap(({ parent }) => (parent === null ? [] : [parent]))),
  };
}

/** The first record of each code: a repeated code is a finding of its own. */
function byCode<R extends { code: string }>(records: readonly R[]): ReadonlyMap<string, R> {
  const found = new Map<string, R>();
  for (const record of records) if (!found.has(record.code)) found.set(record.code, record);
  return found;
}

/** Where a record stands; `occurrence` counts rows of one identity. A record carried over has no place. */
export function rowPlace<T extends PlanTableName>(
  { places }: PlanCheck,
  table: T,
  record: PlanRecords[T],
  occurrence = 0,
): RowPlace | undefined {
  const rows = places.get(rowKey(table, record));
  return rows?.[Math.min(occurrence, rows.length - 1)];
}

/** A finding at a record's row, or at its cell under a contract column. `{table}` is filled in. */
export function findingAt<T extends PlanTableName>(
  check: PlanCheck,
  code: Finding['code'],
  table: T,
  record: PlanRecords[T],
  column: string | null,
  params: Finding['params'],
  occurrence = 0,
): Finding {
  return { code, place: placeOf(rowPlace(check, table, record, occurrence), column), params: { table, ...params } };
}

/** A record's place in one line, for messages that name a second place. */
export function whereIs<T extends PlanTableName>(check: PlanCheck, table: T, record: PlanRecords[T]): string {
  return placeText(placeOf(rowPlace(check, table, record), null));
}

/** Rows by a key, in the order in which the keys first appear. */
export function groupBy<R>(rows: readonly R[], key: (row: R) => string): Map<string, R[]> {
  const groups = new Map<string, R[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group) group.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
}
