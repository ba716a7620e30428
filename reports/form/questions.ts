import type { FormQuestion, MonthForm } from '../../src/domain/form.js';
import { withHeights } from '../../src/report/row-height.js';
import type { Cell, Row, Sheet } from '../../src/report/sheet.js';
import { sampleWord } from './entry-sheet.js';
import type { MarkedSheet } from './marker.js';
import { type FormWords, TITLE_HEIGHT } from './words.js';

const WIDTHS = [12, 16, 70, 50, 20];
export const QUESTION_HEADER_ROW = 4;

/** What was asked about figures that count, to be answered in the same workbook. Null = nothing is open. */
export function questionSheet(form: MonthForm, words: FormWords): MarkedSheet | null {
  const { t } = words;
  if (form.questions.length === 0) return null;
  const headers = [
    t('شماره پرسش', 'question_id'),
    t('کد', 'code'),
    t('پرسش', 'question'),
    t('پاسخ', 'answer'),
    t('پاسخ‌دهنده', 'by'),
  ];
  const lead = t(
    'رقم‌های زیر شمرده شده‌اند؛ تنها روشن کنید که درست‌اند، یا رقم را در برگهٔ خودش اصلاح کنید. پاسخ در ستون زرد.',
    'These figures count; say that they are right, or mend them on their own sheet. The answer goes into the yellow column.',
  );
  const rows: Row[] = [
    { cells: [{ value: words.sheets.questions, style: { name: 'title' } }], height: TITLE_HEIGHT },
    { cells: [{ value: lead, style: { name: 'subtitle' } }] },
    { cells: [] },
    { cells: headers.map((value) => ({ value, style: { name: 'header' } })), height: 28 },
    ...withHeights(
      form.questions.map((question) => ({ cells: cellsOf(question, words) })),
      WIDTHS,
    ),
  ];
  const sheet: Sheet = {
    ...{ name: words.sheets.questions, tone: 'watch', widths: WIDTHS, rows, merges: [], filter: null, conditions: [] },
    freeze: { rows: QUESTION_HEADER_ROW, columns: 1 },
    print: {
      ...{ landscape: true, pagesHigh: 0, area: null, titleRows: [QUESTION_HEADER_ROW, QUESTION_HEADER_ROW] },
      header: [form.organisation, words.period, ...(form.sample ? [sampleWord(words)] : [])].join(' — '),
      footer: t('&P / &N', 'Page &P of &N'),
    },
    locked: true,
  };
  const roles = ['key', 'context', 'context', 'answer', 'answer'] as const;
  const columns = headers.map((header, at) => ({ header, role: roles[at] ?? 'context' }));
  return { sheet, headerRow: QUESTION_HEADER_ROW, columns };
}

/** An oddity that the office knows is shown with who took it and why, and is asked no more. */
function cellsOf({ label, code, text, answer, by, acknowledged }: FormQuestion, { t }: FormWords): Cell[] {
  const known =
    acknowledged === null ? '' : `\n${t('پذیرفته شد', 'acknowledged')}: ${acknowledged.by} — ${acknowledged.text}`;
  const open = acknowledged === null;
  const tone = open ? {} : { tone: 'muted' as const };
  return [
    { value: label, style: { name: 'code', ...(label === '' ? { open } : tone) } },
    { value: code, style: { name: 'code', ...tone } },
    { value: `${text}${known}`, style: { name: 'wrapped', ...tone } },
    { value: answer, style: { name: 'remark', open, ...tone } },
    { value: by, style: { name: 'remark', open, ...tone } },
  ];
}
