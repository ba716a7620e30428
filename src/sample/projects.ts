import type { Project } from '../domain/plan.js';
import { GOALS } from './base/goals.js';
import { PLACES, STAGES, WORKS_OF_GOAL } from './base/names.js';
import { DISTRICTS_OF_ZONE, UNITS_OF_GOAL } from './base/units.js';
import { EMPTY_SCHEMES, YEARS } from './parameters.js';
import { apportion, Dice } from './seed.js';
import type { Scheme } from './tree.js';

/** A project before money and time are given to it. */
export interface Draft {
  record: Project;
  scheme: Scheme;
  dice: Dice;
}

const SOURCES = ['نقدی', 'نقدی', 'نقدی', 'نقدی', 'غیرنقدی (تهاتر)', 'مشارکتی'] as const;

/** Some 1,000 projects a year under the schemes, each with its department, place, weight and way to report progress. */
export function makeProjects(schemes: readonly Scheme[]): Draft[] {
  return YEARS.flatMap((year) => {
    const numbers = new Map<string, number>();
    return schemes.flatMap((scheme) => projectsOfScheme(scheme, year, numbers));
  });
}

function projectsOfScheme(scheme: Scheme, year: number, numbers: Map<string, number>): Draft[] {
  const dice = new Dice(`projects/${scheme.code}/${year}`);
  if ((scheme.shares[year] ?? 0) === 0 || dice.chance(EMPTY_SCHEMES[year] ?? 0)) return [];
  const count =
    scheme.ease < -0.5 ? dice.whole(2, 4) : dice.pick(year < 1399 ? [1, 1, 2, 2, 2, 2, 3] : [1, 2, 2, 2, 2, 3, 3]);
  const weights = apportion(
    100,
    Array.from({ length: count }, () => dice.between(0.6, 1.4)),
  );
  return weights.map((weight, index) => {
    const own = new Dice(`project/${scheme.code}/${year}/${index}`);
    const { department, district } = placeOf(scheme, own);
    const number = (numbers.get(department) ?? 0) + 1;
    numbers.set(department, number);
    const code = `${year}-${department}-${String(number).padStart(4, '0')}`;
    return { record: blankProject(code, year, scheme, department, district, weight, own), scheme, dice: own };
  });
}

/** Zone schemes are mostly the districts' work; everything else belongs to the units of the goal. */
function placeOf(scheme: Scheme, dice: Dice): { department: string; district: string | null } {
  const districts = scheme.spatial ? (DISTRICTS_OF_ZONE[scheme.pattern] ?? []) : [];
  const district = districts.length > 0 ? dice.pick(districts) : null;
  if (district !== null && dice.chance(0.5)) return { department: `R0${district}`, district: String(district) };
  const units = UNITS_OF_GOAL[scheme.goal] ?? [];
  return { department: dice.pick(units), district: district === null ? null : String(district) };
}

function blankProject(
  code: string,
  year: number,
  scheme: Scheme,
  department: string,
  district: string | null,
  weight: number,
  dice: Dice,
): Project {
  const title = `${dice.pick(WORKS_OF_GOAL[scheme.goal] ?? [])} ${dice.pick(PLACES)}${dice.pick(STAGES)}`;
  const measured = measureOf(title, dice);
  const kind = Number(scheme.goal) === 3 || Number(scheme.goal) >= 10 ? dice.pick(['جاری', 'عمرانی']) : 'عمرانی';
  return {
    code,
    title,
    node: scheme.code,
    department,
    year,
    weight,
    startMonth: null,
    endMonth: null,
    start: null,
    end: null,
    approvedRial: null,
    unit: measured?.unit ?? null,
    quantity: measured?.quantity ?? null,
    work: null,
    progressMethod: measured ? 'quantity' : dice.chance(0.12) ? 'milestone' : 'declared',
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
    budgetCode: `${kind === 'جاری' ? '1' : '5'}${scheme.goal.padStart(2, '0')}${dice.whole(1000, 9999)}`,
    kind,
    fundSource: dice.pick(SOURCES),
    district,
    mission: GOALS.find((goal) => goal.code === scheme.goal)?.mission ?? null,
  };
}

/** Countable work is measured by quantity: not every department does so. */
function measureOf(title: string, dice: Dice): { unit: string; quantity: number } | null {
  if (!dice.chance(0.45)) return null;
  if (title.includes('اتوبوس شهری') || title.includes('تاکسی')) return { unit: 'دستگاه', quantity: dice.whole(10, 60) };
  if (title.includes('مخزن زباله')) return { unit: 'عدد', quantity: dice.whole(50, 400) };
  if (title.includes('هیدرانت')) return { unit: 'عدد', quantity: dice.whole(10, 40) };
  if (title.includes('فیبر نوری') || title.includes('مسیر دوچرخه'))
    return { unit: 'کیلومتر', quantity: dice.whole(4, 24) };
  if (title.includes('آسفالت')) return { unit: 'هزار متر مربع', quantity: dice.whole(20, 180) };
  if (title.includes('میز خدمت')) return { unit: 'خدمت', quantity: dice.whole(4, 22) };
  if (title.includes('پلاک')) return { unit: 'پلاک', quantity: dice.whole(6, 40) };
  return null;
}
