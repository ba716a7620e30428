import { type Column, columnRange, lettersOf } from './columns.js';
import type { Voice } from './voice.js';

export const PROJECT_KEYS = [
  'index',
  'code',
  'title',
  'year',
  'departmentTitle',
  'weight',
  'achieved',
  'planned',
  'spent',
  'due',
  'approved',
  'physical',
  'budget',
  'gap',
  'type',
  'physicalState',
  'moneyState',
  'note',
  'weightedAchieved',
  'weightedPlanned',
  'nodeCode',
  'node',
  'department',
] as const;
export type ProjectKey = (typeof PROJECT_KEYS)[number];

export const PROJECT_LETTERS = lettersOf(PROJECT_KEYS);

/** A column of the projects' data, for formulas on other sheets. */
export function projectRange(key: ProjectKey, rows: number): string {
  return columnRange(PROJECT_LETTERS[key], rows);
}

export function projectColumns(voice: Voice, spendingWords: string): Column<ProjectKey>[] {
  const { t } = voice;
  const column = (key: ProjectKey, title: string, width: number, note?: string): Column<ProjectKey> =>
    note === undefined ? { key, title, width } : { key, title, width, note };
  return [
    column('index', t('ردیف', 'No.'), 6),
    column('code', t('کد پروژه', 'Project'), 16),
    column('title', t('عنوان', 'Title'), 40),
    column('year', t('سال', 'Year'), 7),
    column('departmentTitle', t('واحد مسئول', 'Department'), 20),
    column(
      'weight',
      t('وزن در کل برنامه (w)', 'Weight in the plan (w)'),
      11,
      t(
        'حاصل‌ضرب وزن‌ها از بالای درخت تا پروژه؛ جمع همه یک است، منهای سهمی از برنامه که کار برنامه‌ای ندارد.',
        'Product of the weights down the tree; they sum to 1, less the share of the plan that has no planned work.',
      ),
    ),
    column(
      'achieved',
      t('پیشرفت واقعی (P)', 'Progress (P)'),
      10,
      t(
        'پیشرفت فیزیکی تجمعی سال: درصدِ گزارش‌شده؛ اگر درصد از کل عمر پروژه یا مقدار گزارش شود، راه محاسبه در ستون یادداشت است. «—» یعنی هرگز گزارش نشده؛ در محاسبه صفر است (کران پایین). روی عدد بزنید تا به منبع آن در ردگیری بروید.',
        'Cumulative physical progress of the year: the percentage as reported; where it is reported over the whole life or as a quantity, the remark says how P follows. "—" = never reported; it counts as 0 (the low bound). Click the number to go to its source.',
      ),
    ),
    column(
      'planned',
      t('پیشرفت برنامه‌ای (PP)', 'Planned progress (PP)'),
      10,
      t(
        'پیشرفت برنامه‌ای تا پایان دوره؛ کج‌نویس = فرض خطی، چون زمان‌بندی ندارد.',
        'Planned progress to the period; italic = assumed linear, for want of a schedule.',
      ),
    ),
    column(
      'spent',
      t('هزینه (S)', 'Spent (S)'),
      14,
      `${spendingWords}. ${t('روی عدد بزنید تا به منبع آن بروید؛ اگر نقدی و غیرنقدی هر دو هست، عدد جمع دو ردیف ردگیری است.', 'Click the number to go to its source; where cash and non-cash both stand, it is the sum of two lineage rows.')}`,
    ),
    column(
      'due',
      t('اعتبار موعدرسیده (BD)', 'Budget due (BD)'),
      14,
      t(
        'هزینهٔ برنامه‌ای تا پایان دوره؛ کج‌نویس = اعتبار × پیشرفت برنامه‌ای.',
        'Planned spending to the period; italic = budget × planned progress.',
      ),
    ),
    column('approved', t('اعتبار سال (B)', 'Budget of the year (B)'), 13),
    column('physical', t('تحقق فیزیکی (P÷PP)', 'Physical (P÷PP)'), 10),
    column('budget', t('تحقق هزینه (S÷BD)', 'Budget (S÷BD)'), 10),
    column('gap', t('شکاف (واحد درصد)', 'Gap (points)'), 9),
    column('type', t('نوع', 'Type'), 15),
    column('physicalState', t('گزارش فیزیکی', 'Physical report'), 17),
    column('moneyState', t('گزارش هزینه', 'Money report'), 17),
    column('note', t('یادداشت', 'Remark'), 34),
    column('weightedAchieved', t('کمکی: w×P', 'Helper: w×P'), 11),
    column('weightedPlanned', t('کمکی: w×PP', 'Helper: w×PP'), 11),
    column('nodeCode', t('کد طرح', 'Scheme'), 13),
    column('node', t('کمکی: شمارهٔ طرح', 'Helper: node no.'), 9),
    column('department', t('کمکی: شمارهٔ واحد', 'Helper: department no.'), 9),
  ];
}
