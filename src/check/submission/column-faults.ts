import type { Finding } from '../../domain/finding.js';
import { type Column, type Form, isText } from './columns.js';
import { cellPlace, finding, shown } from './place.js';
import type { FormRows } from './rows.js';

/** «هزینه‌کرد ۹۸» beside «هزینه‌کرد ۹۹»: the figures of another year are not this report's. */
export function otherYears(form: Form, file: string, year: number | null): { form: Form; findings: Finding[] } {
  const other = (column: Column) =>
    year !== null && column.fact !== null && column.year !== null && column.year !== year;
  const findings = form.columns.filter(other).map((column) => {
    const params = { header: shown(column.header), year: column.year ?? '' };
    return finding('SUB_COLUMN_OTHER_YEAR', cellPlace(file, form.table, column.cell, column.header), params);
  });
  const columns = form.columns.map((column) => (other(column) ? { ...column, field: null, fact: null } : column));
  return { form: { ...form, columns }, findings };
}

/** Two columns that feed one figure leave us to choose, and we do not choose; of two columns of notes the first is read. */
export function repeatedColumns(form: Form, file: string): { form: Form; findings: Finding[]; refused: boolean } {
  const seen = new Map<string, Column>();
  const findings: Finding[] = [];
  const columns = form.columns.map((column) => {
    const { field, fact } = column;
    const earlier = field === null ? undefined : seen.get(field);
    if (field !== null && !earlier) seen.set(field, column);
    const matters =
      fact !== null || field === 'project' || field === 'indicator' || field === 'period' || field === 'department';
    if (!earlier || !matters) return column;
    const code = isText(fact) ? 'SUB_TEXT_COLUMN_TWICE' : 'SUB_COLUMN_TWICE';
    const place = cellPlace(file, form.table, column.cell, column.header);
    findings.push(
      finding(code, place, { header: shown(column.header), other: `${earlier.header} (${earlier.cell.address})` }),
    );
    return { ...column, field: null, fact: null, suggestion: null };
  });
  const refused = findings.some(({ code }) => code === 'SUB_COLUMN_TWICE');
  return { form: { ...form, columns }, findings, refused };
}

/** Columns that nobody reads are named, with the column that was perhaps meant. */
export function unknownColumns(form: Form, file: string): Finding[] {
  return form.columns
    .filter((column) => column.field === null)
    .map((column) =>
      finding('SUB_UNKNOWN_COLUMN', cellPlace(file, form.table, column.cell, column.header), {
        header: shown(column.header),
        suggestion: column.suggestion ?? '—',
      }),
    );
}

/** Figures under no header at all would otherwise vanish without a word; one finding for each such column. */
export function headless(sheet: FormRows, file: string): Finding[] {
  const { table, columns, headerRow } = sheet.form;
  const header = table.rows.find((row) => row.number === headerRow);
  const named = new Set([...columns.map(({ number }) => number), ...table.hiddenColumns]);
  for (const cell of header?.cells ?? []) if (cell.text.trim() !== '') named.add(cell.column);
  const found = new Map<number, Finding>();
  for (const { row } of sheet.rows)
    for (const cell of row.cells)
      if (cell.text.trim() !== '' && !named.has(cell.column) && !found.has(cell.column))
        found.set(cell.column, finding('SUB_NO_HEADER', cellPlace(file, table, cell), { cell: cell.address }));
  return [...found.values()];
}
