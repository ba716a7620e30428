import type { MatrixState } from '../completeness.js';
import type { FactField } from '../fact.js';
import type { Severity } from '../finding.js';
import type { ChangeKind } from '../gap-changes.js';
import type { Basis, Denominator, LeafType, OutsideKind, ReportState, Scope, Spending } from '../measure.js';
import type { DepartmentReporting } from '../month.js';
import type { Outcome } from '../outcome.js';
import type { DisplayUnit, Language } from './numbers.js';

export type SheetKey =
  | 'summary'
  | 'tree'
  | 'gap'
  | 'projects'
  | 'projectControl'
  | 'earned'
  | 'indicators'
  | 'departments'
  | 'scorecard'
  | 'feedback'
  | 'slices'
  | 'forecast'
  | 'reporting'
  | 'data'
  | 'lineage'
  | 'control'
  | 'charts';
/** How a figure stands, always printed beside its colour. */
export type Verdict = 'good' | 'watch' | 'bad' | 'ahead' | 'none';

/** Words that several reports share. Sentences that one sheet alone says stand in that sheet's file. */
export interface Labels {
  /** xlsx carries only a font's name: one that every office computer has. */
  font: string;
  sheets: Record<SheetKey, string>;
  units: Record<DisplayUnit, string>;
  scopes: Record<Scope, string>;
  bases: Record<Basis, string>;
  spendings: Record<Spending, string>;
  denominators: Record<Denominator, string>;
  states: Record<ReportState, string>;
  types: Record<LeafType, string>;
  outside: Record<OutsideKind, string>;
  /** What moved a gap since then. */
  changes: Record<ChangeKind, string>;
  severities: Record<Severity, string>;
  reporting: Record<DepartmentReporting['state'], string>;
  matrix: Record<MatrixState, string>;
  submissions: Record<Outcome, string>;
  physicalVerdicts: Record<Verdict, string>;
  gapVerdicts: Record<Verdict, string>;
  fields: Record<FactField, string>;
  sample: string;
  pageOf: string;
}

const FA: Labels = {
  font: 'Tahoma',
  sheets: {
    summary: 'خلاصه',
    tree: 'درخت برنامه',
    gap: 'شکاف',
    projects: 'پروژه‌ها',
    projectControl: 'کنترل پروژه',
    earned: 'ارزش کسب‌شده',
    indicators: 'شاخص‌ها',
    departments: 'واحدها',
    scorecard: 'ارزیابی واحدها',
    feedback: 'بازخورد',
    slices: 'برش‌ها',
    forecast: 'پیش‌بینی',
    reporting: 'گزارش‌دهی',
    data: 'کیفیت داده',
    lineage: 'ردگیری',
    control: 'کنترل',
    charts: 'داده نمودارها',
  },
  units: { rial: 'ریال', million_rial: 'میلیون ریال', billion_rial: 'میلیارد ریال', toman: 'تومان' },
  scopes: { month: 'همین ماه', year: 'از آغاز سال', plan: 'از آغاز برنامه' },
  bases: { due: 'نسبت به برنامهٔ موعدرسیده', full: 'نسبت به کل' },
  spendings: { spent: 'هزینهٔ نقدی و غیرنقدی', certified: 'کارکرد تأییدشده', committed: 'تعهدات' },
  denominators: { approved: 'اعتبار مصوب', allocated: 'اعتبار تخصیص‌یافته' },
  states: { reported: 'گزارش شده', stale: 'گزارش ماه‌های پیش', missing: 'بی‌گزارش' },
  types: {
    money_ahead: 'پول جلوتر از کار',
    work_ahead: 'کار جلوتر از پول',
    both_behind: 'هر دو عقب',
    on_plan: 'طبق برنامه',
    finished: 'پایان‌یافته',
    unknown: 'نامشخص',
  },
  outside: {
    money_without_work: 'هزینه بدون کار برنامه‌ای',
    work_without_budget: 'کار برنامه‌ای بدون اعتبار',
    not_due: 'هنوز موعد نرسیده',
  },
  changes: {
    restated: 'اصلاح ارقام',
    replanned: 'بازبرنامه‌ریزی',
    budget_amended: 'اصلاح بودجه',
    weight_released: 'آزاد شدن وزن',
    new_year: 'سال تازه',
    not_reported: 'بی‌گزارش',
    reported: 'گزارش تازه',
  },
  severities: { error: 'خطا', question: 'پرسش', warning: 'هشدار', info: 'اطلاع' },
  reporting: { on_time: 'به‌موقع', late: 'با تأخیر', silent: 'بی‌گزارش', not_due: 'موعد ندارد' },
  matrix: { on_time: 'به‌موقع', late: 'با تأخیر', partly: 'ناقص', silent: 'بی‌گزارش', not_due: '—' },
  submissions: {
    accepted: 'پذیرفته',
    partly: 'بخشی پذیرفته',
    refused: 'برگشت‌خورده',
    duplicate: 'تکراری',
    answers: 'تنها پاسخ',
  },
  physicalVerdicts: {
    good: 'سبز: طبق برنامه',
    watch: 'زرد: عقب',
    bad: 'قرمز: بسیار عقب',
    ahead: 'آبی: جلوتر',
    none: 'بدون داده',
  },
  gapVerdicts: {
    good: 'سبز: هم‌گام',
    watch: 'زرد: پول جلوتر',
    bad: 'قرمز: پول بسیار جلوتر',
    ahead: 'آبی: کار جلوتر',
    none: 'بدون داده',
  },
  fields: {
    physical: 'پیشرفت فیزیکی',
    quantity: 'مقدار انجام‌شده',
    verified_percent: 'درصد تأییدشده',
    allocated_rial: 'تخصیص (ریال)',
    committed_rial: 'تعهد (ریال)',
    certified_rial: 'کارکرد تأییدشده (ریال)',
    spent_rial: 'هزینهٔ نقدی (ریال)',
    spent_noncash_rial: 'هزینهٔ غیرنقدی (ریال)',
    advance_rial: 'پیش‌پرداخت مستهلک‌نشده (ریال)',
    note: 'توضیح',
    obstacle: 'مانع',
    action: 'اقدام',
    value: 'مقدار شاخص',
    numerator: 'صورت',
    denominator: 'مخرج',
  },
  sample: 'داده نمونه — غیرواقعی',
  // Words beside the two numbers come out in another order in each program; the marks hold these two in this one.
  pageOf: '\u200e&P\u200e / \u200e&N\u200e',
};

const EN: Labels = {
  font: 'Tahoma',
  sheets: {
    summary: 'Summary',
    tree: 'Plan tree',
    gap: 'Gap',
    projects: 'Projects',
    projectControl: 'Project control',
    earned: 'Earned value',
    indicators: 'Indicators',
    departments: 'Departments',
    scorecard: 'Scorecard',
    feedback: 'Feedback',
    slices: 'Slices',
    forecast: 'Forecast',
    reporting: 'Reporting',
    data: 'Data quality',
    lineage: 'Lineage',
    control: 'Control',
    charts: 'Chart data',
  },
  units: { rial: 'rial', million_rial: 'million rial', billion_rial: 'billion rial', toman: 'toman' },
  scopes: { month: 'this month', year: 'since the start of the year', plan: 'since the start of the plan' },
  bases: { due: 'against the plan to date', full: 'against the whole' },
  spendings: { spent: 'cash and non-cash spending', certified: 'certified work', committed: 'commitments' },
  denominators: { approved: 'approved budget', allocated: 'credit released' },
  states: { reported: 'reported', stale: 'earlier month', missing: 'no report' },
  types: {
    money_ahead: 'money ahead of work',
    work_ahead: 'work ahead of money',
    both_behind: 'both behind',
    on_plan: 'on plan',
    finished: 'finished',
    unknown: 'unknown',
  },
  outside: {
    money_without_work: 'money without planned work',
    work_without_budget: 'planned work without budget',
    not_due: 'not yet due',
  },
  changes: {
    restated: 'restated',
    replanned: 'replanned',
    budget_amended: 'budget amended',
    weight_released: 'weight released',
    new_year: 'new year',
    not_reported: 'not reported',
    reported: 'newly reported',
  },
  severities: { error: 'error', question: 'question', warning: 'warning', info: 'note' },
  reporting: { on_time: 'on time', late: 'late', silent: 'silent', not_due: 'nothing due' },
  matrix: { on_time: 'on time', late: 'late', partly: 'partly', silent: 'silent', not_due: '—' },
  submissions: {
    accepted: 'accepted',
    partly: 'partly accepted',
    refused: 'returned',
    duplicate: 'duplicate',
    answers: 'answers only',
  },
  physicalVerdicts: {
    good: 'green: on plan',
    watch: 'yellow: behind',
    bad: 'red: far behind',
    ahead: 'blue: ahead',
    none: 'no data',
  },
  gapVerdicts: {
    good: 'green: in step',
    watch: 'yellow: money ahead',
    bad: 'red: money far ahead',
    ahead: 'blue: work ahead',
    none: 'no data',
  },
  fields: {
    physical: 'physical progress',
    quantity: 'quantity done',
    verified_percent: 'verified percent',
    allocated_rial: 'allocated (rial)',
    committed_rial: 'committed (rial)',
    certified_rial: 'certified (rial)',
    spent_rial: 'spent (rial)',
    spent_noncash_rial: 'spent, non-cash (rial)',
    advance_rial: 'advances not recovered (rial)',
    note: 'note',
    obstacle: 'obstacle',
    action: 'action',
    value: 'indicator value',
    numerator: 'numerator',
    denominator: 'denominator',
  },
  sample: 'SAMPLE DATA — NOT REAL',
  pageOf: 'Page &P of &N',
};

// Levels of a plan are free text; the usual English and Persian names are shown in the language of the report.
const LEVELS: readonly (readonly [en: string, fa: string])[] = [
  ['vision', 'چشم‌انداز'],
  ['statement', 'گزاره'],
  ['goal', 'هدف'],
  ['objective', 'هدف خرد'],
  ['strategy', 'استراتژی'],
  ['policy', 'سیاست اجرایی'],
  ['scheme', 'طرح'],
  ['project', 'پروژه'],
];

/** The name of a level in the language, or the level as the plan writes it. */
export function levelName(language: Language, level: string): string {
  const known = LEVELS.find(([en, fa]) => level.toLowerCase() === en || level === fa);
  return known ? known[language === 'fa' ? 1 : 0] : level;
}

const LABELS: Record<Language, Labels> = { fa: FA, en: EN };

export function labelsIn(language: Language): Labels {
  return LABELS[language];
}
