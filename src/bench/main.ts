import { type FuzzFigure, fuzzFigures } from './fuzz.js';
import { HELD_OUT_SEEDS, oddityFigures } from './oddities/figures.js';
import { isGood, oddityText } from './oddities/text.js';
import { type ReadingFigure, readingFigures } from './reading.js';
import { tableText } from './table.js';

/**
 * `npm run bench`: how fast we read beside the bare libraries, what we make of hurt files, and what the checks find among
 * planted anomalies. `npm run bench -- checks` does only the last. It keeps no record.
 */
async function main(): Promise<void> {
  const start = performance.now();
  const oddities = oddityFigures(HELD_OUT_SEEDS);
  process.stdout.write(`${oddityText(oddities)}\n`);
  process.exitCode = isGood(oddities) ? 0 : 1;
  if (process.argv.includes('checks')) return;
  process.stdout.write(readingText(await readingFigures()));
  const fuzzed = await fuzzFigures();
  process.stdout.write(`\n${fuzzText(fuzzed)}`);
  const bad = fuzzed.filter(broken);
  for (const { format, badSeeds } of bad) process.stdout.write(`${format}: broken at seeds ${badSeeds.join(', ')}\n`);
  process.stdout.write(`\n${Math.round((performance.now() - start) / 1000)} s in all\n`);
  if (bad.length > 0) process.exitCode = 1;
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

await main();
