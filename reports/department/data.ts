import { renderFinding } from '../../src/domain/catalogue/render.js';
import type { Severity } from '../../src/domain/finding.js';
import type { MonthFigures } from '../../src/domain/month.js';
import type { Sheet } from '../../src/report/sheet.js';
import { DATA_WIDTHS, fileHeaders, fileRow, findingHeaders, findingRow } from '../manager/data.js';
import { replacementOf } from '../manager/refusals.js';
import type { Voice } from '../manager/voice.js';
import { pageSheet } from '../page.js';
import type { DepartmentView } from './view.js';

const ORDER: readonly Severity[] = ['error', 'question', 'warning', 'info'];

/** More findings than anybody mends by hand: the rest is in the file that went back to the sender. */
const MOST = 1_000;

/** What was refused and what is open, each with file, sheet, row, cell and remedy; a file that was sent again is settled. */
export function departmentData(figures: MonthFigures, voice: Voice, { title, submissions }: DepartmentView): Sheet {
  const { t, labels, language } = voice;
  const open = submissions
    .filter((record) => replacementOf(record, submissions) === null)
    .flatMap((record) =>
      record.findings.map((finding) => ({ record, finding, severity: renderFinding(finding, language).severity })),
    )
    .sort((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));
  const rowsOf = (errors: boolean) =>
    open
      .filter(({ severity }) => (severity === 'error') === errors)
      .slice(0, MOST)
      .map(({ record, finding }) => findingRow(record, finding, voice));
  const cut = open.length > MOST ? t(` (${voice.count(MOST)} مورد نخست)`, ` (the first ${voice.count(MOST)})`) : '';
  return pageSheet(figures, voice, {
    name: labels.sheets.data,
    title: `${title} — ${t('یافته‌های باز این دوره', 'Open findings of the period')}`,
    legend: t(
      'سطرهای درست همان‌جا به حساب آمده‌اند. خطا یعنی آن سطر به حساب نیامده است؛ پرسش یعنی به حساب آمده و پاسخ شما لازم است.',
      'Good rows count already. An error keeps its row out; a question lets it count and asks for your answer.',
    ),
    widths: DATA_WIDTHS,
    parts: [
      {
        title: t('پرونده‌های این دوره', 'Files of the period'),
        headers: fileHeaders(voice),
        rows: () => submissions.map((record) => fileRow(record, submissions, voice)),
        empty: t('پرونده‌ای نرسیده است.', 'No file came.'),
      },
      {
        title:
          t(
            'پذیرفته نشده: از کدام پرونده و خانه، و چگونه اصلاح شود',
            'Refused: from which file and cell, and how to mend it',
          ) + cut,
        headers: findingHeaders(voice),
        rows: () => rowsOf(true),
      },
      {
        title: t('پرسش‌ها، هشدارها و آگاهی‌ها', 'Questions, warnings and notes') + cut,
        headers: findingHeaders(voice),
        rows: () => rowsOf(false),
      },
    ],
  });
}
