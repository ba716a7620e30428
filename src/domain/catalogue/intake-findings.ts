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
  INBOX_ORIGINAL_DAMAGED: {
    severity: 'error',
    fa: 'نسخهٔ اصلِ این پرونده در بایگانی گم شده یا تغییر کرده است ({sha256}) و چیزی از آن خوانده نشد.',
    en: 'The archived original of this file is missing or was changed ({sha256}); nothing was read from it.',
    remedyFa:
      'پرونده را دوباره بفرستید؛ نسخهٔ تازه جای نسخهٔ آسیب‌دیده را می‌گیرد. دیسک و دسترسی پوشهٔ data/archive را بررسی کنید.',
    remedyEn:
      'Send the file again; the new copy takes the place of the damaged one. Check the disk and the permissions of data/archive.',
  },
  INBOX_TOO_BIG: {
    severity: 'error',
    fa: 'اندازهٔ پرونده {megabytes} مگابایت است و سقف {limit} مگابایت؛ خوانده نشد و سر جایش مانده است.',
    en: 'The file has {megabytes} megabytes, the limit is {limit}; it was not read and stays where it is.',
    remedyFa:
      'برگه‌ها و تصویرهای اضافی را بردارید، یا آن را به چند پرونده بشکنید. سقف با کلید limits.file_megabytes در payesh.config.json تغییر می‌کند.',
    remedyEn:
      'Remove sheets and pictures that are not needed, or split it into several files. The key limits.file_megabytes of payesh.config.json sets the limit.',
  },
  INBOX_DUPLICATE: {
    severity: 'info',
    fa: 'همین محتوا پیش‌تر با پروندهٔ «{original}» در {whenFa} دریافت و شمرده شده است؛ دوباره شمرده نشد.',
    en: 'The same content was received and counted before, as {original} on {whenEn}; it is not counted again.',
    remedyFa: 'کاری لازم نیست. اگر قرار بود ارقام تازه‌ای بفرستید، پروندهٔ درست را بفرستید.',
    remedyEn: 'Nothing needs to be done. If new figures were meant, send the right file.',
  },
  INBOX_DUPLICATE_OLDER: {
    severity: 'warning',
    fa: 'این واحد پس از آن برای همین دوره پروندهٔ تازه‌تر «{newer}» را فرستاده است ({whenFa})؛ همان تازه‌تر معتبر می‌ماند.',
    en: 'This department has sent the newer file {newer} for the same period since ({whenEn}); the newer one stays in force.',
    remedyFa:
      'اگر به‌راستی ارقام پیشین درست‌اند، پرونده را باز کنید، تغییری کوچک در آن بدهید (مثلاً توضیحی در ستون توضیحات)، ذخیره کنید و دوباره بفرستید.',
    remedyEn:
      'If the earlier figures are the right ones after all, open the file, change something small (a remark, for example), save it and send it again.',
  },
  INBOX_RETURN_UNCHANGED: {
    severity: 'info',
    fa: 'این همان برگهٔ برگشتی است و هیچ خانه‌ای از آن عوض نشده؛ چیزی شمرده نشد و چیزی عوض نشد.',
    en: 'This is the returned sheet with no cell changed; nothing was counted and nothing has changed.',
    remedyFa: 'خانه‌هایی را که «فهرست اصلاح» نام می‌برد در برگه‌های همان پرونده اصلاح کنید، ذخیره کنید و دوباره بفرستید.',
    remedyEn: 'Mend the cells that its fix list names, on the sheets of the same file, save it and send it again.',
  },
  INBOX_TEMPLATE_BLANK: {
    severity: 'warning',
    fa: 'این فرم خام است و هیچ خانه‌ای از آن پر نشده؛ چیزی شمرده نشد.',
    en: 'This is the blank form with no cell filled in; nothing was counted.',
    remedyFa: 'خانه‌های زرد را پر کنید، ذخیره کنید و دوباره بفرستید.',
    remedyEn: 'Fill in the yellow cells, save it and send it again.',
  },
} satisfies Record<string, FindingText>;
