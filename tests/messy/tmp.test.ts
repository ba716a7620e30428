import { test } from 'vitest';
import { titlePeriods, bareMonth, statedYear, periodOfDate, periodOfSerial } from '../../src/domain/text/title-period.js';
import { headerMonth } from '../../src/domain/text/header-month.js';
import { JALALI } from '../../src/domain/calendar.js';
test('x', () => {
  for (const t of ['منتهی به ۳۱ شهریور ۹۹','تا پایان شهریورماه','منتهی به 1399/06/31','تا پایان شهریور','گزارش عملکرد شش ماهه اول سال ۱۳۹۹','۶ ماهه ۹۹','نیمه اول ۱۳۹۹','شش ماهه دوم ۱۳۹۹','تاریخ گزارش: 1399/07/05','سال مالی: ۱۳۹۹','مهر و امضا','تیر برق','شهریور','ماه ۶','گزارش شهریورماه','گزارش پیشرفت پروژه‌های سال ۱۳۹۹', 'ماه: شهریور','نه ماهه ۱۳۹۹','برنامه ۵ ساله', 'منتهی به: 31/06/1399', 'شهريور', 'اردی‌بهشت ماه','میدان ۷۲ تن مهرماه'])
    console.log(t, titlePeriods(t, JALALI), bareMonth(t, JALALI), statedYear(t, JALALI), periodOfDate(t, JALALI));
  console.log(periodOfSerial(44095, false, JALALI));
  for (const t of ['هزینه‌کرد تا پایان شهریور','هزینه‌کرد طی شهریورماه','پیشرفت شهریور','هزینه کرد ماه جاری','وضعیت','عنوان','مهر','هزینه‌کرد تا پایان مرداد ۹۹','ناظر مهر','پیشرفت طی دوره','سال گذشته','مدت','هزینه قطعی تا ۳۱ شهریور'])
    console.log(t, headerMonth(t));
});
