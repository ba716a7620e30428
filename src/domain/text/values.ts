import type { Indicator, ProgressBasis, ProgressMethod, ProjectStatus, Reporter } from '../plan.js';
import { squash } from './letters.js';

/** Words that people write for one closed list of values, by their squashed key. */
export type Vocabulary<T> = ReadonlyMap<string, T>;

function vocabulary<T extends string>(words: Record<T, string>): Vocabulary<T> {
  const entries = Object.entries<string>(words) as [T, string][];
  return new Map(
    entries.flatMap(([value, synonyms]) =>
      [value, ...synonyms.split('|')].map((word): [string, T] => [wordKey(word), value]),
    ),
  );
}

/** Signs such as ↑ and + are words too; the squashed key would lose them. */
function wordKey(word: string): string {
  return squash(word) || word.replace(/[−–—]/g, '-').trim();
}

/** The value that a typed word stands for; null where the vocabulary does not hold it. Case, spacing and ي/ك do not matter. */
export function readWord<T>(words: Vocabulary<T>, text: string): T | null {
  return words.get(wordKey(text)) ?? null;
}

export const PROJECT_STATUS = vocabulary<ProjectStatus>({
  active:
    'فعال|جاری|در حال اجرا|در دست اجرا|در حال انجام|در دست اقدام|شروع نشده|مطالعه|در حال مطالعه|طراحی|تملک|مناقصه|فراخوان|عقد قرارداد|انتقالی|in progress|ongoing|running|not started',
  suspended: 'متوقف|متوقف شده|راکد|تعلیق|معلق|تعلیق شده|on hold|stopped|paused',
  cancelled: 'حذف|حذف شده|لغو|لغو شده|انصراف|منتفی|canceled|dropped',
  merged: 'ادغام|ادغام شده',
  done: 'تکمیل|تکمیل شده|خاتمه یافته|پایان یافته|تمام شده|اتمام|تحویل موقت|تحویل قطعی|بهره برداری|بهره برداری شده|افتتاح|افتتاح شده|۱۰۰٪|completed|complete|finished',
});

export const PROGRESS_METHOD = vocabulary<ProgressMethod>({
  declared: 'اعلامی|اظهاری|خوداظهاری|درصد|درصدی|percent|reported',
  milestone: 'نقطه عطف|نقاط عطف|مایلستون|مرحله ای|milestones',
  quantity: 'مقداری|مقدار|کمی|احجام|حجمی|units',
});

export const PROGRESS_BASIS = vocabulary<ProgressBasis>({
  year: 'سال|سالانه|سالیانه|سال جاری|از ابتدای سال|annual|yearly',
  life: 'کل|کل پروژه|از ابتدای پروژه|از ابتدای کار|تجمعی کل|عمر پروژه|cumulative|whole|project',
});

export const INDICATOR_DIRECTION = vocabulary<Indicator['direction']>({
  up: 'مثبت|افزایشی|صعودی|هرچه بیشتر بهتر|مستقیم|↑|+|increasing|higher better|higher is better|positive',
  down: 'منفی|کاهشی|نزولی|معکوس|هرچه کمتر بهتر|↓|-|decreasing|lower better|lower is better|negative',
  band: 'نقطه ای|بازه ای|بازه|محدوده|محدوده مطلوب|range|target range',
});

export const INDICATOR_AGGREGATION = vocabulary<Indicator['aggregation']>({
  sum: 'تجمعی|انباشتی|جمع|مجموع|جمعی|cumulative|total',
  last: 'غیرتجمعی|مقطعی|لحظه ای|آخرین|آخرین مقدار|latest|stock',
  average: 'میانگین|میانگینی|متوسط|معدل|avg|mean',
  max: 'بیشینه|حداکثر|بیشترین|maximum|highest',
  ratio: 'نسبت|نسبتی|کسر|fraction',
});

export const INDICATOR_FREQUENCY = vocabulary<Indicator['frequency']>({
  monthly: 'ماهانه|ماهیانه|ماهی|ماه|هر ماه|یک ماهه|month',
  quarterly: 'فصلی|سه ماهه|۳ ماهه|سه ماه یکبار|هر فصل|quarter',
  half_yearly: 'شش ماهه|۶ ماهه|نیم سالانه|نیم سال|نیمساله|semiannual|semi-annual|half year|biannual',
  yearly: 'سالانه|سالیانه|یک ساله|۱۲ ماهه|هر سال|annual|annually|year',
});

export type BudgetChangeKind = 'supplement' | 'cut' | 'transfer' | 'carry';

export const BUDGET_CHANGE_KIND = vocabulary<BudgetChangeKind>({
  supplement: 'متمم|افزایش|متمم بودجه|افزایش اعتبار|increase|addition',
  cut: 'کاهش|کسر|کاهش اعتبار|کسر اعتبار|decrease|reduction',
  transfer: 'جابجایی|جابه جایی|انتقال بین پروژه ها|جابجایی اعتبار|reallocation|virement',
  carry: 'انتقالی|انتقال از سال قبل|اعتبار انتقالی|انتقال به سال بعد|carryover|carry over|carried',
});

export const REPORTER_FIELDS = vocabulary<Reporter['fields']>({
  physical: 'فیزیکی|پیشرفت|پیشرفت فیزیکی|progress|work',
  money: 'مالی|ریالی|اعتبارات|هزینه|پیشرفت ریالی|financial|finance|budget',
  indicators: 'شاخص|شاخص ها|شاخصها|indicator|kpi|kpis',
  all: 'همه|کل|تمام|همه موارد|*',
});

const BOOLEANS = vocabulary<'yes' | 'no'>({
  yes: 'بلی|بله|آری|هست|دارد|y|true|1|✓|✔',
  no: 'خیر|نه|نیست|n|false|0|✗',
});

/** «بلی», yes, true, 1 → true; «خیر», no, false, 0 → false; null for anything else, a blank included. */
export function parseBoolean(text: string): boolean | null {
  const word = readWord(BOOLEANS, text);
  return word === null ? null : word === 'yes';
}

const WITHDRAW = new Set(['حذف', 'حذف شود', 'withdraw', 'withdrawn'].map(squash));

/** The word that takes back the figure reported before: «حذف» or `withdraw`. */
export function isWithdraw(text: string): boolean {
  return WITHDRAW.has(squash(text));
}
