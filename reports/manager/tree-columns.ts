import { type Column, lettersOf } from './columns.js';
import type { Voice } from './voice.js';

// biome-ignore format: one line for each group of columns.
export const TREE_KEYS = [
  'number', 'code', 'title', 'level', 'weight',
  'physical', 'physicalVerdict', 'budget', 'gap', 'gapVerdict',
  'indicators', 'high', 'coverage', 'coverageBudget', 'leaves', 'silent', 'assumed',
  'spent', 'due', 'achieved', 'planned', 'reportedPhysical', 'reportedMoney',
] as const;
export type TreeKey = (typeof TREE_KEYS)[number];
export const TREE_LETTERS = lettersOf(TREE_KEYS);

/** Headers of the figures that the tree and the departments share, with their definitions as comments. */
export function figureHeaders({
  t,
}: Voice): Record<'physical' | 'physicalVerdict' | 'budget' | 'gap' | 'gapVerdict', string> {
  return {
    physical: t('تحقق فیزیکی', 'Physical'),
    physicalVerdict: t('وضعیت فیزیکی', 'Physical state'),
    budget: t('تحقق هزینه', 'Budget'),
    gap: t('شکاف (واحد درصد)', 'Gap (points)'),
    gapVerdict: t('وضعیت شکاف', 'State of the gap'),
  };
}

export function treeColumns(voice: Voice): Column<TreeKey>[] {
  const { t } = voice;
  const figures = figureHeaders(voice);
  return [
    { key: 'number', title: t('ردیف', 'No.'), width: 6 },
    { key: 'code', title: t('کد', 'Code'), width: 12 },
    { key: 'title', title: t('عنوان', 'Title'), width: 44 },
    { key: 'level', title: t('سطح', 'Level'), width: 10 },
    { key: 'weight', title: t('وزن میان هم‌ردیف‌ها', 'Weight among siblings'), width: 10 },
    {
      key: 'physical',
      title: figures.physical,
      width: 10,
      note: t(
        'A÷D = جمع w×P تقسیم بر جمع w×PP (ستون‌های کمکی همین ردیف)',
        'A÷D = Σ w×P over Σ w×PP (helper columns of this row)',
      ),
    },
    { key: 'physicalVerdict', title: figures.physicalVerdict, width: 15 },
    {
      key: 'budget',
      title: figures.budget,
      width: 10,
      note: t(
        'جمع هزینه تقسیم بر جمع اعتبار موعدرسیده (ستون‌های همین ردیف)',
        'Σ spent over Σ budget due (columns of this row)',
      ),
    },
    { key: 'gap', title: figures.gap, width: 9, note: t('تحقق هزینه منهای تحقق فیزیکی', 'budget less physical') },
    { key: 'gapVerdict', title: figures.gapVerdict, width: 20 },
    {
      key: 'indicators',
      title: t('دستیابی شاخص‌ها', 'Indicators'),
      width: 9,
      note: t('شاخص‌های پیوسته به اینجا و زیر آن، وزنی', 'the indicators linked here and below, weighted'),
    },
    {
      key: 'high',
      title: t('کران بالای فیزیکی', 'Physical, high bound'),
      width: 9,
      note: t('اگر بی‌گزارش‌ها طبق برنامه پیش رفته باشند', 'if the silent are on plan'),
    },
    { key: 'coverage', title: t('پوشش گزارش (وزن)', 'Coverage (weight)'), width: 9 },
    { key: 'coverageBudget', title: t('پوشش گزارش (اعتبار)', 'Coverage (budget)'), width: 9 },
    { key: 'leaves', title: t('پروژه‌های امسال', "This year's projects"), width: 8 },
    { key: 'silent', title: t('بی‌گزارش', 'Silent'), width: 8 },
    { key: 'assumed', title: t('سهم فرضی', 'Assumed share'), width: 8 },
    { key: 'spent', title: t('هزینه (S)', 'Spent (S)'), width: 12 },
    { key: 'due', title: t('اعتبار موعدرسیده (BD)', 'Budget due (BD)'), width: 12 },
    { key: 'achieved', title: t('کمکی: A', 'Helper: A'), width: 9 },
    { key: 'planned', title: t('کمکی: D', 'Helper: D'), width: 9 },
    { key: 'reportedPhysical', title: t('کمکی: گزارش فیزیکی', 'Helper: physical reports'), width: 9 },
    { key: 'reportedMoney', title: t('کمکی: گزارش هزینه', 'Helper: money reports'), width: 9 },
  ];
}
