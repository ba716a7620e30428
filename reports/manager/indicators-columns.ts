import { type Column, lettersOf } from './columns.js';
import type { Voice } from './voice.js';

// biome-ignore format: one line for each group of columns.
export const INDICATOR_KEYS = [
  'index', 'code', 'title', 'department', 'direction', 'unit',
  'baseline', 'opening', 'value', 'measuredAt', 'state', 'path', 'target',
  'raw', 'attainment', 'verdict', 'nextTarget', 'gapToFill', 'remark', 'places',
  'weight', 'weighted', 'gone', 'due',
] as const;
export type IndicatorKey = (typeof INDICATOR_KEYS)[number];
export const INDICATOR_LETTERS = lettersOf(INDICATOR_KEYS);

export function indicatorColumns({ t }: Voice): Column<IndicatorKey>[] {
  const column = (key: IndicatorKey, title: string, width: number, note?: string): Column<IndicatorKey> =>
    note === undefined ? { key, title, width } : { key, title, width, note };
  return [
    column('index', t('ردیف', 'No.'), 6),
    column('code', t('کد', 'Code'), 9),
    column('title', t('شاخص', 'Indicator'), 36),
    column('department', t('واحد', 'Department'), 18),
    column('direction', t('جهت', 'Direction'), 9),
    column('unit', t('یکا', 'Unit'), 12),
    column('baseline', t('پایهٔ برنامه', 'Baseline'), 10),
    column(
      'opening',
      t('آغاز دامنه', 'Opening'),
      10,
      t('مقدار آغاز دامنهٔ گزارش', 'Where the scope of the report starts'),
    ),
    column(
      'value',
      t('مقدار', 'Value'),
      10,
      t('روی عدد بزنید تا به منبع آن در ردگیری بروید.', 'Click the number to go to its source in the lineage.'),
    ),
    column('measuredAt', t('سنجش', 'Measured'), 10),
    column('state', t('وضعیت گزارش', 'State'), 12),
    column(
      'path',
      t('مسیر تا امروز', 'Path to date'),
      10,
      t(
        'مقداری که مسیر از آغاز تا هدف، در زمان سنجش باید می‌داشت؛ کج‌نویس = خط راست فرض شده میان دو هدف',
        'Where the way from the opening to the target was to stand at the measurement; italic = a straight line assumed between targets',
      ),
    ),
    column('target', t('هدف', 'Target'), 10),
    column(
      'raw',
      t('دستیابی خام', 'Attainment, raw'),
      10,
      t(
        '(مقدار − آغاز) ÷ (هدف یا مسیر − آغاز)؛ جمع افزایشی: مقدار ÷ مسیر. منفی یعنی پس‌رفت.',
        '(value − opening) ÷ (target or path − opening); an upward sum: value ÷ path. Negative = it went back.',
      ),
    ),
    column('attainment', t('دستیابی', 'Attainment'), 10, t('خام، میان ۰ و سقف', 'Raw, held between 0 and the cap')),
    column('verdict', t('وضعیت', 'Verdict'), 15),
    column('nextTarget', t('هدف سال بعد', 'Next target'), 10),
    column('gapToFill', t('تا هدف بعد', 'Gap to fill'), 10),
    column('remark', t('یادداشت', 'Remark'), 24),
    column('places', t('جای آن در برنامه', 'Its places'), 16),
    column('weight', t('کمکی: وزن', 'Helper: weight'), 9),
    column('weighted', t('کمکی: وزن×دستیابی', 'Helper: weight × attainment'), 10),
    column('gone', t('نمودار: راه رفته', 'Chart: way gone'), 10),
    column('due', t('نمودار: مسیر', 'Chart: path'), 10),
  ];
}
