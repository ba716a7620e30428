import type { ScheduleRow } from '../domain/plan.js';
import type { Draft } from './projects.js';
import { Dice } from './seed.js';

const MILLION = 1_000_000;

/** What the plan says of a project, cumulative in its year, by month (index 0 = before the year). */
export interface PlannedCourse {
  ratio: number[];
  spendRial: number[];
}

/**
 * Schedules, S-shaped and ending at 100%: monthly in the last year, quarterly (and for fewer projects) before.
 * The course of a project without a schedule is what the measure assumes: linear over its months, B × PP.
 */
export function makeSchedules(
  drafts: readonly Draft[],
  finalRial: ReadonlyMap<string, number>,
): { rows: ScheduleRow[]; courses: Map<string, PlannedCourse> } {
  const rows: ScheduleRow[] = [];
  const courses = new Map<string, PlannedCourse>();
  for (const draft of drafts) {
    const { record } = draft;
    const dice = new Dice(`schedule/${record.code}`);
    const scheduled =
      record.status !== 'merged' && record.quantity !== 0 && dice.chance(record.year === 1399 ? 0.86 : 0.4);
    if (!scheduled) {
      courses.set(record.code, assumedCourse(draft, finalRial.get(record.code) ?? 0));
      continue;
    }
    const course = plannedCourse(draft, dice);
    courses.set(record.code, course);
    rows.push(...rowsOf(draft, course));
  }
  return { rows, courses };
}

function assumedCourse({ record }: Draft, budgetRial: number): PlannedCourse {
  const first = record.startMonth ?? 1;
  const last = record.endMonth ?? 12;
  const ratio = months((month) => Math.min(1, Math.max(0, (month - first + 1) / (last - first + 1))));
  return { ratio, spendRial: ratio.map((part) => Math.floor(budgetRial * part + 0.5)) };
}

/** Money is planned somewhat earlier than work: advances and materials come first. */
function plannedCourse({ record }: Draft, dice: Dice): PlannedCourse {
  const first = record.startMonth ?? 1;
  const last = record.endMonth ?? 12;
  const lead = dice.between(1.02, 1.22);
  const elapsed = (month: number) => Math.min(1, Math.max(0, (month - first + 1) / (last - first + 1)));
  const ratio = months((month) => {
    const work = sCurve(elapsed(month));
    if (record.progressMethod !== 'quantity') return Math.round(work * 1000) / 1000;
    return Math.round(work * (record.quantity ?? 1)) / (record.quantity ?? 1);
  });
  const budget = record.approvedRial ?? 0;
  const spendRial = months((month) =>
    elapsed(month) >= 1
      ? budget
      : Math.round((budget * sCurve(Math.min(1, elapsed(month) * lead))) / MILLION) * MILLION,
  );
  return { ratio, spendRial };
}

function months(value: (month: number) => number): number[] {
  return Array.from({ length: 13 }, (_, month) => (month === 0 ? 0 : value(month)));
}

function sCurve(part: number): number {
  return part * part * (3 - 2 * part);
}

/** Rows from the first month with planned work to the month in which it is finished; quarters in the finished years. */
function rowsOf({ record }: Draft, course: PlannedCourse): ScheduleRow[] {
  const last = course.ratio.findIndex(
    (ratio, month) => ratio >= 1 && (record.approvedRial ?? 0) <= (course.spendRial[month] ?? 0),
  );
  const wanted = record.year === 1399 ? [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] : [3, 6, 9, 12];
  return [...new Set([...wanted.filter((month) => month < last), last])]
    .filter((month) => (course.ratio[month] ?? 0) > 0 || (course.spendRial[month] ?? 0) > 0)
    .map((month) => {
      const ratio = course.ratio[month] ?? 0;
      const byQuantity = record.progressMethod === 'quantity';
      return {
        project: record.code,
        period: `${record.year}-${String(month).padStart(2, '0')}`,
        plannedPhysicalPercent: byQuantity ? null : Math.round(ratio * 1000) / 10,
        plannedQuantity: byQuantity ? Math.round(ratio * (record.quantity ?? 0)) : null,
        plannedSpendRial: record.approvedRial === null ? null : (course.spendRial[month] ?? 0),
      };
    });
}
