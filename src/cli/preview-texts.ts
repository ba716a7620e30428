/** Texts of the rule preview. */
export const PREVIEW_TEXTS = {
  'command.preview': {
    fa: 'پیش‌نمایش قاعده‌ها: دوره‌های گذشته با وزن‌ها، آستانه‌ها یا ترکیبی دیگر؛ چیزی ذخیره نمی‌شود',
    en: 'preview of rules: past periods under other weights, thresholds or mix; nothing is stored',
  },
  'option.rules': {
    fa: 'پروندهٔ قاعده‌ها (کلیدهای پیکربندی، و وزن‌ها با کد)',
    en: 'the rules file (keys of the configuration, and weights by code)',
  },
  'option.from': { fa: 'از این دوره (پیش‌فرض: آغاز سال)', en: 'from this period (default: the start of the year)' },
  'fault.rules': {
    fa: 'پروندهٔ قاعده‌ها {file} نادرست است ({count} مورد):',
    en: 'The rules file {file} is wrong ({count}):',
  },
  'preview.mixed': { fa: 'فیزیکی آمیخته', en: 'mixed with indicators' },
  'preview.score': { fa: 'امتیاز', en: 'score' },
  'preview.class': { fa: 'رده', en: 'class' },
  'preview.pair': { fa: '{before} ← {after} ({delta})', en: '{before} → {after} ({delta})' },
  'preview.change': { fa: '{before} ← {after}', en: '{before} → {after}' },
  'preview.same': { fa: '{count} ردیف بی‌تغییر ماند.', en: '{count} rows stay as they are.' },
  'preview.types': { fa: 'پروژه‌هایی که نوعشان عوض می‌شود: {count}', en: 'Projects of another type: {count}' },
  'preview.classes': { fa: 'ردیف‌هایی که رده‌شان عوض می‌شود:', en: 'Rows whose class changes:' },
  'preview.more': { fa: '… {count} پروژهٔ دیگر در --json', en: '… {count} more projects in --json' },
  'preview.type': { fa: 'نوع', en: 'type' },
  'preview.note': {
    fa: 'پیش‌نمایش است: چیزی ذخیره نشد. اختلاف‌ها به واحد درصد است؛ امتیاز از ۱۰۰.',
    en: 'This is a preview: nothing was stored. Differences in points; scores of 100.',
  },
} as const;
