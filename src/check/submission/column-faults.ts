import { type Calendar, type Period, yearOf } from '../../domain/calendar.js';
import type { Finding } from '../../domain/finding.js';
import type { Row } from '../../domain/table.js';
import { withoutUnit } from '../../domain/text/header-key.js';
import { headerMonth } from '../../domain/text/header-month.js';
import { flowField } from '../dictionary/flows.js';
import { fieldNamed, isPersian, nameLike } from '../dictionary/lookup.js';
import { type Column, type Form, factOf, isFigure, isText } from './columns.js';
import { cellPlace, finding, shown } from './place.js';
import type { FormRows } from './rows.js';

/** What became of the columns of a form: those that are not read have lost their field. */
export interface ColumnReading {
  form: Form;
  findings: Finding[];
}

const unread = (column: Column): Column => ({
  ...column,
  field: null,
  fact: null,
  flowOf: null,
  likely: null,
  suggestion: null,
});

const places = (file: string, form: Form) => (column: Column) =>
  cellPlace(file, form.table, column.cell, column.header);

/** «هزینه‌کرد ۹۸», «هزینه‌کرد تا پایان مرداد»: the figures of another year or month are not this report's. */
export function otherTimes(form: Form, file: string, period: Period | null, calendar: Calendar): ColumnReading {
  if (period === null) return { form, findings: [] };
  const at = places(file, form);
  const [year, month] = [yearOf(calendar, period), Math.min(Number(period.slice(5)), 12)];
  const findings: Finding[] = [];
  const columns = form.columns.map((column) => {
    const concerns = column.fact !== null || column.flowOf !== null;
    const params = { header: shown(column.header) };
    if (concerns && column.year !== null && column.year !== year)
      findings.push(finding('SUB_COLUMN_OTHER_YEAR', at(column), { ...params, year: column.year }));
    else if (concerns && column.month !== null && calendar.kind === 'jalali' && month !== column.month)
      findings.push(finding('SUB_COLUMN_OTHER_MONTH', at(column), { ...params, period }));
    else return column;
    return unread(column);
  });
  return { form: { ...form, columns }, findings };
}

/** Figures of one month are never added up: the cumulative column is read where there is one, else it is asked for. */
export function flows(form: Form, file: string): ColumnReading {
  const at = places(file, form);
  const cumulative = new Set(
    form.columns.flatMap(({ fact, field }) => (fact !== null && field !== null ? [field] : [])),
  );
  const findings = form.columns
    .filter((column) => column.flowOf !== null && form.kind === 'project')
    .map((column) => {
      const wanted = nameLike(column.header, fieldNamed(column.flowOf ?? ''));
      const code = cumulative.has(column.flowOf ?? '') ? 'SUB_FLOW_IGNORED' : 'SUB_FLOW_COLUMN';
      const params = {
        header: shown(column.header),
        wanted,
        values: '—',
        fields: factsOf(form, [column.flowOf ?? '']),
      };
      return finding(code, at(column), params);
    });
  return { form, findings };
}

/** Columns without a figure of which a second one is told. */
const TOLD_TWICE: ReadonlySet<string> = new Set(['project', 'indicator', 'period', 'department', 'answer']);

/** Two columns that feed one figure leave us to choose, and we do not choose; of two columns of notes the first is read. */
export function repeatedColumns(form: Form, file: string): ColumnReading & { refused: boolean } {
  const seen = new Map<string, Column>();
  const findings: Finding[] = [];
  const columns = form.columns.map((column) => {
    const { field, fact } = column;
    const earlier = field === null ? undefined : seen.get(field);
    if (field !== null && !earlier) seen.set(field, column);
    if (!earlier || (fact === null && !TOLD_TWICE.has(field ?? ''))) return column;
    const code = isText(fact) || field === 'answer' ? 'SUB_TEXT_COLUMN_TWICE' : 'SUB_COLUMN_TWICE';
    const other = `${shown(earlier.header)} (${earlier.cell.address})`;
    findings.push(finding(code, places(file, form)(column), { header: shown(column.header), other }));
    return unread(column);
  });
  const refused = findings.some(({ code }) => code === 'SUB_COLUMN_TWICE');
  return { form: { ...form, columns }, findings, refused };
}

/** Where a vague word may mean one of several columns, the person who wrote it has to say which. */
const CHOICES: Readonly<Record<string, readonly string[]>> = {
  spent_rial: ['spent_rial', 'physical_percent', 'spent_month'],
  physical_percent: ['physical_percent', 'planned_physical_percent', 'fin_actual'],
  quantity: ['quantity', 'physical_percent'],
  allocated_rial: ['allocated_rial', 'alloc_pct'],
  advance_rial: ['advance_rial', 'spent_rial'],
  value: ['value', 'target'],
};

/** The fields of facts that columns of the contract feed, parted by commas: where the figures may belong. */
const factsOf = (form: Form, columns: readonly string[]): string =>
  columns.flatMap((column) => factOf(form.kind, column) ?? []).join(',');

function holdsFigures(form: Form, column: Column): boolean {
  return form.body.some(
    (row) => !row.hidden && row.cells.some((cell) => cell.column === column.number && /\p{Nd}/u.test(cell.text)),
  );
}

const namesOf = ({ header }: Column, fields: readonly string[]): string[] =>
  fields.map((field) => nameLike(header, fieldNamed(field)));

/** A header whose figures were not read: `names` are what it may say instead, `fields` the columns that it may mean. */
function vague(form: Form, file: string, column: Column, names: readonly string[], fields: readonly string[]): Finding {
  const persian = isPersian(column.header);
  const choices = names.map((name) => (persian ? `«${name}»` : `“${name}”`)).join(persian ? '، ' : ', ');
  const params = { header: shown(column.header), choices, values: '—', fields: factsOf(form, fields) };
  return finding('SUB_COLUMN_VAGUE', places(file, form)(column), params);
}

/** One header merged over two columns of values names neither of them: nothing says which one is meant. */
export function sharedHeaders(form: Form, file: string): ColumnReading {
  const findings: Finding[] = [];
  const columns = form.columns.map((column) => {
    const merge = isFigure(column.fact) ? form.merges.covering(column.cell.row, column.number) : null;
    if (!merge || merge[2] < form.headerRow) return column;
    const beside = form.body.some(
      (row) =>
        !row.hidden &&
        row.cells.some(({ column: at, text }) => at > column.number && at <= merge[3] && /\p{Nd}/u.test(text)),
    );
    if (!beside) return column;
    const choices = CHOICES[column.field ?? ''] ?? [column.field ?? ''];
    findings.push(vague(form, file, column, namesOf(column, choices), choices));
    return { ...unread(column), why: 'vague' as const };
  });
  return { form: { ...form, columns }, findings };
}

/** How money is written most often, as an example of a unit that is known. */
const MONEY_WORDS = { fa: ['ریال', 'میلیون ریال', 'تومان'], en: ['rial', 'million rial', 'toman'] };

/** Whether some line has a figure in this column, and none in a column that says what this one seems to say. */
function losesFigures(form: Form, { number }: Column, field: string): boolean {
  const same = new Set(form.columns.filter((one) => one.field === field).map((one) => one.number));
  const holds = (cells: Row['cells'], at: (column: number) => boolean) =>
    cells.some((cell) => at(cell.column) && /\p{Nd}/u.test(cell.text));
  return form.body.some(
    ({ hidden, cells }) =>
      !hidden && holds(cells, (column) => column === number) && !holds(cells, (column) => same.has(column)),
  );
}

/** A vague header over figures is asked about with its choices; other columns that nobody reads are named once. */
export function unknownColumns(form: Form, file: string): Finding[] {
  const at = places(file, form);
  return form.columns.flatMap((column) => {
    const header = shown(column.header);
    const flow = form.kind === 'indicator' && column.flowOf !== null;
    const likely = flow ? 'value' : column.likely;
    if (likely !== null && isFigure(factOf(form.kind, likely)) && holdsFigures(form, column)) {
      const flowing = headerMonth(withoutUnit(column.header)) === null ? null : flowField(likely);
      const choices = flowing === null ? (CHOICES[likely] ?? [likely]) : [likely, flowing];
      return [vague(form, file, column, namesOf(column, choices), choices)];
    }
    if (column.field !== null) return [];
    const { bare } = column;
    if (bare !== null && isFigure(factOf(form.kind, bare)) && losesFigures(form, column, bare)) {
      const units = fieldNamed(bare).type === 'money' ? MONEY_WORDS[isPersian(header) ? 'fa' : 'en'] : [];
      const names = namesOf(column, [bare]).flatMap((name) =>
        units.length > 0 ? units.map((unit) => `${name} (${unit})`) : [name],
      );
      return [vague(form, file, column, names, [bare])];
    }
    return [finding('SUB_UNKNOWN_COLUMN', at(column), { header, suggestion: column.suggestion ?? '—' })];
  });
}

/** Figures under no header at all would otherwise vanish without a word; one finding for each such column. */
export function headless(sheet: FormRows, file: string): Finding[] {
  const { table, columns, headerRows } = sheet.form;
  const named = new Set([...columns.map(({ number }) => number), ...table.hiddenColumns]);
  for (const row of headerRows) for (const cell of row.cells) if (cell.text.trim() !== '') named.add(cell.column);
  const found = new Map<number, Finding>();
  for (const { row } of sheet.rows)
    for (const cell of row.cells)
      if (cell.text.trim() !== '' && !named.has(cell.column) && !found.has(cell.column))
        found.set(cell.column, finding('SUB_NO_HEADER', cellPlace(file, table, cell), { cell: cell.address }));
  return [...found.values()];
}
