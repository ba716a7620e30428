import type { Database } from 'better-sqlite3';
import { FINDINGS } from '../domain/catalogue/findings.js';
import type { Finding, FindingCode, FindingText, Place } from '../domain/finding.js';
import { invariant } from '../domain/invariant.js';
import { bindable } from './values.js';

const CATALOGUE: Readonly<Record<string, FindingText>> = FINDINGS;

interface FindingRow {
  code: string;
  file: string | null;
  sheetStated: number;
  sheet: string | null;
  row: number | null;
  column: string | null;
  cell: string | null;
  params: string;
}

/** What the row does not know is absent from the place, as it was when the finding was made. */
function placeOf(row: FindingRow): Place {
  return {
    ...(row.file !== null && { file: row.file }),
    ...(row.sheetStated === 1 && { sheet: row.sheet }),
    ...(row.row !== null && { row: row.row }),
    ...(row.column !== null && { column: row.column }),
    ...(row.cell !== null && { cell: row.cell }),
  };
}

/** Findings of a submission, in the order in which they were made. Severity is kept as it was judged then. */
export function findingRows(db: Database) {
  const insert = db.prepare(
    `insert into finding
       (submission, position, code, severity, file, sheet_stated, sheet, row_number, column_header, cell, params)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const select = db.prepare<[number], FindingRow>(
    `select code, file, sheet_stated as sheetStated, sheet, row_number as row, column_header as "column", cell, params
     from finding where submission = ? order by position`,
  );
  return {
    insert(submission: number, findings: readonly Finding[]): void {
      for (const [position, { code, place, params }] of findings.entries()) {
        const text = CATALOGUE[code];
        invariant(text, `finding without a text: ${code}`);
        const { file, sheet, row, column, cell } = place;
        const where = [file, sheet !== undefined, sheet, row, column, cell].map((part) => bindable(part ?? null));
        insert.run(submission, position, code, text.severity, ...where, JSON.stringify(params));
      }
    },
    of: (submission: number): Finding[] =>
      select.all(submission).map((row) => ({
        code: row.code as FindingCode,
        place: placeOf(row),
        params: JSON.parse(row.params) as Finding['params'],
      })),
  };
}
