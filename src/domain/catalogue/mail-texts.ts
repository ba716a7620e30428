import type { Language } from './numbers.js';

/** What messages say; `{slots}` are filled by `mailText`. */
export const MAIL_TEXTS = {
  subject: {
    fa: '{organisation}: گزارش پایش {period}، ویرایش {edition}',
    en: '{organisation}: Payesh report of {period}, edition {edition}',
  },
  sample: { fa: 'داده نمونه — غیرواقعی', en: 'sample data — not real' },
  basis: { fa: 'دامنه و مبنا: {scope}، {basis}', en: 'Scope and basis: {scope}, {basis}' },
  physical: {
    fa: 'تحقق فیزیکی: {value} (میان {low} و {high}؛ پوشش گزارش {coverage}، {silent} از {leaves} پروژه بی‌گزارش)',
    en: 'Physical realization: {value} (between {low} and {high}; coverage {coverage}, {silent} of {leaves} projects silent)',
  },
  budget: {
    fa: 'تحقق هزینه: {value} (پوشش گزارش {coverage})',
    en: 'Budget realization: {value} (coverage {coverage})',
  },
  gap: {
    fa: 'شکاف: {gap} واحد درصد = جلو افتادن پرداخت از کار {paidAhead} + چیدمان پول در برابر وزن‌ها {mix} + بیرون از مقایسه {outside}',
    en: 'Gap: {gap} points = paid ahead of work {paidAhead} + money placed elsewhere than the weights {mix} + outside {outside}',
  },
  attached: { fa: 'پیوست‌ها:', en: 'Attached:' },
  notAttached: {
    fa: 'پیوست نشد، چون همه با هم از {limit} مگابایت بیشترند؛ در پوشهٔ گزارش‌هاست: {file}',
    en: 'Not attached, since together they exceed {limit} megabytes; it lies in the reports folder: {file}',
  },
  department: {
    fa: 'کاربرگ واحد «{department}» پیوست است.',
    en: 'The workbook of the department {department} is attached.',
  },
  ledger: {
    fa: 'سر زنجیرهٔ رویدادها (برای بازبینی نگه دارید): {seq} {hash}',
    en: 'Head of the chain of events (keep it for audits): {seq} {hash}',
  },
  closing: {
    fa: 'این پیام را برنامهٔ پایش فرستاده است؛ به آن پاسخ ندهید.',
    en: 'This message was sent by Payesh; please do not reply.',
  },
  alertSubject: { fa: '{organisation}: پایش به رسیدگی نیاز دارد', en: '{organisation}: Payesh needs attention' },
  alertBody: {
    fa: 'پایش در {at} این‌ها را دید:',
    en: 'At {at} Payesh found:',
  },
  alertRemedy: {
    fa: 'جزئیات: payesh status و payesh verify',
    en: 'Details: payesh status and payesh verify',
  },
} as const;

export type MailTextKey = keyof typeof MAIL_TEXTS;

/** `{slots}` of a template filled in; filled text is not read again. */
export function fillText(template: string, slots: Record<string, string>): string {
  return template.replace(/\{(\w+)\}/g, (slot, name: string) => slots[name] ?? slot);
}

/** A text in one language; a name from outside keeps its direction and cannot begin another line. */
export function mailText(language: Language, key: MailTextKey, slots: Record<string, string> = {}): string {
  return fillText(MAIL_TEXTS[key][language], slots);
}
