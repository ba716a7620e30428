import type { MonthForm } from '../../src/domain/form.js';
import { FORM_MARK, FORM_SHEET } from '../../src/domain/form-mark.js';
import type { Row, Sheet } from '../../src/report/sheet.js';
import type { FormColumn } from './columns.js';

/** One sheet that the reader takes back: its key column, its fields, and where its data begin. */
export interface MarkedSheet {
  sheet: Sheet;
  headerRow: number;
  columns: Pick<FormColumn, 'header' | 'role'>[];
}

/**
 * A hidden sheet by which our own form is known when it comes back: which sheets and columns are to be read, and what stood in
 * the cells to fill in, so that a form that nobody changed is told from one that was mended, and after which files it was written,
 * so that an old form overturns nothing that came since.
 */
export function markerSheet(
  { purpose, department, period, returned }: MonthForm,
  sheets: readonly MarkedSheet[],
): Sheet {
  const lines: (string | number)[][] = [
    [FORM_MARK, purpose, department.code, period],
    ...sheets.flatMap(({ sheet, columns }) => columns.map(({ role, header }) => [role, sheet.name, header])),
    ...sheets.flatMap(entriesOf),
    ...(returned?.files ?? []).map(({ sha256 }) => ['seen', sha256]),
  ];
  const rows: Row[] = lines.map((values) => ({
    cells: values.map((value) => ({ value, style: { name: typeof value === 'number' ? 'number' : 'text' } })),
  }));
  return {
    ...{ name: FORM_SHEET, tone: 'none', widths: [12, 12, 12, 12, 12], rows, merges: [], freeze: null, filter: null },
    print: { landscape: false, pagesHigh: 0, area: null, titleRows: null, header: '', footer: '' },
    ...{ conditions: [], hidden: true, locked: true },
  };
}

function entriesOf({ sheet, headerRow, columns }: MarkedSheet): (string | number)[][] {
  const key = columns.findIndex(({ role }) => role === 'key');
  return sheet.rows.slice(headerRow).flatMap(({ cells }) =>
    columns.flatMap(({ role, header }, at): (string | number)[][] => {
      const value = cells[at]?.value ?? null;
      if (role === 'context' || value === null || value === '') return [];
      return [['entry', sheet.name, String(cells[key]?.value ?? ''), header, value]];
    }),
  );
}
