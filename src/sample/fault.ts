import type { SampleFile } from './files.js';
import { addressOf, type FormRow, type FormSheet } from './form.js';
import type { Report } from './reports.js';

/** One thing that is wrong on purpose, where it stands and what a reader should say of it. */
export interface Fault {
  file: string;
  sheet: string;
  cell: string;
  /** Code of the expected finding; blank where the file is not at fault (late, silent, second version). */
  code: string;
  effect: 'row refused' | 'file refused' | 'accepted' | 'duplicate' | 'late' | 'silent' | 'second version';
  what: string;
  english: string;
}

/** The projects' file of a department for a month of 1399. */
export function fileOf(files: readonly SampleFile[], department: string, month: number): SampleFile {
  const file = files.find(
    (one) => one.department === department && one.year === 1399 && one.month === month && one.reports.length > 0,
  );
  if (!file) throw new RangeError(`the sample has no file of ${department} for month ${month}`);
  return file;
}

/** A line of a file's project sheets with its sheet and what stands behind it. */
export interface Line {
  file: SampleFile;
  sheet: FormSheet;
  row: FormRow;
  report: Report;
}

/** The first line of a file whose report fits, and that no other fault has taken. */
export function lineOf(file: SampleFile, fits: (report: Report) => boolean): Line {
  for (const sheet of file.sheets) {
    for (const row of sheet.rows) {
      const report = file.reports.find(({ project }) => project === row.code);
      if (report && fits(report) && !file.refusedRows.has(row.code)) return { file, sheet, row, report };
    }
  }
  throw new RangeError(`no line of ${file.path} fits`);
}

/** The same file sent again: its own sheets, under another name and at another time. */
export function sentAgain(file: SampleFile, name: string, receivedAt: string): SampleFile {
  return {
    ...file,
    path: `${file.department}/${name}`,
    receivedAt,
    sheets: structuredClone(file.sheets),
    reports: file.reports,
    refusedRows: new Set(file.refusedRows),
  };
}

/** A fault at a cell of a line; the line is refused unless it says otherwise. */
export function faultAt(
  { file, sheet, row }: Line,
  key: string,
  code: string,
  [what, english]: [string, string],
  effect: Fault['effect'] = 'row refused',
): Fault {
  if (effect === 'row refused') file.refusedRows.add(row.code);
  return {
    file: file.path,
    sheet: file.style.format === 'xlsx' ? sheet.name : '',
    cell: addressOf(sheet, row, key),
    code,
    effect,
    what,
    english,
  };
}
