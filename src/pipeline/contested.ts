import { type FactField, TEXT_FIELDS } from '../domain/fact.js';
import type { Finding } from '../domain/finding.js';
import { isSameCode, lineKey, type SentRow } from './sent-rows.js';

/** A figure that lines of one file state differently: where each of them stands, in the sender's own words. */
export interface Contested {
  field: FactField;
  /** `40 (B2) / 30 (B7)`. */
  values: string;
}

/**
 * The figures about which the lines of one code contradict each other. A figure that one line of a table states and another
 * leaves out is in doubt as well: whoever takes back the wrong line may take it with it. Remarks contradict nobody.
 */
export function contestedFigures(lines: readonly SentRow[], row: SentRow): Contested[] {
  const same = lines.filter((line) => isSameCode(line, row));
  const fields = new Set(same.flatMap(({ entries }) => Object.keys(entries) as FactField[]));
  return [...fields].flatMap((field): Contested[] => {
    const stating = same.filter(({ entries }) => entries[field] !== undefined);
    const differ = new Set(stating.map(({ entries }) => String(entries[field]))).size > 1;
    const leftOut = same.some(
      (line) => line.entries[field] === undefined && stating.some((one) => one.sheet === line.sheet),
    );
    if (TEXT_FIELDS.has(field) || !(differ || leftOut)) return [];
    return [{ field, values: stating.flatMap((line) => line.said[field] ?? []).join(' / ') }];
  });
}

/** Findings of figures that are there and of which nobody can tell what, or whose, they are. */
const UNPLACED: ReadonlySet<Finding['code']> = new Set([
  'SUB_DUPLICATE_ROW',
  'SUB_MERGED_FIGURE',
  'SUB_COLUMN_VAGUE',
  'SUB_FLOW_COLUMN',
  'SUB_ROW_NOT_COUNTED',
]);

/** The names of figures of which nobody can tell whose they are: they stand blank until their sender writes them. */
export function blankFigures(
  open: readonly { finding: Finding; file: number; row: SentRow | null; mark: { field: FactField | null } }[],
): ReadonlySet<string> {
  return new Set(
    open.flatMap(({ finding, file, row, mark }) =>
      UNPLACED.has(finding.code) && row && mark.field ? [figureKey(file, row, mark.field)] : [],
    ),
  );
}

/** Names a figure of a code among all that were sent. */
export const figureKey = (file: number, line: SentRow, field: FactField): string => `${file} ${lineKey(line)} ${field}`;
