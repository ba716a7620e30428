import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { seeded } from './seeded.js';
import { tableText } from './table.js';
import { inWorkspace, type Sent } from './workspace.js';

const DEPARTMENTS = 20;
const PROJECTS = 40;
const ROUNDS = 3;

/** Where every file has faults, their returned sheets may cost at most so many times what taking the files in costs. */
const DEAREST = 3;

interface ReturnsFigure {
  share: string;
  returned: number;
  /** Seconds: taking the files in, their returns (made anew from the archive), and a round in which nothing is new. */
  taking: number;
  returns: number;
  idle: number;
  /** Returns over taking in; median of the rounds. */
  ratio: number;
}

/** What marked sheets cost beside taking files in: a city of twenty departments, all or a quarter of whose files have faults. */
export async function returnsFigures(): Promise<ReturnsFigure[]> {
  const figures: ReturnsFigure[] = [];
  for (const [share, every] of [
    ['every file', 1],
    ['one file in four', 4],
  ] as const) {
    const rounds: ReturnsFigure[] = [];
    for (let seed = 1; seed <= ROUNDS; seed += 1) rounds.push(await oneRound(share, every, seed));
    const [median] = rounds.toSorted((a, b) => a.ratio - b.ratio).slice(Math.floor(ROUNDS / 2));
    if (median) figures.push(median);
  }
  return figures;
}

async function oneRound(share: string, every: number, seed: number): Promise<ReturnsFigure> {
  return inWorkspace(planOf(), sheets(every, seed), async (pipeline, root) => {
    const whole = await seconds(() => pipeline.ingest({ dryRun: false }));
    // What a person took away is made again: the same work as in the round before, and nothing else.
    rmSync(join(root, 'data', 'outbox'), { recursive: true });
    const returns = await seconds(() => pipeline.ingest({ dryRun: false }));
    const idle = await seconds(() => pipeline.ingest({ dryRun: false }));
    const taking = whole - returns;
    return { share, returned: DEPARTMENTS / every, taking, returns, idle, ratio: returns / taking };
  });
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

const department = (number: number) => `D${String(number).padStart(2, '0')}`;
const project = (of: number, number: number) => `1399-${department(of)}-${String(number).padStart(3, '0')}`;
const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

function planOf(): Record<string, string> {
  const departments = numbers(DEPARTMENTS).map((of) => `${department(of)},Department ${of},million_rial`);
  const projects = numbers(DEPARTMENTS).flatMap((of) =>
    numbers(PROJECTS).map((one) => `${project(of, one)},Project ${of}/${one},S,${department(of)},1399,${one}000000000`),
  );
  return {
    plans: 'plan,title,first_year,last_year\nP,Plan,1398,1399',
    nodes: 'plan,code,parent,level,title\nP,S,,scheme,Scheme',
    departments: ['code,title,money_unit', ...departments].join('\n'),
    projects: ['code,title,node,department,year,approved_rial', ...projects].join('\n'),
  };
}

/** One sheet of each department; in every n-th four lines are wrong, each in another way. */
function sheets(every: number, seed: number): Sent[] {
  const random = seeded(seed);
  return numbers(DEPARTMENTS).map((of) => {
    const lines = numbers(PROJECTS).map((one) => [project(of, one), 10 + Math.floor(random() * 60), one * 100]);
    if (of % every === 0) {
      lines[3]?.splice(1, 1, 'بیست');
      lines[9]?.splice(1, 1, 140);
      lines[15]?.splice(2, 1, -5);
      lines[21]?.splice(0, 1, `1399-${department(of)}-999`);
    }
    const content = ['project,physical_percent,هزینه‌کرد (میلیون ریال)', ...lines.map((line) => line.join(','))].join(
      '\n',
    );
    return { department: department(of), name: '1399-06.csv', content };
  });
}

export function returnsText(figures: readonly ReturnsFigure[]): string {
  const header = ['faults in', 'files', 'returned', 'taking in s', 'returns s', 'nothing new s', 'returns ÷ taking in'];
  const rows = figures.map(({ share, returned, taking, returns, idle, ratio }) => [
    share,
    ...[DEPARTMENTS, returned].map(String),
    ...[taking, returns, idle, ratio].map((value) => value.toFixed(2)),
  ]);
  return tableText(header, rows, 1);
}

export const isCheap = (figures: readonly ReturnsFigure[]): boolean => figures.every(({ ratio }) => ratio <= DEAREST);
