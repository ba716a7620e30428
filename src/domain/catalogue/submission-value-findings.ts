import type { FindingText } from '../finding.js';

/** Faults of one value (errors refuse its row) and doubts about values that are accepted. */
export const SUBMISSION_VALUE_FINDINGS = {
  SUB_NOT_A_NUMBER: {
    severity: 'error',
    fa: '«{raw}» عدد نیست.',
    en: '“{raw}” is not a number.',
    remedyFa: 'فقط عدد بنویسید؛ توضیح را در ستون توضیحات بیاورید و اگر رقمی نیست خانه را خالی بگذارید.',
    remedyEn:
      'Write the number alone; put remarks into the note column, and leave the cell blank if there is no figure.',
  },
  SUB_AMBIGUOUS_NUMBER: {
    severity: 'error',
    fa: '«{raw}» را دو گونه می‌توان خواند (هزارگان یا اعشار).',
    en: '“{raw}” can be read in two ways (thousands or decimals).',
    remedyFa: 'عدد را بدون جداکننده هزارگان بنویسید و اعشار را با نقطه یا «٫» مشخص کنید.',
    remedyEn: 'Write the number without a thousands separator, and decimals with a point.',
  },
  SUB_DATE_IN_NUMBER: {
    severity: 'error',
    fa: 'در این خانه به‌جای عدد، تاریخ آمده است ({raw})؛ صفحه‌گسترده عددی مانند ۱۲/۵ را به تاریخ تبدیل می‌کند.',
    en: 'This cell holds a date instead of a number ({raw}); spreadsheets turn a number typed like 12/5 into a date.',
    remedyFa: 'قالب خانه را «عدد» کنید و اعشار را با نقطه یا «٫» دوباره بنویسید، مانند 12.5.',
    remedyEn: 'Set the cell’s format to Number and type the decimals again with a point, like 12.5.',
  },
  SUB_CELL_ERROR: {
    severity: 'error',
    fa: 'فرمول این خانه نتیجه‌ای ندارد ({raw}).',
    en: 'The formula of this cell gives no result ({raw}).',
    remedyFa: 'فرمول را درست کنید یا خود عدد را بنویسید.',
    remedyEn: 'Mend the formula or type the number itself.',
  },
  SUB_NEGATIVE: {
    severity: 'error',
    fa: 'رقم منفی است: {raw}. این ستون تجمعی است و منفی نمی‌شود.',
    en: 'The figure is negative: {raw}. This column is cumulative and cannot be.',
    remedyFa: 'رقم تجمعی از آغاز سال را بنویسید؛ اگر رقم پیشین نادرست بوده، رقم درست را جای آن بنویسید.',
    remedyEn:
      'Write the cumulative figure since the start of the year; where an earlier figure was wrong, write the right one.',
  },
  SUB_PHYSICAL_OVER_100: {
    severity: 'error',
    fa: 'پیشرفت فیزیکی {value} درصد از ۱۰۰ بیشتر است (نوشته شده: {raw}).',
    en: 'Physical progress of {value} percent exceeds 100 (typed: {raw}).',
    remedyFa: 'پیشرفت تجمعی را میان ۰ و ۱۰۰ بنویسید.',
    remedyEn: 'Write cumulative progress between 0 and 100.',
  },
  SUB_VERIFIED_OVER_100: {
    severity: 'error',
    fa: 'درصد تأییدشده {value} از ۱۰۰ بیشتر است (نوشته شده: {raw}).',
    en: 'The verified percentage {value} exceeds 100 (typed: {raw}).',
    remedyFa: 'درصد تأییدشده را میان ۰ و ۱۰۰ بنویسید.',
    remedyEn: 'Write the verified percentage between 0 and 100.',
  },
  SUB_PERCENT_SMALL: {
    severity: 'warning',
    fa: 'پیشرفت پروژهٔ {code} «{raw}» همان‌گونه که نوشته شده، یعنی حداکثر یک درصد، پذیرفته شد.',
    en: 'The progress of {code}, “{raw}”, was taken as it stands: at most one percent.',
    remedyFa: 'اگر کسری از یک بوده است (0.59 یعنی ۵۹ درصد)، پرونده را با عدد میان ۰ و ۱۰۰ دوباره بفرستید.',
    remedyEn: 'If it was a fraction of one (0.59 for 59%), send the file again with numbers from 0 to 100.',
  },
  SUB_PERCENT_SCALE: {
    severity: 'error',
    fa: 'مقیاس «{raw}» روشن نیست: یا همین مقدار درصد است یا کسری از یک (0.59 می‌تواند ۵۹ درصد یا ۰٫۵۹ درصد باشد).',
    en: 'The scale of “{raw}” is not clear: it may be so many percent or a fraction of one (0.59 may be 59% or 0.59%).',
    remedyFa:
      'درصد را میان ۰ و ۱۰۰ بنویسید (59) یا نشانه درصد بگذارید: «۵۹٪»؛ کمتر از یک درصد را هم با نشانه بنویسید: «۰٫۵٪».',
    remedyEn:
      'Write percent as 0–100 (59) or with its sign (59%); below or at one percent always with the sign (0.5%).',
  },
  SUB_PERCENT_SIGN: {
    severity: 'error',
    fa: '«{raw}» درصد است ولی این ستون مقدار یا مبلغ می‌خواهد.',
    en: '“{raw}” is a percentage, but this column asks for an amount.',
    remedyFa: 'خود مقدار یا مبلغ را بنویسید و قالب درصد خانه را بردارید.',
    remedyEn: 'Write the amount itself and clear the cell’s percent format.',
  },
  SUB_PERCENT_FOR_QUANTITY: {
    severity: 'error',
    fa: 'پیشرفت این پروژه با مقدار سنجیده می‌شود ({unit})، نه با درصد (نوشته شده: {raw}).',
    en: 'This project is measured by quantity ({unit}), not by percent (typed: {raw}).',
    remedyFa: 'مقدار انجام‌شده از آغاز سال را در ستون «مقدار» بنویسید و خانه درصد را خالی بگذارید.',
    remedyEn:
      'Write the quantity done since the start of the year into the quantity column and leave the percent blank.',
  },
  SUB_QUANTITY_FOR_PERCENT: {
    severity: 'error',
    fa: 'پیشرفت این پروژه با درصد سنجیده می‌شود، نه با مقدار (نوشته شده: {raw}).',
    en: 'This project is measured in percent, not by quantity (typed: {raw}).',
    remedyFa: 'درصد پیشرفت فیزیکی را بنویسید و خانه مقدار را خالی بگذارید.',
    remedyEn: 'Write the physical percentage and leave the quantity blank.',
  },
  SUB_MONEY_NOT_WHOLE: {
    severity: 'error',
    fa: '«{raw}» به ریال عدد درستی نمی‌شود.',
    en: '“{raw}” is not a whole number of rials.',
    remedyFa: 'واحد پول ستون را بررسی کنید و مبلغ را تا ریال کامل بنویسید.',
    remedyEn: 'Check the column’s unit of money and write the amount to a whole rial.',
  },
  SUB_TOO_LARGE: {
    severity: 'error',
    fa: '«{raw}» از بزرگ‌ترین رقمی که دقیق نگه داشته می‌شود (۹٬۰۰۷ هزار میلیارد ریال) بزرگ‌تر است.',
    en: '“{raw}” exceeds the largest figure that is kept exactly (9,007 trillion rial).',
    remedyFa: 'واحد پول و تعداد صفرها را بررسی کنید.',
    remedyEn: 'Check the unit of money and the number of zeros.',
  },
  SUB_WITHDRAWN: {
    severity: 'info',
    fa: 'رقم پیشین «{header}» برای {code} در دوره {period} پس گرفته شد.',
    en: 'The earlier figure “{header}” of {code} for {period} was withdrawn.',
    remedyFa: 'اگر قصد حذف نبوده است، رقم درست را بنویسید و دوباره بفرستید.',
    remedyEn: 'If no withdrawal was meant, write the right figure and send the file again.',
  },
  SUB_WITHDRAW_NOTHING: {
    severity: 'info',
    fa: 'برای «{header}» در {code} و دوره {period} رقمی گزارش نشده بود که حذف شود.',
    en: 'There was no figure “{header}” of {code} for {period} to withdraw.',
    remedyFa: 'کد و دوره را بررسی کنید؛ اگر درست است، کاری لازم نیست.',
    remedyEn: 'Check code and period; if they are right, nothing is to be done.',
  },
  SUB_QUANTITY_OVER_PLAN: {
    severity: 'info',
    fa: 'مقدار {value} {unit} پروژه {code} از مقدار برنامه ({planned}) بیشتر است؛ در جمع‌بندی تا سقف برنامه به حساب می‌آید.',
    en: 'The quantity {value} {unit} of project {code} exceeds the plan ({planned}); totals count it up to the cap.',
    remedyFa: 'اگر رقم درست است، کاری لازم نیست.',
    remedyEn: 'If the figure is right, nothing is to be done.',
  },
} satisfies Record<string, FindingText>;
