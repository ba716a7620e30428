import type { Config } from '../src/config/config.js';
import { addMonths, type Calendar, comparePeriods, monthOf, type Period, periodAt } from '../src/domain/calendar.js';
import type { Pipeline } from '../src/pipeline/types.js';
import type { DueInput } from './due.js';

/**
 * Gathers what `due` judges. A workspace reports from its first monthly report on; where nobody has reported yet, from
 * the month in which its plan was loaded, so that even total silence is reported. Without a plan nothing is due.
 */
export async function dueInput(pipeline: Pipeline, config: Config, now: Date): Promise<DueInput> {
  const { calendar, timeZone, deadline, daysOff, reminders } = config;
  const { plan } = await pipeline.status({});
  const loaded = plan ? periodAt(calendar, new Date(plan.version.recordedAt), timeZone) : null;
  const first = plan ? (firstMonthlyReport(calendar, pipeline.periodsWithFacts()) ?? loaded) : null;
  return {
    now,
    calendar,
    timeZone,
    deadline,
    daysOff,
    firstPeriod: later(calendar, first, plan?.firstPeriod ?? null),
    lastPeriod: plan?.lastPeriod ?? null,
    runs: pipeline.jobRuns(),
    reminderDays: reminders.days,
  };
}

/** A plan may be loaded before its first year begins: nothing is reported before that. */
function later(calendar: Calendar, period: Period | null, bound: Period | null): Period | null {
  if (period === null || bound === null) return period;
  return comparePeriods(calendar, period, bound) < 0 ? bound : period;
}

/**
 * The first period of regular reporting: earlier years that were entered at their year end only are history, which the
 * clock does not report month by month. A year's last month counts where the month after it was reported too.
 */
export function firstMonthlyReport(calendar: Calendar, periods: readonly Period[]): Period | null {
  const known = new Set(periods);
  const monthly = periods.find((period) => {
    const month = monthOf(calendar, period);
    return month < 12 || (month === 12 && known.has(addMonths(calendar, period, 1)));
  });
  return monthly ?? periods.at(-1) ?? null;
}
