import type { CalendarDay, Period } from './calendar.js';
import type { DueRow } from './completeness.js';
import { type DeadlineRule, dayKey, deadlineDay, lastGraceDay } from './deadline.js';
import type { Department } from './plan.js';
import type { StandingQuestion } from './question.js';
import { gregorianOf } from './text/day.js';

/** When a month is due. Days are `1399-07-05`. */
export interface DueDates {
  deadline: string;
  /** The day that the configuration names, where it is a day off and the deadline moved on; null = it did not move. */
  movedFrom: string | null;
  graceEnd: string;
  /** Days until the deadline; 0 = today is the last day, negative = it has passed. */
  daysLeft: number;
  /** Days until the end of grace; negative = it has passed too. */
  graceLeft: number;
}

/** Rows of one month without any figure, of so many that are due; money in rials. */
export interface MissingMonth {
  period: Period;
  rows: number;
  missing: readonly DueRow[];
  missingRial: bigint;
}

/** What a department still owes for a month. One with a figure in every due row has no reminder. */
export interface Reminder {
  department: Department;
  period: Period;
  dates: DueDates;
  /** The month itself first, then earlier ones that still take figures; only months in which something is missing. */
  months: readonly MissingMonth[];
  /** Questions about figures up to the month that wait for an answer. */
  questions: readonly StandingQuestion[];
}

/** Example: Azar 1399 is due on 5 Dey, a Friday: on 4 Dey its deadline is 6 Dey, moved from 5 Dey, with two days left. */
export function dueDates(rule: DeadlineRule, period: Period, today: CalendarDay): DueDates {
  const deadline = deadlineDay(rule, period);
  const graceEnd = lastGraceDay(rule, period);
  const named = dayKey(deadlineDay({ ...rule, daysOff: { weekend: [], holidays: [] } }, period));
  return {
    deadline: dayKey(deadline),
    movedFrom: named === dayKey(deadline) ? null : named,
    graceEnd: dayKey(graceEnd),
    daysLeft: daysBetween(rule, today, deadline),
    graceLeft: daysBetween(rule, today, graceEnd),
  };
}

/** Whole days from one day to another; negative = the other one is earlier. */
export function daysBetween({ calendar }: DeadlineRule, from: CalendarDay, to: CalendarDay): number {
  const at = (day: CalendarDay) => Date.parse(`${gregorianOf(calendar.kind, day)}T00:00:00Z`);
  return Math.round((at(to) - at(from)) / 86_400_000);
}
