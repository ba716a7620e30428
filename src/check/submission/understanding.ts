import { columnLetters } from '../../domain/table.js';
import type { DepartmentDecision } from './department.js';
import type { PeriodDecision } from './period.js';
import type { FormRows } from './rows.js';
import type { SheetUnderstanding } from './submission.js';
import type { SheetUnits } from './unit.js';

/** What is known of the file as a whole. */
export interface Decisions {
  period: PeriodDecision;
  department: DepartmentDecision | null;
}

/** How a table was understood, in the sender's own columns and words. */
export function understandingOf(
  sheet: FormRows,
  units: SheetUnits,
  { period, department }: Decisions,
): SheetUnderstanding {
  const { form } = sheet;
  return {
    sheet: form.table.sheet,
    headerRow: form.headerRow,
    headerRows: form.headerRows.map(({ number }) => number),
    kind: form.kind,
    columns: form.columns.map(({ number, header, field, unit, why, suggestion }) => ({
      column: columnLetters(number),
      header,
      field,
      unit: units.get(number)?.words ?? unit,
      unitRial: units.get(number)?.rial ?? null,
      unitFrom: units.get(number)?.from ?? (unit === null ? null : 'header'),
      why,
      suggestion,
    })),
    period: period.period,
    periodFrom: period.from,
    department: department?.department?.code ?? null,
    departmentFrom: department?.from ?? null,
    rowsRead: sheet.rows.length,
    rowsSkipped: sheet.skipped,
  };
}
