import { PLAN_TABLES, type PlanPackage, type PlanTableName } from '../../domain/plan.js';
import { rowsOf } from './records.js';
import { columnsOf, writeColumn } from './schema.js';

/** One table as it goes to a file: the contract's English columns in the contract's order; null = an empty cell. */
export interface WrittenTable {
  name: PlanTableName;
  header: string[];
  rows: (string | number | null)[][];
}

/** All fourteen tables, empty ones too. Reading them back gives an equal package. */
export function writePlanPackage(pkg: PlanPackage): WrittenTable[] {
  const records = rowsOf(pkg);
  return PLAN_TABLES.map((name) => {
    const columns = columnsOf(name);
    const rows = records[name].map((record) => columns.map((column) => writeColumn(column, record)));
    return { name, header: columns.map(({ column }) => column.name), rows };
  });
}

/**
 * A package as one text, equal for equal packages: what a version's digest is made of. The order of rows is part of
 * it, because reports follow the plan's own order.
 */
export function packageDigestInput(pkg: PlanPackage): string {
  return writePlanPackage(pkg)
    .flatMap(({ name, header, rows }) => [name, JSON.stringify(header), ...rows.map((row) => JSON.stringify(row))])
    .join('\n');
}
