import { squash } from '../../domain/text/normalise.js';

/** Two-row headers: parents above, children below, and the field that a child of such a parent is. */
const PAIRS: [parents: string, children: string, field: string][] = [
  ['پیشرفت فیزیکی|پیشرفت', 'برنامه|برنامه‌ای|پیش‌بینی', 'planned_physical_percent'],
  ['پیشرفت فیزیکی|پیشرفت', 'واقعی|عملکرد|انجام‌شده|تجمعی|درصد', 'physical_percent'],
  ['پیشرفت فیزیکی|پیشرفت', 'تأییدشده|مورد تأیید|تأیید ناظر', 'verified_percent'],
  ['پیشرفت فیزیکی|پیشرفت', 'ماه قبل|دوره قبل', 'phys_prev'],
  ['پیشرفت فیزیکی|پیشرفت', 'طی ماه|ماه جاری|این دوره', 'phys_month'],
  ['پیشرفت فیزیکی|پیشرفت', 'انحراف|اختلاف', 'phys_dev'],
  ['پیشرفت ریالی|پیشرفت مالی', 'برنامه|برنامه‌ای', 'fin_planned'],
  ['پیشرفت ریالی|پیشرفت مالی', 'واقعی|عملکرد|درصد', 'fin_actual'],
  ['اعتبار|بودجه|اعتبارات|مبلغ', 'مصوب|مصوب ۹۹', 'approved_rial'],
  ['اعتبار|بودجه|اعتبارات', 'اصلاحی|اصلاحیه|متمم|نهایی', 'revised_rial'],
  ['اعتبار|بودجه|اعتبارات', 'برش|سهم دوره', 'period_budget'],
  ['اعتبار|بودجه|اعتبارات|مبلغ', 'تخصیص|تخصیص‌یافته|ابلاغی', 'allocated_rial'],
  ['اعتبار|بودجه|اعتبارات|مبلغ', 'تأمین اعتبار', 'credit_reserved'],
  ['اعتبار|بودجه|اعتبارات|مبلغ', 'تعهد', 'committed_rial'],
  ['اعتبار|بودجه|اعتبارات|هزینه|مبلغ', 'هزینه‌کرد|پرداخت|هزینه‌شده', 'spent_rial'],
  ['اعتبار|بودجه|اعتبارات|هزینه', 'عملکرد', 'spent_rial'],
  ['مبلغ', 'صورت‌وضعیت|کارکرد', 'certified_rial'],
  ['مبلغ', 'قرارداد|پیمان', 'contract_amount'],
  ['هزینه|هزینه‌کرد|پرداخت|عملکرد ریالی', 'نقدی|تجمعی|تا پایان ماه|تا پایان دوره', 'spent_rial'],
  ['هزینه|هزینه‌کرد|پرداخت|عملکرد ریالی', 'غیرنقدی|تهاتر', 'spent_noncash_rial'],
  ['هزینه|هزینه‌کرد|پرداخت|عملکرد ریالی|عملکرد', 'طی ماه|ماه جاری|این دوره|ماه', 'spent_month'],
  ['عملکرد', 'ریالی|مالی|هزینه', 'spent_rial'],
  ['عملکرد', 'فیزیکی', 'physical_percent'],
  ['اعتبار|بودجه|اعتبارات', 'مانده', 'balance'],
  ['اعتبار|بودجه|اعتبارات', 'درصد جذب|درصد تحقق|درصد', 'fin_actual'],
  ['جذب', 'درصد', 'fin_actual'],
  ['تخصیص', 'درصد', 'alloc_pct'],
  ['تحقق', 'درصد', 'ind_realization'],
  ['تخصیص', 'مبلغ', 'allocated_rial'],
  ['تعهد|تعهدات', 'مبلغ', 'committed_rial'],
  ['مصوب', 'مبلغ', 'approved_rial'],
  ['قرارداد|پیمان', 'مبلغ', 'contract_amount'],
  ['پرداخت|پرداختی|هزینه|هزینه‌کرد', 'مبلغ', 'spent_rial'],
  ['صورت‌وضعیت', 'مبلغ|تجمعی', 'certified_rial'],
  ['تاریخ|زمان‌بندی|زمان|برنامه زمان‌بندی', 'شروع|آغاز', 'start'],
  ['تاریخ|زمان‌بندی|زمان|برنامه زمان‌بندی', 'پایان|خاتمه|اتمام', 'end'],
  ['تاریخ', 'گزارش', 'data_date'],
  ['گزارش', 'تاریخ', 'data_date'],
  ['تاریخ شروع|شروع', 'برنامه‌ای|برنامه', 'start'],
  ['تاریخ شروع|شروع', 'واقعی', 'start_actual'],
  ['تاریخ پایان|پایان|خاتمه', 'برنامه‌ای|برنامه|قرارداد', 'end'],
  ['تاریخ پایان|پایان|خاتمه', 'واقعی', 'end_actual'],
  ['تاریخ پایان|پایان|خاتمه', 'پیش‌بینی|تمدیدی', 'end_forecast'],
  ['هدف کمی|هدف', 'دوره|تا پایان ماه', 'ind_target_period'],
  ['شاخص', 'کد', 'indicator'],
  ['شاخص', 'عنوان|نام', 'title'],
  ['شاخص', 'واحد', 'unit'],
  ['شاخص', 'عملکرد|مقدار|مقدار واقعی', 'value'],
  ['شاخص', 'صورت', 'numerator'],
  ['شاخص', 'مخرج', 'denominator'],
  ['پروژه', 'کد', 'project'],
  ['پروژه', 'عنوان|نام|شرح', 'title'],
  ['پروژه', 'وزن', 'weight'],
  ['پروژه', 'وضعیت', 'status'],
  ['طرح', 'کد', 'node'],
  ['طرح', 'عنوان|نام', 'node_title'],
];

/** Parents of one column per year, such as «هدف کمی» over ۱۳۹۵ … ۱۴۰۰; another year's figure is not this period's. */
const YEAR_PARENTS: [parents: string, field: string][] = [
  ['هدف کمی|هدف|اهداف کمی', 'target'],
  ['عملکرد|مقدار', 'value_of_year'],
];

const keyed = (words: string): string[] => words.split('|').map(squash);

const BY_PAIR: ReadonlyMap<string, string> = new Map(
  PAIRS.flatMap(([parents, children, field]) =>
    keyed(parents).flatMap((parent) => keyed(children).map((child): [string, string] => [`${parent}/${child}`, field])),
  ),
);
const BY_YEAR_PARENT: ReadonlyMap<string, string> = new Map(
  YEAR_PARENTS.flatMap(([parents, field]) => keyed(parents).map((parent): [string, string] => [parent, field])),
);

/** The field of a child header under its parent, both as keys; null where the pair is not known. */
export function pairedField(parent: string, child: string): string | null {
  return BY_PAIR.get(`${parent}/${child}`) ?? null;
}

/** The field of a bare year («۹۸», «سال ۱۳۹۸») under its parent. */
export function yearlyField(parent: string): string | null {
  return BY_YEAR_PARENT.get(parent) ?? null;
}

/** Parents that move their children to another time, such as «ماه قبل»: a child alone must then not be believed. */
export const OTHER_TIME = /^.{0,14}(?:قبل|گذشته|پیشین|طیماه|ماهجاری|ایندوره)$/u;
