import { periodOf } from '../../src/domain/calendar.js';
import type { BudgetChange, Project, ScheduleRow } from '../../src/domain/plan.js';
import type { Frame } from './generate.js';
import { scheduleOf } from './generate-schedule.js';
import { type Chance, siblingWeights } from './random.js';

interface Drawn {
  projects: Project[];
  schedule: ScheduleRow[];
  changes: BudgetChange[];
}

/** Projects of every scheme and year, with years that have none; later years sometimes carry on with earlier work. */
export function planProjects(chance: Chance, frame: Frame, schemes: readonly string[], letter: string): Drawn {
  const emptyFrom = chance.often(0.4) ? chance.whole(frame.firstYear, frame.lastYear + 1) : frame.lastYear + 1;
  const drawn: Project[] = [];
  for (const node of schemes) {
    if (chance.often(0.12)) continue;
    for (let year = frame.firstYear; year <= frame.lastYear; year += 1) {
      const count = year >= emptyFrom || chance.often(0.15) ? 0 : chance.whole(1, 3);
      siblingWeights(chance, count).forEach((weight, at) => {
        drawn.push(drawProject(chance, frame, { code: `${letter}${node}-${year}-${at}`, node, year, weight }));
      });
    }
  }
  const projects = withCarried(chance, drawn);
  return {
    projects,
    schedule: projects.flatMap((project) => scheduleOf(chance, frame, project)),
    changes: projects.flatMap((project) => changesOf(chance, frame, project)),
  };
}

type Given = Pick<Project, 'code' | 'node' | 'year' | 'weight'>;

function drawProject(chance: Chance, frame: Frame, given: Given): Project {
  const startMonth = chance.often(0.5) ? null : chance.whole(1, 12);
  const method = chance.pick<Project['progressMethod']>(['declared', 'declared', 'milestone', 'quantity']);
  const quantity = chance.often(0.15) ? 0 : chance.whole(1, 400) / chance.pick([1, 4]);
  const life = method !== 'quantity' && chance.often(0.3);
  const opening = chance.whole(0, 60);
  const [status, released] = chance.pick<[Project['status'], string | null]>([
    ['active', null],
    ['active', null],
    ['active', null],
    ['active', null],
    ['suspended', null],
    ['done', null],
    ['merged', null],
    ['cancelled', null],
    ['cancelled', 'R-12'],
  ]);
  return {
    ...given,
    ...BLANK,
    title: given.code,
    department: chance.pick(frame.departments),
    startMonth,
    endMonth: chance.often(0.5) ? null : chance.whole(startMonth ?? 1, 12),
    approvedRial: chance.often(0.12) ? null : chance.often(0.04) ? 0 : chance.whole(1, frame.scale),
    quantity: method === 'quantity' || chance.often(0.15) ? quantity : null,
    progressMethod: method,
    progressBasis: life ? 'life' : 'year',
    openingPercent: life ? opening : null,
    targetPercent: life ? chance.whole(opening + 1, 100) : null,
    status,
    released,
    statusEffective: status === 'active' || chance.often(0.3) ? null : anyPeriod(chance, frame),
  };
}

/**
 * Some projects take up one of an earlier year that nobody has taken up: its work, its credit, or both, mostly in the
 * same scheme. What they took up may itself be carried on, so chains arise.
 */
function withCarried(chance: Chance, projects: readonly Project[]): Project[] {
  const taken = new Set<string>();
  return projects.map((project) => {
    if (chance.often(0.65)) return project;
    const anywhere = chance.often(0.15);
    const [earlier] = chance.shuffle(
      projects.filter(
        ({ code, node, year }) => year < project.year && !taken.has(code) && (anywhere || node === project.node),
      ),
    );
    if (!earlier) return project;
    taken.add(earlier.code);
    return {
      ...project,
      continues: earlier.code,
      carriedWork: chance.often(0.6),
      carriedRial: project.approvedRial !== null && chance.often(0.6) ? chance.whole(0, project.approvedRial) : null,
    };
  });
}

function changesOf(chance: Chance, frame: Frame, project: Project): BudgetChange[] {
  if (chance.often(0.5)) return [];
  const effective = new Set(Array.from({ length: chance.whole(1, 3) }, () => anyPeriod(chance, frame)));
  return [...effective].map((period) => ({
    project: project.code,
    effective: period,
    approvedRial: (project.carriedRial ?? 0) + (chance.often(0.06) ? 0 : chance.whole(1, frame.scale)),
    kind: null,
    counterpart: null,
    approvalRef: null,
    reason: null,
  }));
}

function anyPeriod(chance: Chance, { calendar, firstYear, lastYear }: Frame): string {
  return periodOf(calendar, chance.whole(firstYear, lastYear), chance.whole(1, 12));
}

const BLANK = {
  start: null,
  end: null,
  unit: null,
  work: null,
  continues: null,
  carriedWork: false,
  carriedRial: null,
  successor: null,
  budgetCode: null,
  kind: null,
  fundSource: null,
  district: null,
  mission: null,
};
