import type { MonthFigures } from '../src/domain/month.js';
import type { Workbook } from '../src/report/sheet.js';
import { departmentData } from './department/data.js';
import { departmentPlace } from './department/place.js';
import { type DepartmentView, viewOf } from './department/view.js';
import { departmentWork } from './department/work.js';
import type { ReportWorkbook } from './index.js';
import { voiceOf } from './manager/voice.js';
import { workbookOf } from './page.js';

/** One workbook for each department that has a project of the year, an indicator, or a file of the period. */
export function departmentWorkbooks(figures: MonthFigures): ReportWorkbook[] {
  return figures.reporting
    .map((reporting) => viewOf(figures, reporting))
    .filter((view) => view.hasSomething)
    .map((view) => ({
      file: departmentFile(view.code, figures.period),
      department: view.code,
      build: () => departmentWorkbook(figures, view),
    }));
}

/** The code as it is, save what no file name may hold: two codes stay two names. */
export function departmentFile(code: string, period: string): string {
  const plain = code.replace(/[^\p{L}\p{N}._ -]/gu, (letter) => `~${(letter.codePointAt(0) ?? 0).toString(16)}`);
  return `payesh-department-${plain}-${period}.xlsx`;
}

function departmentWorkbook(figures: MonthFigures, view: DepartmentView): Workbook {
  const voice = voiceOf(figures);
  const sheets = [
    departmentPlace(figures, voice, view),
    departmentWork(figures, voice, view),
    departmentData(figures, voice, view),
  ];
  return workbookOf(figures, voice, `${view.title} — ${voice.period(figures.period)}`, sheets);
}
