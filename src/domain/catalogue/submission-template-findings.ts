import type { FindingText } from '../finding.js';

/** Faults of the workspace's own template files (`data/templates/*.json`): which file, which entry, what to write. */
export const SUBMISSION_TEMPLATE_FINDINGS = {
  TEMPLATE_NOT_JSON: {
    severity: 'error',
    fa: 'پرونده قالب، JSON درستی نیست: {reason}.',
    en: 'The template file is not valid JSON: {reason}.',
    remedyFa: 'ویرگول‌ها، نقل‌قول‌ها و آکولادها را بررسی کنید.',
    remedyEn: 'Check commas, quotes and brackets.',
  },
  TEMPLATE_SHAPE: {
    severity: 'error',
    fa: 'در «{path}» باید {expected} بیاید.',
    en: '“{path}” has to be {expected}.',
    remedyFa: 'نمونه را در راهنمای تحلیلگر ببینید.',
    remedyEn: 'See the example in the analyst’s guide.',
  },
  TEMPLATE_KEY_UNKNOWN: {
    severity: 'error',
    fa: 'کلید «{path}» شناخته نیست. کلیدهای شناخته: {keys}.',
    en: 'The key “{path}” is not known. Known keys: {keys}.',
    remedyFa: 'نام کلید را اصلاح یا آن را حذف کنید.',
    remedyEn: 'Correct the key or remove it.',
  },
  TEMPLATE_FIELD_UNKNOWN: {
    severity: 'error',
    fa: '«{field}» در «{path}» نام هیچ ستونی از گزارش ماهانه نیست.[ نزدیک‌ترین: {suggestion}.]',
    en: '“{field}” at “{path}” is no column of a monthly submission.[ Nearest: {suggestion}.]',
    remedyFa:
      'نام انگلیسی ستون را بنویسید، مانند spent_rial یا physical_percent؛ برای ستونی که نباید خوانده شود ignore.',
    remedyEn:
      'Write the column’s name, such as spent_rial or physical_percent; ignore for a column that is not to be read.',
  },
  TEMPLATE_UNIT_UNKNOWN: {
    severity: 'error',
    fa: '«{unit}» در «{path}» واحد پول شناخته‌شده‌ای نیست.',
    en: '“{unit}” at “{path}” is no known unit of money.',
    remedyFa: 'یکی از rial، million_rial، billion_rial، toman، million_toman را بنویسید.',
    remedyEn: 'Write one of rial, million_rial, billion_rial, toman, million_toman.',
  },
  TEMPLATE_HEADER_TWICE: {
    severity: 'error',
    fa: 'سرستون «{header}» در «{path}» پیش‌تر معنای دیگری گرفته است ({other}).',
    en: 'The header “{header}” at “{path}” has another meaning already ({other}).',
    remedyFa: 'یکی از دو معنا را حذف کنید.',
    remedyEn: 'Remove one of the two meanings.',
  },
  TEMPLATE_LAYOUT_TWICE: {
    severity: 'error',
    fa: 'برای واحد «{department}» در «{path}» چیدمان دیگری هم هست.',
    en: 'Department “{department}” at “{path}” has another layout already.',
    remedyFa: 'هر واحد یک چیدمان دارد؛ ستون‌ها را در یکی بیاورید.',
    remedyEn: 'A department has one layout; put the columns into one of them.',
  },
} satisfies Record<string, FindingText>;
