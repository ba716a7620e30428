import type { PlanPackage } from '../domain/plan.js';
import { type Fault, faultAt, fileOf, type Line, lineOf } from './fault.js';
import type { SampleFile } from './files.js';
import type { FormCell } from './form.js';
import type { Report } from './reports.js';

/** A month that is well under way, so that the wrong figure cannot be taken for a right one. */
const working = ({ percent }: Report) => percent !== null && percent >= 15 && percent < 90;
const measured = ({ quantity }: Report) => quantity !== null && quantity > 0;

/** What people type wrongly in single lines. Each line is refused alone (or accepted with a warning); the file counts. */
export function addRowFaults(plan: PlanPackage, files: readonly SampleFile[]): Fault[] {
  const typed = (
    department: string,
    month: number,
    key: string,
    content: FormCell,
    code: string,
    words: [string, string],
    fits = working,
  ): Fault => {
    const line = lineOf(fileOf(files, department, month), fits);
    line.row.cells[key] = content;
    return faultAt(line, key, code, words);
  };
  const percent = 'physical_percent';
  return [
    unknownCode(files),
    typed('O12', 5, percent, '114', 'SUB_PHYSICAL_OVER_100', ['پیشرفت بالای ۱۰۰ درصد', 'progress above 100%']),
    typed('R06', 5, percent, { kind: 'date', number: 44170 }, 'SUB_DATE_IN_NUMBER', [
      'اکسل عدد 5/12 را به تاریخ تبدیل کرده است',
      'Excel made a date of 5/12',
    ]),
    typed('R01', 4, percent, '۰٫۵۹', 'SUB_PERCENT_SCALE', [
      'معلوم نیست ۰٫۵۹ درصد است یا ۵۹ درصد',
      '0.59: 0.59% or 59%?',
    ]),
    typed('U01', 6, percent, 'در حال اجرا', 'SUB_NOT_A_NUMBER', ['متن به جای عدد', 'text instead of a number']),
    typed('O01', 6, 'project', null, 'SUB_CODE_MISSING', ['کد پروژه خالی است', 'the project code is blank']),
    typed(
      'O09',
      3,
      'spent_rial',
      '۱/۲۵۰',
      'SUB_AMBIGUOUS_NUMBER',
      ['۱/۲۵۰ یعنی ۱۲۵۰ یا ۱٫۲۵؟', '1/250: 1,250 or 1.25?'],
      notIdle,
    ),
    typed('D05', 5, percent, -5, 'SUB_NEGATIVE', ['پیشرفت منفی', 'negative progress']),
    typed(
      'O08',
      4,
      percent,
      35,
      'SUB_PERCENT_FOR_QUANTITY',
      ['درصد برای پروژه مقداری', 'a percent for a project measured by quantity'],
      measured,
    ),
    foreign(files, 'R03', 5, '1399-R02-0004', 'SUB_FOREIGN_PROJECT', [
      'پروژه واحد دیگر',
      "another department's project",
    ]),
    foreign(files, 'O07', 4, '1398-O07-0003', 'SUB_WRONG_YEAR', ['پروژه سال پیش', "last year's project"]),
    foreign(files, 'R05', 5, mergedOf(plan, 'R05'), 'SUB_MERGED_PROJECT', ['پروژه ادغام‌شده', 'a merged project']),
    duplicate(files),
    identical(files),
    hidden(files),
    falling(files),
    unknownColumn(files),
  ];
}

/** The letter O where the digit 0 belongs. */
function unknownCode(files: readonly SampleFile[]): Fault {
  const line = lineOf(fileOf(files, 'O04', 6), working);
  line.row.cells.project = line.row.code.replace(/-0(\d+)$/, '-O$1');
  return faultAt(line, 'project', 'SUB_UNKNOWN_PROJECT', ['کد پروژه ناشناخته', 'unknown project code']);
}

function notIdle({ spentRial }: Report): boolean {
  return (spentRial ?? 0) > 0;
}

function mergedOf(plan: PlanPackage, department: string): string {
  const merged = plan.projects.find(
    (one) => one.year === 1399 && one.department === department && one.status === 'merged',
  );
  if (!merged) throw new RangeError(`${department} has no merged project`);
  return merged.code;
}

/** A line that does not belong in the file, below the others. */
function foreign(
  files: readonly SampleFile[],
  department: string,
  month: number,
  project: string,
  code: string,
  words: [string, string],
): Fault {
  const line = copied(lineOf(fileOf(files, department, month), working));
  line.row.code = project;
  line.row.cells.project = project;
  return faultAt(line, 'project', code, words);
}

function copied(line: Line): Line {
  const row = structuredClone(line.row);
  line.sheet.rows.push(row);
  return { ...line, row };
}

/** Two different lines for one project: neither can be trusted. */
function duplicate(files: readonly SampleFile[]): Fault {
  const line = copied(lineOf(fileOf(files, 'O14', 5), working));
  line.row.cells.physical_percent = '62';
  return faultAt(line, 'project', 'SUB_DUPLICATE_ROW', [
    'دو ردیف متفاوت برای یک پروژه',
    'two different rows for one project',
  ]);
}

function identical(files: readonly SampleFile[]): Fault {
  const line = copied(lineOf(fileOf(files, 'R04', 4), working));
  return faultAt(line, 'project', 'SUB_DUPLICATE_IDENTICAL', ['یک ردیف دو بار', 'one row twice'], 'accepted');
}

function hidden(files: readonly SampleFile[]): Fault {
  const line = lineOf(fileOf(files, 'U02', 4), working);
  line.row.hidden = true;
  line.file.refusedRows.add(line.row.code);
  return faultAt(line, 'project', 'SUB_HIDDEN_ROWS', ['ردیف پنهان خوانده نمی‌شود', 'a hidden row is not read']);
}

/** Progress that goes back: taken as it stands, with a question. */
function falling(files: readonly SampleFile[]): Fault {
  const line = lineOf(fileOf(files, 'O13', 6), ({ percent }) => percent !== null && percent >= 30);
  const lower = Math.round((line.report.percent ?? 0) * 0.6);
  line.row.cells.physical_percent = lower;
  line.file.reports = line.file.reports.map((one) => (one === line.report ? { ...one, percent: lower } : one));
  return faultAt(
    line,
    'physical_percent',
    'SUB_FALLING',
    ['کاهش پیشرفت تجمعی', 'cumulative progress falls'],
    'accepted',
  );
}

function unknownColumn(files: readonly SampleFile[]): Fault {
  const file = fileOf(files, 'O03', 5);
  const line = lineOf(file, working);
  line.sheet.columns.push({ key: 'workers', header: 'تعداد نیروی کارگری' });
  for (const row of line.sheet.rows) row.cells.workers = 12;
  const fault = faultAt(line, 'workers', 'SUB_UNKNOWN_COLUMN', ['ستون ناشناخته', 'unknown column'], 'accepted');
  return { ...fault, cell: fault.cell.replace(/\d+$/, String(line.sheet.above.length + 1)) };
}
