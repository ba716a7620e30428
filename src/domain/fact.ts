import type { Period } from './calendar.js';

/** Fields of a monthly submission. Cumulative in the fiscal year. `physical` is a ratio 0..1 of what was reported. */
export const PROJECT_FIELDS = [
  'physical',
  'quantity',
  'verified_percent',
  'allocated_rial',
  'committed_rial',
  'certified_rial',
  'spent_rial',
  'spent_noncash_rial',
  'advance_rial',
  'note',
  'obstacle',
  'action',
] as const;
export const INDICATOR_FIELDS = ['value', 'numerator', 'denominator', 'note'] as const;
export type FactField = (typeof PROJECT_FIELDS)[number] | (typeof INDICATOR_FIELDS)[number];

export const TEXT_FIELDS: ReadonlySet<FactField> = new Set(['note', 'obstacle', 'action']);
export const MONEY_FIELDS: ReadonlySet<FactField> = new Set([
  'allocated_rial',
  'committed_rial',
  'certified_rial',
  'spent_rial',
  'spent_noncash_rial',
  'advance_rial',
]);

/** The cell from which a value came, as the sender sees it, and the text as typed. */
export interface Source {
  sheet: string | null;
  row: number;
  column: string;
  cell: string;
  raw: string;
}

/**
 * One value that a sheet states for one code, period and field.
 * `value` null with `withdrawn` = the figure reported before is taken back; text fields carry `text`.
 */
export interface Statement {
  kind: 'project' | 'indicator';
  code: string;
  period: Period;
  field: FactField;
  value: number | null;
  text: string | null;
  withdrawn: boolean;
  source: Source;
}

/** A stored statement: append-only, with its submission and the instant at which we knew it (UTC, ISO 8601). */
export interface Fact extends Statement {
  id: number;
  submission: number;
  department: string;
  file: string;
  sha256: string;
  recordedAt: string;
}
