import type { Calendar, Period } from '../../domain/calendar.js';
import type { Finding, Place } from '../../domain/finding.js';
import type { Cell, Row } from '../../domain/table.js';
import { parsePeriod } from '../../domain/text/date.js';
import { foldDigits, foldWords } from '../../domain/text/normalise.js';
import { bareMonth, periodOfDate, periodOfSerial, statedYear, titlePeriods } from '../../domain/text/title-period.js';
import { recogniseHeader } from '../dictionary/recognise.js';
import type { Evidence } from './evidence.js';
import { labelled } from './labels.js';
import { cellPlace, finding, shown } from './place.js';
import type { DataRow, FormRows } from './rows.js';
import type { SubmissionContext } from './submission.js';

/** What the places of a file say of its month: whole periods, months without a year, years without a month. */
export interface PeriodEvidence {
  periods: Evidence<Period>[];
  months: Evidence<number>[];
  /** `binding` = labelled as the year of the report, so that it must agree; others only complete a bare month. */
  years: (Evidence<number> & { binding: boolean })[];
  faults: Finding[];
}

const nothing = (): PeriodEvidence => ({ periods: [], months: [], years: [], faults: [] });

export const gather = (all: readonly PeriodEvidence[]): PeriodEvidence => ({
  periods: all.flatMap((one) => one.periods),
  months: all.flatMap((one) => one.months),
  years: all.flatMap((one) => one.years),
  faults: all.flatMap((one) => one.faults),
});

const bareNumber = (text: string): number => (/^\d{1,4}$/.test(foldDigits(text).trim()) ? Number(foldDigits(text)) : 0);

/** The month that a cell of the period column states: a month, a day of it («۱۳۹۹/۰۶/۳۱»), a date cell. */
function cellPeriod(cell: Cell, row: DataRow, calendar: Calendar): Period | null {
  if (cell.kind === 'date' && cell.number !== null)
    return periodOfSerial(cell.number, row.form.table.date1904, calendar);
  return parsePeriod(cell.text, calendar) ?? periodOfDate(cell.text, calendar);
}

/** One line's own month: its period column, completed by its year column where the month stands alone. */
function rowEvidence(row: DataRow, context: SubmissionContext): PeriodEvidence {
  const placed = row.cells.get('period');
  const yearCell = row.cells.get('year')?.cell;
  if (!placed && !yearCell) return nothing();
  const { calendar, fileName } = context;
  const table = row.form.table;
  const stated = yearCell ? (statedYear(`سال ${foldDigits(yearCell.text).trim()}`, calendar) ?? null) : null;
  const years =
    yearCell && stated !== null
      ? [{ value: stated, raw: yearCell.text.trim(), place: cellPlace(fileName, table, yearCell), binding: true }]
      : [];
  if (!placed) return { ...nothing(), years };
  const { cell, column } = placed;
  const place = cellPlace(fileName, table, cell, column.header);
  const raw = cell.text.trim();
  const whole = cellPeriod(cell, row, calendar);
  if (whole !== null) return { ...nothing(), periods: [{ value: whole, place, raw }], years };
  const number = bareNumber(raw);
  const month = bareMonth(raw, calendar) ?? (number >= 1 && number <= 12 ? number : null);
  if (month !== null && stated !== null) {
    const value = `${stated}-${String(month).padStart(2, '0')}`;
    return { ...nothing(), periods: [{ value, place, raw: `${raw} ${stated}` }] };
  }
  if (month !== null) return { ...nothing(), months: [{ value: month, place, raw }] };
  return { ...nothing(), years, faults: [finding('SUB_PERIOD_UNREADABLE', place, { raw: shown(raw) })] };
}

const endsAt = /منتهی|تا تاریخ|تا پایان|لغایت|مقطع|دوره|ماه گزارش/u;

/** A title cell: the months that it names, or a bare month, or a year. */
function cellEvidence(text: string, place: Place, calendar: Calendar): PeriodEvidence {
  const raw = text.trim();
  const periods = titlePeriods(raw, calendar).map((value) => ({ value, place, raw }));
  if (periods.length > 0) return { ...nothing(), periods };
  const month = bareMonth(raw, calendar);
  const year = statedYear(raw, calendar);
  const label = labelled(raw)?.label;
  const binding = label !== undefined && recogniseHeader(label, 'project').field === 'year';
  return {
    ...nothing(),
    months: month === null ? [] : [{ value: month, place, raw }],
    years: year === null ? [] : [{ value: year, place, raw, binding }],
  };
}

/** A line whose cells say the month only together («ماه» «شهریور» «۱۳۹۹») is read as one. */
function titleLine(row: Row, sheet: FormRows, context: SubmissionContext): PeriodEvidence {
  const { calendar, fileName } = context;
  const table = sheet.form.table;
  const cells = row.cells.filter((cell) => cell.text.trim() !== '');
  const dates = cells.flatMap((cell, index): Evidence<Period>[] => {
    const label = cells[index - 1]?.text ?? '';
    if (cell.kind !== 'date' || cell.number === null || !endsAt.test(foldWords(label))) return [];
    const value = periodOfSerial(cell.number, table.date1904, calendar);
    return [{ value, place: cellPlace(fileName, table, cell), raw: cell.text }];
  });
  const typed = cells.filter((cell) => cell.kind !== 'date');
  const single = gather(typed.map((cell) => cellEvidence(cell.text, cellPlace(fileName, table, cell), calendar)));
  const [first] = typed;
  if (dates.length > 0 || single.periods.length > 0 || !first)
    return { ...single, periods: [...dates, ...single.periods] };
  const raw = typed.map((cell) => cell.text.trim()).join(' ');
  const periods = titlePeriods(raw, calendar);
  if (periods.length > 0) {
    const place = cellPlace(fileName, table, first);
    return { ...nothing(), periods: periods.map((value) => ({ value, place, raw })) };
  }
  return single.months.length + single.years.length > 0
    ? single
    : cellEvidence(raw, cellPlace(fileName, table, first), calendar);
}

/** «شهریور», «شهریور ۹۹»: the sheet's own name. */
export function sheetNameEvidence(name: string, calendar: Calendar): PeriodEvidence {
  return cellEvidence(name, { sheet: name }, calendar);
}

export function sheetEvidence(sheet: FormRows, context: SubmissionContext): PeriodEvidence {
  const name = sheet.form.table.sheet;
  return gather([
    ...sheet.rows.map((row) => rowEvidence(row, context)),
    ...sheet.above.map((row) => titleLine(row, sheet, context)),
    ...(name === null ? [] : [{ ...sheetNameEvidence(name, context.calendar), years: [] }]),
  ]);
}

/** The month and the year that the file's name holds; a year alone completes a month that stands without one. */
export function nameEvidence({ fileName, calendar }: SubmissionContext): PeriodEvidence {
  const stem = fileName.replace(/\.[a-z]{2,5}$/i, '');
  const place = { file: fileName };
  const found = cellEvidence(stem, place, calendar);
  if (found.periods.length > 0) return found;
  const words = foldWords(stem);
  const last = bareMonth(words.split(/[ _-]+/).at(-1) ?? '', calendar);
  const months = found.months.length > 0 || last === null ? found.months : [{ value: last, place, raw: fileName }];
  const [, digits] = /(?<![\p{Nd}\p{L}-])(1[34]\d\d)(?![\p{Nd}/.-])/u.exec(words) ?? [];
  const year = digits === undefined ? [] : [{ value: Number(digits), place, raw: fileName, binding: false }];
  return { ...found, months, years: [...found.years, ...(calendar.kind === 'jalali' ? year : [])] };
}
