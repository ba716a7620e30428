import type { FactField } from '../../src/domain/fact.js';
import type { Project } from '../../src/domain/plan.js';
import type { Figure } from '../../src/measure/input.js';
import type { Frame } from './generate.js';
import type { Chance } from './random.js';

const MONEY = [
  'spent_rial',
  'spent_noncash_rial',
  'certified_rial',
  'committed_rial',
  'allocated_rial',
  'advance_rial',
] as const;

/**
 * Reports of every project and month of its year, the settlement too: projects that never report, silent months,
 * reports of money without progress and the other way round. A withdrawn figure is simply not there.
 */
export function reportedFigures(chance: Chance, frame: Frame, projects: readonly Project[]): Figure[] {
  const figures = projects.flatMap((project) => projectFigures(chance, frame, project));
  return chance.shuffle(figures);
}

function projectFigures(chance: Chance, frame: Frame, project: Project): Figure[] {
  if (chance.often(0.12)) return [];
  const field: FactField = project.progressMethod === 'quantity' ? 'quantity' : 'physical';
  const pace = chance.ratio() * 1.3;
  const reports = chance.ratio();
  const knows = new Set<FactField>([field, ...MONEY].filter(() => chance.often(0.8)));
  const figures: Figure[] = [];
  for (let month = 1; month <= 13; month += 1) {
    if (!chance.often(reports)) continue;
    const reached = Math.max(0, ((pace * month) / 12) * (0.8 + 0.4 * chance.ratio()));
    const say = (what: FactField, value: number): void => {
      if (knows.has(what) && chance.often(0.85))
        figures.push({ code: project.code, field: what, year: project.year, month, value });
    };
    say(field, progressValue(project, reached));
    const budget = project.approvedRial ?? frame.scale / 2;
    for (const money of MONEY) say(money, Math.floor(budget * reached * chance.ratio()));
  }
  return figures;
}

/** A quantity may pass what was planned; a percent never passes 100; life basis stands between opening and target, or beside. */
function progressValue(project: Project, reached: number): number {
  if (project.progressMethod === 'quantity') return Math.round(reached * (project.quantity ?? 0) * 4) / 4;
  const percent =
    project.progressBasis === 'life'
      ? (project.openingPercent ?? 0) -
        5 +
        reached * ((project.targetPercent ?? 100) - (project.openingPercent ?? 0) + 10)
      : reached * 100;
  return Math.round(Math.min(100, Math.max(0, percent)) * 100) / 10_000;
}
