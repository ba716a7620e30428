import type { FindingText } from '../../finding.js';

/** Which tables and columns a plan package has. */
export const PLAN_TABLE_FINDINGS = {
  PLAN_TABLE_UNKNOWN: {
    severity: 'warning',
    fa: '«{name}» نام هیچ‌یک از جدول‌های بستهٔ برنامه نیست و خوانده نشد.',
    en: '“{name}” is not the name of a table of the plan package; it was not read.',
    remedyFa: 'اگر این جدول بخشی از برنامه است، نام آن را یکی از این‌ها بگذارید: {known}.',
    remedyEn: 'If it belongs to the plan, give it one of these names: {known}.',
  },
  PLAN_TABLE_REPEATED: {
    severity: 'error',
    fa: 'جدول {table} دو بار آمده است؛ بار دیگر در «{other}». معلوم نیست کدام معتبر است.',
    en: 'The table {table} is given twice, the other time in “{other}”; nobody can say which one counts.',
    remedyFa: 'هر دو را در یک جدول بیاورید یا یکی را از بسته بردارید.',
    remedyEn: 'Put both into one table, or take one out of the package.',
  },
  PLAN_TABLE_MISSING: {
    severity: 'error',
    fa: 'جدول {table} در بسته نیست یا خالی است.',
    en: 'The table {table} is not in the package, or it is empty.',
    remedyFa: 'پرونده یا برگه‌ای با نام {table} و سرستون‌های قرارداد به بسته بیفزایید.',
    remedyEn: 'Add a file or a sheet named {table} with the headers of the contract.',
  },
  PLAN_HEADER_MISSING: {
    severity: 'error',
    fa: 'در جدول {table} ردیف سرستون پیدا نشد. در ردیف نخست دیده شد: {seen}.',
    en: 'No header row was found in the table {table}. The first row holds: {seen}.',
    remedyFa: 'نام ستون‌ها را در یک ردیف بالای داده‌ها بنویسید؛ دست‌کم: {wanted}.',
    remedyEn: 'Write the names of the columns in one row above the data; at least: {wanted}.',
  },
  PLAN_COLUMN_MISSING: {
    severity: 'error',
    fa: 'جدول {table} ستون لازم «{column}» را ندارد.',
    en: 'The table {table} lacks its required column “{column}”.',
    remedyFa: 'ستونی با سرستون «{column}» یا برابر فارسی آن به جدول بیفزایید.',
    remedyEn: 'Add a column headed “{column}”, or its Persian name, to the table.',
  },
  PLAN_COLUMN_UNKNOWN: {
    severity: 'warning',
    fa: 'ستون «{header}» در جدول {table} شناخته نشد و خوانده نشد.[ نزدیک‌ترین نام: {suggestion}.]',
    en: 'The column “{header}” of the table {table} is not known and was not read.[ Nearest name: {suggestion}.]',
    remedyFa: 'اگر این ستون لازم است، سرستون آن را برابر نام قرارداد بنویسید؛ وگرنه آن را بردارید.',
    remedyEn: 'If the column matters, write its header as in the contract; otherwise take it out.',
  },
  PLAN_COLUMN_REPEATED: {
    severity: 'error',
    fa: 'سرستون «{header}» همان ستون {column} است که در خانهٔ {other} هم آمده است.',
    en: 'The header “{header}” means the column {column}, which also stands in cell {other}.',
    remedyFa: 'یکی از دو ستون را بردارید یا سرستون آن را اصلاح کنید.',
    remedyEn: 'Take out one of the two columns, or correct its header.',
  },
  PLAN_HIDDEN_ROWS: {
    severity: 'warning',
    fa: '{count} ردیف پنهان در جدول {table} هست؛ این ردیف‌ها نیز مانند بقیه خوانده شدند.',
    en: '{count} rows of the table {table} are hidden; they were read like the others.',
    remedyFa: 'اگر این ردیف‌ها بخشی از برنامه نیستند، آن‌ها را پاک کنید.',
    remedyEn: 'If these rows are not part of the plan, delete them.',
  },
  PLAN_TOTAL_ROW: {
    severity: 'warning',
    fa: 'ردیف {row} جدول {table} ردیف جمع است و کنار گذاشته شد.',
    en: 'Row {row} of the table {table} is a total; it was left out.',
    remedyFa: 'ردیف‌های جمع را از بستهٔ برنامه بردارید؛ جمع‌ها را برنامه خود حساب می‌کند.',
    remedyEn: 'Take totals out of the plan package; the program computes them itself.',
  },
  PLAN_UNIT_ASSUMED: {
    severity: 'warning',
    fa: 'سرستون «{header}» در جدول {table} واحد پول ندارد؛ مبالغ به ریال خوانده شد.',
    en: 'The header “{header}” of the table {table} names no unit of money; its amounts were read as rials.',
    remedyFa: 'واحد را در پرانتز بنویسید، مانند «{header} (میلیون ریال)»، یا نام قرارداد را به کار ببرید.',
    remedyEn: 'Write the unit in brackets, as in “{header} (million rial)”, or use the name of the contract.',
  },
  PLAN_UNKNOWN_UNIT: {
    severity: 'error',
    fa: 'واحد پول «{value}» در جدول {table} شناخته نشد.',
    en: 'The unit of money “{value}” in the table {table} is not known.',
    remedyFa: 'یکی از این واحدها را بنویسید: ریال، هزار ریال، میلیون ریال، میلیارد ریال، تومان، میلیون تومان.',
    remedyEn: 'Write one of these units: rial, thousand rial, million rial, billion rial, toman, million toman.',
  },
} satisfies Record<string, FindingText>;
