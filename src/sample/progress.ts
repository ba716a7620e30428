import { EASE_SPREAD, GOAL_STORY, NOISE, PACE } from './parameters.js';
import type { Draft } from './projects.js';
import type { PlannedCourse } from './schedule.js';
import { Dice } from './seed.js';

/**
 * How much of the year's work (1399: of the work due) a project really does, 0..1: the year's pace, the goal's strength,
 * the scheme's ease and the project's own luck. Null = money without planned work.
 */
export function paceOf({ record, scheme }: Draft): number | null {
  if (record.quantity === 0 || record.status === 'merged') return null;
  const dice = new Dice(`pace/${record.code}`);
  const middle = (PACE[record.year] ?? 0) + (GOAL_STORY[scheme.goal]?.strength ?? 0) + EASE_SPREAD * scheme.ease;
  const pace = middle + NOISE * dice.bell();
  const stopped = record.status === 'suspended' || record.status === 'cancelled' ? 0.45 : 1;
  return Math.min(1, Math.max(0, pace * stopped > 0.97 ? 1 : pace * stopped));
}

/** P of a project at a month, cumulative in the year: the whole pace at the end of a finished year. */
export function achievedAt(draft: Draft, course: PlannedCourse, month: number): number | null {
  const pace = paceOf(draft);
  if (pace === null) return null;
  if (draft.record.year < 1399) return pace;
  return (course.ratio[month] ?? 0) * pace * (0.9 + (0.1 * month) / 6);
}

/** The percent that a department writes for P, one decimal; small beginnings are written as 0. */
export function percentOf({ record }: Draft, achieved: number): number {
  const year = Math.round(achieved * 1000) / 10;
  if (record.progressBasis === 'year') return year <= 1 ? 0 : year;
  const opening = record.openingPercent ?? 0;
  return Math.round((opening + achieved * ((record.targetPercent ?? 100) - opening)) * 10) / 10;
}

/** The quantity that a department writes for P; a few finish more than was planned. */
export function quantityOf({ record }: Draft, achieved: number): number {
  const planned = record.quantity ?? 0;
  const surplus = achieved >= 1 && new Dice(`surplus/${record.code}`).chance(0.3) ? 1.15 : 1;
  return planned >= 20 ? Math.round(planned * achieved * surplus) : Math.round(planned * achieved * surplus * 10) / 10;
}
