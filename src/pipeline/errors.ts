import { PayeshError } from '../domain/error.js';

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

export const unknownCode = (code: string) =>
  new PayeshError(
    'UNKNOWN_CODE',
    {
      fa: `کد «${code}» در این برنامه و دوره نیست.`,
      en: `The code ${code} is not in this plan and period.`,
      remedyFa: 'کد را با payesh realization یا payesh plan export ببینید.',
      remedyEn: 'See the codes with payesh realization or payesh plan export.',
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
