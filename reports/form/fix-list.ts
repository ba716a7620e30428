import { held } from '../../src/domain/catalogue/held.js';
import { labelsIn } from '../../src/domain/catalogue/labels.js';
import { instantText } from '../../src/domain/catalogue/numbers.js';
import type { FormMark, MonthForm, ReturnedPart } from '../../src/domain/form.js';
import { cellAddress } from '../../src/domain/table.js';
import { withHeights } from '../../src/report/row-height.js';
import type { Cell, Row, Sheet } from '../../src/report/sheet.js';
import type { Tone } from '../../src/report/style.js';
import { type EntrySheet, placeText, sampleWord } from './entry-sheet.js';
import { type FormWords, TITLE_HEIGHT } from './words.js';

const WIDTHS = [6, 11, 14, 18, 44, 44, 22, 30];

/** What to mend, the worst first, each with a jump to its cell and the sender's own place. */
export function fixList(
  form: MonthForm,
  returned: ReturnedPart,
  words: FormWords,
  sheets: Partial<Record<'project' | 'indicator', EntrySheet>>,
): Sheet {
  const { t } = words;
  const headers = [
    t('ردیف', 'no.'),
    t('شدت', 'severity'),
    t('کد', 'code'),
    t('ستون', 'column'),
    t('چه شده است', 'what is wrong'),
    t('چه باید کرد', 'how to mend it'),
    t('پیشنهاد', 'suggestion'),
    t('جای آن در پروندهٔ شما', 'in your file'),
  ];
  const marks = returned.marks.map((mark, index) => ({ cells: markCells(mark, index + 1, form, words, sheets) }));
  const head = headRows(form, returned, words, Object.keys(sheets).length > 0);
  const rows = [
    ...head,
    { cells: headers.map((value): Cell => ({ value, style: { name: 'header' } })), height: 28 },
    ...withHeights(marks, WIDTHS),
  ];
  return {
    ...{ name: words.sheets.list, tone: 'bad', widths: WIDTHS, rows, merges: [], conditions: [] },
    freeze: { rows: head.length + 1, columns: 0 },
    filter: marks.length === 0 ? null : `A${head.length + 1}:H${head.length + marks.length + 1}`,
    print: {
      ...{ landscape: true, pagesHigh: 0, area: null, titleRows: [head.length + 1, head.length + 1] },
      header: [
        form.organisation,
        form.department.title,
        words.period,
        ...(form.sample ? [sampleWord(words)] : []),
      ].join(' — '),
      footer: t('&P / &N', 'Page &P of &N'),
    },
    locked: true,
  };
}

function headRows(form: MonthForm, { files, marks }: ReturnedPart, words: FormWords, hasForm: boolean): Row[] {
  const { t, digits } = words;
  const count = (severity: FormMark['severity'][]) =>
    digits(String(marks.filter((mark) => severity.includes(mark.severity)).length));
  const line = (value: string): Row => ({ cells: [{ value, style: { name: 'subtitle' } }] });
  const title = t(
    `برگشت گزارش ${words.period} — ${form.department.title}`,
    `Returned report of ${words.period} — ${form.department.title}`,
  );
  const labels = labelsIn(form.language);
  const way = hasForm
    ? t(
        'خانه‌ها را در برگه‌های بعدی همین پرونده اصلاح کنید و آن را دوباره در پوشهٔ خود بگذارید.',
        'Mend the cells on the next sheets of this very file and put it into your folder again.',
      )
    : t(
        'برای این ماه یا این واحد فرمی نیست: پروندهٔ خودتان را بنا بر این فهرست اصلاح کنید و دوباره در پوشهٔ خود بگذارید.',
        'There is no form for this month or this department: mend your own file by this list and put it into your folder again.',
      );
  return [
    {
      cells: [{ value: form.sample ? `${title} — ${sampleWord(words)}` : title, style: { name: 'title' } }],
      height: TITLE_HEIGHT,
    },
    line(
      t(
        `${count(['error'])} خطا (شمرده نشد) · ${count(['question', 'warning'])} پرسش یا هشدار (شمرده شد) · ${count(['info'])} اطلاع`,
        `errors (not counted): ${count(['error'])} · questions or warnings (counted): ${count(['question', 'warning'])} · notes: ${count(['info'])}`,
      ),
    ),
    ...files.map(({ file, receivedAt, status, acceptedRows, refusedRows }) =>
      line(
        t(
          `پروندهٔ شما: ${held('fa', file)}\u200f — ${instantText('fa', form.calendar, form.timeZone, receivedAt)} — ${labels.submissions[status]} — ${digits(String(acceptedRows))} ردیف پذیرفته، ${digits(String(refusedRows))} ردیف برگشتی`,
          `Your file: ${file} — ${instantText('en', form.calendar, form.timeZone, receivedAt)} — ${labels.submissions[status]} — ${acceptedRows} rows accepted, ${refusedRows} refused`,
        ),
      ),
    ),
    line(`${t('اصل پروندهٔ شما دست‌نخورده در بایگانی است.', 'Your original lies untouched in the archive.')} ${way}`),
    { cells: [] },
  ];
}

const TONE: Record<FormMark['severity'], Tone> = { error: 'bad', question: 'watch', warning: 'watch', info: 'ahead' };

function markCells(
  mark: FormMark,
  number: number,
  form: MonthForm,
  words: FormWords,
  sheets: Partial<Record<'project' | 'indicator', EntrySheet>>,
): Cell[] {
  const target = mark.kind === null ? undefined : sheets[mark.kind];
  const cell = mark.row === null ? null : (target?.address(mark.row, mark.field) ?? null);
  const link = target && cell !== null ? { link: { sheet: target.sheet.name, cell } } : {};
  const own = mark.row === null ? words.t('کل پرونده', 'whole file') : (codeOf(form, mark.row) ?? mark.row);
  const code = own === '' ? words.t('بی‌کد', 'no code') : own;
  return [
    { value: number, style: { name: 'count' } },
    { value: labelsIn(form.language).severities[mark.severity], style: { name: 'word', tone: TONE[mark.severity] } },
    { value: code, style: { name: 'code' }, ...link },
    { value: mark.field === null ? '—' : words.field(mark.field), style: { name: 'wrapped' }, ...link },
    { value: mark.message, style: { name: 'wrapped' } },
    { value: mark.remedy, style: { name: 'wrapped' } },
    { value: mark.suggestion ?? '—', style: { name: 'wrapped' } },
    {
      value: `${held(form.language, placeText(mark.place, words))}${words.t('\u200f', '')} · ${mark.code}`,
      style: { name: 'wrapped' },
    },
  ];
}

const codeOf = ({ returned }: MonthForm, row: string): string | undefined =>
  returned?.stray.find(({ key }) => key === row)?.code;

/** What the last file changed against what had been sent for this month before. Null = nothing, or it was the first. */
export function changesSheet(form: MonthForm, { changes }: ReturnedPart, words: FormWords): Sheet | null {
  const { t } = words;
  if (changes.length === 0) return null;
  const headers = [t('کد', 'code'), t('ستون', 'column'), t('ارسال پیش', 'sent before'), t('ارسال آخر', 'sent last')];
  const rows: Row[] = [
    { cells: [{ value: words.sheets.changes, style: { name: 'title' } }], height: TITLE_HEIGHT },
    {
      cells: [
        {
          value: t('نسبت به آنچه پیش‌تر برای همین ماه فرستاده بودید', 'against what you had sent for this month before'),
          style: { name: 'subtitle' },
        },
      ],
    },
    { cells: headers.map((value) => ({ value, style: { name: 'header' } })) },
    ...changes.map(
      ({ code, field, before, after }): Row => ({
        cells: [
          { value: code, style: { name: 'code' } },
          { value: words.field(field), style: { name: 'wrapped' } },
          { value: before ?? '—', style: { name: 'wrapped' } },
          { value: after ?? '—', style: { name: 'wrapped' } },
        ],
      }),
    ),
  ];
  return {
    ...{ name: words.sheets.changes, tone: 'none', widths: [18, 30, 26, 26], rows, merges: [], conditions: [] },
    ...{ freeze: { rows: 3, columns: 0 }, filter: `A3:${cellAddress(3 + changes.length, 4)}`, locked: true },
    print: {
      ...{ landscape: false, pagesHigh: 0, area: null, titleRows: [3, 3] },
      header: [form.organisation, words.period].join(' — '),
      footer: t('&P / &N', 'Page &P of &N'),
    },
  };
}
