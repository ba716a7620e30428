import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { csvFile, xlsxFile } from './files.js';
import { madeRows } from './rows.js';
import type { Measured, Task } from './side-process.js';
import { SIDES, type SideName } from './sides.js';

const ROUNDS = 3;
const PROGRAM = fileURLToPath(new URL('./side-process.js', import.meta.url));

export interface ReadingFigure {
  set: string;
  side: SideName;
  filesPerSecond: number;
  rowsPerSecond: number;
  peakMegabytes: number;
  /** Time and memory over those of the bare library in the same round; medians of the rounds. */
  timeRatio: number;
  memoryRatio: number;
}

type FileSet = Omit<Task, 'side'> & { set: string };

/** Reads the same bytes by all sides in turn, each time in a fresh process. Throws when two sides read differently. */
export async function readingFigures(): Promise<ReadingFigure[]> {
  const figures: ReadingFigure[] = [];
  for (const { set, ...task } of await fileSets()) {
    const rounds: Record<SideName, Measured>[] = [];
    for (let round = 0; round < ROUNDS; round += 1) rounds.push(await oneRound(set, task));
    for (const side of SIDES) {
      const of = (figure: (round: Record<SideName, Measured>) => number) => median(rounds.map(figure));
      figures.push({
        set,
        side,
        filesPerSecond: of((round) => (task.files.length * 1000) / round[side].milliseconds),
        rowsPerSecond: of((round) => (round[side].rows * 1000) / round[side].milliseconds),
        peakMegabytes: of((round) => round[side].peakMegabytes),
        timeRatio: of((round) => round[side].milliseconds / round.bare.milliseconds),
        memoryRatio: of((round) => round[side].peakMegabytes / round.bare.peakMegabytes),
      });
    }
  }
  return figures;
}

async function oneRound(set: string, task: Omit<Task, 'side'>): Promise<Record<SideName, Measured>> {
  const bare = await inFreshProcess({ side: 'bare', ...task });
  const reader = await inFreshProcess({ side: 'reader', ...task });
  const fence = await inFreshProcess({ side: 'fence', ...task });
  for (const ours of [reader, fence]) {
    if (ours.rows !== bare.rows || ours.cells !== bare.cells)
      throw new Error(`${set}: ${ours.rows} rows, ${ours.cells} cells; the library ${bare.rows}, ${bare.cells}`);
  }
  return { fence, reader, bare };
}

async function inFreshProcess(task: Task): Promise<Measured> {
  const child = fork(PROGRAM, { serialization: 'advanced' });
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`the process of side ${task.side} ended with ${code} before it answered`);
  });
  // After the answer its end is no news.
  ended.catch(() => undefined);
  child.send(task);
  const [measured] = await Promise.race([once(child, 'message'), ended]);
  return measured as Measured;
}

async function fileSets(): Promise<FileSet[]> {
  const few = madeRows(10, 1);
  const small: Uint8Array[] = [];
  for (let seed = 1; seed <= 100; seed += 1) small.push(await xlsxFile(madeRows(100, seed)));
  const warmXlsx = await xlsxFile(few);
  return [
    { set: 'csv 20,000 × 12', format: 'csv', warmUp: csvFile(few), files: [csvFile(madeRows(20_000, 2))] },
    { set: 'xlsx 5,000 × 12', format: 'xlsx', warmUp: warmXlsx, files: [await xlsxFile(madeRows(5000, 3))] },
    { set: 'xlsx 100 files of 100 × 12', format: 'xlsx', warmUp: warmXlsx, files: small },
  ];
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
