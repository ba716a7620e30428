import { type Fault, fileOf, lineOf, sentAgain } from './fault.js';
import type { SampleFile } from './files.js';
import { instantOf } from './receipts.js';
import { monthInWords } from './sheets.js';

type Words = [string, string];

/** What goes wrong with whole files: late, silent, twice, the wrong month, broken. Changes the list of files in place. */
export function addFileFaults(files: SampleFile[]): Fault[] {
  return [
    late(files),
    silent(files),
    sameTwice(files),
    ...secondVersion(files),
    staleCopy(files),
    wrongTitle(files),
    future(files),
    nameless(files),
    unitless(files),
    broken(files),
    inRoot(files),
  ];
}

function whole(file: SampleFile, code: string, effect: Fault['effect'], [what, english]: Words): Fault {
  return { file: file.path, sheet: '', cell: '', code, effect, what, english };
}

function late(files: readonly SampleFile[]): Fault {
  const file = fileOf(files, 'R05', 6);
  file.receivedAt = instantOf(1399, 7, 14, 215);
  return whole(file, '', 'late', ['نه روز پس از مهلت رسید', 'arrived nine days after the deadline']);
}

function silent(files: SampleFile[]): Fault {
  const file = fileOf(files, 'R08', 6);
  files.splice(files.indexOf(file), 1);
  return whole(file, '', 'silent', ['گزارش شهریور فرستاده نشد', 'no report for Shahrivar']);
}

function sameTwice(files: SampleFile[]): Fault {
  const file = fileOf(files, 'O09', 4);
  const copy = sentAgain(file, 'گزارش تیر 99 (کپی).csv', instantOf(1399, 5, 6, 90));
  files.push(copy);
  return whole(copy, '', 'duplicate', ['همان فایل با نام دیگر', 'the same bytes under another name']);
}

/** The first version knew less of three projects and stated an advance that the second takes back. */
function secondVersion(files: SampleFile[]): Fault[] {
  const second = fileOf(files, 'D02', 6);
  const first = sentAgain(second, 'گزارش شهریور 99.xlsx', instantOf(1399, 7, 2, 60));
  second.path = 'D02/گزارش شهریور 99 (نهایی ۲).xlsx';
  second.receivedAt = instantOf(1399, 7, 4, 130);
  const changed = first.reports.filter(({ percent }) => percent !== null && percent > 20).slice(0, 3);
  for (const sheet of first.sheets) {
    for (const row of sheet.rows.filter(({ code }) => changed.some(({ project }) => project === code))) {
      const { percent } = first.reports.find(({ project }) => project === row.code) ?? {};
      row.cells.physical_percent = Math.round(((percent ?? 0) - 2) * 10) / 10;
    }
  }
  const line = lineOf(second, ({ advanceRial }) => advanceRial !== null);
  line.row.cells.advance_rial = 'حذف';
  const { sheets, reports } = second;
  second.reports = reports.map((one) => (one === line.report ? { ...one, advanceRial: null } : one));
  first.reports = reports.map((one) =>
    changed.includes(one) ? { ...one, percent: Math.round(((one.percent ?? 0) - 2) * 10) / 10 } : one,
  );
  files.push(first);
  const column = line.sheet.columns.findIndex(({ key }) => key === 'advance_rial');
  const row = line.sheet.above.length + 2 + line.sheet.rows.indexOf(line.row);
  return [
    whole(second, '', 'second version', ['نسخه دوم؛ آخرین نسخه ملاک است', 'a second version: the latest counts']),
    {
      ...whole(second, 'SUB_WITHDRAWN', 'accepted', ['پس گرفتن رقم پیشین با «حذف»', 'a figure is withdrawn']),
      sheet: sheets.find((sheet) => sheet === line.sheet)?.name ?? '',
      cell: `${String.fromCharCode(65 + column)}${row}`,
    },
  ];
}

/** Last month's file with this month's name: its bytes are known already. The right file follows. */
function staleCopy(files: SampleFile[]): Fault {
  const right = fileOf(files, 'O11', 3);
  const stale = sentAgain(fileOf(files, 'O11', 2), '1399-03.csv', right.receivedAt);
  Object.assign(stale, { refused: true, month: 3 });
  Object.assign(right, { path: 'O11/1399-03 (اصلاحی).csv', receivedAt: instantOf(1399, 4, 7, 45) });
  files.push(stale);
  return whole(stale, '', 'duplicate', ['فایل ماه پیش با نام این ماه', "last month's file under this month's name"]);
}

function wrongTitle(files: SampleFile[]): Fault {
  const right = fileOf(files, 'R02', 6);
  const wrong = sentAgain(right, 'گزارش شهریور 99.xlsx', right.receivedAt);
  wrong.refused = true;
  const title = wrong.sheets[0]?.above[2];
  if (title) title[0] = `ماه گزارش: ${monthInWords(1399, 5)}`;
  Object.assign(right, { path: 'R02/گزارش شهریور 99 (اصلاحی).xlsx', receivedAt: instantOf(1399, 7, 6, 30) });
  files.push(wrong);
  return whole(wrong, 'SUB_PERIOD_CONFLICT', 'file refused', [
    'نام فایل شهریور و عنوان برگه مرداد است',
    'the name and the title disagree',
  ]);
}

function future(files: SampleFile[]): Fault {
  const stray = sentAgain(fileOf(files, 'D03', 4), 'گزارش آبان 99.xlsx', instantOf(1399, 5, 5, 10));
  stray.refused = true;
  for (const sheet of stray.sheets) {
    const title = sheet.above[2];
    if (title) title[0] = `ماه گزارش: ${monthInWords(1399, 8)}`;
  }
  files.push(stray);
  return whole(stray, 'SUB_PERIOD_FUTURE', 'file refused', [
    'گزارش ماهی که هنوز نیامده است',
    'a month that lies ahead',
  ]);
}

function nameless(files: SampleFile[]): Fault {
  const right = fileOf(files, 'O02', 6);
  const wrong = sentAgain(right, 'نسخه نهایی.csv', right.receivedAt);
  wrong.refused = true;
  wrong.sheets[0]?.below.push(['تهیه‌کننده: کارشناس آمار']);
  right.receivedAt = instantOf(1399, 7, 5, 200);
  files.push(wrong);
  return whole(wrong, 'SUB_PERIOD_MISSING', 'file refused', ['ماه گزارش هیچ‌جا نیامده است', 'no period anywhere']);
}

function unitless(files: SampleFile[]): Fault {
  const right = fileOf(files, 'D04', 6);
  const wrong = sentAgain(right, 'گزارش شهریور 99.xlsx', right.receivedAt);
  wrong.refused = true;
  for (const column of wrong.sheets[0]?.columns ?? []) column.header = column.header.replace(/ \(میلیون ریال\)$/, '');
  Object.assign(right, { path: 'D04/گزارش شهریور 99 (اصلاحی).xlsx', receivedAt: instantOf(1399, 7, 6, 140) });
  files.push(wrong);
  return whole(wrong, 'SUB_UNIT_UNKNOWN', 'file refused', ['واحد پول معلوم نیست', 'the unit of money is not stated']);
}

function broken(files: SampleFile[]): Fault {
  const right = fileOf(files, 'O05', 6);
  const cut = sentAgain(right, 'گزارش شهریور 99.xlsx', right.receivedAt);
  Object.assign(cut, { refused: true, cutAt: 0.6 });
  Object.assign(right, { path: 'O05/گزارش شهریور 99 (2).xlsx', receivedAt: instantOf(1399, 7, 5, 20) });
  files.push(cut);
  return whole(cut, 'FILE_TRUNCATED', 'file refused', ['فایل ناقص رسیده است', 'the file arrived cut off']);
}

/** Not a fault: the file lies in the inbox itself and names its department inside. */
function inRoot(files: readonly SampleFile[]): Fault {
  const file = fileOf(files, 'O06', 6);
  file.path = 'قطار شهری - شهریور 99.xlsx';
  return whole(file, '', 'accepted', [
    'بیرون از پوشه واحدها؛ نام واحد درون فایل است',
    'in the inbox itself, its department inside',
  ]);
}
