import type { CheckThresholds } from '../../domain/check-thresholds.js';
import type { FindingCode } from '../../domain/finding.js';
import { type Course, type Luck, type MonthRow, ordinaryCourse, wholeMillion, YEAR } from './world.js';

/** One kind of anomaly in the rows of one project; its size is at least twice the threshold of its check. */
export interface RowPlant {
  kind: string;
  expected: readonly FindingCode[];
  /** Whether an ordinary course is fit for it. */
  fits?: (course: Course) => boolean;
  /** Hurts the course and gives the first and last month in which it may be found. */
  hurt: (course: Course, luck: Luck, thresholds: CheckThresholds) => [from: number, to: number];
}

const MONEY = ['allocated', 'committed', 'certified', 'spent'] as const;

const budgetOf = ({ project }: Course): number => project.approvedRial ?? 0;
const isDeclared = ({ project }: Course): boolean =>
  project.progressMethod === 'declared' && project.progressBasis === 'year' && project.status === 'active';
const rial = (course: Course, part: number): number => wholeMillion(budgetOf(course) * part);

/** A year without gaps, so that the planted month has the neighbours that it needs. */
function whole(course: Course): MonthRow[] {
  let last: MonthRow | null = null;
  const rows = course.months.map((row) => {
    const blank = { percent: 0, quantity: null, allocated: 0, committed: 0, certified: 0, spent: 0, advance: null };
    last = row ?? (last ? { ...last } : blank);
    return last;
  });
  course.months = rows;
  return rows;
}

/** A plain steady year: work and money in equal steps up to `done` of the work and `paid` of the budget. */
function steady(course: Course, done: number, paid: number): MonthRow[] {
  course.project.startMonth = 1;
  course.project.endMonth = 12;
  const rows = Array.from({ length: 12 }, (_, index): MonthRow => {
    const part = (index + 1) / 12;
    return {
      percent: Math.round(done * part * 1000) / 10,
      quantity: null,
      allocated: rial(course, 1),
      committed: rial(course, 1),
      certified: rial(course, paid * part),
      spent: rial(course, paid * part),
      advance: null,
    };
  });
  course.months = rows;
  return rows;
}

const at = (rows: readonly MonthRow[], month: number): MonthRow => {
  const row = rows[month - 1];
  if (!row) throw new RangeError(`no month ${month}`);
  return row;
};

/** A month that spends so much of the budget, so that ten times more or less is no trifle. */
function monthWith(course: Course, field: (typeof MONEY)[number], low: number, high: number): number | null {
  const rows = whole(course);
  for (let month = 3; month <= 11; month += 1) {
    const [before, now] = [at(rows, month - 1)[field] ?? 0, at(rows, month)[field] ?? 0];
    const budget = budgetOf(course);
    if (before >= low * budget && before <= high * budget && now <= high * budget) return month;
  }
  return null;
}

const late = (luck: Luck): number => luck.whole(6, 11);

function slipUp(factor: number, field: (typeof MONEY)[number]): RowPlant {
  return {
    kind: `${field} ×${factor.toLocaleString('en')}`,
    expected: ['SUB_UNIT_SLIP_UP'],
    // Ten times a small figure that stays within its budget is no more than a large payment.
    fits: (course) => isDeclared(course) && budgetOf(course) < 5e9 && monthWith(course, field, 0.07, 0.6) !== null,
    hurt(course) {
      const rows = whole(course);
      const month = monthWith(course, field, 0.07, 0.6) ?? 6;
      at(rows, month)[field] = (at(rows, month)[field] ?? 0) * factor;
      return [month, month];
    },
  };
}

function slipDown(factor: number, field: (typeof MONEY)[number]): RowPlant {
  return {
    kind: `${field} ÷${factor.toLocaleString('en')}`,
    expected: ['SUB_UNIT_SLIP_DOWN'],
    fits: (course) => isDeclared(course) && monthWith(course, field, 0.05, 1) !== null,
    hurt(course) {
      const rows = whole(course);
      const month = monthWith(course, field, 0.05, 1) ?? 6;
      at(rows, month)[field] = Math.round((at(rows, month - 1)[field] ?? 0) / factor);
      return [month, month];
    },
  };
}

export const ROW_PLANTS: readonly RowPlant[] = [
  slipUp(10, 'spent'),
  slipUp(1_000_000, 'certified'),
  slipUp(1_000, 'spent'),
  slipDown(10, 'spent'),
  slipDown(1_000_000, 'certified'),
  {
    kind: 'quantity ×10',
    expected: ['SUB_UNIT_SLIP_UP'],
    fits: ({ project, months }) =>
      project.progressMethod === 'quantity' && (months[6]?.quantity ?? 0) > 0.1 * (project.quantity ?? 0),
    hurt(course) {
      const rows = whole(course);
      at(rows, 8).quantity = (at(rows, 7).quantity ?? 0) * 10;
      return [8, 8];
    },
  },
  {
    kind: 'spent over the approved budget',
    expected: ['SUB_OVER_BUDGET'],
    fits: isDeclared,
    hurt(course, luck, { overBudgetPercent }) {
      const month = late(luck);
      const over = rial(course, 1 + (luck.between(2, 4) * overBudgetPercent) / 100);
      for (const row of whole(course).slice(month - 1))
        Object.assign(row, { spent: over, certified: over, committed: over, allocated: over });
      return [month, 12];
    },
  },
  {
    kind: 'allocated over approved',
    expected: ['SUB_ALLOCATED_OVER_APPROVED'],
    fits: isDeclared,
    hurt(course, luck, { orderPercent }) {
      const month = late(luck);
      const over = rial(course, 1 + (luck.between(2, 5) * orderPercent) / 100);
      for (const row of whole(course).slice(month - 1)) row.allocated = over;
      return [month, 12];
    },
  },
  {
    kind: 'committed over approved',
    expected: ['SUB_COMMITTED_OVER_APPROVED'],
    fits: (course) => isDeclared(course) && (course.months[2]?.committed ?? 0) > 0,
    hurt(course, luck, { committedPercent }) {
      const month = late(luck);
      const over = rial(course, 1 + (luck.between(2, 3) * committedPercent) / 100);
      for (const row of whole(course).slice(month - 1)) row.committed = over;
      return [month, 12];
    },
  },
  {
    kind: 'spent over allocated',
    expected: ['SUB_SPENT_OVER_ALLOCATED'],
    fits: isDeclared,
    hurt(course, luck, { orderPercent }) {
      const month = late(luck);
      const row = at(steady(course, 0.8, 0.8), month);
      row.allocated = wholeMillion((row.spent ?? 0) / (1 + (luck.between(2, 6) * orderPercent) / 100));
      return [month, month];
    },
  },
  {
    kind: 'spent over committed',
    expected: ['SUB_SPENT_OVER_COMMITTED'],
    fits: isDeclared,
    hurt(course, luck, { orderPercent }) {
      const month = late(luck);
      const row = at(steady(course, 0.8, 0.8), month);
      row.committed = wholeMillion((row.spent ?? 0) / (1 + (luck.between(2, 6) * orderPercent) / 100));
      return [month, month];
    },
  },
  {
    kind: 'no approved budget',
    expected: ['SUB_SPENT_WITHOUT_BUDGET'],
    fits: (course) => isDeclared(course) && (course.months[5]?.spent ?? 0) > 0,
    hurt(course) {
      whole(course);
      course.project.approvedRial = null;
      return [1, 12];
    },
  },
  {
    kind: 'work before the start',
    expected: ['SUB_BEFORE_START'],
    fits: (course) => isDeclared(course) && (course.project.startMonth ?? 0) >= 5,
    hurt(course, luck) {
      const month = luck.whole(2, (course.project.startMonth ?? 5) - 2);
      at(whole(course), month).percent = luck.whole(5, 30);
      return [month, month];
    },
  },
  {
    kind: 'work long after the end',
    expected: ['SUB_AFTER_END'],
    fits: isDeclared,
    hurt(course, luck, { lateMonths, latePoints }) {
      const rows = steady(course, 0.9, 0.8);
      const end = luck.whole(4, 10 - lateMonths);
      course.project.endMonth = end;
      const more = luck.between(2, 3) * latePoints;
      for (const [index, row] of rows.entries()) {
        const after = index + 1 - end - lateMonths;
        // In two steps, so that no month leaps by itself.
        row.percent = after <= 0 ? Math.min(30, (index + 1) * 7) : Math.round(30 + (more * Math.min(2, after)) / 2);
      }
      return [end + lateMonths + 1, 12];
    },
  },
  {
    kind: 'work after the cancellation',
    expected: ['SUB_AFTER_CANCELLED'],
    fits: isDeclared,
    hurt(course, luck) {
      const rows = steady(course, 0.7, 0.6);
      const since = luck.whole(5, 9);
      Object.assign(course.project, { status: 'cancelled', statusEffective: `${YEAR}-0${since}` });
      for (const row of rows.slice(since - 1)) Object.assign(row, { ...at(rows, since - 1) });
      for (const row of rows.slice(since)) row.percent = (row.percent ?? 0) + luck.whole(4, 6) + since;
      return [since + 1, 12];
    },
  },
  {
    kind: 'money after the suspension',
    expected: ['SUB_AFTER_SUSPENDED'],
    fits: isDeclared,
    hurt(course, luck, { doneSpendingPercent }) {
      const rows = steady(course, 0.7, 0.6);
      const since = luck.whole(5, 9);
      Object.assign(course.project, { status: 'suspended', statusEffective: `${YEAR}-0${since}` });
      for (const row of rows.slice(since - 1)) Object.assign(row, { ...at(rows, since - 1) });
      const more = rial(course, (luck.between(2, 3) * doneSpendingPercent) / 100);
      for (const row of rows.slice(since)) row.spent = (row.spent ?? 0) + more;
      return [since + 1, 12];
    },
  },
  {
    kind: 'spending after completion',
    expected: ['SUB_DONE_STILL_SPENDING'],
    fits: isDeclared,
    hurt(course, luck, { doneSpendingPercent }) {
      const rows = steady(course, 1, 0.35);
      const done = luck.whole(5, 9);
      const more = rial(course, (luck.between(2, 3) * doneSpendingPercent) / 100);
      const paid = at(rows, done).spent ?? 0;
      for (const [index, row] of rows.entries()) {
        row.percent = Math.min(100, Math.round((1000 * (index + 1)) / done) / 10);
        if (index + 1 >= done) row.spent = paid + (more * Math.min(2, index + 1 - done)) / 2;
      }
      return [done + 1, 12];
    },
  },
  {
    kind: 'money without any work',
    expected: ['SUB_SPENDING_NO_PROGRESS'],
    fits: isDeclared,
    hurt(course, luck, { idleSpendingPercent }) {
      const rows = steady(course, 0, luck.between(0.85, 0.98));
      const month = rows.findIndex(({ spent }) => (spent ?? 0) >= rial(course, (2 * idleSpendingPercent) / 100)) + 1;
      return [Math.min(month, 6), 12];
    },
  },
  {
    kind: 'progress falls',
    expected: ['SUB_FALLING'],
    fits: isDeclared,
    hurt(course, luck) {
      const month = late(luck);
      const rows = steady(course, 0.9, 0.8);
      at(rows, month).percent = Math.round(10 * ((at(rows, month - 1).percent ?? 0) - luck.between(2, 20))) / 10;
      return [month, month];
    },
  },
  {
    kind: 'spending falls',
    expected: ['SUB_FALLING'],
    fits: isDeclared,
    hurt(course, luck) {
      const month = late(luck);
      const rows = steady(course, 0.9, 0.8);
      at(rows, month).spent = wholeMillion((at(rows, month - 1).spent ?? 0) * luck.between(0.5, 0.95));
      return [month, month];
    },
  },
  {
    kind: 'progress leaps',
    expected: ['SUB_JUMP'],
    fits: isDeclared,
    hurt(course, luck, { jumpPoints }) {
      const month = late(luck);
      const rows = steady(course, 0.2, 0.6);
      for (const row of rows) row.percent = Math.min(row.percent ?? 0, 12);
      for (const row of rows.slice(month - 1)) row.percent = 12 + Math.min(88, 2 * jumpPoints + luck.whole(0, 7));
      return [month, month];
    },
  },
  {
    kind: 'nothing moves',
    expected: ['SUB_UNCHANGED'],
    fits: isDeclared,
    hurt(course, luck, { unchangedPeriods }) {
      const rows = steady(course, 0.9, 0.8);
      const first = luck.whole(2, 13 - 2 * unchangedPeriods);
      for (const row of rows.slice(first, first + 2 * unchangedPeriods - 1)) Object.assign(row, { ...at(rows, first) });
      return [first, Math.min(12, first + 2 * unchangedPeriods - 1)];
    },
  },
  {
    kind: 'ninety percent for ever',
    expected: ['SUB_NINETY_FOR_EVER'],
    fits: isDeclared,
    hurt(course, luck, { ninetyPeriods }) {
      const rows = steady(course, 0.9, 0.8);
      const first = luck.whole(2, 13 - 2 * ninetyPeriods);
      for (const [index, row] of rows.entries())
        row.percent = index + 1 < first ? 70 : Math.round(10 * (90 + (index + 1 - first) * luck.between(0, 0.6))) / 10;
      for (const [index, row] of rows.entries())
        row.percent = Math.max(row.percent ?? 0, rows[index - 1]?.percent ?? 0);
      return [first, Math.min(12, first + 2 * ninetyPeriods - 1)];
    },
  },
  {
    kind: 'life progress below the opening',
    expected: ['SUB_LIFE_OUTSIDE'],
    fits: ({ project }) => project.progressBasis === 'life' && project.status === 'active',
    hurt(course, luck) {
      const opening = course.project.openingPercent ?? 20;
      const month = luck.whole(1, 3);
      at(whole(course), month).percent = Math.floor(opening * luck.between(0.1, 0.5));
      return [month, month];
    },
  },
  {
    kind: 'spending unlike its own months',
    expected: ['SUB_SPENDING_UNLIKE_HISTORY'],
    fits: isDeclared,
    hurt(course, luck, { deviations }) {
      const month = luck.whole(8, 11);
      const rows = steady(course, 0.8, 0.24);
      // The least spread that is believed is 3 percent of the budget; all amounts rise together, as a large bill does.
      const leap = rial(course, Math.min(0.7, 2 * deviations * 0.03 * luck.between(1, 1.6)));
      for (const row of rows.slice(month - 1))
        Object.assign(row, { spent: (row.spent ?? 0) + leap, certified: (row.certified ?? 0) + leap });
      return [month, month];
    },
  },
  {
    kind: 'money unlike the other projects',
    expected: ['SUB_UNLIKE_PEERS'],
    fits: isDeclared,
    hurt(course, luck) {
      const rows = steady(course, 0.97, luck.between(0.001, 0.003));
      for (const row of rows) row.spent = Math.max(row.spent ?? 0, 1_000_000);
      return [6, 12];
    },
  },
];

/** A course that fits the kind, drawn as any other and then hurt. */
export function plantedCourse(
  plant: RowPlant,
  luck: Luck,
  thresholds: CheckThresholds,
  code: string,
  department: string,
) {
  for (let attempt = 0; attempt < 500; attempt += 1) {
    const course = ordinaryCourse(luck, code, department, 1);
    if (plant.fits && !plant.fits(course)) continue;
    const [from, to] = plant.hurt(course, luck, thresholds);
    return { course, from, to };
  }
  throw new RangeError(`no course fits: ${plant.kind}`);
}
