import { PLAN_TABLES, type PlanTableName } from '../../domain/plan.js';
import { splitTailUnit } from '../../domain/text/header-key.js';
import { headerKey, squash } from '../../domain/text/normalise.js';
import { nearKey } from './near.js';
import { PLAN_COLUMNS, PLAN_TABLE_NAMES } from './plan-columns.js';
import { recogniseHeader } from './recognise.js';

export interface PlanHeader {
  /** The contract's column of this table, or `row_no` for a column of row numbers; null = not known. */
  field: string | null;
  unit: string | null;
  /** The nearest label of this table, for people; a suggestion and never a reading. */
  suggestion: string | null;
}

function keysOf(table: PlanTableName): ReadonlyMap<string, string> {
  const columns = Object.entries(PLAN_COLUMNS[table]);
  const labels = columns.flatMap(([column, words]) =>
    words.split('|').map((word): [string, string] => [headerKey(word).key, column]),
  );
  // English names come last, so that no synonym of another column can take a contract name.
  return new Map([...labels, ...columns.map(([column]): [string, string] => [squash(column), column])]);
}

const KEYS = Object.fromEntries(PLAN_TABLES.map((table) => [table, keysOf(table)])) as Record<
  PlanTableName,
  ReadonlyMap<string, string>
>;

/** What a word of the submissions' dictionary means in a plan table: «اعتبار اصلاحی» in budget changes is the new total. */
const MEANINGS: Partial<Record<PlanTableName, Record<string, string>>> = {
  projects: { project: 'code' },
  indicators: { indicator: 'code' },
  schedule: { period_budget: 'planned_spend_rial', phys_planned: 'planned_physical_percent' },
  budget_changes: { revised_rial: 'approved_rial', period: 'effective' },
  targets: { ind_target_period: 'target', period: 'period_or_year', year: 'period_or_year' },
  links: { project: 'code', node: 'code' },
  reporters: { project: 'code', node: 'code' },
};

/**
 * What a header means in one plan table: the table's own labels first, then the dictionary of submissions where it
 * names a column of this table. `recognisePlanHeader('schedule', 'کد پروژه')` is `project`, in `projects` it is `code`.
 */
export function recognisePlanHeader(table: PlanTableName, text: string): PlanHeader {
  const { key, bareKey, unit } = headerKey(text);
  const tail = splitTailUnit(text);
  const own = KEYS[table].get(key) ?? KEYS[table].get(bareKey);
  if (own !== undefined) return { field: own, unit: unit ?? unitInName(own, key), suggestion: null };
  const tailed = tail ? KEYS[table].get(headerKey(tail.label).bareKey) : undefined;
  if (tail && tailed !== undefined) return { field: tailed, unit: unit ?? tail.unit, suggestion: null };

  const general = recogniseHeader(text, 'plan');
  const named = general.field === null ? null : (MEANINGS[table]?.[general.field] ?? general.field);
  const known = named !== null && (named === 'row_no' || named in PLAN_COLUMNS[table]);
  if (known) return { field: named, unit: general.unit, suggestion: null };
  const near = nearKey(bareKey, KEYS[table].keys());
  const column = near === null ? undefined : KEYS[table].get(near);
  return { field: null, unit, suggestion: column === undefined ? null : planColumnLabel(table, column, key) };
}

function unitInName(column: string, key: string): string | null {
  return column.endsWith('_rial') && key === squash(column) ? 'rial' : null;
}

/** A column as we suggest it: in Persian to those who write Persian, else the contract's name. */
function planColumnLabel(table: PlanTableName, column: string, key: string): string {
  const persian = /\p{Script=Arabic}/u.test(key) ? PLAN_COLUMNS[table][column]?.split('|')[0] : undefined;
  return persian ?? column;
}

const TABLES_BY_KEY: ReadonlyMap<string, PlanTableName> = new Map(
  PLAN_TABLES.flatMap((table) =>
    [table, ...PLAN_TABLE_NAMES[table].split('|')].map((name): [string, PlanTableName] => [squash(name), table]),
  ),
);

/** The plan table that a sheet or a file is called after, in Persian or English: `01 Projects.csv`, «پروژه‌ها»; null = none. */
export function planTableName(text: string): PlanTableName | null {
  const stem = text.replace(/\.(?:csv|tsv|txt|xls[xmb]?|ods)$/i, '');
  const key = squash(stem);
  return TABLES_BY_KEY.get(key) ?? TABLES_BY_KEY.get(key.replace(/^\d+/, '')) ?? null;
}
