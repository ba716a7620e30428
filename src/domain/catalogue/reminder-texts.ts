import { fillText } from './mail-texts.js';
import type { Language } from './numbers.js';

/** What reminders say; `{slots}` are filled by `reminderText`. */
export const REMINDER_TEXTS = {
  subject: {
    fa: '{organisation}: یادآوری گزارش {period} — {department}',
    en: '{organisation}: reminder of the report of {period} — {department}',
  },
  before: {
    fa: 'گزارش {period} تا {deadline} پذیرفته می‌شود: {days} روز مانده است.',
    en: 'The report of {period} is due by {deadline}: {days} days are left.',
  },
  tomorrow: {
    fa: 'گزارش {period} تا فردا، {deadline}، پذیرفته می‌شود.',
    en: 'The report of {period} is due by tomorrow, {deadline}.',
  },
  today: {
    fa: 'امروز، {deadline}، آخرین روز فرستادن گزارش {period} است.',
    en: 'Today, {deadline}, is the last day for the report of {period}.',
  },
  after: {
    fa: 'مهلت گزارش {period} در {deadline} گذشت؛ تا پایان {grace} هنوز پذیرفته می‌شود، ولی با تأخیر.',
    en: 'The report of {period} was due by {deadline}; until the end of {grace} it is still taken, as late.',
  },
  over: {
    fa: 'مهلت گزارش {period} در {deadline} و مهلت اضافه در {grace} گذشت.',
    en: 'The report of {period} was due by {deadline}, and its grace ended on {grace}.',
  },
  moved: {
    fa: '({day} تعطیل است؛ مهلت به روز کاری بعد رفت.)',
    en: '({day} is a day off; the deadline moved to the next working day.)',
  },
  missing: {
    fa: '{period}: {missing} از {rows} ردیف هنوز هیچ رقمی ندارد (اعتبار آن‌ها {budget} {unit}):',
    en: '{period}: no figure yet in {missing} of {rows} rows (approved budget {budget} {unit}):',
  },
  row: { fa: '- {code} {title}', en: '- {code} {title}' },
  more: { fa: '… و {count} ردیف دیگر', en: '… and {count} more' },
  questions: {
    fa: 'پرسش‌هایی که در انتظار پاسخ شماست ({count}):',
    en: 'Questions that wait for your answer ({count}):',
  },
  question: { fa: '- {label}، {code}، {period}: {text}', en: '- {label}, {code}, {period}: {text}' },
  form: { fa: 'فرم آماده:', en: 'The form is ready:' },
  fill: {
    fa: 'آن را پر کنید (پاسخ پرسش‌ها در برگهٔ پرسش‌های همان فرم) و در این پوشه بگذارید:',
    en: 'Fill it in (answers on its sheet of questions) and put it into this folder:',
  },
  noForm: { fa: 'پرونده را در این پوشه بگذارید:', en: 'Put the file into this folder:' },
  sent: {
    fa: 'اگر همین امروز فرستاده‌اید، این یادآوری را نادیده بگیرید.',
    en: 'If you have sent it today, please disregard this reminder.',
  },
  summarySubject: {
    fa: '{organisation}: گزارش {period} از {count} واحد کامل نرسیده است',
    en: '{organisation}: the report of {period} is not complete ({count} of {all} departments)',
  },
  summaryHead: {
    fa: '{count} از {all} واحدی که باید گزارش دهند هنوز این‌ها را نفرستاده‌اند (بیشترین اعتبار بی‌رقم نخست):',
    en: '{count} of {all} departments that have to report have not sent this yet (most budget without figures first):',
  },
  summaryRow: {
    fa: '- {code} {title}: {missing} از {rows} ردیف بی‌رقم، اعتبار {budget} {unit}؛ {questions} پرسش بی‌پاسخ',
    en: '- {code} {title}: {missing} of {rows} rows without figures, approved budget {budget} {unit}; open questions: {questions}',
  },
} as const;

/** A text in one language. */
export function reminderText(
  language: Language,
  key: keyof typeof REMINDER_TEXTS,
  slots: Record<string, string> = {},
): string {
  return fillText(REMINDER_TEXTS[key][language], slots);
}
