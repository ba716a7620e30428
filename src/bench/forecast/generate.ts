import type { ForecastInput, Subject } from '../../measure/forecast/forecast.js';
import type { Track } from '../../measure/forecast/track.js';
import { seeded } from '../seeded.js';

/** How the work of a made-up city goes through its year. */
export const SHAPES = ['linear', 's_curve', 'late_rush', 'stepwise'] as const;
export type Shape = (typeof SHAPES)[number];

/** A made-up history: some years, the last of them seen up to a month, and the ends of that year, which no forecast sees. */
export interface MadeHistory {
  input: ForecastInput;
  /** True values at the end of the last year, as ratios, by measure and code. */
  ends: { physical: ReadonlyMap<string, number>; spend: ReadonlyMap<string, number> };
}

const YEARS = 5;
const SCHEMES = 24;
const GROUPS = ['works', 'services'] as const;

/** Part of the way that is done after a part of the time. */
const COURSE: Record<Shape, (time: number, chance: () => number) => number> = {
  linear: (time) => time,
  s_curve: (time) => (time < 0.5 ? 2 * time * time : 1 - 2 * (1 - time) * (1 - time)),
  late_rush: (time) => time ** 3,
  stepwise: (time) => Math.floor(time * 4 + 1e-9) / 4,
};

/** The same seed and shape always give the same city. It knows nothing of how anything is forecast. */
export function madeHistory(shape: Shape, seed: number, month: number): MadeHistory {
  const chance = seeded(seed);
  const lastYear = 1399;
  const physical: Track[] = [];
  const spend: Track[] = [];
  const subjects = new Map<number, Subject[]>();
  const ends = { physical: new Map<string, number>(), spend: new Map<string, number>() };
  let projects: Subject[] = [];
  for (let year = lastYear - YEARS + 1; year <= lastYear; year += 1) {
    const climate = 0.06 * normal(chance);
    const until = year === lastYear ? month : 12;
    const members: { code: string; weight: number; scheme: number }[] = [];
    for (let scheme = 0; scheme < SCHEMES; scheme += 1) {
      const count = 3 + Math.floor(chance() * 7);
      for (let at = 0; at < count; at += 1) {
        const code = `${year}-${scheme}-${at}`;
        members.push({ code, weight: (1 + Math.floor(chance() * 5)) / 100, scheme });
        const made = project(shape, chance, climate);
        physical.push(trackOf(code, year, made.group, made.work, made.plan, 1, until, 1));
        spend.push(trackOf(code, year, made.group, made.money, made.plan, made.budget, until, null));
        if (year === lastYear) {
          ends.physical.set(code, made.work.values[12] ?? 0);
          ends.spend.set(code, made.money.values[12] ?? 0);
        }
      }
    }
    subjects.set(year, subjectsOf(members));
    projects = members.map(({ code, weight }) => ({
      kind: 'project',
      code,
      level: 'project',
      title: code,
      members: [{ code, weight }],
    }));
  }
  return { input: { year: lastYear, month, physical, spend, subjects, projects }, ends };
}

function subjectsOf(members: readonly { code: string; weight: number; scheme: number }[]): Subject[] {
  const subject = (kind: Subject['kind'], code: string, own: typeof members): Subject => ({
    kind,
    code,
    level: kind,
    title: code,
    members: own.map(({ code: member, weight }) => ({ code: member, weight })),
  });
  const schemes = Array.from({ length: SCHEMES }, (_, at) =>
    subject(
      'node',
      `T${at}`,
      members.filter(({ scheme }) => scheme === at),
    ),
  );
  const goals = Array.from({ length: 6 }, (_, at) =>
    subject(
      'node',
      `G${at}`,
      members.filter(({ scheme }) => scheme % 6 === at),
    ),
  );
  return [subject('plan', 'P', members), ...goals, ...schemes];
}

interface Course {
  values: readonly number[];
  reported: readonly boolean[];
}

function project(shape: Shape, chance: () => number, climate: number) {
  const group = GROUPS[chance() < 0.6 ? 0 : 1] as string;
  const first = 1 + Math.floor(chance() * 4);
  const last = 9 + Math.floor(chance() * 4);
  const plan = Array.from({ length: 13 }, (_, month) => clamp((month - first + 1) / (last - first + 1), 0, 1));
  const typical = group === 'works' ? 0.72 : 0.88;
  const end = clamp(typical + climate + 0.16 * normal(chance), 0.05, 1);
  const money = clamp(end + 0.08 + 0.12 * normal(chance), 0.02, 1.3);
  const budget = 1_000_000 * (1 + Math.floor(chance() * 900));
  return { group, plan, budget, work: course(shape, chance, end, first), money: course(shape, chance, money, first) };
}

function course(shape: Shape, chance: () => number, end: number, first: number): Course {
  const lag = Math.floor(chance() * 3);
  const values: number[] = [0];
  for (let month = 1; month <= 12; month += 1) {
    const time = clamp((month - first + 1 - lag) / (12 - first + 1 - lag), 0, 1);
    const noisy = end * COURSE[shape](time, chance) + 0.02 * normal(chance) * end;
    const value = month === 12 ? end : clamp(noisy, 0, end);
    values.push(Math.max(values.at(-1) ?? 0, Math.round(value * 1000) / 1000));
  }
  return { values, reported: values.map((_, month) => month === 12 || chance() > 0.1) };
}

function trackOf(
  code: string,
  year: number,
  group: string,
  { values, reported }: Course,
  plan: readonly number[],
  base: number,
  until: number,
  cap: number | null,
): Track {
  let last: number | null = null;
  let said: number | null = null;
  const known = values.map((value, month) => {
    if (month > 0 && month <= until && reported[month]) last = value * base;
    return month === 0 || month > until ? null : last;
  });
  const saidFor = values.map((_, month) => {
    if (month > 0 && month <= until && reported[month]) said = month;
    return month === 0 || month > until ? null : said;
  });
  return {
    code,
    year,
    group,
    cap,
    known,
    saidFor,
    plans: values.map(() => plan.map((part) => part * base)),
    bases: values.map(() => base),
    outcome: values.map((value, month) => (month > 0 && month <= until && reported[month] ? value * base : null)),
  };
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

function normal(chance: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());
}
