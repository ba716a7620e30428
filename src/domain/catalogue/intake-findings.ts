import type { FindingText } from '../finding.js';

/** What can happen to a file before anybody reads it. */
export const INTAKE_FINDINGS = {
  INBOX_QUARANTINED: {
    severity: 'error',
    fa: 'خواندن این پرونده {attempts} بار برنامه را از کار انداخت و کنار گذاشته شد.',
    en: 'Reading this file stopped the program {attempts} times; it was set aside.',
    remedyFa:
      'نسخهٔ اصل در data/quarantine است. پرونده را در برنامهٔ صفحه‌گسترده باز کنید، با نامی تازه به‌صورت xlsx ذخیره کنید و دوباره بفرستید.',
    remedyEn:
      'The original lies in data/quarantine. Open it in a spreadsheet program, save it as xlsx under a new name and send it again.',
  },
} satisfies Record<string, FindingText>;
