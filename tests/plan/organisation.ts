import type { NamedTable } from '../../src/check/plan/places.js';
import { checkPlan } from '../../src/check/plan/plan-check.js';
import { type PackageReading, readPlanPackage } from '../../src/check/plan/read-package.js';
import { JALALI } from '../../src/domain/calendar.js';
import type { Finding } from '../../src/domain/finding.js';
import type { PlanPackage } from '../../src/domain/plan.js';
import { type Cell, cellAddress, type Table } from '../../src/domain/table.js';

/** Table name → its text: rows on lines, cells between commas, no quoting. */
export type Texts = Record<string, string>;

/** The smallest organisation in which nothing is wrong; each case changes one table of it. */
export const SOUND: Texts = {
  plans: 'plan,title,first_year,last_year\nQ,Plan,1398,1399',
  nodes: 'plan,code,parent,level,title,weight\nQ,G,,goal,Roads,\nQ,S1,G,scheme,Bridges,\nQ,S2,G,scheme,Lights,',
  departments: 'code,title\nD1,Works\nD2,Parks',
  projects:
    'code,title,node,department,year,approved_rial\nP1,Bridge,S1,D1,1398,1000\nP2,Bridge 2,S1,D1,1399,2000\nP3,Lamps,S2,D2,1399,500',
};

export function tableOf(text: string, sheet: string | null = null): Table {
  const rows = text.split('\n').map((line, index) => ({
    number: index + 1,
    hidden: false,
    cells: line.split(',').flatMap((value, at) => (value === '' ? [] : [textCell(value, index + 1, at + 1)])),
  }));
  const filled = rows.filter(({ cells }) => cells.length > 0);
  return { sheet, hidden: false, rows: filled, merges: [], date1904: false, hiddenColumns: [] };
}

function textCell(text: string, row: number, column: number): Cell {
  const address = cellAddress(row, column);
  const kind = /^#[A-Z]+!$/.test(text) ? 'error' : 'text';
  return { row, column, address, kind, text, number: null, percentFormat: false, formula: false };
}

export function tables(texts: Texts): NamedTable[] {
  return Object.entries(texts).map(([name, text]) => ({ name, file: `${name}.csv`, table: tableOf(text) }));
}

export function read(changes: Texts = {}): PackageReading {
  return readPlanPackage(tables({ ...SOUND, ...changes }), JALALI);
}

/** The package that the texts make; throws what is wrong with them where there is none. */
export function packageFrom(changes: Texts = {}): PlanPackage {
  const { package: pkg, findings } = read(changes);
  if (!pkg) throw new Error(findings.map(told).join('\n'));
  return pkg;
}

/** Everything that reading and checking say about the texts. */
export function faults(changes: Texts, previous: PlanPackage | null = null): Finding[] {
  const { package: pkg, places, findings } = read(changes);
  return pkg ? [...findings, ...checkPlan(pkg, places, previous, JALALI)] : findings;
}

/** `PLAN_NEGATIVE projects.csv!F2 approved_rial`: a finding in one line. */
export function told({ code, place }: Finding): string {
  const spot = place.cell ?? (place.row === undefined ? '' : `row ${place.row}`);
  return [code, `${place.file ?? ''}!${spot}`, place.column ?? ''].join(' ').trim();
}
