/**
 * Sample: 24 indicators, one a line: code | title | unit | direction | aggregation | frequency | goal | department |
 * baseline of 1394 | targets of 1395..1400 (1400 = the start of the next plan) | nodes that it measures.
 * The 22 electronic services and the three days of stay by 1400 stand in the published source; the rest is invented.
 */
const LINES = `
SH-01 | تعداد خدمات الکترونیک ارائه‌شده | خدمت | up | last | monthly | 10 | O05 | 4 | 6 9 12 15 18 22 | 10-1
SH-02 | میانگین ماندگاری زائر | روز | up | average | quarterly | 1 | D04 | 0.3 | 0.6 1.0 1.5 2.0 2.5 3.0 | 1-1 1-2
SH-03 | سرانه فضای سبز | متر مربع بر نفر | up | last | half_yearly | 8 | O03 | 15 | 16 17.5 19 20.5 22 23.5 | 8-1
SH-04 | تعداد ایستگاه‌های آتش‌نشانی فعال | ایستگاه | up | last | monthly | 7 | O01 | 14 | 15 16 18 20 21 22 | 7-1-1
SH-05 | میانگین زمان رسیدن آتش‌نشانی به محل حادثه | دقیقه | down | average | monthly | 7 | O01 | 6.5 | 6.2 5.8 5.4 5.0 4.7 4.5 | 7-1
SH-06 | سهم دفن مستقیم از کل پسماند | درصد | down | average | monthly | 8 | O02 | 35 | 30 25 20 15 10 5 | 8-3
SH-07 | نرخ تفکیک پسماند از مبدأ | درصد | up | average | monthly | 8 | O02 | 6 | 8 11 14 18 22 25 | 8-3-1
SH-08 | تعداد نقاط حادثه‌خیز اصلاح‌نشده | نقطه | down | last | monthly | 6 | D03 | 48 | 42 36 30 22 15 8 | 6-2-1
SH-09 | سهم حمل‌ونقل عمومی از سفرهای درون‌شهری | درصد | up | average | yearly | 5 | D03 | 24 | 25 27 30 33 36 40 | 5-2 5-3
SH-10 | تعداد تقاطع‌های هوشمند | تقاطع | up | last | monthly | 6 | O07 | 12 | 20 32 45 60 75 90 | 6-3-1
SH-11 | میانگین سن ناوگان اتوبوسرانی | سال | down | last | half_yearly | 5 | O08 | 11.5 | 11 10.2 9.4 8.6 7.8 7 | 5-2-1
SH-12 | طول معابر احداث و تعریض‌شده | کیلومتر | up | sum | monthly | 6 | D02 | 0 | 12 14 15 16 16 17 | 6-1-1
SH-13 | مساحت آسفالت و روکش معابر | هزار متر مربع | up | sum | monthly | 9 | D02 | 0 | 900 950 1000 1050 1100 1150 | 9-3-3
SH-14 | مساحت بافت فرسوده نوسازی‌شده | هکتار | up | sum | quarterly | 2 | D05 | 0 | 10 14 18 22 26 30 | 9-2 2-1
SH-15 | میانگین زمان صدور پروانه ساختمانی | روز | down | average | monthly | 10 | D05 | 75 | 65 55 45 38 32 28 | 9-3
SH-16 | سهم درآمدهای پایدار از کل درآمد | درصد | up | average | quarterly | 11 | D06 | 22 | 24 26 29 32 36 40 | 11-1
SH-17 | سهم بودجه عمرانی از کل بودجه | درصد | up | last | yearly | 11 | D01 | 65 | 67 69 71 73 75 77 | 11-3
SH-18 | تعداد انواع قرارداد پرسنلی | نوع | down | last | yearly | 11 | D01 | 9 | 9 8 7 6 5 4 | 11-2-1
SH-19 | سرانه فضای ورزشی | متر مربع بر نفر | up | last | yearly | 4 | O13 | 0.35 | 0.4 0.46 0.53 0.6 0.68 0.75 | 4-2
SH-20 | تعداد سراهای محله و فرهنگسرای فعال | مرکز | up | last | monthly | 4 | O13 | 18 | 21 25 30 35 40 45 | 4-1-1
SH-21 | رضایت شهروندان از خدمات شهرداری | درصد | up | average | yearly | 11 | U01 | 52 | 54 57 60 63 66 70 | 11-3-3 8-4
SH-22 | تعداد تخت اقامتی ارزان‌قیمت زائر | تخت | up | last | quarterly | 1 | D05 | 6000 | 7000 8500 10500 13000 15500 18000 | 1-1-1
SH-23 | طول محورهای پیاده زیارتی بهسازی‌شده | کیلومتر | up | sum | quarterly | 2 | D02 | 0 | 1.2 1.5 2 2 2.3 2.5 | 2-2
SH-24 | پیشرفت فیزیکی خط یک قطار شهری | درصد | up | last | monthly | 5 | O06 | 38 | 45 54 64 75 87 100 | 5-1-1
`;

export interface IndicatorBase {
  code: string;
  title: string;
  unit: string;
  direction: 'up' | 'down';
  aggregation: 'last' | 'sum' | 'average';
  frequency: 'monthly' | 'quarterly' | 'half_yearly' | 'yearly';
  goal: string;
  department: string;
  baseline: number;
  targets: number[];
  nodes: string[];
}

export const INDICATORS: readonly IndicatorBase[] = LINES.trim()
  .split('\n')
  .map((line) => {
    const field = line.split(' | ');
    const text = (index: number) => field[index] ?? '';
    return {
      code: text(0),
      title: text(1),
      unit: text(2),
      direction: text(3) as IndicatorBase['direction'],
      aggregation: text(4) as IndicatorBase['aggregation'],
      frequency: text(5) as IndicatorBase['frequency'],
      goal: text(6),
      department: text(7),
      baseline: Number(text(8)),
      targets: text(9).split(' ').map(Number),
      nodes: text(10).split(' '),
    };
  });
