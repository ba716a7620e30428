import { held } from '../../src/domain/catalogue/held.js';
import { NO_DATA } from '../../src/domain/catalogue/numbers.js';
import { renderFinding } from '../../src/domain/catalogue/render.js';
import type { Finding, Severity } from '../../src/domain/finding.js';
import type { DepartmentReporting, MonthFigures, SubmissionRecord } from '../../src/domain/month.js';
import { type Outcome, outcomeOf } from '../../src/domain/outcome.js';
import { columnLetters } from '../../src/domain/table.js';
import { cell } from '../../src/report/cells.js';
import { withHeights } from '../../src/report/row-height.js';
import type { Cell, Row, Sheet } from '../../src/report/sheet.js';
import type { Tone } from '../../src/report/style.js';
import { QUESTIONS_SHOWN, questionHeaders, questionRow } from './questions.js';
import { replacementOf } from './refusals.js';
import { section } from './sections.js';
import { headMerges, headRows, printOf } from './table-sheet.js';
import type { Voice } from './voice.js';

const COLUMNS = 10;
const SEVERITY_TONES: Record<Severity, Tone> = { error: 'bad', question: 'watch', warning: 'watch', info: 'muted' };
const STATE_TONES: Record<DepartmentReporting['state'], Tone> = {
  on_time: 'good',
  late: 'watch',
  silent: 'bad',
  not_due: 'muted',
};
const STATUS_TONES: Record<Outcome, Tone> = {
  accepted: 'good',
  partly: 'watch',
  refused: 'bad',
  duplicate: 'muted',
  answers: 'muted',
};

export const DATA_WIDTHS = [14, 34, 15, 18, 9, 22, 9, 50, 50, 24];

/** Who reported and when, what became of each file, what is to be mended, what was assumed. */
export function dataSheet(figures: MonthFigures, voice: Voice): Sheet {
  const { t } = voice;
  const rows: Row[] = headRows(
    figures,
    voice,
    t('کیفیت داده: چه رسیده، چه برگشته، چه فرض شده', 'Data quality: what came, what went back, what was assumed'),
    t(
      'سطرهای درست همان‌جا به حساب آمده‌اند؛ تنها سطرهای خطادار برگشته‌اند. راه اصلاح هر مورد در کنار آن نوشته شده است. پروندهٔ برگشت‌خورده‌ای که واحد دوباره و درست فرستاده «جایگزین شد» است و کاری نمی‌خواهد.',
      'Good rows count at once; only rows with errors went back. How to mend each stands beside it. A returned file that the department has sent again is "replaced" and needs nothing.',
    ),
  );
  const none = t('موردی نیست.', 'Nothing to report.');
  const add = (title: string, headers: string[], body: Cell[][]) =>
    rows.push(...section(rows.length + 1, title, headers, body, none).rows);
  add(
    t('گزارش‌دهی واحدها در این دوره', 'Reporting of departments in this period'),
    reportingHeaders(voice),
    figures.departments.map(({ reporting }) => reportingRow(reporting, voice)),
  );
  add(
    t('پرونده‌های دریافت‌شده', 'Files received'),
    fileHeaders(voice),
    figures.submissions.map((record) => fileRow(record, figures.submissions, voice)),
  );
  add(
    t('یافته‌ها و راه اصلاح', 'Findings and how to mend them'),
    findingHeaders(voice),
    figures.submissions.flatMap((record) => record.findings.map((finding) => findingRow(record, finding, voice))),
  );
  add(
    t(
      'پرسش‌های دیرمانده، و رقم‌های نامعمولی که توضیحشان پذیرفته شد',
      'Overdue questions, and oddities whose explanation was accepted',
    ),
    questionHeaders(voice),
    figures.questions.slice(0, QUESTIONS_SHOWN).map((question) => questionRow(question, voice)),
  );
  add(
    t('فرض‌ها', 'Assumptions'),
    ['#', t('شرح', 'Description')],
    figures.assumptions.map(({ fa, en }, index) => [cell('count', index + 1), cell('text', voice.shown(t(fa, en)))]),
  );
  return {
    name: voice.labels.sheets.data,
    tone: 'none',
    widths: DATA_WIDTHS,
    rows: withHeights(rows, DATA_WIDTHS),
    merges: headMerges(columnLetters(COLUMNS)),
    freeze: { rows: 2, columns: 0 },
    filter: null,
    print: printOf(figures, voice, null),
    conditions: [],
  };
}

export function reportingHeaders({ t }: Voice): string[] {
  return [
    t('کد', 'Code'),
    t('واحد', 'Department'),
    t('وضعیت', 'State'),
    t('آخرین دریافت', 'Last received'),
    t('پرونده', 'Files'),
    t('سطر پذیرفته', 'Rows accepted'),
    t('سطر برگشتی', 'Rows returned'),
  ];
}

export function reportingRow(
  { code, title, state, receivedAt, files, acceptedRows, refusedRows }: DepartmentReporting,
  voice: Voice,
): Cell[] {
  return [
    cell('code', code),
    cell('wrapped', title),
    cell('word', voice.labels.reporting[state], { tone: STATE_TONES[state] }),
    cell('code', receivedAt === null ? NO_DATA : voice.instant(receivedAt)),
    cell('count', files),
    cell('count', acceptedRows),
    cell('count', refusedRows, refusedRows > 0 ? { tone: 'watch' } : {}),
  ];
}

export function fileHeaders({ t }: Voice): string[] {
  return [
    t('واحد', 'Department'),
    t('پرونده', 'File'),
    t('وضعیت', 'Status'),
    t('زمان دریافت', 'Received at'),
    t('دوره', 'Period'),
    t('سطر پذیرفته', 'Rows accepted'),
    t('سطر برگشتی', 'Rows returned'),
    t('رسید (SHA-256)', 'Receipt (SHA-256)'),
    t('سرانجام سطرهای برگشتی', 'What became of the returned rows'),
  ];
}

export function fileRow(record: SubmissionRecord, all: readonly SubmissionRecord[], voice: Voice): Cell[] {
  return [
    cell('code', record.department ?? NO_DATA),
    cell('wrapped', record.file),
    cell('word', voice.labels.submissions[outcomeOf(record)], { tone: STATUS_TONES[outcomeOf(record)] }),
    cell('code', voice.instant(record.receivedAt)),
    cell('code', record.period === null ? NO_DATA : voice.shortPeriod(record.period)),
    cell('count', record.acceptedRows),
    cell('count', record.refusedRows, record.refusedRows > 0 ? { tone: 'watch' } : {}),
    cell('code', record.sha256),
    cell('wrapped', outcomeText(record, all, voice)),
  ];
}

function outcomeText(record: SubmissionRecord, all: readonly SubmissionRecord[], { t, quote }: Voice): string {
  if (record.refusedRows === 0) return NO_DATA;
  const later = replacementOf(record, all);
  return later
    ? t(`جایگزین شد با ${quote(later.file)}`, `replaced by ${quote(later.file)}`)
    : t('در انتظار اصلاح واحد', 'the department has yet to mend them');
}

/** The name under which the file stands in the table above; a file inside an archive keeps its own. */
function fileName(inside: string | undefined, { file }: SubmissionRecord): string {
  return inside === undefined || file.endsWith(inside) ? file : inside;
}

export function findingHeaders({ t }: Voice): string[] {
  return [
    t('شدت', 'Severity'),
    t('پرونده', 'File'),
    t('واحد', 'Department'),
    t('برگه', 'Sheet'),
    t('سطر', 'Row'),
    t('ستون', 'Column'),
    t('خانه', 'Cell'),
    t('چه ایرادی دارد', 'What is wrong'),
    t('چگونه اصلاح شود', 'How to mend it'),
    t('کد یافته', 'Code'),
  ];
}

export function findingRow(record: SubmissionRecord, finding: Finding, voice: Voice): Cell[] {
  const { severity, message, remedy } = renderFinding(finding, voice.language);
  const { place } = finding;
  return [
    cell('word', voice.labels.severities[severity], { tone: SEVERITY_TONES[severity] }),
    cell('wrapped', fileName(place.file, record)),
    cell('code', record.department ?? NO_DATA),
    cell('text', place.sheet ?? NO_DATA),
    cell('code', place.row === undefined ? NO_DATA : voice.digits(place.row)),
    cell('text', place.column ?? NO_DATA),
    cell('code', place.cell ?? NO_DATA),
    cell('wrapped', held(voice.language, message)),
    cell('wrapped', held(voice.language, remedy)),
    cell('code', finding.code),
  ];
}
