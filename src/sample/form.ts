import { cellAddress } from '../domain/table.js';

/** A cell as the department typed it. `percent`: shown with a % sign; `date`: Excel made a date of what was typed. */
export type FormCell = string | number | null | { kind: 'percent' | 'date'; number: number };

/** One line of a form; `code` tells the generator whose line it is, whatever was typed. */
export interface FormRow {
  code: string;
  cells: Record<string, FormCell>;
  hidden?: boolean;
}

/** One sheet as people write it: lines above, a header, rows, lines below. */
export interface FormSheet {
  name: string;
  above: string[][];
  columns: { key: string; header: string }[];
  rows: FormRow[];
  below: string[][];
}

/** Address of a cell of a row: `C7`. */
export function addressOf(sheet: FormSheet, row: FormRow, key: string): string {
  const column = sheet.columns.findIndex((one) => one.key === key);
  return cellAddress(sheet.above.length + 2 + sheet.rows.indexOf(row), column + 1);
}
