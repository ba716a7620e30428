import type { FindingText } from '../finding.js';

/** Questions about figures that count: worded as questions, with their numbers. They travel until they are answered. */
export const SUBMISSION_QUESTION_FINDINGS = {
  SUB_FALLING: {
    severity: 'question',
    fa: 'رقم تجمعی «{header}» برای {code} از {before} در {period} به {value} کاهش یافته است. آیا رقم پیشین اصلاح شده، یا این رقم تنها مال همین ماه است؟',
    en: 'The cumulative figure “{header}” of {code} fell from {before} in {period} to {value}. Was the earlier figure corrected, or is this the month’s own figure?',
    remedyFa: 'اگر اصلاح رقم پیشین است، دلیل را در پاسخ بنویسید؛ وگرنه رقم تجمعی را اصلاح کنید (نه رقم همین ماه).',
    remedyEn:
      'If this corrects an earlier figure, answer with the reason; otherwise write the cumulative figure, not the month’s.',
  },
  SUB_SPENT_WITHOUT_BUDGET: {
    severity: 'question',
    fa: 'برای پروژه {code} هزینهٔ {value} ریال گزارش شده ولی بودجه مصوب ندارد. این هزینه از کدام اعتبار است؟',
    en: 'Spending of {value} rial is reported for project {code}, which has no approved budget. From which credit is it?',
    remedyFa: 'کد پروژه را بررسی کنید یا ثبت اعتبار آن را از دفتر بودجه بخواهید.',
    remedyEn: 'Check the code, or ask the budget office to record the project’s credit.',
  },
  SUB_LIFE_OUTSIDE: {
    severity: 'question',
    fa: 'پیشرفت تجمعی {value} درصد پروژه {code} بیرون از بازه امسال ({opening} تا {target}) است. آیا این رقم از آغاز کار است یا از آغاز امسال؟',
    en: 'Cumulative progress of {value} percent of project {code} lies outside this year’s range ({opening} to {target}). Is it counted since the work began, or since the start of this year?',
    remedyFa: 'این پروژه پیشرفت از آغاز کار را می‌خواهد، نه پیشرفت امسال؛ رقم را بررسی کنید.',
    remedyEn: 'This project asks for progress since the work began, not for this year’s; check the figure.',
  },
  SUB_DEPARTMENTS_DIFFER: {
    severity: 'question',
    fa: 'رقم {value} برای {code} با رقم {other} که واحد {department} برای همین دوره گزارش کرده یکی نیست؛ فعلاً آخرین رقم پذیرفته‌شده معتبر است. کدام درست است؟',
    en: 'The figure {value} of {code} differs from {other}, which department {department} reported for the same period; for now the latest accepted one counts. Which is right?',
    remedyFa: 'دو واحد رقم را با هم تطبیق دهند و رقم درست را دوباره بفرستند.',
    remedyEn: 'Let the two departments reconcile the figure and send the right one again.',
  },
} satisfies Record<string, FindingText>;
