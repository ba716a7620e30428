import { basename } from 'node:path';
import { type FactField, TEXT_FIELDS } from '../domain/fact.js';
import type { Finding } from '../domain/finding.js';
import { isCounted } from '../domain/outcome.js';
import { isSameCode, isTotalLine, lineKey, type SentFile, type SentRow } from './sent-rows.js';

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

/** A file that went back as a whole was not asked which of two contradicting lines is meant: its return has to. */
export function untoldContradictions({ record, rows }: Pick<SentFile, 'record' | 'rows'>): Finding[] {
  if (isCounted(record) || record.findings.some(({ code }) => code === 'SUB_DUPLICATE_ROW')) return [];
  return rows.flatMap((row, at): Finding[] => {
    const other = rows.slice(0, at).find((one) => row.code !== '' && isSameCode(one, row));
    const contested = other && !isTotalLine(row) ? contestedFigures(rows, row) : [];
    if (!other || contested.length === 0) return [];
    const place = { file: basename(record.file), sheet: row.sheet, row: row.row };
    const values = contested.map((one) => one.values).join('; ');
    return [{ code: 'SUB_DUPLICATE_ROW', place, params: { code: row.code, other: String(other.row), values } }];
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
