import type { HeaderGroup } from './entry.js';

/** Indicators, their card and their figures. */
export const INDICATOR_HEADERS: HeaderGroup = {
  indicator: {
    label: 'کد شاخص',
    type: 'code',
    words: 'شماره شاخص|شناسه شاخص|indicator code|indicator id|kpi code',
  },
  indicator_title: {
    field: 'title',
    label: 'عنوان شاخص',
    type: 'text',
    words:
      'نام شاخص|شاخص|شرح شاخص|شاخص عملکرد|شاخص کلیدی|عنوان کلی شاخص|شاخص ارزیابی|indicator title|' + 'indicator name',
  },
  value: {
    label: 'عملکرد شاخص',
    type: 'number',
    words:
      'مقدار واقعی|عملکرد واقعی|مقدار عملکرد|مقدار تحقق یافته|مقدار محقق شده|عملکرد تجمعی|مقدار فعلی|' +
      'عملکرد تا پایان ماه|عملکرد تا پایان دوره|عملکرد دوره|مقدار کسب شده|مقدار اندازه‌گیری شده|actual|' +
      'actual value|مقدار شاخص|مقدار گزارش‌شده',
  },
  numerator: {
    label: 'صورت',
    type: 'number',
    words: 'صورت کسر|مقدار صورت|عدد صورت',
  },
  denominator: {
    label: 'مخرج',
    type: 'number',
    words: 'مخرج کسر|مقدار مخرج|عدد مخرج',
  },
  unit: {
    label: 'واحد سنجش',
    type: 'text',
    words: 'واحد اندازه‌گیری|واحد|واحد شاخص|مقیاس|واحد شمارش|unit of measure',
  },
  direction: {
    label: 'جهت شاخص',
    type: 'text',
    words: 'جهت|ماهیت شاخص|ماهیت|مثبت/منفی|نوع شاخص (مثبت/منفی)|افزایشی/کاهشی|روند مطلوب|جهت مطلوب',
  },
  aggregation: {
    label: 'نحوه تجمیع',
    type: 'text',
    words: 'تجمعی/غیرتجمعی|نوع تجمیع|نحوه محاسبه تجمعی|تجمعی',
  },
  frequency: {
    label: 'دوره سنجش',
    type: 'text',
    words: 'تناوب اندازه‌گیری|دوره اندازه‌گیری|تناوب|تناوب سنجش|دوره گزارش‌دهی|دوره پایش',
  },
  ind_formula: {
    label: 'فرمول شاخص',
    type: 'text',
    words: 'فرمول|نحوه محاسبه|روش محاسبه|فرمول محاسبه',
  },
  baseline_year: {
    label: 'سال پایه',
    type: 'number',
    words: 'سال مبنا',
  },
  baseline: {
    label: 'مقدار پایه',
    type: 'number',
    words:
      'مقدار مبنا|وضعیت موجود|وضع موجود|وضعیت ابتدای سال|وضعیت در ابتدای سال|مقدار ابتدای سال|' +
      'مقدار ابتدای دوره|مقدار اولیه|مقدار سال پایه|وضعیت پایه|خط پایه',
  },
  target: {
    label: 'هدف کمی سال',
    type: 'number',
    words:
      'هدف کمی|هدف سال|مقدار هدف|هدف|هدف سالانه|هدفگذاری|هدف گذاری سال|مقدار مطلوب|وضعیت مطلوب|' +
      'هدف کمی سالانه|پیش‌بینی سال|هدف برنامه|نشانه',
  },
  ind_target_period: {
    label: 'هدف دوره',
    type: 'number',
    words: 'هدف تا پایان دوره|هدف ماه|هدف تا پایان ماه|هدف شش ماهه|هدف مقطعی',
  },
  ind_target_final: {
    label: 'هدف افق برنامه',
    type: 'number',
    words: 'هدف نهایی|هدف پایان برنامه|هدف ۱۴۰۰|هدف سال ۱۴۰۰|افق ۱۴۰۰|هدف افق|هدف پنج‌ساله',
  },
  ind_gap: {
    label: 'شکاف',
    type: 'number',
    words: 'میزان شکاف|فاصله تا هدف|شکاف عملکرد|شکاف تا هدف',
  },
  ind_realization: {
    label: 'درصد تحقق',
    type: 'percent',
    words:
      'تحقق|درصد تحقق شاخص|میزان تحقق|درصد تحقق هدف|درصد دستیابی|درصد عملکرد|درصد تحقق برنامه|' +
      'درصد تحقق اهداف|نسبت تحقق',
  },
  ind_source: {
    label: 'منبع داده',
    type: 'text',
    words: 'منبع اطلاعات|مأخذ|تأمین‌کننده اطلاعات|منبع آمار|مستندات|مستند|سند پشتیبان',
  },
};
