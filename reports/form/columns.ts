import type { FactField } from '../../src/domain/fact.js';
import type { FormRow, MonthForm } from '../../src/domain/form.js';
import { type FormWords, inUnit } from './words.js';

/** One column of a form: the key, what is known (locked), or a field to fill in. */
export interface FormColumn {
  header: string;
  width: number;
  role: 'key' | 'context' | 'field' | 'answer';
  field: FactField | null;
  value(row: FormRow): string | number | null;
  style: 'code' | 'wrapped' | 'remark' | 'number';
}

const NUMBERS: readonly FactField[] = ['physical', 'quantity', 'verified_percent'];
const MONEY: readonly FactField[] = [
  'allocated_rial',
  'committed_rial',
  'certified_rial',
  'spent_rial',
  'spent_noncash_rial',
  'advance_rial',
];
const TEXTS: readonly FactField[] = ['note', 'obstacle', 'action'];
const INDICATOR: readonly FactField[] = ['value', 'numerator', 'denominator', 'note'];

/** Columns of one sheet: identity and what is known first, then the fields that any row of it may fill in. */
export function columnsOf(form: MonthForm, words: FormWords, kind: FormRow['kind']): FormColumn[] {
  const rows = kind === 'project' ? form.projects : form.indicators;
  const fields = kind === 'project' ? [...NUMBERS, ...MONEY, ...TEXTS] : INDICATOR;
  const stray = form.returned?.stray.filter((row) => row.kind === kind) ?? [];
  const used = fields.filter(
    (field) =>
      rows.some(({ open }) => open.includes(field)) || stray.some(({ entries }) => entries[field] !== undefined),
  );
  const asks = rows.some(({ questions }) => questions.length > 0);
  return [
    ...(kind === 'project' ? projectContext(form, words) : indicatorContext(words)),
    ...used.map(
      (field): FormColumn => ({
        header: words.header(field),
        width: TEXTS.includes(field) ? 22 : 13,
        role: 'field',
        field,
        value: ({ entries }) => entries[field] ?? null,
        style: TEXTS.includes(field) ? 'remark' : 'number',
      }),
    ),
    ...(asks ? questionColumns(words) : []),
  ];
}

function context(
  header: string,
  width: number,
  value: FormColumn['value'],
  style: FormColumn['style'] = 'wrapped',
): FormColumn {
  return { header, width, role: 'context', field: null, value, style };
}

function projectContext(form: MonthForm, words: FormWords): FormColumn[] {
  const { t, money } = words;
  const amount = (rial: number | null) => (rial === null ? null : inUnit(form, rial));
  return [
    { ...context(t('کد پروژه', 'project'), 16, ({ code }) => code, 'code'), role: 'key' },
    context(t('عنوان پروژه', 'project title'), 30, ({ title }) => title),
    context(t('روش گزارش پیشرفت', 'how progress is reported'), 20, (row) => askedText(row, words)),
    context(t('آخرین پیشرفت ثبت‌شده', 'last recorded progress'), 17, (row) => lastText(row, words)),
    context(
      t(`آخرین هزینه ثبت‌شده (${money})`, `last recorded spending (${money})`),
      13,
      (row) => amount(row.lastSpentRial),
      'number',
    ),
    context(t(`اعتبار مصوب (${money})`, `approved budget (${money})`), 13, (row) => amount(row.approvedRial), 'number'),
  ];
}

function indicatorContext(words: FormWords): FormColumn[] {
  const { t } = words;
  return [
    { ...context(t('کد شاخص', 'indicator'), 16, ({ code }) => code, 'code'), role: 'key' },
    context(t('عنوان شاخص', 'indicator title'), 34, ({ title }) => title),
    context(t('واحد سنجش', 'unit'), 12, ({ unit }) => unit),
    context(t('آخرین مقدار ثبت‌شده', 'last recorded value'), 17, (row) => lastText(row, words)),
    context(t('هدف کمی سال', 'target'), 12, ({ target }) => target, 'number'),
  ];
}

function questionColumns(words: FormWords): FormColumn[] {
  const { t } = words;
  return [
    context(t('پرسش‌های باز', 'open questions'), 40, ({ questions }) => questions.join('\n') || null),
    { ...context(t('پاسخ', 'answer'), 30, () => null, 'remark'), role: 'answer' },
  ];
}

function askedText({ asked, unit, target }: FormRow, { t, number }: FormWords): string | null {
  if (asked === null) return null;
  const over =
    asked.over === 'year' ? t('از آغاز سال', 'of this year') : t('از آغاز تا پایان کل کار', 'of the whole work');
  if (asked.by === 'percent') return t(`درصد، ${over}`, `percent, ${over}`);
  const whole =
    target === null ? (unit ?? '') : `${number(target, Number.isInteger(target) ? 0 : 2)} ${unit ?? ''}`.trim();
  return t(`مقدار از ${whole}، ${over}`, `quantity out of ${whole}, ${over}`);
}

function lastText({ last, unit, kind }: FormRow, { t, number, periodOf }: FormWords): string | null {
  if (last === null) return '—';
  const text = number(last.value, Number.isInteger(last.value) ? 0 : 2);
  const what =
    kind === 'project' && last.field === 'physical' ? `${text}${t('٪', '%')}` : `${text} ${unit ?? ''}`.trim();
  return `${what} (${periodOf(last.period)})`;
}
