import type { FormCell, FormSheet } from './form.js';
import type { Area } from './grid.js';
import type { Layout } from './layout.js';

/** A column of a laid-out sheet. `parent`: the wide header above it in a two-row header. */
export interface HeadColumn {
  key: string;
  header: string;
  parent?: string;
  hidden?: boolean;
}

const UNIT = / \((?:میلیون )?(?:ریال|تومان)\)$/u;

/** Parents and children of two-row headers, in the order in which they stand side by side. */
const PHYSICAL: Readonly<Record<string, string>> = { physical_percent: 'واقعی', verified_percent: 'تأییدشده' };
const CREDIT: Readonly<Record<string, string>> = {
  allocated_rial: 'تخصیص',
  committed_rial: 'تعهد',
  spent_rial: 'هزینه‌کرد',
};

/** The columns of a sheet in a layout: with its own ones added, in its order, under its parents. */
export function laidOutColumns(sheet: FormSheet, layout: Layout): HeadColumn[] {
  let columns: HeadColumn[] = sheet.columns.map((column) => ({ ...column }));
  if (layout.unitNote) columns = columns.map((column) => ({ ...column, header: column.header.replace(UNIT, '') }));
  if (layout.twoRowHeader) {
    columns = underParent(columns, 'پیشرفت فیزیکی', PHYSICAL);
    const unit = UNIT.exec(columns.find(({ key }) => key === 'spent_rial')?.header ?? '')?.[0] ?? '';
    columns = underParent(columns, `اعتبار${unit}`, CREDIT);
  }
  if (layout.schemeColumn) columns = inserted(columns, 'project', { key: 'scheme', header: 'طرح' });
  if (layout.helperColumn) columns = inserted(columns, 'physical_percent', { key: 'helper', header: '', hidden: true });
  return columns;
}

function inserted(columns: readonly HeadColumn[], before: string, added: HeadColumn): HeadColumn[] {
  return columns.flatMap((column) => (column.key === before ? [added, column] : [column]));
}

/** Brings the children together at the place of the first one. A single child keeps its own header. */
function underParent(
  columns: readonly HeadColumn[],
  parent: string,
  children: Readonly<Record<string, string>>,
): HeadColumn[] {
  const own = Object.keys(children).flatMap((key) => columns.find((column) => column.key === key) ?? []);
  const [first] = own;
  if (!first || own.length < 2) return [...columns];
  const placed = own.map((column) => ({ ...column, header: children[column.key] ?? column.header, parent }));
  return columns.flatMap((column) => {
    if (column.key === first.key) return placed;
    return own.includes(column) ? [] : [column];
  });
}

/** One or two header lines with their merged areas, counted from the first of them. */
export function headLines(columns: readonly HeadColumn[], layout: Layout): { lines: FormCell[][]; merges: Area[] } {
  const names = columns.map(({ header }) => header);
  if (!layout.twoRowHeader) return { lines: [names], merges: [] };
  const merges: Area[] = [];
  columns.forEach(({ parent }, index) => {
    if (parent === undefined) merges.push([1, index + 1, 2, index + 1]);
    else if (columns[index - 1]?.parent !== parent) {
      const width = columns.filter((one) => one.parent === parent).length;
      merges.push([1, index + 1, 1, index + width]);
    }
  });
  const starts = columns.map(({ parent }, index) =>
    parent !== undefined && columns[index - 1]?.parent !== parent ? parent : null,
  );
  // A workbook keeps a merged name in its first line; a text file has the names in the line next to the data.
  const upper = columns.map(({ parent, header }, index) => (parent === undefined ? header : (starts[index] ?? null)));
  const lower = columns.map(({ parent, header }) => (parent === undefined ? null : header));
  return layout.unmerged ? { lines: [starts, names], merges } : { lines: [upper, lower], merges };
}
