import type { FindingText } from '../finding.js';

/** Questions about figures that count: worded as questions, with their numbers. They travel until they are answered. */
export const SUBMISSION_QUESTION_FINDINGS = {
  SUB_FALLING: {
    severity: 'question',
    fa: 'رقم تجمعی «{header}» برای {code} از {before} در {period} به {value} کاهش یافته است. آیا رقم پیشین اصلاح شده، یا این رقم تنها مال همین ماه است؟',
    en: 'The cumulative figure “{header}” of {code} fell from {before} in {period} to {value}. Was the earlier figure corrected, or is this the month’s own figure?',
    remedyFa: 'اگر اصلاح رقم پیشین است، دلیل را در پاسخ بنویسید؛ وگرنه رقم تجمعی را اصلاح کنید (نه رقم همین ماه).',
    remedyEn:
      'If this corrects an earlier figure, answer with the reason; otherwise write the cumulative figure, not the month’s.',
  },
  SUB_SPENT_WITHOUT_BUDGET: {
    severity: 'question',
    fa: 'برای پروژه {code} هزینه‌ای به مبلغ {value} میلیون ریال گزارش شده ولی بودجه مصوب ندارد. این هزینه از کدام اعتبار است؟',
    en: 'Spending of {value} million rial is reported for project {code}, which has no approved budget. From which credit is it?',
    remedyFa: 'کد پروژه را بررسی کنید یا ثبت اعتبار آن را از دفتر بودجه بخواهید.',
    remedyEn: 'Check the code, or ask the budget office to record the project’s credit.',
  },
  SUB_LIFE_OUTSIDE: {
    severity: 'question',
    fa: 'پیشرفت تجمعی {value} درصد پروژه {code} بیرون از بازه امسال ({opening} تا {target}) است. آیا این رقم از آغاز کار است یا از آغاز امسال؟',
    en: 'Cumulative progress of {value} percent of project {code} lies outside this year’s range ({opening} to {target}). Is it counted since the work began, or since the start of this year?',
    remedyFa: 'این پروژه پیشرفت از آغاز کار را می‌خواهد، نه پیشرفت امسال؛ رقم را بررسی کنید.',
    remedyEn: 'This project asks for progress since the work began, not for this year’s; check the figure.',
  },
  SUB_DEPARTMENTS_DIFFER: {
    severity: 'question',
    fa: 'رقم {value} برای {code} با رقم {other} که واحد {department} برای همین دوره گزارش کرده یکی نیست؛ فعلاً آخرین رقم پذیرفته‌شده معتبر است. کدام درست است؟',
    en: 'The figure {value} of {code} differs from {other}, which department {department} reported for the same period; for now the latest accepted one counts. Which is right?',
    remedyFa: 'دو واحد رقم را با هم تطبیق دهند و رقم درست را دوباره بفرستند.',
    remedyEn: 'Let the two departments reconcile the figure and send the right one again.',
  },
  SUB_UNIT_SLIP_UP: {
    severity: 'question',
    fa: 'آیا واحد «{header}» برای {code} درست است؟[ رقم {rial} میلیون ریال است، در برابر {rialNear} میلیون ریالی که انتظار می‌رود.][ رقم {value} است، در برابر {near} که انتظار می‌رود.] رقم حدود {factor} برابر است.',
    en: 'Is the unit of “{header}” of {code} right?[ It says {rial} million rial, against {rialNear} million rial that could be expected.][ It says {value}, against {near} that could be expected.] That is about {factor} times as much.',
    remedyFa:
      'اگر ریال، تومان یا میلیون ریال جابه‌جا شده یا صفری اضافه است، رقم را اصلاح کنید و دوباره بفرستید؛ اگر درست است، بنویسید چرا ناگهان چنین شد.',
    remedyEn:
      'If rial, toman and million rial were mixed up or a zero is too many, correct the figure and send it again; if it is right, answer why it rose so suddenly.',
  },
  SUB_UNIT_SLIP_DOWN: {
    severity: 'question',
    fa: 'آیا واحد «{header}» برای {code} درست است؟[ رقم {rial} میلیون ریال است، در برابر {rialNear} میلیون ریال گزارش پیش.][ رقم {value} است، در برابر {near} گزارش پیش.] رقم پیشین حدود {factor} برابر بود.',
    en: 'Is the unit of “{header}” of {code} right?[ It says {rial} million rial, against {rialNear} million rial in the report before.][ It says {value}, against {near} in the report before.] The earlier figure was about {factor} times as much.',
    remedyFa:
      'اگر واحد جابه‌جا شده یا صفری افتاده است، رقم را اصلاح کنید و دوباره بفرستید؛ اگر درست است، بنویسید چرا رقم تجمعی کم شد.',
    remedyEn:
      'If the unit was mixed up or a zero is missing, correct the figure and send it again; if it is right, answer why a cumulative figure fell.',
  },
  SUB_COLUMN_SLIP_UP: {
    severity: 'question',
    fa: 'رقم‌های ستون «{header}» در {rows} سطر حدود {factor} برابر گزارش پیش است. آیا واحد پول ستون این بار عوض شده است؟',
    en: 'The figures of column “{header}” are about {factor} times those of the report before, in {rows} rows. Has the column’s unit of money changed?',
    remedyFa: 'واحد را در سرستون بنویسید و پرونده را دوباره بفرستید؛ اگر رقم‌ها درست است، بنویسید چرا.',
    remedyEn: 'Write the unit into the header and send the file again; if the figures are right, answer why.',
  },
  SUB_COLUMN_SLIP_DOWN: {
    severity: 'question',
    fa: 'رقم‌های گزارش پیش در ستون «{header}» در {rows} سطر حدود {factor} برابر رقم‌های این گزارش بود. آیا واحد پول ستون این بار عوض شده است؟',
    en: 'The report before held about {factor} times the figures of column “{header}”, in {rows} rows. Has the column’s unit of money changed?',
    remedyFa: 'واحد را در سرستون بنویسید و پرونده را دوباره بفرستید؛ اگر رقم‌ها درست است، بنویسید چرا.',
    remedyEn: 'Write the unit into the header and send the file again; if the figures are right, answer why.',
  },
  SUB_AFTER_CANCELLED: {
    severity: 'question',
    fa: 'پروژه {code}[ از {since}] لغو شده است.[ پیشرفت آن از {before} به {value} درصد رسیده است.][ هزینهٔ آن از {rialBefore} میلیون ریال به {rial} میلیون ریال رسیده است.] آیا کار ادامه دارد؟',
    en: 'Project {code} was cancelled[ as of {since}].[ Its progress went from {before} to {value} percent.][ Its spending went from {rialBefore} million rial to {rial} million rial.] Is the work going on?',
    remedyFa:
      'اگر تسویه یا کار ناتمام است، در پاسخ بنویسید؛ اگر پروژه لغو نشده، اصلاح برنامه را بخواهید؛ وگرنه رقم را اصلاح کنید.',
    remedyEn:
      'If this is the final settlement, say so; if the project was not cancelled, ask for the plan to be amended; otherwise correct the figure.',
  },
  SUB_AFTER_SUSPENDED: {
    severity: 'question',
    fa: 'پروژه {code}[ از {since}] متوقف است.[ پیشرفت آن از {before} به {value} درصد رسیده است.][ هزینهٔ آن از {rialBefore} میلیون ریال به {rial} میلیون ریال رسیده است.] آیا کار از سر گرفته شده است؟',
    en: 'Project {code} is suspended[ as of {since}].[ Its progress went from {before} to {value} percent.][ Its spending went from {rialBefore} million rial to {rial} million rial.] Has the work been taken up again?',
    remedyFa:
      'اگر کار از سر گرفته شده، اصلاح برنامه را بخواهید؛ اگر تسویه است، در پاسخ بنویسید؛ وگرنه رقم را اصلاح کنید.',
    remedyEn:
      'If the work goes on, ask for the plan to be amended; if this is a settlement, say so; otherwise correct the figure.',
  },
  SUB_BEFORE_START: {
    severity: 'question',
    fa: 'شروع پروژه {code} در برنامه ماه {start} سال است، ولی در ماه {month} برای «{header}» رقم گزارش شده است. آیا کار زودتر آغاز شده است؟',
    en: 'Project {code} starts in month {start} of the year by the plan, but “{header}” is reported in month {month}. Did the work begin earlier?',
    remedyFa: 'کد پروژه را بررسی کنید؛ اگر کار زودتر آغاز شده، در پاسخ بنویسید تا برنامه اصلاح شود.',
    remedyEn: 'Check the code; if the work began earlier, say so, so that the plan can be amended.',
  },
  SUB_AFTER_END: {
    severity: 'question',
    fa: 'پایان پروژه {code} در برنامه ماه {end} سال بود، ولی پیشرفت آن پس از آن از {before} به {value} درصد رسیده است. آیا پایان کار تغییر کرده است؟',
    en: 'Project {code} was to end in month {end} of the year, but its progress went on from {before} to {value} percent after that. Has the end moved?',
    remedyFa: 'تاریخ تازهٔ پایان و دلیل آن را در پاسخ بنویسید.',
    remedyEn: 'Answer with the new end and the reason.',
  },
  SUB_OVER_BUDGET: {
    severity: 'question',
    fa: 'هزینهٔ پروژه {code} ({value} میلیون ریال) {over} درصد بیش از بودجهٔ مصوب آن ({budget} میلیون ریال) است. آیا اصلاحیه‌ای در راه است؟',
    en: 'Spending on project {code} ({value} million rial) exceeds its approved budget ({budget} million rial) by {over} percent. Is an amendment on its way?',
    remedyFa: 'شمارهٔ مصوبه یا اصلاحیه را در پاسخ بنویسید، یا رقم و واحد آن را اصلاح کنید.',
    remedyEn: 'Answer with the reference of the amendment, or correct the figure and its unit.',
  },
  SUB_ALLOCATED_OVER_APPROVED: {
    severity: 'question',
    fa: 'تخصیص پروژه {code} ({value} میلیون ریال) {over} درصد بیش از بودجهٔ مصوب آن ({limit} میلیون ریال) است. کدام رقم درست است؟',
    en: 'The credit allocated to project {code} ({value} million rial) exceeds its approved budget ({limit} million rial) by {over} percent. Which of the two is right?',
    remedyFa: 'رقم نادرست را اصلاح کنید؛ اگر هر دو درست است، دلیل را در پاسخ بنویسید.',
    remedyEn: 'Correct the wrong figure; if both are right, answer with the reason.',
  },
  SUB_COMMITTED_OVER_APPROVED: {
    severity: 'question',
    fa: 'تعهد پروژه {code} ({value} میلیون ریال) {over} درصد بیش از بودجهٔ مصوب آن ({limit} میلیون ریال) است. کدام رقم درست است؟',
    en: 'What was committed for project {code} ({value} million rial) exceeds its approved budget ({limit} million rial) by {over} percent. Which of the two is right?',
    remedyFa: 'رقم نادرست را اصلاح کنید؛ اگر هر دو درست است، دلیل را در پاسخ بنویسید.',
    remedyEn: 'Correct the wrong figure; if both are right, answer with the reason.',
  },
  SUB_SPENT_OVER_ALLOCATED: {
    severity: 'question',
    fa: 'هزینهٔ نقدی پروژه {code} ({value} میلیون ریال) {over} درصد بیش از تخصیص آن ({limit} میلیون ریال) است. کدام رقم درست است؟',
    en: 'Cash spending on project {code} ({value} million rial) exceeds the credit allocated to it ({limit} million rial) by {over} percent. Which of the two is right?',
    remedyFa: 'رقم نادرست را اصلاح کنید؛ اگر هر دو درست است، دلیل را در پاسخ بنویسید.',
    remedyEn: 'Correct the wrong figure; if both are right, answer with the reason.',
  },
  SUB_SPENT_OVER_COMMITTED: {
    severity: 'question',
    fa: 'هزینهٔ پروژه {code} ({value} میلیون ریال) {over} درصد بیش از تعهد آن ({limit} میلیون ریال) است. کدام رقم درست است؟',
    en: 'Spending on project {code} ({value} million rial) exceeds what was committed for it ({limit} million rial) by {over} percent. Which of the two is right?',
    remedyFa: 'رقم نادرست را اصلاح کنید؛ اگر هر دو درست است، دلیل را در پاسخ بنویسید.',
    remedyEn: 'Correct the wrong figure; if both are right, answer with the reason.',
  },
  SUB_DONE_STILL_SPENDING: {
    severity: 'question',
    fa: 'پروژه {code} از ماه {month} سال تمام‌شده گزارش شده، ولی هزینهٔ آن از {before} میلیون ریال به {value} میلیون ریال رسیده است. این هزینه برای چه کاری است؟',
    en: 'Project {code} has been reported done since month {month} of the year, but its spending went from {before} million rial to {value} million rial. For which work is it?',
    remedyFa: 'اگر پرداخت صورت‌وضعیت‌های پیشین است، در پاسخ بنویسید؛ اگر کار مانده است، پیشرفت را اصلاح کنید.',
    remedyEn: 'If these are payments for work done earlier, say so; if work is left, correct the progress.',
  },
  SUB_SPENDING_NO_PROGRESS: {
    severity: 'question',
    fa: 'برای پروژه {code} {value} میلیون ریال ({share} درصد بودجه، پس از کسر پیش‌پرداخت) هزینه شده ولی پیشرفتی گزارش نشده است. این پول صرف چه شده است؟',
    en: 'On project {code} {value} million rial ({share} percent of its budget, net of advances) were spent, but no progress is reported. What was it spent on?',
    remedyFa: 'اگر پیش‌پرداخت یا خرید است، در ستون پیش‌پرداخت یا پاسخ بنویسید؛ اگر کاری انجام شده، پیشرفت را گزارش کنید.',
    remedyEn:
      'If it is an advance or a purchase, write it into the advance column or the answer; if work was done, report it.',
  },
  SUB_JUMP: {
    severity: 'question',
    fa: 'پیشرفت پروژه {code} از {before} درصد در ماه {month} به {value} درصد جهش کرده است. چه کاری در این فاصله انجام شد؟',
    en: 'Progress of project {code} leapt from {before} percent in month {month} to {value} percent. Which work was done in between?',
    remedyFa: 'اگر رقم درست است، کار انجام‌شده را در پاسخ بنویسید؛ وگرنه رقم تجمعی را اصلاح کنید.',
    remedyEn: 'If the figure is right, answer with the work that was done; otherwise correct the cumulative figure.',
  },
  SUB_NINETY_FOR_EVER: {
    severity: 'question',
    fa: 'پیشرفت پروژه {code} در {periods} گزارش پیاپی (از ماه {month}) بالای ۹۰ درصد مانده و تمام نشده است (اکنون {value}). چه چیزی مانده و کی تمام می‌شود؟',
    en: 'Project {code} has stood above 90 percent in {periods} reports in a row (since month {month}) and is not done (now {value}). What is left, and when will it be done?',
    remedyFa: 'کار باقی‌مانده و تاریخ پایان را در پاسخ بنویسید.',
    remedyEn: 'Answer with what is left and the date of completion.',
  },
  SUB_UNCHANGED: {
    severity: 'question',
    fa: 'پیشرفت ({value} درصد) و هزینهٔ پروژه {code} در {periods} گزارش پیاپی (از ماه {month}) هیچ تغییری نکرده است. آیا کار متوقف است یا رقم‌ها به‌روز نشده‌اند؟',
    en: 'Progress ({value} percent) and spending of project {code} have not moved in {periods} reports in a row (since month {month}). Has the work stopped, or were the figures not brought up to date?',
    remedyFa: 'اگر کار متوقف است، مانع و اقدام را بنویسید؛ وگرنه رقم‌ها را به‌روز کنید.',
    remedyEn: 'If the work has stopped, write the obstacle and the action; otherwise bring the figures up to date.',
  },
  SUB_SHEET_COPIED: {
    severity: 'question',
    fa: '{rows} سطر از {of} سطر این پرونده ({share} درصد) همان رقم‌های ماه پیش را دارد. آیا پروندهٔ ماه پیش با نام تازه فرستاده شده است؟',
    en: '{rows} of the {of} rows of this file ({share} percent) hold last month’s figures. Was last month’s file sent under a new name?',
    remedyFa: 'اگر پرونده اشتباه است، پروندهٔ این ماه را بفرستید؛ اگر هیچ کاری پیش نرفته، در پاسخ بنویسید.',
    remedyEn: 'If it is the wrong file, send this month’s; if no work went on, say so.',
  },
  SUB_ROUND_NUMBERS: {
    severity: 'question',
    fa: '{rows} درصد پیشرفت از {of} درصد پیشرفت این پرونده ({share} درصدِ آن‌ها) ده‌تایی گرد است. آیا اندازه‌گیری شده‌اند یا برآوردند؟',
    en: '{rows} of the {of} percentages of this file ({share} percent of them) are round tens. Were they measured or estimated?',
    remedyFa: 'روش سنجش را در پاسخ بنویسید؛ برای پروژه‌هایی که صورت‌وضعیت دارند درصد را از آن بردارید.',
    remedyEn: 'Answer how they are measured; where there are certified statements, take the percentage from those.',
  },
  SUB_INDICATOR_UNLIKE_HISTORY: {
    severity: 'question',
    fa: 'مقدار شاخص {code} ({value}[ {unit}]) از {count} مقدار پیشین آن (میانه {middle}) بسیار دور است ({far} برابر پراکندگی معمول). چه روی داده است؟',
    en: 'The value of indicator {code} ({value}[ {unit}]) is far from its {count} earlier values (median {middle}; {far} times the usual spread). What happened?',
    remedyFa: 'واحد و روش محاسبه را بررسی کنید؛ اگر درست است، علت را در پاسخ بنویسید.',
    remedyEn: 'Check the unit and the way it is computed; if it is right, answer with the cause.',
  },
  SUB_SPENDING_UNLIKE_HISTORY: {
    severity: 'question',
    fa: 'هزینهٔ این ماه پروژه {code} ({value} میلیون ریال) از ماه‌های پیشین آن (میانهٔ {count} ماه: {middle} میلیون ریال) بسیار دور است ({far} برابر پراکندگی معمول). این پرداخت برای چیست؟',
    en: 'Spending on project {code} in this month ({value} million rial) is far from its earlier months (median of {count}: {middle} million rial; {far} times the usual spread). What was paid?',
    remedyFa: 'اگر درست است، بنویسید برای چه پرداخت شد؛ وگرنه رقم تجمعی را اصلاح کنید.',
    remedyEn: 'If it is right, answer what was paid; otherwise correct the cumulative figure.',
  },
  SUB_UNLIKE_PEERS: {
    severity: 'question',
    fa: 'در پروژه {code} سهم هزینه از بودجه {ratio} برابر سهم کار انجام‌شده است؛ میانهٔ {count} پروژهٔ این پرونده {middle} است ({far} برابر پراکندگی معمول). آیا هزینه ({value} میلیون ریال) و پیشرفت هر دو درست‌اند؟',
    en: 'Project {code} spent {ratio} times the share of its budget that it did of its work; the median of the {count} projects of this file is {middle} ({far} times the usual spread). Are spending ({value} million rial) and progress both right?',
    remedyFa: 'هزینه، واحد آن و پیشرفت را بررسی کنید؛ اگر درست است، علت را در پاسخ بنویسید.',
    remedyEn: 'Check spending, its unit and progress; if they are right, answer with the cause.',
  },
} satisfies Record<string, FindingText>;
