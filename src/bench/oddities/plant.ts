import { type CheckThresholds, DEFAULT_THRESHOLDS } from '../../domain/check-thresholds.js';
import type { FindingCode } from '../../domain/finding.js';
import { plantedCourse, ROW_PLANTS } from './plant-rows.js';
import { cleanWorld, type DepartmentYear, Luck, type MonthRow, type World } from './world.js';

/** One anomaly: who is hurt, what must be asked, and in which months. */
export interface Planted {
  kind: string;
  /** Project, indicator or department. */
  code: string;
  expected: readonly FindingCode[];
  from: number;
  to: number;
}

export interface PlantedWorld {
  world: World;
  planted: Planted[];
  /** Departments whose whole sheets are hurt: their rows are no clean ones. */
  hurtDepartments: ReadonlySet<string>;
}

export interface Size {
  departments: number;
  projects: number;
  /** Of each kind of row. */
  each: number;
}

/** Sheets of these departments are hurt as a whole, one in four for each kind. */
const SHEET_DEPARTMENTS = 8;
const MONEY = ['allocated', 'committed', 'certified', 'spent'] as const;

/** A clean year with anomalies among its rows, and some departments whose sheets are hurt as a whole. */
export function plantedWorld(seed: number, size: Size, thresholds: CheckThresholds = DEFAULT_THRESHOLDS): PlantedWorld {
  const world = cleanWorld(seed, size.departments + SHEET_DEPARTMENTS, size.projects);
  const luck = new Luck(seed ^ 0x5eed);
  const own = world.departments.slice(0, size.departments);
  const planted = [
    ...plantRows(own, luck, size.each, thresholds),
    ...plantOtherReporters(world, own, luck, size.each),
    ...plantIndicators(own, luck, size.each, thresholds),
  ];
  const hurt = world.departments.slice(size.departments);
  for (const [index, department] of hurt.entries())
    planted.push(...(index % 2 === 0 ? plantColumns(department, luck) : plantSheets(department, luck)));
  return { world, planted, hurtDepartments: new Set(hurt.map(({ code }) => code)) };
}

function plantRows(
  departments: readonly DepartmentYear[],
  luck: Luck,
  each: number,
  thresholds: CheckThresholds,
): Planted[] {
  let next = 0;
  return ROW_PLANTS.flatMap((plant) =>
    Array.from({ length: each }, (): Planted => {
      const department = departments[next % departments.length];
      if (!department) throw new RangeError('no department');
      const code = `1399-${department.code}-9${String(next).padStart(3, '0')}`;
      next += 1;
      const { course, from, to } = plantedCourse(plant, luck, thresholds, code, department.code);
      department.courses.push(course);
      return { kind: plant.kind, code, expected: plant.expected, from, to };
    }),
  );
}

/** A second department reports a project of the first, and not the same progress. */
function plantOtherReporters(
  world: World,
  departments: readonly DepartmentYear[],
  luck: Luck,
  each: number,
): Planted[] {
  const found: Planted[] = [];
  for (let at = 0; found.length < each; at += 1) {
    const owner = departments[at % departments.length];
    // Departments send in the order of their codes: the second one is later.
    const other = departments[(at % departments.length) + 1];
    const course = owner?.courses[Math.floor(at / departments.length)];
    const month = luck.whole(4, 11);
    const row = course?.months[month - 1];
    if (!owner || !other || !course || !row || row.percent === null) continue;
    const percent = row.percent > 50 ? row.percent - luck.whole(3, 20) : row.percent + luck.whole(3, 20);
    const alone: MonthRow = { ...blank(), percent };
    world.reporters.push({ department: other.code, month, code: course.project.code, row: alone });
    found.push({
      kind: 'two departments differ',
      code: course.project.code,
      expected: ['SUB_DEPARTMENTS_DIFFER'],
      from: month,
      to: month,
    });
  }
  return found;
}

const blank = (): MonthRow => ({
  ...{ percent: null, quantity: null, allocated: null, committed: null },
  ...{ certified: null, spent: null, advance: null },
});

/** Twice the threshold over the widest spread that the clean values of an indicator have. */
function plantIndicators(
  departments: readonly DepartmentYear[],
  luck: Luck,
  each: number,
  { deviations }: CheckThresholds,
): Planted[] {
  return Array.from({ length: each }, (_, at): Planted => {
    const course = departments[at % departments.length]?.indicators[Math.floor(at / departments.length) % 3];
    if (!course) throw new RangeError('no indicator');
    const month = luck.whole(7, 12);
    const past = course.values.slice(0, month - 1);
    const [low, high] = [Math.min(...past), Math.max(...past)];
    const spread = Math.max(high - low, 0.05 * Math.abs(high));
    course.values[month - 1] = Number((high + 2 * deviations * spread * luck.between(1, 2)).toPrecision(4));
    return {
      kind: 'indicator unlike its history',
      code: course.indicator.code,
      expected: ['SUB_INDICATOR_UNLIKE_HISTORY'],
      from: month,
      to: month,
    };
  });
}

/** Whole columns of money in another unit, in three months of the year. */
function plantColumns(department: DepartmentYear, luck: Luck): Planted[] {
  const slips = [
    { month: 5, factor: 0.1, kind: 'column ÷10' },
    { month: 8, factor: 10, kind: 'column ×10' },
    { month: 11, factor: 0.000_001, kind: 'column ÷1,000,000' },
  ];
  return slips.map(({ month, factor, kind }): Planted => {
    const field = MONEY[luck.whole(0, 3)] ?? 'spent';
    for (const course of department.courses) {
      const row = course.months[month - 1];
      if (row) course.months[month - 1] = { ...row, [field]: Math.round((row[field] ?? 0) * factor) };
    }
    const expected = [factor > 1 ? 'SUB_COLUMN_SLIP_UP' : 'SUB_COLUMN_SLIP_DOWN'] as const;
    return { kind, code: department.code, expected, from: month, to: month };
  });
}

/** Last month's sheet sent again, twice a year; and percentages that are all guessed in round tens. */
function plantSheets(department: DepartmentYear, luck: Luck): Planted[] {
  const { code, courses } = department;
  for (const course of courses)
    course.months = course.months.map(
      (row) => row && { ...row, percent: row.percent === null ? null : Math.round(row.percent / 10) * 10 },
    );
  const first = luck.whole(4, 6);
  const copies = [first, first + 4].map((month): Planted => {
    for (const course of courses) course.months[month - 1] = course.months[month - 2] ?? null;
    return { kind: 'sheet copied', code, expected: ['SUB_SHEET_COPIED'], from: month, to: month };
  });
  return [...copies, { kind: 'round numbers', code, expected: ['SUB_ROUND_NUMBERS'], from: 4, to: 12 }];
}
