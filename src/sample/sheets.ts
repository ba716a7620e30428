import { JALALI_MONTHS_FA } from '../domain/calendar.js';
import type { FormCell, FormRow, FormSheet } from './form.js';
import type { IndicatorReport } from './indicators.js';
import { SAMPLE_MARK } from './parameters.js';
import type { Report } from './reports.js';
import { type Style, styleOf, UNIT_WORDS, WORDS } from './styles.js';
import { persianDigits, typedMoney, typedNumber, typedPercent } from './typing.js';

const MONEY = [
  'allocated_rial',
  'committed_rial',
  'certified_rial',
  'spent_rial',
  'spent_noncash_rial',
  'advance_rial',
];

/** «شهریور ۱۳۹۹»; a settlement has no month and is written as its code. */
export function monthInWords(year: number, month: number): string {
  return month === 13 ? `${year}-13` : `${JALALI_MONTHS_FA[month - 1]} ${persianDigits(String(year))}`;
}

/** The project sheets of one department and period: one, or one per district. */
export function projectSheets(
  department: string,
  reports: readonly Report[],
  year: number,
  month: number,
): FormSheet[] {
  const style = styleOf(department);
  if (!style.sheetPerDistrict) return [projectSheet('پروژه‌ها', style, department, reports, year, month)];
  const districts = [...new Set(reports.map(({ district }) => district))].sort(
    (a, b) => Number(a ?? 0) - Number(b ?? 0),
  );
  return districts.map((district) =>
    projectSheet(
      district === null ? 'ستاد' : `منطقه ${persianDigits(district)}`,
      style,
      department,
      reports.filter((report) => report.district === district),
      year,
      month,
    ),
  );
}

function projectSheet(
  name: string,
  style: Style,
  department: string,
  reports: readonly Report[],
  year: number,
  month: number,
): FormSheet {
  const columns = columnsOf(style, department, reports);
  const rows = reports.map((report, index) => rowOf(report, index + 1, style, department));
  const sheet = { name, above: above(style, year, month, 'گزارش پیشرفت پروژه‌ها'), columns, rows, below: below(style) };
  if (style.totalRow) sheet.below.unshift(totalLine(sheet, reports, style));
  return sheet;
}

function columnsOf(style: Style, department: string, reports: readonly Report[]): FormSheet['columns'] {
  const keys = [
    style.words === 'english' ? '' : 'row_no',
    style.periodAt === 'column' ? 'period' : '',
    department === 'O06' ? 'department' : '',
    'project',
    'title',
    'physical_percent',
    reports.some(({ quantity }) => quantity !== null) ? 'quantity' : '',
    style.detailed ? 'verified_percent' : '',
    'allocated_rial',
    style.detailed ? 'committed_rial' : '',
    'certified_rial',
    'spent_rial',
    reports.some(({ noncashRial }) => noncashRial !== null) ? 'spent_noncash_rial' : '',
    style.detailed ? 'advance_rial' : '',
    'note',
    style.detailed ? 'obstacle' : '',
    style.detailed ? 'action' : '',
  ].filter((key) => key !== '');
  return keys.map((key) => ({ key, header: headerOf(key, style) }));
}

function headerOf(key: string, style: Style): string {
  const words = WORDS[style.words][key] ?? key;
  if (style.words === 'english' || style.unitAt !== 'header' || !MONEY.includes(key)) return words;
  return `${words} (${UNIT_WORDS[style.unit].text})`;
}

function rowOf(report: Report, number: number, style: Style, department: string): FormRow {
  return {
    code: report.project,
    cells: {
      row_no: typedNumber(number, style),
      period:
        style.words === 'english'
          ? `${report.year}-${String(report.month).padStart(2, '0')}`
          : monthInWords(report.year, report.month),
      department,
      project: report.project,
      title: report.title,
      physical_percent: typedPercent(report.percent, style),
      quantity: typedNumber(report.quantity, style),
      verified_percent: typedPercent(report.verified, style),
      allocated_rial: typedMoney(report.allocatedRial, style),
      committed_rial: typedMoney(report.committedRial, style),
      certified_rial: typedMoney(report.certifiedRial, style),
      spent_rial: typedMoney(report.spentRial, style),
      spent_noncash_rial: typedMoney(report.noncashRial, style),
      advance_rial: typedMoney(report.advanceRial, style),
      note: report.note,
      obstacle: report.obstacle,
      action: report.action,
    },
  };
}

/** Titles above the table; files whose name says the period start with the header at once. */
function above(style: Style, year: number, month: number, title: string): string[][] {
  if (style.format !== 'xlsx' && style.periodAt !== 'title') return [];
  const lines = [[title], [`ماه گزارش: ${monthInWords(year, month)}`]];
  if (style.unitAt === 'note') lines.push([`مبالغ به ${UNIT_WORDS[style.unit].text} می‌باشد`]);
  return [[SAMPLE_MARK], ...lines];
}

function below(style: Style): string[][] {
  if (style.format !== 'xlsx') return [[SAMPLE_MARK]];
  return [[], ['تهیه‌کننده: کارشناس کنترل پروژه'], ['تأییدکننده: مدیر واحد']];
}

function totalLine(sheet: FormSheet, reports: readonly Report[], style: Style): string[] {
  const sum = reports.reduce((total, { spentRial }) => total + (spentRial ?? 0), 0);
  const cell: FormCell = typedMoney(sum, style);
  return sheet.columns.map(({ key }) => (key === 'title' ? 'جمع کل' : key === 'spent_rial' ? String(cell) : ''));
}

/** The sheet of a department's indicators for a period. */
export function indicatorSheet(
  department: string,
  reports: readonly IndicatorReport[],
  year: number,
  month: number,
): FormSheet {
  const style = styleOf(department);
  const words = WORDS[style.words];
  const columns = ['indicator', 'indicator_title', 'value'].map((key) => ({ key, header: words[key] ?? key }));
  const rows = reports.map(({ indicator, title, value }) => ({
    code: indicator,
    cells: { indicator, indicator_title: title, value: typedNumber(value, style) },
  }));
  return { name: 'شاخص‌ها', above: above(style, year, month, 'گزارش شاخص‌ها'), columns, rows, below: below(style) };
}
