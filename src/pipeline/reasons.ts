import type { Department } from '../domain/plan.js';
import { leavesBelow, type MonthModel } from '../measure/model.js';
import type { Sentence } from './types.js';

/** Why figures of a model are unknown: later years of the plan without a budget, on basis full. */
export function reasonsOf(model: MonthModel): Sentence[] {
  if (!model.budgetMissing) return [];
  const years = yearsWithoutBudget(model);
  return [
    {
      fa: `تحقق هزینه بر مبنای کل برنامه هنوز روشن نیست، چون سال‌های ${years.join('، ')} در برنامه بودجه ندارند.`,
      en: `Budget realization against the whole plan is not known yet: the plan has no budget for ${years.join(', ')}.`,
    },
  ];
}

function yearsWithoutBudget({ root, plan, year }: MonthModel): number[] {
  const withBudget = new Set(
    leavesBelow(root).flatMap(({ leaf }) => (leaf.values?.approvedRial == null ? [] : [leaf.values.project.year])),
  );
  const later = Array.from({ length: Math.max(0, plan.lastYear - year) }, (_, index) => year + 1 + index);
  return later.filter((each) => !withBudget.has(each));
}

/** A department of the plan that owns nothing in what was asked. */
export function ownsNothing({ code, title }: Department): Sentence {
  return {
    fa: `واحد ${code} (${title}) در این برنامه، دامنه و دوره پروژه‌ای ندارد.`,
    en: `The department ${code} (${title}) has no projects in this plan, scope and period.`,
  };
}

/** No department reported in the fiscal year up to `period`: there is no score. */
export function notBegun(period: string): Sentence {
  return {
    fa: `در این سال مالی تا ${period} هیچ واحدی گزارشی نداده است؛ ماه‌های پیش از آغاز گزارش ماهانه نادانسته‌اند و نادانسته صفر نیست، پس امتیازی هم نیست.`,
    en: `No department reported in this fiscal year up to ${period}; months before monthly reporting are unknown, and unknown is not zero, so there is no score.`,
  };
}

/** Months of the fiscal year for which no department reported, said because "on time" counts them. */
export function nobodyReported(silent: readonly string[]): Sentence {
  return {
    fa: `ماه‌هایی که هیچ واحدی برایشان گزارشی نداده است: ${silent.join('، ')}. «به‌موقع» آن‌ها را که موعدشان گذشته باشد گزارش‌نشده می‌شمارد.`,
    en: `Months for which no department reported: ${silent.join(', ')}. "On time" counts those whose deadline has passed as not reported.`,
  };
}
