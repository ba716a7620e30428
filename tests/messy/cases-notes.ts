import type { Case } from './reading.js';

const ROW = '1399-R03-0001 | 20';
const HEAD = 'کد پروژه | پیشرفت فیزیکی';
const MONEY = 'کد پروژه | هزینه‌کرد';
const nameless = { fileName: 'گزارش نهایی.xlsx' };

export const NOTE_CASES: Case[] = [
  { name: 'unit note «مبالغ به میلیون ریال می‌باشد»', sheets: `مبالغ به میلیون ریال می‌باشد\n${MONEY}\n${ROW}` },
  { name: 'unit note at the far end of a title', sheets: `گزارش مالی | | | (ارقام: هزار ریال)\n${MONEY}\n${ROW}` },
  { name: 'unit in the cell over everything', sheets: `مبالغ به ریال\n${MONEY}\n1399-R03-0001 | ۲ میلیارد تومان` },
  { name: 'no unit anywhere', sheets: `${MONEY}\n${ROW}` },
  { name: 'two notes that differ', sheets: `مبالغ به میلیون ریال\nارقام به تومان است\n${MONEY}\n${ROW}` },
  {
    name: 'unit of a merged parent',
    sheets: {
      text: `کد پروژه | اعتبارات (میلیارد ریال) |\n | تخصیص | هزینه‌کرد\n1399-R03-0001 | 2 | 1.5`,
      merges: 'A1:A2 B1:C1',
    },
  },
  { name: '«منتهی به ۳۱ شهریور ۹۹»', sheets: `عملکرد منتهی به ۳۱ شهریور ۹۹\n${HEAD}\n${ROW}`, context: nameless },
  { name: '«منتهی به» before a full date', sheets: `دوره منتهی به 1399/06/31\n${HEAD}\n${ROW}`, context: nameless },
  { name: 'a full date labelled as the period', sheets: `دوره گزارش: 1399/06/31\n${HEAD}\n${ROW}`, context: nameless },
  {
    name: 'the first day of a span is no month',
    sheets: `دوره گزارش: 1399/04/01 تا 1399/06/31\n${HEAD}\n${ROW}`,
    context: nameless,
  },
  { name: 'half a year', sheets: `گزارش عملکرد شش‌ماهه اول سال ۱۳۹۹\n${HEAD}\n${ROW}`, context: nameless },
  { name: 'month and year in two lines', sheets: `سال: ۱۳۹۹\nتا پایان شهریورماه\n${HEAD}\n${ROW}`, context: nameless },
  {
    name: 'month in the title, year in the file name',
    sheets: `تا پایان شهریورماه\n${HEAD}\n${ROW}`,
    context: { fileName: 'گزارش 1399.xlsx' },
  },
  { name: 'a month without any year', sheets: `تا پایان شهریورماه\n${HEAD}\n${ROW}`, context: nameless },
  { name: 'the day of writing is no month', sheets: `تاریخ تهیه: 1399/07/05\n${HEAD}\n${ROW}`, context: nameless },
  {
    name: 'full dates in the period column',
    sheets: `کد پروژه | دوره | پیشرفت فیزیکی\n1399-R03-0001 | ۱۳۹۹/۰۶/۳۱ | 20\n1399-R03-0006 | ۳۱ شهریور ۹۹ | 30`,
    context: nameless,
  },
  {
    name: 'date cells in the period column',
    sheets: `کد پروژه | ماه | پیشرفت فیزیکی\n1399-R03-0001 | #d44095 | 20`,
    context: nameless,
  },
  {
    name: 'year column and month column',
    sheets: `سال | ماه | کد پروژه | پیشرفت فیزیکی\n۱۳۹۹ | شهریور | 1399-R03-0001 | 20\n99 | 6 | 1399-R03-0006 | 30`,
    context: nameless,
  },
  { name: 'title and file name disagree', sheets: `گزارش مردادماه ۱۳۹۹\n${HEAD}\n${ROW}` },
  { name: 'a bare month contradicts the file name', sheets: `تا پایان مردادماه\n${HEAD}\n${ROW}` },
  {
    name: 'the sheet’s name says the month',
    sheets: { name: 'شهریور ۹۹', text: `${HEAD}\n${ROW}` },
    context: nameless,
  },
  { name: 'sheet name and file name disagree', sheets: { name: 'مرداد', text: `${HEAD}\n${ROW}` } },
  {
    name: 'a sheet for each month: that of the file’s name is read',
    sheets: [
      { name: 'تیر', text: `${HEAD}\n1399-R03-0001 | 10` },
      { name: 'مرداد', text: `${HEAD}\n1399-R03-0001 | 15` },
      { name: 'شهریور', text: `${HEAD}\n1399-R03-0001 | 20` },
      { name: 'راهنما', text: 'راهنمای تکمیل' },
    ],
    context: { fileName: 'عملکرد شهریور 99.xlsx' },
  },
  {
    name: 'a sheet for each month and no month in the name',
    sheets: [
      { name: 'مرداد ۹۹', text: `${HEAD}\n1399-R03-0001 | 15` },
      { name: 'شهریور ۹۹', text: `${HEAD}\n1399-R03-0001 | 20` },
    ],
    context: nameless,
  },
  {
    name: 'a sheet for each district, from an organisation',
    sheets: [
      { name: 'منطقه ۱', text: `${HEAD}\n1399-O04-0001 | 20` },
      { name: 'منطقه ۲', text: 'متن' },
    ],
    context: { folderDepartment: 'O04' },
  },
  { name: 'a district’s sheet in another district’s file', sheets: { name: 'منطقه ۵', text: `${HEAD}\n${ROW}` } },
  {
    name: 'department «منطقه سه» behind a label',
    sheets: `واحد مجری: منطقه سه\n${HEAD}\n${ROW}`,
    context: { folderDepartment: null },
  },
  {
    name: 'department «م3» in a column',
    sheets: `کد پروژه | واحد مجری | پیشرفت فیزیکی\n1399-R03-0001 | م3 | 20`,
    context: { folderDepartment: null },
  },
  {
    name: 'department in a title',
    sheets: `گزارش عملکرد شهرداری منطقه ۳ قم\n${HEAD}\n${ROW}`,
    context: { folderDepartment: null },
  },
  {
    name: 'department by its short name',
    sheets: `زیباسازی\n${HEAD}\n1399-O04-0001 | 20`,
    context: { folderDepartment: null },
  },
  {
    name: 'department by the sheet’s name',
    sheets: { name: 'منطقه۳', text: `${HEAD}\n${ROW}` },
    context: { folderDepartment: null },
  },
  {
    name: 'two districts in the titles',
    sheets: `منطقه ۳\nمنطقه ۵\n${HEAD}\n${ROW}`,
    context: { folderDepartment: null },
  },
  {
    name: 'a district that nobody is',
    sheets: `واحد مجری: منطقه ۹\n${HEAD}\n${ROW}`,
    context: { folderDepartment: null },
  },
];

export const VALUE_CASES: Case[] = [
  {
    name: 'percent in every way of writing',
    sheets: `${HEAD}\n1399-R03-0001 | ۱۲/۵\n1399-R03-0006 | ٪۵۹\n1399-R03-0007 | 59%f\n1399-R03-0003 | ۵۹ درصد`,
  },
  {
    name: 'amounts in every way of writing',
    sheets: `کد پروژه | تخصیص (ریال) | هزینه‌کرد (ریال) | تعهدات (ریال)\n1399-R03-0001 | ۱٬۲۵۰٬۰۰۰ | 73/509/000/000 | ۱.۵۴۵.۹۲۲.۷۲۹\n1399-R03-0006 | ۱،۲۵۰،۰۰۰ | 1 250 000 | ١٢٣٤`,
  },
  {
    name: 'slash and dot with two readings',
    sheets: `کد پروژه | هزینه‌کرد (میلیون ریال)\n1399-R03-0001 | ۱/۲۵۰\n1399-R03-0006 | 1.250\n1399-R03-0007 | ۱۲/۵`,
  },
  {
    name: 'the percent scale trap',
    sheets: `${HEAD}\n1399-R03-0001 | #n0.59\n1399-R03-0006 | 1\n1399-R03-0007 | ۰٫۵٪`,
  },
  { name: 'Excel made dates of 12/5 and 1/2', sheets: `${HEAD}\n1399-R03-0001 | #d44335\n1399-R03-0006 | 30` },
  {
    name: 'nothing to report is not zero',
    sheets: `کد پروژه | پیشرفت فیزیکی | هزینه‌کرد (ریال) | مشکلات\n1399-R03-0001 | ندارد | - | ندارد\n1399-R03-0006 | … | صفر | —\n1399-R03-0007 | N/A | ۰ |`,
  },
  { name: 'broken formulas', sheets: `${HEAD}\n1399-R03-0001 | #!DIV/0!\n1399-R03-0006 | 30` },
  {
    name: 'an office’s semicolon file in windows-1256',
    writer: 'semicolon1256',
    sheets: `کد پروژه | عنوان پروژه | پیشرفت فیزیکی (درصد) | هزینه کرد (میلیون ریال)\n1399-R03-0001 | آسفالت معابر | 12/5 | 1,250`,
  },
  {
    name: 'Unicode text with tabs',
    writer: 'utf16',
    sheets: `شهرداری منطقه ۳\nکد پروژه | پیشرفت فیزیکی | مشکلات\n۱۳۹۹-R03-۰۰۰۱ | ۲۰ | معارض، ملک`,
  },
  {
    name: 'a text file with titles, two header rows, totals and signatures',
    writer: 'csv',
    sheets: `بسمه تعالی\nشهرداری منطقه ۳ | | | مبالغ به میلیون ریال می‌باشد\nردیف | کد پروژه | پیشرفت فیزیکی | | اعتبارات | | ملاحظات\n | | برنامه | واقعی | تخصیص | هزینه‌کرد |\n۱ | ۲ | ۳ | ۴ | ۵ | ۶ | ۷\n۱ | 1399-R03-0001 | 30 | 20 | 4000 | 2500 | معارض\n۲ | 1399-R03-0006 | 40 | 35 | 100 | 50 |\n | جمع کل | | | 4100 | 2550 |\nتهیه‌کننده: رضایی`,
  },
  {
    name: 'everything at once',
    writer: 'xml',
    sheets: [
      {
        name: 'منطقه ۳',
        text: `بسمه تعالی
          شهرداری منطقه ۳ – سیستم کنترل پروژه – منتهی به ۳۱ شهریور ۹۹
          مبالغ به میلیون ریال می‌باشد
          ردیف | کد پروژه | عنوان پروژه | پیشرفت فیزیکی (درصد) | | | اعتبارات | | | مشکلات و موانع | رنگ
          | | | برنامه | واقعی | طی ماه | مصوب | تخصیص | هزینه‌کرد | |
          1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11
          مأموریت کالبدی و شهرسازی
          #n1 | 1399-R03-0001 | آسفالت معابر | #n30 | #n20 | #n5 | #n10000 | #n4000 | #n2500 | معارض | سبز
          #n2 | 1399–r03–0002 | جدول‌گذاری | #n50 | | | #n500 | #n100 | ۱۲/۵ | |
          ~#n3 | 1399-R03-0003 | زیرگذر | #n50 | #n45 | | | | #n1 | |
          #n4 | 1399-R03-0006 | فاز دو | #n10 | #d44335 | | | | #n7 | |
          #n5 | 1399-R03-0007 | پیاده‌رو | #n10 | #n0.4 | | | | #n8 | |
          | جمع کل | | | | | #n10500 | #n4100 | #n2527.5 | |
          میانگین | | | #n37 | | | | | | |
          تهیه‌کننده: کارشناس | | | | تأییدکننده: مدیر منطقه
          | | | | | | | | #n99`,
        merges: 'A1:K1 A2:K2 A3:K3 A4:A5 B4:B5 C4:C5 D4:F4 G4:I4 J4:J5 K4:K5 A7:K7',
      },
      { name: 'شاخص‌ها', text: 'کد شاخص | عنوان شاخص | واحد | عملکرد\nSH-01 | ماندگاری | روز | #n2.1' },
      { name: 'راهنما', text: 'راهنمای تکمیل فرم' },
      { name: 'مرداد', hidden: true, text: `${HEAD}\n${ROW}` },
    ],
    context: { folderDepartment: null, fileName: 'نهایی (2).xlsx' },
  },
];
