import { printFeedbackBench } from './feedback/print.js';
import { allJudged, BUILDING_SEEDS, JUDGING_SEEDS } from './forecast/judge.js';
import { forecastText, isHonest } from './forecast/text.js';
import { type FuzzFigure, fuzzFigures } from './fuzz.js';
import { HELD_OUT_SEEDS, oddityFigures } from './oddities/figures.js';
import { isGood, oddityText } from './oddities/text.js';
import { type ReadingFigure, readingFigures } from './reading.js';
import { isCheap, returnsFigures, returnsText } from './returns.js';
import { tableText } from './table.js';

/**
 * `npm run bench`: what the checks find among planted anomalies, how forecasts do against ends that they never saw, how fast we read
 * beside the bare libraries, what we make of hurt files, what returned sheets cost, and how often feedback is right. `npm run bench -- checks`,
 * `-- forecast`, `-- reading`, `-- returns` or `-- feedback` does only that; `-- forecast tuning` and `-- feedback tuning` on the seeds that they were built with. It keeps no record.
 */
async function main(asked: readonly string[]): Promise<void> {
  const start = performance.now();
  const parts: Record<string, () => boolean | Promise<boolean>> = {
    checks,
    forecast: () => forecast(asked.includes('tuning') ? BUILDING_SEEDS : JUDGING_SEEDS),
    reading,
    returns,
    feedback: () => printFeedbackBench(write, asked.includes('tuning')),
  };
  const named = Object.keys(parts).filter((name) => asked.includes(name));
  const unknown = asked.filter((name) => name !== 'tuning' && !Object.hasOwn(parts, name));
  if (unknown.length > 0) {
    write(`no such bench: ${unknown.join(', ')}; there are ${Object.keys(parts).join(', ')}\n`);
    process.exitCode = 2;
    return;
  }
  const failed: string[] = [];
  for (const [name, part] of Object.entries(parts)) {
    if (named.length > 0 && !named.includes(name)) continue;
    if (!(await part())) failed.push(name);
    write('\n');
  }
  if (failed.length > 0) write(`a bound does not hold: ${failed.join(', ')}\n`);
  write(`${Math.round((performance.now() - start) / 1000)} s in all\n`);
  process.exitCode = failed.length > 0 ? 1 : 0;
}

function write(text: string): void {
  process.stdout.write(text);
}

function checks(): boolean {
  const oddities = oddityFigures(HELD_OUT_SEEDS);
  write(oddityText(oddities));
  return isGood(oddities);
}

/** Forecasts against ends that no method saw; false = an interval or a choice is not honest. */
function forecast(seeds: readonly number[]): boolean {
  const figures = allJudged(seeds);
  write(forecastText(figures));
  return figures.every(isHonest);
}

/** Speed and hurt files; false = the promise of a format is broken. */
async function reading(): Promise<boolean> {
  write(readingText(await readingFigures()));
  const fuzzed = await fuzzFigures();
  write(`\n${fuzzText(fuzzed)}`);
  const bad = fuzzed.filter(broken);
  for (const { format, badSeeds } of bad) write(`${format}: broken at seeds ${badSeeds.join(', ')}\n`);
  return bad.length === 0;
}

/** What marked sheets cost beside taking files in; false = more than they may. */
async function returns(): Promise<boolean> {
  const figures = await returnsFigures();
  write(returnsText(figures));
  return isCheap(figures);
}

/** A format with checksums may lose a file, but never change a value unseen, crash or hang. */
function broken({ sealed, fates }: FuzzFigure): boolean {
  return sealed && fates.silent + fates.crash + fates.hang > 0;
}

function readingText(figures: readonly ReadingFigure[]): string {
  const header = ['reading', 'side', 'files/s', 'rows/s', 'time ÷ bare', 'peak MB', 'memory ÷ bare'];
  const rows = figures.map((figure) => [
    figure.set,
    figure.side,
    figure.filesPerSecond.toFixed(1),
    Math.round(figure.rowsPerSecond).toLocaleString('en'),
    figure.timeRatio.toFixed(2),
    Math.round(figure.peakMegabytes).toString(),
    figure.memoryRatio.toFixed(2),
  ]);
  return tableText(header, rows, 2);
}

function fuzzText(figures: readonly FuzzFigure[]): string {
  const header = ['hurt files', 'checksums', 'files', 'refused', 'equal', 'finding', 'silent', 'crash', 'hang'];
  const rows = figures.map(({ format, sealed, fates }) => [
    format,
    sealed ? 'yes' : 'no',
    ...[Object.values(fates).reduce((sum, count) => sum + count, 0), fates.refused, fates.equal, fates.found].map(
      String,
    ),
    ...[fates.silent, fates.crash, fates.hang].map(String),
  ]);
  return tableText(header, rows, 2);
}

await main(process.argv.slice(2));
