/** How a department writes its files, as offices do: each in its own way, month after month. */
export interface Style {
  format: 'csv' | 'tsv' | 'xlsx';
  /** The words of its header: English contract names, or one of three Persian ways. */
  words: 'english' | 'a' | 'b' | 'c';
  unit: 'rial' | 'million_rial' | 'million_toman';
  /** Where the unit of money stands; `agreed` = in the department's profile only. */
  unitAt: 'header' | 'note' | 'agreed';
  persianDigits: boolean;
  encoding: 'utf8' | 'utf8_bom' | 'windows1256';
  delimiter: ',' | ';' | '\t';
  /** Where the period stands besides the name. */
  periodAt: 'title' | 'column' | 'name';
  name: 'iso' | 'words' | 'final';
  totalRow: boolean;
  sheetPerDistrict: boolean;
  percentFormat: boolean;
  /** It writes what the supervisor confirmed, advances, obstacles. */
  detailed: boolean;
}

const XLSX: Style = {
  format: 'xlsx',
  words: 'a',
  unit: 'million_rial',
  unitAt: 'header',
  persianDigits: false,
  encoding: 'utf8',
  delimiter: ',',
  periodAt: 'title',
  name: 'words',
  totalRow: false,
  sheetPerDistrict: false,
  percentFormat: false,
  detailed: true,
};
const CSV: Style = {
  ...XLSX,
  format: 'csv',
  encoding: 'utf8_bom',
  words: 'b',
  name: 'iso',
  periodAt: 'name',
  detailed: false,
};
const ENGLISH: Style = { ...CSV, words: 'english', unit: 'rial', encoding: 'utf8', detailed: true };

export const STYLES: Readonly<Record<string, Style>> = {
  D01: XLSX,
  D02: { ...XLSX, sheetPerDistrict: true },
  D03: { ...XLSX, words: 'c', totalRow: true },
  D04: { ...XLSX, words: 'b' },
  D05: { ...XLSX, words: 'c', name: 'final' },
  D06: { ...XLSX, persianDigits: true },
  R01: { ...CSV, persianDigits: true },
  R02: { ...XLSX, words: 'b' },
  R03: ENGLISH,
  R04: { ...CSV, unitAt: 'agreed', detailed: true },
  R05: { ...CSV, words: 'a', periodAt: 'title', name: 'words' },
  R06: { ...XLSX, words: 'c', unitAt: 'note' },
  R07: { ...CSV, totalRow: true, persianDigits: true },
  R08: { ...CSV, words: 'c' },
  O01: XLSX,
  O02: { ...CSV, words: 'a', detailed: true },
  O03: { ...XLSX, words: 'b', unit: 'rial' },
  O04: { ...CSV, periodAt: 'title', name: 'words', detailed: true },
  O05: { ...XLSX, percentFormat: true },
  O06: { ...XLSX, words: 'c' },
  O07: { ...XLSX, words: 'b', periodAt: 'column' },
  O08: XLSX,
  O09: { ...CSV, words: 'c', persianDigits: true },
  O10: { ...CSV, encoding: 'windows1256', delimiter: ';' },
  O11: { ...CSV, words: 'a', unit: 'million_toman' },
  O12: { ...CSV, unitAt: 'agreed' },
  O13: { ...XLSX, totalRow: true },
  O14: { ...CSV, format: 'tsv', delimiter: '\t' },
  U01: { ...XLSX, words: 'b' },
  U02: { ...XLSX, words: 'c' },
  U03: { ...ENGLISH, periodAt: 'column' },
};

type Words = Readonly<Record<string, string>>;
const ENGLISH_WORDS: Words = Object.fromEntries(
  [
    'project title physical_percent quantity verified_percent allocated_rial committed_rial certified_rial spent_rial',
    'spent_noncash_rial advance_rial note obstacle action period department indicator value',
  ].flatMap((names) => names.split(' ').map((name) => [name, name])),
);
const A: Words = {
  row_no: 'ردیف',
  project: 'کد پروژه',
  title: 'عنوان پروژه',
  physical_percent: 'پیشرفت فیزیکی (درصد)',
  quantity: 'مقدار انجام‌شده',
  verified_percent: 'درصد تأییدشده',
  allocated_rial: 'اعتبار تخصیص‌یافته',
  committed_rial: 'تعهدات',
  certified_rial: 'صورت‌وضعیت تأییدشده',
  spent_rial: 'هزینه‌کرد',
  spent_noncash_rial: 'هزینه غیرنقدی',
  advance_rial: 'پیش‌پرداخت مستهلک‌نشده',
  note: 'توضیحات',
  obstacle: 'مشکلات و موانع',
  action: 'اقدامات اصلاحی',
  period: 'دوره گزارش',
  department: 'واحد مجری',
  indicator: 'کد شاخص',
  indicator_title: 'عنوان شاخص',
  value: 'عملکرد شاخص',
};
const B: Words = {
  ...A,
  project: 'شناسه پروژه',
  title: 'نام پروژه',
  physical_percent: 'درصد پیشرفت فیزیکی',
  allocated_rial: 'تخصیص',
  committed_rial: 'تعهد',
  certified_rial: 'صورت وضعیت',
  spent_rial: 'هزینه شده',
  note: 'ملاحظات',
  obstacle: 'موانع و مشکلات',
};
const C: Words = {
  ...A,
  physical_percent: 'پیشرفت فیزیکی واقعی (٪)',
  allocated_rial: 'مبلغ تخصیص',
  committed_rial: 'تعهد شده',
  certified_rial: 'کارکرد تایید شده',
  spent_rial: 'جمع پرداختی',
  obstacle: 'دلایل تأخیر',
  action: 'اقدام اصلاحی',
  value: 'مقدار واقعی',
};
export const WORDS: Readonly<Record<Style['words'], Words>> = { english: ENGLISH_WORDS, a: A, b: B, c: C };

export const UNIT_WORDS: Readonly<Record<Style['unit'], { text: string; rial: number }>> = {
  rial: { text: 'ریال', rial: 1 },
  million_rial: { text: 'میلیون ریال', rial: 1_000_000 },
  million_toman: { text: 'میلیون تومان', rial: 10_000_000 },
};

export function styleOf(department: string): Style {
  return STYLES[department] ?? CSV;
}
