import type { MonthFigures } from '../src/domain/month.js';
import type { Voice } from './manager/voice.js';

/** Who signs for the whole organisation: the roles of the configuration, else the usual four. */
export function signatureRoles({ look }: MonthFigures, { t }: Voice): string[] {
  return (
    look.signatures ?? [
      t('تهیه‌کننده (کارشناس کنترل پروژه)', 'Prepared by'),
      t('بررسی‌کننده (مدیر برنامه و بودجه)', 'Checked by'),
      t('تأییدکننده (معاون برنامه‌ریزی)', 'Approved by'),
      t('ملاحظه (شهردار)', 'Seen by'),
    ]
  );
}
