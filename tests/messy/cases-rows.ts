import type { Case } from './reading.js';

export const ROW_CASES: Case[] = [
  {
    name: 'group rows between the projects',
    sheets: {
      text: `کد پروژه | عنوان پروژه | پیشرفت فیزیکی
        مأموریت کالبدی و شهرسازی
        طرح: بهسازی معابر
        1399-R03-0001 | آسفالت | 20
        طرح: پیاده‌روها
        1399-R03-0007 | پیاده‌رو | 30`,
      merges: 'A2:C2 A3:C3 A5:C5',
    },
  },
  {
    name: 'a group of another district than the plan says',
    sheets: {
      text: `کد پروژه | عنوان پروژه | پیشرفت فیزیکی
        منطقه ۳
        1399-R03-0001 | آسفالت | 20
        منطقه ۵
        1399-R03-0007 | پیاده‌رو | 30`,
      merges: 'A2:C2 A4:C4',
    },
  },
  {
    name: 'a scheme merged downwards over its projects',
    sheets: {
      text: `طرح | منطقه | کد پروژه | پیشرفت فیزیکی
        معابر | منطقه سه | 1399-R03-0001 | 20
        | | 1399-R03-0007 | 30
        دیگر | منطقه ۵ | 1399-R03-0006 | 40`,
      merges: 'A2:A3 B2:B3',
    },
  },
  {
    name: 'a district merged over projects of another one',
    sheets: {
      text: `منطقه | کد پروژه | پیشرفت فیزیکی
        ۵ | 1399-R03-0001 | 20
        | 1399-R03-0007 | 30`,
      merges: 'A2:A3',
    },
  },
  {
    name: 'one project in two lines under a merged code',
    sheets: {
      text: `کد پروژه | پیشرفت فیزیکی | هزینه‌کرد (ریال) | مشکلات
        1399-R03-0001 | 20 | | معارض
        | | 500 | کمبود قیر
        1399-R03-0006 | 30 | 600 |`,
      merges: 'A2:A3',
    },
  },
  {
    name: 'two different figures under one merged code',
    sheets: {
      text: `کد پروژه | هزینه‌کرد (ریال)
        1399-R03-0001 | 400
        | 500
        1399-R03-0006 | 600`,
      merges: 'A2:A3',
    },
  },
  {
    name: 'one amount merged over two projects is nobody’s',
    sheets: {
      text: `کد پروژه | پیشرفت فیزیکی | هزینه‌کرد (ریال)
        1399-R03-0001 | 20 | 900
        1399-R03-0006 | 30 |`,
      merges: 'C2:C3',
    },
  },
  {
    name: 'one figure merged over two columns is nobody’s',
    sheets: {
      text: `کد پروژه | پیشرفت فیزیکی | درصد تأییدشده
        1399-R03-0001 | 20 |
        1399-R03-0006 | 30 | 25`,
      merges: 'B2:C2',
    },
  },
  {
    name: 'an obstacle merged over two projects holds for both',
    sheets: {
      text: `کد پروژه | پیشرفت فیزیکی | مشکلات
        1399-R03-0001 | 20 | کمبود اعتبار
        1399-R03-0006 | 30 |`,
      merges: 'C2:C3',
    },
  },
  {
    name: 'a blank code under a code is not filled down',
    sheets: `کد پروژه | عنوان پروژه | پیشرفت فیزیکی
       1399-R03-0001 | آسفالت معابر | 20
       | فاز دو | 30`,
  },
  {
    name: 'totals that agree: by page, by group and at the end',
    sheets: {
      text: `مبالغ به میلیون ریال
        کد پروژه | عنوان پروژه | تخصیص | هزینه‌کرد
        منطقه ۳
        1399-R03-0001 | آسفالت | 100 | 50
        1399-R03-0006 | فاز دو | 200 | 60
        | جمع صفحه | 300 | 110
        | نقل از صفحه قبل | 300 | 110
        1399-R03-0007 | پیاده‌رو | 10 | 5
        | جمع منطقه ۳ | 10 | 5
        جمع کل | | ۳۱۰ | ۱۱۵
        میانگین | | 103 | 38`,
      merges: 'A3:D3',
    },
  },
  {
    name: 'a total that differs, told with both sums',
    sheets: `کد پروژه | هزینه‌کرد (میلیون ریال)
       1399-R03-0001 | 100
       1399-R03-0006 | 200
       جمع کل | 350`,
  },
  {
    name: 'a total rounded apart is no difference',
    sheets: `کد پروژه | هزینه‌کرد (میلیون ریال)
       1399-R03-0001 | 100.4
       1399-R03-0006 | 200.4
       جمع | 301`,
  },
  {
    name: 'a total without a word',
    sheets: `کد پروژه | عنوان پروژه | هزینه‌کرد (میلیون ریال)
       1399-R03-0001 | آسفالت | 100
       1399-R03-0006 | فاز دو | 200
       | | 300`,
  },
  {
    name: 'a last line without code or name that is no sum',
    sheets: `کد پروژه | عنوان پروژه | هزینه‌کرد (میلیون ریال)
       1399-R03-0001 | آسفالت | 100
       1399-R03-0006 | فاز دو | 200
       | | 250`,
  },
  {
    name: 'works that begin like totals are works',
    sheets: `کد پروژه | عنوان پروژه | پیشرفت فیزیکی
       1399-R03-0001 | جمع‌آوری آب‌های سطحی | 20
       1399-R03-0006 | جمعه‌بازار | 30`,
  },
  {
    name: 'signatures and remarks below, and a recap that is not read',
    sheets: `کد پروژه | پیشرفت فیزیکی | هزینه‌کرد (ریال)
       1399-R03-0001 | 20 | 500

       توضیح: رقم‌ها موقت است
       تهیه‌کننده: علی رضایی | | تأییدکننده: مدیر منطقه
       | | 500
       مهر و امضا`,
  },
  {
    name: 'signatures on each page: what follows with a code still counts',
    sheets: `کد پروژه | پیشرفت فیزیکی
       1399-R03-0001 | 20
       تهیه‌کننده: کارشناس
       کد پروژه | پیشرفت فیزیکی
       1399-R03-0006 | 30`,
  },
  {
    name: 'a far line of figures after a blank stretch',
    sheets: `کد پروژه | پیشرفت فیزیکی | هزینه‌کرد (ریال)
       1399-R03-0001 | 20 | 500




       | | 999`,
  },
  {
    name: 'two tables one under the other: projects, then indicators',
    sheets: `گزارش ماه شهریور ۱۳۹۹
       کد پروژه | پیشرفت فیزیکی | هزینه‌کرد (میلیون ریال)
       1399-R03-0001 | 20 | 100
       جمع کل | | 100

       شاخص‌های منطقه
       کد شاخص | عملکرد شاخص
       SH-01 | 2.1`,
    context: { fileName: 'گزارش.xlsx' },
  },
  {
    name: 'one table under the other with its own unit',
    sheets: `مبالغ به میلیون ریال
       کد پروژه | تخصیص
       1399-R03-0001 | 100

       مبالغ به تومان
       کد پروژه | هزینه‌کرد
       1399-R03-0001 | 500`,
  },
  {
    name: 'two tables side by side, parted by a blank column',
    sheets: `گزارش شهریور ۱۳۹۹
       کد پروژه | پیشرفت فیزیکی | | کد شاخص | عملکرد شاخص
       1399-R03-0001 | 20 | | SH-01 | 2.1
       1399-R03-0006 | 30 | | SH-02 | ۱۲٪`,
    context: { fileName: 'گزارش.xlsx' },
  },
  {
    name: 'side by side: progress on the left, money with its own note on the right',
    sheets: `گزارش شهریور ۱۳۹۹ | | | | مبالغ به میلیون ریال
       کد پروژه | پیشرفت فیزیکی | | | کد پروژه | هزینه‌کرد
       1399-R03-0001 | 20 | | | 1399-R03-0006 | 300
       1399-R03-0006 | 30 | | | 1399-R03-0001 | 200`,
    context: { fileName: 'گزارش.xlsx' },
  },
  {
    name: 'a narrow blank column inside one table parts nothing',
    sheets: `کد پروژه | عنوان پروژه | | پیشرفت فیزیکی | هزینه‌کرد (ریال)
       1399-R03-0001 | آسفالت | | 20 | 500`,
  },
  {
    name: 'hidden rows, columns and sheets',
    sheets: [
      {
        name: 'شهریور',
        text: `کد پروژه | پیشرفت فیزیکی | یادداشت | هزینه‌کرد (ریال)
          1399-R03-0001 | 20 | x | 500
          ~1399-R03-0006 | 30 | y | 600`,
        hide: 'C',
      },
      { name: 'مرداد', hidden: true, text: 'کد پروژه | پیشرفت فیزیکی\n1399-R03-0001 | 10' },
    ],
  },
  {
    name: 'a total over hidden lines agrees with them',
    sheets: `کد پروژه | هزینه‌کرد (ریال)
       1399-R03-0001 | 500
       ~1399-R03-0006 | 600
       جمع کل | 1100`,
  },
  {
    name: 'the same project twice, equal and different',
    sheets: `کد پروژه | پیشرفت فیزیکی
       1399-R03-0001 | 20
       1399-R03-0001 | ۲۰
       1399-R03-0006 | 30
       1399-R03-0006 | 31`,
  },
  {
    name: 'the code is missing and the title is known: suggested, not joined',
    sheets: `کد پروژه | عنوان پروژه | پیشرفت فیزیکی
       | آسفالت  معابر | 20
       1399-R03-0006 | فاز دو | 30`,
  },
];
