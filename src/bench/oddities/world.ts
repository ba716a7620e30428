import { emptyPackage, type Indicator, type PlanPackage, type Project } from '../../domain/plan.js';
import { seeded } from '../seeded.js';

/** What a department writes of one project in one month, cumulative in the year; null = a blank cell. Money in whole rials. */
export interface MonthRow {
  percent: number | null;
  quantity: number | null;
  allocated: number | null;
  committed: number | null;
  certified: number | null;
  spent: number | null;
  advance: number | null;
}

/** One project with its year: twelve months, null = the row is missing in that month's file. */
export interface Course {
  project: Project;
  months: (MonthRow | null)[];
}

export interface IndicatorCourse {
  indicator: Indicator;
  values: number[];
}

export interface DepartmentYear {
  code: string;
  courses: Course[];
  indicators: IndicatorCourse[];
}

/** One fiscal year of one organisation. */
export interface World {
  departments: DepartmentYear[];
  /** Rows that another department sends beside the owner: month, its code, the project's code, what it says. */
  reporters: { department: string; month: number; code: string; row: MonthRow }[];
}

export const YEAR = 1399;
const MILLION = 1_000_000;
export const wholeMillion = (rial: number): number => Math.max(0, Math.round(rial / MILLION)) * MILLION;

/** Numbers of one world, drawn in order. */
export class Luck {
  readonly #next: () => number;
  constructor(seed: number) {
    this.#next = seeded(seed);
  }
  between(low: number, high: number): number {
    return low + (high - low) * this.#next();
  }
  whole(low: number, high: number): number {
    return Math.floor(this.between(low, high + 1));
  }
  chance(part: number): boolean {
    return this.#next() < part;
  }
  /** Roughly normal, mean 0, deviation 1. */
  bell(): number {
    let sum = 0;
    for (let draw = 0; draw < 6; draw += 1) sum += this.#next();
    return (sum - 3) * Math.SQRT2;
  }
}

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

/** Work done to the end of each month, 0..1: it begins and ends late, pauses, rests in winter, and catches up. */
function workOf(luck: Luck, start: number, end: number, pace: number): number[] {
  const begin = start + luck.whole(0, 1);
  const finish = Math.max(begin + 1, Math.round(begin + (end - start + 1) / pace));
  const steps = Array.from({ length: 12 }, (_, index) => {
    const month = index + 1;
    if (month < begin || month > finish) return 0;
    const middle = (month - begin + 0.5) / (finish - begin + 1);
    const pause = luck.chance(0.08) ? 0.1 : 1;
    return Math.sin(Math.PI * clamp(middle, 0.08, 0.92)) * pause * luck.between(0.6, 1.4);
  });
  const total = steps.reduce((sum, step) => sum + step, 0);
  const reached = finish <= 12 ? 1 : clamp((13 - begin) / (finish - begin + 1), 0.1, 1);
  let done = 0;
  return steps.map((step) => {
    done += total > 0 ? (step / total) * reached : 0;
    return clamp(done, 0, 1);
  });
}

/** Bills follow the work by up to two months and are paid in instalments; the last ones come after the work is done. */
function moneyOf(luck: Luck, work: readonly number[], budget: number, useOfBudget: number) {
  const advance = luck.chance(0.3) ? luck.between(0.05, 0.2) : 0;
  const lag = luck.whole(0, 1);
  const rhythm = luck.whole(1, 3);
  const pays = luck.whole(0, rhythm - 1);
  const contract = budget * useOfBudget * luck.between(1, 1.25);
  const begun = work.findIndex((done) => done > 0);
  let paid = 0;
  let owed = 0;
  return work.map((_, index) => {
    const billed = work[Math.max(0, index - lag)] ?? 0;
    const hasBegun = begun >= 0 && index >= begun;
    const certified = wholeMillion(budget * useOfBudget * (index - lag >= 0 ? billed : 0));
    const open = hasBegun ? budget * useOfBudget * advance * (1 - billed) : 0;
    owed = Math.max(owed, certified + open);
    if (index % rhythm === pays || index === 11) paid = Math.max(paid, owed * luck.between(0.93, 1));
    const spent = wholeMillion(paid);
    const released = wholeMillion(budget * clamp(Math.ceil((index + 1) / 3) / 4, 0, 1) * luck.between(0.9, 1));
    return {
      certified,
      spent,
      advance: advance > 0 ? wholeMillion(open) : null,
      committed: hasBegun ? wholeMillion(Math.max(contract, spent)) : 0,
      allocated: Math.max(released, spent),
    };
  });
}

const BLANK: Omit<Project, 'code' | 'department'> = {
  title: 'پروژه',
  node: 'S1',
  year: YEAR,
  weight: null,
  startMonth: null,
  endMonth: null,
  start: null,
  end: null,
  approvedRial: null,
  unit: null,
  quantity: null,
  work: null,
  progressMethod: 'declared',
  progressBasis: 'year',
  openingPercent: null,
  targetPercent: null,
  continues: null,
  carriedWork: false,
  carriedRial: null,
  status: 'active',
  statusEffective: null,
  successor: null,
  released: null,
  budgetCode: null,
  kind: null,
  fundSource: null,
  district: null,
  mission: null,
};

/** A project as it goes in life: late more often than not, most of its money spent, figures as measured. */
export function ordinaryCourse(luck: Luck, code: string, department: string, decimals: number): Course {
  const start = luck.chance(0.5) ? 1 : luck.whole(1, 6);
  const end = clamp(start + luck.whole(4, 11), start + 3, 12);
  const budget = wholeMillion(10 ** luck.between(9, 11.5));
  const byQuantity = luck.chance(0.15);
  const byLife = !byQuantity && luck.chance(0.1);
  const opening = byLife ? luck.whole(10, 50) : null;
  const target = opening === null ? null : opening + luck.whole(20, 50);
  const quantity = byQuantity ? luck.whole(5, 200) : null;
  const work = workOf(luck, start, end, clamp(0.85 + 0.2 * luck.bell(), 0.4, 1.1));
  const money = moneyOf(luck, work, budget, clamp(0.9 + 0.08 * luck.bell(), 0.6, 1.03));
  const stopped = luck.chance(0.02) ? luck.whole(4, 9) : null;
  const scale = 10 ** decimals;
  const percentOf = (done: number): number =>
    Math.round((opening === null || target === null ? done * 100 : opening + done * (target - opening)) * scale) /
    scale;
  const rows = work.map((done, index): MonthRow => {
    const paid = money[index];
    const whole = paid ?? { certified: 0, spent: 0, advance: null, committed: 0, allocated: 0 };
    return {
      percent: byQuantity ? null : percentOf(done),
      quantity: byQuantity ? Math.round((quantity ?? 0) * done * 10) / 10 : null,
      ...whole,
    };
  });
  const last = stopped === null ? null : (rows[stopped - 2] ?? null);
  const months = rows.map((row, index) => {
    if (luck.chance(0.03)) return null;
    return stopped !== null && last && index >= stopped - 1 ? { ...last } : row;
  });
  const project: Project = {
    ...BLANK,
    code,
    department,
    startMonth: start,
    endMonth: end,
    approvedRial: budget,
    quantity,
    unit: byQuantity ? 'کیلومتر' : null,
    progressMethod: byQuantity ? 'quantity' : 'declared',
    progressBasis: byLife ? 'life' : 'year',
    openingPercent: opening,
    targetPercent: target,
    status: stopped === null ? 'active' : luck.chance(0.5) ? 'cancelled' : 'suspended',
    statusEffective: stopped === null ? null : `${YEAR}-${String(stopped).padStart(2, '0')}`,
  };
  return { project, months };
}

function ordinaryIndicator(luck: Luck, code: string, department: string): IndicatorCourse {
  const level = 10 ** luck.between(0, 4);
  const slope = luck.between(-0.01, 0.03);
  const noise = luck.between(0.005, 0.06);
  return {
    indicator: {
      ...{ code, title: code, department, node: 'S1', unit: 'عدد', direction: 'up', aggregation: 'last' },
      ...{ baselineYear: null, baseline: null, weight: null, frequency: 'monthly', lagMonths: 0 },
    },
    values: Array.from({ length: 12 }, (_, index) =>
      Number((level * (1 + slope * index + noise * luck.bell())).toPrecision(4)),
    ),
  };
}

const two = (number: number): string => String(number).padStart(2, '0');

/** One organisation's clean year: `departments` of `projects` each. Departments differ in how exactly they measure. */
export function cleanWorld(seed: number, departments: number, projects: number): World {
  const luck = new Luck(seed);
  return {
    reporters: [],
    departments: Array.from({ length: departments }, (_, at): DepartmentYear => {
      const code = `R${two(at + 1)}`;
      const decimals = luck.chance(0.5) ? 1 : 0;
      return {
        code,
        courses: Array.from({ length: projects }, (_, index) =>
          ordinaryCourse(luck, `${YEAR}-${code}-${String(index + 1).padStart(4, '0')}`, code, decimals),
        ),
        indicators: Array.from({ length: 3 }, (_, index) => ordinaryIndicator(luck, `SH-${code}-${index + 1}`, code)),
      };
    }),
  };
}

/** The plan of a world, as the organisation would have imported it. */
export function planOf({ departments, reporters }: World): PlanPackage {
  return {
    ...emptyPackage(),
    plans: [{ code: 'P1', title: 'برنامه', firstYear: YEAR, lastYear: YEAR, horizonYear: null }],
    nodes: [{ plan: 'P1', code: 'S1', parent: null, level: 'scheme', title: 'طرح', weight: null, owner: null }],
    departments: departments.map(({ code }) => ({
      ...{ code, title: `واحد ${code}`, email: null, managerEmail: null, peerGroup: null, moneyUnit: null },
    })),
    projects: departments.flatMap(({ courses }) => courses.map(({ project }) => project)),
    indicators: departments.flatMap(({ indicators }) => indicators.map(({ indicator }) => indicator)),
    // Whoever is asked to help may report on any project.
    reporters:
      reporters.length === 0
        ? []
        : departments.map(({ code }) => ({ department: code, fields: 'all' as const, code: 'S1' })),
  };
}
