import type { FindingText } from '../../finding.js';

/** The plan's years, its tree, weights and year shares. */
export const PLAN_TREE_FINDINGS = {
  PLAN_YEARS_REVERSED: {
    severity: 'error',
    fa: 'سال پایان برنامهٔ {plan} ({lastYear}) پیش از سال شروع آن ({firstYear}) است.',
    en: 'Plan {plan} ends in {lastYear}, before it starts in {firstYear}.',
    remedyFa: 'سال شروع و پایان برنامه را اصلاح کنید.',
    remedyEn: 'Correct the first and the last year of the plan.',
  },
  PLAN_HORIZON_EARLY: {
    severity: 'warning',
    fa: 'سال افق ({horizonYear}) پیش از پایان برنامه ({lastYear}) است.',
    en: 'The horizon ({horizonYear}) lies before the end of the plan ({lastYear}).',
    remedyFa: 'سال افق را بررسی کنید.',
    remedyEn: 'Check the year of the horizon.',
  },
  PLAN_WITHOUT_NODES: {
    severity: 'warning',
    fa: 'برنامهٔ {plan} هیچ گره‌ای ندارد؛ برای آن رقمی حساب نمی‌شود.',
    en: 'Plan {plan} has no nodes; no figure can be computed for it.',
    remedyFa: 'گره‌های آن را به جدول nodes بیفزایید.',
    remedyEn: 'Add its nodes to the table nodes.',
  },
  PLAN_PARENT_OF_OTHER_PLAN: {
    severity: 'error',
    fa: 'گرهٔ {node} از برنامهٔ {plan} است ولی والد آن {parent} از برنامهٔ {other} است.',
    en: 'Node {node} belongs to plan {plan}, but its parent {parent} belongs to plan {other}.',
    remedyFa: 'ستون plan یا parent را اصلاح کنید تا هر دو از یک برنامه باشند.',
    remedyEn: 'Correct the column plan or parent, so that both belong to one plan.',
  },
  PLAN_PROJECT_ABOVE_LEAF: {
    severity: 'error',
    fa: 'پروژهٔ {project} زیر گرهٔ {node} آمده است، ولی این گره خود زیرگره دارد.',
    en: 'Project {project} stands under node {node}, which has nodes below it.',
    remedyFa: 'پروژه را زیر پایین‌ترین گره (مانند طرح) بیاورید.',
    remedyEn: 'Put the project under a node of the lowest level, such as a scheme.',
  },
  PLAN_PROJECT_YEAR_OUTSIDE: {
    severity: 'error',
    fa: 'سال پروژهٔ {project} ({year}) بیرون از سال‌های برنامهٔ {plan} ({firstYear} تا {lastYear}) است.',
    en: 'The year of project {project} ({year}) lies outside plan {plan} ({firstYear} to {lastYear}).',
    remedyFa: 'سال پروژه یا سال‌های برنامه را اصلاح کنید.',
    remedyEn: 'Correct the year of the project, or the years of the plan.',
  },
  PLAN_WEIGHTS_ZERO: {
    severity: 'error',
    fa: 'جمع وزن {count} عضو زیر {under} صفر است؛ سهم هیچ‌یک معلوم نیست.',
    en: 'The weights of the {count} members under {under} sum to 0; nobody’s share is known.',
    remedyFa: 'دست‌کم به یکی وزن مثبت بدهید، یا همه را خالی بگذارید تا برابر شوند.',
    remedyEn: 'Give at least one a positive weight, or leave all of them blank to make them equal.',
  },
  PLAN_WEIGHTS_NOT_WHOLE: {
    severity: 'warning',
    fa: 'جمع وزن {count} عضو زیر {under} برابر {sum} است، نه ۱ یا ۱۰۰؛ وزن‌ها به نسبت به کار رفت.',
    en: 'The weights of the {count} members under {under} sum to {sum}, not to 1 or 100; they were used in proportion.',
    remedyFa: 'اگر وزن‌ها سهم هستند، یکی جا افتاده یا اشتباه نوشته شده است؛ آن را اصلاح کنید.',
    remedyEn: 'If the weights are shares, one is missing or mistyped; correct it.',
  },
  PLAN_WEIGHT_BLANK: {
    severity: 'info',
    fa: 'وزن {blank} عضو زیر {under} خالی است؛ میانگین وزن‌های داده‌شده ({mean}) برای آن به کار رفت.',
    en: 'The weight of {blank} members under {under} is blank; the mean of the given ones ({mean}) was used.',
    remedyFa: 'اگر این خواستهٔ شما نیست، وزن را بنویسید.',
    remedyEn: 'If this is not meant, write the weight.',
  },
  PLAN_SHARES_NOT_100: {
    severity: 'error',
    fa: 'جمع سهم سال‌های گرهٔ {node} برابر {sum} است و باید ۱۰۰ باشد.',
    en: 'The year shares of node {node} sum to {sum}; they must sum to 100.',
    remedyFa: 'سهم سال‌ها را اصلاح کنید، یا همهٔ ردیف‌های این گره را بردارید تا سال‌ها برابر شوند.',
    remedyEn: 'Correct the shares, or take out all rows of this node to make its years equal.',
  },
  PLAN_SHARE_ABOVE_LEAF: {
    severity: 'error',
    fa: 'گرهٔ {node} زیرگره دارد و سهم سال نمی‌گیرد.',
    en: 'Node {node} has nodes below it and takes no year shares.',
    remedyFa: 'سهم سال را برای پایین‌ترین گره‌ها (مانند طرح) بنویسید.',
    remedyEn: 'Give year shares to the nodes of the lowest level, such as schemes.',
  },
  PLAN_SHARE_YEAR_OUTSIDE: {
    severity: 'error',
    fa: 'سال {year} برای گرهٔ {node} بیرون از سال‌های برنامهٔ {plan} ({firstYear} تا {lastYear}) است.',
    en: 'The year {year} of node {node} lies outside plan {plan} ({firstYear} to {lastYear}).',
    remedyFa: 'سال را اصلاح کنید یا این ردیف را بردارید.',
    remedyEn: 'Correct the year, or take out the row.',
  },
} satisfies Record<string, FindingText>;
