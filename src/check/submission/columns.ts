import { type FactField, INDICATOR_FIELDS, MONEY_FIELDS, PROJECT_FIELDS, TEXT_FIELDS } from '../../domain/fact.js';
import type { Cell, Table } from '../../domain/table.js';
import { moneyUnitRial } from '../../domain/text/money-unit.js';
import { recogniseHeader } from '../dictionary/recognise.js';
import type { SheetKind } from './submission.js';

/** One column of a form. `field` is the contract's column name, `fact` the field of facts that it feeds. */
export interface Column {
  number: number;
  cell: Cell;
  header: string;
  field: string | null;
  /** What a vague header («کد») most likely means, for who can settle it. */
  likely: string | null;
  fact: FactField | null;
  unit: string | null;
  /** The fiscal year that the header names. */
  year: number | null;
  suggestion: string | null;
}

/** A sheet that holds a known table: its header row and what its columns mean. */
export interface Form {
  table: Table;
  kind: SheetKind;
  headerRow: number;
  columns: Column[];
}

/** The contract's name of the column that holds the code. */
export const CODE_COLUMN: Record<SheetKind, string> = { project: 'project', indicator: 'indicator' };

const FACT_FIELDS: Record<SheetKind, readonly FactField[]> = { project: PROJECT_FIELDS, indicator: INDICATOR_FIELDS };

/** The fact field of a contract column: only physical progress is called otherwise in files. */
export function factOf(kind: SheetKind, field: string | null): FactField | null {
  const name = field === 'physical_percent' ? 'physical' : field === 'physical' ? null : field;
  return FACT_FIELDS[kind].find((fact) => fact === name) ?? null;
}

export const isMoney = (field: FactField | null): boolean => field !== null && MONEY_FIELDS.has(field);
export const isText = (field: FactField | null): boolean => field !== null && TEXT_FIELDS.has(field);

const PERCENT_UNIT = /[%٪]|درصد|percent/iu;
export const saysPercent = (unit: string | null): boolean => unit !== null && PERCENT_UNIT.test(unit);

/** What a header cell means on a sheet of this kind. */
export function readColumn(cell: Cell, kind: SheetKind): Column {
  const header = cell.text.trim();
  const known = recogniseHeader(header, kind);
  const usable = known.match === 'exact' || known.match === 'pair';
  const fact = usable ? factOf(kind, known.field) : null;
  return {
    number: cell.column,
    cell,
    header,
    field: usable ? known.field : null,
    likely: known.match === 'ambiguous' ? known.likelyField : null,
    fact,
    unit: known.unit,
    year: known.year,
    suggestion: known.suggestion,
  };
}

/** How many rials the header's own unit means; null = the header names none, or none that is money. */
export function headerUnitRial(column: Column): number | null {
  return column.unit === null ? null : moneyUnitRial(column.unit);
}
