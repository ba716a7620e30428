/** What each key means, in both languages: the comments of the file that `payesh init` writes. */
export const ABOUT: Record<string, { fa: string; en: string }> = {
  organisation: { fa: 'نام سازمان، بالای همهٔ گزارش‌ها', en: 'name of the organisation, above every report' },
  calendar: { fa: 'تقویم دوره‌ها', en: 'calendar of the periods' },
  year_start_month: {
    fa: 'ماه آغاز سال مالی در همان تقویم',
    en: 'month in which the fiscal year starts, in that calendar',
  },
  time_zone: {
    fa: 'منطقهٔ زمانی برای مهلت‌ها و زمان‌بندی',
    en: 'time zone of deadlines and of the schedule',
  },
  language: { fa: 'زبان گزارش‌ها و پیام‌ها', en: 'language of reports and messages' },
  currency: {
    fa: 'پول ذخیره‌شده؛ مبلغ‌ها همیشه ریالِ صحیح‌اند',
    en: 'the stored currency; amounts are always whole rials',
  },
  display_unit: { fa: 'واحد نمایش مبلغ‌ها در گزارش‌ها', en: 'unit in which reports show amounts' },
  report: { fa: 'نمای گزارش‌ها', en: 'how reports look' },
  'report.font': {
    fa: 'قلم کارپوشه‌ها؛ باید روی رایانهٔ خوانندگان باشد',
    en: "font of the workbooks; it must be on the readers' computers",
  },
  'report.digits': { fa: 'رقم‌های گزارش فارسی', en: 'digits of a Persian report' },
  'report.logo': { fa: 'نشان سازمان بالای برگهٔ خلاصه', en: 'logo above the summary' },
  'report.office': {
    fa: 'برنامهٔ LibreOffice که PDF خلاصهٔ یک‌برگی را می‌سازد',
    en: 'the LibreOffice program that makes the PDF of the brief',
  },
  'report.signatures': {
    fa: 'سمت‌هایی که خلاصه، بسته‌ها و کارپوشهٔ واحدها را امضا می‌کنند',
    en: "roles that sign the summary, the packs and the departments' workbooks",
  },
  headline: { fa: 'درصدهای سرخط گزارش', en: 'the headline percentages' },
  'headline.scope': { fa: 'دامنه: کل برنامه، سال یا ماه', en: 'scope: the whole plan, the year or the month' },
  'headline.spending': {
    fa: 'هزینه: پرداخت‌شده، کار تأییدشده یا تعهدشده',
    en: 'spending: paid, certified work or committed',
  },
  'headline.budget': { fa: 'بودجه: با اصلاحیه‌ها یا مصوب نخستین', en: 'budget: as amended or as first approved' },
  'headline.denominator': { fa: 'مخرج: اعتبار مصوب یا تخصیص‌یافته', en: 'denominator: approved or allocated credit' },
  thresholds: { fa: 'آستانه‌ها؛ روی گزارش چاپ می‌شوند', en: 'thresholds; they are printed on the reports' },
  'thresholds.physical_points': {
    fa: 'انحراف فیزیکی یک پروژه از برنامه که «عقب» یا «جلو» شمرده می‌شود (واحد درصد)',
    en: "a project's physical deviation that counts as behind or ahead (points of percent)",
  },
  'thresholds.gap_points': {
    fa: 'شکاف پول از کار: مرز هشدار و مرز جدی (واحد درصد)',
    en: 'gap of money before work: bounds of warning and of serious (points of percent)',
  },
  'thresholds.ratio_bands': {
    fa: 'تحقق: کمتر از نخستین جدی، کمتر از دومین هشدار (نسبت)',
    en: 'realization: below the first serious, below the second a warning (ratio)',
  },
  mix: { fa: 'یک رقم فیزیکی از پروژه‌ها و شاخص‌ها', en: 'one physical figure from projects and indicators' },
  'mix.indicators': {
    fa: 'سهم دستیابی شاخص‌ها در رقم آمیخته؛ ۰ یعنی تنها پروژه‌ها',
    en: 'share of indicator attainment in the mixed figure; 0 = projects only',
  },
  scorecard: {
    fa: 'کارنامهٔ واحدها: وزن اجزا، با هر مقیاسی؛ ۰ یعنی به حساب نیاید',
    en: 'department scorecard: weights of the components, any scale; 0 = not counted',
  },
  'scorecard.physical': { fa: 'کار انجام‌شده', en: 'work done' },
  'scorecard.money_ahead': { fa: 'پول جلوتر از کار', en: 'money ahead of work' },
  'scorecard.verified': { fa: 'سهم تأییدشده از پیشرفت', en: 'verified share of progress' },
  'scorecard.indicators': { fa: 'شاخص‌ها', en: 'indicators' },
  'scorecard.on_time': { fa: 'به‌موقع بودن', en: 'on time' },
  'scorecard.complete': { fa: 'کامل بودن', en: 'complete' },
  'scorecard.first_pass': { fa: 'پذیرش بی‌برگشت', en: 'first-pass acceptance' },
  'scorecard.restatement': { fa: 'اصلاح‌های بعدی', en: 'later restatements' },
  'scorecard.progress': {
    fa: 'پیشرفتی که در کارنامه به حساب می‌آید: reported = گزارش‌شده، verified = تنها تأییدشده (تأییدنشده صفر است)',
    en: 'progress that the scorecard counts: reported, or verified = only what was verified (what was not counts 0)',
  },
  control: { fa: 'کنترل پروژه: فهرست‌های بحرانی', en: 'project control: critical lists' },
  'control.stopped_periods': {
    fa: 'پروژه‌ای که پیشرفتش این چند بار پیاپی بی‌تغییر گزارش شده متوقف شمرده می‌شود',
    en: 'a project whose progress was reported so many times without a move counts as stopped',
  },
  'control.over_cost_points': {
    fa: 'هزینهٔ برآوردی بیش از بودجه، از این واحد درصد به بالا',
    en: 'estimated cost above the budget by more than these points of percent',
  },
  checks: {
    fa: 'پرسش دربارهٔ رقم‌ها: از کجا به بعد پرسیده می‌شود (docs/checks.md)',
    en: 'questions about figures: from when on they are asked (docs/checks.md)',
  },
  'checks.over_budget_percent': {
    fa: 'هزینه بیش از این درصد بالاتر از بودجهٔ مصوب',
    en: 'spending above the approved budget by more than this percent',
  },
  'checks.order_percent': {
    fa: 'هزینه بالاتر از تخصیص یا تعهد، یا تخصیص بالاتر از مصوب، بیش از این درصد',
    en: 'spent above allocated or committed, or allocated above approved, by more than this percent',
  },
  'checks.committed_percent': {
    fa: 'تعهد بالاتر از بودجهٔ سال بیش از این درصد (قراردادها از سال بلندترند)',
    en: 'committed above the year’s budget by more than this percent (contracts outlast the year)',
  },
  'checks.done_spending_percent': {
    fa: 'هزینه پس از پایان یا لغو، درصد از بودجه',
    en: 'spending after completion or cancellation, in percent of the budget',
  },
  'checks.idle_spending_percent': {
    fa: 'هزینهٔ بدون هیچ پیشرفت (پس از کسر پیش‌پرداخت)، درصد از بودجه',
    en: 'spending net of advances without any progress, in percent of the budget',
  },
  'checks.jump_points': {
    fa: 'جهش پیشرفت در یک ماه (واحد درصد)، مگر برنامه چنین باشد',
    en: 'rise of progress in one month, in points, unless planned',
  },
  'checks.late_months': {
    fa: 'ماه‌هایی پس از پایان برنامه که پروژه هنوز می‌تواند پیش برود',
    en: 'months after its planned end in which a project may still move',
  },
  'checks.late_points': { fa: 'پیشرفت پس از آن (واحد درصد)', en: 'movement after that, in points' },
  'checks.unchanged_periods': {
    fa: 'گزارش‌های پیاپی با همان پیشرفت و هزینه',
    en: 'reports in a row with the same progress and spending',
  },
  'checks.ninety_periods': {
    fa: 'گزارش‌های پیاپی بالای ۹۰ درصد و ناتمام',
    en: 'reports in a row at 90 percent or more without being done',
  },
  'checks.copied_percent': {
    fa: 'سطرهایی که ماه پیش را تکرار می‌کنند، درصد از پرونده',
    en: 'rows that repeat last month, in percent of the sheet',
  },
  'checks.copied_rows': { fa: 'کمترین سطر برای آن', en: 'rows that are needed for that' },
  'checks.slip_ratio': {
    fa: 'رقمی که این چند برابرِ رقم پیش است شاید واحد دیگری داشته باشد',
    en: 'a figure so many times what stood there before may be in another unit',
  },
  'checks.round_percent': {
    fa: 'ده‌تایی‌های گرد در میان درصدهای یک پرونده، درصد',
    en: 'round tens among the percentages of a file, in percent',
  },
  'checks.round_rows': { fa: 'کمترین درصدهای لازم برای آن', en: 'percentages that are needed for that' },
  'checks.deviations': {
    fa: 'فاصله از میانه به پراکندگی مقاوم (MAD)، از پروژه‌های هم‌تراز یا گذشتهٔ خود',
    en: 'robust deviations (median, MAD) from comparable projects or the own history',
  },
  'checks.comparables': { fa: 'کمترین پروژهٔ هم‌تراز', en: 'comparable projects that are needed' },
  'checks.own_figures': { fa: 'کمترین رقم پیشین خود', en: 'own earlier figures that are needed' },
  questions: { fa: 'پرسش از واحدها دربارهٔ رقم‌ها', en: 'questions to departments about their figures' },
  'questions.escalate_after': {
    fa: 'پرسشی که این چند ماه بی‌پاسخ بماند در گزارش مدیر می‌آید',
    en: 'a question unanswered for so many months stands in the report to the manager',
  },
  feedback: {
    fa: 'بازخورد راهبردی: قاعده‌ها؛ همراه نتیجه چاپ می‌شوند',
    en: 'strategic feedback: rules; printed with the result',
  },
  'feedback.periods': { fa: 'چند دورهٔ پیاپی باید برقرار باشد', en: 'periods in a row in which a rule must hold' },
  'feedback.weak_points': {
    fa: 'ضعف: تحقق فیزیکی این‌قدر کمتر از برنامه (واحد درصد)',
    en: 'weakness: physical realization so far below what was due (points of percent)',
  },
  'feedback.strong_points': {
    fa: 'قوت: تحقق فیزیکی این‌قدر بیش از کل برنامه (واحد درصد)',
    en: 'strength: physical realization so far above that of the whole (points of percent)',
  },
  'feedback.funded_percent': {
    fa: 'پول‌گرفتهٔ ایستا: دست‌کم این درصد از پول موعدرسیده تخصیص یا هزینه شده',
    en: 'funded staller: at least so much of the money due released or spent (percent)',
  },
  'feedback.behind_points': {
    fa: 'پول‌گرفتهٔ ایستا: کار سال این‌قدر عقب (واحد درصد)',
    en: "funded staller: the year's work so far behind (points of percent)",
  },
  'feedback.moved_percent': {
    fa: 'پول‌گرفتهٔ ایستا: پیشرفت ماه حداکثر این درصد از برنامهٔ ماه',
    en: "funded staller: the month's progress at most so much of the month's plan (percent)",
  },
  'feedback.winner_percent': {
    fa: 'پیشرو کم‌اعتبار: دست‌کم این درصد از کار موعدرسیده انجام شده',
    en: 'starved winner: at least so much of the work due done (percent)',
  },
  'feedback.starved_percent': {
    fa: 'پیشرو کم‌اعتبار: پول حداکثر این درصدِ پول موعدرسیده',
    en: 'starved winner: at most so much of the money due (percent)',
  },
  'feedback.shift_percent': {
    fa: 'پیشنهاد اعتبار: بیشترین درصدی از اعتبار یک طرح که جابه‌جا می‌شود',
    en: "proposed credit: the most of a scheme's credit that moves (percent)",
  },
  weights: { fa: 'وزن‌ها', en: 'weights' },
  'weights.blank': {
    fa: 'وقتی وزن همهٔ هم‌رده‌ها خالی است: برابر، یا به نسبت بودجه',
    en: 'when all sibling weights are blank: equal, or by budget',
  },
  quantity_cap: {
    fa: 'مازاد مقدار تا این نسبت در جمع‌ها به حساب می‌آید',
    en: 'a surplus of a quantity counts up to this ratio in roll-ups',
  },
  deadline: { fa: 'مهلت ارسال گزارش هر ماه', en: "deadline of a month's submissions" },
  'deadline.day': { fa: 'روز ماه بعد', en: 'day of the next month' },
  'deadline.grace_days': {
    fa: 'روزهای مهلت اضافه؛ پس از آن ماه بسته و گزارش می‌شود',
    en: 'days of grace; then the month is closed and reported',
  },
  calendar_days: {
    fa: 'روزهای تعطیل: مهلت و پایان مهلت اضافه که در تعطیلی بیفتد به روز کاری بعد می‌رود',
    en: 'days off: a deadline or an end of grace that falls on one moves to the next working day',
  },
  'calendar_days.weekend': {
    fa: 'تعطیلی هفتگی؛ null یعنی پنجشنبه و جمعه (در تقویم میلادی شنبه و یکشنبه)، [] یعنی هیچ',
    en: 'weekend; null = Thursday and Friday (in a Gregorian calendar Saturday and Sunday), [] = none',
  },
  'calendar_days.holidays': {
    fa: 'تعطیلی‌های دیگر؛ فهرست بلند را در data/holidays.csv بگذارید، هر سطر یک روز',
    en: 'other holidays; a long list belongs into data/holidays.csv, one day a line',
  },
  money_unit: {
    fa: 'واحد پول برگه‌هایی که واحد را ننوشته‌اند؛ null یعنی برگه باید خودش بنویسد',
    en: 'unit of money of sheets that name none; null = the sheet must say',
  },
  atomic: { fa: 'true: یک خطا همهٔ پرونده را برمی‌گرداند', en: 'true: one error sends the whole file back' },
  jobs: {
    fa: 'زمان بیدار شدن کارها (cron)؛ اینکه چه کاری سررسید شده از پایگاه داده معلوم می‌شود',
    en: 'when the jobs wake up (cron); what is due is known from the database',
  },
  'jobs.ingest': { fa: 'برداشتن پرونده‌های رسیده', en: 'take what arrived in the inbox' },
  'jobs.month': { fa: 'بستن و گزارش ماه‌های سررسیده', en: 'close and report the months that are due' },
  'jobs.template': {
    fa: 'فرم‌های ماه جاری در data/outbox، ماهی یک بار در آغاز ماه',
    en: 'forms of the running month into data/outbox, once at its start',
  },
  'jobs.reminder': {
    fa: 'یادآوری به واحدها در روزهای reminders.days، هر نوبت یک بار',
    en: 'reminders to the departments on the days of reminders.days, each occasion once',
  },
  'jobs.backup': { fa: 'نسخهٔ پشتیبان، روزی یک بار', en: 'backup, once a day' },
  'jobs.mail': {
    fa: 'فرستادن رایانامه‌های صف، اگر mail تنظیم شده باشد',
    en: 'send the queued mail, where mail is set up',
  },
  reminders: {
    fa: 'یادآوری آنچه هنوز نرسیده، در data/outbox و اگر mail.departments روشن باشد با رایانامه',
    en: 'reminders of what is missing, in data/outbox and, where mail.departments is on, by mail',
  },
  'reminders.days': {
    fa: 'روزها نسبت به مهلت: -3 سه روز پیش، 0 همان روز، 2 دو روز پس از آن',
    en: 'days counted from the deadline: -3 = three days before, 0 = on the day, 2 = two days after',
  },
  logs: { fa: 'گزارش رویدادهای سرویس در data/logs', en: 'the log of the service in data/logs' },
  'logs.files': { fa: 'چند پرونده نگه داشته شود', en: 'how many files are kept' },
  'logs.megabytes': { fa: 'بزرگی هر پرونده (مگابایت)', en: 'size of each file (megabytes)' },
  backup: {
    fa: 'نگهداری نسخه‌های پشتیبان زمان‌بند؛ پایان هر سال مالی همیشه می‌ماند',
    en: 'which scheduled backups are kept; the last of each fiscal year always is',
  },
  'backup.days': { fa: 'آخرین نسخهٔ هر روز، برای این تعداد روز', en: 'the last of each day, for so many days' },
  'backup.months': { fa: 'آخرین نسخهٔ هر ماه، برای این تعداد ماه', en: 'the last of each month, for so many months' },
  watch: { fa: 'چه زمانی payesh status هشدار می‌دهد', en: 'when payesh status warns' },
  'watch.hours_without_run': {
    fa: 'سرویس این تعداد ساعت صندوق ورودی را برنداشته',
    en: 'the service has not taken the inbox for so many hours',
  },
  'watch.hours_without_backup': {
    fa: 'آخرین نسخهٔ پشتیبان از این تعداد ساعت قدیمی‌تر است',
    en: 'the last backup is older than so many hours',
  },
  'watch.free_megabytes': { fa: 'جای خالی دیسک کمتر از این است (مگابایت)', en: 'less free disk space (megabytes)' },
  limits: { fa: 'سقف‌ها، برای پرونده‌های بیمار', en: 'limits, against sick files' },
  'limits.file_megabytes': { fa: 'بزرگ‌ترین پرونده (مگابایت)', en: 'largest file (megabytes)' },
  'limits.rows_per_sheet': { fa: 'بیشترین سطر در یک برگه', en: 'most rows in a sheet' },
  'limits.findings_per_file': { fa: 'بیشترین یافته در گزارش یک پرونده', en: 'most findings told for one file' },
  'limits.files_per_department': {
    fa: 'بیشترین پروندهٔ یک واحد پشت سر هم؛ سپس نوبت واحدهای دیگر است',
    en: 'most files of one department in a row; then it is the turn of the others',
  },
  'limits.parse_seconds': { fa: 'بیشترین زمان خواندن یک پرونده (ثانیه)', en: 'longest reading of one file (seconds)' },
  'limits.settle_seconds': {
    fa: 'پرونده‌ای که در این چند ثانیه نوشته شده هنوز ناتمام شمرده می‌شود و در نوبت بعد خوانده می‌شود (ثانیه)',
    en: 'a file written to within this time counts as unfinished and is taken at the next round (seconds)',
  },
};
