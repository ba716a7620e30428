import { CRITICAL_LISTS, INDICATOR_STATES, REASON_WORDS } from '../domain/catalogue/system-words.js';

/** Words of the catalogue under the keys of the command line. */
function under<Prefix extends string, Words extends Record<string, { fa: string; en: string }>>(
  prefix: Prefix,
  words: Words,
) {
  const entries = Object.entries(words).map(([key, text]) => [`${prefix}.${key}`, text]);
  return Object.fromEntries(entries) as { [Key in keyof Words & string as `${Prefix}.${Key}`]: Words[Key] };
}

/** Texts of the three systems: project control, performance evaluation, strategic feedback. */
export const SYSTEM_TEXTS = {
  ...under('reason', REASON_WORDS),
  ...under('state', INDICATOR_STATES),
  ...under('control', CRITICAL_LISTS),
  'command.evm': {
    fa: 'کنترل پروژه: ارزش کسب‌شده، زمان کسب‌شده و فهرست‌های بحرانی سال مالی',
    en: 'project control: earned value, earned schedule and critical lists of the fiscal year',
  },
  'command.indicators': {
    fa: 'شاخص‌ها: هدف، مسیر، مقدار و دستیابی',
    en: 'indicators: target, path, value and attainment',
  },
  'indicators.short': { fa: 'شاخص‌ها', en: 'indicators' },
  'indicators.mixed': { fa: 'آمیخته با {share} شاخص', en: 'mixed with {share} indicators' },
  'indicators.attainment': { fa: 'دستیابی', en: 'attainment' },
  'indicators.value': { fa: 'مقدار', en: 'value' },
  'indicators.opening': { fa: 'آغاز', en: 'opening' },
  'indicators.path': { fa: 'مسیر', en: 'path' },
  'indicators.target': { fa: 'هدف', en: 'target' },
  'indicators.gapToFill': { fa: 'تا هدف بعدی', en: 'to next target' },
  'indicators.measuredAt': { fa: 'سنجش', en: 'measured' },
  'indicators.state': { fa: 'وضعیت', en: 'state' },
  'indicators.unit': { fa: 'یکا', en: 'unit' },
  'indicators.parts': { fa: '({measured} از {expected} دوره)', en: '({measured} of {expected} periods)' },
  'indicators.total': {
    fa: 'دستیابی همه با هم: {attainment} · تعریف‌شده {defined} · بی‌گزارش {missing} · موعد نرسیده {notDue} · تعریف‌نشده {undefined} · بدتر از پایه {worse}',
    en: 'All together: {attainment} · defined {defined} · missing {missing} · not due {notDue} · undefined {undefined} · worse than baseline {worse}',
  },
  'command.scorecard': {
    fa: 'کارنامهٔ واحدها به تفکیک گروه هم‌تراز، با دلیل هر امتیاز ازدست‌رفته',
    en: 'scorecards of the departments by peer group, with the reason of each lost point',
  },
  'command.scorecard.appeal': {
    fa: 'ثبت اعتراض یک واحد به یک جزء کارنامه',
    en: 'record an appeal of a department against a component',
  },
  'command.scorecard.decide': { fa: 'ثبت نتیجهٔ یک اعتراض', en: 'record the outcome of an appeal' },
  'command.scorecard.appeals': { fa: 'فهرست اعتراض‌ها و نتیجهٔ آن‌ها', en: 'list appeals and what became of them' },
  'argument.department': { fa: 'کد واحد', en: 'code of the department' },
  'argument.appeal': { fa: 'شمارهٔ اعتراض', en: 'number of the appeal' },
  'option.component': { fa: 'جزء کارنامه', en: 'component of the score' },
  'option.appealText': { fa: 'متن اعتراض', en: 'what the department objects' },
  'option.outcome': { fa: 'نتیجه', en: 'the outcome' },
  'option.by.name': { fa: 'چه کسی تصمیم گرفت', en: 'who decided' },
  'option.decisionReason': { fa: 'دلیل تصمیم', en: 'why' },
  'command.questions': {
    fa: 'پرسش‌های باز از واحدها دربارهٔ رقم‌هایشان؛ ثبت پاسخ و پذیرش آن',
    en: 'open questions to departments about their figures; records answers and their acceptance',
  },
  'option.questionPeriod': {
    fa: 'تنها پرسش‌های تا این دوره (پیش‌فرض: همه)',
    en: 'only questions up to this period (default: all)',
  },
  'option.allQuestions': { fa: 'بسته‌شده‌ها و پرسش‌های سال‌های گذشته هم', en: 'closed ones and those of past years too' },
  'option.answer': {
    fa: 'ثبت پاسخ این پرسش (با --text و --by)',
    en: 'record an answer to this question (with --text, --by)',
  },
  'option.accept': {
    fa: 'پذیرفتن پاسخ این پرسش، با دلیل (--text) و نام (--by)',
    en: 'accept the answer to this question, with the reason (--text) and who (--by)',
  },
  'option.reject': {
    fa: 'نپذیرفتن پاسخ؛ پرسش دوباره باز می‌شود (با --text و --by)',
    en: 'reject the answer; the question is open again (with --text, --by)',
  },
  'option.questionText': { fa: 'متن پاسخ یا دلیل', en: 'the answer or the reason' },
  'option.questionBy': { fa: 'نام گوینده', en: 'who says so' },
  'question.none': { fa: 'پرسشی نیست.', en: 'There is no question.' },
  'question.summary': {
    fa: '{open} پرسش باز ({escalated} تا دیر مانده)، {answered} پاسخ خوانده‌نشده',
    en: '{open} open ({escalated} overdue), {answered} answered and not yet read',
  },
  'question.open': { fa: 'باز', en: 'open' },
  'question.answered': { fa: 'پاسخ داده شده', en: 'answered' },
  'question.acknowledged': { fa: 'پذیرفته شد', en: 'acknowledged' },
  'question.corrected': { fa: 'رقم اصلاح شد', en: 'corrected' },
  'question.waited': { fa: '{months} ماه در انتظار', en: 'waited {months} months' },
  'question.escalated': { fa: 'دیر مانده: {months} ماه بی‌پاسخ', en: 'overdue: {months} months without an answer' },
  'question.answer': { fa: 'پاسخ {by}: {text}', en: 'Answer of {by}: {text}' },
  'question.remark': { fa: 'نظر {by}: {text}', en: 'Decision of {by}: {text}' },
  'question.done.answer': { fa: 'پاسخ {number} ثبت شد.', en: 'The answer to {number} was recorded.' },
  'question.done.accept': { fa: 'پاسخ {number} پذیرفته و پرسش بسته شد.', en: '{number} was acknowledged and closed.' },
  'question.done.reject': {
    fa: 'پاسخ {number} پذیرفته نشد؛ پرسش دوباره باز است.',
    en: 'The answer to {number} was rejected; it is open again.',
  },
  'score.rank': { fa: 'رتبه', en: 'rank' },
  'score.score': { fa: 'امتیاز', en: 'score' },
  'score.trend': { fa: 'تغییر', en: 'trend' },
  'score.lateCredit': {
    fa: 'اعتبار دیرآزادشده ({unit}؛ بی‌اثر در امتیاز)',
    en: 'credit released late ({unit}; costs no points)',
  },
  'score.restored': {
    fa: 'امتیاز «{name}» با پذیرش اعتراض بازگردانده شد.',
    en: 'The points of “{name}” were given back: an appeal was accepted.',
  },
  'score.noAppeals': { fa: 'اعتراضی ثبت نشده است.', en: 'No appeal is on record.' },
  'score.appeal': {
    fa: 'اعتراض {number} · {department} · {period} · {component} · {outcome}: {text}{decided}',
    en: 'appeal {number} · {department} · {period} · {component} · {outcome}: {text}{decided}',
  },
  'score.open': { fa: 'باز', en: 'open' },
  'score.accepted': { fa: 'پذیرفته', en: 'accepted' },
  'score.rejected': { fa: 'ردشده', en: 'rejected' },
  'score.recorded': { fa: 'اعتراض شمارهٔ {number} ثبت شد.', en: 'Appeal {number} was recorded.' },
  'score.decided': { fa: 'نتیجهٔ اعتراض {number} ثبت شد.', en: 'The outcome of appeal {number} was recorded.' },
  'option.project': { fa: 'تنها یک پروژه', en: 'one project only' },
  'option.list': {
    fa: 'تنها یک فهرست بحرانی، به جای جدول ارزش کسب‌شده',
    en: 'one critical list only, instead of the table',
  },
  'control.critical': { fa: 'فهرست‌های بحرانی (پروژه‌ها):', en: 'Critical lists (projects):' },
  'control.list': { fa: '{name}: {count}', en: '{name}: {count}' },
  'control.works': { fa: 'کارهای چندساله:', en: 'Whole works of several years:' },
  'control.finish': { fa: 'پایان برآوردی', en: 'forecast finish' },
  'control.plannedFinish': { fa: 'پایان برنامه', en: 'planned finish' },
  'control.size': { fa: 'اندازه', en: 'size' },
  'control.progress': { fa: 'پیشرفت', en: 'progress' },
  'control.planned': { fa: 'برنامه', en: 'planned' },
  'control.spentShare': { fa: 'هزینه/بودجه', en: 'spent/budget' },
  'control.remark': { fa: 'شرح', en: 'remark' },
  'control.since': { fa: 'از', en: 'since' },
  'control.share': { fa: 'سهم {figure}', en: '{figure} share' },
  'control.months': { fa: '{count} ماه', en: '{count} months' },
  'control.silent': { fa: ' (بی‌گزارش)', en: ' (silent)' },
  'control.silentMonths': { fa: ' (و {count} ماه بی‌گزارش)', en: ' (and {count} months without a report)' },
  'control.assumedPlan': {
    fa: '* برنامهٔ این پروژه‌ها فرضی است (خطی در ماه‌های فعال)، چون زمان‌بندی ماهانه داده نشده؛ عقب‌ماندگی‌شان هم بر همین فرض است.',
    en: '* The plan of these projects is assumed (linear over their active months), since no monthly schedule was given; so is how late they are.',
  },
  'control.note': {
    fa: 'ارزش‌ها به {unit}؛ BAC بودجهٔ مصوب، PV ارزش برنامه‌ای، EV ارزش کسب‌شده، AC هزینه. نامعلوم صفر نیست: هر شاخص تنها از پروژه‌هایی است که هر دو سوی آن معلوم است، و سهم هر رقم می‌گوید از چند درصد BAC سخن می‌گوید. سهم CPI سهم EAC، VAC و TCPI هم هست؛ سهم SPI (پیشرفت معلوم و زمان‌بندی ماهانه) سهم SPI(t) هم.',
    en: 'Values in {unit}; BAC approved budget, PV planned value, EV earned value, AC spending. Unknown is not zero: an index is over the projects known on both of its sides, and a share says of how much of BAC a figure speaks. The CPI share is that of EAC, VAC and TCPI too; the SPI share (known progress and a monthly schedule) that of SPI(t).',
  },
} as const;
