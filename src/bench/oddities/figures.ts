import { askAbout } from './ask.js';
import { type Planted, plantedWorld, type Size } from './plant.js';
import { cleanWorld } from './world.js';

/** How one kind of anomaly was found. */
export interface KindFigure {
  kind: string;
  check: string;
  planted: number;
  found: number;
}

/** Questions about rows that nobody hurt, of one check. */
export interface AlarmFigure {
  check: string;
  alarms: number;
}

export interface OddityFigures {
  kinds: KindFigure[];
  alarms: AlarmFigure[];
  cleanRows: number;
  planted: number;
  falseQuestions: number;
  /** Errors in the same worlds before anybody hurt them: there must be none. */
  falseErrors: number;
  rowsPerSecond: number;
  /** What was missed, for who wants to look. */
  missed: (Planted & { seed: number; asked: string[] })[];
}

/** Seeds with which the checks and their thresholds were built. */
export const BUILDING_SEEDS = [101, 202, 303] as const;
/** Seeds that nobody looked at while building: the figures of docs/checks.md. */
export const HELD_OUT_SEEDS = [7_001, 7_002, 7_003] as const;

export const FULL_SIZE: Size = { departments: 24, projects: 26, each: 6 };

/** Recall of each kind and false alarms of each check, over some worlds. */
export function oddityFigures(seeds: readonly number[], size: Size = FULL_SIZE): OddityFigures {
  const kinds = new Map<string, KindFigure>();
  const alarms = new Map<string, number>();
  const figures = { cleanRows: 0, planted: 0, falseQuestions: 0, falseErrors: 0 };
  const missed: OddityFigures['missed'] = [];
  let [rows, milliseconds] = [0, 0];
  for (const seed of seeds) {
    const { world, planted, hurtDepartments } = plantedWorld(seed, size);
    const answers = askAbout(world);
    rows += answers.rows;
    milliseconds += answers.milliseconds;
    figures.planted += planted.length;
    for (const one of planted) {
      const own = answers.asked.filter(({ code, month }) => code === one.code && month >= one.from && month <= one.to);
      const found = own.some(({ finding }) => one.expected.some((code) => code === finding));
      const figure = kinds.get(one.kind) ?? { kind: one.kind, check: one.expected.join(' '), planted: 0, found: 0 };
      kinds.set(one.kind, { ...figure, planted: figure.planted + 1, found: figure.found + (found ? 1 : 0) });
      if (!found) missed.push({ ...one, seed, asked: own.map(({ finding, month }) => `${month} ${finding}`) });
    }
    const hurt = new Set(planted.map(({ code }) => code));
    const clean = world.departments.filter(({ code }) => !hurtDepartments.has(code));
    const cleanCodes = new Set(clean.map(({ code }) => code));
    for (const { courses, indicators } of clean) {
      for (const { indicator } of indicators) if (!hurt.has(indicator.code)) cleanCodes.add(indicator.code);
      for (const { project, months } of courses) {
        if (hurt.has(project.code)) continue;
        cleanCodes.add(project.code);
        figures.cleanRows += months.filter((row) => row !== null).length;
      }
    }
    for (const { finding, code } of answers.asked) {
      if (!cleanCodes.has(code)) continue;
      figures.falseQuestions += 1;
      alarms.set(finding, (alarms.get(finding) ?? 0) + 1);
    }
    figures.falseErrors += askAbout(cleanWorld(seed, size.departments, size.projects)).errors.length;
  }
  return {
    ...figures,
    kinds: [...kinds.values()],
    alarms: [...alarms].map(([check, count]) => ({ check, alarms: count })).sort((a, b) => b.alarms - a.alarms),
    rowsPerSecond: (rows / milliseconds) * 1000,
    missed,
  };
}
