import { JALALI_MONTHS_FA } from '../domain/calendar.js';
import { DEPARTMENTS } from './base/departments.js';
import type { FormSheet } from './form.js';
import type { IndicatorReport } from './indicators.js';
import { LAST_MONTH, YEARS } from './parameters.js';
import { instantOf } from './receipts.js';
import type { Report } from './reports.js';
import { Dice } from './seed.js';
import { indicatorSheet, projectSheets } from './sheets.js';
import { type Style, styleOf } from './styles.js';
import { persianDigits } from './typing.js';

/** One file of the inbox with what stands behind it. `refused` and `refusedRows` are what a reader should refuse. */
export interface SampleFile {
  department: string;
  year: number;
  month: number;
  /** Inside the inbox. */
  path: string;
  receivedAt: string;
  style: Style;
  sheets: FormSheet[];
  reports: Report[];
  refused: boolean;
  refusedRows: Set<string>;
  /** Cut off after this share of its bytes, as by a broken upload. */
  cutAt?: number;
}

/** Departments that settled payments (`YYYY-13`) after the year-end file; whoever measures a flow settles its year too. */
const SETTLEMENTS: readonly [string, number][] = [
  ['D02', 1396],
  ['R01', 1397],
  ['O03', 1397],
  ['D02', 1398],
  ['R03', 1398],
  ['O09', 1398],
];

/** The clean inbox: every department, every period, in its own way. */
export function makeFiles(reports: readonly Report[], indicators: readonly IndicatorReport[]): SampleFile[] {
  const periods = [
    ...YEARS.filter((year) => year < 1399).map((year) => ({ year, month: 12 })),
    ...Array.from({ length: LAST_MONTH }, (_, index) => ({ year: 1399, month: index + 1 })),
  ];
  const byKey = new Map<string, Report[]>();
  for (const report of reports) {
    const key = `${report.department}/${report.year}/${report.month}`;
    const group = byKey.get(key);
    if (group) group.push(report);
    else byKey.set(key, [report]);
  }
  const measuredBy = (code: string, year: number, month: number) =>
    indicators.filter((one) => one.department === code && one.year === year && one.month === month);
  const files = periods.flatMap(({ year, month }) =>
    DEPARTMENTS.flatMap(({ code }) => {
      const own = byKey.get(`${code}/${year}/${month}`) ?? [];
      return departmentFiles(code, own, measuredBy(code, year, month), year, month);
    }),
  );
  const settlements = periods
    .filter(({ month }) => month === 12)
    .flatMap(({ year }) =>
      DEPARTMENTS.flatMap(({ code }) => {
        const pays = SETTLEMENTS.some(([department, of]) => department === code && of === year);
        const reported = pays ? (byKey.get(`${code}/${year}/12`) ?? []) : [];
        const own = reported.map(settled).filter((report) => report !== null);
        return departmentFiles(code, own, measuredBy(code, year, 13), year, 13);
      }),
    );
  return [...files, ...settlements];
}

/** A workbook holds projects and indicators; text files hold one table each. */
function departmentFiles(
  code: string,
  own: Report[],
  measured: IndicatorReport[],
  year: number,
  month: number,
): SampleFile[] {
  const style = styleOf(code);
  const projects = own.length > 0 ? projectSheets(code, own, year, month) : [];
  const indicators = measured.length > 0 ? [indicatorSheet(code, measured, year, month)] : [];
  const file = (sheets: FormSheet[], prefix: string, reports: Report[]): SampleFile => ({
    department: code,
    year,
    month,
    path: `${code}/${prefix}${fileName(style, year, month)}`,
    receivedAt: receiptOf(code, year, month),
    style,
    sheets,
    reports,
    refused: false,
    refusedRows: new Set(),
  });
  if (style.format === 'xlsx')
    return projects.length + indicators.length > 0 ? [file([...projects, ...indicators], '', own)] : [];
  return [
    ...projects.map((sheet) => file([sheet], '', own)),
    ...indicators.map((sheet) => file([sheet], 'شاخص‌ها ', [])),
  ];
}

export function fileName(style: Style, year: number, month: number): string {
  const name = JALALI_MONTHS_FA[month - 1] ?? '';
  const short = String(year).slice(2);
  if (style.name === 'iso' || month === 13) return `${year}-${String(month).padStart(2, '0')}.${style.format}`;
  if (style.name === 'words') return `گزارش ${name} ${short}.${style.format}`;
  return `گزارش عملکرد ${name} ${persianDigits(short)} - نهایی.${style.format}`;
}

/** Ordinary files arrive in the first five days after the month; year-end files in Farvardin, settlements in Khordad. */
function receiptOf(code: string, year: number, month: number): string {
  const dice = new Dice(`receipt/${code}/${year}/${month}`);
  const minutes = dice.whole(0, 380);
  if (month === 13) return instantOf(year + 1, 3, dice.whole(8, 24), minutes);
  if (month === 12) return instantOf(year + 1, 1, dice.whole(6, 16), minutes);
  return instantOf(year, month + 1, dice.whole(1, 5), minutes);
}

/** A settlement pays some last bills: one project in four, up to 3% more. */
function settled(report: Report): Report | null {
  const dice = new Dice(`settlement/${report.project}`);
  if (report.spentRial === null || !dice.chance(0.25)) return null;
  const more = (rial: number | null) => (rial === null ? null : Math.round((rial * 1.02) / 1e6) * 1e6);
  return {
    ...report,
    month: 13,
    allocatedRial: more(report.allocatedRial),
    committedRial: more(report.committedRial),
    certifiedRial: more(report.certifiedRial),
    spentRial: more(report.spentRial),
    note: 'تسویه نهایی پس از تفریغ بودجه',
    obstacle: null,
    action: null,
  };
}
