import { PLAN_TABLES, type PlanPackage, type PlanTableName } from '../../domain/plan.js';
import { emptyRows, type PlanRecords, rowKey, rowName, rowsOf } from './records.js';
import { columnsOf, writeColumn } from './schema.js';

export interface FieldChange {
  /** Contract column. */
  column: string;
  before: string | number | null;
  after: string | number | null;
}

export interface RowChange {
  /** The row's identity: `P-12` or `P-12, 1399-06`. */
  row: string;
  /** The title where the table has one. */
  title: string | null;
  fields: FieldChange[];
}

export type RowNamed = Omit<RowChange, 'fields'>;

export interface TableDifference {
  table: PlanTableName;
  added: RowNamed[];
  removed: RowNamed[];
  changed: RowChange[];
  unchanged: number;
}

/** What an import would change: tables in the contract's order, without those in which nothing differs. */
export interface PlanDifference {
  tables: TableDifference[];
  added: number;
  removed: number;
  changed: number;
  unchanged: number;
}

/** Compares two packages row by row. Added and changed rows stand in the order of `after`, removed in that of `before`. */
export function diffPackages(before: PlanPackage | null, after: PlanPackage): PlanDifference {
  const old = before === null ? emptyRows() : rowsOf(before);
  const all = PLAN_TABLES.map((name) => diffTable(name, old[name], rowsOf(after)[name]));
  const sum = (count: (table: TableDifference) => number) => all.reduce((total, table) => total + count(table), 0);
  return {
    tables: all.filter(({ added, removed, changed }) => added.length + removed.length + changed.length > 0),
    added: sum(({ added }) => added.length),
    removed: sum(({ removed }) => removed.length),
    changed: sum(({ changed }) => changed.length),
    unchanged: sum(({ unchanged }) => unchanged),
  };
}

function diffTable<T extends PlanTableName>(
  table: T,
  before: readonly PlanRecords[T][],
  after: readonly PlanRecords[T][],
): TableDifference {
  const difference: TableDifference = { table, added: [], removed: [], changed: [], unchanged: 0 };
  const old = new Map(before.map((record) => [rowKey(table, record), record]));
  const seen = new Set<string>();
  for (const record of after) {
    const key = rowKey(table, record);
    const earlier = old.get(key);
    seen.add(key);
    if (!earlier) {
      difference.added.push(named(table, record));
      continue;
    }
    const fields = fieldChanges(table, earlier, record);
    if (fields.length > 0) difference.changed.push({ ...named(table, record), fields });
    else difference.unchanged += 1;
  }
  for (const [key, record] of old) if (!seen.has(key)) difference.removed.push(named(table, record));
  return difference;
}

function named<T extends PlanTableName>(table: T, record: PlanRecords[T]): RowNamed {
  return { row: rowName(table, record), title: 'title' in record ? record.title : null };
}

function fieldChanges(table: PlanTableName, before: object, after: object): FieldChange[] {
  return columnsOf(table).flatMap((column) => {
    const [was, is] = [writeColumn(column, before), writeColumn(column, after)];
    return was === is ? [] : [{ column: column.column.name, before: was, after: is }];
  });
}
