import { availableParallelism } from 'node:os';
import type { Fence } from '../read/fence/fence.js';
import type { ReadResult } from '../read/read.js';
import { openFence } from './child-fence.js';
import { type Target, targets } from './files.js';
import { mutated } from './mutate.js';

const FIRST_SEED = 900_000;
/** Longer than this for a file of a few kilobytes is a hang. */
const HANG_SECONDS = 10;
const FILES_PER_CHILD = 200;

/** What became of a hurt file. `silent` = other cells than were written, or none, and not a word about it. */
export type Fate = 'refused' | 'equal' | 'found' | 'silent' | 'crash' | 'hang';

export interface FuzzFigure {
  format: string;
  sealed: boolean;
  fates: Record<Fate, number>;
  /** Seeds that broke the promise of the format, to try them again. */
  badSeeds: number[];
}

/** Hurts valid files of every format and counts what the reader makes of them, behind its fence. */
export async function fuzzFigures(): Promise<FuzzFigure[]> {
  const fence = openFence(availableParallelism(), { seconds: HANG_SECONDS, filesPerChild: FILES_PER_CHILD });
  try {
    const figures: FuzzFigure[] = [];
    for (const target of await targets()) figures.push(await fuzz(fence, target));
    return figures;
  } finally {
    fence.close();
  }
}

async function fuzz(fence: Fence, { format, sealed, files, mutations }: Target): Promise<FuzzFigure> {
  const valid = await Promise.all(
    files.map(async (bytes) => {
      const { result } = await fence.read(bytes, 'valid');
      if (result.tables.length === 0 || result.findings.length > 0)
        throw new Error(`the valid ${format} is not read clean: ${result.findings.map(({ code }) => code)}`);
      return { bytes, truth: JSON.stringify(result.tables) };
    }),
  );
  const figure: FuzzFigure = { format, sealed, fates: NONE(), badSeeds: [] };
  await Promise.all(
    Array.from({ length: mutations }, async (_, at) => {
      const original = valid[at % valid.length];
      if (!original) return;
      const seed = FIRST_SEED + at;
      const { result } = await fence.read(mutated(original.bytes, seed), 'hurt');
      const fate = fateOf(result, original.truth);
      figure.fates[fate] += 1;
      if (fate === 'crash' || fate === 'hang' || (fate === 'silent' && sealed)) figure.badSeeds.push(seed);
    }),
  );
  return figure;
}

const NONE = (): Record<Fate, number> => ({ refused: 0, equal: 0, found: 0, silent: 0, crash: 0, hang: 0 });

function fateOf({ tables, findings }: ReadResult, truth: string): Fate {
  const codes = findings.map(({ code }) => code);
  if (codes.includes('FILE_READER_TIMEOUT')) return 'hang';
  if (codes.includes('FILE_READER_CRASHED') || codes.includes('FILE_READER_MEMORY')) return 'crash';
  if (findings.length > 0) return tables.length === 0 ? 'refused' : 'found';
  return JSON.stringify(tables) === truth ? 'equal' : 'silent';
}
