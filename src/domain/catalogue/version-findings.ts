import type { FindingText } from '../finding.js';

/** What a new plan version means among those that are stored. */
export const VERSION_FINDINGS = {
  VERSION_OVERTAKEN: {
    severity: 'warning',
    fa: 'این نسخه از {effective} در کار است، ولی از {later} به بعد نسخهٔ دیگری (شمارهٔ {version}) که پیش‌تر ثبت شده در کار می‌ماند.',
    en: 'This version holds from {effective}, but from {later} on another version (number {version}), stored before, stays in force.',
    remedyFa: 'اگر این تغییر پس از {later} هم برقرار است، همین بسته را یک بار دیگر با --effective {later} وارد کنید.',
    remedyEn: 'If the change holds after {later} too, import the same package once more with --effective {later}.',
  },
} satisfies Record<string, FindingText>;
