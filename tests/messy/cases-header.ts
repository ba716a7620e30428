import type { Case } from './reading.js';

export const HEADER_CASES: Case[] = [
  {
    name: 'two header rows with merged parents, as a contractor writes them',
    sheets: {
      name: 'پروژه‌ها',
      text: `شهرداری منطقه ۳ – گزارش پیشرفت پروژه‌ها – شهریورماه ۱۳۹۹
        ردیف | کد پروژه | عنوان پروژه | پیشرفت فیزیکی (درصد) | | | اعتبارات (میلیون ریال) | | | ملاحظات
        | | | برنامه | واقعی | انحراف | مصوب | تخصیص | هزینه‌کرد |
        1 | 1399-R03-0001 | آسفالت معابر | 30 | 20 | -10 | 10000 | 4000 | 2500 | معارض دارد`,
      merges: 'A1:J1 A2:A3 B2:B3 C2:C3 D2:F2 G2:I2 J2:J3',
    },
    context: { fileName: 'نهایی.xlsx' },
  },
  {
    name: 'the same two rows saved as text, where merged cells leave blanks',
    writer: 'csv',
    sheets: `ردیف | کد پروژه | پیشرفت فیزیکی (درصد) | | هزینه‌کرد (میلیون ریال)
       | | برنامه | واقعی |
       ۱ | 1399-R03-0001 | ۳۰ | ۲۰ | ۲۵۰۰`,
  },
  {
    name: 'three header rows',
    sheets: {
      text: `کد پروژه | عملکرد تا پایان شهریور | | |
         | فیزیکی (درصد) | | ریالی (میلیون ریال) |
         | برنامه | واقعی | تخصیص | هزینه‌کرد
        1399-R03-0001 | 30 | 20 | 4000 | 2500`,
      merges: 'A1:A3 B1:E1 B2:C2 D2:E2',
    },
  },
  {
    name: 'single headers in the lower row, groups above only some columns',
    sheets: {
      text: `| | پیشرفت فیزیکی | |
        کد پروژه | عنوان پروژه | برنامه | واقعی | توضیحات
        1399-R03-0001 | آسفالت | 30 | 20 | خوب`,
      merges: 'C1:D1',
    },
  },
  {
    name: 'column numbers below the header, and the header again on the second page',
    sheets: `ردیف | کد پروژه | درصد پیشرفت فیزیکی
       ۱ | ۲ | ۳
       1 | 1399-R03-0001 | 20
       ردیف | کد پروژه | درصد پیشرفت فیزیکی
       (۱) | (۲) | (۳)
       2 | 1399-R03-0006 | 30`,
  },
  {
    name: 'letters under the header',
    sheets: `ردیف | کد پروژه | درصد پیشرفت فیزیکی
       الف | ب | ج
       1 | 1399-R03-0001 | 20`,
  },
  {
    name: 'two header rows repeated on each page',
    sheets: {
      text: `کد پروژه | پیشرفت فیزیکی |
         | برنامه | واقعی
        1399-R03-0001 | 30 | 20
        کد پروژه | پیشرفت فیزیکی |
         | برنامه | واقعی
        1399-R03-0006 | 40 | 35`,
      merges: 'A1:A2 B1:C1 A4:A5 B4:C4',
    },
  },
  {
    name: 'Arabic letters, tatweel, marks and odd blanks in headers and codes',
    sheets: `ك‌د پــروژه | پيشرفت فيزيكي واقعى (درصد) | هزينه‌كرد(ميليون‌ريال) | ملاحضات
       \u200f۱۳۹۹–R03–۰۰۰۱\u200e | ٪۲۰ | ۱٬۲۵۰ | تأخیر`,
  },
  {
    name: 'headers with line breaks, endings and openings',
    writer: 'csv',
    sheets: `کد پروژه در سامانه | درصد پیشرفت فیزیکی تا پایان شهریور | مبلغ هزینه شده از ابتدای سال (تجمعی) - میلیون ریال
       1399-R03-0001 | 20 | 2.5`,
  },
  {
    name: 'filled backwards on a left-to-right sheet: row numbers in the last column',
    sheets: {
      leftToRight: true,
      text: `توضیحات | هزینه‌کرد (میلیون ریال) | پیشرفت فیزیکی (درصد) | عنوان پروژه | کد پروژه | ردیف
        معارض | 2500 | 20 | آسفالت | 1399-R03-0001 | 1
        | 10 | 30 | فاز دو | 1399-R03-0006 | 2`,
    },
  },
  {
    name: 'another year and another month beside the right ones',
    sheets: `کد پروژه | هزینه‌کرد سال ۹۸ (ریال) | هزینه‌کرد تا پایان مرداد ۹۹ (ریال) | هزینه‌کرد تا پایان شهریور ۹۹ (ریال)
       1399-R03-0001 | 900 | 400 | 500`,
  },
  {
    name: 'flows of the month are refused with the reason, the rest of the row counts',
    sheets: `کد پروژه | پیشرفت فیزیکی | پرداختی ماه جاری (ریال)
       1399-R03-0001 | 20 | 500`,
  },
  {
    name: 'a flow beside its cumulative column is left aside, under a common parent',
    sheets: {
      text: `کد پروژه | پیشرفت فیزیکی | | هزینه‌کرد (ریال) |
         | طی ماه | تجمعی | طی ماه | تا پایان ماه
        1399-R03-0001 | 5 | 20 | 100 | 900`,
      merges: 'A1:A2 B1:C1 D1:E1',
    },
  },
  {
    name: 'only flows: nothing can be taken',
    sheets: `کد پروژه | هزینه‌کرد طی شهریورماه (ریال)
       1399-R03-0001 | 500`,
  },
  {
    name: 'a month without a preposition may be flow or cumulative',
    sheets: `کد پروژه | پیشرفت فیزیکی | هزینه‌کرد شهریور (ریال)
       1399-R03-0001 | 20 | 500`,
  },
  {
    name: '«عملکرد» beside the approved budget is spending',
    sheets: `مبالغ به میلیون ریال
       کد پروژه | اعتبار مصوب | عملکرد
       1399-R03-0001 | 10000 | 2500
       1399-R03-0006 | 10000 | 40`,
  },
  {
    name: '«عملکرد» of figures up to a hundred may be a percent: asked',
    sheets: `کد پروژه | پیشرفت فیزیکی | عملکرد
       1399-R03-0001 | 20 | 40`,
  },
  {
    name: '«عملکرد» with percent signs beside the planned percent is progress',
    sheets: `کد پروژه | پیشرفت فیزیکی برنامه | عملکرد
       1399-R03-0001 | 30% | 20%`,
  },
  {
    name: '«تخصیص» in percent is a share and no money',
    sheets: `کد پروژه | پیشرفت فیزیکی | تخصیص
       1399-R03-0001 | 20 | 45%f`,
  },
  {
    name: '«مجری» that names the department, and «مجری» that names a company',
    sheets: [
      { name: 'الف', text: 'کد پروژه | مجری | پیشرفت فیزیکی\n1399-R03-0001 | شهرداری منطقه ۳ | 20' },
      { name: 'ب', text: 'کد پروژه | مجری | پیشرفت فیزیکی\n1399-R03-0006 | شرکت عمران گستر | 30' },
    ],
  },
  {
    name: 'two columns «کد»: the one beside the project title is the project',
    sheets: `کد | عنوان طرح | کد | عنوان پروژه | پیشرفت فیزیکی
       1-1-1 | معابر | 1399-R03-0001 | آسفالت | 20`,
  },
  {
    name: '«شرح» is the title where there is none',
    sheets: `کد پروژه | شرح | پیشرفت فیزیکی
       1399-R03-0001 | آسفالت معابر | 20`,
  },
  {
    name: 'a slip of one letter is a suggestion, the column is not read',
    sheets: `کد پروژه | پیشرفت فیزیگی | هزینه‌کرد (ریال)
       1399-R03-0001 | 20 | 500`,
  },
  {
    name: 'vague header without its parent',
    sheets: `کد پروژه | برنامه | واقعی | هزینه‌کرد (ریال)
       1399-R03-0001 | 30 | 20 | 500`,
  },
  {
    name: 'an indicator sheet of yearly columns under a target, with vague words',
    sheets: {
      name: 'شاخص‌ها',
      text: `شاخص | | واحد | هدف کمی | | عملکرد | درصد تحقق
        کد | عنوان | | ۱۳۹۸ | ۱۳۹۹ | |
        SH-01 | ماندگاری زائر | روز | 2 | 2.5 | 2.1 | 84%
        SH-02 | پسماند | درصد | 15 | 10 | ۱۲٪ | 80%`,
      merges: 'A1:B1 C1:C2 D1:E1 F1:F2 G1:G2',
    },
  },
  {
    name: 'years under «عملکرد» are of their years',
    sheets: {
      text: `کد شاخص | عملکرد | | مقدار فعلی
         | ۹۷ | ۹۸ |
        SH-01 | 1.5 | 2 | 2.1`,
      merges: 'A1:A2 B1:C1 D1:D2',
    },
  },
  {
    name: 'one header over two columns of figures names neither',
    sheets: {
      text: `کد پروژه | پیشرفت فیزیکی | | هزینه‌کرد (ریال)
        1399-R03-0001 | 20 | 30 | 5`,
      merges: 'B1:C1',
    },
  },
  {
    name: 'one header over two columns, the values merged alike',
    sheets: {
      text: `کد پروژه | پیشرفت فیزیکی | | هزینه‌کرد (ریال)
        1399-R03-0001 | 20 | | 5`,
      merges: 'B1:C1 B2:C2',
    },
  },
  {
    name: 'a column for each month, each to its end',
    sheets: {
      text: `کد پروژه | پیشرفت فیزیکی | هزینه‌کرد (ریال) | |
         | | تا پایان تیر | تا پایان مرداد | تا پایان شهریور
        1399-R03-0001 | 20 | 5 | 6 | 7`,
      merges: 'A1:A2 B1:B2 C1:E1',
    },
  },
  {
    name: 'a column for each month, flow or cumulative',
    sheets: {
      text: `کد پروژه | پیشرفت فیزیکی | هزینه‌کرد (ریال) | |
         | | تیر | مرداد | شهریور
        1399-R03-0001 | 20 | 5 | 6 | 7`,
      merges: 'A1:A2 B1:B2 C1:E1',
    },
  },
  {
    name: 'an indicator’s word over projects',
    sheets: `کد پروژه | مقدار تحقق یافته | پیشرفت فیزیکی
       1399-R03-0001 | 5 | 20`,
  },
  {
    name: 'no code column at all',
    sheets: `ردیف | عنوان پروژه | پیشرفت فیزیکی
       1 | آسفالت معابر | 20`,
  },
];
