import { OBSTACLES } from './base/names.js';
import { LAST_MONTH, SPENDING, YEARS } from './parameters.js';
import { achievedAt, paceOf, percentOf, quantityOf } from './progress.js';
import type { Draft } from './projects.js';
import type { PlannedCourse } from './schedule.js';
import { Dice } from './seed.js';

const MILLION = 1_000_000;

/** What a department reports of one project for one period, cumulative in the year; null = a blank cell. */
export interface Report {
  project: string;
  title: string;
  department: string;
  district: string | null;
  year: number;
  /** 1..12, 13 = settlement. */
  month: number;
  percent: number | null;
  quantity: number | null;
  verified: number | null;
  allocatedRial: number | null;
  committedRial: number | null;
  certifiedRial: number | null;
  spentRial: number | null;
  noncashRial: number | null;
  advanceRial: number | null;
  note: string | null;
  obstacle: string | null;
  action: string | null;
}

export interface Plans {
  finalRial: ReadonlyMap<string, number>;
  courses: ReadonlyMap<string, PlannedCourse>;
}

/** Every report of every project: the twelfth month of finished years, each month of the last year. */
export function makeReports(drafts: readonly Draft[], plans: Plans): Report[] {
  const scale = spendingScale(drafts, plans);
  return drafts.flatMap((draft) => {
    const last = draft.record.year < 1399 ? [12] : Array.from({ length: LAST_MONTH }, (_, index) => index + 1);
    return last.map((month) => reportOf(draft, plans, month, scale)).filter((report) => report !== null);
  });
}

/** Spending before scaling, rial: of the whole budget in a finished year, of the planned spending by the month in 1399. */
function rawSpending({ record }: Draft, { finalRial, courses }: Plans, month: number): number {
  if (record.status === 'merged') return 0;
  const dice = new Dice(`spending/${record.code}`);
  const base =
    record.year < 1399 ? (finalRial.get(record.code) ?? 0) : (courses.get(record.code)?.spendRial[month] ?? 0);
  const stopped = record.status === 'cancelled' ? 0.4 : record.status === 'suspended' ? 0.7 : 1;
  return base * stopped * (1 + 0.22 * dice.bell() + (dice.chance(0.04) ? -0.35 : 0));
}

/** One factor a year, so that the year's spending meets the scenario's share of its budget. */
function spendingScale(drafts: readonly Draft[], plans: Plans): Map<number, number> {
  return new Map(
    YEARS.map((year) => {
      const own = drafts.filter(({ record }) => record.year === year && record.status !== 'merged');
      const spent = own.reduce((sum, draft) => sum + rawSpending(draft, plans, LAST_MONTH), 0);
      const due = own.reduce(
        (sum, { record }) =>
          sum +
          (year < 1399
            ? (plans.finalRial.get(record.code) ?? 0)
            : (plans.courses.get(record.code)?.spendRial[LAST_MONTH] ?? 0)),
        0,
      );
      return [year, ((SPENDING[year] ?? 1) * due) / spent];
    }),
  );
}

function reportOf(draft: Draft, plans: Plans, month: number, scale: ReadonlyMap<number, number>): Report | null {
  const { record } = draft;
  const course = plans.courses.get(record.code);
  const dice = new Dice(`report/${record.code}`);
  const monthly = new Dice(`report/${record.code}/${month}`);
  if (!course || (record.status === 'merged' && (record.year < 1399 || month >= 4))) return null;
  const idle = (course.ratio[month] ?? 0) === 0 && (course.spendRial[month] ?? 0) === 0;
  if (idle && dice.chance(0.6)) return null;
  const achieved = achievedAt(draft, course, month);
  const byQuantity = record.progressMethod === 'quantity';
  const percent = achieved === null || byQuantity ? null : percentOf(draft, achieved);
  const pace = paceOf(draft) ?? 1;
  const obstacle = pace < 0.4 && !idle && monthly.chance(0.5) ? dice.pick(OBSTACLES) : null;
  return {
    project: record.code,
    title: record.title,
    department: record.department,
    district: record.district,
    year: record.year,
    month,
    percent,
    quantity: achieved === null || !byQuantity ? null : quantityOf(draft, achieved),
    verified: percent === null ? null : verifiedOf(percent, new Dice(`verified/${record.code}`)),
    ...moneyOf(draft, plans, month, scale.get(record.year) ?? 1),
    note: monthly.chance(0.03)
      ? dice.pick(['بازدید میدانی انجام شد', 'صورت‌وضعیت در دست بررسی است', 'تحویل موقت در حال انجام است'])
      : null,
    obstacle: obstacle?.[0] ?? null,
    action: obstacle?.[1] ?? null,
  };
}

/** The supervisor has confirmed a little less than what is reported. */
function verifiedOf(percent: number, dice: Dice): number {
  const verified = Math.round((percent - dice.pick([0, 0, 0, 1.5, 3, 6])) * 10) / 10;
  return verified <= 1 ? 0 : verified;
}

type Money = Pick<
  Report,
  'allocatedRial' | 'committedRial' | 'certifiedRial' | 'spentRial' | 'noncashRial' | 'advanceRial'
>;

function moneyOf(draft: Draft, plans: Plans, month: number, scale: number): Money {
  const { record } = draft;
  // The same draws every month, so that cumulative money never falls by chance.
  const dice = new Dice(`money-report/${record.code}`);
  if (!plans.finalRial.has(record.code)) {
    return {
      allocatedRial: null,
      committedRial: null,
      certifiedRial: null,
      spentRial: null,
      noncashRial: null,
      advanceRial: null,
    };
  }
  const spent = whole(rawSpending(draft, plans, month) * scale);
  const noncash = record.fundSource?.startsWith('غیرنقدی') ? whole(spent * dice.between(0.3, 0.8)) : 0;
  const advance = dice.chance(0.35) ? whole(spent * dice.between(0.08, 0.35)) : 0;
  const certified = whole((spent - advance) * dice.between(1, 1.06));
  const due =
    record.year < 1399
      ? (plans.finalRial.get(record.code) ?? 0)
      : (plans.courses.get(record.code)?.spendRial[month] ?? 0);
  return {
    allocatedRial: Math.max(spent, whole(due * dice.between(0.9, 1.05))),
    committedRial: Math.max(spent, whole(certified * dice.between(1.02, 1.25))),
    certifiedRial: certified,
    spentRial: spent - noncash,
    noncashRial: noncash > 0 ? noncash : null,
    advanceRial: advance > 0 ? advance : null,
  };
}

function whole(rial: number): number {
  return Math.round(rial / MILLION) * MILLION;
}
