import type { ComponentName, ScoreComponent, ScoredProgress } from '../scorecard.js';
import { digitsIn, type Language, numberText, percentText } from './numbers.js';

/** Names of the components of a score. */
export const COMPONENT_NAMES: Record<ComponentName, Record<Language, string>> = {
  physical: { fa: 'کار انجام‌شده', en: 'work done' },
  money_ahead: { fa: 'پول جلوتر از کار', en: 'money ahead of work' },
  verified: { fa: 'پیشرفت تأییدشده', en: 'verified progress' },
  indicators: { fa: 'شاخص‌ها', en: 'indicators' },
  on_time: { fa: 'به‌موقع', en: 'on time' },
  complete: { fa: 'کامل', en: 'complete' },
  first_pass: { fa: 'بی‌برگشت', en: 'first pass' },
  restatement: { fa: 'پایداری رقم‌ها', en: 'no restatements' },
};

/** Which progress a score looks at: printed with every score, since it decides whether typing alone pays. */
export const SCORED_PROGRESS: Record<ScoredProgress, Record<Language, string>> = {
  reported: {
    fa: 'کار و پول با پیشرفتِ گزارش‌شده سنجیده می‌شوند، نه تأییدشده؛ تأییدنشدن تنها از «پیشرفت تأییدشده» می‌کاهد (scorecard.progress).',
    en: 'Work and money count reported, not verified, progress; what was not verified costs points of “verified progress” alone (scorecard.progress).',
  },
  verified: {
    fa: 'کار و پول تنها با پیشرفتی سنجیده می‌شوند که برای همین دوره تأیید شده است؛ تأییدنشده صفر شمرده می‌شود (scorecard.progress).',
    en: 'Work and money count only progress that was verified for this very period; what was not counts 0 (scorecard.progress).',
  },
};

type Sentence = (slots: { value: string; counted: string; of: string; less: string }) => string;

const REASONS: Record<ComponentName, Record<Language, Sentence>> = {
  physical: {
    fa: ({ value }) => `از کاری که اعتبار آزادشده می‌توانست بپردازد ${value} انجام و گزارش شده است.`,
    en: ({ value }) => `${value} of the work that the released credit could pay was done and reported.`,
  },
  money_ahead: {
    fa: ({ less }) => `به وزن اعتبار، ${less} از اعتباری که رسیده بود پیش از کارِ آن هزینه شده یا گزارش نشده است.`,
    en: ({ less }) =>
      `Weighed by credit, ${less} of the credit that had come was spent ahead of its work, or was not reported.`,
  },
  verified: {
    fa: ({ value }) => `از پیشرفت گزارش‌شده ${value} تأیید شده است.`,
    en: ({ value }) => `${value} of the reported progress was verified.`,
  },
  indicators: {
    fa: ({ value }) => `دستیابی شاخص‌های موعدرسیده ${value} است؛ شاخصی که دوره‌ای از آن گزارش نشده صفر شمرده می‌شود.`,
    en: ({ value }) => `The indicators that were due attained ${value}; one with a silent period counts 0.`,
  },
  on_time: {
    fa: ({ counted, of }) => `${counted} ماه از ${of} ماه به‌موقع گزارش داده است.`,
    en: ({ counted, of }) => `It reported in time in ${counted} of ${of} months.`,
  },
  complete: {
    fa: ({ counted, of }) => `${counted} پروژه از ${of} پروژه برای این ماه گزارش دارد.`,
    en: ({ counted, of }) => `${counted} of ${of} projects have a report for this month.`,
  },
  first_pass: {
    fa: ({ counted, of }) => `${counted} سطر از ${of} سطرِ چشم‌داشته یا فرستاده پذیرفته شد.`,
    en: ({ counted, of }) => `${counted} of ${of} rows expected or sent were accepted.`,
  },
  restatement: {
    fa: ({ less }) => `رقم‌ها به‌طور میانگین ${less} پس از نخستین گزارش تغییر کرده یا گزارش نشده‌اند.`,
    en: ({ less }) => `Figures changed by ${less} on average after their first report, or were not reported.`,
  },
};

/** Why a component lost points, in one sentence whose numbers stand in the component; null = it lost none. */
export function scoreReason(component: ScoreComponent, language: Language): string | null {
  const { name, value, counted, of, lost } = component;
  if (value === null || lost <= 0) return null;
  const whole = (amount: number) => digitsIn(language, numberText('en', amount, Number.isInteger(amount) ? 0 : 1));
  return REASONS[name][language]({
    value: percentText(language, value),
    less: percentText(language, 1 - value),
    counted: whole(counted),
    of: whole(of),
  });
}
