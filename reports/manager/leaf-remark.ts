import type { Leaf } from '../../src/domain/measure.js';
import type { MonthFigures } from '../../src/domain/month.js';
import type { Project } from '../../src/domain/plan.js';
import type { Layout } from './layout.js';
import type { Voice } from './voice.js';

/** How P follows from what was typed, where it is not the typed number itself: an auditor can redo it by hand. */
function derivations(code: string, layout: Layout, voice: Pick<Voice, 't' | 'digits'>): string[] {
  const project = layout.projectOf(code);
  const derived = project ? derivation(project, voice) : null;
  const later = layout.carriersOf(code).map((carrier) => `\u200e${carrier}\u200e`);
  return [
    ...(derived ? [derived] : []),
    ...(later.length > 0
      ? [
          voice.t(
            `کار مانده در ${later.join('، ')} پیش رفته: P = P + (۱ − P) × P آن`,
            `the rest was carried on in ${later.join(', ')}: P = P + (1 − P) × its P`,
          ),
        ]
      : []),
  ];
}

function derivation(
  { progressMethod, progressBasis, quantity, unit, openingPercent, targetPercent }: Project,
  { t, digits }: Pick<Voice, 't' | 'digits'>,
): string | null {
  const exact = (value: number) => digits(value).replace('.', t('٫', '.'));
  if (progressMethod === 'quantity' && quantity !== null && quantity > 0) {
    const whole = `${exact(quantity)}${unit ? ` ${unit}` : ''}`;
    return t(`P = مقدار انجام‌شده ÷ ${whole}`, `P = quantity done ÷ ${whole}`);
  }
  if (progressBasis !== 'life') return null;
  const [opening, target] = [exact(openingPercent ?? 0), exact(targetPercent ?? 100)];
  return t(
    `P سهم امسال است: (درصد گزارش‌شده − ${opening}) ÷ (${target} − ${opening})`,
    `P is the share of the year: (percentage reported − ${opening}) ÷ (${target} − ${opening})`,
  );
}

/** What a reader must know about a leaf's numbers: what was assumed, what was carried forward, what is missing. */
export function leafRemark(leaf: Leaf, { headline }: MonthFigures, { t, digits }: Voice, layout: Layout): string {
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
  if (leaf.achieved !== null) remarks.push(...derivations(leaf.code, layout, { t, digits }));
  if (leaf.plannedAssumed) remarks.push(t('برنامهٔ خطی فرض شده', 'planned progress assumed linear'));
  if (leaf.budgetAssumed && headline.options.basis === 'due')
    remarks.push(t('هزینهٔ برنامه‌ای فرض شده', 'planned spending assumed'));
  if (leaf.weightAssumed) remarks.push(t('وزن برابر فرض شده', 'weight assumed'));
  return remarks.join(t('؛ ', '; '));
}
