import { PayeshError } from '../domain/error.js';

/** Why the store cannot be used. The codes are stable. */
export type StoreErrorCode = keyof typeof TEXTS;

interface StoreErrorText {
  fa: string;
  en: string;
  remedyFa: string;
  remedyEn: string;
}

const RESTORE_FA = 'آخرین نسخهٔ پشتیبان را از پوشهٔ data/backup بازگردانید و پروندهٔ کنونی را برای بررسی کنار بگذارید.';
const RESTORE_EN = 'Restore the latest backup from data/backup and set this file aside for examination.';

/** `{file}` and `{detail}` are filled in; a detail is a name or a number, never a sentence. */
const TEXTS = {
  STORE_MISSING: {
    fa: 'پایگاه دادهٔ «{file}» پیدا نشد.',
    en: 'The database {file} does not exist.',
    remedyFa:
      'نشانی فضای کار را بررسی کنید؛ برای فضای کار تازه فرمان payesh init و سپس payesh plan import را اجرا کنید.',
    remedyEn: 'Check the workspace folder; for a new workspace run payesh init and then payesh plan import.',
  },
  STORE_LEFTOVER: {
    fa: 'کنار «{file}» دفتر ناتمام «{detail}» مانده ولی خود پایگاه داده نیست؛ پایگاه داده جابه‌جا یا پاک شده است.',
    en: 'Beside {file} lies the unfinished journal {detail}, but the database itself is gone: it was moved or deleted.',
    remedyFa:
      'پایگاه داده را کنار دفتر آن بازگردانید، یا نسخهٔ پشتیبان را بازگردانید و دفتر ناتمام را به پوشه‌ای دیگر ببرید.',
    remedyEn: 'Put the database back beside its journal, or restore a backup and move the journal to another folder.',
  },
  STORE_VANISHED: {
    fa: 'پایگاه دادهٔ «{file}» نیست، ولی این فضای کار پیش‌تر داده داشته است (بایگانی، پشتیبان یا گزارش). پایگاه دادهٔ تازه‌ای ساخته نمی‌شود. تازه‌ترین پشتیبان: {detail}',
    en: 'The database {file} is gone, although this workspace has held data before (archive, backups or reports). No new one is made. Newest backup: {detail}',
    remedyFa:
      'تازه‌ترین پشتیبان را با نام data/payesh.db بازگردانید. اگر به‌راستی می‌خواهید از نو آغاز کنید، پوشه‌های data/archive، data/backup و reports را به جایی دیگر ببرید.',
    remedyEn:
      'Copy the newest backup to data/payesh.db. To really start anew, move the folders data/archive, data/backup and reports elsewhere first.',
  },
  STORE_EMPTY: {
    fa: 'پروندهٔ «{file}» خالی است (صفر بایت) و پایگاه دادهٔ پایش نیست.',
    en: 'The file {file} is empty (0 bytes); it is not a Payesh database.',
    remedyFa: RESTORE_FA,
    remedyEn: RESTORE_EN,
  },
  STORE_NOT_A_DATABASE: {
    fa: 'پروندهٔ «{file}» پایگاه داده نیست.',
    en: 'The file {file} is not a database.',
    remedyFa: RESTORE_FA,
    remedyEn: RESTORE_EN,
  },
  STORE_FOREIGN: {
    fa: '«{file}» پایگاه دادهٔ برنامهٔ دیگری است (شناسهٔ {detail}).',
    en: 'The file {file} is the database of another program (application id {detail}).',
    remedyFa: 'نشانی فضای کار را درست کنید؛ پایش در این پرونده چیزی نمی‌نویسد.',
    remedyEn: 'Correct the workspace folder; Payesh writes nothing into this file.',
  },
  STORE_NEWER: {
    fa: 'پایگاه دادهٔ «{file}» را نسخهٔ تازه‌تری از پایش ساخته است (گام {detail}).',
    en: 'The database {file} was written by a newer Payesh (migration {detail}).',
    remedyFa: 'همان نسخهٔ تازه‌تر یا بالاتر پایش را نصب کنید؛ این نسخه به داده‌ها دست نزد.',
    remedyEn: 'Install that Payesh version or a later one; this one has changed nothing.',
  },
  STORE_MIGRATION_EDITED: {
    fa: 'گام «{detail}» که در پایگاه دادهٔ «{file}» ثبت شده، با همان گام در این برنامه یکی نیست.',
    en: 'Migration {detail} as recorded in {file} differs from the one in this program.',
    remedyFa: 'پایش را از بستهٔ رسمی دوباره نصب کنید؛ گام ثبت‌شده هرگز ویرایش نمی‌شود، گام تازه‌ای افزوده می‌شود.',
    remedyEn: 'Install Payesh again from its package; an applied migration is never edited, a new one is added.',
  },
  STORE_MIGRATION_MISSING: {
    fa: 'گام «{detail}» میان گام‌های ثبت‌شدهٔ پایگاه دادهٔ «{file}» و گام‌های این برنامه جا افتاده است.',
    en: 'Migration {detail} is missing between those recorded in {file} and those of this program.',
    remedyFa: 'پایش را از بستهٔ رسمی دوباره نصب کنید؛ اگر باز هم ماند، نسخهٔ پشتیبان را بازگردانید.',
    remedyEn: 'Install Payesh again from its package; if this remains, restore a backup.',
  },
  STORE_OUTDATED: {
    fa: 'پایگاه دادهٔ «{file}» برای خواندن باز شد ولی هنوز گام «{detail}» را ندارد.',
    en: 'The database {file} was opened for reading only, but still lacks migration {detail}.',
    remedyFa: 'یک بار فرمانی نوشتنی، مانند payesh ingest، را با این نسخه اجرا کنید.',
    remedyEn: 'Run a writing command, such as payesh ingest, once with this version.',
  },
  STORE_CALENDAR: {
    fa: 'داده‌های «{file}» با تقویم دیگری شمرده شده‌اند ({detail}).',
    en: 'The data in {file} were counted with another calendar ({detail}).',
    remedyFa: 'کلیدهای calendar و year_start_month را در payesh.config.json به همان مقدار برگردانید.',
    remedyEn: 'Set the keys calendar and year_start_month in payesh.config.json back to that value.',
  },
  STORE_SQLITE_TOO_OLD: {
    fa: 'نسخهٔ SQLite ({detail}) از ۳٫۵۱٫۳ قدیمی‌تر است و می‌تواند «{file}» را خراب کند.',
    en: 'SQLite {detail} is older than 3.51.3 and could damage {file}.',
    remedyFa: 'بسته‌ها را با npm ci دوباره نصب کنید.',
    remedyEn: 'Install the packages again with npm ci.',
  },
  STORE_NO_WAL: {
    fa: 'پوشهٔ «{file}» نوشتن امن را پشتیبانی نمی‌کند (حالت {detail}).',
    en: 'The folder of {file} does not support safe writing (journal mode {detail}).',
    remedyFa: 'فضای کار را روی دیسک همین رایانه بگذارید، نه روی پوشهٔ شبکه.',
    remedyEn: 'Keep the workspace on a local disk, not on a network share.',
  },
  STORE_CANNOT_OPEN: {
    fa: 'پایگاه دادهٔ «{file}» باز نشد ({detail}).',
    en: 'The database {file} cannot be opened ({detail}).',
    remedyFa: 'دسترسی خواندن و نوشتن پرونده و پوشهٔ آن را بررسی کنید.',
    remedyEn: 'Check the read and write permissions of the file and of its folder.',
  },
  STORE_READ_ONLY: {
    fa: 'در پایگاه دادهٔ «{file}» نمی‌توان نوشت ({detail}).',
    en: 'The database {file} cannot be written ({detail}).',
    remedyFa: 'دسترسی نوشتن پرونده و پوشهٔ آن را به کاربر پایش بدهید.',
    remedyEn: 'Give the user that runs Payesh the right to write the file and its folder.',
  },
  STORE_BUSY: {
    fa: 'برنامهٔ دیگری در حال نوشتن در «{file}» است ({detail}).',
    en: 'Another program is writing to {file} ({detail}).',
    remedyFa: 'پس از پایان آن کار دوباره اجرا کنید؛ چیزی از دست نرفته است.',
    remedyEn: 'Run again when that work has ended; nothing was lost.',
  },
  STORE_FULL: {
    fa: 'دیسک پر است و در «{file}» نوشته نشد ({detail}).',
    en: 'The disk is full; {file} was not changed ({detail}).',
    remedyFa: 'جا باز کنید و دوباره اجرا کنید؛ کار نیمه‌تمام پس گرفته شد.',
    remedyEn: 'Free some space and run again; the unfinished work was rolled back.',
  },
  STORE_DISK: {
    fa: 'دیسک هنگام کار با «{file}» خطا داد ({detail}).',
    en: 'The disk failed while working on {file} ({detail}).',
    remedyFa: 'دیسک را بررسی کنید و پیش از ادامه payesh verify را اجرا کنید.',
    remedyEn: 'Check the disk and run payesh verify before going on.',
  },
  STORE_DAMAGED: {
    fa: 'پایگاه دادهٔ «{file}» آسیب دیده است ({detail}).',
    en: 'The database {file} is damaged ({detail}).',
    remedyFa: RESTORE_FA,
    remedyEn: RESTORE_EN,
  },
  STORE_BACKUP_EXISTS: {
    fa: 'پروندهٔ «{file}» از پیش هست و روی آن پشتیبان نوشته نمی‌شود.',
    en: 'The file {file} already exists; no backup is written over it.',
    remedyFa: 'نام دیگری برای نسخهٔ پشتیبان بدهید.',
    remedyEn: 'Give the backup another name.',
  },
} satisfies Record<string, StoreErrorText>;

/** The failing world as the store meets it: what, which file, and how to mend it, in both languages. */
export class StoreError extends PayeshError {
  override name = 'StoreError';

  constructor(
    override readonly code: StoreErrorCode,
    readonly file: string,
    readonly detail = '',
    options?: ErrorOptions,
  ) {
    const fill = (text: string) => text.replace('{file}', () => file).replace('{detail}', () => detail);
    const { fa, en, remedyFa, remedyEn } = TEXTS[code];
    super(code, { fa: fill(fa), en: fill(en), remedyFa, remedyEn }, code === 'STORE_CALENDAR' ? 2 : 1);
    if (options?.cause !== undefined) this.cause = options.cause;
  }
}
