import { DEFAULT_LIMITS, type ReadLimits } from '../limits.js';

/** What reading one stranger's file may cost the machine, and how children are reused. */
export interface FenceLimits {
  /** Wall time of one file; then its child is killed. */
  seconds: number;
  /** Resident memory of a child, Buffers included; then it is killed. Watched on Linux; elsewhere only the heap is. */
  megabytes: number;
  /** Everything a child may answer for one file. */
  answerMegabytes: number;
  /** A child retires after so many files. */
  filesPerChild: number;
  read: ReadLimits;
}

export const DEFAULT_FENCE: FenceLimits = {
  seconds: 60,
  megabytes: 400,
  answerMegabytes: 128,
  filesPerChild: 50,
  read: DEFAULT_LIMITS,
};

/** V8 counts only its own heap; the rest of the memory is left to Buffers and to the program itself. */
export function heapMegabytes({ megabytes }: FenceLimits): number {
  return Math.max(64, Math.floor(megabytes * 0.64));
}
