import type { FormCell, FormRow, FormSheet } from './form.js';
import { type HeadColumn, headLines, laidOutColumns } from './head.js';
import type { Layout } from './layout.js';

/** Top, left, bottom, right; from 1, both ends included. */
export type Area = [number, number, number, number];

/** A sheet as it is written: lines of cells and what a workbook adds to them. Lines and columns count from 1. */
export interface Grid {
  name: string;
  lines: FormCell[][];
  columns: HeadColumn[];
  merges: Area[];
  boldLines: number[];
  hiddenLines: number[];
}

/** What a layout tells of a project beside its figures: its mission (goal) and its scheme, by code. */
export interface Placement {
  mission: string;
  scheme: string;
}
export type PlacementOf = (code: string) => Placement | undefined;

/** A department's sheet in a layout; without one, lines above, one header, rows, lines below. */
export function gridOf(sheet: FormSheet, layout: Layout = {}, placementOf: PlacementOf = () => undefined): Grid {
  const columns = laidOutColumns(sheet, layout);
  const grid: Grid = { name: sheet.name, lines: [], columns, merges: [], boldLines: [], hiddenLines: [] };
  addAbove(grid, sheet, layout);
  addHeader(grid, layout);
  if (layout.numbering) grid.lines.push(columns.map((_, index) => index + 1));
  addBody(grid, sheet, layout, placementOf);
  if (layout.grandTotal) grid.lines.push(totalLine('جمع کل', sheet.rows, columns));
  grid.lines.push(...(layout.signatures ? signatures() : sheet.below));
  return grid;
}

function addAbove(grid: Grid, sheet: FormSheet, layout: Layout): void {
  const width = grid.columns.length;
  const letterhead = layout.letterhead ? [['بسمه تعالی'], ['شهرداری – معاونت برنامه‌ریزی']] : [];
  const preamble = layout.preamble ? [['خروجی سامانه کنترل پروژه'], ['فهرست پروژه‌های جاری'], []] : [];
  for (const line of [...letterhead, ...preamble, ...sheet.above]) {
    grid.lines.push([...line]);
    grid.merges.push([grid.lines.length, 1, grid.lines.length, width]);
  }
  if (!layout.unitNote) return;
  const unit = /\((.*ریال|.*تومان)\)/u.exec(sheet.columns.map(({ header }) => header).join('\n'))?.[1] ?? '';
  grid.lines.push([...Array<null>(width - 3).fill(null), `مبالغ به ${unit} می‌باشد`]);
  grid.merges.push([grid.lines.length, width - 2, grid.lines.length, width]);
}

function addHeader(grid: Grid, layout: Layout): void {
  const above = grid.lines.length;
  const { lines, merges } = headLines(grid.columns, layout);
  grid.lines.push(...lines);
  grid.boldLines.push(...lines.map((_, index) => above + index + 1));
  for (const [top, left, bottom, right] of merges) grid.merges.push([above + top, left, above + bottom, right]);
}

function addBody(grid: Grid, sheet: FormSheet, layout: Layout, placementOf: PlacementOf): void {
  let mission: string | undefined;
  let group: FormRow[] = [];
  const closeGroup = () => {
    if (layout.groupTotals && group.length > 0) grid.lines.push(totalLine('جمع مأموریت', group, grid.columns));
    group = [];
  };
  let schemeFrom = 0;
  let scheme: string | undefined;
  sheet.rows.forEach((row, index) => {
    const placement = placementOf(row.code);
    if (layout.groups && placement && placement.mission !== mission) {
      closeGroup();
      mission = placement.mission;
      grid.lines.push([`مأموریت: ${mission}`]);
      grid.merges.push([grid.lines.length, 1, grid.lines.length, grid.columns.length]);
    }
    if (layout.pageLines && index > 0 && index % layout.pageLines === 0) addHeader(grid, layout);
    const cells: FormRow['cells'] = { ...row.cells, scheme: placement?.scheme ?? null, helper: index + 100 };
    grid.lines.push(grid.columns.map(({ key }) => cells[key] ?? null));
    group.push(row);
    if (row.hidden) grid.hiddenLines.push(grid.lines.length);
    if (!layout.schemeColumn) return;
    if (placement?.scheme !== scheme) schemeFrom = grid.lines.length;
    scheme = placement?.scheme;
    if (placementOf(sheet.rows[index + 1]?.code ?? '')?.scheme !== scheme) mergeScheme(grid, schemeFrom);
  });
  closeGroup();
}

/** One cell over the lines of a scheme, from a line to the last one: the title stands in the first line alone. */
function mergeScheme(grid: Grid, from: number): void {
  const column = grid.columns.findIndex(({ key }) => key === 'scheme');
  for (const line of grid.lines.slice(from)) line[column] = null;
  if (grid.lines.length > from) grid.merges.push([from, column + 1, grid.lines.length, column + 1]);
}

/** Sums of the money columns as they are typed; blank cells add nothing. Money has at most one decimal. */
function totalLine(label: string, rows: readonly FormRow[], columns: readonly HeadColumn[]): FormCell[] {
  return columns.map(({ key }) => {
    if (key === 'title') return label;
    if (!key.endsWith('_rial')) return null;
    const typed = rows.map(({ cells }) => cells[key]).filter((cell) => typeof cell === 'number');
    return typed.length === 0 ? null : Math.round(typed.reduce((sum, amount) => sum + amount, 0) * 10) / 10;
  });
}

function signatures(): FormCell[][] {
  const people = ['تهیه‌کننده: کارشناس کنترل پروژه', 'تأییدکننده: مدیر واحد', 'تصویب‌کننده: معاون سازمان'];
  const beside = (texts: string[]) => texts.flatMap((text) => [null, text]);
  return [[], beside(people), beside(people.map(() => 'نام و امضا'))];
}
