import { squash } from '../../domain/text/normalise.js';
import type { SheetKind } from './entry.js';

interface Readings {
  /** What the word means on each kind of sheet; `?` = the most likely meaning, which somebody must confirm. */
  project: string;
  indicator: string;
}

/**
 * Words that mean different columns in different places. A sheet's kind settles some; the others need a parent, a unit
 * or a person: money must not be read out of a column of percents because a word was vague.
 */
const WORDS: Record<string, Readings> = {
  عملکرد: { project: '?spent_rial', indicator: 'value' },
  'عملکرد تا پایان ماه': { project: '?spent_rial', indicator: 'value' },
  'عملکرد تا پایان دوره': { project: '?spent_rial', indicator: 'value' },
  'عملکرد دوره': { project: '?spent_rial', indicator: 'value' },
  'عملکرد تجمعی': { project: '?spent_rial', indicator: 'value' },
  'عملکرد واقعی': { project: '?spent_rial', indicator: 'value' },
  'مقدار واقعی': { project: '?quantity', indicator: 'value' },
  'مقدار عملکرد': { project: '?quantity', indicator: 'value' },
  مقدار: { project: 'quantity', indicator: 'value' },
  هزینه: { project: '?spent_rial', indicator: '?spent_rial' },
  پیش‌پرداخت: { project: '?advance_rial', indicator: '?advance_rial' },
  برنامه: { project: 'programme', indicator: 'programme' },
  واقعی: { project: '?physical_percent', indicator: '?value' },
  مصوب: { project: 'approved_rial', indicator: '?approved_rial' },
  تخصیص: { project: 'allocated_rial', indicator: '?allocated_rial' },
  درصد: { project: '?physical_percent', indicator: '?value' },
  مجری: { project: '?department', indicator: 'department' },
  دوره: { project: 'period', indicator: '?period' },
  واحد: { project: '?department', indicator: 'unit' },
  وضعیت: { project: 'status', indicator: 'status' },
  هدف: { project: 'target', indicator: 'target' },
  شرح: { project: '?note', indicator: '?note' },
  تحقق: { project: 'fin_actual', indicator: 'ind_realization' },
  حوزه: { project: '?department', indicator: '?department' },
  مرحله: { project: 'status', indicator: 'status' },
  تجمعی: { project: '?aggregation', indicator: 'aggregation' },
  تاریخ: { project: '?data_date', indicator: '?data_date' },
  کد: { project: '?project', indicator: '?indicator' },
  code: { project: '?project', indicator: '?indicator' },
  عنوان: { project: 'title', indicator: 'title' },
  title: { project: 'title', indicator: 'title' },
  مبلغ: { project: '?spent_rial', indicator: '?value' },
};

const BY_KEY: ReadonlyMap<string, Readings> = new Map(
  Object.entries(WORDS).map(([word, readings]) => [squash(word), readings]),
);

export interface AmbiguousReading {
  field: string;
  sure: boolean;
}

/** The reading of a vague word on a sheet of this kind; null where the word is not vague. */
export function ambiguousReading(key: string, kind: SheetKind): AmbiguousReading | null {
  const readings = BY_KEY.get(key);
  if (!readings) return null;
  const reading = readings[kind === 'plan' ? 'project' : kind];
  const field = reading.replace('?', '');
  return { field, sure: kind !== 'plan' && reading === field };
}
