import { seeded } from '../seeded.js';

/** What was planted: on whom, and how many times over the threshold that a city would set. */
export interface Plant {
  kind: PlantKind;
  code: string;
  times: number;
}

export type PlantKind = 'weakness' | 'strength' | 'funded_staller' | 'starved_winner';

/** A made-up city: tables of its plan, its reports as files, what was planted in them, and what is neither one nor the other. */
export interface City {
  plan: Record<string, string>;
  /** Department and month → the file that it sends. */
  reports: { department: string; period: string; text: string }[];
  period: string;
  plants: Plant[];
  /** Subjects that a kind may or may not name, because other plants touch them: they count for nothing. */
  grey: Record<PlantKind, Set<string>>;
}

export interface Silence {
  /** Chance that a project is missing in a month's report, and that a department has not sent the last month at all. */
  missing: number;
  late: number;
}

/** How one project behaves in a year: work and money as parts of what was planned by a month. */
interface Behaviour {
  work(month: number, planned: number): number;
  released: number;
  spent: number;
}

interface MadeProject {
  code: string;
  scheme: string;
  weight: number;
  approvedRial: number;
  scheduled: boolean;
  behaviour: Behaviour;
}

const YEAR = 1399;
const GOALS = 4;
const POLICIES = 3;
const SCHEMES = 3;
/** What a city would call weak, strong, behind, starved: in points of what was due. The facts are made around them. */
const WEAK = 0.2;
const STRONG = 0.1;
const BEHIND = 0.2;
const STARVED = 0.4;
const PERIODS = 3;

/**
 * Makes a city from a seed. Nothing here knows how Payesh judges: weak and strong are slow and fast work over the whole year,
 * a staller stops with its money there, a starved winner works on without. Decoys come near: slow but moving with money, stopped
 * without money, starved and behind, a dip of the last month or two. All figures carry noise; reports go missing.
 */
export function madeCity(seed: number, silence: Silence): City {
  const chance = new Draw(seed);
  const month = chance.whole(8, 10);
  const tree = madeTree(chance);
  const projects = tree.schemes.flatMap((scheme) => madeProjects(chance, scheme));
  const city = new Planting(chance, tree, projects, month);
  city.plant();
  return {
    plan: planTables(tree, projects),
    reports: madeReports(chance, tree, projects, month, silence),
    period: periodOf(month),
    plants: city.plants,
    grey: city.grey,
  };
}

class Draw {
  private readonly next: () => number;

  constructor(seed: number) {
    this.next = seeded(seed);
  }

  between(low: number, high: number): number {
    return low + (high - low) * this.next();
  }

  whole(low: number, high: number): number {
    return Math.floor(this.between(low, high + 1));
  }

  often(chance: number): boolean {
    return this.next() < chance;
  }

  /** Near 0, mostly within ±size. */
  noise(size: number): number {
    return ((this.next() + this.next() + this.next()) / 1.5 - 1) * size;
  }

  take<T>(from: T[]): T | null {
    return from.splice(this.whole(0, from.length - 1), 1)[0] ?? null;
  }
}

interface Tree {
  nodes: { code: string; parent: string | null; level: string; weight: number; department: string | null }[];
  schemes: string[];
  departments: string[];
}

/** Goals, policies, schemes; each policy has a department of its own. */
function madeTree(chance: Draw): Tree {
  const tree: Tree = { nodes: [], schemes: [], departments: [] };
  const add = (code: string, parent: string | null, level: string, department: string | null = null) =>
    tree.nodes.push({ code, parent, level, weight: chance.whole(2, 6), department });
  for (let goal = 1; goal <= GOALS; goal += 1) {
    add(`G${goal}`, null, 'goal');
    for (let policy = 1; policy <= POLICIES; policy += 1) {
      const above = `G${goal}-${policy}`;
      tree.departments.push(`D${goal}${policy}`);
      add(above, `G${goal}`, 'policy', `D${goal}${policy}`);
      for (let scheme = 1; scheme <= SCHEMES; scheme += 1) {
        add(`${above}-${scheme}`, above, 'scheme');
        tree.schemes.push(`${above}-${scheme}`);
      }
    }
  }
  return tree;
}

/** Usual projects work somewhat slower than planned, with their money about in step. */
function madeProjects(chance: Draw, scheme: string): MadeProject[] {
  return Array.from({ length: chance.whole(4, 7) }, (_, at) => ({
    code: `P${scheme}-${at + 1}`,
    scheme,
    weight: chance.whole(2, 5),
    approvedRial: chance.whole(10, 900) * 1_000_000_000,
    scheduled: chance.often(0.5),
    behaviour: steady(chance.between(0.85, 0.93), chance.between(0.85, 1.05), chance.between(0.8, 1)),
  }));
}

function steady(rate: number, released: number, spent: number): Behaviour {
  return { work: (_, planned) => rate * planned, released, spent };
}

/** Plans of the year to a month: a straight line, or an S. */
function planned({ scheduled }: Pick<MadeProject, 'scheduled'>, month: number): number {
  const part = month / 12;
  return scheduled ? part * part * (3 - 2 * part) : part;
}

/** Chooses who is what, and changes the behaviour of those projects. */
class Planting {
  readonly plants: Plant[] = [];
  readonly grey: City['grey'] = {
    weakness: new Set(),
    strength: new Set(),
    funded_staller: new Set(),
    starved_winner: new Set(),
  };

  constructor(
    private readonly chance: Draw,
    private readonly tree: Tree,
    private readonly projects: readonly MadeProject[],
    private readonly month: number,
  ) {}

  plant(): void {
    const policies = this.tree.nodes.filter(({ level }) => level === 'policy').map(({ code }) => code);
    const weakPolicy = this.chance.take(policies);
    const strongPolicy = this.chance.take(policies);
    const dipped = this.chance.take(policies);
    const schemes = this.tree.schemes.filter((code) => policies.some((policy) => isBelow(code, policy)));
    const strong: { code: string; times: number }[] = [];
    for (const code of [weakPolicy, this.chance.take(schemes), this.chance.take(schemes), this.chance.take(schemes)]) {
      if (code) this.weaken(code, this.chance.between(1.3, 3));
    }
    for (const code of [
      strongPolicy,
      this.chance.take(schemes),
      this.chance.take(schemes),
      this.chance.take(schemes),
    ]) {
      if (code) strong.push({ code, times: this.chance.between(1.4, 3) });
    }
    if (dipped) this.dip(dipped);
    const usual = this.projects.filter(({ scheme }) => schemes.includes(scheme));
    this.plantProjects([...usual]);
    this.strengthen(strong);
    // What lies above a plant, or is a department of other work too, is neither planted nor free of it.
    const named = new Set(this.plants.map(({ kind, code }) => `${kind} ${code}`));
    for (const { code } of [
      ...this.tree.nodes.map(({ code }) => ({ code })),
      ...this.tree.departments.map((code) => ({ code })),
    ]) {
      for (const kind of ['weakness', 'strength'] as const) {
        const touched = [...this.plants, ...this.touched].some((plant) => this.isAbove(code, plant.code));
        if (touched && !named.has(`${kind} ${code}`)) this.grey[kind].add(code);
      }
    }
  }

  private readonly touched: { code: string }[] = [];

  private isAbove(code: string, plant: string): boolean {
    const policy = this.tree.nodes.find(({ department }) => department === code)?.code;
    const place = plant.startsWith('P') ? plant.slice(1) : plant.startsWith('D') ? '' : plant;
    return place !== '' && place !== code && isBelow(place, policy ?? code);
  }

  private below(code: string): MadeProject[] {
    return this.projects.filter(({ scheme }) => isBelow(scheme, code));
  }

  /** A planted node plants everything below it, and the department that has nothing else. */
  private mark(kind: PlantKind, code: string, times: number): void {
    const node = this.tree.nodes.find((each) => each.code === code);
    const nodes = this.tree.nodes.filter((each) => isBelow(each.code, code)).map((each) => each.code);
    const projects = this.below(code).map((project) => project.code);
    for (const each of [...nodes, ...projects, ...(node?.department ? [node.department] : [])]) {
      this.plants.push({ kind, code: each, times });
    }
  }

  private weaken(code: string, times: number): void {
    const rate = 1 - WEAK * times;
    for (const project of this.below(code)) project.behaviour = steady(rate, 1, this.chance.between(0.75, 1));
    this.mark('weakness', code, times);
  }

  /** Strength is against the whole, so that is worked out first: a plain mean by weight, moved by what the strong add. */
  private strengthen(strong: readonly { code: string; times: number }[]): void {
    const before = this.whole();
    const share = strong.reduce((sum, { code }) => sum + this.weightOf(code), 0);
    const lift = strong.reduce((sum, { code, times }) => sum + this.weightOf(code) * STRONG * times, 0);
    const without = strong.reduce((sum, { code }) => sum + this.weightOf(code) * 0.89, 0);
    const whole = (before - without + lift) / (1 - share);
    for (const { code, times } of strong) {
      for (const project of this.below(code)) {
        project.behaviour = steady(
          whole + STRONG * times,
          this.chance.between(0.95, 1.05),
          this.chance.between(0.9, 1),
        );
      }
      this.mark('strength', code, times);
    }
  }

  /** Work done over work due of the whole, by the plan's weights. */
  private whole(): number {
    let done = 0;
    let due = 0;
    for (const project of this.projects) {
      const part = planned(project, this.month);
      const weight = this.weightOfProject(project);
      done += weight * Math.min(1, project.behaviour.work(this.month, part));
      due += weight * part;
    }
    return done / due;
  }

  private weightOfProject({ scheme, weight }: MadeProject): number {
    const own = this.projects.filter((each) => each.scheme === scheme).reduce((sum, each) => sum + each.weight, 0);
    return (this.weightOf(scheme) * weight) / own;
  }

  private weightOf(code: string): number {
    const node = this.tree.nodes.find((each) => each.code === code);
    if (!node) return 0;
    const siblings = this.tree.nodes.filter(({ parent }) => parent === node.parent);
    const share = node.weight / siblings.reduce((sum, { weight }) => sum + weight, 0);
    return share * (node.parent === null ? 1 : this.weightOf(node.parent));
  }

  /** A decoy: the last month stands still after a usual year. Nothing that lasted. */
  private dip(code: string): void {
    for (const project of this.below(code)) {
      const rate = this.chance.between(0.88, 0.93);
      const last = this.month - 1;
      project.behaviour = {
        ...project.behaviour,
        work: (month) => rate * planned(project, Math.min(month, last)),
      };
    }
  }

  private plantProjects(usual: MadeProject[]): void {
    for (let count = 0; count < 6; count += 1) {
      this.stall(this.chance.take(usual), this.chance.between(1.3, 2.6), true);
      this.starve(this.chance.take(usual), this.chance.between(1.2, 2.4), true);
    }
    for (let count = 0; count < 3; count += 1) {
      this.stall(this.chance.take(usual), this.chance.between(1.3, 2.6), false);
      this.starve(this.chance.take(usual), this.chance.between(1.2, 2.3), false);
      this.crawl(this.chance.take(usual));
    }
  }

  /** Stops so that it is `times` the bound behind already when the row of months begins; without money it is a decoy. */
  private stall(project: MadeProject | null, times: number, funded: boolean): void {
    if (!project) return;
    const start = planned(project, this.month - PERIODS + 1);
    const reached = Math.max(0.01, start - BEHIND * times);
    const money = funded ? this.chance.between(0.9, 1.1) : this.chance.between(0.1, 0.6);
    project.behaviour = {
      work: (_, due) => Math.min(0.9 * due, reached),
      released: money,
      spent: money * this.chance.between(0.5, 0.95),
    };
    const real = (start - reached) / BEHIND;
    if (funded && real >= 1.15) this.plants.push({ kind: 'funded_staller', code: project.code, times: real });
    else if (funded) this.grey.funded_staller.add(project.code);
    this.greyed(project);
  }

  /** Keeps to the plan with money held back; behind the plan it is a decoy. */
  private starve(project: MadeProject | null, times: number, winning: boolean): void {
    if (!project) return;
    const money = 1 - STARVED * times;
    project.behaviour = steady(
      winning ? this.chance.between(1, 1.08) : this.chance.between(0.6, 0.85),
      money,
      money * this.chance.between(0.6, 0.95),
    );
    if (winning) this.plants.push({ kind: 'starved_winner', code: project.code, times });
    this.greyed(project);
  }

  /** A decoy: slow and well behind with all its money, but it moves at half the pace of its plan. */
  private crawl(project: MadeProject | null): void {
    if (!project) return;
    project.behaviour = steady(0.55, 1, 1);
    this.greyed(project);
  }

  /** As a project it may be weak or strong by its facts; nobody planted that. */
  private greyed(project: MadeProject): void {
    this.grey.weakness.add(project.code);
    this.grey.strength.add(project.code);
    this.touched.push({ code: project.code });
  }
}

function isBelow(code: string, above: string): boolean {
  return code === above || code.startsWith(`${above}-`);
}

function periodOf(month: number): string {
  return `${YEAR}-${String(month).padStart(2, '0')}`;
}

function planTables({ nodes, departments }: Tree, projects: readonly MadeProject[]): Record<string, string> {
  const table = (header: string, rows: readonly (readonly (string | number | null)[])[]) =>
    `${[header, ...rows.map((row) => row.map((cell) => cell ?? '').join(','))].join('\n')}\n`;
  const owner = (scheme: string) =>
    nodes.find(({ code, department }) => department && isBelow(scheme, code))?.department ?? null;
  return {
    plans: table('plan,title,first_year,last_year', [['CITY', 'CITY', YEAR, YEAR]]),
    nodes: table(
      'plan,code,parent,level,title,weight',
      nodes.map(({ code, parent, level, weight }) => ['CITY', code, parent, level, code, weight]),
    ),
    departments: table(
      'code,title',
      departments.map((code) => [code, code]),
    ),
    projects: table(
      'code,title,node,department,year,weight,approved_rial',
      projects.map(({ code, scheme, weight, approvedRial }) => [
        code,
        code,
        scheme,
        owner(scheme),
        YEAR,
        weight,
        approvedRial,
      ]),
    ),
    schedule: table(
      'project,period,planned_physical_percent,planned_spend_rial',
      projects
        .filter(({ scheduled }) => scheduled)
        .flatMap((project) =>
          Array.from({ length: 12 }, (_, at) => {
            const part = planned(project, at + 1);
            return [project.code, periodOf(at + 1), (part * 100).toFixed(4), Math.round(project.approvedRial * part)];
          }),
        ),
    ),
  };
}

/** What each department sends by month: noisy figures that never fall, with projects and, in the last month, whole departments missing. */
function madeReports(
  chance: Draw,
  tree: Tree,
  projects: readonly MadeProject[],
  last: number,
  { missing, late }: Silence,
): City['reports'] {
  const owners = tree.nodes.filter(({ department }) => department !== null);
  return owners.flatMap(({ code, department }) => {
    const own = projects.filter(({ scheme }) => isBelow(scheme, code));
    const said = new Map<string, { physical: number; released: number; spent: number }>();
    const isLate = chance.often(late);
    return Array.from({ length: last }, (_, at) => at + 1).flatMap((month) => {
      const lines = own.flatMap((project) => {
        const part = planned(project, month);
        const before = said.get(project.code) ?? { physical: 0, released: 0, spent: 0 };
        const { behaviour, approvedRial } = project;
        const grown = (value: number, earlier: number) => Math.max(earlier, value);
        const now = {
          physical: Math.min(1, grown(behaviour.work(month, part) * (1 + chance.noise(0.02)), before.physical)),
          released: Math.round(
            grown(approvedRial * part * behaviour.released * (1 + chance.noise(0.04)), before.released),
          ),
          spent: Math.round(grown(approvedRial * part * behaviour.spent * (1 + chance.noise(0.04)), before.spent)),
        };
        said.set(project.code, now);
        if (chance.often(missing)) return [];
        return [`${project.code},${(now.physical * 100).toFixed(2)},${now.released},${now.spent}`];
      });
      if (lines.length === 0 || (isLate && month === last)) return [];
      const text = `project,physical_percent,allocated_rial,spent_rial\n${lines.join('\n')}\n`;
      return [{ department: department ?? '', period: periodOf(month), text }];
    });
  });
}
