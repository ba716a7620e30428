import type { FindingText } from '../finding.js';

/** What is doubtful in the layout of a sheet: columns of other times, flows, vague words, merged figures, totals. */
export const SUBMISSION_LAYOUT_FINDINGS = {
  SUB_FLOW_COLUMN: {
    severity: 'error',
    fa: 'ستون «{header}» رقم همین ماه است، نه رقم تجمعی از آغاز سال؛ خوانده نشد و با ماه‌های پیش جمع زده نمی‌شود.[ رقم این خانه: {values}.]',
    en: 'Column “{header}” holds the figures of the month alone, not cumulative ones since the start of the year; it was not read, and we never add months up.[ The figure here: {values}.]',
    remedyFa: 'رقم تجمعی از آغاز سال تا پایان ماه را در ستون «{wanted}» بنویسید و پرونده را دوباره بفرستید.',
    remedyEn:
      'Write the figures from the start of the year to the end of the month into a column “{wanted}” and send the file again.',
  },
  SUB_FLOW_IGNORED: {
    severity: 'info',
    fa: 'ستون «{header}» رقم همین ماه است و خوانده نشد؛ رقم تجمعی از ستون «{wanted}» خوانده شد.',
    en: 'Column “{header}” holds the figures of the month alone and was not read; the cumulative ones came from the column “{wanted}”.',
    remedyFa: 'کاری لازم نیست.',
    remedyEn: 'Nothing is to be done.',
  },
  SUB_COLUMN_VAGUE: {
    severity: 'error',
    fa: 'سرستون «{header}» روشن نیست (چند معنا دارد، یا یکای آن شناخته نیست) و رقم‌های آن خوانده نشد. ممکن است یکی از این‌ها باشد: {choices}.[ رقم این خانه: {values}.]',
    en: 'The header “{header}” is not clear (it has several meanings, or its unit is not known), and its figures were not read. It may be one of: {choices}.[ The figure here: {values}.]',
    remedyFa:
      'نام دقیق ستون را بنویسید (برای مبلغ، همراه با واحد پول)، یا معنای آن را یک بار برای واحد خود در قالب‌ها ثبت کنید.',
    remedyEn:
      'Write the exact name of the column (for money, with its unit), or have its meaning recorded once for your department in the templates.',
  },
  SUB_COLUMN_OTHER_MONTH: {
    severity: 'warning',
    fa: 'ستون «{header}» تا پایان ماه دیگری است، نه دوره گزارش ({period})، و خوانده نشد.',
    en: 'Column “{header}” counts to the end of another month than the period of the report ({period}) and was not read.',
    remedyFa: 'اگر رقم‌ها از ماه گزارش است، نام ماه را در سرستون اصلاح کنید.',
    remedyEn: 'If the figures are of the month of the report, correct the month in the header.',
  },
  SUB_SHEET_OTHER_MONTH: {
    severity: 'warning',
    fa: 'کاربرگ «{sheet}» به نام ماه دیگری است و خوانده نشد.',
    en: 'Sheet “{sheet}” bears the name of another month and was not read.',
    remedyFa: 'هر پرونده گزارش یک ماه است؛ ماه‌های دیگر را جداگانه بفرستید.',
    remedyEn: 'One file reports one month; send the other months in files of their own.',
  },
  SUB_MERGED_FIGURE: {
    severity: 'error',
    fa: 'رقم «{raw}» در ستون «{header}» در خانه‌ای ادغام‌شده است که چند سطر یا چند ستون را می‌پوشاند؛ معلوم نیست سهم هر کدام چقدر است.',
    en: 'The figure “{raw}” of column “{header}” stands in a merged cell over several rows or columns; nobody can tell whose share it is.',
    remedyFa: 'ادغام خانه‌ها را بردارید و رقم هر سطر را در خانه خودش بنویسید.',
    remedyEn: 'Unmerge the cells and write each row’s own figure into its own cell.',
  },
  SUB_TOTAL_DIFFERS: {
    severity: 'warning',
    fa: 'در سطر «{label}»، ستون «{header}» {stated} ریال نوشته شده ولی جمع {rows} سطر بالای آن {sum} ریال است.',
    en: 'The row “{label}” states {stated} rial in column “{header}”, but the {rows} rows above it sum to {sum} rial.',
    remedyFa: 'سطری جا افتاده، دو بار آمده یا عددی جابه‌جا نوشته شده است؛ رقم‌ها را با جمع تطبیق دهید.',
    remedyEn: 'A row is missing, doubled or mistyped; reconcile the figures with the total.',
  },
  SUB_AFTER_FOOTER: {
    severity: 'warning',
    fa: '{count} سطر رقم‌دار بدون کد، پایین‌تر از امضاها یا پس از چند سطر خالی، خوانده نشد.',
    en: '{count} rows with figures and no code, below the signatures or after several blank rows, were not read.',
    remedyFa: 'اگر این سطرها پروژه یا شاخص است، کدشان را بنویسید و آن‌ها را درون جدول بیاورید؛ وگرنه کاری لازم نیست.',
    remedyEn:
      'If they are projects or indicators, give them their codes inside the table; otherwise nothing is to be done.',
  },
  SUB_DISTRICT_DIFFERS: {
    severity: 'warning',
    fa: 'پروژه {code} در برنامه از منطقه {planned} است ولی اینجا زیر «{stated}» آمده است؛ رقم پذیرفته شد.',
    en: 'Project {code} lies in district {planned} by the plan, but stands under “{stated}” here; its figures were taken.',
    remedyFa: 'کد پروژه و نام منطقه را بررسی کنید.',
    remedyEn: 'Check the code and the name of the district.',
  },
  SUB_PERIOD_YEAR_MISSING: {
    severity: 'error',
    fa: 'ماه گزارش نوشته شده («{raw}») ولی سال آن هیچ‌جا نیامده است.',
    en: 'The month of the report is stated (“{raw}”), but its year nowhere.',
    remedyFa: 'سال را هم بنویسید، مانند «شهریور ۱۳۹۹».',
    remedyEn: 'Write the year too, like “Shahrivar 1399”.',
  },
} satisfies Record<string, FindingText>;
