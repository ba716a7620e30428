import type { FindingText } from '../../finding.js';

/** What can be wrong with the mapping of one plan to the next. */
export const PLAN_CROSSWALK_FINDINGS = {
  PLAN_UNKNOWN_MAPPED: {
    severity: 'error',
    fa: 'گره یا شاخصی با کد {value} (ستون {column} جدول {table}) تعریف نشده است.',
    en: 'No node or indicator has the code {value} (column {column} of the table {table}).',
    remedyFa: 'کد را اصلاح کنید؛ نگاشت میان گره‌ها یا میان شاخص‌هاست.',
    remedyEn: 'Correct the code; the crosswalk maps nodes to nodes and indicators to indicators.',
  },
  PLAN_CROSSWALK_ORDER: {
    severity: 'error',
    fa: 'برنامهٔ {toPlan} پس از برنامهٔ {fromPlan} آغاز نمی‌شود؛ نگاشت از برنامهٔ پیشین به برنامهٔ بعدی است.',
    en: 'Plan {toPlan} does not start after plan {fromPlan}; a crosswalk leads from the earlier to the later.',
    remedyFa: 'ستون‌های from_plan و to_plan را جابه‌جا یا اصلاح کنید.',
    remedyEn: 'Exchange or correct from_plan and to_plan.',
  },
  PLAN_CROSSWALK_ELSEWHERE: {
    severity: 'error',
    fa: 'کد {value} از برنامهٔ {plan} نیست.',
    en: 'The code {value} does not belong to plan {plan}.',
    remedyFa: 'کد یا برنامه را اصلاح کنید؛ شاخص باید به گره یا پروژه‌ای از آن برنامه پیوند داشته باشد.',
    remedyEn: 'Correct the code or the plan; an indicator has to be linked to a node or project of it.',
  },
  PLAN_CROSSWALK_KINDS: {
    severity: 'error',
    fa: '{fromCode} و {toCode} از یک جنس نیستند: گره به گره و شاخص به شاخص نگاشته می‌شود.',
    en: '{fromCode} and {toCode} are not of one kind: nodes map to nodes, indicators to indicators.',
    remedyFa: 'یکی از دو کد را اصلاح کنید.',
    remedyEn: 'Correct one of the two codes.',
  },
  PLAN_CROSSWALK_ABOVE_100: {
    severity: 'error',
    fa: 'جمع سهم‌های {fromCode} در برنامهٔ {toPlan} برابر {sum} است و از ۱۰۰ می‌گذرد.',
    en: 'The shares of {fromCode} in plan {toPlan} sum to {sum}, above 100.',
    remedyFa: 'سهم‌ها را اصلاح کنید؛ جمع کمتر از ۱۰۰ یعنی بخشی ادامه نیافته است.',
    remedyEn: 'Correct the shares; a sum below 100 says that a part was not taken up.',
  },
  PLAN_CROSSWALK_BLANK: {
    severity: 'info',
    fa: 'سهم {count} ردیف از {fromCode} خالی است؛ هر یک {share} درصد فرض شد (بخش برابر از آنچه مانده است).',
    en: 'The share of {count} rows of {fromCode} is blank; each is assumed to be {share} percent (an equal part of what is left).',
    remedyFa: 'اگر این خواستهٔ شما نیست، سهم را بنویسید.',
    remedyEn: 'If this is not meant, write the share.',
  },
} satisfies Record<string, FindingText>;
