/** Descriptions of commands, arguments and options, as `--help` prints them. */
export const HELP_TEXTS = {
  program: {
    fa: 'پایش: هر ماه نشان می‌دهد پولی که خرج شد به کارِ برنامه تبدیل شد یا نه',
    en: 'Payesh: shows every month whether the money spent turned into the work planned',
  },
  'help.usage': { fa: 'روش نوشتن:', en: 'Usage:' },
  'help.options': { fa: 'گزینه‌ها:', en: 'Options:' },
  'help.globalOptions': { fa: 'گزینه‌های همگانی:', en: 'Global Options:' },
  'help.commands': { fa: 'فرمان‌ها:', en: 'Commands:' },
  'help.arguments': { fa: 'ورودی‌ها:', en: 'Arguments:' },
  'help.choices': { fa: 'یکی از', en: 'one of' },
  'help.codes': {
    fa: 'کد پایان: ۰ انجام شد · ۱ فرمان ناموفق ماند · ۲ نوشتار یا پیکربندی نادرست · ۳ انجام شد، ولی سطر یا پرونده‌ای برگشت خورد',
    en: 'Exit codes: 0 done · 1 the command failed · 2 wrong usage or configuration · 3 done, but rows or files were refused',
  },

  'option.help': { fa: 'همین راهنما', en: 'this help' },
  'option.version': { fa: 'نسخهٔ برنامه', en: 'version of the program' },
  'option.workspace': {
    fa: 'پوشهٔ فضای کار (یا PAYESH_WORKSPACE؛ پیش‌فرض: پوشهٔ جاری)',
    en: 'folder of the workspace (or PAYESH_WORKSPACE; default: the current folder)',
  },
  'option.language': { fa: 'زبان پیام‌ها و جدول‌ها', en: 'language of messages and tables' },
  'option.json': { fa: 'خروجی JSON با کلیدهای پایدار', en: 'JSON with stable keys' },
  'option.period': {
    fa: 'دوره، مانند 1399-06 (پیش‌فرض: آخرین دورهٔ دارای گزارش پذیرفته)',
    en: 'period, such as 1399-06 (default: the latest with accepted facts)',
  },
  'command.findings': {
    fa: 'فهرست همهٔ یافته‌ها: کد، شدت، متن، راه اصلاح و نمونه',
    en: 'the catalogue of findings: code, severity, text, remedy and example',
  },
  'option.markdown': { fa: 'به‌صورت صفحهٔ docs/findings.md', en: 'as the page docs/findings.md' },
  'command.template': {
    fa: 'نوشتن فرم‌های ماه برای واحدها در data/outbox',
    en: 'write the forms of a month for the departments into data/outbox',
  },
  'option.templatePeriod': {
    fa: 'ماه فرم‌ها، مانند 1399-07 (پیش‌فرض: ماه پس از آخرین ماه گزارش‌شده)',
    en: 'month of the forms, such as 1399-07 (default: the month after the latest reported one)',
  },
  'template.done': {
    fa: 'فرم‌های {period}: {count} واحد، {fresh} تازه نوشته شد؛ {nothing} واحد در این ماه چیزی برای گزارش ندارد.',
    en: 'Forms of {period}: departments {count}, written anew {fresh}; with nothing to report in this month {nothing}.',
  },
  'command.remind': {
    fa: 'یادآوری به واحدهایی که گزارش ماه را کامل نفرستاده‌اند، در data/outbox و صف رایانامه',
    en: 'remind the departments whose report of a month is not complete, in data/outbox and the mail queue',
  },
  'option.remindPeriod': {
    fa: 'ماه یادآوری، مانند 1399-06 (پیش‌فرض: ماهی که تازه پایان یافته)',
    en: 'month to remind of, such as 1399-06 (default: the month that ended last)',
  },
  'option.remindDryRun': {
    fa: 'نشان بده به که یادآوری می‌شود؛ نه پرونده‌ای نوشته و نه پیامی فرستاده می‌شود',
    en: 'show who would be reminded; no file is written and no message queued',
  },
  'remind.head': {
    fa: 'یادآوری {period}: {count} از {due} واحد',
    en: 'Reminders of {period}: {count} of {due} departments',
  },
  'remind.months': { fa: 'ماه‌های ناقص', en: 'months missing' },
  'remind.questions': { fa: 'پرسش بی‌پاسخ', en: 'open questions' },
  'remind.closed': {
    fa: '{period} بسته است و رقمی نمی‌پذیرد؛ یادآوری نمی‌شود.',
    en: '{period} is closed and takes no figures; nobody is reminded.',
  },
  'remind.dryRun': {
    fa: 'اجرای آزمایشی {period}: چیزی نوشته یا فرستاده نشد.',
    en: 'Dry run of {period}: nothing was written or queued.',
  },
  'remind.done': {
    fa: 'یادآوری‌های {period} در data/outbox است؛ {queued} پیام تازه در صف.',
    en: 'The reminders of {period} are in data/outbox; new messages in the queue: {queued}.',
  },
  'option.plan': { fa: 'کد برنامه (پیش‌فرض: تازه‌ترین)', en: 'code of the plan (default: the newest)' },
  'option.scope': { fa: 'دامنه: ماه، سال یا کل برنامه', en: 'the month, the year or the whole plan' },
  'option.basis': { fa: 'مبنا: تا امروز یا کل', en: 'what was due up to the period, or the full work and budget' },
  'option.spending': { fa: 'هزینه: پرداخت‌شده، تأییدشده، تعهدشده', en: 'which spending counts' },
  'option.budget': { fa: 'بودجه با اصلاحیه‌ها یا مصوب نخستین', en: 'budget as amended or as first approved' },
  'option.denominator': { fa: 'مخرج هزینه: مصوب یا تخصیص', en: 'denominator of spending: approved or allocated' },
  'option.by': { fa: 'برش پروژه‌ها بر پایهٔ', en: 'slice the projects by' },
  'option.level': {
    fa: 'تنها یک سطح از درخت (یا project، department)',
    en: 'one level of the tree only (or project, department)',
  },
  'option.node': {
    fa: 'تنها یک گره (با --by یا --level project: پروژه‌های زیر آن)',
    en: 'one node (with --by or --level project: the projects below it)',
  },
  'option.department': { fa: 'کد واحد', en: 'code of the department' },
  'option.since': {
    fa: 'تغییرها از کی: دوره (1399-05)، شمارهٔ ویرایش، یا لحظه؛ پیش‌فرض ماه پیش',
    en: 'changes since a period (1399-05), an edition number or an instant; default: the month before',
  },
  'option.asOf': {
    fa: 'آنچه تا این لحظه می‌دانستیم، مانند 2020-10-01T00:00:00Z (تاریخ تنها = نیمه‌شب UTC)',
    en: 'what was known up to this instant, such as 2020-10-01T00:00:00Z (a bare date is midnight UTC)',
  },
  'option.code': { fa: 'کد پروژه یا شاخص', en: 'code of a project or indicator' },
  'option.measure': { fa: 'تنها عددهای این سنجه', en: 'only the operands of this measure' },
  'option.effective': {
    fa: 'دوره‌ای که این نسخه از آن در کار است',
    en: 'period from which this version holds',
  },
  'option.dryRun': { fa: 'نشان بده چه می‌شود؛ چیزی ذخیره نکن', en: 'show what would happen; store nothing' },
  'option.reason': { fa: 'دلیل بازگشایی؛ ثبت می‌شود', en: 'why it is reopened; it is recorded' },
  'option.format': { fa: 'قالب خروجی', en: 'format of the files' },

  'command.help': { fa: 'راهنمای یک فرمان', en: 'help of a command' },
  'command.init': { fa: 'فضای کار تازه با پیکربندی یادداشت‌دار', en: 'a new workspace with a commented configuration' },
  'command.plan': { fa: 'برنامهٔ مرجع', en: 'the reference plan' },
  'command.plan.import': {
    fa: 'وارد کردن بستهٔ برنامه (پوشهٔ CSV یا یک کارپوشه)؛ همه یا هیچ',
    en: 'import a plan package (a folder of CSV files or one workbook); all or nothing',
  },
  'command.plan.export': {
    fa: 'نوشتن برنامهٔ جاری در یک پوشه یا کارپوشه',
    en: 'write the plan in force to a folder or workbook',
  },
  'command.plan.check': { fa: 'یافته‌های برنامهٔ جاری', en: 'findings of the plan in force' },
  'command.ingest': {
    fa: 'برداشتن پرونده‌های صندوق ورودی (یا پرونده‌های داده‌شده)، یک بار',
    en: 'take the inbox (or the given files) once',
  },
  'command.check': {
    fa: 'یافته‌های یک پرونده؛ چیزی ذخیره نمی‌شود',
    en: 'findings of one file; nothing is stored',
  },
  'command.report': { fa: 'نوشتن گزارش‌های دوره', en: 'write the reports of a period' },
  'command.deliver': {
    fa: 'فرستادن رایانامه‌های صف؛ با --period گزارش‌های آن دوره هم در صف گذاشته می‌شود',
    en: 'send the queued mail; with --period the reports of that period are queued first',
  },
  'command.run': {
    fa: 'کار ماه: برداشتن، سنجیدن، گزارش و انتشار',
    en: 'the monthly job: ingest, measure, report, deliver',
  },
  'command.start': {
    fa: 'کار ماه با آنچه هست؛ فضای کار خالی نخست نمونه را می‌گیرد',
    en: 'the month on what is there; an empty workspace takes the sample first',
  },
  'command.serve': {
    fa: 'زمان‌بند: کارهای سررسیده را انجام می‌دهد تا SIGTERM برسد',
    en: 'the scheduler: does what is due until SIGTERM',
  },
  'command.status': {
    fa: 'چه کسی فرستاده، چه کسی دیر کرده، چه انجام شده و چه در پیش است',
    en: 'who has submitted, who is late, what ran, what is due next',
  },
  'command.realization': { fa: 'درصدهای تحقق', en: 'the realization figures' },
  'command.gap': { fa: 'شکاف پول و کار، با توضیح دقیق', en: 'the gap of money and work, explained exactly' },
  'command.facts': {
    fa: 'داده‌های معتبر با جای آن‌ها در پرونده',
    en: 'the facts in force, with their place in the file',
  },
  'command.explain': {
    fa: 'فرمول، عددها و اجزای یک رقم، تا پرونده و خانه و متن نوشته‌شده',
    en: 'formula, operands and parts of a figure, down to file, cell and raw text',
  },
  'command.close': { fa: 'بستن یک دوره', en: 'close a period' },
  'command.reopen': { fa: 'بازگشایی یک دورهٔ بسته، با دلیل', en: 'reopen a closed period, with a reason' },
  'command.backup': { fa: 'نسخهٔ پشتیبان وارسی‌شده', en: 'a verified backup' },
  'command.restore': {
    fa: 'بازگرداندن یک نسخهٔ پشتیبان؛ پایگاه دادهٔ کنونی کنار گذاشته می‌شود',
    en: 'put a backup in the place of the database, which is kept aside',
  },
  'command.rebuild': {
    fa: 'خواندن دوبارهٔ همهٔ اصل‌های بایگانی و سنجیدن با داده‌های ذخیره‌شده',
    en: 'read every archived original again and compare with the stored facts',
  },
  'option.output': {
    fa: 'پایگاه دادهٔ بازساخته را در این پرونده نگه دار (برای payesh restore)',
    en: 'keep the rebuilt database as this file (for payesh restore)',
  },
  'option.check': {
    fa: 'برای پایش خودکار: اگر مشکلی باشد کد پایان ۳',
    en: 'for monitoring: exit code 3 where something is wrong',
  },
  'command.verify': {
    fa: 'وارسی پایگاه داده، بایگانی و گزارش‌ها',
    en: 'check the database, the archive and the reports',
  },
  'command.export': { fa: 'داده‌ها و سنجه‌ها برای ابزارهای دیگر', en: 'facts and measures for other tools' },

  'argument.directory': { fa: 'پوشه', en: 'folder' },
  'argument.package': { fa: 'پوشهٔ CSV یا کارپوشهٔ برنامه', en: 'folder of CSV files, or workbook' },
  'argument.file': { fa: 'پرونده', en: 'file' },
  'argument.files': { fa: 'پرونده‌ها؛ بی آن: صندوق ورودی', en: 'files; without them the inbox' },
  'argument.code': { fa: 'کد گره، پروژه، واحد یا برنامه', en: 'code of a node, project, department or plan' },
  'argument.period': { fa: 'دوره، مانند 1399-06', en: 'period, such as 1399-06' },
} as const;
