import { PLAN_TABLES, type PlanPackage, type PlanTableName } from '../../domain/plan.js';
import { emptyRows, type PlanRecords, type PlanRows, packageOf, rowsOf } from './records.js';
import { columnsOf } from './schema.js';
import type { Spelling } from './spelling.js';

/** A package with every code in the given spelling; records that already have it stay the same objects. */
export function respell(pkg: PlanPackage, spelling: Spelling): PlanPackage {
  const respelled = emptyRows();
  for (const table of PLAN_TABLES) respellTable(table, rowsOf(pkg), respelled, spelling);
  return packageOf(respelled);
}

function respellTable<T extends PlanTableName>(table: T, from: PlanRows, into: PlanRows, spelling: Spelling): void {
  for (const record of from[table]) into[table].push(respellRecord(table, record, spelling));
}

function respellRecord<T extends PlanTableName>(table: T, record: PlanRecords[T], spelling: Spelling): PlanRecords[T] {
  const changes: Record<string, string> = {};
  for (const { field, column } of columnsOf(table)) {
    const code = (record as unknown as Record<string, unknown>)[field];
    if (column.code === null || typeof code !== 'string') continue;
    const spelled = spelling.of(column.code, code);
    if (spelled !== code) changes[field] = spelled;
  }
  return Object.keys(changes).length === 0 ? record : { ...record, ...changes };
}
