import { held } from '../../src/domain/catalogue/held.js';
import type { FormMark, FormRow, MonthForm, StrayRow } from '../../src/domain/form.js';
import { cellAddress, columnLetters } from '../../src/domain/table.js';
import { withHeights } from '../../src/report/row-height.js';
import type { Cell, Row, Sheet, Validation } from '../../src/report/sheet.js';
import type { Tone } from '../../src/report/style.js';
import { columnsOf, type FormColumn } from './columns.js';
import { validationOf } from './validation.js';
import { type FormWords, TITLE_HEIGHT } from './words.js';

/** The row of the headers; rows of data follow it. */
export const HEADER_ROW = 6;

/** A sheet to fill in, and where each field of each row stands in it. */
export interface EntrySheet {
  sheet: Sheet;
  columns: FormColumn[];
  /** The cell of a row (code, or key of a stray line) and field; without a column for it, that of the code. */
  address(row: string, field: FormMark['field']): string | null;
}

type Line = FormRow & { key: string };

/** Rows of one kind: identity locked, fields open, faults marked at their cells. Null = nothing of this kind. */
export function entrySheet(form: MonthForm, words: FormWords, kind: FormRow['kind']): EntrySheet | null {
  const lines = linesOf(form, kind);
  if (lines.length === 0) return null;
  const columns = columnsOf(form, words, kind);
  const marks = (form.returned?.marks ?? []).filter((mark) => mark.kind === kind);
  const widths = columns.map(({ width }) => width);
  const rows: Row[] = [
    ...headRows(form, words, kind),
    { cells: columns.map(({ header }) => ({ value: header, style: { name: 'header' } })), height: 44 },
    ...withHeights(
      lines.map((line) => ({
        cells: columns.map((column, at) => cellOf(line, column, at, columns, marks, form, words)),
      })),
      widths,
    ),
  ];
  const last = HEADER_ROW + lines.length;
  const validations = columns.flatMap((column, at): Validation[] => {
    const letters = columnLetters(at + 1);
    const rule = validationOf(column, `${letters}${HEADER_ROW + 1}`, words);
    return rule === null ? [] : [{ range: `${letters}${HEADER_ROW + 1}:${letters}${last}`, ...rule }];
  });
  const sheet: Sheet = {
    name: kind === 'project' ? words.sheets.projects : words.sheets.indicators,
    tone: marks.length > 0 ? 'bad' : 'primary',
    widths,
    rows,
    merges: [],
    freeze: { rows: HEADER_ROW, columns: 2 },
    filter: null,
    print: {
      landscape: true,
      pagesHigh: 0,
      area: null,
      titleRows: [HEADER_ROW, HEADER_ROW],
      header: [
        form.organisation,
        form.department.title,
        words.period,
        ...(form.sample ? [sampleWord(words)] : []),
      ].join(' — '),
      footer: words.t('&P / &N', 'Page &P of &N'),
    },
    conditions: [],
    locked: true,
    validations,
  };
  return { sheet, columns, address: (row, field) => addressIn(lines, columns, row, field) };
}

export const sampleWord = ({ t }: FormWords): string => t('داده نمونه — غیرواقعی', 'SAMPLE DATA — NOT REAL');

function linesOf(form: MonthForm, kind: FormRow['kind']): Line[] {
  const rows = kind === 'project' ? form.projects : form.indicators;
  const stray = (form.returned?.stray ?? []).filter((row) => row.kind === kind);
  return [...rows.map((row) => ({ ...row, key: row.code })), ...stray.map(strayLine)];
}

/** What the sender wrote in a line that the plan does not know: everything of it can be mended. */
function strayLine({ key, kind, code, title, entries }: StrayRow): Line {
  return {
    key,
    ...{ kind, code, title, entries },
    ...{ asked: null, unit: null, last: null, lastSpentRial: null, approvedRial: null, target: null, questions: [] },
    open: [],
    counted: [],
    state: 'marked',
  };
}

function headRows(form: MonthForm, words: FormWords, kind: FormRow['kind']): Row[] {
  const { t } = words;
  const what =
    kind === 'project' ? t('گزارش پروژه‌ها', 'Report of projects') : t('گزارش شاخص‌ها', 'Report of indicators');
  const legend = form.returned
    ? t(
        'خاکستری: پذیرفته شد. قرمز: خطا، شمرده نشد. زرد تیره: پرسش یا هشدار. آبی: اطلاع. یادداشت هر خانه می‌گوید چه باید کرد. همین پرونده را اصلاح کنید و بفرستید.',
        'Grey: accepted. Red: error, not counted. Dark yellow: question or warning. Blue: for information. The note of a cell says what to do. Mend this very file and send it.',
      )
    : t(
        'تنها خانه‌های زرد را پر کنید؛ خانهٔ خالی یعنی «گزارشی نیست» و چیزی را پاک نمی‌کند. واژهٔ «حذف» رقم پیشین را پس می‌گیرد. رقم‌ها از آغاز سال جمع‌اند.',
        'Fill in the yellow cells only; a blank cell says nothing and erases nothing. The word "withdraw" takes an earlier figure back. Figures are cumulative in the year.',
      );
  const text = (value: string): Row => ({ cells: [{ value, style: { name: 'subtitle' } }] });
  return [
    {
      cells: [
        {
          value: [what, form.organisation, ...(form.sample ? [sampleWord(words)] : [])].join(' — '),
          style: { name: 'title' },
        },
      ],
      height: TITLE_HEIGHT,
    },
    text(t(`ماه: ${words.period}`, `month: ${form.period}`)),
    text(t(`کد واحد: ${form.department.code}`, `department code: ${form.department.code}`)),
    text(form.department.title),
    text(legend),
  ];
}

const SEVERITY_TONE: Record<FormMark['severity'], Tone> = {
  error: 'bad',
  question: 'watch',
  warning: 'watch',
  info: 'ahead',
};

function cellOf(
  line: Line,
  column: FormColumn,
  at: number,
  columns: readonly FormColumn[],
  marks: readonly FormMark[],
  { returned }: MonthForm,
  words: FormWords,
): Cell {
  const own = marks.filter((mark) => mark.row === line.key && columnOf(columns, mark.field) === at);
  const [worst] = own;
  const stray = line.state === 'marked' && !line.open.length && line.asked === null && line.questions.length === 0;
  const fillable = column.field !== null && (line.open.includes(column.field) || stray);
  const open = fillable || (column.role === 'answer' && line.questions.length > 0) || (stray && column.role === 'key');
  const value = column.value(line);
  const counts =
    column.role === 'field' ? column.field !== null && line.counted.includes(column.field) : line.state === 'accepted';
  const calm: Tone | null = returned && counts && value !== null ? 'muted' : null;
  const tone = worst ? SEVERITY_TONE[worst.severity] : (calm ?? (column.field !== null && !open ? 'muted' : null));
  const note = own.map((mark) => noteOf(mark, words)).join('\n\n');
  return {
    value,
    style: { name: styleOf(column), ...(tone ? { tone } : {}), ...(open ? { open } : {}) },
    ...(note === '' ? {} : { note }),
  };
}

function styleOf({ role, style }: FormColumn): Cell['style']['name'] {
  if (style === 'number') return role === 'field' ? 'entry' : 'number';
  return style;
}

/** What is wrong, where the sender wrote it, how to mend it, and what it might be. */
export function noteOf({ message, remedy, suggestion, place }: FormMark, words: FormWords): string {
  const { t } = words;
  const where = placeText(place, words);
  return [
    message,
    ...(where === '' ? [] : [t(`جای آن در پروندهٔ شما: ${held('fa', where)}`, `In your file: ${where}`)]),
    remedy,
    ...(suggestion === null ? [] : [t(`پیشنهاد: ${held('fa', suggestion)}`, `Suggestion: ${suggestion}`)]),
  ].join('\n');
}

/** The sender's own place: file, sheet and cell, of a whole line its number. */
export function placeText({ file, sheet, row, cell }: FormMark['place'], { t, digits }: FormWords): string {
  const at = cell ?? (row === undefined ? null : `${t('سطر', 'row')} ${digits(String(row))}`);
  return [file, sheet, at].filter(Boolean).join(' / ');
}

function columnOf(columns: readonly FormColumn[], field: FormMark['field']): number {
  return Math.max(0, field === null ? 0 : columns.findIndex((column) => column.field === field));
}

function addressIn(
  lines: readonly Line[],
  columns: readonly FormColumn[],
  row: string,
  field: FormMark['field'],
): string | null {
  const at = lines.findIndex(({ key }) => key === row);
  return at < 0 ? null : cellAddress(HEADER_ROW + 1 + at, columnOf(columns, field) + 1);
}
