import { type Calendar, JALALI, periodOf } from '../../src/domain/calendar.js';
import type { MeasureOptions } from '../../src/domain/measure.js';
import { emptyPackage } from '../../src/domain/plan.js';
import type { MeasureInput } from '../../src/measure/input.js';
import { reportedFigures } from './generate-figures.js';
import { planProjects } from './generate-projects.js';
import { planTree, schemesOf, yearShares } from './generate-tree.js';
import { Chance } from './random.js';

/** What one seed gives: everything that a measure depends on, but for scope and basis. */
export type Organisation = Omit<MeasureInput, 'options'> & { options: Omit<MeasureOptions, 'scope' | 'basis'> };

export const YEAR_ZERO = 1396;

/** Years and rials of one organisation, the frame in which everything else is drawn. */
export interface Frame {
  calendar: Calendar;
  firstYear: number;
  lastYear: number;
  /** Rough size of a project's budget in rials; some organisations are so large that sums pass 2^53. */
  scale: number;
  departments: [string, ...string[]];
}

/**
 * A random organisation: any depth, ragged, with everything that the definition of the measures allows and that a plan
 * check lets pass. What a plan check refuses (weights that sum to 0, schedules that fall) is never drawn.
 */
export function organisation(seed: number): Organisation {
  const chance = new Chance(seed);
  const frame = drawFrame(chance);
  const nodes = planTree(chance, 'P');
  const schemes = schemesOf(nodes);
  const drawn = planProjects(chance, frame, schemes, 'J');
  const otherNodes = chance.often(0.2) ? planTree(chance, 'Q') : [];
  const other = planProjects(chance, frame, schemesOf(otherNodes).slice(0, 2), 'K');
  const projects = [...drawn.projects, ...other.projects];
  const year = chance.whole(frame.firstYear, frame.lastYear);
  const month = chance.pick([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 12, 13]);
  return {
    package: {
      ...emptyPackage(),
      plans: ['P', 'Q'].map((code) => ({ code, title: code, ...years(frame), horizonYear: null })),
      nodes: chance.shuffle([...nodes, ...otherNodes]),
      departments: frame.departments.map((code) => ({ code, title: code, ...UNSAID })),
      projects: chance.shuffle(projects),
      schedule: chance.shuffle([...drawn.schedule, ...other.schedule]),
      budgetChanges: chance.shuffle([...drawn.changes, ...other.changes]),
      yearShares: schemes.flatMap((scheme) => yearShares(chance, scheme, frame)),
    },
    plan: 'P',
    calendar: frame.calendar,
    period: periodOf(frame.calendar, year, month),
    figures: reportedFigures(chance, frame, projects),
    firstApproved: new Map(
      projects
        .filter(() => chance.often(0.3))
        .map(({ code, carriedRial }) => [code, (carriedRial ?? 0) + chance.whole(1, frame.scale)]),
    ),
    options: {
      spending: chance.pick(['spent', 'spent', 'certified', 'committed']),
      budget: chance.pick(['current', 'current', 'original']),
      denominator: chance.pick(['approved', 'approved', 'allocated']),
      blankWeights: chance.pick(['equal', 'equal', 'budget']),
      cap: chance.pick([1, 1, 1, 1.25]),
    },
    ignoreReleases: chance.often(0.1),
  };
}

const UNSAID = { email: null, managerEmail: null, peerGroup: null, moneyUnit: null };

function years({ firstYear, lastYear }: Frame): { firstYear: number; lastYear: number } {
  return { firstYear, lastYear };
}

function drawFrame(chance: Chance): Frame {
  return {
    calendar: chance.pick([
      JALALI,
      JALALI,
      { kind: 'gregorian', yearStartMonth: 1 },
      { kind: 'gregorian', yearStartMonth: 10 },
    ]),
    firstYear: YEAR_ZERO,
    lastYear: YEAR_ZERO + chance.whole(0, 5),
    scale: chance.pick([200, 1_000_000, 90_000_000_000, 4_000_000_000_000_000]),
    departments: chance.pick<[string, ...string[]]>([['D1'], ['D1', 'D2'], ['D1', 'D2', 'D3', 'D4']]),
  };
}
