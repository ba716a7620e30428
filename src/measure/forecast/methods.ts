import type { ForecastMethod } from '../../domain/forecast.js';
import { earnedSchedule } from '../control/earned-schedule.js';
import type { History } from './history.js';
import type { Sight } from './track.js';

/** A method: the value at `until` from what was seen at `month`; null = it has nothing to say here. */
export type Method = (sight: Sight, history: History) => number | null;

/** Without a bound of its own (money) no method may carry a ratio further than this: small beginnings explode. */
const FURTHEST = 1.5;

/**
 * The methods in the order in which ties are broken, the simplest first. Each is well known: drift and last value (the naive ones of
 * the forecasting literature), the rest as planned (EAC "atypical" turned to time), the index carried on (EAC "typical"), earned schedule
 * (W. Lipke), and the shape or end of like projects (reference class forecasting). Each reckons from the month of the last report: 0.4
 * said for month 6 of a linear plan is 0.8 at the end, also when it is asked at month 8.
 */
export const METHODS: Readonly<Record<ForecastMethod, Method>> = {
  naive: (sight) => {
    const first = firstMonth(sight);
    if (sight.said < first) return rest(sight);
    return (sight.now * (sight.until - first + 1)) / (sight.said - first + 1);
  },
  stays: ({ now }) => now,
  plan_rest: rest,
  index: ({ now, plan, said, until }) => {
    const due = plan[said] ?? 0;
    return due > 0 ? (now * (plan[until] ?? 0)) / due : null;
  },
  earned_schedule: (sight) => {
    const { plan, now, said, until } = sight;
    const whole = plan.at(-1) ?? 0;
    const first = firstMonth(sight);
    const passed = said - first + 1;
    if (passed <= 0 || whole <= 0) return null;
    const earned = earnedSchedule({ values: plan.slice(first) }, now);
    const tempo = earned / passed;
    return plannedAt(sight, first - 1 + tempo * (until - first + 1));
  },
  shape: ({ now, group, year, said, until }, history) => {
    const part = said === 0 ? null : history.shape(group, year, said, until);
    return part === null ? null : now + part * Math.max(0, 1 - now);
  },
  class_end: ({ group, year, until }, history) => (until === 12 ? history.end(group, year) : null),
};

export const METHOD_NAMES = Object.keys(METHODS) as ForecastMethod[];

/** The value of a method, never below what is known and never beyond its bound; null = nothing to say. */
export function foreseen(method: ForecastMethod, sight: Sight, history: History): number | null {
  const value = METHODS[method](sight, history);
  return value === null ? null : held(sight, value);
}

/** Cumulative values do not fall, and stop at their bound. */
export function held({ now, cap }: Pick<Sight, 'now' | 'cap'>, value: number): number {
  return Math.max(now, Math.min(value, cap ?? Math.max(FURTHEST, now)));
}

function rest({ now, plan, said, until }: Sight): number {
  return now + (plan[until] ?? 0) - (plan[said] ?? 0);
}

/** First month for which the plan holds something. */
function firstMonth({ plan }: Sight): number {
  const first = plan.findIndex((value, month) => month > 0 && value > 0);
  return first < 0 ? 1 : first;
}

/** The plan at a time between two months. */
function plannedAt({ plan }: Sight, time: number): number {
  const last = plan.length - 1;
  const month = Math.min(Math.floor(time), last);
  const at = plan[month] ?? 0;
  return at + ((plan[Math.min(month + 1, last)] ?? at) - at) * (time - month);
}
