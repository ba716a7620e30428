import { periodOf } from '../../src/domain/calendar.js';
import type { Project, ScheduleRow } from '../../src/domain/plan.js';
import type { Frame } from './generate.js';
import type { Chance } from './random.js';

/** No schedule, or rows for some months that climb to 100%: work in percent or quantity, spending, or both. */
export function scheduleOf(chance: Chance, { calendar, scale }: Frame, project: Project): ScheduleRow[] {
  const kind = chance.pick(['none', 'none', 'physical', 'spend', 'both', 'apart']);
  if (kind === 'none') return [];
  const last = chance.whole(1, 12);
  const months = Array.from({ length: last }, (_, at) => at + 1).filter((month) => month === last || chance.often(0.5));
  const work = climb(chance, months.length, 10_000);
  const money = climb(
    chance,
    months.length,
    chance.often(0.7) ? (project.approvedRial ?? scale) : chance.whole(1, scale),
  );
  const byQuantity = project.quantity !== null && project.quantity > 0 && chance.often(0.6);
  return months.map((month, at) => {
    const isLast = month === last;
    const showsWork = kind === 'physical' || kind === 'both' || (kind === 'apart' && (isLast || chance.often(0.5)));
    const showsMoney = kind === 'spend' || kind === 'both' || (kind === 'apart' && (isLast || chance.often(0.5)));
    const ratio = (work[at] ?? 0) / 10_000;
    return {
      project: project.code,
      period: periodOf(calendar, project.year, month),
      plannedPhysicalPercent: showsWork && !byQuantity ? (work[at] ?? 0) / 100 : null,
      plannedQuantity: showsWork && byQuantity ? quantityAt(ratio, project.quantity ?? 0) : null,
      plannedSpendRial: showsMoney ? (money[at] ?? 0) : null,
    };
  });
}

function quantityAt(ratio: number, quantity: number): number {
  return ratio === 1 ? quantity : Math.floor(ratio * quantity * 4) / 4;
}

/** Whole numbers that never fall and end at `top`. */
function climb(chance: Chance, count: number, top: number): number[] {
  const steps = Array.from({ length: count - 1 }, () => chance.whole(0, top)).sort((a, b) => a - b);
  return [...steps, top];
}
