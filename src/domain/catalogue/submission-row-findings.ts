import type { FindingText } from '../finding.js';

/** Faults of one row of a submission: its code, who may report it, and rows that contradict each other. */
export const SUBMISSION_ROW_FINDINGS = {
  SUB_CODE_MISSING: {
    severity: 'error',
    fa: 'این سطر رقم دارد ولی کد ندارد.[ عنوان: «{title}».][ کد پروژه هم‌نام در برنامه: {suggestion}.]',
    en: 'This row holds figures but no code.[ Title: “{title}”.][ Code of the same title in the plan: {suggestion}.]',
    remedyFa: 'کد پروژه یا شاخص را همان‌گونه که در برنامه آمده بنویسید.',
    remedyEn: 'Write the code of the project or indicator as the plan has it.',
  },
  SUB_DATE_IN_CODE: {
    severity: 'error',
    fa: 'صفحه‌گسترده کد این سطر را به تاریخ تبدیل کرده است ({raw}).',
    en: 'The spreadsheet turned the code of this row into a date ({raw}).',
    remedyFa: 'قالب ستون کد را «متن» کنید و کد را دوباره بنویسید.',
    remedyEn: 'Set the format of the code column to Text and type the code again.',
  },
  SUB_UNKNOWN_PROJECT: {
    severity: 'error',
    fa: 'پروژه‌ای با کد «{raw}» در برنامه نیست.[ نزدیک‌ترین کد این واحد: {suggestion}.]',
    en: 'The plan has no project with the code “{raw}”.[ Nearest code of this department: {suggestion}.]',
    remedyFa: 'کد را با فهرست پروژه‌های سال مقایسه و اصلاح کنید.',
    remedyEn: 'Compare the code with the list of this year’s projects and correct it.',
  },
  SUB_UNKNOWN_INDICATOR: {
    severity: 'error',
    fa: 'شاخصی با کد «{raw}» در برنامه نیست.[ نزدیک‌ترین کد این واحد: {suggestion}.]',
    en: 'The plan has no indicator with the code “{raw}”.[ Nearest code of this department: {suggestion}.]',
    remedyFa: 'کد را با فهرست شاخص‌ها مقایسه و اصلاح کنید.',
    remedyEn: 'Compare the code with the list of indicators and correct it.',
  },
  SUB_FOREIGN_PROJECT: {
    severity: 'error',
    fa: 'گزارش پروژه {code} با «{department}» نیست؛ متولی آن {owner} است.',
    en: 'Project {code} is not for “{department}” to report; it belongs to {owner}.',
    remedyFa: 'کد را بررسی کنید؛ اگر درست است، این سطر را متولی پروژه باید گزارش کند.',
    remedyEn: 'Check the code; if it is right, the row is for the project’s own department to report.',
  },
  SUB_FOREIGN_INDICATOR: {
    severity: 'error',
    fa: 'گزارش شاخص {code} با «{department}» نیست؛ متولی آن {owner} است.',
    en: 'Indicator {code} is not for “{department}” to report; it belongs to {owner}.',
    remedyFa: 'کد را بررسی کنید؛ اگر درست است، این سطر را متولی شاخص باید گزارش کند.',
    remedyEn: 'Check the code; if it is right, the row is for the indicator’s own department to report.',
  },
  SUB_WRONG_YEAR: {
    severity: 'error',
    fa: 'پروژه {code} از سال {year} است و گزارش این دوره ({period}) نیست.[ کد همین کار در سال گزارش: {suggestion}.]',
    en: 'Project {code} is of the year {year} and does not belong to period {period}.[ The same work in the year of the report: {suggestion}.]',
    remedyFa: 'کد پروژه را از فهرست همان سال بردارید.',
    remedyEn: 'Take the project’s code from the list of that year.',
  },
  SUB_MERGED_PROJECT: {
    severity: 'error',
    fa: 'پروژه {code} در پروژه {successor} ادغام شده است و جداگانه گزارش نمی‌شود.',
    en: 'Project {code} was merged into {successor} and is no longer reported on its own.',
    remedyFa: 'رقم‌ها را زیر کد {successor} گزارش کنید.',
    remedyEn: 'Report its figures under the code {successor}.',
  },
  SUB_FIELD_NOT_ALLOWED: {
    severity: 'error',
    fa: 'گزارش ستون «{header}» برای {code} بر عهده «{department}» نیست.',
    en: 'Column “{header}” of {code} is not for “{department}” to report.',
    remedyFa: 'این خانه را خالی بگذارید؛ واحد مسئول آن را گزارش می‌کند.',
    remedyEn: 'Leave the cell blank; the department in charge reports it.',
  },
  SUB_DUPLICATE_ROW: {
    severity: 'error',
    fa: 'کد {code} دو بار با رقم‌های متفاوت آمده است؛ سطر دیگر در {other} است. هیچ‌یک پذیرفته نشد.[ آنچه نوشته شده است: {values}.]',
    en: 'Code {code} stands twice with different figures; the other row is at {other}. Neither was taken.[ Written there: {values}.]',
    remedyFa: 'سطر نادرست را پاک کنید یا کد آن را اصلاح کنید؛ در برگهٔ برگشتی رقم درست را در خانهٔ خالی بنویسید.',
    remedyEn:
      'Remove the wrong row or correct its code; in the returned sheet write the right figure into the blank cell.',
  },
  SUB_FORM_OUTDATED: {
    severity: 'warning',
    fa: 'این برگه قدیمی است: «{header}» همان {raw} مانده که هنگام نوشتن برگه بود، و پروندهٔ «{other}» پس از آن عوضش کرده است[ (اکنون {now})]. رقم تازه‌تر ماند.',
    en: 'This is an older form: “{header}” still holds the {raw} that stood there when it was written, and the file “{other}” changed it since[ (now {now})]. The newer figure stays.',
    remedyFa: 'اگر رقم این برگه درست است، آن را در تازه‌ترین برگهٔ برگشتی یا در پرونده‌ای دیگر بنویسید.',
    remedyEn: 'If the figure of this form is right, write it into the newest returned form or into another file.',
  },
  SUB_DUPLICATE_IDENTICAL: {
    severity: 'warning',
    fa: 'کد {code} دوباره با همان رقم‌ها آمده است (سطر دیگر در {other}) و یک بار به حساب آمد.',
    en: 'Code {code} is repeated with the same figures (the other row is at {other}) and was counted once.',
    remedyFa: 'سطر تکراری را پاک کنید و مطمئن شوید کد پروژه دیگری نبوده است.',
    remedyEn: 'Remove the repeated row, and make sure that it was not meant for another code.',
  },
  SUB_ANSWER_UNKNOWN: {
    severity: 'warning',
    fa: 'پاسخ به «{raw}» ثبت نشد: پرسشی با این شماره از این واحد پرسیده نشده است.[ پاسخ: «{said}».]',
    en: 'The answer to “{raw}” was not recorded: no question of that number was put to this department.[ The answer: “{said}”.]',
    remedyFa: 'شمارهٔ پرسش (مانند Q12) را از برگهٔ «پرسش‌ها» یا payesh questions بردارید و دوباره بفرستید.',
    remedyEn: 'Take the number (such as Q12) from the sheet of questions or from payesh questions and send it again.',
  },
  SUB_ANSWER_UNMATCHED: {
    severity: 'warning',
    fa: 'معلوم نیست این پاسخ به کدام پرسش است و ثبت نشد: «{said}». شمارهٔ پرسش در سطر آن نیست.',
    en: 'It is not clear which question this answers, and it was not recorded: “{said}”. Its row holds no number of a question.',
    remedyFa: 'شمارهٔ پرسش (مانند Q12) را از برگهٔ «پرسش‌ها» یا payesh questions در همان سطر بنویسید و دوباره بفرستید.',
    remedyEn:
      'Write the number of the question (such as Q12, from the sheet of questions or payesh questions) into that row and send it again.',
  },
  SUB_ANSWER_CLOSED: {
    severity: 'warning',
    fa: 'این پاسخ به {question} ثبت نشد: «{said}».[ دفتر پرسش را پذیرفته و بسته است ({by}: «{reason}»).][ رقم در {period} اصلاح شد و پرسش بسته است.][ پاسخی که ثبت است: «{kept}».] پرسش همان‌گونه که بود می‌ماند.',
    en: 'This answer to {question} was not recorded: “{said}”.[ The office took the question and closed it ({by}: “{reason}”).][ The figure was corrected in {period}, which closed the question.][ The answer on record: “{kept}”.] The question stays as it was.',
    remedyFa:
      'اگر باید همین پاسخ بماند، از دفتر برنامه بخواهید آن را ثبت کند (payesh questions --answer {question})؛ وگرنه آن را در برگهٔ برگشتی پاک کنید.',
    remedyEn:
      'If this answer is to stand, ask the planning office to record it (payesh questions --answer {question}); otherwise clear it in the returned form.',
  },
  SUB_ANSWER_AGAIN: {
    severity: 'warning',
    fa: 'این پاسخ به {question} پیش‌تر هم داده شده بود و دوباره ثبت نشد: «{said}».[ دفتر آن را نپذیرفت ({by}: «{reason}»).][ رقم از آن پس عوض شد و پرسش در {period} از نو پرسیده شد.] پرسش باز است.',
    en: 'This answer to {question} was given before and was not recorded again: “{said}”.[ The office did not take it ({by}: “{reason}”).][ The figure has moved since, and the question was asked anew in {period}.] The question is open.',
    remedyFa: 'پاسخ تازه‌ای بنویسید که به این ایراد یا رقم تازه بپردازد، یا رقم را اصلاح کنید.',
    remedyEn: 'Write a new answer that meets the objection or speaks of the new figure, or correct the figure.',
  },
  SUB_ANSWER_NO_QUESTION: {
    severity: 'warning',
    fa: 'پاسخی که کنار {code} نوشته شده ثبت نشد: «{said}». پرسش بازی دربارهٔ این سطر نیست.[ {question} پاسخ دارد و در انتظار دفتر است: «{kept}».]',
    en: 'The answer beside {code} was not recorded: “{said}”. No question about this row is open.[ {question} has its answer and waits for the office: “{kept}”.]',
    remedyFa:
      'برای عوض کردن پاسخ، آن را با شمارهٔ پرسش در برگهٔ «پرسش‌ها» بنویسید؛ اگر توضیح رقم است، در ستون توضیحات بنویسید و در برگهٔ برگشتی پاک کنید.',
    remedyEn:
      'To replace an answer, write it with the number of its question into the sheet of questions; a remark on the figure goes into the column of notes, and is cleared in the returned form.',
  },
  SUB_ANSWER_LEFT: {
    severity: 'warning',
    fa: 'این پاسخ ثبت نشد، چون سطر یا پروندهٔ آن برگشت: «{said}».',
    en: 'This answer was not recorded, since its row or its file went back: “{said}”.',
    remedyFa:
      'سطر یا پرونده را اصلاح کنید و با همین پاسخ دوباره بفرستید؛ پاسخ به‌تنهایی هم، با شمارهٔ پرسش در برگهٔ «پرسش‌ها»، پذیرفته می‌شود.',
    remedyEn:
      'Mend the row or the file and send it again with this answer; an answer alone, with the number of its question in the sheet of questions, is taken too.',
  },
  SUB_ANSWERS_ONLY: {
    severity: 'info',
    fa: 'این پرونده رقمی ندارد و تنها به پرسش‌ها پاسخ می‌دهد؛ پاسخ‌ها ({count}) گرفته شد.',
    en: 'This file states no figure and only answers questions; its answers ({count}) were taken.',
    remedyFa: 'کاری لازم نیست؛ رقم‌های ماه را، اگر نفرستاده‌اید، جداگانه بفرستید.',
    remedyEn: 'Nothing to do; send the figures of the month too if you have not sent them.',
  },
} satisfies Record<string, FindingText>;
