import type { FindingText } from '../finding.js';

/** What only the talk of several files brings to light, when a return is made. */
export const RETURN_FINDINGS = {
  SUB_ROW_NOT_COUNTED: {
    severity: 'warning',
    fa: 'آنچه نوشته بودید، {values}، به حساب نیامده است: سطرش به‌خاطر خطای دیگری برگشت، و آن خطا اصلاح شد ولی این خانه دوباره نیامد.',
    en: 'What you wrote, {values}, was not counted: its row went back for another error, which was mended, but this cell did not come again.',
    remedyFa: 'اگر درست است در این خانه بنویسید و بفرستید.',
    remedyEn: 'If it is right, write it into this cell and send it.',
  },
} satisfies Record<string, FindingText>;
