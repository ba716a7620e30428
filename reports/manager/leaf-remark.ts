import type { Leaf } from '../../src/domain/measure.js';
import type { MonthFigures } from '../../src/domain/month.js';
import type { Voice } from './voice.js';

/** What a reader must know about a leaf's numbers: what was assumed, what was carried forward, what is missing. */
export function leafRemark(leaf: Leaf, { headline }: MonthFigures, { t }: Voice): string {
  const remarks: string[] = [];
  if (leaf.kind === 'empty_year') {
    remarks.push(
      t(
        'این طرح در این سال پروژه‌ای نداشته؛ سهم آن سال صفر تحقق دارد',
        'no project in this year: its share of the year counts as achieved 0',
      ),
    );
  } else {
    if (leaf.achieved === null) remarks.push(t('بدون کار برنامه‌ای', 'no planned work'));
    else if (leaf.physicalState === 'missing') remarks.push(t('پیشرفت هرگز گزارش نشده', 'progress never reported'));
    if (leaf.approvedRial === null) remarks.push(t('بدون اعتبار', 'no budget'));
  }
  if (leaf.plannedAssumed) remarks.push(t('برنامهٔ خطی فرض شده', 'planned progress assumed linear'));
  if (leaf.budgetAssumed && headline.options.basis === 'due')
    remarks.push(t('هزینهٔ برنامه‌ای فرض شده', 'planned spending assumed'));
  if (leaf.weightAssumed) remarks.push(t('وزن برابر فرض شده', 'weight assumed'));
  return remarks.join(t('؛ ', '; '));
}
