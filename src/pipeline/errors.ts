import { nearest } from '../check/submission/nearest.js';
import { PayeshError } from '../domain/error.js';
import { codeKey } from '../domain/text/normalise.js';

/** Faults that several commands meet, each with its remedy. */
export const noPlan = () =>
  new PayeshError('NO_PLAN', {
    fa: 'هنوز برنامه‌ای در این فضای کار بارگذاری نشده است.',
    en: 'No plan has been loaded in this workspace yet.',
    remedyFa: 'نخست برنامه را وارد کنید: payesh plan import پوشه. گزارش‌های صندوق ورودی دست‌نخورده می‌مانند.',
    remedyEn: 'Import the plan first: payesh plan import FOLDER. The files in the inbox stay where they are.',
  });

export const noFacts = () =>
  new PayeshError('NO_FACTS', {
    fa: 'هنوز هیچ گزارشی پذیرفته نشده است، پس دوره‌ای برای گزارش نیست.',
    en: 'No report has been accepted yet, so there is no period to report on.',
    remedyFa: 'گزارش واحدها را در data/inbox بگذارید و payesh ingest را اجرا کنید، یا دوره را با --period بدهید.',
    remedyEn: 'Put the departments’ files into data/inbox and run payesh ingest, or name the period with --period.',
  });

export const unknownPlan = (plan: string, known: readonly string[]) =>
  new PayeshError(
    'UNKNOWN_PLAN',
    {
      fa: `برنامه‌ای با کد «${plan}» نیست.`,
      en: `There is no plan ${plan}.`,
      remedyFa: `کدهای شناخته‌شده: ${known.join('، ')}`,
      remedyEn: `Known plans: ${known.join(', ')}.`,
    },
    2,
  );

/** A code that nothing carries, with the one that a slip of the keyboard away could have been meant. */
export const unknownCode = (code: string, known: Iterable<string>) => {
  const codes = new Map([...known].map((each) => [codeKey(each), each]));
  const near = codes.get(nearest(codeKey(code), codes.keys()) ?? '');
  return new PayeshError(
    'UNKNOWN_CODE',
    {
      fa: `کد «${code}» در این برنامه و دوره نیست.`,
      en: `The code ${code} is not in this plan and period.`,
      remedyFa: `${near ? `شاید ${near}؟ ` : ''}کد را با payesh realization یا payesh plan export ببینید.`,
      remedyEn: `${near ? `Perhaps ${near}? ` : ''}See the codes with payesh realization or payesh plan export.`,
    },
    2,
  );
};

export const noDepartmentReport = (department: string, period: string) =>
  new PayeshError('NO_DEPARTMENT_REPORT', {
    fa: `واحد «${department}» در دورهٔ ${period} پروژه، شاخص یا پرونده‌ای ندارد، پس کارپوشه‌ای هم ندارد.`,
    en: `The department ${department} has no project, indicator or file in ${period}, so it has no workbook.`,
    remedyFa: 'واحدهای موعددار را با payesh status ببینید.',
    remedyEn: 'See the departments that are due with payesh status.',
  });

export const noPeriodToReplay = (from: string, to: string) =>
  new PayeshError(
    'NO_PERIOD_TO_REPLAY',
    {
      fa: `از ${from} تا ${to} دوره‌ای با گزارش پذیرفته‌شده نیست.`,
      en: `No period from ${from} to ${to} has an accepted report.`,
      remedyFa: 'دوره‌ها را با payesh status ببینید و --from یا --period را درست کنید.',
      remedyEn: 'See the periods with payesh status and correct --from or --period.',
    },
    2,
  );

export const unknownAppeal = (appeal: number) =>
  new PayeshError(
    'UNKNOWN_APPEAL',
    {
      fa: `اعتراضی با شمارهٔ ${appeal} ثبت نشده است.`,
      en: `There is no appeal number ${appeal}.`,
      remedyFa: 'شماره‌ها را با payesh scorecard appeals ببینید.',
      remedyEn: 'See the numbers with payesh scorecard appeals.',
    },
    2,
  );

export const unknownQuestion = (question: number | string) =>
  new PayeshError(
    'UNKNOWN_QUESTION',
    {
      fa: `پرسشی با شمارهٔ ${typeof question === 'number' ? `Q${question}` : question} ثبت نشده است.`,
      en: `There is no question ${typeof question === 'number' ? `Q${question}` : question}.`,
      remedyFa: 'شماره‌ها را با payesh questions ببینید.',
      remedyEn: 'See the numbers with payesh questions.',
    },
    2,
  );

export const notAnswered = (question: number) =>
  new PayeshError(
    'QUESTION_NOT_ANSWERED',
    {
      fa: `پرسش Q${question} پاسخی ندارد که رد شود.`,
      en: `Question Q${question} has no answer to reject.`,
      remedyFa: 'وضعیت پرسش را با payesh questions ببینید.',
      remedyEn: 'See its state with payesh questions.',
    },
    2,
  );

export const badTotal = (typed: string) =>
  new PayeshError(
    'BAD_TOTAL',
    {
      fa: `«${typed}» مبلغی به ریال صحیح نیست.`,
      en: `"${typed}" is not an amount of whole rials.`,
      remedyFa: 'جمع اعتبار سال بعد را به ریال بنویسید: --total 35000000000000',
      remedyEn: "Write next year's total credit in rials: --total 35000000000000",
    },
    2,
  );

export const notInFeedback = (item: string, code: string, period: string) =>
  new PayeshError(
    'NOT_IN_FEEDBACK',
    {
      fa: `در بازخورد دورهٔ ${period} موردی از نوع ${item} برای کد ${code} نیست.`,
      en: `The feedback of ${period} holds no ${item} for the code ${code}.`,
      remedyFa: `موردها را با payesh feedback --period ${period} --json ببینید.`,
      remedyEn: `See the items with payesh feedback --period ${period} --json.`,
    },
    2,
  );

export const noCrosswalk = () =>
  new PayeshError(
    'NO_CROSSWALK',
    {
      fa: 'برنامه‌ها نگاشتی به هم ندارند.',
      en: 'No crosswalk leads from one plan to another.',
      remedyFa: 'جدول crosswalk را به بستهٔ برنامه بیفزایید، یا دو برنامه را با --from و --to نام ببرید.',
      remedyEn: 'Add the table crosswalk to the plan package, or name two plans with --from and --to.',
    },
    2,
  );

export const blankText = (option: string) =>
  new PayeshError(
    'BLANK_TEXT',
    {
      fa: `متن «${option}» خالی است.`,
      en: `The text of ${option} is blank.`,
      remedyFa: 'یک جمله بنویسید؛ در سابقه می‌ماند.',
      remedyEn: 'Write a sentence; it stays on record.',
    },
    2,
  );

export const unknownLevel = (level: string, known: readonly string[]) =>
  new PayeshError(
    'UNKNOWN_LEVEL',
    {
      fa: `سطح «${level}» در این برنامه نیست.`,
      en: `The plan has no level ${level}.`,
      remedyFa: `سطح‌ها: ${known.join('، ')}`,
      remedyEn: `Levels: ${known.join(', ')}.`,
    },
    2,
  );

export const badPeriod = (period: string) =>
  new PayeshError(
    'BAD_PERIOD',
    {
      fa: `«${period}» دوره نیست.`,
      en: `${period} is not a period.`,
      remedyFa: 'دوره را مانند 1399-06 بنویسید (1398-13 یعنی تفریغ سال ۱۳۹۸).',
      remedyEn: 'Write a period as 1399-06 (1398-13 is the settlement of 1398).',
    },
    2,
  );

export const noPlanAt = (period: string) =>
  new PayeshError('NO_PLAN_AT', {
    fa: `برای دورهٔ ${period} نسخه‌ای از برنامه در کار نبوده است.`,
    en: `No version of a plan was in force at ${period}.`,
    remedyFa: 'دورهٔ دیگری بدهید، یا برنامه را با --effective زودتری وارد کنید.',
    remedyEn: 'Name another period, or import the plan with an earlier --effective.',
  });

const periodOutside = (en: string, fa: string, first: string, last: string) =>
  new PayeshError(
    'PERIOD_OUTSIDE_PLAN',
    {
      fa,
      en,
      remedyFa: `با --period دوره‌ای از ${first} تا ${last} بدهید.`,
      remedyEn: `Name a period from ${first} to ${last} with --period.`,
    },
    2,
  );

export const outsidePlan = (period: string, plan: string, first: string, last: string) =>
  periodOutside(
    `The period ${period} is outside the years of plan ${plan}.`,
    `دورهٔ ${period} بیرون از سال‌های برنامهٔ ${plan} است.`,
    first,
    last,
  );

export const outsideAllPlans = (period: string, first: string, last: string) =>
  periodOutside(
    `No plan of this workspace covers the period ${period}.`,
    `هیچ برنامهٔ این فضای کار دورهٔ ${period} را در بر ندارد.`,
    first,
    last,
  );

export const planNotInForce = (plan: string, period: string, from: string) =>
  new PayeshError(
    'PLAN_NOT_IN_FORCE',
    {
      fa: `برنامهٔ ${plan} در دورهٔ ${period} در کار نیست؛ از ${from} در کار است.`,
      en: `Plan ${plan} is not in force at ${period}; it is in force from ${from}.`,
      remedyFa: `دوره را نام ببرید: --period ${from}`,
      remedyEn: `Name the period: --period ${from}`,
    },
    2,
  );

/** A code of the plan that has no figure of its own here: an indicator, or a project of a year outside the scope. */
export const noFigure = (code: string) =>
  new PayeshError(
    'NO_FIGURE',
    {
      fa: `کد «${code}» در برنامه هست، ولی در این دامنه و دوره رقمی ندارد.`,
      en: `The code ${code} is in the plan, but has no figure in this scope and period.`,
      remedyFa: `داده‌هایش را با payesh facts --code ${code} ببینید، یا --period یا --scope دیگری بدهید.`,
      remedyEn: `See its facts with payesh facts --code ${code}, or name another --period or --scope.`,
    },
    2,
  );

export const noProjects = ({ fa, en }: { fa: string; en: string }) =>
  new PayeshError(
    'NO_PROJECTS',
    {
      fa,
      en,
      remedyFa: 'دورهٔ دیگری با --period یا دامنهٔ دیگری با --scope بدهید.',
      remedyEn: 'Name another period with --period or another scope with --scope.',
    },
    2,
  );

export const noEdition = (period: string, edition: number, latest: number) =>
  new PayeshError(
    'NO_EDITION',
    {
      fa: `دورهٔ ${period} ویرایش ${edition} ندارد.`,
      en: `The period ${period} has no edition ${edition}.`,
      remedyFa: latest > 0 ? `آخرین ویرایش آن ${latest} است.` : 'هنوز گزارشی از آن نوشته نشده است: payesh report',
      remedyEn: latest > 0 ? `Its newest edition is ${latest}.` : 'No report of it was written yet: payesh report',
    },
    2,
  );

export const nothingKnown = (instant: string) =>
  new PayeshError(
    'NOTHING_KNOWN',
    {
      fa: `در ${instant} هنوز هیچ گزارشی پذیرفته نشده بود.`,
      en: `No report had been accepted yet at ${instant}.`,
      remedyFa: 'لحظه‌ای دیرتر، یا یک دوره بدهید.',
      remedyEn: 'Name a later instant, or a period.',
    },
    2,
  );

export const sinceLater = () =>
  new PayeshError(
    'SINCE_LATER',
    {
      fa: 'آغاز مقایسه (--since) دیرتر از چیزی است که با آن سنجیده می‌شود.',
      en: 'What --since names is later than what it is compared with.',
      remedyFa: 'دوره، ویرایش یا لحظه‌ای زودتر بدهید.',
      remedyEn: 'Name an earlier period, edition or instant.',
    },
    2,
  );

export const notTogether = (first: string, second: string) =>
  new PayeshError(
    'NOT_TOGETHER',
    {
      fa: `گزینه‌های ${first} و ${second} با هم به کار نمی‌روند.`,
      en: `${first} and ${second} cannot be used together.`,
      remedyFa: 'یکی را بردارید. فهرست پروژه‌های یک گره یا واحد: --level project همراه --node یا --department',
      remedyEn: 'Leave one out. For the projects of a node or department: --level project with --node or --department',
    },
    2,
  );

export const blankReason = () =>
  new PayeshError(
    'BLANK_REASON',
    {
      fa: 'دلیل بازگشایی خالی است.',
      en: 'The reason for reopening is blank.',
      remedyFa: 'دلیل را بنویسید؛ ثبت می‌شود: --reason "اصلاح هزینهٔ R03"',
      remedyEn: 'Write the reason; it is recorded: --reason "correction of R03’s spending"',
    },
    2,
  );

export const serviceRuns = () =>
  new PayeshError('SERVICE_RUNS', {
    fa: 'سرویس این فضای کار در حال کار است.',
    en: 'The service of this workspace is running.',
    remedyFa: 'نخست آن را متوقف کنید (systemctl stop payesh یا SIGTERM) و دوباره اجرا کنید.',
    remedyEn: 'Stop it first (systemctl stop payesh, or SIGTERM) and run again.',
  });

export const outputExists = (path: string) =>
  new PayeshError(
    'OUTPUT_EXISTS',
    {
      fa: `«${path}» از پیش هست.`,
      en: `${path} exists already.`,
      remedyFa: 'نام دیگری بدهید؛ روی پرونده‌ای نوشته نمی‌شود.',
      remedyEn: 'Give another name; no file is written over.',
    },
    2,
  );

const FILE_FAULTS = {
  missing: { fa: 'نیست', en: 'does not exist' },
  folder: { fa: 'پوشه است', en: 'is a folder' },
  special: { fa: 'پروندهٔ معمولی نیست (پیوند یا دستگاه)', en: 'is not a regular file (a link or a device)' },
};

export type FileFault = keyof typeof FILE_FAULTS;

/** Every named file that cannot be read, at once; nothing was taken. */
export const unusableFiles = (faults: readonly { path: string; fault: FileFault }[]) =>
  new PayeshError(
    'UNUSABLE_FILE',
    {
      fa: `${faults.map(({ path, fault }) => `${path} ${FILE_FAULTS[fault].fa}`).join('؛ ')}؛ هیچ پرونده‌ای خوانده نشد.`,
      en: `${faults.map(({ path, fault }) => `${path} ${FILE_FAULTS[fault].en}`).join('; ')}; no file was read.`,
      remedyFa: 'نشانی خود پرونده را بنویسید؛ برای یک پوشه، پرونده‌هایش را نام ببرید یا در data/inbox بگذارید.',
      remedyEn: 'Name the file itself; of a folder, name its files or put them into data/inbox.',
    },
    2,
  );

export const noMail = () =>
  new PayeshError(
    'NO_MAIL',
    {
      fa: 'رایانامه در payesh.config.json تنظیم نشده است.',
      en: 'Mail is not set up in payesh.config.json.',
      remedyFa: 'کلید mail را با host، from و recipients بنویسید؛ نمونه در همان پرونده و در docs/operations.md.',
      remedyEn:
        'Write the key mail with host, from and recipients; an example stands in that file and in docs/operations.md.',
    },
    2,
  );
