import type { HeaderGroup } from './entry.js';

/** The plan's tree and the project's own identity. */
export const HIERARCHY_HEADERS: HeaderGroup = {
  row_no: {
    label: 'ردیف',
    type: 'number',
    words: 'شماره ردیف|شمارنده|#|No|R|row|row no',
  },
  plan_title: {
    label: 'برنامه پنج‌ساله',
    type: 'text',
    words: 'برنامه ۵ ساله|نام برنامه پنجساله|برنامه راهبردی|برنامه شهرداری',
  },
  statement_code: {
    label: 'کد گزاره',
    type: 'code',
    words: 'شماره گزاره|گزاره (کد)',
  },
  statement_title: {
    label: 'گزاره',
    type: 'text',
    words: 'گزاره چشم‌انداز|عنوان گزاره|گزاره سند چشم‌انداز',
  },
  goal_code: {
    label: 'کد هدف کلان',
    type: 'code',
    words: 'کد هدف|شماره هدف کلان|شماره هدف',
  },
  goal_title: {
    label: 'هدف کلان',
    type: 'text',
    words: 'اهداف کلان|عنوان هدف کلان|هدف راهبردی|اهداف راهبردی|عنوان هدف',
  },
  strategy_code: {
    label: 'کد استراتژی',
    type: 'code',
    words: 'کد راهبرد|شماره استراتژی|شماره راهبرد',
  },
  strategy_title: {
    label: 'استراتژی',
    type: 'text',
    words: 'راهبرد|عنوان استراتژی|عنوان راهبرد|استراتژی مرتبط|راهبرد مرتبط',
  },
  policy_code: {
    label: 'کد سیاست اجرایی',
    type: 'code',
    words: 'کد سیاست|شماره سیاست',
  },
  policy_title: {
    label: 'سیاست اجرایی',
    type: 'text',
    words: 'سیاست|عنوان سیاست|عنوان سیاست اجرایی|سیاستهای اجرایی',
  },
  node: {
    label: 'کد طرح',
    type: 'code',
    words: 'شماره طرح|شناسه طرح|شماره طبقه‌بندی طرح',
  },
  node_title: {
    label: 'عنوان طرح',
    type: 'text',
    words: 'نام طرح|طرح|شرح طرح|طرح مرتبط|عنوان طرح (برنامه عملیاتی)',
  },
  project: {
    label: 'کد پروژه',
    type: 'code',
    words:
      'شناسه پروژه|شماره پروژه|کد شناسایی پروژه|شناسه یکتای پروژه|کد یکتا|کد پروژه در سامانه|' +
      'Project ID|Project Code|کد پروژه‌ها|کد طرح/پروژه',
  },
  title: {
    label: 'عنوان پروژه',
    type: 'text',
    words:
      'نام پروژه|پروژه|شرح پروژه|موضوع پروژه|عنوان طرح/پروژه|عنوان طرح و پروژه|نام طرح یا پروژه|' +
      'عنوان پروژه‌ها|نام پروژه ها|Project Name|Project Title|name',
  },
  location: {
    label: 'محل اجرا',
    type: 'text',
    words: 'موقعیت|محل پروژه|نشانی|آدرس|محدوده اجرا|محل اجرای پروژه|موقعیت مکانی',
  },
};
