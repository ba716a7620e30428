import { readFileSync } from 'node:fs';
import { openSide, type SideName } from './sides.js';

/*
 * The program that measures one side once. It is its own process so that its memory is that side's alone; it answers
 * one task and ends.
 */

export interface Task {
  side: SideName;
  format: 'csv' | 'xlsx';
  /** Read before the clock starts: what it costs to start and to load is not what is compared. */
  warmUp: Uint8Array;
  files: Uint8Array[];
}

export interface Measured {
  milliseconds: number;
  rows: number;
  cells: number;
  peakMegabytes: number;
}

process.once('message', (task: Task) => {
  void measure(task).then((measured) => process.send?.(measured, () => process.disconnect()));
});

async function measure({ side: name, format, warmUp, files }: Task): Promise<Measured> {
  const side = openSide(name, format);
  await side.read(warmUp);
  const sum: Measured = { milliseconds: 0, rows: 0, cells: 0, peakMegabytes: 0 };
  const start = performance.now();
  for (const bytes of files) {
    const { rows, cells, childMegabytes } = await side.read(bytes);
    sum.rows += rows;
    sum.cells += cells;
    sum.peakMegabytes = Math.max(sum.peakMegabytes, childMegabytes ?? 0);
  }
  sum.milliseconds = performance.now() - start;
  side.close();
  return { ...sum, peakMegabytes: sum.peakMegabytes || ownPeakMegabytes() };
}

/** On Linux `maxRSS` also counts what the parent held when it started us; the high-water mark is ours alone. */
function ownPeakMegabytes(): number {
  const highWater = () => /^VmHWM:\s+(\d+) kB/m.exec(readFileSync('/proc/self/status', 'latin1'))?.[1];
  const kilobytes = process.platform === 'linux' ? highWater() : undefined;
  return Number(kilobytes ?? process.resourceUsage().maxRSS) / 1024;
}
