import type { FactField } from '../../src/domain/fact.js';
import type { Validation } from '../../src/report/sheet.js';
import type { FormColumn } from './columns.js';
import type { FormWords } from './words.js';

/** Both words by which a figure is taken back are taken in either language. */
const WITHDRAW = ['حذف', 'withdraw'];

const OBSTACLES: readonly [fa: string, en: string][] = [
  ['تخصیص نیافتن اعتبار', 'no credit released'],
  ['تملک زمین', 'land not acquired'],
  ['معارض تأسیساتی', 'utilities in the way'],
  ['مجوز و استعلام', 'permits'],
  ['کندی پیمانکار', 'slow contractor'],
  ['تأمین مصالح', 'supply of material'],
  ['تغییر نقشه', 'change of design'],
];

/** What the sheet itself refuses in a column while somebody types; null = anything. `cell` is the first cell of the column. */
export function validationOf(
  { field, header }: FormColumn,
  cell: string,
  { t }: FormWords,
): Omit<Validation, 'range'> | null {
  if (field === 'obstacle') return obstacles(t);
  const range = field === null ? null : rangeOf(field);
  if (range === null) return null;
  const words = WITHDRAW.map((word) => `TRIM(${cell})="${word}"`).join(',');
  const bounds = [
    `ISNUMBER(${cell})`,
    ...(range.low === null ? [] : [`${cell}>=${range.low}`]),
    ...(range.high === null ? [] : [`${cell}<=${range.high}`]),
  ];
  // Persian digits inside a message break its order where a program shows it in a dialog that runs from left to right.
  const allowed =
    range.high !== null
      ? t('عددی از صفر تا صد', 'a number from 0 to 100')
      : range.low !== null
        ? t('عددی که منفی نباشد', 'a number that is not negative')
        : t('یک عدد', 'a number');
  return {
    rule: { kind: 'formula', formula: `OR(${words},AND(${bounds.join(',')}))` },
    title: header.replace(/ \(.*/, '').slice(0, 32),
    message: t(
      `این خانه ${allowed} می‌پذیرد، بی واحد و بی نوشته. برای پس گرفتن رقم پیشین بنویسید: حذف`,
      `This cell takes ${allowed}, without a unit or words. To take an earlier figure back write: withdraw`,
    ),
    prompt: t(
      `${allowed}؛ جمع از آغاز سال. خانهٔ خالی یعنی گزارشی نیست`,
      `${allowed}; cumulative in the year. Blank = nothing to report.`,
    ),
  };
}

function rangeOf(field: FactField): { low: number | null; high: number | null } | null {
  if (field === 'physical' || field === 'verified_percent') return { low: 0, high: 100 };
  if (field === 'quantity' || field.endsWith('_rial')) return { low: 0, high: null };
  return field === 'value' || field === 'numerator' || field === 'denominator' ? { low: null, high: null } : null;
}

function obstacles(t: FormWords['t']): Omit<Validation, 'range'> {
  return {
    rule: { kind: 'list', words: OBSTACLES.map((words) => t(...words)), others: 'allowed' },
    title: t('مانع', 'obstacle'),
    message: '',
    prompt: t('از فهرست برگزینید، یا به زبان خودتان بنویسید.', 'Choose from the list, or write it in your own words.'),
  };
}
