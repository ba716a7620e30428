import type { Calendar } from '../../domain/calendar.js';
import { FINDINGS } from '../../domain/catalogue/findings.js';
import type { Finding } from '../../domain/finding.js';
import { PLAN_TABLES, type PlanPackage, type PlanTableName } from '../../domain/plan.js';
import { planTableName } from '../dictionary/plan-headers.js';
import { completeRows } from './complete.js';
import { type Header, readHeader } from './header.js';
import type { NamedTable, PlanPlaces, RowPlace } from './places.js';
import { emptyRows, type PlanRows, packageOf, rowKey } from './records.js';
import { readRows } from './rows.js';
import { columnsOf } from './schema.js';
import { Spelling } from './spelling.js';

export interface PackageReading {
  /** Null when any finding is an error: an import is all or nothing. */
  package: PlanPackage | null;
  findings: Finding[];
  places: PlanPlaces;
}

interface HeadedTable {
  input: NamedTable;
  header: Header;
}

/** A package speaks of plans and of their trees; everything else may be carried over or not be there yet. */
const REQUIRED: ReadonlySet<PlanTableName> = new Set(['plans', 'nodes']);

/** Reads the tables of a plan package. Wrong data become findings with their place; nothing is thrown for them. */
export function readPlanPackage(tables: readonly NamedTable[], calendar: Calendar): PackageReading {
  const findings: Finding[] = [];
  const named = nameTables(tables, findings);
  const headed = new Map<PlanTableName, HeadedTable>();
  for (const name of PLAN_TABLES) {
    const input = named.get(name);
    if (!input || input.table.rows.length === 0) {
      findings.push(...absent(name, input));
      continue;
    }
    findings.push(...hidden(name, input));
    const reading = readHeader(name, input);
    findings.push(...reading.findings);
    if (reading.header) headed.set(name, { input, header: reading.header });
  }
  const spelling = definedCodes(headed);
  const rows = emptyRows();
  const places = new Map<string, RowPlace[]>();
  for (const name of PLAN_TABLES) {
    const table = headed.get(name);
    if (!table) continue;
    const told = findings.length;
    fill(rows, places, findings, name, table, calendar, spelling);
    if (rows[name].length === 0 && findings.length === told) findings.push(...absent(name, table.input));
  }
  const sound = findings.every(({ code }) => FINDINGS[code].severity !== 'error');
  return { package: sound ? packageOf(rows) : null, findings, places };
}

function fill<T extends PlanTableName>(
  rows: PlanRows,
  places: Map<string, RowPlace[]>,
  findings: Finding[],
  name: T,
  { input, header }: HeadedTable,
  calendar: Calendar,
  spelling: Spelling,
): void {
  const reading = completeRows(name, readRows(name, input, header, calendar, spelling), calendar);
  findings.push(...reading.findings);
  for (const { record, place } of reading.rows) {
    rows[name].push(record);
    const key = rowKey(name, record);
    const earlier = places.get(key);
    if (earlier) earlier.push(place);
    else places.set(key, [place]);
  }
}

/** Which table each sheet or file is. Two that claim one name are an error: nobody can say which counts. */
function nameTables(tables: readonly NamedTable[], findings: Finding[]): Map<PlanTableName, NamedTable> {
  const named = new Map<PlanTableName, NamedTable>();
  for (const input of tables) {
    const bare = input.name.replace(/\.(csv|tsv|txt|xlsx|xlsm|xls|xlsb|ods)$/i, '');
    const name = planTableName(bare);
    const place = { file: input.file, sheet: input.table.sheet };
    const other = name === null ? undefined : named.get(name);
    if (name === null) {
      if (input.table.rows.length === 0) continue;
      findings.push({ code: 'PLAN_TABLE_UNKNOWN', place, params: { name: bare, known: PLAN_TABLES.join(', ') } });
    } else if (other) {
      findings.push({
        code: 'PLAN_TABLE_REPEATED',
        place,
        params: { table: name, other: `${other.file} ${other.name}` },
      });
    } else {
      named.set(name, input);
    }
  }
  return named;
}

function absent(name: PlanTableName, input: NamedTable | undefined): Finding[] {
  if (!REQUIRED.has(name)) return [];
  const place = input ? { file: input.file, sheet: input.table.sheet } : {};
  return [{ code: 'PLAN_TABLE_MISSING', place, params: { table: name } }];
}

/** Hidden rows count like the others, since a filter hides half a plan in a click; but they are said. */
function hidden(name: PlanTableName, { file, table }: NamedTable): Finding[] {
  const count = table.hidden ? table.rows.length : table.rows.filter((row) => row.hidden).length;
  if (count === 0) return [];
  const first = table.rows.find((row) => table.hidden || row.hidden);
  const place = { file, sheet: table.sheet, ...(first ? { row: first.number } : {}) };
  return [{ code: 'PLAN_HIDDEN_ROWS', place, params: { table: name, count } }];
}

const DEFINING = {
  plans: 'plan',
  nodes: 'code',
  departments: 'code',
  projects: 'code',
  works: 'work',
  indicators: 'code',
} as const;

/** Goes through the defining columns first, because a row may refer to a code that is defined further down. */
function definedCodes(headed: ReadonlyMap<PlanTableName, HeadedTable>): Spelling {
  const spelling = new Spelling();
  for (const [name, columnName] of Object.entries(DEFINING) as [keyof typeof DEFINING, string][]) {
    const table = headed.get(name);
    const space = columnsOf(name).find(({ column }) => column.name === columnName)?.column.code;
    const position = table?.header.source.columns.get(columnName)?.column;
    if (!table || !space || position === undefined) continue;
    for (const row of table.input.table.rows.slice(table.header.firstRow)) {
      const cell = row.cells.find((candidate) => candidate.column === position);
      if (cell && cell.kind !== 'error') spelling.define(space, cell.text);
    }
  }
  return spelling;
}
