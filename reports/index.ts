import type { MonthFigures } from '../src/domain/month.js';
import { isCouncilCheck, isHalfYear } from '../src/domain/packs.js';
import type { Workbook } from '../src/report/sheet.js';
import { briefWorkbook } from './brief.js';
import { councilWorkbook } from './council.js';
import { departmentWorkbooks } from './department.js';
import { halfYearWorkbook } from './half-year.js';
import { managerWorkbook } from './manager.js';

/** One workbook of a report in a month. */
export interface ReportWorkbook {
  /** A file name without folders, valid on every system. */
  file: string;
  /** The department that it is for; null = the whole organisation. */
  department: string | null;
  build(): Workbook;
}

/** One kind of report. `workbooks` says what it gives in a month: nothing where the report does not apply to the period. */
export interface Report {
  code: string;
  workbooks(figures: MonthFigures): ReportWorkbook[];
}

/** A report of one workbook, in every period or in those that `applies` names. */
export function single(
  code: string,
  build: (figures: MonthFigures) => Workbook,
  applies: (figures: MonthFigures) => boolean = () => true,
): Report {
  return {
    code,
    workbooks: (figures) =>
      applies(figures)
        ? [{ file: `payesh-${code}-${figures.period}.xlsx`, department: null, build: () => build(figures) }]
        : [],
  };
}

/** Every report, in the order in which they are written. To add one: a file, a line here, a test. */
export const REPORTS: readonly Report[] = [
  single('manager', managerWorkbook),
  single('brief', briefWorkbook),
  single('half-year', halfYearWorkbook, ({ calendar, period }) => isHalfYear(calendar, period)),
  single('council', councilWorkbook, ({ calendar, period }) => isCouncilCheck(calendar, period)),
  { code: 'department', workbooks: departmentWorkbooks },
];
