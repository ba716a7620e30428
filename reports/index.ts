import type { MonthFigures } from '../src/domain/month.js';
import type { Workbook } from '../src/report/sheet.js';
import { managerWorkbook } from './manager.js';

/** One kind of report: what it is called, and how its workbook is made from a month's figures. */
export interface Report {
  code: string;
  /** A file name without folders, valid on every system. */
  fileName(figures: MonthFigures): string;
  build(figures: MonthFigures): Workbook;
}

/** Every report, in the order in which they are written. To add one: a file, a line here, a test. */
export const REPORTS: readonly Report[] = [
  { code: 'manager', fileName: ({ period }) => `payesh-manager-${period}.xlsx`, build: managerWorkbook },
];
