import type { HeaderGroup } from './entry.js';

/** Who does the work, who reports it, and for when. */
export const PEOPLE_HEADERS: HeaderGroup = {
  department: {
    label: 'واحد مجری',
    type: 'text',
    words:
      'مجری|مجری پروژه|واحد اجرایی|دستگاه اجرایی|دستگاه مجری|واحد سازمانی|نام واحد|حوزه مجری|' +
      'معاونت/سازمان|سازمان/منطقه|متولی|متولی پروژه|واحد مسئول|واحد متولی|بخش مربوطه|حوزه|dept|' +
      'department code|department name|organisation|کد واحد|کد واحد سازمانی|کد دستگاه|نام دستگاه|' +
      'دستگاه|واحد گزارش‌دهنده|دستگاه گزارش‌دهنده|گزارش‌دهنده|عنوان واحد|اداره',
  },
  district: {
    label: 'منطقه',
    type: 'text',
    words: 'مناطق|نام منطقه|شماره منطقه|منطقه شهرداری|شهرداری منطقه|منطقه محل اجرا|محدوده (منطقه)|' + 'منطقه شهری',
  },
  contract_no: {
    label: 'شماره قرارداد',
    type: 'code',
    words: 'شماره پیمان|ش قرارداد|شماره و تاریخ قرارداد|شماره ابلاغ',
  },
  contractor: {
    label: 'پیمانکار',
    type: 'text',
    words: 'نام پیمانکار|مجری (پیمانکار)|شرکت پیمانکار|طرف قرارداد|پیمانکار اصلی|نام شرکت',
  },
  consultant: {
    label: 'مشاور',
    type: 'text',
    words: 'مهندس مشاور|نام مشاور|مشاور طرح|دستگاه نظارت|مشاور/ناظر',
  },
  supervisor: {
    label: 'ناظر',
    type: 'text',
    words: 'نام ناظر|ناظر پروژه|ناظر مقیم|مهندس ناظر',
  },
  manager: {
    label: 'مدیر پروژه',
    type: 'text',
    words: 'مسئول پروژه|مسوول پروژه|نام مدیر پروژه|مجری طرح|راهبر پروژه',
  },
  prepared_by: {
    label: 'تهیه‌کننده',
    type: 'text',
    words: 'تنظیم کننده|نام گزارش‌دهنده|کارشناس|رابط|رابط آماری|نام کارشناس',
  },
  approved_by: {
    label: 'تأییدکننده',
    type: 'text',
    words: 'تصویب کننده|مدیر واحد|نام مدیر|مقام تأیید کننده',
  },
  year: {
    label: 'سال',
    type: 'number',
    words: 'سال گزارش|سال مالی|سال عملکرد|سال بودجه|fiscal year',
  },
  period: {
    label: 'ماه',
    type: 'period',
    words:
      'ماه گزارش|دوره|دوره گزارش|دوره عملکرد|مقطع|مقطع گزارش|month|reporting period|reporting month|' +
      'ماه عملکرد|ماه و سال',
  },
  data_date: {
    label: 'تاریخ نظارت',
    type: 'date',
    words: 'تاریخ گزارش|تاریخ بروزرسانی|تاریخ به‌روزرسانی|آخرین بروزرسانی|منتهی به|تاریخ مقطع',
  },
  question: {
    label: 'پرسش',
    type: 'text',
    words: 'پرسش باز|پرسش‌های باز|متن پرسش|سؤال|open question',
  },
  answer: {
    label: 'پاسخ',
    type: 'text',
    words: 'پاسخ پرسش|پاسخ واحد|جواب|your answer',
  },
};
